"""From the first start to the passphrase after a kill: a person finds everything that was typed."""

import re
import signal
from pathlib import Path

from conference_tui.conference import events as e
from conference_tui.conference.folding import apply
from conference_tui.conference.people import Standing
from conference_tui.conference.state import Conference
from conference_tui.store.folder import Folder
from screens.hands import strokes_for
from tests.terminal.conftest import Windows
from tests.terminal.prepared import a_conference
from tests.terminal.test_the_end import typed_without_a_pause_until_it_is_kept
from tests.terminal.tmux import Terminal, unwrapped

PASSPHRASE = "seven herons under the viaduct"
CHILD = e.ChildEntered(child="c", name="Maya Orrell-Pike")
MOTHER = e.PersonEntered(person="p", name="Tamsin Orrell", standing=Standing.PARENT, role="mother")
GROUP = re.compile(r"\b(\d+)  ((?:[0-9A-Z] ){4}[0-9A-Z])\b")


def first_start(window: Terminal, store: Path) -> None:
    """Choose a passphrase, read the recovery key from the screen, and type two groups of it back."""
    window.start(store)
    window.shows("Before anything is recorded")
    window.type(f"{PASSPHRASE}\r")
    window.settle()
    window.type(f"{PASSPHRASE}\r")
    groups = dict(GROUP.findall(window.shows("p Print", " 13  ")))
    assert len(groups) == 13
    window.press("enter")
    asked = re.findall(r"Group (\d+)", window.shows("From the paper"))
    for number in asked:
        window.type(groups[number].replace(" ", "").lower() + "\r")
        window.settle()
    window.shows("There is no conference here yet")


def unlock(window: Terminal, store: Path) -> None:
    """Start again: a wrong passphrase is told, the right one opens."""
    window.start(store)
    window.shows("Locked")
    window.type("seven herons over the viaduct\r")
    window.until(lambda screen: "That is not the passphrase" in unwrapped(screen), "wrong passphrase")
    window.type(f"{PASSPHRASE}\r")
    window.shows("ASH-9")


def test_what_was_typed_is_there_after_a_kill_and_the_passphrase(window: Windows, tmp_path: Path) -> None:
    store = tmp_path / "store"
    first = window()
    first_start(first, store)
    first.press("f2")
    first.type("ASH-9\r")
    first.settle()
    for words in ("ini", "barn", "Ines Corrigan", ""):
        first.type(f"{words}\r")
        first.settle()
    first.shows("ASH-9", "Set-up", "saved")
    first.press("escape")
    first.strike(strokes_for(CHILD, Conference()))
    first.strike(strokes_for(MOTHER, apply(Conference(), CHILD)))
    first.press("escape")
    first.type("tamsin: I was not there\r")
    first.shows("saved 5")
    # What is kept first may be that the line is empty.
    for words in ("tamsin: he came", " and then", " went"):
        typed_without_a_pause_until_it_is_kept(first, store, words)
    first.signal(signal.SIGKILL)
    first.ended()
    again = window()
    unlock(again, store)
    again.press("down", "enter")
    again.shows("saved 5")
    again.shows("Came back unfinished: tamsin: he")
    again.press("ctrl+r")
    again.shows("I was not there", "Maya Orrell-Pike", "Tamsin Orrell")


def test_a_locked_screen_tells_nothing_and_comes_back_where_it_was(window: Windows, tmp_path: Path) -> None:
    store = tmp_path / "store"
    a_conference(store)
    Folder.at(store).make_vault(PASSPHRASE)
    only = window()
    only.start(store)
    only.shows("Locked")
    only.type(f"{PASSPHRASE}\r")
    only.shows("TST-1")
    only.press("down", "enter")
    only.shows("saved", "Set-up")
    only.settle()
    only.type("tamsin: and then")
    only.shows("tamsin: and then")
    only.press("ctrl+l")
    only.shows("Type your passphrase")
    only.gone("TST-1", "tamsin")
    only.type(f"{PASSPHRASE}\r")
    only.shows("TST-1", "saved", "Came back unfinished: tamsin: and then")
    only.press("ctrl+b", "f9")
    only.shows("Press F9 to go on.")
    only.gone("TST-1", "tamsin")
    only.type("who is there")
    only.press("f9")
    only.type("!")
    only.shows("tamsin: and then!")
