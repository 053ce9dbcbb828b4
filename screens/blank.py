"""The screen at the key for when somebody walks in: nothing on it, and nothing typed goes anywhere."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from screens.calm import is_there


def may_ask(part: Widget) -> bool:
    """Whether a part of a screen may ask something by itself: not in front of the lock, nor of a blank screen."""
    return is_there(part) and not isinstance(part.app.screen, Veil)


class Words(Static, can_focus=True):
    """One neutral line; it has the keyboard, so that nothing else has it."""


class Veil(ModalScreen[None]):
    """Lies over everything, messages too, and takes every key."""

    AUTO_FOCUS = "Words"

    def __init__(self, words: str) -> None:
        """Show nothing but these words, which tell nothing of a conference."""
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        """One line."""
        yield Words(Content(self._words))


class Blank(Veil):
    """F9 comes back to where the cursor was, and no other key: one that slipped must not show everything."""

    BINDINGS = [Binding("f9", "dismiss", "Go on", show=False, priority=True)]

    def __init__(self) -> None:
        super().__init__("Press F9 to go on.")


class NotBegun(Veil):
    """Lies over the line of a slot that is not there: what somebody types on without looking goes nowhere (BA-11)."""

    BINDINGS = [Binding("escape", "dismiss", "Go on", show=False, priority=True)]

    def __init__(self) -> None:
        super().__init__("The closed slot has NOT begun: that could not be saved. Escape goes on.")
