"""TinyDB on the log does what TinyDB does, frame by frame."""

import copy
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from tinydb import TinyDB, where
from tinydb.operations import add, delete, increment
from tinydb.storages import MemoryStorage

from conference_tui.store.errors import NotSaved
from conference_tui.store.frames import Seal
from conference_tui.store.log import Log
from conference_tui.store.tinydb_log import LogStorage, LogTinyDB

SEAL = Seal(b"k" * 32, b"i" * 16, "conference")


def contents(db: TinyDB) -> dict[str, dict[int, dict[str, Any]]]:
    return {
        name: {document.doc_id: copy.deepcopy(dict(document)) for document in db.table(name)}
        for name in db.tables()
    }


def test_every_change_through_tinydb_is_one_frame_and_none_rewrites_the_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails when TinyDB no longer calls the one method that the log replaces."""

    def whole_database(self: LogStorage, data: object) -> None:
        raise AssertionError("TinyDB went round the log's table")

    monkeypatch.setattr(LogStorage, "write", whole_database)
    log = Log.create(tmp_path / "log", SEAL)
    table = LogTinyDB(log).table("events")
    changes: list[Callable[[], object]] = [
        lambda: table.insert({"n": 1}),
        lambda: table.insert_multiple([{"n": 2}, {"n": 3}, {"n": 4}]),
        lambda: table.update({"seen": True}),
        lambda: table.update({"seen": False}, where("n") == 2),
        lambda: table.update(increment("n"), doc_ids=[3]),
        lambda: table.update_multiple([(add("n", 10), where("n") == 1), (delete("seen"), where("n") == 2)]),
        lambda: table.upsert({"n": 77, "new": 1}, where("n") == 77),
        lambda: table.remove(doc_ids=[1]),
        lambda: table.remove(where("n") == 2),
        lambda: table.truncate(),
    ]
    for number, change in enumerate(changes, start=1):
        change()
        assert log.seq == number


class SameAsTinyDB(RuleBasedStateMachine):
    """The same calls on TinyDB in memory and on the log, reopened now and then, add up to the same."""

    numbers = st.integers(0, 5)
    tables = st.sampled_from(["events", "others"])
    folder: Path

    def __init__(self) -> None:
        super().__init__()
        self.path = self.folder / secrets.token_hex(8)
        self.memory = MemoryStorage()  # type: ignore[no-untyped-call]
        self.plain = TinyDB(storage=lambda: self.memory)
        self.logged = LogTinyDB(Log.create(self.path, SEAL))

    def both(self, table: str, call: Callable[[Any], object]) -> None:
        assert call(self.logged.table(table)) == call(self.plain.table(table))

    @rule(table=tables, n=numbers)
    def insert(self, table: str, n: int) -> None:
        self.both(table, lambda t: t.insert({"n": n, "list": [n]}))

    @rule(table=tables, ns=st.lists(numbers, min_size=1, max_size=3))
    def insert_multiple(self, table: str, ns: list[int]) -> None:
        self.both(table, lambda t: t.insert_multiple([{"n": n} for n in ns]))

    @rule(table=tables, n=numbers)
    def update(self, table: str, n: int) -> None:
        self.both(table, lambda t: t.update({"seen": n}, where("n") == n))

    @rule(table=tables, n=numbers)
    def update_in_place(self, table: str, n: int) -> None:
        self.both(table, lambda t: t.update(lambda d: d.setdefault("list", []).append(n), where("n") == n))

    @rule(table=tables, n=numbers)
    def upsert(self, table: str, n: int) -> None:
        self.both(table, lambda t: t.upsert({"n": n, "up": True}, where("n") == n))

    @rule(table=tables, n=numbers)
    def remove(self, table: str, n: int) -> None:
        self.both(table, lambda t: t.remove(where("n") == n))

    @rule(table=tables)
    def truncate(self, table: str) -> None:
        self.both(table, lambda t: t.truncate())

    @rule(table=tables)
    def drop_table(self, table: str) -> None:
        self.plain.drop_table(table)
        self.logged.drop_table(table)

    @rule()
    def drop_tables(self) -> None:
        self.plain.drop_tables()
        self.logged.drop_tables()

    @rule(table=tables)
    def refused(self, table: str) -> None:
        before = contents(self.logged)
        with pytest.raises(NotSaved):
            self.logged.table(table).insert_multiple([{"n": 1}, {"n": {1, 2}}])
        assert contents(self.logged) == before
        self.reopen()

    @rule()
    def reopen(self) -> None:
        """Both begin anew on what they stored, so that both count on from the same number."""
        self.logged.close()
        self.logged = LogTinyDB(Log.open(self.path, SEAL))
        self.plain = TinyDB(storage=lambda: self.memory)

    @invariant()
    def same(self) -> None:
        ours, theirs = contents(self.logged), contents(self.plain)
        assert {name: rows for name, rows in ours.items() if rows} == {
            n: rows for n, rows in theirs.items() if rows
        }

    def teardown(self) -> None:
        self.logged.close()


def test_tinydb_on_the_log_holds_what_tinydb_in_memory_holds(tmp_path: Path) -> None:
    class Here(SameAsTinyDB):
        folder = tmp_path

    run_state_machine_as_test(
        Here, settings=settings(max_examples=150, stateful_step_count=30, deadline=None, derandomize=True)
    )
