"""What the words of a decision mean, one key away: threshold, significant harm, the categories (BA-17)."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from conference_tui.conference.procedure import Procedure


class Definitions(ModalScreen[None]):
    """A page to read out from. Escape leaves it, and what was open before is as it was."""

    BINDINGS = [Binding("escape,q,w,f1", "dismiss", "Back")]

    def __init__(self, procedure: Procedure) -> None:
        super().__init__()
        self._procedure = procedure

    def compose(self) -> ComposeResult:
        """A box with text that scrolls."""
        with Vertical(id="box") as box:
            box.border_title = "What the words mean"
            with VerticalScroll():
                yield Static(Content("\n").join(self._lines()))

    def _lines(self) -> Iterator[Content]:
        threshold = self._procedure.threshold
        yield from _entry("The threshold", threshold.test)
        yield from _entry("Significant harm", threshold.significant_harm)
        for category in self._procedure.categories:
            yield from _entry(category.title, category.definition)
            yield Content.styled(f"Source: {self._procedure.source_of(category)}", "$text-muted")
            yield Content("")


def _entry(title: str, words: str) -> Iterator[Content]:
    yield Content.styled(title, "bold $text-accent")
    yield Content(words)
    yield Content("")
