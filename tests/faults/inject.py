"""Makes each system call of a writer fail, or the last thing that it does: every one of them, one in a case."""

import shutil
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Literal, NamedTuple

from tests.faults import strace
from tests.faults.judge import Finding, Told, Verdict, judge
from tests.faults.place import UNFINISHED, goes_on, record_in, recover
from tests.faults.running import Nursery
from tests.faults.tally import Tally
from tests.faults.typing_kept import judge_typing
from tests.faults.writer import Job

ENTRIES = 3


class During(StrEnum):
    """What the writer is at when the call is made."""

    MAKING = "making a record"
    IMPORTING = "importing a record"
    OPENING = "opening a record"
    MENDING = "opening a record whose last entry was never finished"
    SAVING = "saving"
    TYPING = "keeping unfinished typing"


WHAT: dict[During, Literal["entries", "import", "typing"]] = {
    During.IMPORTING: "import",
    During.TYPING: "typing",
}


class How(StrEnum):
    """What becomes of the call, in strace's words."""

    KILLED = "signal=SIGKILL"
    INPUT_OUTPUT = "error=EIO"
    NO_SPACE = "error=ENOSPC"


class Case(NamedTuple):
    """The call of that name and number, counted from the beginning of what the writer is at."""

    call: str
    number: int
    how: How

    def __str__(self) -> str:
        return f"{self.call} {self.number} {self.how}"


def inject(
    nursery: Nursery, place: Path, during: During, hows: tuple[How, ...], *, mistake: str = ""
) -> Tally:
    """Try every call that the writer makes; what was told must be there, and the record must go on."""
    tally = Tally(f"a system call fails while {during}: {', '.join(hows)}")
    if during not in (During.MAKING, During.IMPORTING):
        prepare(nursery, place / "before", is_torn=during is During.MENDING)
    for case in _cases(nursery, place, during, hows, mistake):
        store, told = _anew(place), Told() if during is During.TYPING else _before(place)
        _run(nursery, store, told, during, strace.broken(*case), mistake)
        wrong = judge_typing(told, store) if during is During.TYPING else judge(told, recover(store))
        if not (told.has_ended or case.how is How.KILLED):
            wrong.append(Finding(Verdict.REFUSED, f"ended without a sentence: {told.crash}"))
        if not wrong and (reason := goes_on(store)):
            wrong.append(Finding(Verdict.REFUSED, f"takes no other entry: {reason}"))
        tally.add(wrong, str(case))
        tally.note("told as not saved", int(bool(told.not_saved)))
        tally.note("told that it is not known", int(bool(told.failed)))
        tally.note("did not begin", int(bool(told.refusals)))
    return tally


def _cases(
    nursery: Nursery, place: Path, during: During, hows: tuple[How, ...], mistake: str
) -> Iterator[Case]:
    """Every call in a run in which nothing fails."""
    log = place / "calls"
    _run(nursery, _anew(place), Told(), during, strace.watching(log, all_threads=False), mistake)
    for call, times in strace.counted(log).items():
        yield from (Case(call, number, how) for number in range(1, times + 1) for how in hows)


def _run(nursery: Nursery, store: Path, told: Told, during: During, options: list[str], mistake: str) -> None:
    """Run a writer with strace on that thread that does it; the others, and what went before, are left alone."""
    job = Job(store=str(store), entries=ENTRIES, run="now", mistake=mistake, what=WHAT.get(during, "entries"))
    with nursery.writing(job, told) as writing:
        if during is not During.SAVING:
            with strace.attached(writing.pid, *options):
                writing.go_on()
                if writing.until("SAVING"):
                    writing.go_on()
                writing.to_the_end()
            return
        writing.go_on()
        assert writing.until("SAVING")
        (thread,) = writing.threads
        with strace.attached(thread, *options):
            writing.go_on()
            writing.to_the_end()


def prepare(nursery: Nursery, store: Path, *, is_torn: bool) -> None:
    """Make a data folder with a few entries in it; `is_torn`: as a kill in the middle of the next one leaves it."""
    nursery.run(Job(store=str(store), entries=ENTRIES, run="before"), Told())
    if is_torn:
        with record_in(store).open("ab") as record:
            record.write(UNFINISHED)


def _before(place: Path) -> Told:
    """What had been saved before the writer began."""
    told = Told()
    found = recover(place / "before", readonly=True) if (place / "before").exists() else None
    for entry in found.entries if found else ():
        told.tried[entry.name] = entry.digest
        told.saved[entry.name] = entry.number
    return told


def _anew(place: Path) -> Path:
    """A data folder as it was before; none where there was none."""
    store = place / "store"
    shutil.rmtree(store, ignore_errors=True)
    if (place / "before").exists():
        shutil.copytree(place / "before", store)
    return store
