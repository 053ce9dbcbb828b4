"""The memory of the running program, looked at from outside: no image of it on the disk, no reading by others.

Root may always read, so that everything here runs as an ordinary person.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from conference_tui.store.folder import Folder
from tests import small_conference as small
from tests.on_a_terminal import OnATerminal

IS_ROOT = os.geteuid() == 0
PERSON = 65534 if IS_ROOT else os.geteuid()
"""Who the program runs as: nobody in particular."""
READS_ALL = "dac_read_search"
"""Lets that person reach a Python that is installed for root alone. It is no right over processes."""
AS_THE_PERSON = [
    "setpriv", f"--reuid={PERSON}", f"--regid={PERSON}", "--clear-groups",
    f"--inh-caps=+{READS_ALL}", f"--ambient-caps=+{READS_ALL}",
] if IS_ROOT else []  # fmt: skip
SEARCH = Path(__file__).parent / "programs" / "search_memory.py"
CHILD = "Wren Calloway"
HOLDS_WORDS = f"words = {CHILD!r} + ' and others'; print('ready', flush=True); input()"
"""A program that holds the same words and asks the system for nothing."""

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="looks through /proc, which Linux has"),
    pytest.mark.skipif(
        not (shutil.which("setpriv") and shutil.which("prlimit")),
        reason="Debian's package util-linux brings setpriv and prlimit",
    ),
]
Runs = Callable[[list[str], str], OnATerminal]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder of the person's, with a conference in `store`."""
    small.recorded(Folder.at(tmp_path / "store", throw_away=True))
    if IS_ROOT:
        for path in (tmp_path, tmp_path / "store", *(tmp_path / "store").iterdir()):
            os.chown(path, PERSON, PERSON)
    return tmp_path


@pytest.fixture
def runs(place: Path) -> Iterator[Runs]:
    """Runs a Python program as the person, with core dumps allowed, until it shows something."""
    with ExitStack() as stack:

        def run(arguments: list[str], shows: str) -> OnATerminal:
            command = ["prlimit", "--core=unlimited", *AS_THE_PERSON, sys.executable, *arguments]
            program = stack.enter_context(OnATerminal(command, cwd=place))
            program.shows(shows)
            return program

        yield run


@pytest.fixture
def running(runs: Runs, place: Path) -> OnATerminal:
    """The real program, with a conference on its screen."""
    return runs(["-m", "conference_tui", "--store", str(place / "store"), "open", small.REF], "Working well")


def look_for(words: str, process: int) -> str:
    command = [*AS_THE_PERSON, sys.executable, str(SEARCH), str(process), words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def owner_of_memory(process: int) -> int:
    return Path(f"/proc/{process}/mem").stat().st_uid


def core_limit(process: int) -> list[str]:
    lines = Path(f"/proc/{process}/limits").read_text().splitlines()
    return next(line.split()[4:6] for line in lines if line.startswith("Max core file size"))


def dumps_core(program: OnATerminal) -> bool:
    """Whether the system wrote the program's memory down when it crashed."""
    program.process.send_signal(signal.SIGSEGV)
    _, status = os.waitpid(program.process.pid, 0)
    assert os.WTERMSIG(status) == signal.SIGSEGV
    return os.WCOREDUMP(status)


def test_no_other_process_of_the_same_person_reads_its_memory(running: OnATerminal) -> None:
    """HF-10: what is held in confidence is not read by whatever else runs on the laptop."""
    assert look_for(CHILD, running.process.pid) == "Permission denied"
    assert owner_of_memory(running.process.pid) == 0 != PERSON


def test_where_nothing_is_asked_of_the_system_the_same_look_finds_the_words(runs: Runs) -> None:
    """Else the test above would prove nothing."""
    program = runs(["-c", HOLDS_WORDS], "ready")
    assert owner_of_memory(program.process.pid) == PERSON
    scope = Path("/proc/sys/kernel/yama/ptrace_scope")
    if not scope.exists() or scope.read_text().strip() == "0":
        assert look_for(CHILD, program.process.pid) == "found"


def test_a_crash_leaves_no_image_of_the_memory(running: OnATerminal, place: Path) -> None:
    assert core_limit(running.process.pid) == ["0", "0"]
    assert not dumps_core(running)
    assert not list(place.glob("core*"))


def test_where_nothing_is_asked_of_the_system_a_crash_leaves_one(runs: Runs) -> None:
    program = runs(["-c", HOLDS_WORDS], "ready")
    assert core_limit(program.process.pid) == ["unlimited", "unlimited"]
    assert dumps_core(program)
