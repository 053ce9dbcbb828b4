"""Cuts the power after each system call of a writer, and opens every state in which that may leave the disk."""

import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random

from msgspec.structs import replace

from tests.faults import strace
from tests.faults.judge import Finding, Told, Verdict, judge
from tests.faults.old_disk import MIXTURES, Disk
from tests.faults.place import UNFINISHED, goes_on, record_in, recover
from tests.faults.running import Nursery
from tests.faults.tally import Tally
from tests.faults.trace import Said, Step, Synced, Written, steps
from tests.faults.typing_kept import judge_typing
from tests.faults.writer import Job

ENTRIES = 6
STORE = "store"
MEMORY = Path("/dev/shm")
"""What is opened thousands of times need not be on a disk."""
ROOM = 1 << 20
"""A file of more bytes than this only keeps room on the disk: what is in it does not matter."""


def cut_power(
    nursery: Nursery,
    place: Path,
    *,
    is_strict: bool,
    mixtures: int = MIXTURES,
    seed: int = 20261201,
    mistake: str = "",
    until: str = "",
) -> Tally:
    """Record a writer that makes a record, and one that finds it torn and goes on; then try every state between.

    `until` is a verdict after which no more are tried.
    """
    done = _recorded(nursery, place, Job(store="", run="first", mistake=mistake))
    done += _torn(place / STORE)
    done += _recorded(nursery, place, Job(store="", run="then", mistake=mistake))
    return _tried(done, "while a record is written", is_strict, Random(seed), mixtures, until=until)


def cut_power_over_import(nursery: Nursery, place: Path, *, is_strict: bool, mistake: str = "") -> Tally:
    """Record how a whole conference is put into a folder at once; then try every state between."""
    done = _recorded(nursery, place, Job(store="", what="import", mistake=mistake))
    return _tried(done, "while a record is imported", is_strict, Random(20261201), MIXTURES)


def cut_power_over_typing(
    nursery: Nursery, place: Path, *, is_strict: bool, mistake: str = "", until: str = ""
) -> Tally:
    """Record how unfinished typing is kept, deleted, and its file begun anew; then try every state between."""
    done = _recorded(nursery, place, Job(store="", what="typing", mistake=mistake))
    chance = Random(20261201)
    return _tried(done, "while a line is typed", is_strict, chance, MIXTURES, judge_typing, until=until)


def _tried(
    done: Iterable[Step],
    when: str,
    is_strict: bool,
    chance: Random,
    mixtures: int,
    judged: Callable[[Told, Path], list[Finding]] = lambda told, store: judge(told, recover(store)),
    *,
    until: str = "",
) -> Tally:
    how = "names are safe once their folder is synced" if is_strict else "names follow any sync"
    tally = Tally(f"the power is cut {when}; {how}")
    disk, told, calls = Disk(is_strict=is_strict), Told(), 0
    tried: set[tuple[object, ...]] = set()
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as place:
        for step in done:
            disk.do(step)
            if isinstance(step, Said):
                told.hear(step.line)
            else:
                calls += 1
            for state in disk.states(chance, mixtures):
                what = (len(told.saved), len(told.not_saved), *sorted(state.files.items()))
                if what not in tried:
                    tried.add(what)
                    where = f"after {_short(step)} ({calls}), {state.how}, {len(told.saved)} saved"
                    store = Path(place, STORE)
                    _put(store, state.files)
                    tally.add(_wrong(store, judged(told, store)), where)
                    if tally.found[until]:
                        return tally
    tally.note("system calls", calls)
    tally.note("entries saved", len(told.saved))
    return tally


def _recorded(nursery: Nursery, place: Path, job: Job) -> list[Step]:
    log, store, told = place / "trace", place / STORE, Told()
    store.mkdir(mode=0o700, exist_ok=True)
    job = replace(job, store=str(store), entries=ENTRIES, characters=700)
    watching = strace.watching(log, all_threads=True)
    with nursery.writing(job, told) as writing, strace.attached(writing.pid, *watching):
        writing.go_on()
        if writing.until("SAVING"):
            writing.go_on()
        writing.to_the_end()
    assert told.has_ended, told.crash
    return list(steps(log, store))


def _torn(store: Path) -> list[Step]:
    """The beginning of an entry that a program was killed over; the disk has it."""
    record = record_in(store)
    with record.open("ab") as file:
        file.write(UNFINISHED)
    return [Written(record.name, None, UNFINISHED), Synced(record.name)]


def _put(store: Path, files: dict[str, bytes]) -> None:
    shutil.rmtree(store, ignore_errors=True)
    store.mkdir(mode=0o700)
    for name, data in files.items():
        path = store / name
        path.touch(mode=0o600)
        if len(data) > ROOM:
            with path.open("wb") as file:
                file.truncate(len(data))
        else:
            path.write_bytes(data)


def _wrong(store: Path, found: list[Finding]) -> list[Finding]:
    if not found and (reason := goes_on(store)):
        return [Finding(Verdict.REFUSED, f"takes no other entry: {reason}")]
    return found


def _short(step: Step) -> str:
    name = getattr(step, "name", getattr(step, "new", getattr(step, "line", "")))
    return f"{type(step).__name__} …{str(name)[-24:]}"
