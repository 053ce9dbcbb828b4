"""Where words are typed in a form: a line, or several; a paste goes in whole."""

import re

from textual import events
from textual.binding import Binding
from textual.widgets import Input, TextArea

from conference_tui.conference.text import harmless


class Words(TextArea):
    """A field of several lines; Enter goes on to the next field."""

    BINDINGS = [
        Binding("enter", "screen.next_field", "Next", show=False, priority=True),
        Binding("ctrl+u", "delete_before", "Delete", show=False),
    ]

    def action_delete_before(self) -> None:
        """Delete everything before the cursor, not only what stands in its line on the screen."""
        self.delete((0, 0), self.cursor_location)

    async def _on_paste(self, event: events.Paste) -> None:
        """A paste goes in whole, without what a terminal would act on."""
        event.prevent_default()
        event.stop()
        pasted = self.replace(harmless(event.text), *self.selection, maintain_selection_offset=False)
        self.move_cursor(pasted.end_location)


class Line(Input):
    """A field of one line."""

    def _on_paste(self, event: events.Paste) -> None:
        """A paste goes in whole, its line ends as spaces, without what a terminal would act on."""
        event.prevent_default()
        event.stop()
        words = re.sub(r"[\n\t]", " ", harmless(event.text).rstrip("\n"))
        self.replace(words, *self.selection)
