"""One record while it is open: its entries, what they add up to, and the thread that saves them."""

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue

import msgspec
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.references import not_there, set_aside_in_words
from conference_tui.conference.state import Conference
from conference_tui.conference.text import without_controls
from conference_tui.history import History
from conference_tui.store.errors import Damaged, NotSaved, StoreError
from conference_tui.store.records import Record
from conference_tui.store.writer import Saved, Writer


class Book:
    """One record while it is open: its entries, and what they add up to."""

    def __init__(
        self,
        record: Record,
        post: Callable[[Callable[[], None]], None],
        *,
        sets_aside: bool = False,
    ) -> None:
        """Read the record; `post` brings a call from the writer's thread to the program's own. Raises Damaged.

        With `sets_aside` an entry that names something that is not there counts for nothing, and is told of.
        """
        self.record = record
        # Whatever wrote them: what is shown on a screen acts on the terminal.
        entries = [without_controls(entry) for entry in _converted(record)]
        self.aside = not_there(entries) if sets_aside else {}
        """Entries that name something that is not there, and count for nothing."""
        self.warning = set_aside_in_words(self.aside)
        self._history = History(entries, aside=self.aside)
        self.saved = self.entries[-1].seq if self.entries else 0
        """The number of the last entry that is known to be on the disk."""
        self._changing = threading.Lock()
        """Held while entries and state change together: without a loop, news come on the writer's thread."""
        self._last_written = self.saved, Saved(record.count, record.head)
        """The writer's own: the last entry that it saved, and as what."""
        self._lost: set[int] = set()
        """The writer's own: the numbers of entries that could not be saved."""
        self._writer = Writer(record)
        self._post = post
        self._news: SimpleQueue[Callable[[], None]] = SimpleQueue()
        """What the writer has told and the program has not heard yet."""

    @property
    def entries(self) -> list[e.Recorded]:
        """Everything in the record, in order."""
        return self._history.entries

    @property
    def struck(self) -> set[int]:
        """The numbers of the entries that are struck now."""
        return self._history.struck

    @property
    def conference(self) -> Conference:
        """What the entries that count add up to."""
        return self._history.conference

    def add(
        self,
        entry: e.Recorded,
        changed: Callable[[e.Recorded], None],
        failed: Callable[[e.Recorded, str], None],
    ) -> None:
        """Show an entry and hand it to the writer. When it cannot be saved it is taken out again, and said."""
        strikes = entry.event.seq if isinstance(entry.event, e.Struck | e.Restored) else 0
        plain: dict[str, object] = msgspec.to_builtins(entry)
        with self._changing:
            self._history.add(entry)

        def strike(_: str) -> dict[str, object]:
            if strikes in self._lost:
                raise NotSaved("What it is about could not be saved, so there is nothing to strike.")
            return plain

        def on_saved() -> None:
            self.saved = max(self.saved, entry.seq)
            changed(entry)

        def on_failed(why: str) -> None:
            if not strikes or self._history.find(strikes):
                failed(entry, why)

        self._submit(entry, strike if strikes else plain, on_saved, on_failed)

    def seal(
        self,
        entry: e.Recorded,
        of: int,
        make: Callable[[Saved], e.Sealed],
        changed: Callable[[e.Recorded], None],
        failed: Callable[[e.Recorded, str], None],
    ) -> None:
        """Seal the entry numbered `of`, the last one handed over: `make` is called when that is on the disk.

        It is called on the writer's thread; until then `entry` stands for the seal. Where there is nothing to seal,
        because that entry could not be saved, it goes with it and nothing more is said.
        """
        finished: list[e.Recorded] = []
        with self._changing:
            self._history.add(entry)

        def sealed(head: str) -> dict[str, object]:
            seq, written = self._last_written
            if seq != of or written.head != head:
                raise NotSaved("The entry was not saved, so there is nothing to seal.")
            finished.append(replace(entry, event=make(written)))
            made: dict[str, object] = msgspec.to_builtins(finished[-1])
            return made

        def on_saved() -> None:
            with self._changing:
                self._history.put(finished[-1])
            self.saved = max(self.saved, entry.seq)
            changed(finished[-1])

        def on_failed(why: str) -> None:
            if self._history.find(of):
                failed(entry, why)

        self._submit(entry, sealed, on_saved, on_failed)

    def _submit(
        self,
        entry: e.Recorded,
        event: dict[str, object] | Callable[[str], dict[str, object]],
        on_saved: Callable[[], None],
        on_failed: Callable[[str], None],
    ) -> None:
        def written(saved: Saved) -> None:
            self._last_written = entry.seq, saved
            self._lost.discard(entry.seq)
            self._tell(on_saved)

        def not_written(error: StoreError) -> None:
            self._lost.add(entry.seq)
            self._tell(lambda: taken_out(str(error)))

        def taken_out(why: str) -> None:
            with self._changing:
                self._history.take_out(entry.seq)
            on_failed(why)

        self._writer.submit(event, written, not_written)

    def _tell(self, news: Callable[[], None]) -> None:
        self._news.put(news)
        self._post(self._hear)

    def _hear(self) -> None:
        while True:
            try:
                # Never waiting: while a meeting closes behind the list, the closing thread and the loop both listen.
                news = self._news.get_nowait()
            except Empty:
                return
            news()

    @property
    def next_seq(self) -> int:
        """The number of the next entry."""
        return self.entries[-1].seq + 1 if self.entries else 1

    def flush(self) -> None:
        """Wait until everything handed over is on the disk or was refused."""
        self._writer.flush()

    def settle(self) -> bool:
        """As `flush`, and hear of it now, whatever else waits its turn. True when nothing was refused."""
        before = len(self.entries)
        self.flush()
        self._hear()
        return len(self.entries) == before

    def close(self) -> None:
        """Write what is waiting and hear what became of it, then let the record go."""
        self._writer.close()
        self._hear()
        self.record.close()


def _converted(record: Record) -> list[e.Recorded]:
    try:
        return msgspec.convert(record.stored(), list[e.Recorded])
    except msgspec.ValidationError:
        # The reason would name a value, which may have been said in a closed slot.
        raise Damaged(
            "The record holds something that this version does not understand. Nothing has been changed. "
            "Open it with the version that wrote it, or a newer one."
        ) from None
