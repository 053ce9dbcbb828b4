"""Where the program runs: a folder that cannot be written to, a full disk, no terminal, no window to speak of."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conference_tui.store.folder import Folder
from tests.screens.driving import REF
from tests.terminal.conftest import Windows
from tests.terminal.prepared import a_conference, opened, words_kept
from tests.terminal.tmux import PROJECT, unwrapped

AS_ANYBODY = "setpriv --bounding-set=-dac_override,-dac_read_search --inh-caps=-dac_override,-dac_read_search"
"""Root without the right to write everywhere; from Debian's package util-linux."""


@pytest.mark.skipif(
    os.geteuid() == 0 and not shutil.which("setpriv"), reason="Debian's package util-linux brings setpriv"
)
def test_in_a_folder_that_cannot_be_written_to_the_list_is_shown_and_a_sentence_says_why_not(
    window: Windows, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    a_conference(store)
    for path in store.iterdir():
        path.chmod(0o400)
    store.chmod(0o500)
    only = window()
    only.start(store, through=AS_ANYBODY if os.geteuid() == 0 else "")
    only.shows(REF, "Maya Orrell-Pike")
    only.press("ctrl+t")
    only.shows("These colours")
    only.until(lambda screen: "These colours last until the program ends" in unwrapped(screen), "sentence")
    only.press("enter", "enter")
    shown = unwrapped(only.shows("Not opened"))
    assert "Permission denied" in shown
    only.press("f2")
    only.type("TST-2\ri\r")
    only.settle()
    only.type("plain\r")
    only.press("ctrl+s")
    assert "Permission denied" in unwrapped(only.settle())
    only.press("escape", "ctrl+q")
    assert only.ended() == 0
    store.chmod(0o700)


def test_on_a_full_disk_the_words_are_given_back_and_recorded_when_there_is_room(
    window: Windows, tmp_path: Path
) -> None:
    """The system refuses to let a file grow, as a full disk does; then there is room again."""
    if not shutil.which("prlimit"):
        pytest.skip("Debian's package util-linux brings prlimit")
    store = tmp_path / "store"
    record = a_conference(store)
    only = opened(window(size=(100, 30)), store)
    size = Folder.at(store).file(record).stat().st_size + 100
    subprocess.run(["prlimit", f"--pid={only.pid}", f"--fsize={size}:unlimited"], check=True)
    long = "I was not there when it happened " * 30
    only.type(f"tamsin - maya: {long}\r")
    shown = unwrapped(only.shows("Not saved"))
    assert "The words wait beside the capture line" in shown
    only.press("escape", "c")
    only.type("Teddy Orrell\r")
    only.press("ctrl+s")
    only.settle()
    subprocess.run(["prlimit", f"--pid={only.pid}", "--fsize=unlimited:unlimited"], check=True)
    only.press("ctrl+b", "enter")
    only.shows("saved 8")
    only.press("escape", "c")
    only.shows("Teddy Orrell")
    only.press("ctrl+s")
    only.shows("saved 9")
    only.press("ctrl+q")
    only.ended()
    assert words_kept(store, record) == [long.strip()]


@pytest.mark.parametrize("command", [[], ["new"], ["open", REF], ["demo"]])
def test_without_a_terminal_it_says_so_and_leaves(tmp_path: Path, command: list[str]) -> None:
    store = tmp_path / "store"
    a_conference(store)
    done = subprocess.run(
        [sys.executable, "-m", "conference_tui", "--store", str(store), *command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        cwd=PROJECT,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert "needs a terminal" in done.stderr
    assert done.stderr.count("\n") == 1


def test_with_its_input_from_a_file_in_a_window_it_says_so_and_leaves(
    window: Windows, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    a_conference(store)
    only = window()
    command = [sys.executable, "-m", "conference_tui", "--store", str(store), "open", REF]
    only.run(f"{shlex.join(command)} < /dev/null")
    assert only.ended() == 2
    only.shows("needs a terminal")
    assert only.is_sane()


def test_the_colours_chosen_last_are_there_the_next_time(window: Windows, tmp_path: Path) -> None:
    store = tmp_path / "store"
    a_conference(store)
    first = opened(window(), store)
    first.press("ctrl+t", "ctrl+q")
    first.ended()
    assert (store / "theme").read_text() == "conference-light"
    again = opened(window(), store)
    assert b"\x1b[38;2;22;22;22" in again.bytes()
