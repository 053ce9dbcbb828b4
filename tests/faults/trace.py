"""From strace's lines to what was done to the files of a data folder, and what was told in between, in that order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias


@dataclass(frozen=True)
class Opened:
    """A file was opened: it is there from now on, and empty if it was cut."""

    name: str
    is_made: bool
    is_cut: bool


@dataclass(frozen=True)
class Written:
    """Bytes were put into a file; without a position, at its end."""

    name: str
    position: int | None
    data: bytes


@dataclass(frozen=True)
class Resized:
    """A file was cut, or made longer with zeros. `is_room`: never cut, only made longer."""

    name: str
    size: int
    is_room: bool = False


@dataclass(frozen=True)
class Synced:
    """What had been written to a file is on the disk; of the folder (an empty name) the names in it are."""

    name: str


@dataclass(frozen=True)
class Named:
    """A file has another name, or one more."""

    old: str
    new: str
    keeps_old: bool


@dataclass(frozen=True)
class Removed:
    """A name is gone."""

    name: str


@dataclass(frozen=True)
class Said:
    """The program told this."""

    line: str


Step: TypeAlias = Opened | Written | Resized | Synced | Named | Removed | Said

_LINE = re.compile(r"(\d+) +(.*)")
_RESUMED = re.compile(r"<\.\.\. \w+ resumed>(.*)")
_UNFINISHED = "<unfinished ...>"
_CALL = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)")
_OPEN_FILE = re.compile(r"(\d+)<([^>]*)>")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_LAST_NUMBER = re.compile(r"(\d+)$")


def steps(log: Path, store: Path) -> Iterator[Step]:
    """What a trace made with `strace.watching` tells of a data folder; names are relative to it."""
    return _Reader(store).steps(_calls(log))


def _calls(log: Path) -> Iterator[tuple[str, str, int]]:
    """Each call that went well, when it came back: its name, its arguments, its result."""
    begun: dict[str, str] = {}
    for line in log.read_text().splitlines():
        if not (match := _LINE.match(line)):
            continue
        thread, call = match.groups()
        if call.endswith(_UNFINISHED):
            begun[thread] = call.removesuffix(_UNFINISHED).rstrip()
            continue
        if resumed := _RESUMED.match(call):
            call = begun.pop(thread, "") + resumed[1]
        if (found := _CALL.match(call)) and int(found[3]) >= 0:
            yield found[1], found[2], int(found[3])


class _Reader:
    def __init__(self, store: Path) -> None:
        self._store = str(store)
        self._positions: dict[int, int | None] = {}
        """Of every open file, where the next byte goes; None: to the end."""

    def steps(self, calls: Iterator[tuple[str, str, int]]) -> Iterator[Step]:
        for call, arguments, result in calls:
            if call == "sendto":
                yield from (Said(line) for line in _texts(arguments)[0].decode().splitlines())
            elif call in ("openat", "open", "creat"):
                yield from self._open(arguments, result)
            elif match := _OPEN_FILE.match(arguments):
                name = self._within(_unescaped(match[2]).decode())
                yield from self._done_to(int(match[1]), name, call, arguments, result)
            elif call.startswith(("rename", "link", "unlink", "truncate")):
                yield from self._names(call, arguments)

    def _open(self, arguments: str, number: int) -> Iterator[Step]:
        self._positions[number] = None if "O_APPEND" in arguments else 0
        name = self._within(_texts(arguments)[0].decode())
        if name and "O_DIRECTORY" not in arguments:
            yield Opened(name, "O_CREAT" in arguments, "O_TRUNC" in arguments)

    def _done_to(
        self, number: int, name: str | None, call: str, arguments: str, result: int
    ) -> Iterator[Step]:
        at = self._positions.get(number, 0)
        if call == "lseek":
            self._positions[number] = result
        elif call == "read" and at is not None:
            self._positions[number] = at + result
        elif name is None:
            return
        elif call == "write":
            yield Written(name, at, _texts(arguments)[0][:result])
            self._positions[number] = None if at is None else at + result
        elif call == "pwrite64":
            yield Written(name, _last_number(arguments), _texts(arguments)[0][:result])
        elif call in ("fsync", "fdatasync"):
            yield Synced(name)
        elif call == "ftruncate":
            yield Resized(name, _last_number(arguments))
        elif call == "fallocate":
            *_, offset, length = arguments.split(", ")
            yield Resized(name, int(offset) + int(length), is_room=True)
        elif call in ("writev", "pwritev", "copy_file_range", "sendfile"):
            raise NotImplementedError(call)

    def _names(self, call: str, arguments: str) -> Iterator[Step]:
        names = [self._within(text.decode()) for text in _texts(arguments)]
        if call.startswith("unlink") and names[0]:
            yield Removed(names[0])
        elif call.startswith(("rename", "link")) and names[0] and names[1]:
            yield Named(names[0], names[1], keeps_old=call.startswith("link"))
        elif call == "truncate" and names[0]:
            yield Resized(names[0], _last_number(arguments))

    def _within(self, path: str) -> str | None:
        """The name within the data folder, empty for the folder itself; None for what is elsewhere."""
        if path == self._store:
            return ""
        return path.removeprefix(self._store + "/") if path.startswith(self._store + "/") else None


def _texts(arguments: str) -> list[bytes]:
    return [_unescaped(text) for text in _TEXT.findall(arguments)]


def _unescaped(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", "")) if text.startswith("\\x") else text.encode()


def _last_number(arguments: str) -> int:
    match = _LAST_NUMBER.search(arguments)
    assert match, arguments
    return int(match[1])
