"""Cuts a file at every byte and alters every byte of it: what opens then is never another record than was saved."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

from tests.faults.judge import Found, Told, judge
from tests.faults.place import recover
from tests.faults.tally import Tally

Recovery: TypeAlias = Callable[[Path], Found]
LARGEST = 1 << 16
"""Bytes of a file that is damaged; a larger one only keeps room on the disk."""


def cuts(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The beginning of a file, of every length."""
    for length in range(len(data)):
        yield f"cut at {length}", data[:length]


def flips(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The file with one bit altered, in every byte."""
    for at in range(len(data)):
        yield f"flip at {at}", data[:at] + bytes([data[at] ^ 1 << at % 8]) + data[at + 1 :]


def others(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Other things that may stand in a file: nothing, zeros, twice the same, something else after it."""
    yield "empty", b""
    yield "zeros", bytes(len(data))
    yield "twice", data + data
    yield "zeros after it", data + bytes(4096)
    yield "not ours", b"%PDF-1.7\n" * 60


def damage(
    store: Path,
    told: Told,
    name: str,
    ways: Callable[[bytes], Iterator[tuple[str, bytes]]],
    recovery: Recovery = recover,
) -> Tally:
    """Damage one file of a data folder in every such way, and open it; the folder is put right afterwards."""
    kept = {path: path.read_bytes() for path in store.iterdir() if path.stat().st_size <= LARGEST}
    damaged = store / name
    tally = Tally(
        f"{name.partition('.')[2]} of a record, {ways.__name__}"
        if ".record" in name
        else f"{name}, {ways.__name__}"
    )
    for how, altered in ways(kept[damaged]):
        damaged.write_bytes(altered)
        found = recovery(store)
        tally.add(judge(told, found, is_damaged=True), how)
        tally.note(_outcome(told, found))
        _put_back(store, kept)
    return tally


def _outcome(told: Told, found: Found) -> str:
    if found.refusal:
        return "refused"
    return "opened whole" if len(found.entries) >= len(told.saved) else "opened in part"


def _put_back(store: Path, kept: dict[Path, bytes]) -> None:
    for path in store.iterdir():
        if path not in kept and path.stat().st_size <= LARGEST:
            path.unlink()
    for path, data in kept.items():
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)
