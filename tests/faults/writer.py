"""A program that appends to a record as the application does, and tells what it is doing: one line each.

`HERE pid`, and before opening it waits to be told to go on; `OPEN count` or `REFUSED kind sentence`; `SAVING thread`,
and it waits again, if it appends (`WHOLE`: it imports); for each entry `TRY name digest`, and `ACK name number`, `NAK name sentence` or
`FAILED name sentence`; at the end `DONE`, or `CRASHED` and the mistake.
"""

import os
import resource
import socket
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import msgspec

from conference_tui.store.drafts import Drafts
from conference_tui.store.errors import NotSaved, StoreError
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from conference_tui.store.writer import Saved, Writer
from tests.faults.judge import digest_of
from tests.faults.place import the_folder

FIELD = "line"
"""In which a line is typed."""
_SAID = "She said that tea was ready when she came home, and that nobody had been there. "


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """What to write, and where."""

    store: str
    """The data folder. The first conference in it is written to; where there is none, one is made."""
    entries: int = 1_000_000
    run: str = "a"
    """Another one for each start on the same folder: the names of the entries begin with it."""
    characters: int = 200
    """How long an entry is about."""
    what: Literal["entries", "import", "typing"] = "entries"
    """Append entries; or make a record that has all of them from the beginning; or type a line, and delete it."""
    in_flight: int = 1
    """How many entries are handed over before the first of them has been told to be saved."""
    largest_file: int = 0
    """Bytes to which the system lets a file grow; 0: no limit."""
    mistake: str = ""
    """One of `mistakes.WRITERS`, to see that it is found."""


class Line:
    """The way to whoever has started this."""

    def __init__(self, way: socket.socket) -> None:
        self._way = way
        self._mutex = threading.Lock()

    def say(self, *words: object) -> None:
        """Tell something, in one piece."""
        with self._mutex:
            self._way.send((" ".join(" ".join(map(str, words)).split()) + "\n").encode())

    def wait(self) -> None:
        """Until told to go on."""
        self._way.recv(3)


def entry(job: Job, number: int) -> dict[str, Any]:
    """An entry that stands once only in a record; its length varies."""
    name = f"{job.run}-{number}"
    length = job.characters * (1 + number % 3) // 2
    return {"name": name, "words": (_SAID * (length // len(_SAID) + 1))[:length]}


def run(job: Job, line: Line) -> None:
    """Open the record, append what there is to append, and close it."""
    if job.largest_file:
        resource.setrlimit(resource.RLIMIT_FSIZE, (job.largest_file, resource.RLIM_INFINITY))
    line.say("HERE", os.getpid())
    line.wait()
    try:
        folder = the_folder(Path(job.store))
        record = imported(job, folder, line) if job.what == "import" else opened(folder)
    except StoreError as error:
        line.say("REFUSED", type(error).__name__, error)
        return
    with record:
        line.say("OPEN", record.count)
        if job.what == "entries":
            append(job, record, line)
        if job.what == "typing":
            type_a_line(job, folder, record.id, line)
    line.say("DONE")


def opened(folder: Folder) -> Record:
    """The conference of the folder, made where there is none."""
    records = folder.conferences()
    return Record.open(folder, records[0]) if records else Record.create(folder)


def imported(job: Job, folder: Folder, line: Line) -> Record:
    """A conference that was recorded elsewhere, in one piece."""
    line.say("WHOLE")
    events = [entry(job, number) for number in range(job.entries)]
    for event in events:
        line.say("TRY", event["name"], digest_of(event))
    record = Record.create(folder, entries=events)
    for number, event in enumerate(events, start=1):
        line.say("ACK", event["name"], number)
    return record


def append(job: Job, record: Record, line: Line) -> None:
    """Hand over one entry after the other, until all are told of or the disk has failed."""
    before = set(threading.enumerate())
    writer = Writer(record)
    line.say("SAVING", *(thread.native_id for thread in set(threading.enumerate()) - before))
    line.wait()
    room, failed = threading.Semaphore(job.in_flight), threading.Event()
    for number in range(job.entries):
        room.acquire()
        if failed.is_set():
            break
        event = entry(job, number)
        name = event["name"]
        line.say("TRY", name, digest_of(event))
        writer.submit(event, *_answers(line, name, room, failed))
    writer.close()


def type_a_line(job: Job, folder: Folder, record_id: str, line: Line) -> None:
    """Type into a field, delete it all, and type again once the file of unfinished typing was begun anew."""
    words = [entry(job, number)["words"] for number in range(job.entries)]
    try:
        for part in ("before", "after"):
            with Drafts.open(folder, record_id) as drafts:
                for number, text in enumerate([*words, ""] if part == "before" else words):
                    _type(drafts, f"{job.run}-{part}-{number}", text, line)
    except StoreError as error:
        line.say("REFUSED", type(error).__name__, error)


def _type(drafts: Drafts, name: str, text: str, line: Line) -> None:
    line.say("TRY", name, digest_of({"text": text}))
    try:
        drafts.put(FIELD, text)
    except NotSaved as error:
        line.say("NAK", name, error)
    except StoreError as error:
        line.say("FAILED", name, error)
    else:
        line.say("ACK", name, 0)


def _answers(
    line: Line, name: str, room: threading.Semaphore, failed: threading.Event
) -> tuple[Callable[[Saved], None], Callable[[StoreError], None]]:
    def on_saved(saved: Saved) -> None:
        line.say("ACK", name, saved.number)
        room.release()

    def on_failed(error: StoreError) -> None:
        if isinstance(error, NotSaved):
            line.say("NAK", name, error)
        else:
            line.say("FAILED", name, error)
            failed.set()
        room.release()

    return on_saved, on_failed
