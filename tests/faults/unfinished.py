"""Kills the program while a sentence is being typed, and looks for what is kept of it."""

import time
from pathlib import Path
from typing import NamedTuple

from conference_tui.store.drafts import Drafts
from tests.faults.application import Application
from tests.faults.application_kills import REF, SPEAKER
from tests.faults.place import the_folder

WORDS = "and then nobody came for a long while, and she said that it had been dark for hours "


class Kept(NamedTuple):
    """What is left of an unfinished sentence."""

    typed: str
    kept: str
    oldest_lost: float
    """Seconds between the first letter that is lost and the kill; 0 where none is."""


def type_and_kill(store: Path, record_id: str, *, letters: int, every: float) -> Kept:
    """Type without a pause, a letter every so many seconds, and kill the program in the middle of it."""
    begun = kept_in(store, record_id)
    line = (f"{SPEAKER}: " if not begun else "") + WORDS * (letters // len(WORDS) + 1)
    moments = []
    with Application(store, REF) as application:
        application.until_opened()
        for letter in line[:letters]:
            moments.append(time.monotonic())
            application.type(letter)
            application.watch(every)
        application.kill()
        end = time.monotonic()
    kept = kept_in(store, record_id)
    typed = begun + line[:letters]
    lost = moments[len(kept) - len(begun) :] if len(kept) >= len(begun) else [moments[0]]
    return Kept(typed, kept, end - lost[0] if lost else 0.0)


def kept_in(store: Path, record_id: str) -> str:
    """What the draft log has of the capture line."""
    with Drafts.open(the_folder(store), record_id) as drafts:
        return drafts.all().get("line", "")
