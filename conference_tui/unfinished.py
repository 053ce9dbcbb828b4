"""Unfinished typing of a meeting: what stands in a field and was not recorded."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from conference_tui.conference import events as e
from conference_tui.store.drafts import Drafts
from conference_tui.store.errors import StoreError
from conference_tui.store.folder import Folder


class Typing:
    """Unfinished typing, kept by a thread of its own in the order it was typed.

    What cannot be kept does not stop the meeting: a full or failing disk is told by the record itself, at the next
    entry, and that is where it counts.
    """

    def __init__(
        self, folder: Folder, record_id: str, *, recorded: Callable[[], None] = lambda: None
    ) -> None:
        """Read what was kept. `recorded` returns when all that was recorded is on the disk, or was refused.

        It is waited for, on this thread, before anything is kept or let go: what was typed for an entry stays kept
        until the record has it.
        """
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="typing")
        self._drafts: Drafts | None = None
        self.warning = ""
        """What was found when the kept typing was read, as a sentence; empty when all was well."""
        try:
            self._drafts = Drafts.open(folder, record_id)
            self.warning = self._drafts.warning
        except StoreError as error:
            self.warning = f"What stands unfinished in a field cannot be kept now. {error}"
        self._texts = self._drafts.all() if self._drafts else {}
        self._not_kept: set[str] = set()
        """The fields whose typing is not on the disk: the typing thread's own."""
        self._recorded = recorded
        self._is_closed = False

    def all(self) -> dict[str, str]:
        """What stands unfinished in each field: from the last time, and typed since."""
        return {field: text for field, text in self._texts.items() if text}

    def put(self, field: str, text: str) -> None:
        """Keep what stands in a field; empty text clears it. Returns at once."""
        if text != self._texts.get(field, "") and not self._is_closed:
            self._texts[field] = text
            self._thread.submit(self._put, field, text)

    def _put(self, field: str, text: str) -> None:
        self._not_kept.add(field)
        self._recorded()
        if self._drafts:
            with suppress(StoreError):
                self._drafts.put(field, text)
                self._not_kept.discard(field)

    def is_kept(self) -> bool:
        """Try once more what could not be kept, and wait: whether all that stands unfinished is on the disk."""
        for field in tuple(self._not_kept):
            self._thread.submit(self._put, field, self._texts.get(field, ""))
        self._thread.submit(lambda: None).result()
        return not any(self._texts.get(field) for field in self._not_kept)

    def close(self) -> None:
        """Write what is waiting, and let the file go."""
        self._is_closed = True
        self._thread.shutdown(wait=True)
        if self._drafts:
            self._drafts.close()

    def discard(self) -> None:
        """Let the file go and destroy its key: what was deleted before it was recorded was never said."""
        self._is_closed = True
        self._thread.shutdown(wait=True)
        if self._drafts:
            with suppress(StoreError):
                self._drafts.discard()


class TypedFor:
    """What a person typed for entries that are not known to be on the disk yet: it comes back if one is not saved."""

    def __init__(self) -> None:
        self._typed: list[tuple[tuple[e.Recorded, ...], dict[str, str]]] = []

    def keep(self, entries: tuple[e.Recorded, ...], texts: dict[str, str], *, saved: int) -> None:
        """What stood in each field when these entries were recorded; what was for entries up to `saved` is let go."""
        self._typed = [each for each in self._typed if each[0][-1].seq > saved]
        if entries:
            self._typed.append((entries, texts))

    def texts_of(self, entry: e.Recorded) -> list[tuple[str, str]]:
        """What stood in each field when an entry was recorded."""
        return [each for entries, texts in self._typed if entry in entries for each in texts.items()]
