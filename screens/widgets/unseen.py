"""A line of text that is typed in front of others who are not to see it (BA-16)."""

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import Input

INSTEAD = "•••• not shown"
"""What stands for the text, however long it is: on a scale to 10, two dots would give the ten away."""


class Unseen(Input):
    """Says that something was typed, and neither what nor how much."""

    @property
    def _cursor_offset(self) -> int:
        """The cursor stays where it is: it would tell how much was typed."""
        return 0

    def render_line(self, y: int) -> Strip:
        """The same words for whatever was typed."""
        if y != 0 or not self.value:
            return super().render_line(y)
        style = self.rich_style
        return Strip([Segment(INSTEAD, style)]).adjust_cell_length(
            self.scrollable_content_region.width, style
        )
