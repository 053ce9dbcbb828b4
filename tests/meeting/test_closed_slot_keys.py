"""The closed slot's keys, in a folder with a passphrase (BA-11)."""

from collections.abc import Callable

import pytest

from conference_tui.meeting import ClosedLocked, Meeting
from conference_tui.store.drafts import Drafts
from conference_tui.store.errors import Locked
from conference_tui.store.records import Record
from tests.meeting.running import (
    SECRET,
    SECRET_TYPING,
    SLOT,
    SLOT_ENDED,
    in_slot,
    is_in_slot,
    meeting_on,
    said,
    with_vault,
)
from tests.store.vaults import PASSPHRASE, opened


def test_a_first_slot_needs_no_passphrase_and_its_key_is_gone_at_its_end(meeting: Meeting) -> None:
    """BA-11: nobody waits for a passphrase when the family is already at the door."""
    folder = with_vault(meeting)
    running = meeting_on(folder, Record.open(folder, meeting.record_id))
    in_slot(running)
    assert [made.words for made in running.said_in_closed_slot] == [SECRET]
    running.record(SLOT_ENDED)
    running.settle()
    with pytest.raises(Locked):
        Record.open_closed(folder, running.record_id, readonly=True)
    running.close()


def test_a_second_slot_asks_for_the_passphrase(meeting: Meeting) -> None:
    """BA-11: refused with nothing changed; once the passphrase was typed it goes on in the same record."""
    folder = with_vault(meeting)
    running = meeting_on(folder, Record.open(folder, meeting.record_id))
    in_slot(running)
    running.record(SLOT_ENDED)
    running.settle()
    before = running.entries
    with pytest.raises(ClosedLocked, match="passphrase"):
        running.record(SLOT)
    assert (running.entries, running.in_closed_slot) == (before, False)
    folder.unlock_closed(running.record_id, PASSPHRASE)
    running.record(SLOT, said(3, "the second time"))
    assert [made.words for made in running.said_in_closed_slot] == ["the second time"]
    running.close()


def test_a_slot_that_a_crash_left_open_is_opened_again_with_the_passphrase_only(meeting: Meeting) -> None:
    """BA-11: until then nothing opens, and nothing stays open behind it."""
    folder = with_vault(meeting)
    running = meeting_on(folder, Record.open(folder, meeting.record_id))
    in_slot(running)
    running.close()
    for place in (folder, opened(folder)):
        record = Record.open(place, running.record_id)
        with pytest.raises(ClosedLocked):
            meeting_on(place, record)
        with pytest.raises(Locked):
            Drafts.open(place, folder.closed_record_of(running.record_id) or "")
    again = opened(folder)
    again.unlock_closed(running.record_id, PASSPHRASE)
    reopened = meeting_on(again, Record.open(again, running.record_id))
    assert [made.words for made in reopened.said_in_closed_slot] == [SECRET]
    assert reopened.unfinished() == {"capture": SECRET_TYPING}
    reopened.close()


def test_the_keys_stay_while_it_is_not_known_that_the_slot_is_over(meeting: Meeting) -> None:
    """BA-11: an end that could not be saved opens the slot again, without asking."""
    folder = with_vault(meeting)
    waiting: list[Callable[[], None]] = []
    running = meeting_on(folder, Record.open(folder, meeting.record_id), waiting.append)
    in_slot(running)
    running.record(SLOT_ENDED, by="half \ud800")
    running.flush()
    while waiting:
        waiting.pop(0)()
    assert is_in_slot(running)
    assert [made.words for made in running.said_in_closed_slot] == [SECRET]
    running.close()
