"""Measures this checkout beside another one, such as that of an earlier commit, turn by turn.

Each side is a process of its own that runs this file with the program of its checkout, and does one thing when it is
told to while the other waits. So the file holds to what both have.
"""

import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, Any

from conference_tui import authorities, conferences
from conference_tui.documents import pack
from conference_tui.documents.drawing_hands import Hands
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from tests.bench import prepared
from tests.bench.pack import siblings
from tests.bench.terminal import PROJECT, p50, python

PACKS, ROUNDS = 5, 15
"""Turns: of a pack, and of the rest."""
SAVED = 40
"""Events that are saved in one turn."""
ALONE, TOGETHER, SAVE, OPEN, MEET = "alone", "together", "save", "open", "meet"
WHAT = {
    ALONE: "the pack of three siblings, drawn by one process, processor time",
    TOGETHER: "the same with what draws got ready, on the clock",
    SAVE: "record one event in a conference with 5,000, until it is on the disk",
    OPEN: "open a record with 5,000 events, processor time",
    MEET: "the same as a meeting",
}
"""What is compared, in words."""


class Side:
    """One checkout at work."""

    def __init__(self, checkout: Path, folder: Path) -> None:
        self._process = subprocess.Popen(
            python("-P", __file__, str(folder)),
            cwd=checkout,
            env={**os.environ, "PYTHONPATH": str(checkout)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def takes(self, what: str) -> float:
        """Milliseconds for one thing, done once."""
        asked, answers = self._pipes
        print(what, file=asked, flush=True)
        return float(answers.readline())

    def close(self) -> None:
        """Let it end."""
        self._pipes[0].close()
        self._process.wait()
        self._pipes[1].close()

    @property
    def _pipes(self) -> tuple[IO[str], IO[str]]:
        assert self._process.stdin and self._process.stdout, "it was started with both"
        return self._process.stdin, self._process.stdout


@contextmanager
def sides(other: Path) -> Iterator[tuple[Side, Side]]:
    """This checkout and the other one."""
    with tempfile.TemporaryDirectory(prefix="bench-") as place:
        both = Side(PROJECT, Path(place, "this")), Side(other, Path(place, "other"))
        try:
            yield both
        finally:
            for side in both:
                side.close()


def compared(other: Path) -> dict[str, dict[str, float]]:
    """By what was done, the median of this checkout, of the other one, and of the ratios of each turn."""
    with sides(other) as (ours, theirs):
        return {what: _compared(what, ours, theirs) for what in WHAT}


def _compared(what: str, ours: Side, theirs: Side) -> dict[str, float]:
    ours.takes(what), theirs.takes(what)  # reads letters and wording; does not count
    pairs = []
    for turn in range(PACKS if what in (ALONE, TOGETHER) else ROUNDS):
        if turn % 2:
            their, our = theirs.takes(what), ours.takes(what)
        else:
            our, their = ours.takes(what), theirs.takes(what)
        pairs.append((our, their))
    return {
        "ours": p50([our for our, _ in pairs]),
        "theirs": p50([their for _, their in pairs]),
        "ratio": p50([our / their for our, their in pairs]),
    }


# --- One side -----------------------------------------------------------------------------------------------------


def serve(folder: Path) -> None:
    """Do what is told, line by line, and say how many milliseconds it took."""
    does = _does(Folder.at(folder))
    for line in sys.stdin:
        gc.collect()
        print(does[line.strip()](), flush=True)


def _does(folder: Folder) -> Mapping[str, Callable[[], float]]:
    record_id = prepared.conference(folder, "BENCH-5000", entries=prepared.EVENTS)
    return {
        ALONE: lambda: _on(time.process_time, partial(_pack, folder.path, Hands(0))),
        TOGETHER: lambda: _together(folder.path),
        SAVE: lambda: _saving(folder, record_id),
        OPEN: lambda: _on(time.process_time, partial(_events, folder, record_id)),
        MEET: lambda: _meeting(folder, record_id),
    }


def _on(clock: Callable[[], float], call: Callable[[], object]) -> float:
    at = clock()
    call()
    return (clock() - at) * 1e3


def _pack(folder: Path, hands: Hands) -> None:
    conference = siblings()
    procedure, calendar = authorities.load("barnsley"), authorities.bank_holidays()
    press = pack.Press(conference, procedure, calendar)
    wanted = pack.copies_for(conference, procedure)
    pack.make_copies(press, wanted, lambda ready: folder / "pack" / press.name(ready), hands=hands)


def _together(folder: Path) -> float:
    hands = Hands()
    time.sleep(2)  # the chair reads the list of who gets what
    return _on(time.perf_counter, partial(_pack, folder, hands))


def _events(folder: Folder, record_id: str) -> list[dict[str, Any]]:
    with Record.open(folder, record_id) as record:
        return getattr(record, "stored", record.events)()  # what the program reads it by, here and there


def _meeting(folder: Folder, record_id: str) -> float:
    made = []
    took = _on(time.process_time, lambda: made.append(conferences.open_meeting(folder, record_id)))
    made.pop().close()
    return took


def _saving(folder: Folder, record_id: str) -> float:
    meeting = conferences.open_meeting(folder, record_id)

    def save(number: int) -> None:
        meeting.record(prepared.contribution(meeting.conference, number))
        meeting.settle()

    times = [_on(time.perf_counter, partial(save, meeting.count + 1)) for _ in range(SAVED)]
    meeting.close()
    return p50(times)


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
