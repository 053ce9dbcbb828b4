"""Registers of a data folder: what was erased, and what went wrong with the program.

Each is a log of its own, sealed like a record, in which nothing is ever changed.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, Protocol

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from conference_tui.store.keys import Keys
from conference_tui.store.log import Log
from conference_tui.store.seals import seal_of


class Place(Protocol):
    """Where registers and records lie, with the keys of them: a data folder."""

    @property
    def path(self) -> Path:
        """The folder itself."""

    @property
    def keys(self) -> Keys:
        """The keys of everything in it."""

    def file(self, file_id: str) -> Path:
        """Where a file of that id lies."""

    def has(self, file_id: str) -> bool:
        """Whether it is, or had been, here."""


class Erasure(Struct, frozen=True, kw_only=True):
    """What is kept of a conference that was erased: that it was, never what was in it.

    Attributes:
        ref: its reference.
        record: the id that its record had.
        count: how many entries it had.
        head: the hash of the last of them, hexadecimal: paper that bears it can still be told to be of it.
        reason: why, in the words of whoever erased it.
        by: who.
        at: when, with the offset of the clock.
        files: the ids of the files that went with it: the record's, the closed slot's, the drafts'.

    """

    ref: str
    record: str
    count: int
    head: str
    reason: str
    by: str
    at: datetime
    files: tuple[str, ...] = ()


class Incident(Struct, frozen=True, kw_only=True):
    """A report of something that went wrong with the program.

    Attributes:
        number: its reference number: 1, 2, 3 … in this folder.
        at: when, with the offset of the clock.
        report: what happened, for whoever mends it: kinds of mistake and their places in the program, nobody's
            words. It is kept encrypted all the same.

    """

    number: int = 0
    at: datetime
    report: str


class Erasures:
    """The register of conferences that were erased from a folder."""

    def __init__(self, folder: Place) -> None:
        self._folder = folder

    def add(self, erasure: Erasure) -> None:
        """Save that a conference is erased. Raises Locked, Damaged, InUse, NotSaved or Failed."""
        _append(self._folder, "erasures", msgspec.json.encode(erasure))

    def all(self) -> tuple[Erasure, ...]:
        """Every erasure, in order. Raises Locked, Damaged or NotSaved."""
        return tuple(msgspec.json.decode(each, type=Erasure) for each in _payloads(self._folder, "erasures"))


class Incidents:
    """The register of reports, so that a crash tells the person a number and the terminal nothing."""

    def __init__(self, folder: Place) -> None:
        self._folder = folder

    def add(self, report: str, *, at: datetime | None = None) -> int:
        """Save a report, of now where no time is given, and give its reference number.

        Raises Locked, Damaged, InUse, NotSaved or Failed.
        """
        incident = Incident(at=at or datetime.now(UTC).astimezone(), report=report)
        return _append(self._folder, "incidents", msgspec.json.encode(incident))

    def all(self) -> tuple[Incident, ...]:
        """Every report, in order. Raises Locked, Damaged or NotSaved."""
        payloads = _payloads(self._folder, "incidents")
        found = (msgspec.json.decode(payload, type=Incident) for payload in payloads)
        return tuple(replace(each, number=number) for number, each in enumerate(found, 1))


def _append(folder: Place, kind: Literal["erasures", "incidents"], payload: bytes) -> int:
    key = folder.keys.make(kind)
    path, seal = folder.file(key.file_id), seal_of(key)
    log = Log.open(path, seal) if folder.has(key.file_id) else Log.create(path, seal)
    try:
        return log.append(payload)
    finally:
        log.close()


def _payloads(folder: Place, kind: Literal["erasures", "incidents"]) -> list[bytes]:
    name = folder.keys.name_of(kind)
    if name is None or not folder.has(name.file_id):
        return []
    log = Log.open(folder.file(name.file_id), seal_of(folder.keys.find(name.file_id)), readonly=True)
    try:
        return log.take_payloads()
    finally:
        log.close()
