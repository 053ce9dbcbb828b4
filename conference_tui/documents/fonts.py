"""The letters the documents are set in, and the refusal to leave one out.

ReportLab drops a character that the font lacks without a word, so a child's name can lose a letter on paper.
Here each word goes to the first font that has all of it, and a character that no font has stops the document.
"""

import io
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

import msgspec
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from conference_tui.documents.shaping import ARABIC, BENGALI, SCRIPTS, Script, Shaper, pieces
from conference_tui.spoken import Spoken

REGULAR = "Conference"
"""The upright face that everything is set in."""
BOLD = "Conference-Bold"
"""The bold face, for headings and labels."""

_SIGNS = "ConferenceSigns"
_FALLBACKS = {REGULAR: ("ConferenceWide", _SIGNS), BOLD: ("ConferenceWide-Bold", _SIGNS)}
_FILES = {
    REGULAR: "AtkinsonHyperlegibleNext-Regular.ttf",
    BOLD: "AtkinsonHyperlegibleNext-Bold.ttf",
    "ConferenceWide": "NotoSans-Regular.ttf",
    "ConferenceWide-Bold": "NotoSans-Bold.ttf",
    _SIGNS: "DejaVuSans-Signs.ttf",
    ARABIC.font: "NotoNaskhArabic-Names.ttf",
    BENGALI.font: "NotoSansBengali-Names.ttf",
}
_LONG_LINE = 40
"""Letters of a run from right to left from which it goes on in a line of its own: read line by line it stays right."""

_SHAPED = frozenset(script.font for script in SCRIPTS)

IGNORABLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")
"""Characters without a picture of their own: nothing is missing on paper when they are."""
_LINE_ENDS = re.compile("\r\n|[\n\v\f\r\x85\u2028\u2029]")
_WORDS = re.compile(r"(\s+)")

_SET_LETTER_BY_LETTER = (
    range(0x0020, 0x0590),  # Latin, Greek, Cyrillic and Armenian with their marks
    range(0x1C80, 0x1C90),  # more Cyrillic
    range(0x1D00, 0x2C00),  # more Latin (Vietnamese, Yoruba), old Greek, signs of every kind
    range(0x2C60, 0x2C80),
    range(0xA640, 0xA6A0),
    range(0xA720, 0xA800),
    range(0xFB00, 0xFB07),  # fi, fl and the like
)


class UnprintableCharacter(Spoken, ValueError):
    """No font of the program has this character, so the document was not made.

    `character` is the character, `text` the whole of what it stood in.
    """

    def __init__(self, character: str, text: str) -> None:
        self.character = character
        self.text = text
        super().__init__(
            f"The character {self.shown}({self.code_point}, {self.name}) in “{self.place}” cannot be printed: "
            "no font of this program has it. Nothing is lost, but this document was not made. "
            "Write that word with other letters, then make the document again."
        )

    @property
    def shown(self) -> str:
        """The character in quotation marks, with a space; nothing where it has no picture."""
        return f"“{self.character}” " if self.character.isprintable() else ""

    @property
    def place(self) -> str:
        """What it stood in, in one line of no great length."""
        line = " ".join(self.text.split())
        return line if len(line) <= 80 else f"{line[:79]}…"

    @property
    def code_point(self) -> str:
        """The character's number as Unicode writes it: U+0041."""
        return f"U+{ord(self.character):04X}"

    @property
    def name(self) -> str:
        """The character's name in Unicode, in small letters."""
        return unicodedata.name(self.character, "a character without a name").lower()


class Run(msgspec.Struct, frozen=True):
    """Text that one font has whole."""

    font: str
    text: str


LINE_END = Run("", "\n")
"""Stands between the lines of a paragraph."""


def runs(text: str, font: str = REGULAR) -> tuple[Run, ...]:
    """The text in pieces, each with the font to draw it in; raises UnprintableCharacter.

    White space of any kind comes out as it went in. A word is kept in one font where one has all of it:
    a letter from another font in the middle of a name looks like a mistake.
    """
    composed = IGNORABLE.sub("", unicodedata.normalize("NFC", text))
    if _coverage(font).issuperset(composed):
        return (Run(font, composed),)
    return tuple(_joined(_of_scripts(composed, font, text)))


def for_paragraph(text: str, font: str = REGULAR) -> list[Run]:
    """The text as a paragraph takes it: runs, with LINE_END where a line ends; raises UnprintableCharacter."""
    made: list[Run] = []
    for number, line in enumerate(_LINE_ENDS.split(text)):
        if number:
            made.append(LINE_END)
        for run in runs(line, font) if line else ():
            made += _in_short_lines(run)
    if len(made) == 1 and made[0].font in _SHAPED:
        # A paragraph of one font alone is drawn in a way that knows no places: a blank of another ends that.
        made.append(Run(font, "\u00a0"))
    return made


def plain(text: str) -> str:
    """The letters again, where glyphs stand for them: for what is read and not drawn."""
    shapers = _shapers().values()
    return "".join(
        next((meant for shaper in shapers if (meant := shaper.stands_for(ord(each)))), each) for each in text
    )


def placed(text: str, font: str) -> str:
    """Text of a paragraph as it is drawn: in a shaped font each glyph at its place."""
    shaper = _shapers().get(font)
    return shaper.placed(text) if shaper else text


def width(text: str, font: str, size: float) -> float:
    """How wide the text is drawn, in points; raises UnprintableCharacter."""
    return sum(pdfmetrics.stringWidth(run.text, run.font, size) for run in runs(text, font))


def register() -> None:
    """Make the fonts known to ReportLab. The first call reads them (about 1.3 MB), the others do nothing."""
    _faces()


def _in_short_lines(run: Run) -> Iterator[Run]:
    if run.font != ARABIC.font or len(run.text) <= _LONG_LINE:
        yield run
        return
    for number, line in enumerate(_lines_of(str(run.text))):
        if number:
            yield LINE_END
        yield Run(run.font, line)


def _lines_of(shaped: str) -> Iterator[str]:
    line = ""
    shaper = _shapers()[ARABIC.font]
    for word in re.split(f"({shaper.shaped(' ')})", shaped):
        if line and len(line) + len(word) > _LONG_LINE:
            yield line
            line = ""
        line += word
    yield line


def _of_scripts(composed: str, font: str, text: str) -> Iterator[Run]:
    for script, piece in pieces(composed):
        if script is None:
            yield from _of_words(piece, font, text)
        else:
            yield _shaped(piece, script, text)


def _shaped(piece: str, script: Script, text: str) -> Run:
    shaper = _shapers()[script.font]
    try:
        return Run(script.font, shaper.placed(shaper.shaped(piece)))
    except ValueError as lacking:
        raise UnprintableCharacter(str(lacking), text) from None


def _of_words(composed: str, font: str, text: str) -> Iterator[Run]:
    chain = (font, *_FALLBACKS[font])
    for word in _WORDS.split(composed):
        if not word:
            continue
        whole = next((name for name in chain if _coverage(name).issuperset(word)), None)
        if whole:
            yield Run(whole, word)
        else:
            yield from (Run(_font_with(character, chain, text), character) for character in word)


def _font_with(character: str, chain: tuple[str, ...], text: str) -> str:
    for name in chain:
        if character in _coverage(name):
            return name
    raise UnprintableCharacter(character, text)


def _joined(pieces: Iterator[Run]) -> Iterator[Run]:
    """Neighbours of one font become one run; white space goes with the word before it, not with a sign."""
    font, text = "", ""
    for piece in pieces:
        if piece.font in _SHAPED:
            if text:
                yield Run(font, text)
            yield piece
            font, text = "", ""
        elif font and piece.font != font and (font == _SIGNS or not piece.text.isspace()):
            yield Run(font, text)
            font, text = piece.font, piece.text
        else:
            font, text = font or piece.font, text + piece.text
    if text:
        yield Run(font, text)


@lru_cache
def _coverage(font: str) -> frozenset[str]:
    """The characters that the font can set correctly one by one.

    Noto has Devanagari but ReportLab would put their letters side by side unjoined, which is
    not writing; such scripts count as missing. DejaVu gives signs, never letters.
    """
    known = (chr(code) for code in _faces()[font].face.charToGlyph if _set_letter_by_letter(code))
    if font == _SIGNS:
        return frozenset(character for character in known if unicodedata.category(character)[0] in "SPN")
    return frozenset(known) | frozenset(" \t\n\u00a0")


def _set_letter_by_letter(code: int) -> bool:
    return any(code in block for block in _SET_LETTER_BY_LETTER) and unicodedata.category(chr(code)) != "Cc"


@lru_cache(maxsize=1)
def _shapers() -> dict[str, Shaper]:
    folder, faces = files("data") / "fonts", _faces()
    return {
        script.font: Shaper(script, faces[script.font].face, (folder / _FILES[script.font]).read_bytes())
        for script in SCRIPTS
    }


@lru_cache(maxsize=1)
def _faces() -> "dict[str, _Typeface]":
    folder = files("data") / "fonts"
    faces = {name: _Typeface(name, io.BytesIO((folder / file).read_bytes())) for name, file in _FILES.items()}
    for face in faces.values():
        pdfmetrics.registerFont(face)
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
    for name in _FILES:
        if name != REGULAR:
            pdfmetrics.registerFontFamily(name, normal=name, bold=name, italic=name, boldItalic=name)
    return faces


class _Typeface(TTFont):
    """A TrueType font whose table of meanings (ToUnicode) keeps to the standard.

    ReportLab maps codes that stand for nothing to U+0000, which ISO 14289-1 7.21.7 forbids, writes characters
    above U+FFFF with too many digits, and puts all entries in one block where a CMap may hold 100. The table
    is one stream, registered under a name of its own, so it is enough to put other content into that stream.
    """

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 (ReportLab's name)
        """Add the font's subsets to the document."""
        state = self.state.get(doc)
        subsets = [list(subset) for subset in state.subsets] if state else []
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            base = b"".join((SUBSETN(number), b"+", self.face.name, self.face.subfontNameX)).decode("pdfdoc")
            stream = doc.idToObject[f"toUnicodeCMap:{base}"]
            if not isinstance(stream, PDFStream):
                raise TypeError("ReportLab keeps the meanings of a font's glyphs elsewhere than it used to")
            stream.content = _to_unicode(base, subset, _shapers().get(self.fontName))


def _to_unicode(font: str, subset: list[int], shaper: Shaper | None) -> str:
    def meant(code: int) -> str:
        return (shaper.stands_for(code) if shaper else "") or chr(code)

    entries = [
        f"<{code:02X}> <{meant(meaning).encode('utf-16-be').hex().upper()}>"
        for code, meaning in enumerate(subset)
        if meaning
    ]
    blocks = [entries[start : start + 100] for start in range(0, len(entries), 100)]
    lines = (
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{font} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
        *(line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")),
        "endcmap",
        "CMapName currentdict /CMap defineresource pop",
        "end",
        "end",
    )
    return "\n".join(lines)
