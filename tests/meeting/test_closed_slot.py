"""The closed slot has a record of its own, and nothing of it is in the open one (BA-11)."""

from collections.abc import Callable
from contextlib import nullcontext
from datetime import time

import msgspec
import pytest
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.meeting import Meeting, Refused
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from tests.meeting.running import (
    SECRET,
    SECRET_TYPING,
    SET_UP,
    SLOT,
    SLOT_ENDED,
    another_run,
    everything_open,
    in_slot,
    is_in_slot,
    is_saved,
    meeting_on,
    said,
    words,
)


def test_what_is_said_in_the_closed_slot_lies_in_its_own_record(meeting: Meeting) -> None:
    """BA-11: a file, key and numbering of its own; the open record learns when, and who left."""
    in_slot(meeting)
    assert is_in_slot(meeting)
    assert [made.words for made in meeting.said_in_closed_slot] == [SECRET]
    meeting.record(SLOT_ENDED)
    assert not is_in_slot(meeting)
    assert meeting.said_in_closed_slot == ()
    assert words(meeting) == ["open words"]
    assert meeting.conference.closed_slots[0].left == ("tamsin",)
    with Record.open_closed(meeting.folder, meeting.record_id, readonly=True) as closed:
        assert closed.count == 1
        assert SECRET in repr(closed.events())


@pytest.mark.parametrize("ended", [True, False], ids=["slot ended", "slot still open"])
def test_nothing_of_the_closed_slot_is_in_the_open_record(meeting: Meeting, ended: bool) -> None:
    """BA-11: not in its entries, its state, its unfinished typing, or the bytes of any file."""
    in_slot(meeting)
    if ended:
        meeting.record(SLOT_ENDED, said(3, "open again"))
    found = everything_open(meeting)
    assert "open words" in found
    for phrase in ("neighbour", SECRET, SECRET_TYPING):
        assert phrase not in found


def test_the_closed_slot_survives_the_end_of_the_program(meeting: Meeting) -> None:
    """BA-11: a new day, a crash or a restart changes nothing of it; what was being typed is there too."""
    in_slot(meeting)
    with another_run(meeting) as reopened:
        assert reopened.in_closed_slot
        assert [made.words for made in reopened.said_in_closed_slot] == [SECRET]
        assert reopened.unfinished() == {"capture": SECRET_TYPING}
        with pytest.raises(Refused, match="The closed slot is open"):
            reopened.record(e.SummaryGiven(words="x"))
        reopened.record(said(3, "more of it"), SLOT_ENDED)
        assert reopened.unfinished() == {}
        assert words(reopened) == ["open words"]
        with another_run(reopened) as third:
            assert not third.in_closed_slot
            assert third.said_in_closed_slot == ()


def test_a_second_slot_goes_to_the_same_closed_record(meeting: Meeting) -> None:
    """BA-11: one closed record for a conference."""
    in_slot(meeting)
    meeting.record(SLOT_ENDED, e.ClosedSlotBegan(at=time(14, 0), left=("tamsin",), stayed=("sloan",)))
    meeting.record(said(3, "the second time"))
    assert len(meeting.conference.closed_slots) == 2
    meeting.flush()
    with Record.open_closed(meeting.folder, meeting.record_id, readonly=True) as closed:
        assert SECRET in repr(closed.events())
        assert "the second time" in repr(closed.events())


def words_in_slot(meeting: Meeting) -> list[str]:
    return [made.words for made in meeting.said_in_closed_slot]


@pytest.mark.parametrize("restarted", [False, True], ids=["", "program ended in between"])
def test_a_second_slot_shows_nothing_of_the_first(meeting: Meeting, restarted: bool) -> None:
    """BA-11: others may sit in it; also of what was said again, and of what was taken back."""
    in_slot(meeting)
    meeting.record(SLOT_ENDED, SECOND_SLOT)
    with another_run(meeting) if restarted else nullcontext(meeting) as second:
        assert words_in_slot(second) == []
        second.record(said(3, "the second time"), said(4, "taken back"))
        second.undo()
        assert words_in_slot(second) == ["the second time"]


def test_undo_in_the_closed_slot_stays_in_it(meeting: Meeting) -> None:
    """BA-11: it never reaches for what was said before in the open, and is not seen there afterwards."""
    in_slot(meeting)
    entries = meeting.entries
    assert meeting.undo() == said(2, SECRET)
    assert meeting.said_in_closed_slot == ()
    with pytest.raises(Refused, match="nothing to undo"):
        meeting.undo()
    assert meeting.redo() == said(2, SECRET)
    assert meeting.entries == entries
    meeting.record(SLOT_ENDED)
    assert meeting.undo() == said(1, "open words")


SECOND_SLOT = e.ClosedSlotBegan(at=time(14, 0), left=("tamsin",), stayed=("sloan",))


@pytest.mark.parametrize("restarted", [False, True], ids=["", "program ended in between"])
def test_undo_and_redo_in_a_second_slot_do_not_reach_the_first(meeting: Meeting, restarted: bool) -> None:
    """BA-11: what was said in the first, perhaps before others, is neither taken back there nor brought back."""
    in_slot(meeting)
    meeting.record(said(3, "taken back in the first"))
    meeting.undo()
    meeting.record(SLOT_ENDED, SECOND_SLOT)
    with another_run(meeting) if restarted else nullcontext(meeting) as second:
        with pytest.raises(Refused, match="nothing to redo"):
            second.redo()
        with pytest.raises(Refused, match="nothing to undo"):
            second.undo()
        second.record(said(4, "in the second"))
        assert second.undo() == said(4, "in the second")
        with pytest.raises(Refused, match="nothing to undo"):
            second.undo()
        assert second.redo() == said(4, "in the second")
        assert [made.words for made in second.said_in_closed_slot] == ["in the second"]


def test_a_second_slot_begins_with_a_line_in_the_closed_record(meeting: Meeting) -> None:
    """Its numbers go on without a gap."""
    in_slot(meeting)
    meeting.record(SLOT_ENDED, SECOND_SLOT, said(3, "in the second"))
    meeting.close()
    with Record.open_closed(meeting.folder, meeting.record_id, readonly=True) as closed:
        entries = msgspec.convert(closed.events(), list[e.Recorded])
    assert [(entry.seq, entry.event) for entry in entries] == [
        (1, said(2, SECRET)),
        (2, SECOND_SLOT),
        (3, said(3, "in the second")),
    ]


def test_a_second_slot_that_the_closed_record_cannot_take_does_not_begin(meeting: Meeting) -> None:
    in_slot(meeting)
    meeting.record(SLOT_ENDED)
    with pytest.raises(Refused, match="not saved"):
        meeting.record(replace(SECOND_SLOT, reason="half \ud800"))
    assert not is_in_slot(meeting)
    meeting.record(SECOND_SLOT)
    assert is_in_slot(meeting)


def test_the_closed_slot_takes_no_empty_and_no_endless_entry(meeting: Meeting) -> None:
    in_slot(meeting)
    with pytest.raises(Refused, match="Nothing was typed"):
        meeting.record(said(3, ""))
    with pytest.raises(Refused, match="longer than"):
        meeting.record(said(3, "x" * 20_001))


def test_the_slot_does_not_begin_while_family_is_here_or_stays(meeting: Meeting) -> None:
    """BA-11: nobody but professionals."""
    for wrong in (
        e.ClosedSlotBegan(at=time(13, 42), left=(), stayed=("sloan",)),
        e.ClosedSlotBegan(at=time(13, 42), left=("tamsin",), stayed=("sloan", "tamsin")),
    ):
        with pytest.raises(Refused, match="Tamsin Orrell"):
            meeting.record(wrong)
    assert not is_in_slot(meeting)
    assert meeting.folder.closed_record_of(meeting.record_id) is None


def test_a_slot_whose_beginning_could_not_be_saved_has_not_begun(folder: Folder) -> None:
    """BA-11: nobody is left in a slot that the record knows nothing of; what was typed meanwhile stays closed."""
    waiting: list[Callable[[], None]] = []
    meeting = meeting_on(folder, Record.create(folder), waiting.append)
    meeting.record(*SET_UP)
    meeting.record(e.ClosedSlotBegan(at=time(13, 42), left=("tamsin",), stayed=("sloan",), reason="\ud800"))
    meeting.record(said(1, SECRET))
    meeting.flush()
    while waiting:
        waiting.pop(0)()
    assert not is_in_slot(meeting)
    assert meeting.conference.closed_slots == ()
    meeting.record(said(2, "open words"))
    assert words(meeting) == ["open words"]
    meeting.close()
    with Record.open_closed(folder, meeting.record_id, readonly=True) as closed:
        assert SECRET in repr(closed.events())


def test_a_slot_whose_end_could_not_be_saved_goes_on(folder: Folder) -> None:
    """BA-11: the record says that it is open, so nothing goes into the open record until its end is saved."""
    waiting: list[Callable[[], None]] = []
    meeting = meeting_on(folder, Record.create(folder), waiting.append)
    meeting.record(*SET_UP)
    in_slot(meeting)
    meeting.record(SLOT_ENDED, by="half \ud800")
    meeting.flush()
    assert not is_in_slot(meeting)
    while waiting:
        waiting.pop(0)()
    assert is_in_slot(meeting)
    assert [made.words for made in meeting.said_in_closed_slot] == [SECRET]
    with pytest.raises(Refused, match="The closed slot is open"):
        meeting.record(e.SummaryGiven(words="x"))
    meeting.record(SLOT_ENDED)
    assert not is_in_slot(meeting)
    meeting.close()


def test_the_slot_does_not_end_before_it_is_known_what_became_of_its_words(folder: Folder) -> None:
    """BA-11: words that could not be saved come back while the slot is open, and not in the open record's line."""
    waiting: list[Callable[[], None]] = []
    meeting = meeting_on(folder, Record.create(folder), waiting.append)
    told_in_slot: list[bool] = []
    meeting.troubles.append(lambda *_: told_in_slot.append(meeting.in_closed_slot))
    meeting.record(*SET_UP, SLOT)
    meeting.record(said(1, SECRET), by="half \ud800")
    with pytest.raises(Refused, match="could not be saved"):
        meeting.record(SLOT_ENDED)
    assert told_in_slot == [True]
    meeting.record(SLOT_ENDED)
    while waiting:
        waiting.pop(0)()
    assert not is_in_slot(meeting)
    assert told_in_slot == [True]
    meeting.close()


def test_words_of_a_slot_that_never_began_do_not_come_back(folder: Folder) -> None:
    """BA-11: neither the slot nor what was said in it could be saved; the open record's line stays as it is."""
    waiting: list[Callable[[], None]] = []
    meeting = meeting_on(folder, Record.create(folder), waiting.append)
    told: list[e.Event] = []
    meeting.troubles.append(lambda entry, _: told.append(entry.event))
    meeting.record(*SET_UP)
    meeting.typing("line", "open words")
    beginning = e.ClosedSlotBegan(at=time(13, 42), left=("tamsin",), stayed=("sloan",), reason="\ud800")
    meeting.record(beginning)
    meeting.record(said(1, SECRET), by="half \ud800")
    meeting.flush()
    while waiting:
        waiting.pop(0)()
    assert told == [beginning]
    assert meeting.unfinished() == {"line": "open words"}
    meeting.close()


def test_what_is_said_in_the_closed_slot_is_flushed_with_the_rest(meeting: Meeting) -> None:
    in_slot(meeting)
    meeting.flush()
    with Record.open_closed(meeting.folder, meeting.record_id, readonly=True) as closed:
        assert closed.count == 1
    assert is_saved(meeting)


def test_bad_news_after_the_end_opens_nothing_again(folder: Folder) -> None:
    """BA-11: the program hears too late that an entry was not saved; the closed record stays let go of."""
    waiting: list[Callable[[], None]] = []
    meeting = meeting_on(folder, Record.create(folder), waiting.append)
    meeting.record(*SET_UP, SLOT, e.StageOpened(stage="half \ud800"))
    meeting.close()
    for call in waiting:
        call()
    assert not is_in_slot(meeting)
    reopened = meeting_on(folder, Record.open(folder, meeting.record_id))
    assert is_in_slot(reopened)
    reopened.close()


def test_the_closed_record_alone_is_no_conference(meeting: Meeting) -> None:
    """BA-11: it is not in the list of conferences."""
    in_slot(meeting)
    assert meeting.folder.conferences() == [meeting.record_id]
