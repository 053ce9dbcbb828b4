"""What else a record could be kept in, filled with the same events: stock TinyDB, and sqlite3 that waits for the disk."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Self

from tinydb import TinyDB

Event = Mapping[str, Any]


class StockTinyDB:
    """TinyDB as it comes: the whole file is written anew for each event. In clear."""

    def __init__(self, path: Path, events: Sequence[Event]) -> None:
        self._path = path
        self._db = TinyDB(path)
        self._db.insert_multiple(events)

    def save(self, event: Event) -> None:
        """Add one event."""
        self._db.insert(event)

    def open(self) -> None:
        """Open it anew and read everything."""
        with TinyDB(self._path) as db:
            db.all()

    def close(self) -> None:
        """Let the file go."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Sqlite:
    """sqlite3 with a write-ahead log and synchronous=FULL: each commit is on the disk. In clear."""

    def __init__(self, path: Path, events: Sequence[Event]) -> None:
        self._path = path
        self._db = sqlite3.connect(path)
        self._db.execute("pragma journal_mode=wal")
        self._db.execute("pragma synchronous=full")
        self._db.execute("create table events (seq integer primary key, body text not null)")
        self._db.executemany(
            "insert into events (body) values (?)", [(json.dumps(event),) for event in events]
        )
        self._db.commit()

    def save(self, event: Event) -> None:
        """Add one event."""
        with self._db:
            self._db.execute("insert into events (body) values (?)", (json.dumps(event),))

    def open(self) -> None:
        """Open it anew and read everything."""
        with closing(sqlite3.connect(self._path)) as db:
            for (body,) in db.execute("select body from events order by seq"):
                json.loads(body)

    def close(self) -> None:
        """Let the file go."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
