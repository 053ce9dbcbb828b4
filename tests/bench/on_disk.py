"""Measures the record and the plan, in a process of its own: `python -m tests.bench.on_disk FOLDER WHAT …` prints JSON.

What is compared is done turn by turn, so that a machine that is slow for a moment is slow for both.
"""

import gc
import io
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import msgspec

from conference_tui import authorities, conferences
from conference_tui.conference import events as e
from conference_tui.conference.papers import Copy, Paper
from conference_tui.conference.reading.read import read
from conference_tui.conference.recipients import rows
from conference_tui.demonstration import PROCEDURE
from conference_tui.documents.plan import draw_plan
from conference_tui.meeting import Meeting
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from tests.bench import prepared
from tests.bench.peers import Event, Sqlite, StockTinyDB
from tests.bench.terminal import p50, p95
from tests.conference.building import view_of

SAVINGS = 400
PEER_IS_SLOW = 10
"""Stock TinyDB saves every tenth event only."""
OPENINGS = 9
DRAWINGS = 15
READINGS = 3
UNDOINGS = 40
UNDONE_AT = 100, 20_000


def timed(call: Callable[[], object]) -> float:
    """Milliseconds that a call takes."""
    at = time.perf_counter()
    call()
    return (time.perf_counter() - at) * 1e3


def saving(folder: Folder, record_id: str) -> dict[str, dict[str, float]]:
    """One event into a record with 5,000, beside the floor and the same in stock TinyDB and sqlite3.

    The floor is write and fsync of as many bytes to a plain file.
    """
    path = folder.file(record_id)
    plain = os.open(folder.path / "plain", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with Record.open(folder, record_id) as record, peers(folder, record.events()) as (tinydb, sqlite):
        entries = msgspec.convert(record.events()[-SAVINGS:], list[e.Recorded])
        times: dict[str, list[float]] = {"ours": [], "floor": [], "TinyDB": [], "sqlite3": []}
        for number, entry in enumerate(entries, start=record.count + 1):
            written = msgspec.to_builtins(msgspec.structs.replace(entry, seq=number))
            before = path.stat().st_size
            times["ours"].append(timed(partial(record.append, written)))
            as_many = os.urandom(path.stat().st_size - before)
            times["floor"].append(timed(partial(_write_plainly, plain, as_many)))
            times["sqlite3"].append(timed(partial(sqlite.save, written)))
        # By itself, at the end: it writes megabytes each time, and whoever saves next would wait for them.
        for entry in entries[::PEER_IS_SLOW]:
            times["TinyDB"].append(timed(partial(tinydb.save, msgspec.to_builtins(entry))))
    os.close(plain)
    return {what: {"p50": p50(each), "p95": p95(each)} for what, each in times.items()}


@contextmanager
def peers(folder: Folder, events: Sequence[Event]) -> Iterator[tuple[StockTinyDB, Sqlite]]:
    """The same events in both, in a place of their own."""
    with (
        tempfile.TemporaryDirectory(dir=folder.path) as place,
        StockTinyDB(Path(place, "tinydb.json"), events) as tinydb,
        Sqlite(Path(place, "events.sqlite"), events) as sqlite,
    ):
        yield tinydb, sqlite


def _write_plainly(fd: int, data: bytes) -> None:
    os.write(fd, data)
    os.fsync(fd)


def opening(folder: Folder, record_id: str) -> dict[str, float]:
    """5,000 events: from the file to a list of them; the same of the peers; a meeting; the list of conferences."""

    def record() -> None:
        with Record.open(folder, record_id) as opened:
            opened.stored()

    meetings: list[Meeting] = []

    def meeting() -> None:
        meetings.append(conferences.open_meeting(folder, record_id))

    found: dict[str, list[float]] = {"record": [], "meeting": [], "list": [], "TinyDB": [], "sqlite3": []}
    with Record.open(folder, record_id, readonly=True) as opened:
        events = opened.events()
    with peers(folder, events) as (tinydb, sqlite):
        for _ in range(OPENINGS):
            gc.collect()
            found["record"].append(timed(record))
            found["TinyDB"].append(timed(tinydb.open))
            found["sqlite3"].append(timed(sqlite.open))
            found["meeting"].append(timed(meeting))
            meetings.pop().close()
            found["list"].append(timed(lambda: conferences.summaries(folder)))
    return {what: p50(times) for what, times in found.items()}


def reading(folder: Folder, record_id: str) -> dict[str, float]:
    """What each reader may read, of whom the minutes tell most, beside opening the same record as a meeting."""
    procedure = authorities.load(PROCEDURE)
    pairs: dict[str, list[tuple[float, float]]] = {}
    for _ in range(READINGS):
        for row in rows(conferences.read(folder, record_id).conference, procedure):
            gc.collect()
            at = time.process_time()
            meeting = conferences.open_meeting(folder, record_id)
            opened = time.process_time() - at
            at = time.process_time()
            read(meeting.conference, procedure, Copy(paper=Paper.MINUTES, reader=row.reader))
            pairs.setdefault(row.reader, []).append((time.process_time() - at, opened))
            meeting.close()
    ratios = [p50([taken / opened for taken, opened in each]) for each in pairs.values()]
    every = [pair for each in pairs.values() for pair in each]
    return {
        "readers": len(pairs),
        "read": p50([taken for taken, _ in every]) * 1e3,
        "opened": p50([opened for _, opened in every]) * 1e3,
        "ratio": p50(ratios),
        "slowest": max(ratios),
    }


def undoing(folder: Folder) -> dict[str, float]:
    """Undo, then redo and one more entry, turn by turn in a record with 100 entries and in one with 20,000."""
    turns = zip(*(_undoing(folder, count) for count in UNDONE_AT), strict=True)
    few, many = map(p50, zip(*turns, strict=True))
    return {"few": few, "many": many, "ratio": many / few}


def _undoing(folder: Folder, count: int) -> Iterator[float]:
    meeting = conferences.start(folder, f"BENCH-UNDO-{count}", e.Kind.INITIAL, procedure=PROCEDURE)
    record_id = meeting.record_id
    meeting.close()
    said = (
        e.ContributionMade(contribution=f"c{number}", stage="mapping", speaker="", words="Something is said.")
        for number in range(1, count + UNDOINGS)
    )
    with Record.open(folder, record_id) as record:
        for seq, event in zip(range(2, count + 1), said, strict=False):
            entry = e.Recorded(seq=seq, at="2026-12-01T13:30:00+00:00", tick=seq * 1000, event=event)
            record.append(msgspec.to_builtins(entry))
    meeting = conferences.open_meeting(folder, record_id)
    for event in said:
        yield timed(meeting.undo)
        meeting.redo()
        meeting.record(event)
    meeting.close()


def drawing() -> dict[str, float]:
    """The plans of four children with 40 actions each, with and without tags, and making what is drawn.

    Of the plans it is processor time: what tags cost is little, and on the clock it drowns in what else the machine does.
    """
    procedure, calendar = authorities.load(PROCEDURE), authorities.bank_holidays()
    known = prepared.planned()

    def views() -> list[object]:
        return [view_of(known, procedure, calendar, child) for child in known.children]

    made = [view_of(known, procedure, calendar, child) for child in known.children]

    def draw(*, tagged: bool) -> float:
        gc.collect()
        at = time.process_time()
        for view in made:
            draw_plan(view, procedure, io.BytesIO(), tagged=tagged)
        return (time.process_time() - at) * 1e3

    draw(tagged=True)
    draw(tagged=False)
    pairs = [(draw(tagged=True), draw(tagged=False)) for _ in range(DRAWINGS)]
    return {
        "views": p50([timed(views) for _ in range(5)]),
        "tagged": p50([tagged for tagged, _ in pairs]),
        "untagged": p50([untagged for _, untagged in pairs]),
        "ratio": p50([tagged / untagged for tagged, untagged in pairs]),
    }


def main(path: str, *wanted: str) -> None:
    """Measure what is wanted in a folder that is empty or has been used before."""
    folder = Folder.at(Path(path))
    record = prepared.conference(folder, "BENCH-5000", entries=prepared.EVENTS)
    measures: dict[str, Callable[[], object]] = {
        "opening": lambda: opening(folder, record),
        "saving": lambda: saving(folder, record),
        "reading": lambda: reading(folder, record),
        "reading siblings": lambda: reading(folder, prepared.siblings(folder)),
        "undoing": lambda: undoing(folder),
        "drawing": drawing,
    }
    print(json.dumps({what: measures[what]() for what in wanted}))


if __name__ == "__main__":
    main(*sys.argv[1:])
