"""What the terminal is sent: no control sequence of anybody's words, no name in the title, nothing of a closed slot."""

import re
import shlex
import sys
from datetime import time
from pathlib import Path

from conference_tui.conference import events as e
from conference_tui.conference.people import Standing
from conference_tui.store.folder import Folder
from tests.screens.driving import REF, recorded
from tests.terminal.conftest import Windows
from tests.terminal.prepared import FAMILY, a_conference, opened
from tests.terminal.tmux import PROJECT, unwrapped

TITLE = re.compile(rb"\x1b\][0-2];")
CLIPBOARD = re.compile(rb"\x1b\]52;")
POINTER = re.compile(rb"\x1b\]22;[a-z-]*\x07")
"""The shape of the mouse pointer, which Textual sets."""
ATTACK = "\x1b]52;c;U0VDUkVU\x07\x1b]2;Maya Orrell-Pike\x07\x1b[2J\x9b31m\x9d52;c;U0VDUkVU\x9c\x90q\x9c"
"""Would put words on everybody's clipboard and in the window's title, clear the screen, and colour it."""


def test_words_cannot_act_on_the_terminal_nor_get_into_its_title_or_clipboard(
    window: Windows, tmp_path: Path
) -> None:
    """Also where they come by another way than typing: the one door lets no such sign in."""
    store = tmp_path / "store"
    words = f"before {ATTACK} after"
    recorded(
        Folder.at(store, throw_away=True),
        *FAMILY,
        e.ChildEntered(child="theo", name=f"Theo {ATTACK}"),
        e.PersonEntered(person="nandra", name=f"Nandra {ATTACK}", standing=Standing.PARENT, address=ATTACK),
        e.PersonArrived(person="nandra", at=time(13, 30)),
        e.ContributionMade(
            contribution="c1", stage="mapping", speaker="tamsin", words=words, column=e.Column.HARM
        ),
        e.StageOpened(stage="mapping"),
    )
    only = opened(window(size=(120, 40)), store)
    for stage in ("f2", "f2", "f2", "f2", "f2", "f2"):
        only.press(stage)
    only.type("tamsin: ")
    only.paste("mine")
    only.press(
        "shift+home", "ctrl+c", "ctrl+x", "f6", "escape", "f4", "escape", "f1", "escape", "ctrl+p", "escape"
    )
    only.press("ctrl+q")
    only.ended()
    sent = POINTER.sub(b"", only.bytes())
    assert b"before" in sent
    assert not CLIPBOARD.search(sent)
    assert not TITLE.search(sent)
    assert b"The program had to stop" not in sent
    for piece in (b"\x1b]", b"\x07", b"\x1b[2J", b"\xc2\x9b", b"\xc2\x9d", b"\xc2\x90"):
        assert piece not in sent


def test_the_window_is_called_by_no_name(window: Windows, tmp_path: Path) -> None:
    store = tmp_path / "store"
    a_conference(store)
    only = opened(window(), store)
    before = only.ask("#{pane_title}")
    only.press("f3", "f3")
    assert only.ask("#{pane_title}") == before
    assert not TITLE.search(only.bytes())


def test_when_the_program_has_to_stop_no_word_of_the_conference_is_shown(
    window: Windows, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    said = e.ContributionMade(contribution="c1", stage="mapping", speaker="tamsin", words="Harkaway rang")
    a_conference(store, said)
    program = PROJECT / "tests" / "terminal" / "programs" / "with_a_mistake.py"
    only = window()
    command = [sys.executable, str(program), "--store", str(store), "open", REF]
    only.run(shlex.join(command), environment={"PYTHONPATH": str(PROJECT)})
    only.shows(REF, "saved")
    only.settle()
    only.type("tamsin: and then he")
    only.shows("and then he")
    only.press("f6")
    assert only.ended() == 1
    assert only.is_sane()
    shown = only.shows("ValueError")
    assert "The program had to stop. Everything recorded is saved" in unwrapped(shown)
    for word in ("Harkaway", "Tamsin", "Maya", "and then he"):
        assert word not in shown
    again = opened(window(), store)
    again.shows("tamsin: and then he")


def test_what_is_typed_in_a_closed_slot_lies_in_no_file_of_the_open_record(
    window: Windows, tmp_path: Path
) -> None:
    """BA-11: not in clear anywhere in the folder, and after the slot on no screen and in no unfinished line."""
    store = tmp_path / "store"
    a_conference(store)
    only = opened(window(), store)
    only.press("f5")
    only.press("enter")
    only.type("Tamsin")
    only.press("space", "enter", "enter")
    only.shows("CLOSED SLOT since")
    only.type("ruth: Harkaway rang the police\r")
    only.shows("Ruth Amadi: Harkaway rang")
    only.type("ruth: Harkaway again")
    only.shows("Harkaway again")
    assert b"Harkaway" not in b"".join(path.read_bytes() for path in store.rglob("*") if path.is_file())
    only.press("ctrl+u", "f5", "enter")
    only.gone("CLOSED SLOT since", "Harkaway")
    for keys in (
        ("escape", "up", "ctrl+z", "ctrl+v"),
        ("f4",),
        ("escape", "ctrl+p"),
        ("escape", "f6"),
        ("escape",),
    ):
        only.press(*keys)
        assert "Harkaway" not in only.screen()
    only.press("ctrl+w")
    only.shows("Child protection conferences")
    only.type("Harkaway")
    only.shows("Nothing fits.")
    only.press("ctrl+q")
    only.ended()
    again = opened(window(), store)
    assert "Harkaway" not in again.screen()
