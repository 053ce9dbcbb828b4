"""Measure the program and write docs/performance.md: `python -m tests.bench`; `--help` says what can be left out."""

import json
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from conference_tui.store.folder import Folder
from tests.bench import against, on_screen, prepared, report
from tests.bench.floor import READY
from tests.bench.on_screen import Start
from tests.bench.report import Line
from tests.bench.terminal import PROJECT, Answer, p50, p95, python

LAUNCHES = 15
ROUNDS = 3
TYPINGS = 3
SMALL, LARGE = "BENCH-1", "BENCH-1000"
PEERS = {"TinyDB": "stock TinyDB, in clear", "sqlite3": "sqlite3 (WAL, FULL), in clear"}
MOST_MEMORY = 45.0
MOST_GROWTH = 3.0
MOST_OF_PEER = 0.15
MOST_OF_UNDO = 5.0


def main() -> int:
    """Measure; print and write what came of it."""
    asked = _parser().parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as place:
        measured = {
            subject: partial(measure, Path(place, str(number)))
            for number, (subject, measure) in enumerate(SUBJECTS.items())
        }
        if asked.against:
            measured[BESIDE] = partial(beside, asked.against.resolve())
        tables = {
            subject: _said(subject, measure())
            for subject, measure in measured.items()
            if any(each in subject.casefold() for each in asked.only or [""])
        }
    print(report.page(tables))
    if not asked.print:
        report.write(tables)
    return 0


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "only", nargs="*", help="a word of the title of a table; all of them where none is given"
    )
    parser.add_argument(
        "--against", type=Path, help="another checkout, to be measured turn by turn with this one"
    )
    parser.add_argument("--print", action="store_true", help="leave docs/performance.md as it is")
    return parser


def _said(what: str, lines: list[Line]) -> list[Line]:
    print(f"measured: {what}", file=sys.stderr, flush=True)
    return lines


def _small(place: Path) -> Folder:
    folder = Folder.at(place / "small", throw_away=True)
    for ref in (SMALL, "BENCH-2", "BENCH-3"):
        prepared.conference(folder, ref)
    return folder


def _large(place: Path) -> Folder:
    folder = Folder.at(place / "large", throw_away=True)
    prepared.conference(folder, LARGE, contributions=prepared.CONTRIBUTIONS)
    return folder


def starting(folder: Folder) -> list[Line]:
    """Launches to the list of conferences, each beside a launch of the bare program."""
    home, bare = on_screen.program(folder), on_screen.floor("label")
    on_screen.start(bare, READY), on_screen.start(home, SMALL)  # writes the bytecode; does not count
    pairs = [(on_screen.start(home, SMALL), on_screen.start(bare, READY)) for _ in range(LAUNCHES)]
    ratio = p50([ours.ready / floor.ready for ours, floor in pairs])
    ours, floor = (_column(pairs, place) for place in (0, 1))
    ready = p50([each.ready for each in ours]), p50([each.ready for each in floor])
    peak = max(each.peak for each in ours), max(each.peak for each in floor)
    return [
        Line(
            "list of three conferences ready, median",
            f"{ready[0]:.0f} ms, {ratio:.2f} × the floor",
            f"{ready[1]:.0f} ms",
            "1.8 × the floor",
            ratio <= 1.8,
        ),
        Line(
            "peak memory there",
            f"{peak[0]:.1f} MiB",
            f"{peak[1]:.1f} MiB",
            f"{MOST_MEMORY:.0f} MiB",
            peak[0] <= MOST_MEMORY,
        ),
    ]


def _column(pairs: Sequence[tuple[Start, Start]], place: int) -> list[Start]:
    return [pair[place] for pair in pairs]


def keys(folder: Folder) -> list[Line]:
    """From a key to the end of its frame."""
    line: list[Answer] = []
    field: list[Answer] = []
    for _ in range(TYPINGS):
        field += on_screen.typing_in_field()
        line += on_screen.typing_in_line(folder, LARGE)
    gone = [on_screen.rounds(folder, LARGE, 1) for _ in range(ROUNDS)]
    first = [answer for each in gone for answer in each.first]
    again = [answer for each in gone for answer in each.again]
    recorded = on_screen.recording(folder, LARGE, 20)
    most = 3 * p95(_frames(field))
    return [
        Line(
            "a letter in the capture line",
            _both(line),
            _both(field),
            f"p50 8 ms; p95 3 × the floor, {most:.1f} ms",
            p50(_frames(line)) <= 8 and p95(_frames(line)) <= most,
        ),
        Line("Enter in the capture line: recorded and on the map", _both(recorded)),
        Line(
            "change of stage with F2 and F3, to the frame with its title",
            _both(again),
            "",
            "p95 60 ms",
            p95(_frames(again)) <= 60,
        ),
        Line("first visit of a stage, the same", _both(first), "", "p95 60 ms", p95(_frames(first)) <= 60),
        Line("change of stage until all is drawn", _both(again, settled=True)),
        Line("first visit until all is drawn", _both(first, settled=True)),
    ]


def _frames(answers: Sequence[Answer]) -> list[float]:
    return [answer.frame for answer in answers]


def _both(answers: Sequence[Answer], *, settled: bool = False) -> str:
    times = [answer.settled for answer in answers] if settled else _frames(answers)
    return f"p50 {p50(times):.1f}, p95 {p95(times):.1f} ms"


def memory(small: Folder, large: Folder) -> list[Line]:
    """What stays in memory, and whether it grows."""
    away = on_screen.looking_away(large, LARGE)
    growth = away.after - away.before
    lines = [
        Line(
            "400 times focus out and in",
            f"{growth:+.1f} MiB",
            "",
            f"+{MOST_GROWTH:.0f} MiB",
            growth <= MOST_GROWTH,
        )
    ]
    for words, folder, ref in (("the demonstration", small, SMALL), ("1,000 contributions", large, LARGE)):
        held = on_screen.whole_meeting(folder, ref)
        what = f"peak with {words}, all stages shown, before any export"
        lines.append(
            Line(what, f"{held.peak:.1f} MiB", "", f"{MOST_MEMORY:.0f} MiB", held.peak <= MOST_MEMORY)
        )
    lines.append(Line("processor time while nobody does anything", f"{on_screen.idle(large, LARGE):.1f} %"))
    return lines


def on_disk(folder: Path) -> list[Line]:
    """Saving, opening and drawing, in a process of their own."""
    saving, opening, drawing = _found(folder, "saving", "opening", "drawing")
    ours, floor = saving["ours"], saving["floor"]
    ratio = ours["p95"] / floor["p95"]
    return [
        Line(
            "save one event in a record with 5,000",
            f"{_times(ours)}, {ratio:.2f} × the floor",
            f"write and fsync of the same bytes: {_times(floor)}",
            "p95 2 × the floor",
            ratio <= 2,
        ),
        *_peers("the same event in", {name: _beside(saving[name], floor) for name in PEERS}),
        Line(
            "open a record with 5,000 events",
            f"{opening['record']:.0f} ms",
        ),
        *_peers("open the same in", {name: f"{opening[name]:.0f} ms" for name in PEERS}),
        Line("the same as a meeting", f"{opening['meeting']:.0f} ms"),
        Line("the same in the list of conferences", f"{opening['list']:.0f} ms"),
        Line(
            "four plans with 40 actions each, warm, processor time",
            f"{drawing['tagged']:.0f} ms, {drawing['ratio']:.2f} × without tags",
            f"without tags: {drawing['untagged']:.0f} ms",
            "1.15 × without tags",
            drawing["ratio"] <= 1.15,
        ),
        Line("reducing the conference to each of the four children", f"{drawing['views']:.0f} ms"),
    ]


def from_before(folder: Path) -> list[Line]:
    """What is added up again from the entries before: for one reader, and after undo."""
    whole, large, undoing = _found(folder, "reading siblings", "reading", "undoing")
    return [
        _reading("the conference on three siblings", whole),
        _reading("one with 5,000 events", large),
        Line(
            "undo in a record with 20,000 entries, median",
            f"{undoing['many']:.2f} ms, {undoing['ratio']:.1f} × with 100",
            f"with 100: {undoing['few']:.2f} ms",
            f"{MOST_OF_UNDO:.0f} × with 100",
            undoing["ratio"] <= MOST_OF_UNDO,
        ),
    ]


def _found(folder: Path, *wanted: str) -> list[dict[str, Any]]:
    command = python("-m", "tests.bench.on_disk", str(folder), *wanted)
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    return [found[what] for what in wanted]


def _reading(of: str, found: dict[str, float]) -> Line:
    return Line(
        f"what one reader may read of {of}, processor time",
        f"{found['read']:.0f} ms, {found['ratio']:.2f} × opening it; of {found['readers']:.0f} readers at most {found['slowest']:.2f} ×",
        f"opening it as a meeting: {found['opened']:.0f} ms",
        "1 × opening it",
        found["slowest"] <= 1,
    )


def beside(other: Path) -> list[Line]:
    """What another checkout does as well, turn by turn with it."""
    there = report.commit_of(other)
    return [
        Line(
            against.WHAT[what],
            f"{found['ours']:.1f} ms, {found['ratio']:.2f} × {there}",
            f"{there}: {found['theirs']:.1f} ms",
            f"1 × {there}",
            found["ratio"] <= 1,
        )
        for what, found in against.compared(other).items()
    ]


def whole_pack(folder: Path) -> list[Line]:
    """Every copy of the conference on three siblings, and its plans beside WeasyPrint, in a process of their own."""
    command = python("-m", "tests.bench.pack", str(folder))
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    made, beside = found["pack"], found["weasyprint"]
    what = f"{made['copies']} copies, {made['pages']} pages, {made['stopped']} stopped"
    lines = [
        Line(
            f"drawn, looked through and on disk: {what}",
            f"{made['wall']:.2f} s; {made['cpu']:.2f} s of processor time, with starting what draws",
            f"in one process: {made['alone']:.2f} s, {made['alone_cpu']:.2f} s of processor time",
        ),
        Line("the same where what draws was not got ready", f"{made['at_once']:.2f} s"),
    ]
    told = "the plans of its three children, warm, tagged, processor time"
    if not beside:
        return [*lines, Line(told, "not measured: WeasyPrint is missing (`pip install -e '.[bench]'`)")]
    return [
        *lines,
        Line(
            told,
            f"{beside['ours']:.0f} ms, {beside['ratio']:.2f} × WeasyPrint",
            f"WeasyPrint: {beside['theirs']:.0f} ms",
            f"{MOST_OF_PEER} × WeasyPrint",
            beside["ratio"] <= MOST_OF_PEER,
        ),
    ]


def _times(found: dict[str, float]) -> str:
    return f"p50 {found['p50']:.3f}, p95 {found['p95']:.3f} ms"


def _beside(found: dict[str, float], floor: dict[str, float]) -> str:
    return f"{_times(found)}, {found['p95'] / floor['p95']:.1f} × the floor"


def _peers(what: str, measured: dict[str, str]) -> list[Line]:
    return [Line(f"{what} {PEERS[name]}", said) for name, said in measured.items()]


SUBJECTS: dict[str, Callable[[Path], list[Line]]] = {
    "Start": lambda place: starting(_small(place)),
    "Keys, with 1,000 contributions on the map": lambda place: keys(_large(place)),
    "Memory": lambda place: memory(_small(place), _large(place)),
    "The record and the plan": on_disk,
    "Reading and undo": from_before,
    "The whole pack": whole_pack,
}
"""By the title of its table, what is measured, in a folder that is empty."""
BESIDE = "Beside another commit"


if __name__ == "__main__":
    sys.exit(main())
