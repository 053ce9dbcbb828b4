"""What counts as saved, who and when stands in each entry, and what cannot be saved is taken back and told."""

import os
from collections.abc import Callable
from datetime import timedelta, timezone

import pytest

from conference_tui.conference import events as e
from conference_tui.meeting import Meeting, Refused
from conference_tui.store import ballast
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from tests.meeting.running import NOW, SET_UP, another_run, is_saved, meeting_on, said, words


def test_saved_is_said_only_after_it_is_on_the_disk(folder: Folder) -> None:
    """The screen shows at once what was typed; "saved" waits for the disk, and for the program to hear of it."""
    waiting: list[Callable[[], None]] = []
    on_disk: list[int] = []
    record = Record.create(folder)

    def post(call: Callable[[], None]) -> None:
        with Record.open(folder, record.id, readonly=True) as other:
            on_disk.append(other.count)
        waiting.append(call)

    meeting = meeting_on(folder, record, post)
    meeting.record(*SET_UP)
    assert meeting.conference.ref == "ASH-1"
    assert not is_saved(meeting)
    meeting.flush()
    assert [count >= number for number, count in enumerate(on_disk, start=1)] == [True] * len(SET_UP)
    assert not is_saved(meeting)
    for call in waiting:
        call()
    assert is_saved(meeting)
    meeting.close()


def test_opened_again_it_is_as_it_was_shown(meeting: Meeting) -> None:
    meeting.record(said(1), said(2, "Łódź, İzmir, Nguyễn, ŵy, שלום, 👩‍👧"), by="minute-taker")
    meeting.record(e.ContributionCorrected(correct=said(1, "better words"), why="misheard"))
    meeting.undo()
    shown, entries = meeting.conference, meeting.entries
    with another_run(meeting) as reopened:
        assert reopened.conference == shown
        assert reopened.entries == entries
        assert reopened.is_saved
        assert reopened.warning == ""
        assert reopened.count == len(entries)


def test_every_entry_says_when_and_by_whom(meeting: Meeting) -> None:
    """Order is the number; the clock with its offset and who typed it stand beside it."""
    meeting.record(said(1), by="minute-taker")
    last = meeting.entries[-1]
    assert (last.seq, last.at, last.by) == (7, "2026-12-01T13:30:00+00:00", "minute-taker")
    assert [entry.seq for entry in meeting.entries] == [1, 2, 3, 4, 5, 6, 7]


def test_who_is_at_the_keyboard_stands_in_each_entry(meeting: Meeting) -> None:
    meeting.by = "chair"
    meeting.record(said(1))
    meeting.undo()
    meeting.record(said(2), by="minute-taker")
    assert [entry.by for entry in meeting.entries[-3:]] == ["chair", "chair", "minute-taker"]


def test_a_clock_that_went_back_is_recorded_first(meeting: Meeting) -> None:
    """Order is the number; but who reads the times later must know that they cannot be trusted here."""
    times = [NOW - timedelta(seconds=60), NOW - timedelta(seconds=61), NOW - timedelta(seconds=61), NOW]
    meeting.clock = lambda: times.pop(0)
    meeting.record(said(1), said(2), said(3), said(4))
    assert [type(entry.event).__name__ for entry in meeting.entries[6:]] == [
        *("ContributionMade", "ContributionMade", "ContributionMade", "ContributionMade")
    ]
    meeting.clock = lambda: NOW - timedelta(seconds=61)
    meeting.record(said(5))
    went_back = e.ClockWentBack(was="2026-12-01T13:30:00+00:00", now="2026-12-01T13:28:59+00:00")
    assert [entry.event for entry in meeting.entries[-2:]] == [went_back, said(5)]
    meeting.record(said(6))
    assert [entry.event for entry in meeting.entries[-2:]] == [said(5), said(6)]
    assert meeting.undo() == said(6)
    assert meeting.undo() == said(5)
    assert meeting.undo() == said(4)
    with another_run(meeting) as reopened:
        assert [type(entry.event) for entry in reopened.entries].count(e.ClockWentBack) == 1


def test_summer_time_is_no_clock_that_went_back(meeting: Meeting) -> None:
    meeting.clock = lambda: NOW.astimezone(timezone(timedelta(hours=-1)))
    meeting.record(said(1))
    assert type(meeting.entries[-2].event) is e.PersonArrived


def test_a_refused_event_records_nothing_of_itself_and_what_follows(meeting: Meeting) -> None:
    before = meeting.entries
    with pytest.raises(Refused, match="Nothing was typed"):
        meeting.record(said(1), said(2, "\x07"), said(3))
    assert words(meeting) == ["words"]
    assert len(meeting.entries) == len(before) + 1
    meeting.flush()
    with Record.open(meeting.folder, meeting.record_id, readonly=True) as other:
        assert other.count == len(before) + 1


def test_what_cannot_be_saved_is_taken_back_and_told(meeting: Meeting) -> None:
    """Half a character, which no file can hold: the sentence comes, and nothing is shown that is not there."""
    told: list[tuple[e.Recorded, str]] = []
    meeting.troubles.append(lambda entry, sentence: told.append((entry, sentence)))
    meeting.record(said(1), said(2, "half \ud800"), said(3))
    meeting.flush()
    assert words(meeting) == ["words", "words"]
    assert [entry.event for entry, _ in told] == [said(2, "half \ud800")]
    assert "not saved" in told[0][1]
    with another_run(meeting) as reopened:
        assert words(reopened) == ["words", "words"]
        assert reopened.is_saved
        reopened.record(said(4))
        reopened.flush()
        assert reopened.is_saved


def test_bad_news_is_heard_although_nothing_brings_it_any_more(folder: Folder) -> None:
    """The program ends, and with it the loop that would have told: the words must not go without a sound."""
    meeting = meeting_on(folder, Record.create(folder), lambda _: None)
    told: list[e.Event] = []
    meeting.troubles.append(lambda entry, _: told.append(entry.event))
    meeting.record(*SET_UP)
    assert meeting.settle()
    assert is_saved(meeting)
    meeting.record(said(1), by="half \ud800")
    assert not meeting.settle()
    assert told == [said(1)]
    meeting.record(said(2), by="half \ud800")
    meeting.close()
    assert told == [said(1), said(2)]


def test_whoever_watches_hears_of_every_change(meeting: Meeting) -> None:
    meeting.flush()
    heard: list[int] = []
    meeting.listeners.append(lambda: heard.append(len(meeting.conference.contributions)))
    meeting.record(said(1))
    meeting.flush()
    assert heard == [1, 1]


def test_while_the_reserve_for_a_full_disk_is_in_use_it_is_said(meeting: Meeting) -> None:
    """And no longer once there is room: the next save fills it again."""
    meeting.record(said(1))
    meeting.flush()
    assert not meeting.reserve_warning
    os.truncate(meeting.folder.path / ballast.NAME, ballast.BYTES // 2)
    assert meeting.reserve_warning.startswith("The disk is full or nearly full.")
    meeting.record(said(2))
    meeting.flush()
    assert not meeting.reserve_warning
