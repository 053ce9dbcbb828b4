"""Undo, redo and striking: nothing is erased, and what the rules hold on to stays."""

import tempfile
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.people import Standing
from conference_tui.meeting import Meeting, Refused
from conference_tui.refused import ChangesSitting
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from tests.meeting.running import (
    CLOSED,
    DECISION,
    NOTHING_OPEN,
    SET_UP,
    another_run,
    in_slot,
    meeting_on,
    said,
    words,
)

ADDENDUM = e.AddendumAdded(addendum="a", words="The bus pass came.", by="sloan", on=date(2026, 12, 3))


def test_undo_and_redo_go_back_and_forth(meeting: Meeting) -> None:
    meeting.record(said(1, "one"), said(2, "two"), said(3, "three"))
    assert meeting.undo() == said(3, "three")
    assert meeting.undo() == said(2, "two")
    assert words(meeting) == ["one"]
    assert meeting.redo() == said(2, "two")
    assert meeting.redo() == said(3, "three")
    assert words(meeting) == ["one", "two", "three"]
    with pytest.raises(Refused, match="nothing to redo"):
        meeting.redo()
    meeting.undo()
    meeting.record(said(4, "four"))
    with pytest.raises(Refused, match="nothing to redo"):
        meeting.redo()
    assert words(meeting) == ["one", "two", "four"]


def test_a_change_of_sitting_is_undone_and_redone_in_one_step(meeting: Meeting) -> None:
    """HV-3: who left, that it began, who came: a room with half of it would be one that there never was."""
    meeting.record(
        e.PersonEntered(person="dean", name="Dean Pike", standing=Standing.PARENT),
        e.PersonArrived(person="tamsin", at=time(13, 30)),
        e.SplitSittingPlanned(sitting="s1", title="With Tamsin", people=("tamsin",)),
        e.SplitSittingPlanned(sitting="s2", title="With Dean", people=("dean",)),
        e.SplitSittingBegan(sitting="s1", at=time(13, 35)),
    )
    before = meeting.conference
    began = e.SplitSittingBegan(sitting="s2", at=time(14))
    meeting.record_all(
        e.PersonLeft(person="tamsin", at=time(14)), began, e.PersonArrived(person="dean", at=time(14))
    )
    after = meeting.conference
    with pytest.raises(ChangesSitting):
        meeting.undo()
    assert meeting.conference == after
    assert meeting.undo(may_change_sitting=True) == began
    assert meeting.conference == before
    with pytest.raises(ChangesSitting):
        meeting.redo()
    assert meeting.conference == before
    assert meeting.redo(may_change_sitting=True) == began
    assert meeting.conference == after
    struck = next(entry.seq for entry in reversed(meeting.entries) if entry.event == began)
    meeting.strike_entry(struck, "It had not begun.")
    with pytest.raises(ChangesSitting):
        meeting.undo()
    meeting.undo(may_change_sitting=True)
    assert meeting.conference.split_begun[-1] == began
    meeting.strike_entry(struck, "It had not begun.")
    with pytest.raises(Refused, match="nothing to redo"):
        meeting.redo()


def test_undo_erases_nothing(meeting: Meeting) -> None:
    """What was struck stays in the record, with the strike behind it."""
    meeting.record(said(1))
    meeting.undo()
    assert [entry.event for entry in meeting.entries][-2:] == [said(1), e.Struck(seq=7, why="undo")]


def test_undo_passes_over_moves_and_stops_at_the_conference_itself(meeting: Meeting) -> None:
    meeting.record(said(1), e.StageOpened(stage="plan"))
    assert meeting.undo() == said(1)
    assert meeting.conference.stage == "plan"
    for _ in SET_UP[1:]:
        meeting.undo()
    with pytest.raises(Refused, match="nothing to undo"):
        meeting.undo()
    assert meeting.conference.ref == "ASH-1"


def test_nothing_closes_over_an_open_question(meeting: Meeting) -> None:
    """Global rule 4: each is settled or has the chair's typed reason, whoever asks for the close."""
    meeting.record(*NOTHING_OPEN[:-1])
    with pytest.raises(Refused, match=r"No decision on Maya Orrell-Pike\. Settle it, or type your reason"):
        meeting.record(CLOSED)
    assert meeting.conference.closed is None


def test_the_close_is_not_undone_nor_anything_before_it(meeting: Meeting) -> None:
    """HF-10: what was signed and handed out stands."""
    meeting.record(said(1), *NOTHING_OPEN, CLOSED)
    before = meeting.conference.contributions
    for refused in (
        lambda: meeting.record(said(2)),
        meeting.undo,
        meeting.redo,
        lambda: meeting.strike_entry(7, "a slip"),
        lambda: meeting.strike(CLOSED, "a slip"),
    ):
        with pytest.raises(Refused, match=r"The conference is closed|nothing to redo"):
            refused()
    assert meeting.conference.closed == CLOSED
    assert meeting.conference.contributions == before
    with another_run(meeting) as reopened, pytest.raises(Refused, match="The conference is closed"):
        reopened.undo()


def test_what_is_added_after_the_close_can_be_taken_back(meeting: Meeting) -> None:
    """M20: an addendum is appended; struck, it stays in the record with the reason."""
    meeting.record(*NOTHING_OPEN, CLOSED, ADDENDUM)
    assert meeting.undo() == ADDENDUM
    assert not meeting.conference.addenda
    assert meeting.redo() == ADDENDUM
    meeting.strike(ADDENDUM, "of another family")
    assert not meeting.conference.addenda
    assert meeting.conference.closed == CLOSED
    meeting.record(
        e.ComplaintReceived(complaint="k", person="tamsin", words="Too fast.", on=date(2026, 12, 4)),
        e.ComplaintDecided(complaint="k", outcome="not upheld", on=date(2026, 12, 18)),
        e.RetentionSet(until=date(2044, 8, 30), why="Children's records"),
    )
    with another_run(meeting) as reopened:
        assert reopened.conference.complaints["k"].decided
        assert reopened.conference.retention
        assert not reopened.conference.addenda


def test_what_could_not_be_saved_is_not_struck_either(folder: Folder) -> None:
    """Undone before it was known that the disk had refused it: no strike of nothing, or of what has its number next."""
    waiting: list[Callable[[], None]] = []
    told: list[e.Event] = []
    meeting = meeting_on(folder, Record.create(folder), waiting.append)
    meeting.troubles.append(lambda entry, _: told.append(entry.event))
    meeting.record(*SET_UP, said(1, "half \ud800"))
    meeting.undo()
    meeting.flush()
    while waiting:
        waiting.pop(0)()
    assert told == [said(1, "half \ud800")]
    meeting.record(said(2))
    assert meeting.entries[-1].seq == 7
    assert meeting.undo() == said(2)
    meeting.settle()
    assert words(meeting) == []
    with another_run(meeting) as reopened:
        assert [type(entry.event) for entry in reopened.entries[6:]] == [e.ContributionMade, e.Struck]
        assert words(reopened) == []


def test_undo_goes_on_in_another_run(meeting: Meeting) -> None:
    meeting.record(said(1))
    with another_run(meeting) as reopened:
        assert reopened.undo() == said(1)
        with another_run(reopened) as third:
            assert third.redo() == said(1)


def test_one_thing_can_be_struck_with_its_reason(meeting: Meeting) -> None:
    meeting.record(said(1, "one"), said(2, "two"))
    meeting.strike(said(1, "one"), "said of somebody else")
    assert words(meeting) == ["two"]
    assert meeting.entries[-1].event == e.Struck(seq=7, why="said of somebody else")
    with pytest.raises(Refused, match="no longer in the record"):
        meeting.strike(said(1, "one"), "again")


def test_an_entry_is_struck_by_its_number_with_who_and_why(meeting: Meeting) -> None:
    meeting.by = "chair"
    meeting.record(said(1, "one"), said(2, "two"))
    meeting.strike_entry(7, "said of somebody else", by="minute-taker")
    assert words(meeting) == ["two"]
    last = meeting.entries[-1]
    assert (last.event, last.by) == (e.Struck(seq=7, why="said of somebody else"), "minute-taker")


@pytest.mark.parametrize(
    ("seq", "why", "sentence"),
    [
        (7, "again", "no longer in the record"),
        (99, "why", "no longer in the record"),
        (8, "", "Say why"),
        (8, "\x07", "Say why"),
        (8, "x" * 20_001, "longer than"),
        (1, "why", "That stands"),
        (9, "why", "That stands"),
        (10, "why", "That stands"),
    ],
)
def test_what_is_not_struck(meeting: Meeting, seq: int, why: str, sentence: str) -> None:
    meeting.record(said(1), said(2), e.StageOpened(stage="plan"))
    meeting.strike_entry(7, "said of somebody else")
    with pytest.raises(Refused, match=sentence):
        meeting.strike_entry(seq, why)
    assert words(meeting) == ["words"]


def test_nothing_of_the_open_record_is_struck_while_the_closed_slot_is_open(meeting: Meeting) -> None:
    """BA-11."""
    in_slot(meeting)
    with pytest.raises(Refused, match="The closed slot is open"):
        meeting.strike_entry(7, "why")


def test_undo_takes_a_strike_back_and_redo_does_not(meeting: Meeting) -> None:
    """What was done last is undone, and that was the strike; its reason was no slip of the hand to be redone."""
    meeting.record(said(1, "one"), said(2, "two"))
    meeting.strike(said(1, "one"), "said of somebody else")
    with pytest.raises(Refused, match="nothing to redo"):
        meeting.redo()
    assert meeting.undo() == e.Struck(seq=7, why="said of somebody else")
    assert words(meeting) == ["one", "two"]
    assert meeting.undo() == said(2, "two")
    meeting.redo()
    assert words(meeting) == ["one", "two"]


def test_a_correction_of_the_names_can_be_undone(meeting: Meeting) -> None:
    meeting.record(e.ConferenceOpened(ref="ASH-2", kind=e.Kind.INITIAL, procedure="plain"))
    meeting.undo()
    assert meeting.conference.ref == "ASH-1"
    meeting.redo()
    assert meeting.conference.ref == "ASH-2"


@settings(max_examples=20, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(["say", "decide", "undo", "redo", "stage", "strike"]), max_size=20))
def test_whatever_was_done_and_undone_is_there_again(actions: list[str]) -> None:
    """Opened again, the record adds up to what stood on the screen."""
    with tempfile.TemporaryDirectory() as place:
        folder = Folder.at(Path(place) / "store")
        meeting = meeting_on(folder, Record.create(folder))
        meeting.record(*SET_UP)
        for number, action in enumerate(actions):
            try:
                if action == "say":
                    meeting.record(said(number, f"{number}"))
                elif action == "decide":
                    meeting.record(replace(DECISION, reason=f"{number}"))
                elif action == "stage":
                    meeting.record(e.StageOpened(stage=("mapping", "plan")[number % 2]))
                elif action == "strike":
                    meeting.strike(meeting.entries[number % len(meeting.entries)].event, "why")
                else:
                    getattr(meeting, action)()
            except Refused as refused:
                assert str(refused)
        meeting.settle()
        shown = meeting.conference
        with another_run(meeting) as reopened:
            assert reopened.conference == shown
            assert reopened.is_saved
