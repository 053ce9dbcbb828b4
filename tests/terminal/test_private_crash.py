"""When the program has to stop: a number on the screen, the report under the passphrase, and a true sentence."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conference_tui.conference import events as e
from conference_tui.store.folder import Folder
from conference_tui.store.register import Incidents
from tests.screens.driving import REF
from tests.terminal.conftest import Windows
from tests.terminal.prepared import FAMILY, a_conference, words_kept
from tests.terminal.tmux import PROJECT, Terminal, unwrapped

PROGRAMS = PROJECT / "tests" / "terminal" / "programs"
SAID = "Harkaway rang"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A folder that needs no passphrase, with a conference in which something was said."""
    folder = Folder.at(tmp_path / "store", throw_away=True)
    said = e.ContributionMade(contribution="c1", stage="mapping", speaker="tamsin", words=SAID)
    a_conference(folder.path, said)
    return folder.path


def opened(window: Terminal, store: Path, program: str = "with_a_mistake.py") -> Terminal:
    command = [sys.executable, str(PROGRAMS / program), "--store", str(store), "open", REF]
    window.run(shlex.join(command), environment={"PYTHONPATH": str(PROJECT)})
    window.shows(REF, "saved")
    window.settle()
    return window


def stopped(window: Terminal) -> str:
    """Run into the mistake; gives what stands in the window afterwards."""
    window._key("f6")
    assert window.ended() == 1
    return unwrapped(window.shows("ValueError"))


def test_a_number_is_said_and_the_report_is_found_under_it(window: Windows, store: Path) -> None:
    shown = stopped(opened(window(), store))
    assert "Everything recorded is saved" in shown
    assert "This is incident 1:" in shown
    assert re.search(r"ValueError in with_a_mistake.py, line \d+, compose", shown)
    assert SAID not in shown
    (incident,) = Incidents(Folder.at(store)).all()
    assert "compose" in incident.report
    assert SAID not in incident.report


def test_in_a_closed_slot_too_the_report_has_places_only(window: Windows, store: Path) -> None:
    """BA-11: what was said in it goes into no other file, and a mistake may hold any words there were."""
    only = opened(window(size=(100, 30)), store)
    only.press("f5", "enter")
    only.type("Tamsin")
    only.press("space", "enter", "enter")
    only.shows("CLOSED SLOT since")
    only.type("ruth: Larkmoor rang\r")
    only.shows("Larkmoor rang")
    shown = stopped(only)
    (incident,) = Incidents(Folder.at(store)).all()
    assert not [words for words in (SAID, "Larkmoor") if words in incident.report + shown]
    assert "compose" in incident.report


def test_a_report_that_cannot_be_kept_is_said_not_to_be(window: Windows, store: Path) -> None:
    """The system refuses to let a file grow, as a full disk does."""
    if not shutil.which("prlimit"):
        pytest.skip("Debian's package util-linux brings prlimit")
    only = opened(window(size=(100, 30)), store)
    subprocess.run(["prlimit", f"--pid={only.pid}", "--fsize=100:unlimited"], check=True)
    shown = stopped(only)
    assert "Everything recorded is saved" in shown
    assert "No report of it could be kept" in shown
    assert "ValueError in with_a_mistake.py" in shown
    assert SAID not in shown


def test_an_entry_that_is_not_saved_is_not_said_to_be(window: Windows, store: Path) -> None:
    shown = stopped(opened(window(size=(100, 30)), store, "with_an_unsaved_entry.py"))
    assert "What was shown as saved is saved; the last entry is not." in shown
    assert "Everything recorded is saved" not in shown
    assert "Harkaway" not in shown
    assert words_kept(store, Folder.at(store).conferences()[0]) == [SAID]


def test_the_family_is_in_no_line_of_it(window: Windows, store: Path) -> None:
    shown = stopped(opened(window(), store))
    names = [name for event in FAMILY for name in [getattr(event, "name", "")] if name]
    assert names
    assert [name for name in names if name in shown] == []
