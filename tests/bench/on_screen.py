"""Measures the running program on a terminal of 120 by 40, turn by turn with the floor."""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from conference_tui import authorities, conferences
from conference_tui.conference import events as e
from conference_tui.conference.agenda import find_stage, stages
from conference_tui.demonstration import PROCEDURE
from conference_tui.store.folder import Folder
from tests.bench.floor import READY
from tests.bench.terminal import Answer, Terminal, python

_FLOOR = str(Path(__file__).with_name("floor.py"))
_F2, _F3, _F6, _ESCAPE = b"\x1bOQ", b"\x1bOR", b"\x1b[17~", b"\x1b"
_LOOKED_AWAY, _LOOKED_BACK = b"\x1b[O", b"\x1b[I"
_IDLE_SECONDS = 5.0
_ALT_TABS = 400
SPEAKER = "nandra"
"""Part of the name of one of those in the demonstration."""
WORDS = "she came to school tired and said nothing about home "
"""What is typed: in the capture line behind a name, and in the floor's field."""


class Start(NamedTuple):
    """One launch."""

    ready: float
    """Milliseconds until what was waited for is shown."""
    peak: float
    """MiB."""


class Round(NamedTuple):
    """Going through all stages."""

    first: list[Answer]
    """Going to a stage that was not shown before."""
    again: list[Answer]
    """Going back to one that was."""


class Held(NamedTuple):
    """What a while with the program left in memory, in MiB."""

    before: float
    after: float
    peak: float


def program(folder: Folder, *rest: str) -> tuple[str, ...]:
    """The command that runs the program on a folder."""
    return python("-m", "conference_tui", "--store", str(folder.path), *rest)


def floor(which: str) -> tuple[str, ...]:
    """The command of a bare program: "label" or "input"."""
    return python(_FLOOR, which)


def start(command: Sequence[str], text: str) -> Start:
    """Launch until a text is shown, and see what it took."""
    with Terminal(*command) as terminal:
        ready = terminal.ready(text)
        terminal.rest(0.4)
        return Start(ready, terminal.memory()[0])


def typing_in_field() -> list[Answer]:
    """Each letter of some words in the floor's field."""
    with Terminal(*floor("input")) as terminal:
        terminal.ready(READY)
        terminal.rest(0.4)
        terminal.type(b"x")
        return [terminal.press(letter.encode()) for letter in WORDS]


def typing_in_line(folder: Folder, ref: str) -> list[Answer]:
    """Each letter of the same words in the capture line, behind a name and a mark, with the map above."""
    with _meeting(folder, ref) as terminal:
        terminal.type(f"{SPEAKER} -: ".encode())
        return [terminal.press(letter.encode()) for letter in WORDS]


def rounds(folder: Folder, ref: str, times: int) -> Round:
    """From the first stage to the last with F3, all for the first time; then back and forth.

    Timed is the frame that has the title of the stage, not one on the way to it.
    """
    titles = [stage.title for stage in stages(authorities.load(PROCEDURE), e.Kind.INITIAL)]
    there, back = titles[1:], titles[-2::-1]
    with _meeting(folder, ref, stage=_stages()[0]) as terminal:
        first = [terminal.press(_F3, title) for title in there]
        again = []
        for _ in range(times):
            again += [terminal.press(_F2, title) for title in back]
            again += [terminal.press(_F3, title) for title in there]
    return Round(first, again)


def recording(folder: Folder, ref: str, times: int) -> list[Answer]:
    """Enter in the capture line, with the words typed before."""
    found = []
    with _meeting(folder, ref) as terminal:
        for number in range(times):
            terminal.type(f"{SPEAKER} -: {number} {WORDS}".encode())
            found.append(terminal.press(b"\r"))
    return found


def looking_away(folder: Folder, ref: str) -> Held:
    """The terminal loses and gets back the keyboard 400 times, after twenty times that are not counted."""
    with _meeting(folder, ref) as terminal:
        for _ in range(20):
            terminal.write(_LOOKED_AWAY + _LOOKED_BACK)
        terminal.rest(0.5)
        _, before = terminal.memory()
        for _ in range(_ALT_TABS):
            terminal.write(_LOOKED_AWAY)
            terminal.write(_LOOKED_BACK)
        terminal.rest(0.5)
        peak, after = terminal.memory()
        return Held(before, after, peak)


def whole_meeting(folder: Folder, ref: str) -> Held:
    """Every stage shown once, words typed and recorded, the room looked at: nothing exported."""
    with _meeting(folder, ref, stage=_stages()[0]) as terminal:
        _, before = terminal.memory()
        for _ in _stages()[1:]:
            terminal.type(_F3)
        for number in range(10):
            terminal.type(f"{SPEAKER} -: {number} {WORDS}\r".encode())
        terminal.type(_F6)
        terminal.type(_ESCAPE)
        peak, after = terminal.memory()
        return Held(before, after, peak)


def idle(folder: Folder, ref: str) -> float:
    """Per cent of one processor while nobody does anything."""
    with _meeting(folder, ref) as terminal:
        terminal.rest(1.0)
        before = terminal.cpu()
        terminal.watch(_IDLE_SECONDS)
        return (terminal.cpu() - before) / _IDLE_SECONDS * 100


def _stages() -> list[str]:
    return [stage.id for stage in stages(authorities.load(PROCEDURE), e.Kind.INITIAL)]


@contextmanager
def _meeting(folder: Folder, ref: str, stage: str = "mapping") -> Iterator[Terminal]:
    """The program in a meeting at a stage, at rest: a copy, so that each launch finds the same."""
    with tempfile.TemporaryDirectory(prefix="bench-store-") as place:
        shutil.copytree(folder.path, place, dirs_exist_ok=True)
        copy = Folder.at(place)
        meeting = conferences.open_meeting(copy, conferences.find(copy, ref))
        title = find_stage(meeting.procedure, stage).title
        meeting.record(e.StageOpened(stage=stage))
        meeting.close()
        with Terminal(*program(copy, "open", ref)) as terminal:
            terminal.ready(f"─ {title} ─")
            terminal.rest(0.5)
            yield terminal
