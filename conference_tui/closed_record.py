"""The closed slot's record after its slot: read again by somebody with the passphrase, and its copies numbered.

While the slot is open it belongs to the meeting. Nothing else lists it, exports it or searches it (BA-11).
"""

import time
from collections.abc import Callable
from datetime import datetime

import msgspec
from msgspec import Struct

from conference_tui.conference import events as e
from conference_tui.conference.folding import struck_numbers
from conference_tui.conference.text import one_line, without_controls
from conference_tui.store.errors import Damaged, StoreError
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record


class Said(Struct, frozen=True, kw_only=True):
    """One contribution of the slot."""

    seq: int
    """Its number in the closed record."""
    at: str
    """Wall-clock time, ISO 8601 with offset."""
    speaker: str
    """The id of a person of the conference."""
    words: str
    struck: bool
    """Whether it was taken back; what was taken back stays in the record."""


class ClosedRecord(Struct, frozen=True, kw_only=True):
    """What a closed record holds."""

    said: tuple[Said, ...]
    copies: tuple[e.CopyNumbered, ...]
    """Every copy that was numbered, in order."""
    damage: str = ""
    """Where the record is damaged: the sentence for the person. What is before the damage was read."""


def read(folder: Folder, record_id: str, passphrase: str) -> ClosedRecord:
    """The closed record of a conference; its key is in memory for this one call.

    In a folder without a vault the passphrase is not looked at. Of a damaged record what is whole is read.

    Raises WrongPassphrase, and Missing where there was no closed slot; Locked and other StoreErrors.
    """
    damage = ""
    with folder.with_closed(record_id, passphrase):
        try:
            record = Record.open_closed(folder, record_id, readonly=True)
        except Damaged as error:
            if not error.intact:
                raise
            record, damage = Record.open_closed(folder, record_id, rescue=True), str(error)
        with record:
            return _content(_entries(record), damage)


def words_of(folder: Folder, record_id: str, passphrase: str) -> tuple[str, ...]:
    """Everything typed in a conference's closed slot, taken back or not, for the leak check; none without its record.

    An imported conference comes without it. Raises as `read`.
    """
    if folder.closed_record_of(record_id) is None:
        return ()
    return tuple(said.words for said in read(folder, record_id, passphrase).said)


def number_copy(
    folder: Folder,
    record_id: str,
    passphrase: str,
    holder: str,
    clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
) -> e.CopyNumbered:
    """Record that a copy goes to somebody, under the next number; on the disk when this returns.

    Raises ValueError without a holder, InUse while the slot is open in a window, and what `read` raises.
    """
    if not one_line(holder):
        raise ValueError("Say who is given the copy. Nothing has been recorded.")
    with folder.with_closed(record_id, passphrase), Record.open_closed(folder, record_id) as record:
        entries = _entries(record)
        before = _content(entries).copies
        now = clock()
        numbered = e.CopyNumbered(
            copy=max((each.copy for each in before), default=0) + 1,
            holder=one_line(holder),
            on=now.date(),
        )
        entry = e.Recorded(
            seq=entries[-1].seq + 1 if entries else 1,  # an entry that was refused left its number out
            at=now.isoformat(timespec="seconds"),
            tick=round(time.monotonic() * 1000),
            event=numbered,
        )
        record.append(msgspec.to_builtins(entry))
        return numbered


def _entries(record: Record) -> list[e.Recorded]:
    try:
        return [without_controls(entry) for entry in msgspec.convert(record.stored(), list[e.Recorded])]
    except msgspec.ValidationError as error:
        # The reason would name a value of the record.
        raise StoreError(
            "The closed record holds something that this version does not understand. Nothing has been changed. "
            "Open it with the version that wrote it, or a newer one."
        ) from error


def _content(entries: list[e.Recorded], damage: str = "") -> ClosedRecord:
    struck = struck_numbers(entries)
    return ClosedRecord(
        said=tuple(
            Said(
                seq=entry.seq,
                at=entry.at,
                speaker=entry.event.speaker,
                words=entry.event.words,
                struck=entry.seq in struck,
            )
            for entry in entries
            if isinstance(entry.event, e.ContributionMade)
        ),
        copies=tuple(entry.event for entry in entries if isinstance(entry.event, e.CopyNumbered)),
        damage=damage,
    )
