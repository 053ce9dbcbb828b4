"""One conference's record on disk: events in the order in which they were saved."""

import threading
from collections.abc import Iterable, Mapping
from typing import Any, Literal, Self, cast

from conference_tui.store import ballast, plain_json
from conference_tui.store.errors import Damaged, Missing, NotSaved
from conference_tui.store.folder import Folder
from conference_tui.store.keys import FileKey
from conference_tui.store.log import Log
from conference_tui.store.seals import seal_of
from conference_tui.store.tinydb_log import LogStorage, LogTinyDB, payload_of_put

_EVENTS = "events"

Event = dict[str, Any]
"""A JSON object; what it means is for others to know."""


class Record:
    """A record that is open: of a conference, or of its closed slot in a file of its own (BA-11).

    Attributes:
        id: 32 hexadecimal digits, random.
        kind: "conference" or "closed".
        of: for a closed slot's record, the id of the conference's.
        readonly: whether nothing can be appended.
        warning: a sentence for the person about what was found at opening; empty when all was well.

    """

    def __init__(self, key: FileKey, log: Log, *, readonly: bool) -> None:
        self.id = key.file_id
        self.kind = key.kind
        self.of = key.of
        self.readonly = readonly
        self.warning = log.warning
        self._mutex = threading.Lock()
        self._log = log
        self._log.draws_on_reserve = True
        try:
            self._db = LogTinyDB(log)
        except BaseException:
            log.close()
            raise
        self._events = self._db.table(_EVENTS)

    @classmethod
    def create(
        cls,
        folder: Folder,
        *,
        kind: Literal["conference", "closed"] = "conference",
        of: str | None = None,
        entries: Iterable[bytes | Mapping[str, Any]] = (),
    ) -> Self:
        """Make a new record and open it.

        Args:
            folder: where.
            kind: "closed" makes the closed slot's record of a conference: its own file, key and numbering.
            of: the conference's record, for a closed one.
            entries: what it holds from the beginning, as for `append`: all of them, or there is no record.

        Raises:
            NotSaved: it could not be made, or a closed record of that conference is there already.
            Missing: there is no conference `of`.

        """
        if (kind == "closed") != (of is not None):
            raise ValueError("a closed record, and only that, is of a conference")
        if of is not None and folder.keys.find(of).kind != "conference":
            raise Missing(f"The record {of} is not a conference's. Nothing has been changed.")
        payloads = [
            payload_of_put(_EVENTS, number, _document(entry)) for number, entry in enumerate(entries, start=1)
        ]
        key = folder.keys.make(kind, of)
        return cls(key, Log.create(folder.file(key.file_id), seal_of(key), payloads), readonly=False)

    @classmethod
    def open(cls, folder: Folder, record_id: str, *, readonly: bool = False, rescue: bool = False) -> Self:
        """Open a conference's record; never a closed one.

        Args:
            folder: where.
            record_id: which.
            readonly: take no lock and write nothing; another program may be writing meanwhile.
            rescue: of a damaged record, read-only, what is whole before the damage.

        Raises:
            Missing, InUse, WrongKey, Damaged: nothing has been changed.
            NotSaved: the folder or the file does not let itself be opened.

        """
        path = folder.file(record_id)
        key = folder.keys.find(record_id)
        if key.kind != "conference":
            raise Missing(f"There is no conference {record_id}. Nothing has been changed.")
        log = Log.open(path, seal_of(key), readonly=readonly, rescue=rescue)
        return cls(key, log, readonly=readonly or rescue)

    @classmethod
    def open_closed(cls, folder: Folder, of: str, *, readonly: bool = False, rescue: bool = False) -> Self:
        """Open the closed slot's record of a conference (BA-11); arguments and errors as in `open`."""
        key = folder.keys.belonging_to(of, "closed")
        if key is None:
            raise Missing(
                "This conference has no record of a closed slot in this folder. Such a record does not come with an "
                "archive: it stays in the folder where the slot was held. Nothing has been changed."
            )
        log = Log.open(folder.file(key.file_id), seal_of(key), readonly=readonly, rescue=rescue)
        return cls(key, log, readonly=readonly or rescue)

    @property
    def count(self) -> int:
        """How many events the record holds."""
        with self._mutex:
            return len(self._events)

    @property
    def head(self) -> str:
        """The hash that stands for the whole record up to now, in hexadecimal."""
        return self._log.head

    def hash_of(self, count: int) -> str | None:
        """What `head` was when the record held so many events, in hexadecimal.

        None where it never held exactly so many: several events of one frame came at once. In a record that was
        just opened it stands for what the file holds.
        """
        with self._mutex:
            head = cast("LogStorage", self._db.storage).head_after(_EVENTS, count)
        return head.hex() if head else None

    def append(self, event: bytes | Mapping[str, Any]) -> int:
        """Save one event; it is on the disk when this returns its sequence number, 1 for the first.

        Args:
            event: a JSON object, or its UTF-8 bytes.

        Raises:
            NotSaved: the record is as it was; the next append may go well.
            Failed: the disk's state is unknown; every later append says so too.

        """
        return self.append_many([event])[0]

    def append_many(self, events: Iterable[bytes | Mapping[str, Any]]) -> list[int]:
        """Save several events in one frame: after a crash all of them are there, or none."""
        documents = [_document(event) for event in events]
        with self._mutex:
            if not documents:
                return []
            if len(documents) == 1:
                return [self._events.insert(documents[0])]
            return self._events.insert_multiple(documents)

    def events(self) -> list[Event]:
        """Every event, in order of the sequence numbers 1, 2, 3 …; the caller's own copies.

        Raises Damaged where a number is missing.
        """
        copies: list[Event] = plain_json.copy_of(self.stored())
        return copies

    def stored(self) -> list[Event]:
        """The same events as the record itself holds them, for who makes values of them and changes none.

        Raises Damaged where a number is missing.
        """
        with self._mutex:
            documents = cast("LogStorage", self._db.storage).numbered(_EVENTS)
        if list(documents) != list(range(1, len(documents) + 1)):
            raise Damaged(
                "The events of this record are not numbered without a gap. Nothing has been changed."
            )
        return list(documents.values())

    @property
    def reserve_warning(self) -> str:
        """A sentence while the disk is full and entries are saved in the folder's reserve; else empty."""
        return ballast.warning(self._log.folder)

    def refill_reserve(self) -> None:
        """Make the folder's reserve for a full disk, or make it whole again, where there is room for it."""
        if not self.readonly:
            ballast.refill(self._log.folder)

    def close(self) -> None:
        """Let go of the file and its lock; closing twice does no harm."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _document(event: bytes | Mapping[str, Any]) -> Event:
    if isinstance(event, Mapping):
        return dict(event)
    try:
        document = plain_json.decode(event)
    except RecursionError:
        raise NotSaved(
            "The entry is nested too deeply to be kept. It was not saved; everything before it is."
        ) from None
    except ValueError as error:
        raise NotSaved(
            f"The entry is not JSON ({error}). It was not saved; everything before it is."
        ) from error
    if not isinstance(document, dict):
        raise NotSaved("The entry is not a JSON object. It was not saved; everything before it is.")
    return document
