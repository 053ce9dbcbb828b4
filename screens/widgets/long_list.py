"""A list of one line an entry, for thousands: only what is in sight is ever drawn."""

from collections.abc import Callable

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual


class LongList(ScrollView, can_focus=True):
    """Lines that are made when they come into sight. Nothing wraps."""

    COMPONENT_CLASSES = {"long-list--at"}
    BINDINGS = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "go(0)", show=False),
        Binding("end", "go(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    at: reactive[int] = reactive(0, repaint=False)
    """The line that the cursor is on."""

    class Moved(Message):
        """The cursor is on another line, or the lines are others."""

    class Chosen(Message):
        """Enter was pressed on a line."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._count = 0
        self._draw: Callable[[int], Content] = lambda _: Content("")

    @property
    def count(self) -> int:
        """How many lines there are."""
        return self._count

    def show(self, count: int, draw: Callable[[int], Content], at: int) -> None:
        """Show so many lines, each made by `draw` from its place, with the cursor at one."""
        self._count, self._draw = count, draw
        self.virtual_size = Size(self.scrollable_content_region.width, count)
        self.set_reactive(LongList.at, max(0, min(at, count - 1)))
        self.refresh()
        self._in_sight()
        self.post_message(self.Moved())

    def validate_at(self, at: int) -> int:
        """Never outside the list."""
        return max(0, min(at, self._count - 1))

    def watch_at(self, before: int, now: int) -> None:
        """Draw the two lines anew."""
        for place in (before, now):
            self.refresh_line(place - self.scroll_offset.y)
        self._in_sight()
        self.post_message(self.Moved())

    def refresh_line(self, y: int) -> None:
        """Draw one line of those in sight anew."""
        if 0 <= y < self.size.height:
            self.refresh(Region(0, y, self.size.width, 1))

    def _in_sight(self) -> None:
        if self._count:
            line = Region(0, self.at, max(1, self.scrollable_content_region.width), 1)
            self.scroll_to_region(line, animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._in_sight()

    def action_move(self, step: int) -> None:
        """Up or down."""
        self.at += step

    def action_page(self, step: int) -> None:
        """A screen up or down."""
        self.at += step * max(1, self.size.height - 1)

    def action_go(self, place: int) -> None:
        """To the first line, or with -1 to the last."""
        self.at = place if place >= 0 else self._count - 1

    def action_choose(self) -> None:
        """What Enter does is the screen's."""
        if self._count:
            self.post_message(self.Chosen())

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a line."""
        self.at = event.y + self.scroll_offset.y

    def on_focus(self) -> None:
        """The cursor is seen in the list that has the keyboard."""
        self.refresh_line(self.at - self.scroll_offset.y)

    def on_blur(self) -> None:
        """As on focus."""
        self.refresh_line(self.at - self.scroll_offset.y)

    def render_line(self, y: int) -> Strip:
        """One line."""
        place, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        is_at = place == self.at and self.has_focus
        style = self.get_visual_style("long-list--at") if is_at else self.visual_style
        if place >= self._count:
            return Strip.blank(width, self.rich_style)
        line = self._draw(place).truncate(width, ellipsis=True, pad=True)
        strips = Visual.to_strips(self, line, width, 1, style)
        return strips[0] if strips else Strip.blank(width, self.rich_style)
