"""A decision and the close are followed by their seals, with the true hash."""

import itertools
import threading
from collections.abc import Callable, Mapping

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.meeting import Meeting
from conference_tui.store import signatures
from conference_tui.store.errors import NotSaved
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from tests.meeting.running import (
    CLOSED,
    DECISION,
    NOTHING_OPEN,
    SET_UP,
    another_run,
    is_saved,
    meeting_on,
    said,
    typed,
)


def seals_of(meeting: Meeting) -> list[e.Sealed]:
    meeting.settle()
    return list(meeting.conference.seals)


def test_a_decision_is_followed_by_its_seal_with_the_true_hash(meeting: Meeting) -> None:
    """The number and the hash are those of the decision's own entry on the disk, whatever is recorded meanwhile."""
    meeting.record(DECISION, said(1))
    (sealed,) = seals_of(meeting)
    assert (sealed.count, sealed.child, sealed.signature) == (7, "maya", "")
    assert [type(entry.event) for entry in meeting.entries[6:]] == [
        e.DecisionMade,
        e.Sealed,
        e.ContributionMade,
    ]
    assert [entry.seq for entry in meeting.entries] == list(range(1, 10))
    assert is_saved(meeting)
    with another_run(meeting) as reopened:
        assert reopened.entries == meeting.entries
        assert reopened.conference == meeting.conference
        reopened.flush()
        with Record.open(meeting.folder, meeting.record_id, readonly=True) as record:
            assert record.hash_of(7) == sealed.head


def test_until_it_is_on_the_disk_there_is_no_seal(folder: Folder) -> None:
    """What cannot be known yet is not shown: neither a hash nor a number that may still change."""
    waiting: list[Callable[[], None]] = []
    meeting = meeting_on(folder, Record.create(folder), waiting.append)
    meeting.record(*SET_UP, DECISION)
    assert meeting.entries[-1].event == e.Sealed(count=7, head="", child="maya")
    meeting.flush()
    assert not meeting.conference.seals
    while waiting:
        waiting.pop(0)()
    (sealed,) = seals_of(meeting)
    assert meeting.entries[-1].event == sealed
    assert is_saved(meeting)
    meeting.close()


def test_the_key_that_signs_is_made_by_the_writer(meeting: Meeting) -> None:
    """Its lock and the disk are waited for where no screen waits."""
    asked: list[threading.Thread] = []
    make = meeting.folder.signing_key

    def noted() -> Ed25519PrivateKey:
        asked.append(threading.current_thread())
        return make()

    meeting.folder.signing_key = noted  # type: ignore[method-assign]
    meeting.record(*NOTHING_OPEN, CLOSED)
    meeting.flush()
    assert asked
    assert threading.current_thread() not in asked


def test_the_close_is_sealed_and_signed(meeting: Meeting) -> None:
    """HF-10: with the folder's own key, over this record, this number and this hash."""
    meeting.record(*NOTHING_OPEN, CLOSED)
    (sealed,) = seals_of(meeting)
    assert (sealed.count, sealed.child) == (10, "")
    assert sealed.key == signatures.public(meeting.folder.signing_key())
    signed = sealed.signature, meeting.record_id, sealed.count, sealed.head
    assert signatures.is_good(sealed.key, *signed)
    assert not signatures.is_good(sealed.key, *signed[:2], 9, sealed.head)
    assert meeting.conference.close_seal == sealed


def test_undo_and_redo_pass_over_a_seal(meeting: Meeting) -> None:
    meeting.record(said(1), DECISION)
    (sealed,) = seals_of(meeting)
    assert typed(meeting.undo()) == DECISION
    assert seals_of(meeting) == []
    assert typed(meeting.redo()) == DECISION
    assert seals_of(meeting) == [sealed]
    assert typed(meeting.undo()) == DECISION
    assert meeting.undo() == said(1)


def test_the_seal_is_that_of_the_decision_that_counts(folder: Folder) -> None:
    """A second decision taken back, even before its seal is known: on paper stands the seal of the first."""
    waiting: list[Callable[[], None]] = []
    meeting = meeting_on(folder, Record.create(folder), waiting.append)
    meeting.record(*SET_UP, DECISION, replace(DECISION, reason="Another reason."))
    meeting.undo()
    meeting.flush()
    while waiting:
        waiting.pop(0)()
    (sealed,) = seals_of(meeting)
    assert sealed.count == 7
    assert typed(meeting.conference.decisions["maya"].made) == DECISION
    assert [type(entry.event) for entry in meeting.entries].count(e.Sealed) == 2
    with another_run(meeting) as reopened:
        assert reopened.conference == meeting.conference


def test_a_decision_that_could_not_be_saved_is_not_sealed(folder: Folder) -> None:
    """It is told once, and nothing stays behind: neither the decision nor a seal of something else."""
    waiting: list[Callable[[], None]] = []
    told: list[e.Event] = []
    meeting = meeting_on(folder, Record.create(folder), waiting.append)
    meeting.troubles.append(lambda entry, _: told.append(entry.event))
    unsaved = replace(DECISION, reason="half \ud800")
    meeting.record(*SET_UP, unsaved, said(1))
    meeting.flush()
    while waiting:
        waiting.pop(0)()
    assert [typed(each) for each in told] == [unsaved]
    assert meeting.conference.seals == ()
    assert [type(entry.event) for entry in meeting.entries[6:]] == [e.ContributionMade]
    assert is_saved(meeting)
    meeting.record(DECISION)
    (sealed,) = seals_of(meeting)
    with Record.open(folder, meeting.record_id, readonly=True) as record:
        assert sealed.count == 8
        assert record.hash_of(8) == sealed.head
    meeting.close()


def test_a_seal_that_could_not_be_saved_leaves_the_decision(meeting: Meeting) -> None:
    """The decision is on the disk: what was typed for it does not come back, and the trouble is told."""
    told: list[e.Event] = []
    meeting.troubles.append(lambda entry, _: told.append(entry.event))
    meeting.record(DECISION, by="chair")
    seals_of(meeting)
    shown = meeting.count
    full = itertools.chain([False], itertools.repeat(True))
    append = meeting._books.open.record.append

    def filling(event: Mapping[str, object]) -> int:
        if next(full):
            raise NotSaved("The disk is full.")
        return append(event)

    meeting._books.open.record.append = filling  # type: ignore[method-assign,assignment]
    second = replace(DECISION, reason="Another reason.")
    meeting.record(second)
    meeting.was_typed({"decision/reason": "Another reason."}, since=shown)
    meeting.settle()
    assert [type(event) for event in told] == [e.Sealed]
    assert typed(meeting.conference.decisions["maya"].made) == second
    assert len(meeting.conference.seals) == 1
    assert meeting.unfinished() == {}


def test_a_crash_between_the_close_and_its_seal(meeting: Meeting) -> None:
    """Opened again, the close that was the last entry is sealed and signed."""
    meeting.record(*NOTHING_OPEN)
    meeting.close()
    with Record.open(meeting.folder, meeting.record_id) as record:
        entry = e.Recorded(seq=record.count + 1, at=meeting.entries[-1].at, event=CLOSED)
        number = record.append(msgspec.to_builtins(entry))
    reopened = meeting_on(meeting.folder, Record.open(meeting.folder, meeting.record_id))
    (sealed,) = seals_of(reopened)
    assert (sealed.count, bool(sealed.signature)) == (number, True)
    with another_run(reopened) as third:
        assert seals_of(third) == [sealed]
