"""Mistakes in a procedure file, told so that the person who wrote the file can mend it."""

from __future__ import annotations

import re

from conference_tui.spoken import Spoken

# Kept as text: they are compiled only when there is a mistake to tell.
_NAME = r"(?:[\w-]+|\"[^\"]*\"|'[^']*')"
_HEADER = rf"\s*(\[\[?)\s*({_NAME}(?:\s*\.\s*{_NAME})*)\s*\]\]?\s*(#.*)?$"
_KEY = rf"\s*({_NAME}(?:\s*\.\s*{_NAME})*)\s*="
_QUOTED = r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|#.*"


class ProcedureError(Spoken, ValueError):
    """A procedure file cannot be used; the sentence says which file, where, and what was expected."""

    def __init__(self, name: str, line: int | None, key: str, expected: str) -> None:
        self.name = name
        """The procedure's name."""
        self.line = line
        """The line of its file, counted from 1; None where it cannot be told."""
        self.key = key
        """The key, such as ``limits.first_review.count``; empty when the whole file is meant."""
        self.expected = expected
        """What was expected there, as a sentence."""
        where = f"{name}.toml" + (f", line {line}" if line else "") + (f", {key}" if key else "")
        super().__init__(f"The procedure {where}: {expected}")


def mistake_at(text: str, name: str, key: str, expected: str) -> ProcedureError:
    """The error for a mistake under ``key``, with the line of ``text`` that it most likely stands on."""
    return ProcedureError(name, line_of(text, key), key, expected)


def line_of(text: str, key: str) -> int | None:
    """The line where ``key`` stands, or else the nearest table around it; None when none is found."""
    lines = _lines_of_keys(text)
    while key:
        if key in lines:
            return lines[key]
        key = key.rpartition(".")[0] if not key.endswith("]") else key.rpartition("[")[0]
    return None


def _lines_of_keys(text: str) -> dict[str, int]:
    """Each key of the file with its line; items of a list of tables are numbered from 0.

    A key with dots is also told for what stands before each of them: `limits.letter.count = 1` is a line of
    `limits.letter` too.
    """
    lines: dict[str, int] = {}
    counts: dict[str, int] = {}
    table = ""
    in_long_text = False
    inside = _Inside()
    for number, line in enumerate(text.splitlines(), start=1):
        starts_inside = in_long_text
        in_long_text ^= (line.count('"""') + line.count("'''")) % 2 == 1
        if starts_inside:
            continue
        if inside.depth:
            lines.setdefault(inside.next_item(line), number)
        elif header := re.match(_HEADER, line):
            table = _numbered(_plain(header[2]), counts, opens_item=header[1] == "[[")
            _tell(lines, table, number)
        elif key := re.match(_KEY, line):
            written = f"{table}.{_plain(key[1])}" if table else _plain(key[1])
            _tell(lines, written, number)
            inside.begin(written, line[key.end() :])
    return lines


def _tell(lines: dict[str, int], key: str, number: int) -> None:
    while key:
        lines.setdefault(key, number)
        key = key.rpartition(".")[0]


def _plain(written: str) -> str:
    """A key without its quotation marks and the spaces around its dots."""
    return ".".join(part.strip().strip("\"'") for part in written.split("."))


class _Inside:
    """Where a line stands within a list that goes over several lines."""

    def __init__(self) -> None:
        self.depth = 0
        self._key = ""
        self._items = 0

    def begin(self, key: str, rest: str) -> None:
        """A key was read, and what follows it on its line."""
        self._key, self._items, self.depth = key, 0, 0
        self._count(rest)

    def next_item(self, line: str) -> str:
        """The key of the first item that begins on this line."""
        key = f"{self._key}[{self._items}]"
        self._count(line)
        return key

    def _count(self, rest: str) -> None:
        for sign in re.sub(_QUOTED, "", rest):
            if sign in "[{":
                self.depth += 1
            elif sign in "]}":
                self.depth -= 1
            elif sign == "," and self.depth == 1:
                self._items += 1


def _numbered(header: str, counts: dict[str, int], *, opens_item: bool) -> str:
    """``stages.statements`` as ``stages[2].statements[0]``, counting the lists of tables met so far."""
    path = ""
    parts = header.split(".")
    for place, part in enumerate(parts):
        path = f"{path}.{part}" if path else part
        if opens_item and place == len(parts) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = f"{path}[{counts[path]}]"
    return path
