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
    """The measured part of the page: the machine, and a table for each subject."""
    parts = [_machine()]
    for subject, lines in tables.items():
        parts += [
            f"\n### {subject}\n",
            "| what | measured | floor | budget | kept |",
            "|---|---|---|---|---|",
        ]
        parts += [f"| {' | '.join((*line[:4], _kept(line.kept)))} |" for line in lines]
    return "\n".join(parts)


def write(tables: Mapping[str, Sequence[Line]]) -> None:
    """Replace what stands between the two marks of the page."""
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
    _, after = rest.split(END)
    PAGE.write_text(f"{before}{BEGIN}\n{page(tables)}\n{END}{after}", encoding="utf-8")


def _kept(kept: bool | None) -> str:
    return "" if kept is None else "yes" if kept else "**no**"


def _machine() -> str:
    cpuinfo = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    processors = [line.split(":")[1].strip() for line in cpuinfo if line.startswith("model name")]
    load = Path("/proc/loadavg").read_text(encoding="ascii").split()[0]
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=PROJECT, capture_output=True, text=True, check=False
    ).stdout.strip()
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    return (
        f"Measured on {datetime.now().astimezone().date().isoformat()} at {commit or 'an unknown commit'}: {len(processors)} × "
        f"{processors[0] if processors else 'processor not known'}, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}, {libraries}; load {load} when it ended."
    )
