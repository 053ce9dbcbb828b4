"""A page to look at over what is open: the keys scroll it, Escape leaves it, and what is typed is not lost."""

from typing import TypeVar

from textual import events
from textual.screen import ModalScreen

R = TypeVar("R")


class Page(ModalScreen[R]):
    """It has no line of its own. A letter leaves it and stands in the line beneath, and so does a paste."""

    def on_key(self, event: events.Key) -> None:
        """Whoever types a sentence is not looking here any more."""
        if event.is_printable and event.character != " ":
            event.stop()
            self._leave_for(events.Key(event.key, event.character))

    def on_paste(self, event: events.Paste) -> None:
        """A paste is words, too."""
        event.stop()
        self._leave_for(events.Paste(event.text))

    def _leave_for(self, event: events.Key | events.Paste) -> None:
        self.dismiss()
        self.app.put_back(event)  # type: ignore[attr-defined]
