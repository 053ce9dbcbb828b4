"""Every byte that the program wrote while sentences were typed into it: none of them stands anywhere in clear.

Nor does it open a connection to a network, or start another program. What is searched: the data folder, the folders of temporary and personal files, every other file that it opened for
writing, its arguments and environment, the title of its window, and what the terminal was sent and shows once
the program has left its screen. Swap is the disk encryption's.
"""

import os
import re
import shlex
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from conference_tui.conference import events as e
from conference_tui.store.folder import Folder
from screens.hands.strokes import Text
from tests.screens.driving import REF
from tests.shell import as_program
from tests.terminal.conftest import Windows
from tests.terminal.planted import (
    CLOSED,
    CRASHED,
    NAMES,
    OPEN,
    PASSPHRASES,
    PLANTED,
    UNFINISHED,
    found_in,
    found_in_files,
)
from tests.terminal.prepared import a_conference
from tests.terminal.test_locked import GROUP, first_start
from tests.terminal.test_locked import PASSPHRASE as FIRST_PASSPHRASE
from tests.terminal.tmux import PROJECT, Terminal

PASSPHRASE = PASSPHRASES[0]
LEFT = b"\x1b[?1049l"
"""The program leaves the screen beside the scrollback."""
WROTE = re.compile(r"(?:openat|open|creat|rename|renameat2?|mkdir)\((.*)\) += (?!-1)")
"""A line of strace about a file that was opened for writing, made, or given a name."""


class Place:
    """A data folder under a passphrase, and everywhere else that a program may write."""

    def __init__(self, folder: Path) -> None:
        self.store = folder / "store"
        self.around = folder / "around"
        self.trace = folder / "trace"
        for name in ("home", "tmp", "run"):
            (self.around / name).mkdir(parents=True)
        self.record = a_conference(self.store, e.StageOpened(stage="mapping"))
        Folder.at(self.store).make_vault(PASSPHRASE)

    @property
    def environment(self) -> dict[str, str]:
        home, tmp, run = (str(self.around / name) for name in ("home", "tmp", "run"))
        names = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
        return {**dict.fromkeys(names, home), "XDG_RUNTIME_DIR": run, "TMPDIR": tmp, "TEMP": tmp, "TMP": tmp}

    def opened(self, window: Terminal, program: str = "-m conference_tui", through: str = "") -> Terminal:
        """Open the conference; the passphrase is typed in the terminal."""
        command = f"{sys.executable} {program} --store {shlex.quote(str(self.store))} open {REF}"
        window.run(command, environment=self.environment | {"PYTHONPATH": str(PROJECT)}, through=through)
        window.shows("The passphrase:")
        window.type(f"{PASSPHRASE}\r")
        window.shows(REF, "saved")
        window.settle()
        return window

    def written(self) -> list[Path]:
        """Every file that was opened for writing, made or renamed."""
        names = set()
        for line in self.trace.read_text(encoding="utf-8", errors="replace").splitlines():
            call = WROTE.search(line)
            if call and ("O_WRONLY" in call[1] or "O_RDWR" in call[1] or not call[0].startswith("open")):
                names |= set(re.findall(r'"((?:[^"\\]|\\.)*)"', call[1]))
        return [Path(name) for name in names]

    def reached_out(self) -> list[str]:
        """Every line about a connection, or about another program that was started."""
        trace = self.trace.read_text(encoding="utf-8", errors="replace")
        sockets = re.findall(r"socket\(AF_(?!UNIX).*", trace)
        return sockets + re.findall(r"execve\(.*", trace)[1:]

    def assert_nothing_in_files(self) -> None:
        assert found_in_files(self.store, self.around) == {}


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def type_lines(window: Terminal, who: str, sentences: Iterable[str], shown: int) -> None:
    """Say sentences, one after the other, until the last is on the screen."""
    every = list(sentences)
    for sentence in every:
        window.strike([Text(f"{who}: {sentence}\r")])
    window.until(lambda screen: every[-1][:shown] in screen, "the last sentence")


def hold_a_closed_slot(window: Terminal) -> None:
    """Say everything that is confidential, and leave something unfinished."""
    window.press("f5", "enter")
    window.type("Tamsin")
    window.press("space", "enter", "enter")
    window.shows("CLOSED SLOT since")
    type_lines(window, "ruth", CLOSED, 14)
    window.type(f"ruth: {UNFINISHED[2]}")
    window.shows(UNFINISHED[2][:16])
    window.settle()


def leave_unfinished(window: Terminal) -> None:
    """Type into the capture line and into a form, and record neither."""
    window.type(f"tamsin: {UNFINISHED[0]}")
    window.shows(UNFINISHED[0][:16])
    window.press("f4")
    window.type("Set-up")
    window.press("enter", "escape", "c")
    window.type(UNFINISHED[1])
    window.shows(UNFINISHED[1][:16])
    window.settle()


def assert_nothing_of_the_process(window: Terminal) -> None:
    """What others see of a process: its arguments, its environment, its name, the title of its window."""
    process = Path(f"/proc/{window.pid}")
    for name in ("cmdline", "environ", "comm", "stat"):
        assert found_in((process / name).read_bytes()) == []
    assert found_in(window.ask("#{pane_title} #{window_name} #{session_name}").encode()) == []
    assert not re.findall(rb"\x1b\][0-2];", window.bytes())


def assert_nothing_after_the_end(window: Terminal) -> None:
    """What stands in the window once the program has left it, and what it was sent from then on."""
    before, left, after = window.bytes().rpartition(LEFT)
    assert left
    assert found_in(before), "the search would not find what was on the screen"
    assert found_in(after) == []
    assert found_in(window._tmux("capture-pane", "-p", "-S", "-").encode()) == []


def test_the_search_finds_what_is_there(tmp_path: Path) -> None:
    """Else the tests below would prove nothing."""
    for number, sentence in enumerate(PLANTED):
        (tmp_path / str(number)).write_bytes(b"\0\1" + sentence.upper().encode() + b"\xff")
    assert sorted(each for found in found_in_files(tmp_path).values() for each in found) >= sorted(
        PLANTED[:-1]
    )
    assert len(OPEN + CLOSED + UNFINISHED + CRASHED) == 50
    (tmp_path / NAMES[0]).write_bytes(b"")
    assert found_in_files(tmp_path)[tmp_path / NAMES[0]] == [NAMES[0]]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root sees the files of a program that lets nobody look")
def test_a_meeting_leaves_nothing_in_clear_anywhere(window: Windows, place: Place) -> None:
    """HF-10, BA-11: typed, said in the closed slot, left unfinished, and then left with Ctrl+Q."""
    if not shutil.which("strace"):
        pytest.skip("Debian's package strace brings strace")
    calls = "open,openat,creat,rename,renameat,renameat2,mkdir,socket,execve"
    trace = f"strace -D -f -qq -s 400 -o {shlex.quote(str(place.trace))} -e trace={calls}"
    only = place.opened(window(size=(120, 40)), through=trace)
    type_lines(only, "tamsin - maya", OPEN, 15)
    hold_a_closed_slot(only)
    assert_nothing_of_the_process(only)
    place.assert_nothing_in_files()
    only.press("ctrl+u", "f5", "enter")
    only.gone("CLOSED SLOT since")
    leave_unfinished(only)
    assert_nothing_of_the_process(only)
    place.assert_nothing_in_files()
    only._key("ctrl+q")
    assert only.ended() == 0
    assert_nothing_after_the_end(only)
    place.assert_nothing_in_files()
    written = place.written()
    assert place.reached_out() == []
    assert Path(place.store, f"{place.record}.record") in written
    elsewhere = [path for path in written if not path.is_relative_to(place.store)]
    kept = [path for path in elsewhere if "__pycache__" not in path.parts]  # Python's own, of a first import
    assert [path for path in kept if not path.is_relative_to("/dev")] == []
    assert found_in(" ".join(map(str, written)).encode()) == []
    assert_everything_is_recorded(place)


def assert_everything_is_recorded(place: Place) -> None:
    """All that was searched for is there for whoever has the passphrase."""
    secret = place.around.parent / "secret"
    secret.touch(mode=0o600)
    secret.write_text(PASSPHRASE)
    options = ("--store", place.store, "--passphrase-file", secret)
    answer = as_program("show", REF, *options)
    assert (answer.status, answer.err) == (0, "")
    shown = answer.words
    assert [sentence for sentence in OPEN if sentence not in shown] == []
    assert [sentence for sentence in CLOSED if sentence in shown] == []
    told = as_program("closed", REF, *options).words
    assert [sentence for sentence in CLOSED if sentence not in told] == []


def test_no_setting_makes_it_write_down_what_is_typed(window: Windows, place: Place) -> None:
    """Textual has settings for whoever writes programs: a log of every key, pictures of the screen, a console."""
    log, shots = place.around / "log", place.around / "tmp"
    set_up = (
        f"TEXTUAL_LOG={log} TEXTUAL_SCREENSHOT=1 TEXTUAL_SCREENSHOT_LOCATION={shots} TEXTUAL=devtools,debug"
    )
    only = place.opened(window(size=(120, 40)), through=f"env {set_up}")
    type_lines(only, "tamsin - maya", OPEN[:3], 15)
    only._key("ctrl+q")
    assert only.ended() == 0
    assert not log.exists()
    assert list(shots.iterdir()) == []
    place.assert_nothing_in_files()


def test_killed_in_the_closed_slot_nothing_lies_in_clear(window: Windows, place: Place) -> None:
    only = place.opened(window(size=(120, 40)))
    type_lines(only, "tamsin - maya", OPEN[:3], 15)
    leave_unfinished(only)
    only.press("escape")
    hold_a_closed_slot(only)
    only.signal(9)
    only.ended()
    place.assert_nothing_in_files()


def test_stopped_by_a_mistake_nothing_lies_in_clear(window: Windows, place: Place) -> None:
    """The exception itself holds a sentence, and another one is being typed."""
    only = place.opened(
        window(size=(120, 40)), program=str(PROJECT / "tests/terminal/programs/with_a_mistake.py")
    )
    type_lines(only, "tamsin - maya", (CRASHED[0], *OPEN[:3]), 15)
    only.type(f"tamsin: {CRASHED[1]}")
    only.shows(CRASHED[1][:16])
    only.press("f6")
    assert only.ended() == 1
    assert_nothing_after_the_end(only)
    place.assert_nothing_in_files()


def test_a_slot_that_was_left_open_opens_with_the_passphrase_and_nothing_lies_in_clear(
    window: Windows, place: Place
) -> None:
    only = place.opened(window(size=(120, 40)))
    hold_a_closed_slot(only)
    only.signal(9)
    only.ended()
    again = window(size=(120, 40))
    again.start(place.store, "open", REF, environment=place.environment)
    again.shows("The passphrase:")
    again.type(f"{PASSPHRASE}\r")
    again.until(lambda screen: "passphrase" in screen and "Harkaway" not in screen, "question")
    again.settle()
    again.type(f"{PASSPHRASE}\r")
    again.shows("CLOSED SLOT since", CLOSED[-1][:14])
    again._key("ctrl+q")
    assert again.ended() == 0
    assert_nothing_after_the_end(again)
    place.assert_nothing_in_files()


def test_passphrase_and_recovery_key_of_a_first_start_lie_nowhere(window: Windows, tmp_path: Path) -> None:
    only = window(size=(100, 30))
    first_start(only, tmp_path / "store")
    only._key("ctrl+q")
    assert only.ended() == 0
    before, _, after = only.bytes().rpartition(LEFT)
    drawn = re.sub(r"\x1b\[[0-9;:?]*[A-Za-z]", "", before.decode())
    spread = {"".join(letters.split()) for _, letters in GROUP.findall(drawn)}
    assert len(spread) == 13
    for data in (after, *(path.read_bytes() for path in (tmp_path / "store").iterdir())):
        assert FIRST_PASSPHRASE.encode() not in data
        assert not [group for group in spread if group.encode() in data or " ".join(group).encode() in data]
    assert FIRST_PASSPHRASE.encode() not in before
