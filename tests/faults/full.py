"""Disks that are full: a small one that fills up and is then made larger, and files that may not grow.

The small disk is a tmpfs in a mount namespace of its own: `python -m tests.faults.full KIB …`, started through
`unshare`, from Debian's package util-linux, mounts it where nobody else sees it and prints what was found.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.faults.judge import Finding, Told, Verdict, judge
from tests.faults.place import goes_on, recover
from tests.faults.running import PROJECT, Nursery
from tests.faults.tally import Tally
from tests.faults.writer import Job

SIZES = (48, 64, 96, 128, 200, 256, 512, 9 * 1024, 12 * 1024)
"""KiB. On the largest the store keeps a reserve."""
ENTRIES = 120


def alone() -> list[str]:
    """The command that gives a program mounts of its own; root needs no namespace of users for it."""
    return ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]


def may_mount() -> bool:
    """Whether the system lets this user do that."""
    mount = ["mount", "-t", "tmpfs", "tmpfs", tempfile.gettempdir()]
    try:
        return subprocess.run([*alone(), *mount], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def fill_small_disks(*sizes: int) -> subprocess.CompletedProcess[str]:
    """Fill disks of so many KiB; the exit status is 0 when all held, and what was found stands in the output."""
    program = [sys.executable, "-m", "tests.faults.full", *map(str, sizes or SIZES)]
    return subprocess.run([*alone(), *program], capture_output=True, text=True, cwd=PROJECT, check=False)


def fill(nursery: Nursery, place: Path, size: int, tally: Tally) -> None:
    """Write until the disk is full and some more, look what is there, make room, and go on."""
    _mount(place, size, "size")
    try:
        told, store = Told(), place / "store"
        nursery.run(Job(store=str(store), run="full", entries=ENTRIES, characters=size * 16), told)
        tally.note("entries told as not saved", len(told.not_saved))
        tally.add(_judged(store, told), f"{size} KiB, full")
        _mount(place, 4 * size, "remount,size")
        told.saw(recover(store, readonly=True))
        told.refusals, told.has_ended, before = [], False, len(told.saved)
        nursery.run(Job(store=str(store), run="room", entries=3), told)
        wrong = _judged(store, told)
        if len(told.saved) != before + 3:
            wrong.append(Finding(Verdict.REFUSED, f"takes nothing more with room: {told.refusals}"))
        tally.add(wrong, f"{size} KiB, with room again")
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)


def limit_files(nursery: Nursery, place: Path) -> Tally:
    """Let files grow to so many bytes and no further."""
    tally = Tally("no file may grow beyond a limit")
    for limit in (1, 50, 100, 200, 250, *range(300, 6_000, 150)):
        store, told = place / f"limit-{limit}", Told()
        nursery.run(Job(store=str(store), entries=12, characters=400, largest_file=limit), told)
        wrong = _judged(store, told)
        if not wrong and (reason := goes_on(store)):
            wrong.append(Finding(Verdict.REFUSED, f"takes no other entry: {reason}"))
        tally.add(wrong, f"{limit} bytes")
        tally.note("entries told as not saved", len(told.not_saved))
        tally.note("did not begin", len(told.refusals))
    return tally


def _judged(store: Path, told: Told) -> list[Finding]:
    wrong = judge(told, recover(store))
    if not told.has_ended:
        wrong.append(Finding(Verdict.REFUSED, f"ended without a sentence: {told.crash}"))
    return wrong


def _mount(place: Path, size: int, option: str) -> None:
    options = f"{option}={size}k,mode=0700"
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", place], check=True)


def main(sizes: list[str]) -> int:
    """Fill one small disk after the other."""
    tally = Tally("the disk is full, then there is room")
    with Nursery() as nursery, tempfile.TemporaryDirectory() as place:
        for size in map(int, sizes):
            fill(nursery, Path(place), size, tally)
    print(tally)
    return 0 if tally.holds else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
