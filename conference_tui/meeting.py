"""A conference while it is running: the one door through which anything is recorded.

A key press becomes an event; the rules say yes or why not; the event goes to the record and changes the state
that the screens show. It counts as saved when the record says that it is on the disk, and not before.
"""

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TypeGuard

import msgspec
from msgspec.structs import replace

from conference_tui.book import Book
from conference_tui.conference import events as e
from conference_tui.conference.dates import Calendar
from conference_tui.conference.folding import apply, struck_numbers
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.reminders import close_refusal
from conference_tui.conference.rules import refusal, refusal_in_closed_slot
from conference_tui.conference.rules.when import IS_CLOSED
from conference_tui.conference.state import UNDO, Conference
from conference_tui.conference.text import without_controls
from conference_tui.store import signatures
from conference_tui.store.errors import Locked, StoreError
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from conference_tui.store.writer import Saved
from conference_tui.unfinished import Typing

STANDING = (
    e.Struck,
    e.Restored,
    e.StageOpened,
    e.DocumentMade,
    e.ClosedSlotBegan,
    e.ClosedSlotEnded,
    e.Sealed,
    e.ClockWentBack,
    e.CopyNumbered,
    e.RecordImported,
)
"""What undo passes over and nobody strikes: moves between stages, what was handed out, that people had to leave the
room, and what the record says of itself."""

CLOCK_MAY_LAG = timedelta(minutes=1)
"""How far a clock may be set back before the record says so: a time server does less."""


NOT_THERE = "That is no longer in the record."


class Refused(Exception):
    """The rules say no; the message is the sentence for the person. Nothing was recorded."""


class ClosedLocked(Refused):
    """The closed slot's record opens only with the passphrase: `Folder.unlock_closed`, then once more (BA-11)."""


def here(call: Callable[[], None]) -> None:
    """Run a call at once, where nothing else runs: the way back from the writer in a program without screens."""
    call()


class Meeting:
    """A running conference. Screens read `conference` and call `record`; nothing else writes.

    Attributes:
        procedure: the authority's rules.
        calendar: working days and bank holidays.
        clock: gives the time now, with its offset.
        listeners: called after every change of the state or of what is saved.
        troubles: called with an entry that could not be saved, and the sentence that says why.
        side: another number on each side of the closed slot's door. Words typed under one number are recorded and
            kept under no other (BA-11): a slot whose beginning was not saved is gone between two keys.
        by: who is at the keyboard: "chair", "minute-taker", or nothing while nobody has said. It stands in each
            entry.
    """

    def __init__(
        self,
        folder: Folder,
        record: Record,
        procedure: Procedure,
        calendar: Calendar,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
        post: Callable[[Callable[[], None]], None] = here,
        new_id: Callable[[], str] = lambda: secrets.token_hex(4),
    ) -> None:
        """Go on with a conference; the record is the meeting's to close, also where this raises.

        Raises ClosedLocked where a closed slot is open and its record opens only with the passphrase, and
        StoreError.
        """
        self.folder = folder
        self.procedure = procedure
        self.calendar = calendar
        self.clock = clock
        self.new_id = new_id
        self.side = 0
        self.by = ""
        self.listeners: list[Callable[[], None]] = []
        self.troubles: list[Callable[[e.Recorded, str], None]] = []
        self._post = post
        self._open = Book(record, post)
        self._closed: Book | None = None
        self._ended = False
        self._is_among_several = False
        self._typing = Typing(folder, record.id)
        self._typed: list[tuple[tuple[e.Recorded, ...], dict[str, str]]] = []
        """Entries that are not known to be on the disk yet, with what a person typed for them."""
        try:
            if self.conference.closed_slot:
                self._open_closed_book()
        except BaseException:
            self._typing.close()
            self._open.close()
            raise
        self._seal_what_a_crash_left()

    # --- What there is --------------------------------------------------------------------------------------

    @property
    def conference(self) -> Conference:
        """The open record as it stands. Nothing of a closed slot is ever in it."""
        return self._open.conference

    @property
    def entries(self) -> tuple[e.Recorded, ...]:
        """Everything in the open record, in order."""
        return tuple(self._open.entries)

    @property
    def in_closed_slot(self) -> bool:
        """Whether the confidential slot is open now."""
        return self._closed is not None

    @property
    def said_in_closed_slot(self) -> tuple[e.ContributionMade, ...]:
        """What was said in the slot that is open, for its own screen; nothing while none is open.

        In an earlier slot of the conference others may have sat: what was said there is read again by passphrase.
        """
        if not self._closed:
            return ()
        here = {
            entry.event.contribution
            for entry in self._back_from_now(self._closed)
            if isinstance(entry.event, e.ContributionMade)
        }
        return tuple(made for made in self._closed.conference.contributions if made.contribution in here)

    @property
    def record_id(self) -> str:
        """The name of the record in the data folder."""
        return self._open.record.id

    @property
    def warning(self) -> str:
        """What was found when the record was opened; empty when all was well."""
        return " ".join(filter(None, (self._open.record.warning, self._typing.warning)))

    @property
    def reserve_warning(self) -> str:
        """A sentence while the disk is full and entries are saved in the folder's reserve; else empty.

        One look at a file: to be read after something was saved, or was not.
        """
        return self._open.record.reserve_warning

    @property
    def is_saved(self) -> bool:
        """Whether everything shown is on the disk."""
        return all(book.saved >= book.next_seq - 1 for book in self._books)

    @property
    def count(self) -> int:
        """How many entries the open record has."""
        return len(self._open.entries)

    @property
    def _books(self) -> tuple[Book, ...]:
        return (self._open, self._closed) if self._closed else (self._open,)

    # --- Recording ------------------------------------------------------------------------------------------

    def record(self, *events: e.AnyEvent, by: str = "") -> None:
        """Record what happened. Raises Refused, with nothing recorded of the first refused event and after.

        Of several events the listeners are told once, after the last.
        """
        self._is_among_several = len(events) > 1
        try:
            for event in map(without_controls, events):
                if why := self.refusal(event):
                    raise Refused(why)
                self._add(self._book_for(event), event, by)
        finally:
            if self._is_among_several:
                self._is_among_several = False
                self._changed()

    def record_all(self, *events: e.AnyEvent) -> None:
        """Record what belongs together: all of it, or Refused and nothing. Not for what a closed slot keeps."""
        conference = self.conference
        for event in map(without_controls, events):
            if why := refusal(conference, event, self.procedure):
                raise Refused(why)
            conference = apply(conference, event)
        self.record(*events)

    def refusal(self, event: e.Event) -> str:
        """Why an event cannot be recorded now; empty when it can."""
        if self._closed and isinstance(event, e.ContributionMade):
            return refusal_in_closed_slot(event)
        why = refusal(self.conference, event, self.procedure)
        if not why and isinstance(event, e.ConferenceClosed):
            return close_refusal(self.conference, self.procedure, self.calendar)
        return why

    def _book_for(self, event: e.Event) -> Book:
        """What is said while the closed slot is open goes to its own record, and there only (BA-11)."""
        if self._closed and isinstance(event, e.ContributionMade):
            return self._closed
        return self._open

    def _add(self, book: Book, event: e.AnyEvent, by: str = "") -> None:
        if isinstance(event, e.ClosedSlotBegan):
            self._make_room_for_closed_slot(event, by)
        if isinstance(event, e.ClosedSlotEnded):
            self._settle_closed_slot()
        now = self.clock()
        if event_before := _clock_went_back(book.entries, now):
            self._show(book, self._entry(book.next_seq, event_before, now, by))
        entry = self._entry(book.next_seq, event, now, by)
        self._show(book, entry)
        if book is self._open:
            self._seal(entry)
        self._follow_the_slot()
        self._changed()

    def _entry(self, seq: int, event: e.AnyEvent, now: datetime, by: str) -> e.Recorded:
        return e.Recorded(
            seq=seq,
            at=now.isoformat(timespec="seconds"),
            tick=round(time.monotonic() * 1000),
            by=by or self.by,
            event=event,
        )

    def _show(self, book: Book, entry: e.Recorded) -> None:
        book.add(entry, self._saved, lambda failed, why: self._failed(book, failed, why))

    def _seal(self, last: e.Recorded) -> None:
        """Let the record's number and hash follow a decision and the close; at the close they are signed."""
        if not isinstance(last.event, e.DecisionMade | e.ConferenceClosed):
            return
        child = last.event.child if isinstance(last.event, e.DecisionMade) else ""

        def sealed(written: Saved) -> e.Sealed:
            count, head = written
            key = None
            # A key that cannot be made now must not stop the close; the seal stands without. It is made here, on the
            # writer's thread, because it waits for the disk.
            with suppress(StoreError):
                key = None if child else self.folder.signing_key()
            return e.Sealed(
                count=count,
                head=head,
                child=child,
                key=signatures.public(key) if key else "",
                signature=signatures.sign(key, self.record_id, count, head) if key else "",
            )

        waiting = replace(last, seq=last.seq + 1, event=e.Sealed(count=self.count, head="", child=child))
        self._open.seal(
            waiting, last.seq, sealed, self._saved, lambda failed, why: self._failed(self._open, failed, why)
        )

    def _seal_what_a_crash_left(self) -> None:
        """Seal a decision or a close that is the last entry: its seal was not written any more."""
        if self._open.entries:
            self._seal(self._open.entries[-1])

    def _saved(self, entry: e.Recorded) -> None:
        if isinstance(entry.event, e.ClosedSlotEnded) and not self.in_closed_slot:
            self.folder.forget_closed()
        self._changed()

    def _make_room_for_closed_slot(self, began: e.ClosedSlotBegan, by: str) -> None:
        """Open the closed record before the slot is announced: where that fails, the slot does not begin."""
        try:
            self._open_closed_book(began, by)
        except StoreError as error:
            raise Refused(str(error)) from error

    def _settle_closed_slot(self) -> None:
        """Hear first what became of everything said: words that come back must not come back after the end."""
        if self._closed and not self._closed.settle():
            raise Refused(
                "What was said last in the closed slot could not be saved, so the slot is still open. "
                "The words are in the capture line again."
            )

    def _follow_the_slot(self) -> None:
        """The closed record is open while the slot is, and only then; also after an entry could not be saved."""
        if self._ended:
            return
        if self.conference.closed_slot is None:
            self._close_closed_book()
        elif self._closed is None:
            self._open_closed_book()

    def _open_closed_book(self, begins: e.ClosedSlotBegan | None = None, by: str = "") -> None:
        """Open the closed record, or make it.

        A slot that `begins` and is not the first has that on the disk there when this returns: undo and redo go back
        so far, and no farther.
        """
        of = self.record_id
        try:
            if self.folder.closed_record_of(of):
                record = Record.open_closed(self.folder, of)
            else:
                record = Record.create(self.folder, kind="closed", of=of)
        except Locked as error:
            raise ClosedLocked(str(error)) from error
        try:
            if begins and (before := record.events()):
                record.append(
                    msgspec.to_builtins(self._entry(before[-1]["seq"] + 1, begins, self.clock(), by))
                )
            book = Book(record, self._post)
        except BaseException:
            record.close()
            raise
        typing = Typing(self.folder, record.id)
        self._typing.close()
        self._typing = typing
        self._closed = book
        self.side += 1

    def _close_closed_book(self) -> None:
        closed, self._closed = self._closed, None
        if closed:
            self.side += 1
            closed.close()
            self._typing.discard()
            self._typing = Typing(self.folder, self.record_id)

    def _changed(self) -> None:
        if self._is_among_several:
            return
        for listener in tuple(self.listeners):
            listener()

    def _failed(self, book: Book, entry: e.Recorded, sentence: str) -> None:
        self._follow_the_slot()
        if isinstance(entry.event, e.ClosedSlotBegan) and not self._ended and not self.in_closed_slot:
            self.folder.forget_closed()
        if book not in (self._open, self._closed):
            return  # of a slot that is over: its words must not come back in the open
        for entries, texts in self._typed:
            if entry in entries and not isinstance(entry.event, e.Sealed | e.ClockWentBack):
                for field, text in texts.items():
                    self.typing(field, text)
        for trouble in tuple(self.troubles):
            trouble(entry, sentence)
        self._changed()

    # --- Undo and redo --------------------------------------------------------------------------------------

    def undo(self) -> e.AnyEvent:
        """Take back the last thing done, in the closed record while its slot is open. Raises Refused.

        It is struck; or where it was a strike for a reason, what that struck is restored. The close is not taken
        back, nor anything before it (HF-10).
        """
        book = self._closed or self._open
        struck = struck_numbers(book.entries)
        for entry in self._back_from_now(book):
            if not entry.tick:
                break  # what the conference was made with came in one piece, before anybody typed
            if _is_strike(entry.event) and entry.event.seq in struck:
                self._add(book, e.Restored(seq=entry.event.seq))
                return entry.event
            if isinstance(entry.event, e.ConferenceClosed) and entry.seq not in struck:
                raise Refused(IS_CLOSED)
            if entry.seq not in struck and not _stands(entry):
                self._add(book, e.Struck(seq=entry.seq, why=UNDO))
                return entry.event
        raise Refused("There is nothing to undo.")

    def redo(self) -> e.AnyEvent:
        """Take back the last undo, unless something else was recorded after it. Raises Refused."""
        book = self._closed or self._open
        struck = struck_numbers(book.entries)
        by_seq = {entry.seq: entry.event for entry in book.entries}
        for entry in self._back_from_now(book):
            if _is_strike(entry.event) or not isinstance(entry.event, STANDING):
                break
            if isinstance(entry.event, e.Struck) and entry.event.seq in struck:
                self._add(book, e.Restored(seq=entry.event.seq))
                return by_seq[entry.event.seq]
        raise Refused("There is nothing to redo.")

    def _back_from_now(self, book: Book) -> Iterator[e.Recorded]:
        """The entries that undo and redo may look at, the last first: in a closed slot, those of this slot (BA-11)."""
        for entry in reversed(book.entries):
            if book is self._closed and isinstance(entry.event, e.ClosedSlotBegan):
                return
            yield entry

    def strike(self, happened: e.Event, why: str) -> None:
        """Strike one event of the open record by its content, with the reason. Raises Refused."""
        struck = struck_numbers(self._open.entries)
        for entry in reversed(self._open.entries):
            if entry.event == happened and entry.seq not in struck:
                self.strike_entry(entry.seq, why)
                return
        raise Refused(NOT_THERE)

    def strike_refusal(self, seq: int, why: str = "") -> str:
        """Why an entry of the open record cannot be struck now, for that reason or any; empty where it can (HF-10)."""
        entry = next((each for each in self._open.entries if each.seq == seq), None)
        if entry is None or seq in struck_numbers(self._open.entries):
            return NOT_THERE
        if _stands(entry):
            return "That stands: it says what happened in the room or with the record."
        return "" if self._is_since_the_close(entry) else self.refusal(e.Struck(seq=seq, why=why))

    def strike_entry(self, seq: int, why: str, by: str = "") -> None:
        """Strike one entry of the open record by its number, with the reason and who says so. Raises Refused.

        After the close that is possible for what was added since, and for nothing else (HF-10).
        """
        strike = without_controls(e.Struck(seq=seq, why=why))
        if why_not := self.strike_refusal(seq, strike.why):
            raise Refused(why_not)
        if not strike.why:
            raise Refused("Say why it is struck. What is struck stays in the record, with the reason.")
        self._add(self._open, strike, by)

    def _is_since_the_close(self, entry: e.Recorded) -> bool:
        struck = struck_numbers(self._open.entries)
        closes = [
            each.seq
            for each in self._open.entries
            if isinstance(each.event, e.ConferenceClosed) and each.seq not in struck
        ]
        return bool(closes) and entry.seq > closes[-1]

    # --- Unfinished typing ----------------------------------------------------------------------------------

    def unfinished(self) -> dict[str, str]:
        """What stands unfinished in each field of the record that is open now, also from before a crash."""
        return self._typing.all()

    def typing(self, field: str, text: str) -> None:
        """Keep what stands in a field; returns at once. While the closed slot is open it lies with that record."""
        self._typing.put(field, text)

    def typing_is_kept(self) -> bool:
        """Whether all that stands unfinished is on the disk; waits for it. Then no screen has to hold it."""
        return self._typing.is_kept()

    def was_typed(self, texts: dict[str, str], *, since: int) -> None:
        """Tell what stood in each field when the entries after the first `since` were recorded.

        It is unfinished typing again if one of them cannot be saved.
        """
        self._typed = [each for each in self._typed if each[0][-1].seq > self._open.saved]
        if entries := tuple(self._open.entries[since:]):
            self._typed.append((entries, texts))

    # --- The end --------------------------------------------------------------------------------------------

    def flush(self) -> None:
        """Wait until everything recorded is on the disk or was refused."""
        for book in self._books:
            book.flush()

    def settle(self) -> bool:
        """As `flush`, and hear of it now. False when something was refused: `troubles` have been told."""
        settled = [book.settle() for book in self._books]
        return all(settled)

    def close(self) -> None:
        """Write what is waiting and let the record go. An open closed slot stays open, and is so again next time."""
        self._ended = True
        if self._closed:
            self._closed.close()
            self._closed = None
        is_over = self.conference.closed is not None
        self._open.close()
        if is_over:
            self._typing.discard()
        else:
            self._typing.close()
        self.folder.forget_closed()


def _stands(entry: e.Recorded) -> bool:
    """Whether an entry is neither undone nor struck."""
    is_beginning = entry.seq == 1 and isinstance(entry.event, e.ConferenceOpened)
    return is_beginning or isinstance(entry.event, STANDING)


def _clock_went_back(entries: list[e.Recorded], now: datetime) -> e.ClockWentBack | None:
    """What is to be recorded first where the clock is well behind the last entry's; a time that is none is passed over."""
    if not entries:
        return None
    try:
        was = datetime.fromisoformat(entries[-1].at)
        went_back = was - now > CLOCK_MAY_LAG
    except (TypeError, ValueError):
        return None
    return e.ClockWentBack(was=entries[-1].at, now=now.isoformat(timespec="seconds")) if went_back else None


def _is_strike(event: e.Event) -> TypeGuard[e.Struck]:
    """Whether something was struck for a reason, and not by undo."""
    return isinstance(event, e.Struck) and event.why != UNDO
