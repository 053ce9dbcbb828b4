"""The records of one conference that are open now, each with its unfinished typing.

The open record always is, the closed slot's while the slot is, and then only: this is the slot's door.
"""

from collections.abc import Callable

import msgspec

from conference_tui.book import Book
from conference_tui.conference import events as e
from conference_tui.refused import ClosedLocked
from conference_tui.store.errors import Locked
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from conference_tui.unfinished import Typing


class Books:
    """The records of one conference that are open now.

    Attributes:
        open: the open record.
        closed: the closed slot's record; None while no slot is open.
        typing: what stands unfinished in the record that is open now; the slot's lies with the slot's record.
        side: another number on each side of the closed slot's door.
        ended: whether they were let go.
    """

    def __init__(self, folder: Folder, record: Record, post: Callable[[Callable[[], None]], None]) -> None:
        """Read the record, and the closed slot's where the slot is open. Raises ClosedLocked and StoreError."""
        self._folder = folder
        self._post = post
        self.open = Book(record, post, sets_aside=True)
        self.closed: Book | None = None
        self.typing = self._typing_for(self.open)
        self.side = 0
        self.ended = False
        try:
            if self.open.conference.closed_slot:
                self.open_slot()
        except BaseException:
            self.typing.close()
            self.open.close()
            raise

    @property
    def now(self) -> Book:
        """The record that undo and redo are about: the closed slot's while it is open."""
        return self.closed or self.open

    @property
    def all(self) -> tuple[Book, ...]:
        """All that are open."""
        return (self.open, self.closed) if self.closed else (self.open,)

    @property
    def warning(self) -> str:
        """What was found when they were opened; empty when all was well."""
        return " ".join(filter(None, (self.open.record.warning, self.open.warning, self.typing.warning)))

    def follow_the_slot(self) -> None:
        """The closed record is open while the slot is, and only then; also after an entry could not be saved."""
        if self.ended:
            return
        if self.open.conference.closed_slot is None:
            self._close_slot()
        elif self.closed is None:
            self.open_slot()

    def open_slot(self, begins: Callable[[int], e.Recorded] | None = None) -> None:
        """Open the closed slot's record, or make it. Raises ClosedLocked and StoreError.

        A slot that begins and is not the first has that on the disk there when this returns: undo and redo go back
        so far, and no farther. `begins` gives the entry that says so, by its number.
        """
        record = self._closed_record()
        try:
            if begins and (before := record.stored()):
                record.append(msgspec.to_builtins(begins(before[-1]["seq"] + 1)))
            book = Book(record, self._post)
        except BaseException:
            record.close()
            raise
        typing = self._typing_for(book)
        self.typing.close()
        self.typing = typing
        self.closed = book
        self.side += 1

    def _typing_for(self, book: Book) -> Typing:
        return Typing(self._folder, book.record.id, recorded=book.flush)

    def _closed_record(self) -> Record:
        of = self.open.record.id
        try:
            if self._folder.closed_record_of(of):
                return Record.open_closed(self._folder, of)
            return Record.create(self._folder, kind="closed", of=of)
        except Locked as error:
            raise ClosedLocked(str(error)) from error

    def _close_slot(self) -> None:
        closed, self.closed = self.closed, None
        if closed:
            self.side += 1
            closed.close()
            self.typing.discard()
            self.typing = self._typing_for(self.open)

    def close(self) -> None:
        """Write what is waiting and let them go. Nothing stays unfinished in a conference that is closed."""
        self.ended = True
        if self.closed:
            self.closed.close()
            self.closed = None
        is_over = self.open.conference.closed is not None
        self.open.close()
        if is_over:
            self.typing.discard()
        else:
            self.typing.close()
