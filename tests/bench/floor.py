"""The floor: the least that a Textual program does. `floor.py label` shows one line, `floor.py input` one field.

It imports nothing of the project, so that its time is Textual's alone.
"""

import sys

from textual.app import App, ComposeResult
from textual.widgets import Input, Label

READY = "floor is here"


class OneLabel(App[None]):
    """A line of text."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Label(READY)


class OneInput(App[None]):
    """A field to type in."""

    def compose(self) -> ComposeResult:
        """The field, empty."""
        yield Input(placeholder=READY)


if __name__ == "__main__":
    {"label": OneLabel, "input": OneInput}[sys.argv[1]]().run()
