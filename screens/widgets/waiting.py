"""What was typed for the capture line and is not recorded: it waits beside the line until it is taken."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from msgspec import Struct
from textual.app import App
from textual.content import Content
from textual.widgets import Static

CAME_BACK = "Came back unfinished"
NOT_SAVED = "Could not be saved"
NOT_RECORDED = "Not recorded"
SET_ASIDE = "Set aside"
PASTED = "Pasted"
TAKE = "Ctrl+B puts it into the line; there Ctrl+U deletes it."


class Waiting(Struct, frozen=True):
    """Words that wait, and why."""

    words: str
    why: str


@runtime_checkable
class TakesWords(Protocol):
    """What lets words wait that were typed where they could not be recorded."""

    def take_words(self, words: str) -> None:
        """Let them wait."""

    def keep_words(self, words: str) -> None:
        """Keep what is being typed elsewhere, so that it waits if the program ends there."""


@runtime_checkable
class ForgetsTyping(Protocol):
    """A screen with a line of its own in which something may stand."""

    def forget_typing(self) -> None:
        """Empty it: the closed slot began or ended, and nothing that was typed goes through its door (BA-11)."""


def beneath(app: App[object]) -> TakesWords | None:
    """What takes words, beneath the boxes that are open; None where no meeting is."""
    return next((each for each in app.screen_stack if isinstance(each, TakesWords)), None)


def let_wait(app: App[object], words: str) -> bool:
    """Let words wait beside the line of the meeting; False where there is no meeting, or nothing was typed."""
    taker = beneath(app)
    if taker is None or not words.strip():
        return False
    taker.take_words(words)
    return True


class WaitingWords(Static):
    """Two lines above the capture line, while something waits: what waits longest and why, and how it is taken."""

    def show(self, waiting: Sequence[Waiting]) -> None:
        """Draw what waits; nothing where nothing does."""
        if not waiting:
            self.update()
            return
        first, *rest = waiting
        more = f" {len(rest)} more {'waits' if len(rest) == 1 else 'wait'}." if rest else ""
        self.update(
            Content.assemble(
                (f"{first.why}: ", "bold $text-warning"), first.words, "\n", (f"{TAKE}{more}", "$text-muted")
            )
        )
