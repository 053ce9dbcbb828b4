"""Which version of a copy somebody holds, and which copies are out of date because a fact has changed (N7, M20)."""

import hashlib
from collections.abc import Mapping
from datetime import date, time
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.log import Log
from conference_tui.conference.papers import Copy, Paper
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.reading.read import read
from conference_tui.conference.recipients import rows
from conference_tui.conference.state import Conference


class Held(Struct, frozen=True, kw_only=True):
    """The last version of a paper that somebody was handed."""

    copy: Copy
    made: e.DocumentMade
    is_current: bool
    """Whether it would be drawn from the same today."""
    still_gets: bool
    """Whether its reader would be handed it today."""


def drawn_from(reduced: Conference) -> str:
    """What a copy is drawn from, as one number: SHA-256 in hexadecimal.

    Where the meeting stands and how far the record is sealed make no difference to what a copy says.
    """
    told = replace(reduced, stage="", finished=frozenset(), seals=(), documents=(), log=Log())
    parts: list[str] = []
    _take_apart(told, parts)
    return hashlib.sha256("".join(f"{part}\0" for part in parts).encode()).hexdigest()


def held(conference: Conference, procedure: Procedure) -> tuple[Held, ...]:
    """Everything that was handed out, the last version of each; nothing of what was made before there were copies.

    Nor of a paper that this program does not know: another one may have made it.
    """
    known = {paper.value for paper in Paper}
    last: dict[tuple[str, str, str], e.DocumentMade] = {}
    for made in conference.documents:
        if made.reader and made.document in known:
            last[made.reader, made.document, made.child] = made
    gets = {
        (row.reader, cell.paper.value, cell.child): cell.gets
        for row in rows(conference, procedure)
        for cell in row.cells
    }
    return tuple(
        _held(conference, procedure, made, still_gets=gets.get(key, False)) for key, made in last.items()
    )


def out_of_date(conference: Conference, procedure: Procedure) -> tuple[Held, ...]:
    """Who holds a copy that says something else than it would today (M20)."""
    return tuple(each for each in held(conference, procedure) if not each.is_current)


def version_of(conference: Conference, copy: Copy, number: str) -> int:
    """The version of a copy that is drawn from what `number` stands for: the same again, or the next."""
    before = [
        made
        for made in conference.documents
        if (made.reader, made.document, made.child) == (copy.reader, copy.paper.value, copy.child)
    ]
    if not before:
        return 1
    last = before[-1]
    return last.version if last.drawn_from == number else last.version + 1


def _held(conference: Conference, procedure: Procedure, made: e.DocumentMade, *, still_gets: bool) -> Held:
    copy = Copy(
        paper=Paper(made.document),
        reader=made.reader,
        child=made.child,
        reader_name=made.recipient,
        version=made.version,
    )
    try:
        now = drawn_from(read(conference, procedure, copy))
    except KeyError:  # whoever it was for is no longer of the conference
        now = ""
    return Held(copy=copy, made=made, is_current=now == made.drawn_from, still_gets=still_gets)


def _take_apart(value: object, parts: list[str]) -> None:
    """Add a value to the `parts`, in an order that is always the same."""
    match value:
        case str() if type(value) is str:  # most of them
            parts.append(repr(value))
        case Enum():
            parts.append(str(value.value))
        case Struct():
            parts.append(type(value).__name__)
            for field in value.__struct_fields__:
                _take_apart(getattr(value, field), parts)
        case tuple():
            parts.append("(")
            for each in value:
                _take_apart(each, parts)
            parts.append(")")
        case Mapping():
            parts.append("{")
            for key, each in value.items():
                parts.append(repr(key))
                _take_apart(each, parts)
            parts.append("}")
        case frozenset():
            parts += ["{", *sorted(map(str, value)), "}"]
        case date() | time():
            parts.append(value.isoformat())
        case _:
            parts.append(repr(value))
