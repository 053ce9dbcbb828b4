"""Sets a written paper as braille: a BRF file in Unified English Braille, grade 2, 40 cells by 25 lines (HF-16).

liblouis translates, where it is installed. A picture is read as its description, a table row by row. A braille reader
should proof what goes out; no program can promise that it reads well.
"""

import re
import shutil
import subprocess
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from conference_tui.documents.fonts import IGNORABLE, UnprintableCharacter
from conference_tui.documents.wording import wording
from conference_tui.documents.writing import (
    Aside,
    Heading,
    Items,
    Lines,
    Part,
    Picture,
    Table,
    Text,
    Title,
    Written,
)
from conference_tui.spoken import Spoken

CELLS, LINES = 40, 25
"""A page of an embosser."""

_PROGRAM = "lou_translate"
_TABLES = "en-us-brf.dis,en-ueb-g2.ctb"
_UNKNOWN = re.compile(r"'\\X", re.IGNORECASE)
_PATIENCE = 60.0
"""Seconds after which liblouis is given up."""

Kind = Literal["title", "heading", "text", "item"]
_INDENTS: dict[Kind, tuple[str, str]] = {
    "title": ("", ""),
    "heading": ("", ""),
    "text": ("  ", ""),
    "item": ("", "  "),
}
"""How far the first line of a block stands in, and the others."""


class NoBraille(Spoken, RuntimeError):
    """Braille cannot be made on this computer; the message is a sentence to the person."""


class NotInBraille(UnprintableCharacter):
    """A character that English braille has no sign for, so the document was not made."""

    def __init__(self, character: str, text: str) -> None:
        super().__init__(character, text)
        self.args = (
            (
                f"The character {self.shown}({self.code_point}, {self.name}) in “{self.place}” has no sign in "
                "English braille. Nothing is lost, but this document was not made in braille. "
                "Write that word with Latin letters, then make the document again."
            ),
        )


class _Block(NamedTuple):
    kind: Kind
    words: str


def set_brf(written: Written) -> tuple[bytes, int]:
    """The paper as a BRF file, and its number of braille pages; the same parts give the same bytes.

    Raises NoBraille where liblouis is wanting or fails, and NotInBraille for a character without a sign.
    """
    blocks = [block for part in written.parts for block in _blocks(part)]
    blocks, changed = _with_signs(blocks)
    if changed:
        letters = ", ".join(sorted(changed))
        note = _Block("text", wording("braille").say("note", "marks", letters=_nearest_of(changed, letters)))
        blocks.insert(1, note)
    rows = list(_rows(blocks))
    pages = list(_pages(rows))
    numbers = _translated([str(number) for number in range(1, len(pages) + 1)])
    sheets = ["\r\n".join((number.rjust(CELLS), *page)) for number, page in zip(numbers, pages, strict=True)]
    return ("\f".join(sheets) + "\f").encode("ascii"), len(sheets)


def _blocks(part: Part) -> Iterator[_Block]:
    match part:
        case Title():
            yield _Block("title", part.words)
        case Heading():
            yield _Block("heading", part.words)
        case Text() | Aside():
            for line in part.words.splitlines():
                yield _Block("text", line)
        case Items():
            for number, words in enumerate(part.texts, 1):
                mark = f"{number}. " if part.numbered else ""
                yield _Block("item", mark + " ".join(words.split()))
        case Picture():
            yield _Block("text", part.spoken)
        case Table():
            yield from _read_out(part)
        case Lines():
            return  # nobody writes by hand on braille


def _read_out(table: Table) -> Iterator[_Block]:
    """A table as lines: each row's own name, then each cell after the name of its column."""
    named = wording("braille")
    for place, row in enumerate(table.rows):
        if not table.columns:
            told = _on_one_line(row[1])
            yield _Block("item", named.say("labels", "named", name=row[0].rstrip(":"), told=told))
            continue
        yield _Block("item", table.cards[place] if table.cards else row[0])
        for column, words in zip(table.columns[1:], row[1:], strict=True):
            if words:
                yield _Block("text", named.say("labels", "named", name=column, told=_on_one_line(words)))


def _on_one_line(words: str) -> str:
    """The lines of a cell one after the other, with something between them to be heard."""
    told = ""
    for line in filter(None, (" ".join(line.split()) for line in words.split("\n"))):
        between = "" if not told else " " if told.endswith((".", "?", "!", ";", ":")) else "; "
        told += between + line
    return told


def _with_signs(blocks: Sequence[_Block]) -> tuple[list[_Block], dict[str, str]]:
    """The blocks in letters that braille has signs for, and which letters lost a mark for that."""
    composed = [
        _Block(block.kind, IGNORABLE.sub("", unicodedata.normalize("NFC", block.words))) for block in blocks
    ]
    letters = sorted({letter for block in composed for letter in block.words if not letter.isascii()})
    nearest = {letter: list(_nearest(letter)) for letter in letters}
    tried = sorted({each for choices in nearest.values() for each in choices})
    known = {each for each, sign in zip(tried, _translated(tried), strict=True) if not _UNKNOWN.search(sign)}
    table: dict[int, str] = {}
    for letter, choices in nearest.items():
        found = next((each for each in choices if each in known), None)
        if found is None:
            raise NotInBraille(letter, next(block.words for block in composed if letter in block.words))
        if found != letter:
            table[ord(letter)] = found
    changed = {chr(code): found for code, found in table.items()}
    return [_Block(block.kind, block.words.translate(table)) for block in composed], changed


def _nearest(letter: str) -> Iterator[str]:
    """The letter itself, then with the first of its marks only, then with none."""
    yield letter
    base, *marks = list(unicodedata.normalize("NFD", letter))
    if marks:
        yield unicodedata.normalize("NFC", base + marks[0])
        yield base


def _nearest_of(changed: dict[str, str], letters: str) -> str:
    return letters.translate({ord(letter): found for letter, found in changed.items()})


def read_back(braille: str) -> str:
    """What the signs of a file mean, line by line as they stand there. Raises NoBraille."""
    return "\n".join(_translated(braille.replace("\f", "\n").splitlines(), way="-b"))


def _translated(lines: Sequence[str], *, way: str = "-f") -> list[str]:
    """Each line in braille, or with `way` -b back out of it; one process for all of them. Raises NoBraille.

    A backslash is doubled: liblouis takes one for the beginning of an escape, and gives nothing back for a line with an
    escape that it does not know. In braille files it is the sign for "ou", so that many lines have one.
    """
    if not lines:
        return []
    program = shutil.which(_PROGRAM)
    if program is None:
        raise NoBraille(
            "Braille is made with liblouis, which is not installed on this computer. On Debian and Ubuntu it comes "
            "with “sudo apt install liblouis-bin”, on macOS with “brew install liblouis”. Then make the document "
            "again. Every other document can be made without it."
        )
    try:
        done = subprocess.run(
            [program, way, _TABLES],
            input="".join(f"{escaped}\n" for escaped in (line.replace("\\", "\\\\") for line in lines)),
            capture_output=True,
            encoding="utf-8",
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoBraille(
            f"liblouis could not be run: {error}. The document was not made in braille."
        ) from error
    signs = done.stdout.removesuffix("\n").split("\n")
    lost = any(line.strip() and not sign.strip() for line, sign in zip(lines, signs, strict=False))
    if done.returncode or len(signs) != len(lines) or lost:
        raise NoBraille(
            "liblouis did not translate the document; its table for English braille (en-ueb-g2.ctb) may be missing. "
            "On Debian and Ubuntu it comes with “sudo apt install liblouis-data”."
        )
    return signs


def _rows(blocks: Iterable[_Block]) -> Iterator[tuple[Kind, list[str]]]:
    """Each block as lines of at most forty cells."""
    found = list(blocks)
    for block, signs in zip(found, _translated([block.words for block in found]), strict=True):
        first, others = _INDENTS[block.kind]
        lines = textwrap.wrap(
            signs, CELLS, initial_indent=first, subsequent_indent=others, break_on_hyphens=False
        )
        if block.kind == "title":
            lines = [line.center(CELLS).rstrip() for line in lines]
        yield block.kind, lines


def _pages(rows: Iterable[tuple[Kind, list[str]]]) -> Iterator[list[str]]:
    """Lines of pages; one is kept for the page's number, and no heading stands last on its page."""
    page: list[str] = []
    room = LINES - 1
    for kind, lines in rows:
        opens = kind in {"title", "heading"}
        if page and opens:
            page.append("")
        if page and len(page) + (len(lines) + 2 if opens else 1) > room:
            yield _trimmed(page)
            page = []
        for line in lines:
            if len(page) == room:
                yield _trimmed(page)
                page = []
            page.append(line)
        if kind == "title":
            page.append("")
    if page:
        yield _trimmed(page)


def _trimmed(page: list[str]) -> list[str]:
    while page and not page[-1]:
        page.pop()
    return page
