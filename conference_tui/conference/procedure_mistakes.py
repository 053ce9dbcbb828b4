"""Mistakes in a procedure file, told so that the person who wrote the file can mend it."""

from __future__ import annotations

import re

from msgspec import inspect

# Kept as text: they are compiled only when there is a mistake to tell.
_HEADER = r"\s*(\[\[?)\s*([\w.\"'-]+)\s*\]\]?\s*(#.*)?$"
_KEY = r"\s*([\w-]+)\s*="
_FROM_MSGSPEC = r"(?P<said>.*?)(?: - at `(?:key in )?\$\.?(?P<place>.*)`)?$"
_PLAIN_WORDS = {
    "`str`": "text in quotes",
    "`int`": "a whole number",
    "`float`": "a number",
    "`bool`": "true or false",
    "`array`": "a list",
    "`object`": "a table",
    "`null`": "nothing",
    "Object contains": "There is an",
    "Object missing required field": "This key is missing:",
    "unknown field": "unknown key",
    " | `null`": "",
    " | nothing": "",
}


class ProcedureError(ValueError):
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


def mistake_of_msgspec(text: str, name: str, under: str, kind: type, message: str) -> ProcedureError:
    """The error for what msgspec says of a value of that kind under the table ``under``, in plain words."""
    found = re.match(_FROM_MSGSPEC, message, re.DOTALL)
    said, place = (found["said"], found["place"] or "") if found else (message, "")
    for word, plain in _PLAIN_WORDS.items():
        said = said.replace(word, plain)
    if choices := _choices(kind, place):
        said = f"Expected one of {', '.join(choices)}"
    return mistake_at(text, name, ".".join(part for part in (under, place) if part), f"{said}.")


def _choices(kind: type, place: str) -> list[str]:
    """The words that may stand at ``place`` of a table of that kind; none where any may."""
    here: inspect.Type | None = inspect.type_info(kind)
    for part in re.findall(r"[\w-]+", place):
        match here:
            case inspect.StructType(fields=fields):
                here = next((field.type for field in fields if field.encode_name == part), None)
            case inspect.VarTupleType(item_type=item):
                here = item
            case _:
                return []
    if isinstance(here, inspect.UnionType):
        here = next((each for each in here.types if isinstance(each, inspect.LiteralType)), None)
    return [str(value) for value in here.values] if isinstance(here, inspect.LiteralType) else []


def line_of(text: str, key: str) -> int | None:
    """The line where ``key`` stands, or else the nearest table around it; None when none is found."""
    lines = _lines_of_keys(text)
    while key:
        if key in lines:
            return lines[key]
        key = key.rpartition(".")[0] if not key.endswith("]") else key.rpartition("[")[0]
    return None


def _lines_of_keys(text: str) -> dict[str, int]:
    """Each key of the file with its line; items of a list of tables are numbered from 0."""
    lines: dict[str, int] = {}
    counts: dict[str, int] = {}
    table = ""
    in_long_text = False
    for number, line in enumerate(text.splitlines(), start=1):
        starts_inside = in_long_text
        in_long_text ^= (line.count('"""') + line.count("'''")) % 2 == 1
        if starts_inside:
            continue
        if header := re.match(_HEADER, line):
            table = _numbered(header[2], counts, opens_item=header[1] == "[[")
            lines.setdefault(table, number)
        elif key := re.match(_KEY, line):
            lines.setdefault(f"{table}.{key[1]}" if table else key[1], number)
    return lines


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
