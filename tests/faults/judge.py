"""What a program told while it was saving, what is there afterwards, and what is wrong between the two."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple


class Verdict(StrEnum):
    """What can be wrong. `docs/faults.md` says what each means to a person."""

    LOST = "LOST"
    """Was told to be saved, and is not there."""
    ALTERED = "ALTERED"
    """Is there, and is not what was entered."""
    REORDERED = "REORDERED"
    """Stands at another number than was told, or twice, or before what was entered earlier."""
    PHANTOM = "PHANTOM"
    """Is there, and was never entered, or had been told not to be saved."""
    REFUSED = "REFUSED"
    """Does not open, or takes nothing more, though nothing in it is damaged."""


class Finding(NamedTuple):
    """One thing that is wrong."""

    verdict: Verdict
    words: str


class Entry(NamedTuple):
    """One entry of a record: its number, what it is called, and the digest of all that it holds."""

    number: int
    name: str
    digest: str


class Found(NamedTuple):
    """What a fresh start found."""

    entries: tuple[Entry, ...] = ()
    refusal: str = ""
    """The sentence with which the record was not opened."""


def digest_of(content: Mapping[str, Any]) -> str:
    """Stands for the content of an entry."""
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


@dataclass
class Told:
    """What a program told: a line for everything that it tried, saved and could not save."""

    tried: dict[str, str] = field(default_factory=dict)
    """The digest of each entry that was handed over, by its name, in that order."""
    saved: dict[str, int] = field(default_factory=dict)
    """The number of each entry that was told to be saved."""
    not_saved: dict[str, str] = field(default_factory=dict)
    """The sentence for each entry that was told to be not saved. Of a failed one nothing is known."""
    failed: list[str] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    """The sentences with which the program did not begin."""
    has_ended: bool = False
    """Whether the program came to its end by itself, with a sentence where it could not do its work."""
    is_whole: bool = False
    """Whether all that it tried is to be there together, or nothing of it."""
    crash: str = ""
    """The mistake with which it ended instead."""

    def hear(self, line: str) -> None:
        """Take one line, as `writer` tells them."""
        match line.split(" ", 2):
            case ["TRY", name, digest]:
                self.tried[name] = digest
            case ["ACK", name, number]:
                self.saved[name] = int(number)
            case ["NAK", name, sentence]:
                self.not_saved[name] = sentence
            case ["FAILED", _, sentence]:
                self.failed.append(sentence)
            case ["REFUSED", *words]:
                self.refusals.append(" ".join(words))
                self.has_ended = True
            case ["WHOLE"]:
                self.is_whole = True
            case ["CRASHED", *words]:
                self.crash = " ".join(words)
            case ["DONE"]:
                self.has_ended = True

    def saw(self, found: Found) -> None:
        """What a fresh start has shown counts as told from now on, and what it has not must not come back."""
        there = {entry.name: entry for entry in found.entries}
        self.saved.update({name: entry.number for name, entry in there.items()})
        self.tried = {name: digest for name, digest in self.tried.items() if name in there}


def judge(told: Told, found: Found, *, is_damaged: bool = False) -> list[Finding]:
    """Everything that is wrong; nothing, when all is well.

    `is_damaged`: a file has been cut or altered on purpose. Then a refusal is right, and so is a beginning of the
    record without its end; another entry than was saved never is, nor is a record that seems to be a new one.
    """
    if found.refusal:
        return [] if is_damaged else [Finding(Verdict.REFUSED, found.refusal)]
    lost = [] if is_damaged and found.entries else list(_lost(told, found))
    return [
        *lost,
        *_in_part(told, found),
        *_altered(told, found),
        *_reordered(told, found),
        *_phantoms(told, found),
    ]


def _lost(told: Told, found: Found) -> Iterable[Finding]:
    there = {entry.name for entry in found.entries}
    for name, number in told.saved.items():
        if name not in there:
            yield Finding(Verdict.LOST, f"{name}, saved as {number}, of {len(found.entries)} found")


def _in_part(told: Told, found: Found) -> Iterable[Finding]:
    if told.is_whole and 0 < len(found.entries) < len(told.tried):
        yield Finding(Verdict.LOST, f"{len(found.entries)} of {len(told.tried)} that belong together")


def _altered(told: Told, found: Found) -> Iterable[Finding]:
    for entry in found.entries:
        if told.tried.get(entry.name, entry.digest) != entry.digest:
            yield Finding(Verdict.ALTERED, f"{entry.name} at {entry.number}")


def _reordered(told: Told, found: Found) -> Iterable[Finding]:
    order = {name: place for place, name in enumerate(told.tried)}
    before = -1
    for place, entry in enumerate(found.entries, start=1):
        if entry.number != place:
            yield Finding(Verdict.REORDERED, f"{entry.name} has number {entry.number} at place {place}")
        if told.saved.get(entry.name, entry.number) != entry.number:
            yield Finding(
                Verdict.REORDERED, f"{entry.name} at {entry.number}, saved as {told.saved[entry.name]}"
            )
        if entry.name in order:
            if order[entry.name] <= before:
                yield Finding(
                    Verdict.REORDERED, f"{entry.name} at {entry.number} after what was entered later"
                )
            before = order[entry.name]
    accounted_for = {*told.not_saved, *(entry.name for entry in found.entries)}
    for name in list(order)[: before + 1]:
        if name not in accounted_for:
            yield Finding(Verdict.REORDERED, f"{name} is not there, and what was entered after it is")


def _phantoms(told: Told, found: Found) -> Iterable[Finding]:
    for entry in found.entries:
        if entry.name not in told.tried:
            yield Finding(Verdict.PHANTOM, f"{entry.name} at {entry.number} was never entered")
        elif entry.name in told.not_saved:
            yield Finding(Verdict.PHANTOM, f"{entry.name} at {entry.number}: {told.not_saved[entry.name]!r}")
