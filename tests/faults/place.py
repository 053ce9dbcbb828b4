"""The data folder that the faults are tried in, and what a fresh start finds in it."""

from pathlib import Path
from typing import Any

from conference_tui.store.errors import StoreError
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from tests.faults.judge import Entry, Found, digest_of

PROBE = "probe"
"""The entry with which it is tried whether a record still takes one; no writer's entry has that name."""

UNFINISHED = b"\xf5REC" + bytes(range(40))
"""How an entry begins that was never finished."""


def the_folder(path: Path) -> Folder:
    """The data folder, made where it is not there yet; it has no passphrase, so that it opens in a moment."""
    return Folder.at(path, throw_away=True)


def recover(path: Path, *, readonly: bool = False) -> Found:
    """Open the conference as a fresh start does, and read everything in it.

    A folder without one is empty; where there are files that no key opens, that counts as a refusal. Whatever is
    raised besides StoreError is a mistake of the program and is not caught.
    """
    try:
        folder = the_folder(path)
        records = folder.conferences()
        if strange := folder.without_key():
            return Found(refusal=f"no key for {strange}")
        if not records:
            return Found()
        with Record.open(folder, records[0], readonly=readonly) as record:
            return Found(entries(record.events()))
    except StoreError as error:
        return Found(refusal=f"{type(error).__name__}: {error}")


def goes_on(path: Path) -> str:
    """Try whether the conference takes another entry and keeps it; the reason if it does not."""
    try:
        folder = the_folder(path)
        records = folder.conferences()
        with Record.open(folder, records[0]) if records else Record.create(folder) as record:
            before = record.count
            record.append({"name": PROBE})
            record_id = record.id
        with Record.open(folder, record_id, readonly=True) as record:
            return (
                "" if record.count == before + 1 else f"{record.count} entries, and there had been {before}"
            )
    except StoreError as error:
        return f"{type(error).__name__}: {error}"


def record_in(store: Path) -> Path:
    """The file of the one conference in a data folder."""
    (record,) = store.glob("*.record")
    return record


def entries(events: list[dict[str, Any]]) -> tuple[Entry, ...]:
    """The entries of a record, without the probe."""
    numbered = enumerate(events, start=1)
    return tuple(
        Entry(number, str(event.get("name")), digest_of(event))
        for number, event in numbered
        if event.get("name") != PROBE
    )
