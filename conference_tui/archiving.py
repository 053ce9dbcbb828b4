"""A conference leaves as an archive, and comes in as one: whole, or not at all.

Nothing of a closed slot leaves or comes in (BA-11). What the file looks like is `exchange/`'s.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from conference_tui import authorities
from conference_tui.conference import events as e
from conference_tui.conference.compared import folded
from conference_tui.conference.doubts import doubts
from conference_tui.conference.folding import fold
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.procedure_mistakes import ProcedureError
from conference_tui.conference.state import Conference
from conference_tui.conference.text import one_line
from conference_tui.conference.timeline import lines
from conference_tui.conferences import converted, procedure_of, summaries
from conference_tui.exchange import archive as archives
from conference_tui.exchange.archive import Archive
from conference_tui.exchange.entries import refuse_unfit
from conference_tui.exchange.errors import ArchiveRefused
from conference_tui.overview.whole import overview
from conference_tui.store.errors import Missing
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record


class Preview(Struct, frozen=True, kw_only=True):
    """What an archive is, before anything of it is stored."""

    ref: str
    kind: e.Kind | None
    children: tuple[str, ...]
    """What the children are called."""
    held: date | None
    chair: str
    procedure: str
    entries: int
    first_at: str
    """When the first entry was recorded, ISO 8601 with offset."""
    last_at: str
    exported: str
    """When the archive was written; empty where it does not say."""
    is_closed: bool
    is_closed_off: bool
    """Whether the archive has its closing line, and so nothing is missing by accident."""
    warnings: tuple[str, ...] = ()
    """What is to be thought of before it is taken, as sentences; none of it is in the way."""


def archive(folder: Folder, record_id: str, *, at: datetime | None = None) -> bytes:
    """The open record of a conference as an archive in clear; nothing of a closed slot is in it (BA-11).

    `at` is when, with its offset; now where it is not given. Raises StoreError.
    """
    with Record.open(folder, record_id, readonly=True) as record:
        entries, head = converted(record.stored()), record.head
    ref = fold(entries).ref
    if not ref:
        raise Missing(
            f"The record {record_id} was never set up as a conference: there is nothing to archive."
        )
    exported = (at or datetime.now().astimezone()).isoformat(timespec="seconds")
    about = archives.About(ref=ref, record=record_id, exported=exported, head=head)
    return archives.write(_numbered(entries), about)


def preview(folder: Folder, found: Archive) -> Preview:
    """What an archive is. Nothing is stored. Raises ArchiveRefused where it cannot be shown, and StoreError."""
    conference = _shown(found)
    opened = conference.opened
    return Preview(
        ref=found.about.ref,
        kind=opened.kind if opened else None,
        children=tuple(child.label for child in conference.children.values()),
        held=conference.held,
        chair=conference.chair,
        procedure=opened.procedure if opened else "",
        entries=len(found.entries),
        first_at=found.entries[0].at,
        last_at=found.entries[-1].at,
        exported=found.about.exported,
        is_closed=conference.closed is not None,
        is_closed_off=found.is_closed_off,
        warnings=tuple(_warnings(folder, found, conference)),
    )


def import_archive(folder: Folder, found: Archive, *, at: datetime | None = None) -> str:
    """Make a conference of an archive, whole or not at all, and give the id of its record.

    Its entries are as they were; one more follows that says where they came from. `at` is when, with its offset;
    now where it is not given. Raises ArchiveRefused where it cannot be shown, and StoreError.
    """
    _shown(found)
    about = found.about
    imported = e.RecordImported(
        count=len(found.entries), head=about.head, record=about.record, exported=about.exported
    )
    now = (at or datetime.now().astimezone()).isoformat(timespec="seconds")
    last = e.Recorded(seq=len(found.entries) + 1, at=now, event=imported)
    with Record.create(folder, entries=map(msgspec.to_builtins, (*found.entries, last))) as record:
        return record.id


def _numbered(entries: list[e.Recorded]) -> Iterable[e.Recorded]:
    """Entries numbered without a gap: an entry that the disk refused has left one behind.

    A strike of such an entry, which is about nothing, stays behind too.
    """
    known = {entry.seq for entry in entries}
    kept = [
        entry
        for entry in entries
        if not isinstance(entry.event, e.Struck | e.Restored) or entry.event.seq in known
    ]
    numbers = {entry.seq: number for number, entry in enumerate(kept, start=1)}
    for entry in kept:
        event = entry.event
        if isinstance(event, e.Struck | e.Restored):
            event = replace(event, seq=numbers[event.seq])
        yield replace(entry, seq=numbers[entry.seq], event=event)


def _shown(found: Archive) -> Conference:
    """The conference of an archive, which every screen could show. Raises ArchiveRefused.

    Each entry fits on its own. That what it names is there, and what all add up to, is looked at once here, so that a
    file made to break the program breaks nothing later.
    """
    refuse_unfit(found.entries)
    try:
        conference = fold(found.entries)
        procedure = _rules_for(conference)
        overview(conference, procedure, authorities.bank_holidays())
        lines(found.entries, conference, procedure)
    except Exception as error:
        raise ArchiveRefused(
            f"What the entries add up to cannot be shown ({type(error).__name__}). Nothing was stored."
        ) from error
    return conference


def _rules_for(conference: Conference) -> Procedure:
    """The conference's procedure, or where this computer does not have it, the plain default."""
    try:
        return procedure_of(conference)
    except (authorities.UnknownProcedureError, ProcedureError):
        return authorities.load(authorities.DEFAULT)


def _warnings(folder: Folder, found: Archive, conference: Conference) -> Iterator[str]:

    here = summaries(folder)
    if any(folded(each.ref) == folded(found.about.ref) for each in here):
        yield f"There is already a conference {found.about.ref} here. It stays as it is; there will be two of that name."
    if any(each.record == found.about.record for each in here):
        yield "It is an archive of a record that is still here."
    procedure = _rules_for(conference)
    wanted = conference.opened.procedure if conference.opened else ""
    if procedure.name != wanted:
        yield f"Its procedure “{one_line(wanted)}” is not on this computer: the conference opens once it is."
    if conference.closed_slot:
        yield "Its closed slot had not ended. What was said in the slot is in no archive."
    yield from doubts(found.entries, procedure, authorities.bank_holidays())
