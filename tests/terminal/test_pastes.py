"""Pastes in a real terminal that hold what a terminal or a program would act on: words, and never keys."""

from pathlib import Path

from tests.terminal.conftest import Windows
from tests.terminal.prepared import a_conference, opened, words_kept

HOSTILE = "she\x1b[31m was\r late\x11 and\x1b]52;c;eA==\x07 tired\x1b"
HARMLESS = "she[31m was late and]52;c;eA== tired"


def test_escapes_and_keys_in_a_paste_are_neither(window: Windows, tmp_path: Path) -> None:
    store = tmp_path / "store"
    record = a_conference(store)
    only = opened(window(size=(120, 40)), store)
    only.type("tamsin: ")
    only.paste(HOSTILE)
    only.shows("tired", "saved 7")
    assert words_kept(store, record) == []
    only.press("enter")
    only.shows("saved 8")
    (words,) = words_kept(store, record)
    assert " ".join(words.split()) == HARMLESS


def test_a_paste_on_the_rows_is_no_command_and_waits_in_the_line(window: Windows, tmp_path: Path) -> None:
    store = tmp_path / "store"
    record = a_conference(store)
    only = opened(window(size=(120, 40)), store)
    only.press("escape")
    before = only.settle()
    only.paste(HOSTILE + "c\rx d\x1b[A\x1bOQ\x0c" * 1000)
    assert same_above_the_line(only.settle(), before)
    assert words_kept(store, record) == []
    only.press("ctrl+u")
    only.type("tamsin: out\r")
    only.shows("saved 8")
    assert words_kept(store, record) == ["out"]


def same_above_the_line(screen: str, before: str) -> bool:
    """Whether nothing but the capture line and its keys is another: no form, no stage, no entry."""
    above, above_before = (each.rpartition("╯")[0] for each in (screen, before))
    return above == above_before != ""


def test_a_paste_behind_the_blank_screen_shows_nothing(window: Windows, tmp_path: Path) -> None:
    store = tmp_path / "store"
    a_conference(store)
    only = opened(window(), store)
    only.press("f9")
    before = only.shows("Press F9 to go on.")
    only.paste(HOSTILE)
    only.press("escape")
    assert only.settle() == before
    only.press("f9")
    only.shows("saved 7")


def test_keys_behind_the_one_that_leaves_go_nowhere(window: Windows, tmp_path: Path) -> None:
    store = tmp_path / "store"
    a_conference(store)
    only = opened(window(), store)
    only.type("tamsin: out\x11and more\r\x1b[A\x11\x1b[200~pasted\x1b[201~" + "x" * 200)
    assert only.ended() == 0
    assert b"had to stop" not in only.bytes()
    assert only.is_sane()
