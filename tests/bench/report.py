"""The tables of docs/performance.md: what was measured, beside the floor and the budget."""

import platform
import subprocess
from collections.abc import Mapping, Sequence
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from tests.bench.terminal import PROJECT

PAGE = PROJECT / "docs" / "performance.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
_LIBRARIES = ("textual", "rich", "msgspec", "cryptography", "tinydb", "reportlab")


class Line(NamedTuple):
    """One row of the table."""

    what: str
    measured: str
    floor: str = ""
    """The same for the bare program, in the same run."""
    budget: str = ""
    kept: bool | None = None
    """Whether the budget was kept; None where there is none."""


def page(tables: Mapping[str, Sequence[Line]]) -> str:
    """A table for each subject, with the machine that it was measured on."""
    return "\n\n".join(_table(subject, lines) for subject, lines in tables.items())


def write(tables: Mapping[str, Sequence[Line]]) -> None:
    """Put the tables between the two marks of the page, each in the place of the one of its subject; others stay."""
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
    held, after = rest.split(END)
    parts = {part.split("\n", 1)[0]: f"### {part.strip()}" for part in held.split("### ")[1:]}
    parts |= {subject: _table(subject, lines) for subject, lines in tables.items()}
    measured = "\n\n".join(parts.values())
    PAGE.write_text(f"{before}{BEGIN}\n{measured}\n{END}{after}", encoding="utf-8")


def _table(subject: str, lines: Sequence[Line]) -> str:
    rows = [f"| {' | '.join((*line[:4], _kept(line.kept)))} |" for line in lines]
    head = ["| what | measured | floor | budget | kept |", "|---|---|---|---|---|"]
    return "\n".join([f"### {subject}", "", _machine(), "", *head, *rows])


def _kept(kept: bool | None) -> str:
    return "" if kept is None else "yes" if kept else "**no**"


def commit_of(checkout: Path) -> str:
    """The commit of a checkout, short."""
    command = ["git", "rev-parse", "--short", "HEAD"]
    told = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)
    return told.stdout.strip() or "an unknown commit"


def _machine() -> str:
    cpuinfo = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    processors = [line.split(":")[1].strip() for line in cpuinfo if line.startswith("model name")]
    load = Path("/proc/loadavg").read_text(encoding="ascii").split()[0]
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    return (
        f"Measured on {datetime.now().astimezone().date().isoformat()} at {commit_of(PROJECT)}: {len(processors)} × "
        f"{processors[0] if processors else 'processor not known'}, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}, {libraries}; load {load} when it ended."
    )
