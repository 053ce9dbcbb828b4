"""Typing and pasting in a real terminal: nothing is lost, nothing is garbled, whatever is typed."""

import signal
from pathlib import Path

import pytest

from tests.terminal.conftest import Windows
from tests.terminal.prepared import a_conference, opened, words_kept

EMOJI = "🧸 a bear, żółw, Đặng, İğne, naïve"


def test_a_paste_of_ten_thousand_characters_is_recorded_whole(window: Windows, tmp_path: Path) -> None:
    store = tmp_path / "store"
    record = a_conference(store)
    only = opened(window(), store)
    words = " ".join(f"word{number}" for number in range(1, 1300))
    assert len(words) > 10_000
    only.type("tamsin: ")
    only.paste(words)
    only.shows("word1299")
    only.press("enter")
    only.shows("saved 8")
    assert words_kept(store, record) == [words]


def test_the_lines_of_a_paste_stay_together_in_one_entry(window: Windows, tmp_path: Path) -> None:
    store = tmp_path / "store"
    record = a_conference(store)
    only = opened(window(), store)
    only.type("tamsin: he said")
    only.paste(" that\nit was late\r\nand dark ")
    only.shows("that it was late and dark")
    only.type("already\r")
    only.shows("saved 8")
    assert words_kept(store, record) == ["he said that it was late and dark already"]


def test_a_paste_into_a_form_is_taken_whole(window: Windows, tmp_path: Path) -> None:
    store = tmp_path / "store"
    a_conference(store)
    only = opened(window(), store)
    only.press("escape", "c")
    only.paste("Teddy\nOrrell\x07-\u202ePike\n")
    only.shows("Teddy Orrell-Pike")


def test_letters_of_every_language_and_signs_are_kept(window: Windows, tmp_path: Path) -> None:
    store = tmp_path / "store"
    record = a_conference(store)
    only = opened(window(), store)
    only.type(f"tamsin: {EMOJI}\r")
    only.shows("saved 8")
    assert words_kept(store, record) == [EMOJI]


def test_lines_typed_one_after_the_other_without_waiting_are_all_recorded(
    window: Windows, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    record = a_conference(store)
    only = opened(window(), store)
    lines = [f"sentence number {number} of what she said" for number in range(1, 21)]
    only.type("".join(f"tamsin: {line}\r" for line in lines))
    only.shows("saved 27")
    assert words_kept(store, record) == lines


def test_the_window_may_change_its_size_in_the_middle_of_a_word(window: Windows, tmp_path: Path) -> None:
    store = tmp_path / "store"
    record = a_conference(store)
    only = opened(window(size=(120, 40)), store)
    only.type("tamsin: she was out")
    for columns, rows in ((60, 15), (200, 50), (40, 10), (20, 6), (80, 24)):
        only.resize(columns, rows)
        only.type("side")
    only.settle()
    only.press("enter")
    only.shows("saved 8")
    assert words_kept(store, record) == ["she was out" + "side" * 5]


def test_the_smallest_window_shows_the_line_that_is_typed(window: Windows, tmp_path: Path) -> None:
    store = tmp_path / "store"
    a_conference(store)
    only = opened(window(size=(60, 15)), store)
    only.type("tamsin: out")
    only.shows("tamsin: out", "Children")
    only.press("escape", "c")
    only.type("Teddy")
    only.shows("A child", "Name", "Teddy")


def test_stopped_and_continued_it_is_as_it_was(window: Windows, tmp_path: Path) -> None:
    store = tmp_path / "store"
    a_conference(store)
    only = opened(window(), store)
    only.type("tamsin: out")
    only.shows("tamsin: out")
    only.signal(signal.SIGSTOP)
    only.type("side")
    only.signal(signal.SIGCONT)
    only.shows("tamsin: outside")


@pytest.mark.parametrize("colours", [{"NO_COLOR": "1"}, {"TERM": "vt100"}, {"COLORTERM": ""}])
def test_without_colours_everything_is_still_said(
    window: Windows, tmp_path: Path, colours: dict[str, str]
) -> None:
    store = tmp_path / "store"
    a_conference(store)
    only = window()
    only.start(store, "open", "TST-1", environment=colours)
    only.shows("FAMILY PRESENT: Tamsin", "saved 7", "Set-up")
    assert not only.has_colour() or "NO_COLOR" not in colours
