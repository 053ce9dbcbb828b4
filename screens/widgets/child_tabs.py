"""One line above a stage: the children in turn, with the one whose turn it is marked."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static


class ChildTabs(Static):
    """Each child by name; `n` and `p` of the stage go on and back, a click goes straight there."""

    class Chosen(Message):
        """Another child's turn."""

        def __init__(self, child: str) -> None:
            super().__init__()
            self.child = child

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._tabs: list[tuple[str, str]] = []

    def show(self, tabs: Sequence[tuple[str, str]], current: str) -> None:
        """Show these tabs, each with what it stands for and its words."""
        self._tabs = list(tabs)
        pieces = [
            Content.styled(f"▸{words} ", "bold reverse") if value == current else Content(f" {words} ")
            for value, words in tabs
        ]
        self.update(Content(" ").join(pieces), layout=False)

    def on_click(self, event: events.Click) -> None:
        """Go to the child under the pointer."""
        left = 0
        for value, words in self._tabs:
            wide = Content(words).cell_length + 2
            if left <= event.x < left + wide:
                self.post_message(self.Chosen(value))
                return
            left += wide + 1
