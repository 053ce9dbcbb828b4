"""Every word that a person can type stands in the copies of those who may read it, and in nobody else's."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

import msgspec
import pytest

from conference_tui.conference import events as e
from conference_tui.conference.papers import FILE, Copy, Layout
from conference_tui.documents.draw import write
from conference_tui.documents.pack import Press, Ready
from conference_tui.documents.reading import read
from tests.conference.building import CALENDAR
from tests.matrix.expected import BY_PRESENCE, FIELDS
from tests.matrix.family import PROCEDURE, ROOMS, Held, Room, held_in, relation
from tests.matrix.planting import Planted, planted_in, typed_fields

Found = dict[Copy, frozenset[str]]
"""By copy, the planted words that stand in it."""


@cache
def held(room: Room) -> Held:
    return held_in(room)


def in_finished(ready: Ready, name: str) -> frozenset[str]:
    """Every planted word in the finished bytes, on their pages and beside them, and in the name of the file."""
    places = [*read(ready.data, ready.suffix)]
    if ready.in_print:
        places += read(ready.in_print, ".pdf")
    return planted_in("\n".join([name, *(place.text for place in places)]))


def drawn(here: Held, layout: Layout) -> Found:
    press = Press(here.conference, PROCEDURE, CALENDAR)
    found = {}
    for copy in here.copies:
        ready = press.draw(copy, layout)
        found[copy] = in_finished(ready, press.name(ready))
    return found


def answer(planted: Planted, reader: str, room: Room) -> str:
    """What the tables say of a word and a reader."""
    column = relation(reader, planted.about, room)
    return BY_PRESENCE[room.presence_of(reader)][planted.row][column]


def is_of(copy: Copy, planted: Planted) -> bool:
    """Whether a paper is about a child whom the entry is about."""
    return not copy.child or copy.child in (planted.about or ())


def wrong(here: Held, found: Found) -> list[str]:
    """Each cell in which the copies are not as the tables say, a line each."""
    lines = []
    by_reader: dict[str, list[Copy]] = defaultdict(list)
    for copy in here.copies:
        by_reader[copy.reader].append(copy)
    for reader, copies in by_reader.items():
        for planted in here.planted:
            told = answer(planted, reader, here.room)
            who = f"{reader} ({relation(reader, planted.about, here.room)}, {here.room.presence_of(reader)})"
            what = f"{planted.place} [{planted.row}] about {planted.about} ({planted.word})"
            reads_it = [copy for copy in copies if planted.word in found[copy]]
            if told in "na":
                lines += [f"{who} reads {what} in the {copy.paper.value} {copy.child}" for copy in reads_it]
            lines += [
                f"{who} reads {what} in the {copy.paper.value} of {copy.child}"
                for copy in reads_it
                if told == "y" and not is_of(copy, planted)
            ]
            printed = [
                copy
                for copy in copies
                if copy.paper.value in FIELDS[planted.place].papers and is_of(copy, planted)
            ]
            if told == "y" and printed and not any(copy in reads_it for copy in printed):
                papers = ", ".join(copy.paper.value for copy in printed)
                lines.append(f"{who} does not read {what}; it would stand in: {papers}")
    return lines


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_every_copy_holds_what_the_tables_say(room: Room) -> None:
    here = held(room)
    assert not (lines := wrong(here, drawn(here, Layout.STANDARD))), "\n".join(["", *lines])
