"""TinyDB with its storage replaced by the log: one call that changes something is one frame.

TinyDB's own storage rewrites the whole file in place at every change. Here the tables live in memory and a
change is a list of operations, appended to the log; memory changes only after the disk has them.
"""

import copy
from collections.abc import Callable, Iterator, MutableMapping
from typing import Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from conference_tui.store import plain_json
from conference_tui.store.errors import Damaged
from conference_tui.store.log import Log

Document = dict[str, Any]
Operation = list[Any]
"""`["put", table, id, document]`, `["del", table, id]` or `["drop", table]`; ids are decimal strings."""


def payload_of_put(table: str, number: int, document: Document) -> bytes:
    """The frame that puts one document under a number. Raises NotSaved for what cannot be kept."""
    operation: Operation = ["put", table, str(number), document]
    return plain_json.encode([operation])


class LogStorage(Storage):
    """TinyDB's tables, as the operations in a log add up to."""

    def __init__(self, log: Log) -> None:
        self.log = log
        self.tables: dict[str, dict[str, Document]] = {}
        self._ends: dict[tuple[str, str], bytes] = {}
        for frame in log.take_frames():
            self._apply(plain_json.decode(frame.payload), frame.place.head)

    def commit(self, operations: list[Operation]) -> None:
        """Save operations as one frame, then let memory follow. Raises NotSaved or Failed."""
        if not operations:
            return
        payload = plain_json.encode(operations)
        self.log.append(payload)
        # Decoded: a copy, for the caller may go on changing what it gave.
        self._apply(plain_json.decode(payload), bytes.fromhex(self.log.head))

    def head_after(self, table: str, number: int) -> bytes | None:
        """The hash of the frame that ended with putting a document, if one did."""
        return self._ends.get((table, str(number)))

    def numbered(self, table: str) -> dict[int, Document]:
        """The documents of a table by their numbers, in order; to be read, not to be changed."""
        documents = self.tables.get(table, {})
        return {number: documents[str(number)] for number in sorted(map(int, documents))}

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The tables; TinyDB may take tables out of the answer, not change what is in them."""
        return dict(self.tables) or None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Save the difference to a whole state: TinyDB drops tables in this way."""
        operations: list[Operation] = [["drop", name] for name in self.tables if name not in data]
        for name, documents in data.items():
            old = self.tables.get(name, {})
            operations += [
                ["put", name, key, document]
                for key, document in documents.items()
                if old.get(key) != document
            ]
            operations += [["del", name, key] for key in old if key not in documents]
        self.commit(operations)

    def close(self) -> None:
        """Close the log."""
        self.log.close()

    def _apply(self, operations: list[Operation], head: bytes) -> None:
        for operation in operations:
            match operation:
                case ["put", table, key, document]:
                    self.tables.setdefault(table, {})[key] = document
                case ["del", table, key]:
                    self.tables.get(table, {}).pop(key, None)
                case ["drop", table]:
                    self.tables.pop(table, None)
                case _:
                    raise Damaged(
                        f"The record holds {operation[:1]!r}, which this version does not know. "
                        "Nothing has been changed. Open it with the version that wrote it, or a newer one."
                    )
        if operations and operations[-1][0] == "put":
            self._ends[operations[-1][1], operations[-1][2]] = head


class _Changes(MutableMapping[int, Document]):
    """A table as an updater sees it: hands out copies and remembers what became of them."""

    def __init__(self, saved: dict[str, Document]) -> None:
        self._saved = saved
        self._touched: dict[int, Document] = {}
        self._gone: set[int] = set()

    def __getitem__(self, key: int) -> Document:
        if key not in self._touched:
            if key in self._gone:
                raise KeyError(key)
            self._touched[key] = copy.deepcopy(self._saved[str(key)])
        return self._touched[key]

    def __setitem__(self, key: int, document: Document) -> None:
        self._touched[key] = document
        self._gone.discard(key)

    def __delitem__(self, key: int) -> None:
        if key not in self:
            raise KeyError(key)
        self._touched.pop(key, None)
        if str(key) in self._saved:
            self._gone.add(key)

    def __contains__(self, key: object) -> bool:
        return key in self._touched or (key not in self._gone and str(key) in self._saved)

    def __iter__(self) -> Iterator[int]:
        yield from [key for key in map(int, self._saved) if key not in self._gone]
        yield from [key for key in self._touched if str(key) not in self._saved]

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def operations(self, table: str) -> list[Operation]:
        puts: list[Operation] = [
            ["put", table, str(key), document]
            for key, document in self._touched.items()
            if self._saved.get(str(key)) != document
        ]
        return puts + [["del", table, str(key)] for key in self._gone]


class LogTable(Table):
    """TinyDB's table with its one way of writing replaced: the cost is that of the change."""

    def _update_table(self, updater: Callable[[dict[int, Any]], None]) -> None:
        storage = cast("LogStorage", self._storage)
        changes = _Changes(storage.tables.get(self.name, {}))
        try:
            updater(cast("dict[int, Any]", changes))
            storage.commit(changes.operations(self.name))
        except BaseException:
            self._next_id = None  # the number that was not saved is given again
            raise
        self.clear_cache()


class LogTinyDB(TinyDB):
    """A TinyDB on an open log, which it closes."""

    table_class = LogTable

    def __init__(self, log: Log) -> None:
        super().__init__(log, storage=LogStorage)
