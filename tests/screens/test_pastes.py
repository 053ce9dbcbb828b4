"""What a terminal sends: a paste is one paste whatever it holds, however it is cut; keys are keys."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from textual import constants, events
from textual._xterm_parser import BRACKETED_PASTE_END as END
from textual._xterm_parser import BRACKETED_PASTE_START as START
from textual.message import Message

from conference_tui.conference import events as e
from conference_tui.store.folder import Folder
from screens.pastes import LONGEST_PASTE, PATIENT_LOOKS, WholePastes
from tests.on_a_terminal import OnATerminal
from tests.screens.driving import REF, recorded

HOSTILE = "before\x1b[31mred\x1b[0m\rquit\x11\x1b\x1b]0;title\x07\x1b]52;c;eA==\x1b\\ \x1b[200~ \x1b[20 \x1b[A\x00\x03end\x1b"
HARMLESS = "before[31mred[0m\nquit]0;title]52;c;eA==\\ [200~ [20 [Aend"


@pytest.fixture(autouse=True)
def _slow_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """An escape alone is waited on for longer than a test may be held up."""
    monkeypatch.setattr(constants, "ESCAPE_DELAY", 60.0)


def told(parser: WholePastes, *pieces: str, looks: int = 1) -> list[str]:
    """What a parser makes of these pieces, with a look at the terminal after each: keys, and pastes in brackets."""
    return [said for piece in pieces for said in (*_said(parser.feed(piece)), *_silent(parser, looks))]


def _silent(parser: WholePastes, looks: int) -> list[str]:
    return [said for _ in range(looks) for said in _said(parser.tick())]


def _said(messages: Iterable[Message]) -> list[str]:
    return [
        f"<{each.text}>" if isinstance(each, events.Paste) else each.key
        for each in messages
        if isinstance(each, events.Paste | events.Key)
    ]


def test_a_paste_is_one_event_whatever_it_holds() -> None:
    assert told(WholePastes(), f"a{START}{HOSTILE}{END}b") == ["a", f"<{HARMLESS}>", "b"]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7])
def test_a_paste_in_pieces_of_any_size_is_the_same(size: int) -> None:
    sent = f"a{START}{HOSTILE}{END}b{START}again{END}\r"
    pieces = [sent[place : place + size] for place in range(0, len(sent), size)]
    assert told(WholePastes(), *pieces) == ["a", f"<{HARMLESS}>", "b", "<again>", "enter"]


def test_a_paste_cut_at_every_place_is_the_same() -> None:
    sent = f"a{START}{HOSTILE}{END}\x1b[A"
    for place in range(1, len(sent)):
        assert told(WholePastes(), sent[:place], sent[place:]) == ["a", f"<{HARMLESS}>", "up"]


def test_a_pause_in_the_mark_makes_at_most_its_own_beginning_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "ESCAPE_DELAY", 0.0)
    sent = f"{START}{HOSTILE}{END}"
    early = {1: ["escape"], 2: ["left_square_bracket"]}
    for place in range(1, len(sent)):
        assert told(WholePastes(), sent[:place], sent[place:]) == [*early.get(place, []), f"<{HARMLESS}>"]


def test_two_pastes_behind_each_other_are_two() -> None:
    assert told(WholePastes(), f"{START}one{END}{START}two{END}") == ["<one>", "<two>"]


def test_a_paste_of_nothing_but_control_characters_is_nothing() -> None:
    assert told(WholePastes(), f"{START}\x1b\x11\x00{END}a") == ["a"]


def test_an_escape_pressed_just_before_a_paste_is_an_escape() -> None:
    assert told(WholePastes(), f"\x1b{START}one{END}") == ["escape", "<one>"]


def test_keys_are_read_as_textual_reads_them() -> None:
    assert told(WholePastes(), "a\r\x11\x1b[A\x1b[20~\x1b[2~\x1bOP") == [
        "a",
        "enter",
        "ctrl+q",
        "up",
        "f9",
        "insert",
        "f1",
    ]


def test_a_mark_half_sent_is_waited_for_however_long() -> None:
    parser = WholePastes()
    assert told(parser, "\x1b[20", looks=1000) == []
    assert told(parser, f"0~\x11quit{END}") == ["<quit>"]


def test_a_paste_without_an_end_is_given_after_a_silence_and_is_never_keys() -> None:
    parser = WholePastes()
    assert told(parser, f"{START}one\r", looks=PATIENT_LOOKS) == []
    assert told(parser, "\x11two\x1b[20", looks=PATIENT_LOOKS) == []
    assert _silent(parser, 1) == ["<one\ntwo[20>"]
    assert told(parser, "a") == ["a"]


def test_a_paste_that_is_too_long_is_cut_and_its_rest_is_no_keys() -> None:
    parser = WholePastes()
    assert told(parser, START, *["x" * 100_000] * 11) == []
    kept = told(parser, f"\x11{END}a")
    assert kept == [f"<{'x' * LONGEST_PASTE}>", "a"]


def test_the_program_reads_its_terminal_so(tmp_path: Path) -> None:
    """Fails when Textual makes its own parser again: then the paste would be keys, and leave."""
    store = tmp_path / "store"
    child = e.ChildEntered(child="maya", name="Maya Orrell-Pike")
    recorded(Folder.at(store, throw_away=True), child)
    with OnATerminal.conference("--store", store, "open", REF) as window:
        window.shows("Tab completes")
        window.types(f"{START}out\x1b[31m\r\x11side{END}")
        window.shows("side")
        window.types("\x11")
        assert window.ended() == 0
