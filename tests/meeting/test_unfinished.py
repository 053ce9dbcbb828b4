"""Unfinished typing of a meeting: kept for the next time, and destroyed when it is over."""

from datetime import time

from conference_tui.conference import events as e
from conference_tui.meeting import Meeting
from conference_tui.store.records import Record
from conference_tui.unfinished import Typing
from tests.meeting.running import (
    CLOSED,
    NOTHING_OPEN,
    SECRET,
    SECRET_TYPING,
    SLOT_ENDED,
    another_run,
    everything_open,
    in_slot,
    meeting_on,
    with_vault,
)


def test_what_is_typed_in_the_slot_goes_nowhere_else(meeting: Meeting) -> None:
    """BA-11: in no file of the folder in clear, and not among the open record's unfinished typing."""
    folder = with_vault(meeting)
    running = meeting_on(folder, Record.open(folder, meeting.record_id))
    running.typing("line", "open typing")
    in_slot(running)
    before = running.count
    running.record(e.PersonLeft(person="sloan", at=time(13, 44)))
    running.was_typed({"line": SECRET_TYPING}, since=before)
    running.record(SLOT_ENDED)
    assert running.unfinished() == {"line": "open typing"}
    running.settle()
    assert folder.drafts_of(folder.closed_record_of(running.record_id) or "") is None
    assert SECRET not in everything_open(running)
    assert SECRET_TYPING not in everything_open(running)


def test_unfinished_typing_is_there_next_time(meeting: Meeting) -> None:
    meeting.typing("capture", "sloan - maya: she")
    meeting.typing("summary", "gone")
    meeting.typing("summary", "")
    with another_run(meeting) as reopened:
        assert reopened.unfinished() == {"capture": "sloan - maya: she"}


def test_what_was_typed_stays_kept_until_the_record_has_what_it_was_for(meeting: Meeting) -> None:
    """A kill while the entry is being saved finds the words in one of the two."""
    folder, record_id = meeting.folder, meeting.record_id
    meeting.close()
    found: list[bytes] = []

    def until_recorded() -> None:
        found.append(folder.file(folder.drafts_of(record_id) or "").read_bytes())

    typing = Typing(folder, record_id, recorded=until_recorded)
    typing.put("line", "sloan: she is at home")
    assert typing.is_kept()
    with_the_words = folder.file(folder.drafts_of(record_id) or "").read_bytes()
    typing.put("line", "")
    typing.close()
    assert found[-1] == with_the_words


def test_unfinished_typing_is_destroyed_when_the_conference_is_closed(meeting: Meeting) -> None:
    """HF-10: what was deleted or never recorded was never said."""
    meeting.typing("capture", "never said")
    assert meeting.folder.drafts_of(meeting.record_id) is not None
    meeting.record(*NOTHING_OPEN, CLOSED)
    meeting.close()
    assert meeting.folder.drafts_of(meeting.record_id) is None


def test_unfinished_typing_of_a_closed_slot_is_destroyed_at_its_end(meeting: Meeting) -> None:
    """BA-11: while the slot is open it is kept; then its file is gone."""
    in_slot(meeting)
    closed = meeting.folder.closed_record_of(meeting.record_id)
    assert closed is not None
    assert meeting.folder.drafts_of(closed) is not None
    meeting.record(SLOT_ENDED)
    assert meeting.folder.drafts_of(closed) is None
