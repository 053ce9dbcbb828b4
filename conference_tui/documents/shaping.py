"""Writing whose letters change with their neighbours: Arabic and Urdu, from right to left, and Bengali.

HarfBuzz says which glyphs stand where. Each is then drawn in the order in which the word is read, moved to its place,
and the file says of each which letters it stands for: so a screen reader and a search find the word as it was typed,
in whatever order it is seen (ISO 32000-1 9.10.3).
"""

import re
import unicodedata
from collections.abc import Iterator

import uharfbuzz
from msgspec import Struct
from reportlab.pdfbase.ttfonts import (
    ShapeData,
    ShapedStr,
    TTFontFace,
)

_SILENT = "\u200d"
"""What a glyph stands for that no letter is left for: it is neither seen nor read."""
_SIMPLE = ShapeData(0x7FFFFFFF, 0, 0, 0, 0, 0)
_THOUSAND = 1000


class Script(Struct, frozen=True, kw_only=True):
    """A script that is shaped, and the font that has it."""

    font: str
    letters: str
    """The inside of a character class: what belongs to a word of it."""
    first: int
    """From here on, in a private plane, code points stand for placed glyphs while a paper is made; none is in a file."""
    right_to_left: bool = False


ARABIC = Script(
    font="ConferenceArabic",
    letters="\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff\u0750-\u077f",
    first=0xF0000,
    right_to_left=True,
)
BENGALI = Script(font="ConferenceBengali", letters="\u0980-\u09ff", first=0x100000)
SCRIPTS = (ARABIC, BENGALI)

_ARABIC_WORDS = f"[{ARABIC.letters}]+(?:[ \u00a0]+[{ARABIC.letters}]+)*"
_PIECES = re.compile(f"({_ARABIC_WORDS})|([{BENGALI.letters}]+)")


def pieces(text: str) -> Iterator[tuple[Script | None, str]]:
    """The text in pieces, each with its script; None for what is set letter by letter.

    Words from right to left stay together with the spaces between them: the first stands rightmost.
    """
    end = 0
    for found in _PIECES.finditer(text):
        if found.start() > end:
            yield None, text[end : found.start()]
        yield (ARABIC if found[1] else BENGALI), found[0]
        end = found.end()
    if end < len(text):
        yield None, text[end:]


class Glyph(Struct, frozen=True):
    """A glyph as it is placed; measures in thousandths of the size of the letters."""

    number: int
    """Its number in the font."""
    stands_for: str
    advance: float
    aside: float
    up: float


class Shaper:
    """Shapes the words of one script with one font."""

    def __init__(self, script: Script, face: TTFontFace, data: bytes) -> None:
        self.script = script
        self._face = face
        shape = uharfbuzz.Face(uharfbuzz.Blob(data))
        self._font = uharfbuzz.Font(shape)
        self._scale = _THOUSAND / shape.upem
        self._codes: dict[Glyph, int] = {}
        self._glyphs: dict[int, Glyph] = {}

    def shaped(self, words: str) -> str:
        """The words as one stand-in character for each glyph, in the order of reading.

        Raises ValueError with the character that the font lacks.
        """
        return "".join(chr(self._code(glyph)) for glyph in self._read(words))

    def stands_for(self, code: int) -> str:
        """The letters that a stand-in is for; nothing for another character."""
        glyph = self._glyphs.get(code)
        return glyph.stands_for if glyph else ""

    def placed(self, shaped: str) -> ShapedStr:
        """Stand-ins as ReportLab draws them, each glyph moved to where it is seen; spaces between words stay."""
        data: list[ShapeData] = []
        for piece in re.split("( )", shaped):
            data += [_SIMPLE] * len(piece) if piece == " " else self._places(piece)
        return ShapedStr(shaped, data)  # type: ignore[arg-type]  # it takes one for each character

    def _places(self, piece: str) -> list[ShapeData]:
        glyphs = [self._glyphs[ord(each)] for each in piece]
        left, pen, places = sum(glyph.advance for glyph in glyphs), 0.0, []
        for number, glyph in enumerate(glyphs):
            left -= glyph.advance
            seen_at = left if self.script.right_to_left else pen
            moved = seen_at - pen + glyph.aside
            places.append(ShapeData(number, glyph.advance, 0, moved, glyph.up, glyph.advance))
            pen += glyph.advance
        return places

    def _read(self, words: str) -> Iterator[Glyph]:
        buffer = uharfbuzz.Buffer()
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_GRAPHEMES
        buffer.add_str(words)
        buffer.guess_segment_properties()
        # A ligature of several letters is taken apart by some readers in the order in which it is seen.
        uharfbuzz.shape(self._font, buffer, {"liga": not self.script.right_to_left})
        found = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
        if self.script.right_to_left:
            found.reverse()
        starts = sorted({info.cluster for info, _ in found})
        ends = dict(zip(starts, [*starts[1:], len(words)], strict=True))
        for start in starts:
            group = [(info, place) for info, place in found if info.cluster == start]
            letters = words[start : ends[start]]
            for (info, place), meant in zip(group, _shared(letters, len(group)), strict=True):
                if info.codepoint == 0:
                    raise ValueError(letters[0])
                yield Glyph(
                    info.codepoint,
                    meant,
                    round(place.x_advance * self._scale),
                    round(place.x_offset * self._scale),
                    round(place.y_offset * self._scale),
                )

    def _code(self, glyph: Glyph) -> int:
        code = self._codes.get(glyph)
        if code is None:
            code = self._codes[glyph] = self.script.first + len(self._codes)
            self._glyphs[code] = glyph
            self._face.charToGlyph[code] = glyph.number
            self._face.charWidths[code] = glyph.advance
        return code


def _shared(letters: str, glyphs: int) -> list[str]:
    """Letters dealt out to glyphs in the order of reading; the last gets what is left, none is without any."""
    if glyphs > len(letters):
        letters = unicodedata.normalize("NFD", letters)
    if glyphs > len(letters):
        letters += _SILENT * (glyphs - len(letters))
    return [*letters[: glyphs - 1], letters[glyphs - 1 :]]
