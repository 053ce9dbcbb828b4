"""Kills the program while a sentence is being typed, and looks for what is kept of it."""

import time
from pathlib import Path
from typing import NamedTuple

from tests.faults.application import Application
from tests.faults.application_kills import REF, SPEAKER, waiting_in

WORDS = "and then nobody came for a long while, and she said that it had been dark for hours "


class Kept(NamedTuple):
    """What is left of an unfinished sentence."""

    typed: str
    kept: str
    oldest_lost: float
    """Seconds between the first letter that is lost and the kill; 0 where none is."""


def type_and_kill(store: Path, record_id: str, *, letters: int, every: float) -> Kept:
    """Type without a pause, a letter every so many seconds, and kill the program in the middle of it."""
    before = waiting_in(store, record_id)
    line = f"{SPEAKER}: {WORDS * (letters // len(WORDS) + 1)}"[:letters]
    moments = []
    with Application(store, REF) as application:
        application.until_opened()
        for letter in line:
            moments.append(time.monotonic())
            application.type(letter)
            application.watch(every)
        application.kill()
        end = time.monotonic()
    kept = "\n".join(waiting_in(store, record_id)[len(before) :])
    lost = moments[len(kept) :]
    return Kept(line, kept, end - lost[0] if lost else 0.0)
