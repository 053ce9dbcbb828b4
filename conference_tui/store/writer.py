"""One thread that saves in the order of submission, so that the screen never waits for the disk."""

import atexit
import queue
import sys
import threading
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from conference_tui.store.errors import Failed, NotSaved, StoreError
from conference_tui.store.records import Record

_Event = bytes | Mapping[str, Any]


class Saved(NamedTuple):
    """What became of an event: its number, and the hash that stands for the record up to it, in hexadecimal."""

    number: int
    head: str


class _Job(NamedTuple):
    event: _Event | Callable[[str], _Event]
    on_saved: Callable[[Saved], None]
    on_failed: Callable[[StoreError], None]


class Writer:
    """Saves events of one record on a thread of its own. The record stays its opener's to close.

    Until `close`, nothing else appends to the record.
    """

    def __init__(self, record: Record) -> None:
        self._record = record
        self._jobs: queue.Queue[_Job | None] = queue.Queue()
        self._mutex = threading.Lock()
        self._closed = False
        self._broken: Failed | None = None
        self._thread = threading.Thread(target=self._run, name=f"writer of {record.id}", daemon=True)
        self._thread.start()
        atexit.register(self.close)

    def submit(
        self,
        event: _Event | Callable[[str], _Event],
        on_saved: Callable[[Saved], None],
        on_failed: Callable[[StoreError], None],
    ) -> None:
        """Queue an event and return at once.

        Args:
            event: as for `Record.append`; not to be changed any more. Or what makes it, called on the
                writer's thread in its turn with `Record.head`, so that an event can name the one before it.
            on_saved: called on the writer's thread when the event is on the disk.
            on_failed: called there with the reason otherwise. After NotSaved the events behind it in the
                queue are still saved; after Failed each of them fails with the same sentence.

        Raises NotSaved after `close`.

        """
        with self._mutex:
            if self._closed:
                raise NotSaved("The record is closed; this entry was not saved. Open the conference again.")
            self._jobs.put(_Job(event, on_saved, on_failed))

    def flush(self) -> None:
        """Return when everything submitted has been saved or refused, and its callback has returned."""
        self._jobs.join()

    def close(self) -> None:
        """Save what is queued, then end the thread; closing twice does no harm."""
        with self._mutex:
            if not self._closed:
                self._closed = True
                self._jobs.put(None)
        self._thread.join()
        atexit.unregister(self.close)

    def _run(self) -> None:
        self._record.refill_reserve()
        while job := self._jobs.get():
            try:
                self._save(job)
            except Exception:
                threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), self._thread)))
            finally:
                self._jobs.task_done()
        self._jobs.task_done()

    def _save(self, job: _Job) -> None:
        try:
            saved = self._append(job.event)
        except StoreError as error:
            job.on_failed(error)
        else:
            self._record.refill_reserve()
            job.on_saved(saved)

    def _append(self, event: _Event | Callable[[str], _Event]) -> Saved:
        if self._broken:
            raise self._broken
        try:
            made = event(self._record.head) if callable(event) else event
            return Saved(self._record.append(made), self._record.head)
        except StoreError:
            raise
        except Exception as error:
            self._broken = Failed(
                f"The program made an error while saving ({type(error).__name__}). "
                "Everything shown as saved is saved; whether the last entry is, is not known. "
                "Close the conference and open it again."
            )
            raise self._broken from error
