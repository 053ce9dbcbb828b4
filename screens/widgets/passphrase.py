"""A field for a passphrase: nobody sees it, nothing keeps it, nothing completes or copies it."""

from textual import events
from textual.binding import Binding

from conference_tui.conference.text import harmless
from screens.widgets.unseen import Unseen


class Passphrase(Unseen):
    """Takes typing and pastes, and gives nothing back to a clipboard."""

    BINDINGS = [Binding("enter", "submit", "Go on")]

    def __init__(self, *, id: str, hint: str = "") -> None:  # noqa: A002
        super().__init__(placeholder=hint, id=id, compact=True, highlighter=None)

    def action_copy(self) -> None:
        """Never."""

    def action_cut(self) -> None:
        """Never; nor is anything deleted then that somebody thinks is in the clipboard."""

    def _on_paste(self, event: events.Paste) -> None:
        """A paste goes in whole, without the end of its line."""
        event.prevent_default()
        event.stop()
        self.replace(harmless(event.text).strip("\n"), *self.selection)
