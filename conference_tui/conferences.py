"""The conferences of a data folder: which there are, finding one, making one, opening one, erasing one.

Only open records are read here. A closed slot's record is never listed, found or opened (BA-11).

The list of conferences is what the program begins with. So what only a meeting needs, and the authorities' procedures,
are imported when one is opened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

import msgspec
from msgspec import Struct

from conference_tui.conference import events as e
from conference_tui.conference.compared import folded, words
from conference_tui.conference.folding import apply, fold
from conference_tui.conference.moments import moment_of
from conference_tui.conference.rules import refusal
from conference_tui.conference.state import Conference
from conference_tui.conference.text import one_line, without_controls
from conference_tui.spoken import Spoken
from conference_tui.store.errors import Damaged, InUse, StoreError
from conference_tui.store.folder import Folder
from conference_tui.store.lock import Lock
from conference_tui.store.log_files import beside
from conference_tui.store.records import Record

if TYPE_CHECKING:
    from conference_tui.conference.procedure import Procedure
    from conference_tui.meeting import Meeting
    from conference_tui.store.register import Erasure


class UnknownConference(Spoken, LookupError):
    """No conference, or more than one, is meant; the message is the sentence for the person."""


class Summary(Struct, frozen=True, kw_only=True):
    """One conference of the folder, as a list shows it."""

    record: str
    """The id of the record: names it even where two have the same reference."""
    ref: str = ""
    """Empty where it was never set up, or cannot be read."""
    kind: e.Kind | None = None
    children: tuple[str, ...] = ()
    """What the children are called."""
    held: date | None = None
    chair: str = ""
    stage: str = ""
    """The agenda item the meeting is at; empty before the first."""
    is_closed: bool = False
    entries: int = 0
    """How many entries the record has; of a damaged one, how many are whole before the damage."""
    keep_until: date | None = None
    """Until when the record is kept; None where nobody has said."""
    trouble: str = ""
    """Why it cannot be opened for writing now, as a sentence: damaged, no key, open in another window."""


class Reading(Struct, frozen=True, kw_only=True):
    """A conference that was read and is not kept open."""

    conference: Conference
    procedure: Procedure
    entries: int
    warning: str = ""
    """What was found when the record was read; empty when all was well."""
    damage: str = ""
    """Where the record is damaged: the sentence for the person. What is before the damage was read."""


class MeetingOptions(TypedDict, total=False):
    """What `Meeting` takes beside the record and its rules."""

    clock: Callable[[], datetime]
    post: Callable[[Callable[[], None]], None]
    new_id: Callable[[], str]


_SUMMED_UP = frozenset(
    kind.__name__
    for kind in (
        e.ConferenceOpened,
        e.ConferenceArranged,
        e.ConferenceAdjourned,
        e.ConferenceResumed,
        e.ChairChanged,
        e.ChildEntered,
        e.StageOpened,
        e.DecisionMade,
        e.ConferenceClosed,
        e.RetentionSet,
        e.Struck,
        e.Restored,
    )
)
"""The kinds of event that a summary is made of; the others need not be understood for it."""


def summaries(folder: Folder) -> tuple[Summary, ...]:
    """Every conference of the folder, the last changed first. What is wrong with one is said in its place.

    Raises StoreError only where the folder's own keys cannot be read.
    """
    return tuple(_summary(folder, record_id) for record_id in folder.conferences())


def missing_files(count: int) -> str:
    """The sentence for so many conferences whose key is in the folder and whose record is not."""
    which = "The file of one conference is" if count == 1 else f"The files of {count:,} conferences are"
    return f"{which} missing: the key is here, the record is not. Nothing has been changed. Look in a backup."


def find(folder: Folder, ref: str) -> str:
    """The record of that id; else of the conference with that reference, in capitals or not.

    The id first, for a reference is whatever somebody typed, or an archive says. Raises UnknownConference where there is none, or more than one.
    """
    wanted = folded(one_line(ref))
    every = summaries(folder)
    found = [each for each in every if each.record == wanted]
    found = found or [each for each in every if wanted and folded(each.ref) == wanted]
    found = found or [each for each in every if words(wanted) and words(each.ref) == words(wanted)]
    if len(found) == 1:
        return found[0].record
    if found:
        ids = ", ".join(each.record for each in found)
        raise UnknownConference(f"More than one conference is called {ref}. Name it by its record: {ids}.")
    if not every:
        raise UnknownConference(f"There is no conference {ref}: {folder.path} has none yet.")
    unread = sum(1 for each in every if not each.ref and each.trouble)
    but = f" {unread} of those here cannot be read." if unread else ""
    raise UnknownConference(
        f"There is no conference {ref} in {folder.path}.{but} “conference list” shows all."
    )


def start(
    folder: Folder,
    ref: str,
    kind: e.Kind,
    *,
    procedure: str = "",
    chair: str = "",
    minute_taker: str = "",
    brings: tuple[e.AnyEvent, ...] = (),
    **options: Unpack[MeetingOptions],
) -> Meeting:
    """Make a new conference, on the disk when this returns, and open it; further arguments are `Meeting`'s.

    Without a `procedure` it follows the plain default. What it `brings` is recorded with it, in one piece: a review
    has the plan so far, or there is no review.

    Raises Refused, with nothing made, where the reference is empty or is taken; StoreError; and what
    `authorities.load` raises.
    """
    from conference_tui import authorities
    from conference_tui.meeting import Refused

    opening = e.ConferenceOpened(
        ref=one_line(ref),
        kind=kind,
        procedure=procedure or authorities.DEFAULT,
        chair=one_line(chair),
        minute_taker=one_line(minute_taker),
    )
    rules = authorities.load(opening.procedure)
    events = tuple(map(without_controls, (opening, *brings)))
    now = options.get("clock", _now)().isoformat(timespec="seconds")
    conference, entries = Conference(), list[e.Recorded]()
    for seq, event in enumerate(events, start=1):
        if why := refusal(conference, event, rules):
            raise Refused(why)
        entries.append(e.Recorded(seq=seq, at=now, event=event, moment=moment_of(conference, event)))
        conference = apply(conference, entries[-1])
    if any(folded(each.ref) == folded(opening.ref) for each in summaries(folder)):
        raise Refused(
            f"There is already a conference {opening.ref}. Open that one, or give another reference."
        )
    record = Record.create(folder, entries=map(msgspec.to_builtins, entries))
    return _meeting(folder, record, rules, options)


def _now() -> datetime:
    return datetime.now().astimezone()


def open_meeting(folder: Folder, record_id: str, **options: Unpack[MeetingOptions]) -> Meeting:
    """Open a conference to go on with it; further arguments are `Meeting`'s.

    Raises StoreError, and what `authorities.load` raises; then nothing stays open.
    """
    record = Record.open(folder, record_id)
    try:
        procedure = procedure_of(_summed(record.stored()))
    except BaseException:
        record.close()
        raise
    return _meeting(folder, record, procedure, options)


def read(folder: Folder, record_id: str) -> Reading:
    """Read a conference without opening it for writing, so that another window may have it open meanwhile.

    Of a damaged record what is whole before the damage is read. Raises StoreError where nothing can be, and
    what `authorities.load` raises.
    """
    from conference_tui.conference.references import not_there, set_aside_in_words

    damage = ""
    try:
        record = Record.open(folder, record_id, readonly=True)
    except Damaged as error:
        if not error.intact:
            raise
        record, damage = Record.open(folder, record_id, rescue=True), str(error)
    with record:
        every = converted(record.stored())
        missing = not_there(every)
        conference = _folded(entry for entry in every if entry.seq not in missing)
        warnings = ("" if damage else record.warning, set_aside_in_words(missing))
        return Reading(
            conference=conference,
            procedure=procedure_of(conference),
            entries=record.count,
            warning=" ".join(filter(None, warnings)),
            damage=damage,
        )


def erase(folder: Folder, record_id: str, *, reason: str, by: str, at: datetime | None = None) -> Erasure:
    """Destroy every key of a conference, and so everything recorded in it; the stub that is kept is given back.

    A damaged record is erased too. `at` is when, with its offset; now where it is not given. Raises Refused without
    a reason or a name, and what `Folder.erase` raises.
    """
    from conference_tui.meeting import Refused

    if not (one_line(reason) and one_line(by)):
        raise Refused("Say why the conference is erased, and who erases it. Nothing has been erased.")
    ref, count, head = _what_it_was(folder, record_id)
    return folder.erase(
        record_id,
        ref=ref,
        count=count,
        head=head,
        reason=one_line(reason),
        by=one_line(by),
        at=at or _now(),
    )


def _what_it_was(folder: Folder, record_id: str) -> tuple[str, int, str]:
    """Reference, number of entries and hash, as far as they can be read."""
    for rescue in (False, True):
        with (
            suppress(StoreError),
            Record.open(folder, record_id, readonly=True, rescue=rescue) as record,
        ):
            return _summed(record.stored()).ref, record.count, record.head
    return "", 0, ""


def _meeting(folder: Folder, record: Record, procedure: Procedure, options: MeetingOptions) -> Meeting:
    from conference_tui import authorities
    from conference_tui.meeting import Meeting

    try:
        return Meeting(folder, record, procedure, authorities.bank_holidays(), **options)
    except BaseException:
        record.close()
        raise


def procedure_of(conference: Conference) -> Procedure:
    """The procedure that a conference follows. Raises what `authorities.load` raises."""
    from conference_tui import authorities

    return authorities.load(conference.opened.procedure if conference.opened else authorities.DEFAULT)


def _summed(entries: Iterable[dict[str, Any]]) -> Conference:
    """What the entries add up to that a summary is made of."""
    try:
        return _folded(converted(entry for entry in entries if entry["event"]["type"] in _SUMMED_UP))
    except (KeyError, TypeError) as error:
        raise _not_understood(error) from error


def _folded(entries: Iterable[e.Recorded]) -> Conference:
    """What entries of a record add up to. Raises Damaged."""
    try:
        return fold(entries)
    except (KeyError, TypeError) as error:
        raise _not_understood(error) from error


def converted(entries: Iterable[dict[str, Any]]) -> list[e.Recorded]:
    """Entries of a record as values. Raises Damaged."""
    wanted = list(entries)
    try:
        return msgspec.convert(wanted, list[e.Recorded])
    except msgspec.ValidationError as error:
        raise _not_understood(error) from error


def _not_understood(error: Exception) -> Damaged:
    return Damaged(
        f"The record holds something that this version does not understand ({error}). Nothing has been "
        "changed. Open it with the version that wrote it, or a newer one."
    )


def _summary(folder: Folder, record_id: str) -> Summary:
    try:
        with Record.open(folder, record_id, readonly=True) as record:
            return _summed_up(record, _in_use(folder, record_id))
    except Damaged as error:
        return _rescued(folder, record_id, str(error))
    except StoreError as error:
        return Summary(record=record_id, trouble=str(error))


def _rescued(folder: Folder, record_id: str, trouble: str) -> Summary:
    """What can still be told of a damaged record, so that the person knows which one it is."""
    with suppress(StoreError), Record.open(folder, record_id, rescue=True) as record:
        return _summed_up(record, trouble)
    return Summary(record=record_id, trouble=trouble)


def _summed_up(record: Record, trouble: str) -> Summary:
    conference = _summed(record.stored())
    opened = conference.opened
    found = Summary(
        record=record.id,
        ref=conference.ref,
        kind=opened.kind if opened else None,
        children=tuple(child.label for child in conference.children.values()),
        held=conference.held,
        chair=conference.chair,
        stage=conference.stage,
        is_closed=conference.closed is not None,
        entries=record.count,
        keep_until=conference.retention.until if conference.retention else None,
        trouble=trouble,
    )
    return without_controls(found)  # whatever wrote it: a list is shown on a terminal


def _in_use(folder: Folder, record_id: str) -> str:
    """The sentence that says who has a record open for writing; empty where nobody has."""
    lock = beside(folder.file(record_id), "lock")
    if not lock.exists():
        return ""
    try:
        Lock(lock, "This conference").release()
    except InUse as error:
        return str(error)
    except OSError:
        # A folder that cannot be written to: nobody can have it open for writing, and it can still be read.
        return ""
    return ""
