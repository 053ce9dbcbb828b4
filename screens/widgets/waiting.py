"""What was typed for the capture line and is not recorded: it waits beside the line until it is taken."""

from collections.abc import Sequence

from msgspec import Struct
from textual.content import Content
from textual.widgets import Static

CAME_BACK = "Came back unfinished"
NOT_SAVED = "Could not be saved"
NOT_RECORDED = "Not recorded"
SET_ASIDE = "Set aside"
TAKE = "Ctrl+B puts it into the line; there Ctrl+U deletes it."


class Waiting(Struct, frozen=True):
    """Words that wait, and why."""

    words: str
    why: str


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
