"""However the program ends: what was recorded and what was being typed is kept, and the terminal is as before."""

import itertools
import signal
import time
from pathlib import Path

import pytest

from tests.terminal.conftest import Windows
from tests.terminal.prepared import a_conference, opened, words_kept
from tests.terminal.tmux import PATIENCE, Terminal, unwrapped

LINE = "tamsin: and then he"
CHILD = "Teddy Orr"


def typing(window: Terminal) -> None:
    """In the middle of a line, and in the middle of a form over it."""
    window.type(LINE)
    window.shows(LINE)
    window.press("escape", "c")
    window.type(CHILD)
    window.shows(CHILD)


def assert_typing_is_back(window: Terminal) -> None:
    """The line waits beside the capture line, and the name in the form once it is opened."""
    assert f"Came back unfinished: {LINE}" in window.settle()
    window.until(lambda screen: "typed in a form and not recorded" in unwrapped(screen), "sentence")
    window.press("escape", "c")
    window.shows(CHILD)


@pytest.mark.parametrize(
    "told",
    [(signal.SIGHUP,), (signal.SIGCONT, signal.SIGHUP), ()],
    ids=["by the shell", "by the system", "by nobody"],
)
def test_a_closed_window_loses_no_typing_and_lets_the_record_go(
    window: Windows, tmp_path: Path, told: tuple[signal.Signals, ...]
) -> None:
    store = tmp_path / "store"
    a_conference(store)
    first = opened(window(), store)
    typing(first)
    first.close_window(*told)
    assert first.ended() == 128 + signal.SIGHUP
    assert_typing_is_back(opened(window(), store))


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_program_and_leaves_the_terminal_as_it_was(
    window: Windows, tmp_path: Path, number: signal.Signals
) -> None:
    store = tmp_path / "store"
    a_conference(store)
    first = opened(window(), store)
    typing(first)
    first.signal(number)
    assert first.ended() == 128 + number
    assert first.is_sane()
    assert_typing_is_back(opened(window(), store))


def test_ctrl_q_leaves_and_keeps_what_was_being_typed(window: Windows, tmp_path: Path) -> None:
    store = tmp_path / "store"
    a_conference(store)
    first = opened(window(), store)
    typing(first)
    first._key("ctrl+q")
    assert first.ended() == 0
    assert first.is_sane()
    assert_typing_is_back(opened(window(), store))


def test_ctrl_c_ends_nothing_and_says_how_to_leave(window: Windows, tmp_path: Path) -> None:
    store = tmp_path / "store"
    a_conference(store)
    only = opened(window(), store)
    only.type(LINE)
    only.shows(LINE)
    only.press("ctrl+c")
    only.shows(LINE)
    only.until(lambda screen: "Ctrl+Q leaves the program" in unwrapped(screen), "sentence")
    only.type("l")
    only.shows(f"{LINE}l")


def typed_without_a_pause_until_it_is_kept(window: Terminal, store: Path, words: str) -> str:
    """Type on and on until something of it lies in the data folder; gives what was typed."""

    def size() -> int:
        return sum(path.stat().st_size for path in store.glob("*.record"))  # not the reserve, which grows too

    before, typed = size(), ""
    letters = itertools.chain(words, itertools.cycle(" na"))
    end = time.monotonic() + PATIENCE
    while size() == before:
        assert time.monotonic() < end, "nothing was kept while it was being typed"
        letter = next(letters)
        typed += letter
        window.type(letter)
    return typed


def test_killed_while_typing_the_last_entry_and_the_unfinished_line_are_there(
    window: Windows, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    record = a_conference(store)
    first = opened(window(), store)
    first.type("tamsin: I was not there\r")
    first.shows("saved 8")
    # What is kept first may be that the line is empty.
    parts = ("tamsin: he came", " and then")
    typed = "".join(typed_without_a_pause_until_it_is_kept(first, store, words) for words in parts)
    first.signal(signal.SIGKILL)
    first.ended()
    assert words_kept(store, record) == ["I was not there"]
    again = opened(window(), store)
    again.shows("Came back unfinished")
    again.press("ctrl+b")
    taken = in_the_line(again.settle())
    assert taken
    assert taken in " ".join(typed.split())


def in_the_line(screen: str) -> str:
    """What is in sight of the capture line: all of it, or the end of a long one."""
    below = screen.rpartition("───")[2].splitlines()[1:-1]
    return " ".join("".join(" " if sign in "▁▂▃▄▅▆▇█" else sign for sign in " ".join(below)).split())


def test_killed_with_a_form_open_its_fields_come_back(window: Windows, tmp_path: Path) -> None:
    store = tmp_path / "store"
    a_conference(store)
    first = opened(window(), store)
    first.press("escape", "c")
    typed_without_a_pause_until_it_is_kept(first, store, CHILD)
    first.signal(signal.SIGKILL)
    first.ended()
    again = opened(window(), store)
    again.until(lambda screen: "typed in a form and not recorded" in unwrapped(screen), "notice")
    again.press("escape", "c")
    again.shows(CHILD[:1])


def test_a_second_window_on_the_same_conference_is_told_why_not(window: Windows, tmp_path: Path) -> None:
    store = tmp_path / "store"
    a_conference(store)
    first = opened(window(), store)
    second = window()
    second.start(store, "open", "TST-1")
    second.shows("Not opened", "already open in another window")
    first.type(LINE)
    first.shows(LINE)


def test_stopped_and_continued_from_outside_the_screen_is_there_again(
    window: Windows, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    a_conference(store)
    only = opened(window(), store)
    only.type("tamsin: and")
    only.shows("tamsin: and")
    only.signal(signal.SIGSTOP)
    only.signal(signal.SIGCONT)
    only.type(" then he")
    only.shows(LINE)
    only.close_window(signal.SIGHUP)
    assert only.ended() == 128 + signal.SIGHUP
