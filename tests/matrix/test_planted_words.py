"""Every word that a person can type stands in the copies of those who may read it, and in nobody else's."""

import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

import msgspec
import pytest
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.folding import apply
from conference_tui.conference.papers import FILE, Copy, Layout, Paper
from conference_tui.conference.reading.hiding import typed_in
from conference_tui.conference.reading.questions import asked
from conference_tui.conference.reading.read import read as read_as
from conference_tui.documents.draw import write
from conference_tui.documents.pack import Press, Ready
from conference_tui.documents.reading import read
from conference_tui.documents.writing import Picture
from tests.conference.building import CALENDAR
from tests.matrix.expected import BY_PRESENCE, FIELDS
from tests.matrix.family import PROCEDURE, Held, held_in
from tests.matrix.planting import Planted, planted_in, typed_fields
from tests.matrix.rooms import ROOMS, Room, relation

FAMILY_COLUMNS = {"mo", "fa", "ka", "fh", "gp", "su", "sk", "ch"}

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


def written(here: Held) -> Found:
    """The same before a page is laid out, for a quick answer: what a paper says, its pictures included."""
    found = {}
    for copy in here.copies:
        paper = write(copy, read_as(here.conference, PROCEDURE, copy), PROCEDURE, CALENDAR)
        pictures = [vars(part.painted) for part in paper.parts if isinstance(part, Picture)]
        found[copy] = planted_in(f"{paper} {pictures}")
    return found


def answer(planted: Planted, reader: str, room: Room) -> str:
    """What the tables say of a word and a reader."""
    column = relation(reader, planted.about, room)
    return BY_PRESENCE[room.presence_of(reader)][planted.row][column]


def is_of(copy: Copy, planted: Planted) -> bool:
    """Whether a paper is about a child whom the entry is about; the file's own leaves out nobody who speaks of both."""
    is_of_both = copy.reader == FILE and planted.row == "said by the other child's father"
    return not copy.child or is_of_both or copy.child in (planted.about or ())


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
            if told in "nax":
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
def test_every_copy_is_written_as_the_tables_say(room: Room) -> None:
    here = held(room)
    assert not (lines := wrong(here, written(here))), "\n".join(["", *lines])


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_every_finished_copy_holds_what_the_tables_say(room: Room) -> None:
    here = held(room)
    assert not (lines := wrong(here, drawn(here, Layout.STANDARD))), "\n".join(["", *lines])


@pytest.mark.long
@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
@pytest.mark.parametrize("layout", [each for each in Layout if each is not Layout.STANDARD])
def test_every_finished_copy_in_every_other_layout_holds_what_the_tables_say(
    layout: Layout, room: Room
) -> None:
    here = held(room)
    assert not (lines := wrong(here, drawn(here, layout))), "\n".join(["", *lines])


# --- What the chair is asked ----------------------------------------------------------------------------------------


def asked_of(here: Held, copy: Copy) -> frozenset[str]:
    """The planted words of every entry that the chair is asked about before this copy is made."""
    return frozenset(
        word
        for each in asked(here.conference, PROCEDURE, copy)
        for typed in typed_in(each.event)
        for word in planted_in(typed)
    )


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_the_chair_is_asked_before_minutes_are_made_what_the_tables_say_and_nothing_else(room: Room) -> None:
    here, lines = held(room), []
    for copy in here.copies:
        if copy.paper is Paper.MINUTES and copy.reader != FILE:
            found = asked_of(here, copy)
            for planted in here.planted:
                told = answer(planted, copy.reader, room)
                if told not in "-x" and (told == "a") != (planted.word in found):
                    what = "is asked" if planted.word in found else "is not asked"
                    lines.append(f"{what} for {copy.reader}: {planted.place} [{planted.row}] {planted.about}")
    assert not lines, "\n".join(["", *lines])


# --- What the chair chooses -----------------------------------------------------------------------------------------


def minutes_with(here: Held, copy: Copy, keys: Iterable[str], how: str, reader: str) -> frozenset[str]:
    """The planted words in a copy once the chair has chosen how these entries stand for a reader; "" is for all."""
    conference = here.conference
    for key in keys:
        chosen = msgspec.convert({"entry": key, "how": how, "reader": reader}, e.EntryChosen)
        conference = apply(conference, chosen)
    return written(replace(here, conference=conference, copies=(copy,)))[copy]


def copies_of(here: Held, paper: Paper) -> list[Copy]:
    return [copy for copy in here.copies if copy.paper is paper and copy.reader != FILE]


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_what_the_chair_shows_is_read_and_nothing_else_with_it(room: Room) -> None:
    here = held(room)
    for copy in copies_of(here, Paper.MINUTES):
        keys = [each.entry for each in asked(here.conference, PROCEDURE, copy)]
        found = minutes_with(here, copy, keys, "shown", copy.reader)
        told = {planted: answer(planted, copy.reader, room) for planted in here.planted}
        to_read = {planted.word for planted in told if told[planted] == "a" and _in_minutes(planted)}
        assert to_read <= found, copy.reader
        assert not {planted.place for planted in told if told[planted] == "n" and planted.word in found}


@pytest.mark.parametrize("for_all", [True, False])
def test_what_the_chair_leaves_out_is_not_read(for_all: bool) -> None:
    here = held(ROOMS[0])
    keys = [key for key, recorded in here.conference.log if can_be_left_out(recorded.event)]
    left_out = {
        planted.word
        for planted in here.planted
        if planted.kind
        in {type(r.event).__name__ for _, r in here.conference.log if can_be_left_out(r.event)}
    }
    for copy in copies_of(here, Paper.MINUTES):
        assert not minutes_with(here, copy, keys, "left out", "" if for_all else copy.reader) & left_out
        others = {
            planted.word for planted in here.planted if planted.row == "course" and _in_minutes(planted)
        }
        assert others <= minutes_with(here, copy, keys, "left out", "")
    for copy in copies_of(here, Paper.OUTLINE_PLAN):
        stands = minutes_with(here, copy, keys, "left out", "" if for_all else copy.reader) & left_out
        assert bool(stands) is for_all, "what is chosen for everybody is of the minutes"


def can_be_left_out(event: e.Event) -> bool:
    """Whether it was said or agreed, and is the chair's to leave out of a copy."""
    return isinstance(
        event,
        e.ContributionMade
        | e.ContributionCorrected
        | e.FamilyAsked
        | e.HarmDetailed
        | e.FutureRiskDiscussed
        | e.SummaryGiven
        | e.AddendumAdded
        | e.ActionAgreed
        | e.BottomLineSet
        | e.ContingencySet
        | e.NetworkSupportOffered
        | e.RecommendationMade,
    )


def _in_minutes(planted: Planted) -> bool:
    return Paper.MINUTES.value in FIELDS[planted.place].papers


# --- Whether the tables and the words are all there -----------------------------------------------------------------


def test_a_word_is_planted_in_every_field_that_a_person_types() -> None:
    planted = {word.place for room in ROOMS for word in held(room).planted}
    every = {f"{kind.__name__}.{field}" for kind in e.Event.__subclasses__() for field in typed_fields(kind)}
    assert every == planted == set(FIELDS)


def test_no_word_is_planted_twice_or_where_it_is_not_found() -> None:
    for room in ROOMS:
        words = [each.word for each in held(room).planted]
        assert len(words) == len(set(words))
        assert planted_in("-".join(words).upper()) == set(words)


def test_every_row_comes_up_in_every_presence_that_changes_it() -> None:
    came_up: dict[str, set[tuple[str, str]]] = {presence: set() for presence in BY_PRESENCE}
    for room in ROOMS:
        here = held(room)
        for reader in {copy.reader for copy in here.copies}:
            for word in here.planted:
                came_up[room.presence_of(reader)].add((word.row, relation(reader, word.about, room)))
    assert {row for row, _ in came_up["there"]} == set(BY_PRESENCE["there"])
    for presence, rows in BY_PRESENCE.items():
        for row, cells in rows.items():
            said = {column for column, told in cells.items() if told in "ya" and column in FAMILY_COLUMNS}
            if rows[row] is not BY_PRESENCE["there"][row]:
                missing = {column for column in said if (row, column) not in came_up[presence]}
                assert not missing, (presence, row, missing)


def test_a_kind_or_a_field_that_no_rule_names_is_in_nobodys_copy_but_the_files() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tests.matrix.with_more"], check=True, capture_output=True, text=True
    ).stdout
    read_by = {reader: set(words) for reader, *words in (line.split("\t") for line in told.splitlines())}
    assert read_by.pop(FILE) == {"zqzazu", "zqzezu"}
    assert len(read_by) > 5
    assert set().union(*read_by.values()) == set()
