"""Nothing that is typed, pasted, recorded or imported can act on the terminal, by whichever way it is shown."""

import json
import re
from pathlib import Path

import msgspec
import pytest

from conference_tui.commands import place
from conference_tui.conference import events as e
from conference_tui.exchange import archive
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from conference_tui.store.register import Incidents
from tests.on_a_terminal import OnATerminal
from tests.screens.driving import REF
from tests.shell import as_program
from tests.terminal.conftest import Windows
from tests.terminal.prepared import a_conference, opened, words_kept
from tests.terminal.tmux import Terminal

CLIPBOARD = "\x1b]52;c;U0VDUkVU\x07"
TITLE = "\x1b]2;Maya\x1b\\"
CLEARS = "\x1b[2J\x1b[3J"
ASKS = "\x1b[6n\x1b[c\x05"
C1 = "\x9b31m\x9d52;c;U0VDUkVU\x9c\x90q\x9c\x85"
BIDI = "\u202eevil\u202c\u2066x\u2069\u200f\u061c"
OTHERS = "\x00\x08\x0b\x0c\x0e\x7f\u200b\ufeff\u2028"
ATTACKS = {
    "clipboard": CLIPBOARD,
    "title": TITLE,
    "clears": CLEARS,
    "asks": ASKS,
    "c1": C1,
    "bidi": BIDI,
    "others": OTHERS,
}
WORDS = "".join(f"{name} {attack} " for name, attack in ATTACKS.items())
RECORDED = WORDS.replace("\0", "")
"""The store keeps no NUL, whoever asks it to."""
OWN = re.compile(
    rb"\x1b\[[0-9;:?><=]*[ $]?[A-Za-z]"  # colours, places, modes
    rb"|\x1b\]22;[a-z-]*\x07"  # the shape of the mouse pointer
    rb"|\x1bP[^\x1b]*\x1b\\"  # what kind of terminal it is
    rb"|\x1b[=>()78][B0]?"
)
"""Every sequence that Textual itself sends."""
SENT_BY_AN_ATTACK = (
    b"\x1b]52;", b"\x1b]2;", b"\x1b[2J", b"\x1b[3J", b"\x1b[6n", b"\x1b[c", b"\x05", b"\x00", b"\x0b", b"\x0c", b"\x7f",
    "\x9b".encode(), "\x9d".encode(), "\x90".encode(), "\x85".encode(), "\u202e".encode(), "\u202c".encode(),
    "\u2066".encode(), "\u2069".encode(), "\u200f".encode(), "\u061c".encode(), "\u200b".encode(),
    "\ufeff".encode(), "\u2028".encode(),
)  # fmt: skip


def assert_harmless(sent: bytes) -> None:
    """No piece of an attack, and no control character outside of a sequence that the program means to send."""
    assert [piece for piece in SENT_BY_AN_ATTACK if piece in sent] == []
    assert set(re.findall(rb"[\x00-\x1f]", OWN.sub(b"", sent))) <= {b"\r", b"\n", b"\t", b"\x0f", b"\x08"}


def go_everywhere(window: Terminal) -> None:
    """Every stage, and the screens that lie over them."""
    for key in ("f1", "escape", "f4", "escape", "f6", "escape", "ctrl+p", "escape", *["f3"] * 6):
        window.press(key)
    window.press("ctrl+w")
    window.settle()


def typed_raw(window: Terminal, words: str) -> None:
    """Send bytes as they are, as a terminal would that is made to."""
    window._tmux("send-keys", "-H", *(f"{byte:02x}" for byte in words.encode()))
    window.settle()


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_what_is_pasted_is_words_and_nothing_else(window: Windows, tmp_path: Path, attack: str) -> None:
    store = tmp_path / "store"
    record = a_conference(store, e.StageOpened(stage="mapping"))
    only = opened(window(size=(120, 40)), store)
    only.type("tamsin - maya: ")
    only.paste(f"before {attack} after")
    only.settle()
    only.press("enter")
    only.shows("saved 8")
    only.press("f4")
    only.type("Set-up")
    only.press("enter", "escape", "c")
    only.paste(f"Teddy {attack} Pike")
    only.press("ctrl+s")
    go_everywhere(only)
    only.press("ctrl+q")
    only.ended()
    assert_harmless(only.bytes())
    (kept,) = words_kept(store, record)
    assert kept.isprintable() or "\n" in kept
    assert not set(kept) & set("\x1b\x9b\x9d\u202e\u2066\x07\x00")


def test_what_is_typed_is_words_and_nothing_else(window: Windows, tmp_path: Path) -> None:
    """A terminal that sends such bytes for keys, as one does that was told to answer for somebody."""
    store = tmp_path / "store"
    a_conference(store, e.StageOpened(stage="mapping"))
    only = opened(window(size=(120, 40)), store)
    for attack in (CLIPBOARD, TITLE, CLEARS, C1, BIDI, "\x00\x0b\x0c\x0e\x7f\u200b\ufeff\u2028"):
        only.type("tamsin: before ")
        typed_raw(only, attack)
        only.type("after")
        only.press("escape", "escape", "ctrl+u")
    only._key("ctrl+q")
    only.ended()
    assert_harmless(only.bytes())


def test_what_another_program_recorded_is_words_and_nothing_else(window: Windows, tmp_path: Path) -> None:
    """As it may come from a mistake in this program, or from somebody who has the keys."""
    store = tmp_path / "store"
    record_id = a_conference(store, e.StageOpened(stage="mapping"))
    made = e.ContributionMade(
        contribution="c1",
        stage="mapping",
        speaker="tamsin",
        words=RECORDED,
        column=e.Column.HARM,
        children=("maya",),
    )
    child = e.ChildEntered(child="theo", name=f"Theo {RECORDED}")
    with Record.open(Folder.at(store), record_id) as record:
        for event in (made, child):
            entry = e.Recorded(seq=record.count + 1, at=f"2026-12-01T14:10:00+00:00{CLEARS}", event=event)
            record.append(msgspec.to_builtins(entry))
    only = opened(window(size=(120, 40)), store)
    go_everywhere(only)
    only.press("ctrl+q")
    only.ended()
    assert_harmless(only.bytes())
    for command in (["list"], ["show", REF], ["show", REF, "--json"], ["list", "--json"]):
        with OnATerminal.conference(*command, "--store", store) as terminal:
            assert terminal.ended() == 0
            assert_harmless(terminal.sent)


def test_what_is_imported_never_gets_there(tmp_path: Path) -> None:
    """A hostile archive is refused in one line that shows it without its signs."""
    Folder.at(tmp_path / "store", throw_away=True)
    opening = e.ConferenceOpened(ref="X-1", kind=e.Kind.INITIAL, procedure="plain", chair="Ines")
    entry = e.Recorded(seq=1, at="2026-12-01T14:10:00+00:00", event=opening)
    lines = archive.write([entry], archive.About(ref="X-1")).decode().splitlines()[:2]
    for attack in ATTACKS.values():
        written = json.dumps(attack)[1:-1]
        for ref, hostile in (
            (f"X-1{written}", lines[1].replace("X-1", f"X-1{written}")),
            ("X-1", lines[1].replace("Ines", f"Ines{written}")),
            ("X-1", lines[1].replace("ConferenceOpened", written)),
            ("X-1", lines[1].replace('"ref"', json.dumps(f"ref{attack}"))),
            ("X-1", attack),
        ):
            file = tmp_path / "hostile"
            heading = f'{{"format": "conference-archive", "version": 1, "ref": "{ref}"}}'
            assert hostile != lines[1]
            file.write_text(f"{heading}\n{hostile}\n", encoding="utf-8")
            with OnATerminal.conference("import", file, "--yes", "--store", tmp_path / "store") as terminal:
                assert terminal.ended() == 2
                assert_harmless(terminal.sent)
    assert Folder.at(tmp_path / "store").conferences() == []


@pytest.mark.parametrize(
    "command",
    [
        ["list", f"--{WORDS}"],
        [WORDS],
        ["show", WORDS],
        ["closed", REF, "--copy-for", WORDS],
        ["import", WORDS],
        ["archive", REF, f"{WORDS}/file"],
        ["export", REF, "--to", WORDS],
        ["verify", REF, "--sheet", WORDS],
        ["erase", WORDS, "--reason", WORDS, "--by", WORDS],
        ["dates", "--type", "initial", "--held", WORDS],
        ["show", REF, "--store", WORDS],
    ],
    ids=lambda command: " ".join(word for word in command if word != WORDS)[:24],
)
def test_what_was_asked_for_is_said_back_without_its_signs(tmp_path: Path, command: list[str]) -> None:
    store = tmp_path / "store"
    a_conference(store)
    command = [word.replace("\0", "") for word in command]  # no argument can have one
    with OnATerminal.conference("--store", store, *command, **{place.PASSPHRASE_VARIABLE: ""}) as terminal:
        assert terminal.ended() == 2
        assert_harmless(terminal.sent)


def test_reports_and_stubs_are_printed_without_their_signs(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path / "store", throw_away=True)
    Incidents(folder).add(WORDS)
    for command in (["incidents"], ["incidents", "1"], ["incidents", "--json"]):
        answer = as_program(*command, "--store", folder.path)
        assert answer.status == 0
        assert_harmless(answer.out.encode())
