"""What a disk may hold after the power has gone: what was synced surely, the rest in part, in any order of its sectors.

The method is that of Pillai and others, "All File Systems Are Not Created Equal" (OSDI 2014): names reach the disk in
the order in which they were given, as a journal does it; the bytes that were not synced reach it sector by sector,
in any combination.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple

from tests.faults.trace import Named, Opened, Removed, Resized, Said, Step, Synced, Written

SECTOR = 512
MIXTURES = 3
"""How many random choices of sectors are tried at each point."""


class State(NamedTuple):
    """One thing that may be found afterwards: each file's name and its bytes."""

    how: str
    files: dict[str, bytes]


@dataclass
class _File:
    now: bytes = b""
    """As the program sees it."""
    sure: bytes = b""
    """As it is on the disk in any case."""
    unsure: list[tuple[int, bytes] | int] = field(default_factory=list)
    """Written since, each a sector with its position or a new length."""


_Naming = Callable[[dict[str, _File]], None]


class Disk:
    """Files of one folder. `is_strict`: a name is only safe once the folder itself was synced, as POSIX has it;
    otherwise syncing any file also brings the names to the disk, as the usual file systems of Linux do.
    """

    def __init__(self, *, is_strict: bool) -> None:
        self._is_strict = is_strict
        self._now: dict[str, _File] = {}
        self._sure: dict[str, _File] = {}
        self._unsure: list[_Naming] = []

    def do(self, step: Step) -> None:
        """Let the program take a step."""
        match step:
            case Opened(name, is_made, is_cut):
                if name not in self._now and is_made:
                    self._give(name, _File())
                if is_cut and name in self._now and self._now[name].now:
                    _resize(self._now[name], 0)
            case Written(name, position, data):
                _write(self._now[name], position, data)
            case Resized(name, size, is_room):
                file = self._now[name]
                _resize(file, max(size, len(file.now)) if is_room else size)
            case Synced(name):
                self._sync(name)
            case Named(old, new, keeps_old):
                file = self._now[old]
                self._give(new, file) if keeps_old else self._rename(old, new, file)
            case Removed(name):
                self._remove(name)
            case Said():
                pass

    def states(self, chance: Random, mixtures: int) -> Iterator[State]:
        """What may be found if the power goes now."""
        for reached in range(len(self._unsure) + 1):
            names = dict(self._sure)
            for naming in self._unsure[:reached]:
                naming(names)
            changed = any(file.unsure for file in names.values())
            for how, choose in _choices(chance, mixtures if changed else 0):
                if changed or how == "none":
                    yield State(
                        f"{reached} of {len(self._unsure)} names, {how} of the data",
                        {name: _content(file, how, choose) for name, file in names.items()},
                    )

    def _give(self, name: str, file: _File) -> None:
        self._now[name] = file
        self._unsure.append(lambda names: names.update({name: file}))

    def _rename(self, old: str, new: str, file: _File) -> None:
        def both(names: dict[str, _File]) -> None:
            names.pop(old, None)
            names[new] = file

        both(self._now)
        self._unsure.append(both)

    def _remove(self, name: str) -> None:
        def gone(names: dict[str, _File]) -> None:
            names.pop(name, None)

        gone(self._now)
        self._unsure.append(gone)

    def _sync(self, name: str) -> None:
        if file := self._now.get(name):
            file.sure, file.unsure = file.now, []
        if not name or not self._is_strict:
            for naming in self._unsure:
                naming(self._sure)
            self._unsure = []


def _write(file: _File, position: int | None, data: bytes) -> None:
    at = len(file.now) if position is None else position
    file.now = _put(file.now, at, data)
    while data:
        length = SECTOR - at % SECTOR
        file.unsure.append((at, data[:length]))
        at, data = at + length, data[length:]


def _resize(file: _File, size: int) -> None:
    file.now = file.now[:size].ljust(size, b"\0")
    file.unsure.append(size)


def _put(content: bytes, at: int, data: bytes) -> bytes:
    return content[:at].ljust(at, b"\0") + data + content[at + len(data) :]


_Pieces = list[tuple[int, bytes] | int]
_Choice = Callable[[_Pieces], _Pieces]


def _choices(chance: Random, mixtures: int) -> Sequence[tuple[str, _Choice]]:
    """Which of the pieces that were not synced have reached the disk."""

    def some(pieces: _Pieces) -> _Pieces:
        return [piece for piece in pieces if chance.random() < 0.5]

    return (
        ("none", lambda _: []),
        ("all", lambda pieces: pieces),
        ("the first", lambda pieces: pieces[:1]),
        ("the last", lambda pieces: pieces[-1:]),
        ("all but the last", lambda pieces: pieces[:-1]),
        ("only the length", lambda _: []),
        *((f"mixture {number}", some) for number in range(mixtures)),
    )


def _content(file: _File, how: str, choose: _Choice) -> bytes:
    content = file.sure
    if how == "only the length":
        return content[: len(file.now)].ljust(len(file.now), b"\0")
    for piece in choose(file.unsure):
        match piece:
            case int(size):
                content = content[:size].ljust(size, b"\0")
            case (at, data):
                content = _put(content, at, data)
    return content
