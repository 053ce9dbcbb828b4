"""Where a demonstration lies that nobody wants to keep."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from conference_tui.demonstration_folder import thrown_away
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record

HOLDS_ONE = """
import sys
from conference_tui.demonstration_folder import thrown_away
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
with thrown_away() as folder:
    Record.create(Folder.at(folder, throw_away=True)).close()
    print(folder, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


class Running:
    """Another demonstration, in a program of its own."""

    def __init__(self) -> None:
        self.program = subprocess.Popen(
            [sys.executable, "-c", HOLDS_ONE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self.program.stdout
        self.folder = Path(self.program.stdout.readline().strip())

    def kill(self) -> None:
        self.program.kill()
        self.program.communicate()


@pytest.fixture
def running() -> Iterator[Running]:
    other = Running()
    yield other
    other.kill()


def test_it_is_gone_at_the_end() -> None:
    with thrown_away() as folder:
        Record.create(Folder.at(folder, throw_away=True)).close()
        assert Folder.at(folder).is_throw_away
    assert not folder.exists()


def test_that_of_a_program_that_was_killed_goes_with_the_next_one(running: Running) -> None:
    running.kill()
    assert (running.folder / "keys.json").exists()
    with thrown_away():
        assert not running.folder.exists()


def test_that_of_a_program_that_runs_stays(running: Running) -> None:
    with thrown_away():
        assert (running.folder / "keys.json").exists()


def test_what_only_has_such_a_name_stays(temporary: Path) -> None:
    elsewhere = temporary / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "demonstration.lock").write_text("{}")
    (temporary / "conference-demonstration-link").symlink_to(elsewhere)
    (temporary / "conference-demonstration-other").mkdir()
    with thrown_away():
        assert (elsewhere / "demonstration.lock").exists()
        assert (temporary / "conference-demonstration-other").exists()
