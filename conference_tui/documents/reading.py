"""A finished file read again, as anybody could read it: every word in it, and where it stands.

Of a PDF: what the glyphs of each page mean, in the order in which they were drawn, and every string, name and stream
besides: descriptions, replacement texts, bookmarks, metadata, attachments, earlier revisions. Of braille and text: the
lines. What cannot be read raises; nothing is passed over in silence.
"""

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

_PdfObject = Any
"""pikepdf's objects answer to what they hold, which no type can say."""

_TOKEN = re.compile(
    rb"<(?P<hex>[0-9A-Fa-f\s]*)>(?!>)|(?P<open>\()|/(?P<name>[^\s/<>\[\]()%{}]+)\s+[-\d.]+\s+Tf\b"
    rb"|(?P<move>\b(?:Td|TD|Tm|T\*)(?=[\s\[(<]|$))|/(?P<form>[^\s/<>\[\]()%{}]+)\s+Do\b|(?P<inline>\bBI\s)"
)
_INSTEAD = re.compile(rb"/(?:ActualText|Alt|E)\s*(?:<(?P<hex>[0-9A-Fa-f\s]*)>|\()")
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_NOT_TEXT = ("/FontFile", "/FontFile2", "/FontFile3")


class Unreadable(ValueError):
    """The finished file cannot be read, so nobody can say what is in it; the message is a sentence to the person."""


class Place(Struct, frozen=True):
    """Words that stand together in a file."""

    where: str
    """As it stands in a sentence: "page 3", "the title of the file", "a description of a picture"."""
    text: str


def read(data: bytes, suffix: str) -> tuple[Place, ...]:
    """Every word in a finished file. Raises Unreadable."""
    if suffix == ".pdf":
        return tuple(_pdf(data))
    if suffix == ".brf":
        return (*_lines(data), *_lines(_out_of_braille(data)))
    return tuple(_lines(data))


def _lines(data: bytes) -> Iterator[Place]:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Unreadable("The finished file is not text, so it cannot be searched.") from None
    for number, page in enumerate(text.split("\f"), 1):
        yield Place(f"page {number}", page)


def _out_of_braille(data: bytes) -> bytes:
    """What the signs of a braille file mean; words that run on from line to line stay apart."""
    from conference_tui.documents.braille import NoBraille, read_back

    try:
        return read_back(data.decode("ascii")).encode()
    except (NoBraille, UnicodeDecodeError) as error:
        raise Unreadable(
            f"The braille cannot be read again, so nobody can say what is in it: {error}"
        ) from error


def _pdf(data: bytes) -> Iterator[Place]:
    import pikepdf  # a tenth of a second: only where there is something to read

    if data.count(b"%%EOF") != 1:
        raise Unreadable("The finished file holds an earlier version of itself, so it is not handed out.")
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            content: set[tuple[int, int]] = set()
            fonts: dict[tuple[int, int], dict[bytes, str]] = {}
            for number, sheet in enumerate(pdf.pages, 1):
                pieces = list(_drawn(sheet.obj, sheet.obj.get("/Resources", {}), fonts, content, depth=0))
                yield Place(f"page {number}", "".join(pieces))
            yield from _besides(pdf, content)
    except pikepdf.PdfError as error:
        raise Unreadable(f"The finished file cannot be read again: {error}") from error


def _drawn(
    holder: _PdfObject,
    resources: _PdfObject,
    fonts: dict[tuple[int, int], dict[bytes, str]],
    content: set[tuple[int, int]],
    depth: int,
) -> Iterator[str]:
    """What is drawn by a page or a form, with a line's end where the pen is moved."""
    import pikepdf

    if depth > 8:
        raise Unreadable("The finished file is nested too deep to be searched.")
    found = holder.get("/Contents") if not isinstance(holder, pikepdf.Stream) else holder
    streams = [] if found is None else list(found) if isinstance(found, pikepdf.Array) else [found]
    content.update(stream.objgen for stream in streams)
    written = b"\n".join(stream.read_bytes() for stream in streams)
    yield from _spoken_instead(written)
    meanings: dict[bytes, str] = {}
    at = 0
    while match := _TOKEN.search(written, at):
        at = match.end()
        kind = match.lastgroup
        if kind == "hex":
            yield _meaning(bytes.fromhex(match["hex"].translate(None, b" \r\n\t").decode()), meanings)
        elif kind == "open":
            shown, at = _literal(written, at)
            yield _meaning(shown, meanings)
        elif kind == "name":
            font = resources["/Font"]["/" + match["name"].decode()]
            if font.objgen not in fonts or font.objgen == (0, 0):
                fonts[font.objgen] = _meanings(font)
            meanings = fonts[font.objgen]
        elif kind == "move":
            yield "\n"
        elif kind == "form":
            form = resources["/XObject"]["/" + match["form"].decode()]
            if form.get("/Subtype") == "/Form":
                yield "\n"
                yield from _drawn(form, form.get("/Resources", resources), fonts, content, depth + 1)
        else:
            raise Unreadable("The finished file holds a picture within its text, so it cannot be searched.")


def _spoken_instead(written: bytes) -> Iterator[str]:
    """Texts for a screen reader that stand beside what is drawn, within the page itself."""
    for match in _INSTEAD.finditer(written):
        if match["hex"] is not None:
            held = bytes.fromhex(re.sub(rb"\s", b"", match["hex"]).decode())
        else:
            held, _ = _literal(written, match.end())
        told = held[2:].decode("utf-16-be", "replace") if held[:2] == b"\xfe\xff" else held.decode("latin-1")
        yield f"\n{told}\n"


def _literal(written: bytes, at: int) -> tuple[bytes, int]:
    """A string in round brackets, and where it ends."""
    shown, depth = bytearray(), 1
    while True:
        sign = written[at : at + 1]
        if not sign:
            raise Unreadable("The finished file breaks off within a text.")
        if sign == b"\\":
            if octal := re.compile(rb"[0-7]{1,3}").match(written, at + 1):
                shown.append(int(octal[0], 8) & 0xFF)
                at = octal.end()
                continue
            following = written[at + 1 : at + 2]
            shown += b"" if following in b"\r\n" else _ESCAPES.get(following, following)
            at += 2
            continue
        depth += (sign == b"(") - (sign == b")")
        at += 1
        if depth == 0:
            return bytes(shown), at
        shown += sign


def _meaning(codes: bytes, meanings: dict[bytes, str]) -> str:
    """What codes of a font mean. Raises Unreadable for a code that means nothing."""
    if not meanings:
        return " "  # an operand that is not shown: before the first font is chosen
    width = len(next(iter(meanings)))
    told = [meanings.get(codes[start : start + width]) for start in range(0, len(codes), width)]
    if None in told:
        raise Unreadable("A letter of the finished file has no meaning, so it cannot be searched.")
    return "".join(each or "" for each in told)


def _meanings(font: _PdfObject) -> dict[bytes, str]:
    """A font's own table of what its codes mean (ToUnicode)."""
    if "/ToUnicode" not in font:
        raise Unreadable(
            "A font of the finished file does not say what its letters mean, so it cannot be searched."
        )
    table = font.ToUnicode.read_bytes().decode("latin-1")
    meanings: dict[bytes, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, to in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            meanings[bytes.fromhex(code)] = _utf16(to)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for low, high, to, several in re.findall(
            r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]*)>|\[([^\]]*)\])", block
        ):
            first, width = int(low, 16), len(low) // 2
            listed = re.findall(r"<([0-9A-Fa-f]*)>", several)
            for code in range(first, int(high, 16) + 1):
                step = code - first
                told = _utf16(listed[step]) if several else _next(_utf16(to), step)
                meanings[code.to_bytes(width, "big")] = told
    if not meanings:
        raise Unreadable(
            "A font of the finished file does not say what its letters mean, so it cannot be searched."
        )
    return meanings


def _utf16(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be", "replace")


def _next(text: str, step: int) -> str:
    return text[:-1] + chr(ord(text[-1]) + step) if text else ""


_MARKUP = re.compile(
    r"</?(?:x:xmpmeta|rdf:(?:RDF|Description|Alt|Seq|li)|dc:(?:title|creator|description)|pdfuaid:part|pdf:Producer"
    r"|xmp:CreatorTool)\b|\bxml:lang=\"x-default\"|\bxmlns:\w+="
)
"""What every file's metadata has around its words: else everybody called Li or Lang would be found in all of them."""
_NAMES = {
    "/Title": "the title of the file",
    "/Author": "the author of the file",
    "/Subject": "the subject of the file",
    "/Keywords": "the keywords of the file",
    "/Alt": "a description for a screen reader",
    "/ActualText": "a text for a screen reader",
    "/E": "an expansion for a screen reader",
    "/T": "a title within the file",
    "/F": "the name of an attached file",
    "/UF": "the name of an attached file",
    "/Desc": "the description of an attached file",
    "/Contents": "a note in the file",
}


def _besides(pdf: _PdfObject, content: set[tuple[int, int]]) -> Iterator[Place]:
    """Every string and name in the file, and every stream that is neither a page nor a font or a picture."""
    import pikepdf

    objects = list(pdf.objects)
    fonts = {
        thing[key].objgen
        for thing in objects
        if isinstance(thing, pikepdf.Dictionary)
        for key in _NOT_TEXT
        if key in thing
    }
    seen: set[Place] = set()
    for thing in objects:
        for place in _strings(thing, "a text within the file"):
            if place not in seen:
                seen.add(place)
                yield place
        if not isinstance(thing, pikepdf.Stream) or thing.objgen in content or thing.objgen in fonts:
            continue
        if thing.get("/Subtype") == "/Image" or thing.get("/Type") in ("/ObjStm", "/XRef"):
            continue
        held = _decoded(thing.read_bytes())
        if thing.get("/Type") == "/Metadata":
            yield Place("the metadata", _MARKUP.sub("\n", held))
        else:
            yield Place("something attached", held)
    for key, value in pdf.trailer.items():
        yield from _strings(value, "a text within the file", key)


def _decoded(held: bytes) -> str:
    """Bytes as text, in every way that one might read them."""
    ways = [held.decode("utf-8", "replace")]
    if b"\0" in held:
        ways += [held.decode("utf-16-le", "replace"), held.decode("utf-16-be", "replace")]
    return re.sub(r"<[^<>]*>", "\n", "\n".join(ways)) + "\n" + ways[0]


def _strings(thing: _PdfObject, where: str, key: str = "") -> Iterator[Place]:
    import pikepdf

    held: Iterable[tuple[str, _PdfObject]] = ()
    if isinstance(thing, pikepdf.Name):
        if len(name := str(thing)) > 3:
            yield Place("a name within the file", name[1:])
    elif isinstance(thing, pikepdf.String):
        yield Place(_NAMES.get(key, where), str(thing))
    elif isinstance(thing, pikepdf.Array):
        held = ((key, value) for value in thing)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        held = thing.items()
    for name, value in held:
        # Numbers come as Python's own; what is elsewhere in the file has its turn there.
        if isinstance(value, pikepdf.Object) and not value.is_indirect:
            yield from _strings(value, where, str(name))
