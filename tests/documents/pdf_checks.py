"""Reads a finished PDF as a screen reader would, and as somebody would who looks for what must not be in it.

A validator passes files in which words run together or one table is tagged as six; these checks are of that
kind. `assert_accessible` asks both. `found_in` proves absence: it looks into the raw file, each stream, each
string, what the glyphs mean, descriptions, names and metadata, so that a covered or split word is found too.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import page as page_validation
import pikepdf

_PdfObject = Any
"""pikepdf's objects answer to what they hold, which no type can say."""
_SHOW = {"Tj", "TJ", "'", '"'}
_PAINT = {"f", "F", "f*", "B", "B*", "b", "b*", "s", "S", "sh", "INLINE IMAGE"}
_NEW_LINE = {"T*", "Td", "TD", "Tm"}
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_JOIN = "\u2028"
"""Stands where a line ends without a space, so that its last word runs into the next one."""


class Node(NamedTuple):
    depth: int
    tag: str
    text: str
    spoken: str
    scope: str
    pages: frozenset[int]
    """The pages on which it is drawn itself, the first of which is 0."""


class Reading:
    """One PDF: `tree` in reading order, `outside` what no element holds, `furniture` what is not read out."""

    def __init__(self, path: Path) -> None:
        with pikepdf.open(path) as pdf:
            root: _PdfObject = pdf.Root
            self.pages = len(pdf.pages)
            self.language = str(root.get("/Lang", ""))
            self.title = str(pdf.docinfo.get("/Title", ""))
            self.metadata = root.Metadata.read_bytes().decode() if "/Metadata" in root else ""
            self.shows_title = bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False))
            self.marked = bool(root.get("/MarkInfo", {}).get("/Marked", False))
            self.bookmarks = [item.title for item in pdf.open_outline().root]
            self.furniture: list[str] = []
            self.outside: list[str] = []
            self.fonts: dict[str, _Font] = {}
            self.sizes: set[float] = set()
            self._marked_text: dict[tuple[int, int], str] = {}
            self._order: list[tuple[int, int]] = []
            for number, sheet in enumerate(pdf.pages):
                self._read(sheet.obj, sheet.obj.Resources, number, [])
            places = {sheet.obj.objgen: number for number, sheet in enumerate(pdf.pages)}
            self.tree = list(self._walk(root.StructTreeRoot.K, places, 0)) if self.marked else []
        self.revisions = path.read_bytes().count(b"%%EOF")

    @property
    def text(self) -> str:
        """Everything that is read out, one element a line, with pictures' descriptions in their places."""
        lines = (node.text.replace(_JOIN, "") or node.spoken for node in self.tree)
        return "\n".join(" ".join(line.split()) for line in lines if line.strip())

    @property
    def joined(self) -> list[str]:
        """Words that run into each other at the end of a line."""
        found = (re.findall(rf"\S*{_JOIN}\S*", node.text) for node in self.tree if node.tag != "Figure")
        return [words for some in found for words in some]

    def of(self, tag: str) -> list[Node]:
        return [node for node in self.tree if node.tag == tag]

    def rows(self, table: int) -> list[list[str]]:
        """The cells of the table of that number, row by row."""
        tables = [place for place, node in enumerate(self.tree) if node.tag == "Table"]
        rows: list[list[str]] = []
        for node in self.tree[tables[table] + 1 :]:
            if node.depth <= self.tree[tables[table]].depth:
                break
            if node.tag == "TR":
                rows.append([])
            elif node.tag in {"TH", "TD"}:
                rows[-1].append(" ".join(node.text.split()))
        return rows

    def _widths(self) -> list[list[int]]:
        return [[len(row) for row in self.rows(table)] for table in range(len(self.of("Table")))]

    def problems(self) -> list[str]:
        """What a person using a screen reader would stumble on."""
        found = [f"words run together: {words}" for words in self.joined]
        found += [f"outside every element: {text}" for text in self.outside]
        found += [f"font not in the file: {name}" for name, font in self.fonts.items() if not font.embedded]
        found += [f"a picture without words: {node}" for node in self.of("Figure") if not node.spoken]
        found += [f"a heading cell of nothing: {node}" for node in self.of("TH") if not node.scope]
        found += [f"unknown letters: {node.text}" for node in self.tree if "\ufffd" in node.text]
        found += [
            f"letters without a meaning of their own: {node.text}"
            for node in self.tree
            if _PRIVATE.search(node.text)
        ]
        found += [
            f"a table of rows that differ: {widths}" for widths in self._widths() if len(set(widths)) > 1
        ]
        found += [
            f"read out in another order than it stands: page {page + 1}" for page in self._out_of_order()
        ]
        levels = [0, *(int(node.tag[1]) for node in self.tree if re.fullmatch(r"H[1-6]", node.tag))]
        found += [f"H{a} then H{b}" for a, b in pairwise(levels) if b > a + 1]
        held = "".join(node.text for node in self.tree)
        found += [f"marked, but in no element: {t}" for t in self._marked_text.values() if t not in held]
        if not (self.marked and self.language and self.shows_title and self.title):
            found.append("not tagged, or without language or title")
        if f">{self.title}<" not in self.metadata.replace("&amp;", "&"):
            found.append("the metadata has another title")
        if self.revisions != 1:
            found.append(f"{self.revisions} revisions: earlier versions are still in the file")
        return found

    def _out_of_order(self) -> list[int]:
        """Pages on which something is read out before what stands above it, or that are read before an earlier one.

        The cells of a row that goes on overleaf are each read to their end: back and forth between two pages.
        """
        last: dict[int, int] = {}
        found = []
        for page, place in self._order:
            if place < last.get(page, -1) or (page not in last and any(page < each for each in last)):
                found.append(page)
            last[page] = place
        return found

    def _read(
        self, stream: _PdfObject, resources: _PdfObject, number: int, open_before: list[int | None]
    ) -> None:
        opened, font, gap = list(open_before), None, False
        for instruction in pikepdf.parse_content_stream(stream):
            operands: list[_PdfObject] = list(instruction.operands)
            operator = str(instruction.operator)
            if operator in {"BDC", "BMC"}:
                marked = operator == "BDC" and "/MCID" in operands[1]
                opened.append(int(operands[1].MCID) if marked else None)
            elif operator == "EMC":
                opened.pop()
            elif operator == "Tf":
                font = self._font(resources.Font[str(operands[0])])
                self.sizes.add(float(operands[1]))
            elif operator in _NEW_LINE:
                gap = True
            elif operator in _SHOW:
                assert font is not None
                shown = operands[0] if operator == "TJ" else [operands[-1]]
                text = "".join(
                    font.meaning(bytes(part)) for part in shown if isinstance(part, pikepdf.String)
                )
                self._put(text, number, opened, gap=gap)
                gap = False
            elif operator in _PAINT and not opened:
                self.outside.append(operator)
            elif operator == "Do":
                form = resources.XObject[str(operands[0])]
                self._read(form, form.get("/Resources", resources), number, opened)
        assert opened == open_before, "marked content is not closed on its page"

    def _put(self, text: str, number: int, opened: list[int | None], *, gap: bool) -> None:
        if not opened:
            self.outside.append(text)
        elif opened[-1] is None:
            self.furniture.append(text)
        else:
            before = self._marked_text.get((number, opened[-1]), "")
            apart = not gap or not before or before.endswith(" ") or text.startswith(" ")
            self._marked_text[number, opened[-1]] = before + ("" if apart else _JOIN) + text

    def _font(self, font: _PdfObject) -> "_Font":
        return self.fonts.setdefault(str(font.BaseFont), _Font(font))

    def _walk(self, element: _PdfObject, places: dict[Any, int], depth: int) -> Iterator[Node]:
        if isinstance(element, pikepdf.Array):
            for kid in element:
                yield from self._walk(kid, places, depth)
            return
        kids = element.get("/K", [])
        kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        begun, text, below = len(self._order), "", []
        for kid in kids:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                below.append(kid)
            elif isinstance(kid, pikepdf.Dictionary):
                if kid.Type == "/MCR":
                    self._order.append((places[kid.Pg.objgen], int(kid.MCID)))
                    text += self._marked_text.get(self._order[-1], "")
            else:
                self._order.append((places[element.Pg.objgen], int(kid)))
                text += self._marked_text.get(self._order[-1], "")
        pages = frozenset(page for page, _ in self._order[begun:])
        scope = str(element.get("/A", {}).get("/Scope", ""))
        yield Node(depth, str(element.S)[1:], text, str(element.get("/Alt", "")), scope, pages)
        for kid in below:
            yield from self._walk(kid, places, depth + 1)


class _Font:
    """A font's own table of what its codes mean (ToUnicode), for one-byte fonts."""

    def __init__(self, font: _PdfObject) -> None:
        assert str(font.Subtype) == "/TrueType", f"{font.Subtype} is not read here"
        self.embedded = "/FontFile2" in font.get("/FontDescriptor", {})
        pairs = re.findall(r"<(\w\w)> <(\w{4,})>", font.ToUnicode.read_bytes().decode("ascii"))
        self.meanings = {int(code, 16): bytes.fromhex(to).decode("utf-16-be") for code, to in pairs}

    def meaning(self, codes: bytes) -> str:
        return "".join(self.meanings.get(code, "\ufffd") for code in codes)


def assert_accessible(path: Path) -> Reading:
    """The file keeps every rule of PDF/UA-1 that a machine can check, and ours; returns it as read."""
    report = page_validation.validate_pdf(path, profile="ua1")
    assert report.is_compliant, [str(failure) for failure in report.failures][:5]
    reading = Reading(path)
    assert not reading.problems()
    return reading


def found_in(path: Path, needles: Iterable[str]) -> list[str]:
    """Where the file holds any of the needles, in any form; the empty list is the proof that it does not.

    Case and white space do not matter, so a needle that is broken over two lines or two drawings is found.
    """
    wanted = {needle: _squeezed(needle) for needle in needles}
    assert all(wanted.values()), "an empty needle is in everything"
    raw = path.read_bytes()
    hits = [f"{needle!r} in the raw file" for needle in wanted if _holds(raw, needle)]
    with pikepdf.open(path) as pdf:
        for thing in pdf.objects:
            place = f"object {thing.objgen[0]}"
            if isinstance(thing, pikepdf.Stream):
                content = thing.read_bytes()
                hits += [
                    f"{needle!r} in the stream of {place}" for needle in wanted if _holds(content, needle)
                ]
            for text in _strings(thing):
                hits += [
                    f"{n!r} in a string of {place}" for n, low in wanted.items() if low in _squeezed(text)
                ]
    reading = Reading(path)
    told = [*(node.text for node in reading.tree), *(node.spoken for node in reading.tree)]
    for place, text in (
        ("what is read out", "".join(told)),
        ("what is drawn besides", "".join(reading.furniture + reading.outside)),
        ("the metadata", reading.metadata),
    ):
        hits += [f"{needle!r} in {place}" for needle, low in wanted.items() if low in _squeezed(text)]
    return hits


def _strings(thing: _PdfObject) -> Iterator[str]:
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for key, value in thing.items():
            yield str(key)
            yield from () if getattr(value, "is_indirect", False) else _strings(value)
    elif isinstance(thing, pikepdf.Array):
        for value in thing:
            yield from () if getattr(value, "is_indirect", False) else _strings(value)
    elif isinstance(thing, pikepdf.String | pikepdf.Name):
        yield str(thing)


def _holds(data: bytes, needle: str) -> bool:
    forms = [needle.encode(), needle.encode("utf-16-be"), needle.encode("utf-16-le")]
    forms += [needle.encode("cp1252", "ignore")] if needle.isascii() else []
    return any(
        form in data or form.hex().encode() in data or form.hex().upper().encode() in data for form in forms
    )


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad\u2028]+", "", text).casefold()
