"""A conference while it is running: the one door through which anything is recorded.

A key press becomes an event; the rules say yes or why not; the event goes to the record and changes the state
that the screens show. It counts as saved when the record says that it is on the disk, and not before.
"""

import secrets
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial

from msgspec import UNSET
from msgspec.structs import replace

from conference_tui.book import Book
from conference_tui.books import Books
from conference_tui.conference import events as e
from conference_tui.conference.clock_set_back import clock_went_back
from conference_tui.conference.dates import Calendar
from conference_tui.conference.decision import as_it_came_about
from conference_tui.conference.folding import apply
from conference_tui.conference.moments import OF_THE_RECORD, UNTOLD, Told, moment_of
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.reminders import close_refusal
from conference_tui.conference.rules import refusal, refusal_in_closed_slot
from conference_tui.conference.state import Conference
from conference_tui.conference.text import without_controls
from conference_tui.conference.undoing import (
    NOT_THERE,
    Step,
    changes_sitting,
    is_since_the_close,
    number_of,
    of_this_slot,
    step_back,
    step_forward,
    strike_refusal,
)
from conference_tui.refused import ChangesSitting, ClosedLocked, Refused
from conference_tui.sealing import seal, sealed_of
from conference_tui.store.errors import StoreError
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from conference_tui.store.writer import Saved
from conference_tui.unfinished import TypedFor

__all__ = ["ChangesSitting", "ClosedLocked", "Meeting", "Refused", "here"]


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
        self.by = ""
        self.listeners: list[Callable[[], None]] = []
        self.troubles: list[Callable[[e.Recorded, str], None]] = []
        self._books = Books(folder, record, post)
        self._typed = TypedFor()
        self._is_among_several = False
        self._seal_what_a_crash_left()

    # --- What there is --------------------------------------------------------------------------------------

    @property
    def conference(self) -> Conference:
        """The open record as it stands. Nothing of a closed slot is ever in it."""
        return self._books.open.conference

    @property
    def entries(self) -> tuple[e.Recorded, ...]:
        """Everything in the open record, in order."""
        return tuple(self._books.open.entries)

    @property
    def in_closed_slot(self) -> bool:
        """Whether the confidential slot is open now."""
        return self._books.closed is not None

    @property
    def said_in_closed_slot(self) -> tuple[e.ContributionMade, ...]:
        """What was said in the slot that is open, for its own screen; nothing while none is open.

        In an earlier slot of the conference others may have sat: what was said there is read again by passphrase.
        """
        closed = self._books.closed
        if not closed:
            return ()
        here = {
            entry.event.contribution
            for entry in of_this_slot(closed.entries)
            if isinstance(entry.event, e.ContributionMade)
        }
        return tuple(made for made in closed.conference.contributions if made.contribution in here)

    @property
    def record_id(self) -> str:
        """The name of the record in the data folder."""
        return self._books.open.record.id

    @property
    def warning(self) -> str:
        """What was found when the record was opened; empty when all was well."""
        return self._books.warning

    @property
    def reserve_warning(self) -> str:
        """A sentence while the disk is full and entries are saved in the folder's reserve; else empty.

        One look at a file: to be read after something was saved, or was not.
        """
        return self._books.open.record.reserve_warning

    @property
    def is_saved(self) -> bool:
        """Whether everything shown is on the disk."""
        return all(book.saved >= book.next_seq - 1 for book in self._books.all)

    @property
    def count(self) -> int:
        """How many entries the open record has."""
        return len(self._books.open.entries)

    @property
    def side(self) -> int:
        """Another number on each side of the closed slot's door.

        Words typed under one number are recorded and kept under no other (BA-11): a slot whose beginning was not
        saved is gone between two keys.
        """
        return self._books.side

    # --- Recording ------------------------------------------------------------------------------------------

    def record(self, *events: e.AnyEvent, by: str = "", told: Told = UNTOLD) -> None:
        """Record what happened, with what the room is now and what is `told` of it beside.

        Raises Refused, with nothing recorded of the first refused event and after. Of several events the listeners are
        told once, after the last.
        """
        self._is_among_several = len(events) > 1
        try:
            for event in map(without_controls, events):
                if why := self.refusal(event):
                    raise Refused(why)
                self._add(self._book_for(event), event, by, told)
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
        if self._books.closed and isinstance(event, e.ContributionMade):
            return refusal_in_closed_slot(event)
        why = refusal(self.conference, event, self.procedure)
        if not why and isinstance(event, e.ConferenceClosed):
            return close_refusal(self.conference, self.procedure, self.calendar)
        return why

    def _book_for(self, event: e.Event) -> Book:
        """What is said while the closed slot is open goes to its own record, and there only (BA-11)."""
        if self._books.closed and isinstance(event, e.ContributionMade):
            return self._books.closed
        return self._books.open

    def _add(self, book: Book, event: e.AnyEvent, by: str = "", told: Told = UNTOLD) -> None:
        if isinstance(event, e.ClosedSlotBegan):
            self._make_room_for_closed_slot(event, by)
        if isinstance(event, e.ClosedSlotEnded):
            self._settle_closed_slot()
        now = self.clock()
        if event_before := clock_went_back(book.entries, now):
            self._show(book, self._entry(book.next_seq, event_before, now, by))
        if isinstance(event, e.DecisionMade):
            event = as_it_came_about(self.conference, event, self.procedure)
        entry = self._entry(book.next_seq, event, now, by)
        if book is self._books.open and not isinstance(event, OF_THE_RECORD):
            entry = replace(entry, moment=moment_of(self.conference, event, told))
        self._show(book, entry)
        if book is self._books.open:
            self._seal(entry)
        self._books.follow_the_slot()
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
        book.add(entry, self._saved, partial(self._failed, book))

    def _seal(self, last: e.Recorded) -> None:
        """Let the record's number and hash follow a decision and the close; at the close they are signed."""
        child = sealed_of(last.event)
        if child is None:
            return

        def made(written: Saved) -> e.Sealed:
            return seal(self.folder, self.record_id, written, child)

        sealed = e.Sealed(count=self.count, head="", child=child)
        waiting = replace(last, seq=last.seq + 1, event=sealed, moment=UNSET)
        book = self._books.open
        book.seal(waiting, last.seq, made, self._saved, partial(self._failed, book))

    def _seal_what_a_crash_left(self) -> None:
        """Seal a decision or a close that is the last entry: its seal was not written any more."""
        book = self._books.open
        if book.entries and book.entries[-1].seq not in book.aside:
            self._seal(book.entries[-1])

    def _saved(self, entry: e.Recorded) -> None:
        if isinstance(entry.event, e.ClosedSlotEnded) and not self.in_closed_slot:
            self.folder.forget_closed()
        self._changed()

    def _make_room_for_closed_slot(self, began: e.ClosedSlotBegan, by: str) -> None:
        """Open the closed record before the slot is announced: where that fails, the slot does not begin."""
        try:
            self._books.open_slot(lambda seq: self._entry(seq, began, self.clock(), by))
        except StoreError as error:
            raise Refused(str(error)) from error

    def _settle_closed_slot(self) -> None:
        """Hear first what became of everything said: words that come back must not come back after the end."""
        if self._books.closed and not self._books.closed.settle():
            raise Refused(
                "What was said last in the closed slot could not be saved, so the slot is still open. "
                "The words wait beside the capture line."
            )

    def _changed(self) -> None:
        if self._is_among_several:
            return
        for listener in tuple(self.listeners):
            listener()

    def _failed(self, book: Book, entry: e.Recorded, sentence: str) -> None:
        self._books.follow_the_slot()
        if isinstance(entry.event, e.ClosedSlotBegan) and not self._books.ended and not self.in_closed_slot:
            self.folder.forget_closed()
        if book not in self._books.all:
            return  # of a slot that is over: its words must not come back in the open
        if not isinstance(entry.event, e.Sealed | e.ClockWentBack):
            for field, text in self._typed.texts_of(entry):
                self.typing(field, text)
        for trouble in tuple(self.troubles):
            trouble(entry, sentence)
        self._changed()

    # --- Undo and redo --------------------------------------------------------------------------------------

    def undo(self, *, may_change_sitting: bool = False) -> e.AnyEvent:
        """Take back the last thing done, in the closed record while its slot is open. Raises Refused.

        Raises ChangesSitting where that is a change of sitting, until that is agreed to.
        """
        return self._step(step_back(self._within_reach(), self._books.now.struck), may_change_sitting)

    def redo(self, *, may_change_sitting: bool = False) -> e.AnyEvent:
        """Take back the last undo, unless something else was recorded after it. Raises as `undo`."""
        return self._step(step_forward(self._within_reach(), self._books.now.struck), may_change_sitting)

    def _within_reach(self) -> list[e.Recorded]:
        closed = self._books.closed
        return of_this_slot(closed.entries) if closed else self._books.open.entries

    def _step(self, step: Step | str, may_change_sitting: bool) -> e.AnyEvent:
        if isinstance(step, str):
            raise Refused(step)
        if not may_change_sitting and changes_sitting(step, self._within_reach()):
            raise ChangesSitting("That is a change of sitting. Escape, then Ctrl+Z at the stage asks first.")
        for event in step.events:
            self._add(self._books.now, event)
        return step.of

    def strike(self, happened: e.Event, why: str) -> None:
        """Strike one event of the open record by its content, with the reason. Raises Refused."""
        seq = number_of(happened, self._books.open.entries, self._books.open.struck)
        if seq is None:
            raise Refused(NOT_THERE)
        self.strike_entry(seq, why)

    def strike_refusal(self, seq: int, why: str = "") -> str:
        """Why an entry of the open record cannot be struck now, for that reason or any; empty where it can (HF-10)."""
        entries, struck = self._books.open.entries, self._books.open.struck
        if why_not := strike_refusal(entries, seq, struck):
            return why_not
        return "" if is_since_the_close(entries, seq, struck) else self.refusal(e.Struck(seq=seq, why=why))

    def strike_entry(self, seq: int, why: str, by: str = "") -> None:
        """Strike one entry of the open record by its number, with the reason and who says so. Raises Refused.

        After the close that is possible for what was added since, and for nothing else (HF-10).
        """
        strike = without_controls(e.Struck(seq=seq, why=why))
        if why_not := self.strike_refusal(seq, strike.why):
            raise Refused(why_not)
        if not strike.why:
            raise Refused("Say why it is struck. What is struck stays in the record, with the reason.")
        self._add(self._books.open, strike, by)

    # --- Unfinished typing ----------------------------------------------------------------------------------

    def unfinished(self) -> dict[str, str]:
        """What stands unfinished in each field of the record that is open now, also from before a crash."""
        return self._books.typing.all()

    def typing(self, field: str, text: str) -> None:
        """Keep what stands in a field; returns at once. While the closed slot is open it lies with that record."""
        self._books.typing.put(field, text)

    def typing_is_kept(self) -> bool:
        """Whether all that stands unfinished is on the disk; waits for it. Then no screen has to hold it."""
        return self._books.typing.is_kept()

    def was_typed(self, texts: dict[str, str], *, since: int) -> None:
        """Tell what stood in each field when the entries after the first `since` were recorded.

        It is unfinished typing again if one of them cannot be saved.
        """
        self._typed.keep(tuple(self._books.open.entries[since:]), texts, saved=self._books.open.saved)

    # --- The end --------------------------------------------------------------------------------------------

    def flush(self) -> None:
        """Wait until everything recorded is on the disk or was refused."""
        for book in self._books.all:
            book.flush()

    def settle(self) -> bool:
        """As `flush`, and hear of it now. False when something was refused: `troubles` have been told."""
        settled = [book.settle() for book in self._books.all]
        return all(settled)

    def close(self) -> None:
        """Write what is waiting and let the record go. An open closed slot stays open, and is so again next time."""
        self._books.close()
        self.folder.forget_closed()
