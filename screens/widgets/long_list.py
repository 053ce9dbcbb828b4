"""A list of one line an entry, for thousands: only what is in sight is ever drawn."""

from collections.abc import Callable

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from conference_tui.conference.compared import holds


class LongList(ScrollView, can_focus=False):
    """Lines that are made when they come into sight. Nothing wraps. The line of its screen moves the marker."""

    COMPONENT_CLASSES = {"long-list--at"}
    at: reactive[int] = reactive(0, repaint=False)
    """The line that the marker is on."""
    is_marked = True

    class Moved(Message):
        """The marker is on another line, or the lines are others."""

    class Chosen(Message):
        """What the marked line says is to be done."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._count = 0
        self._draw: Callable[[int], Content] = lambda _: Content("")

    @property
    def count(self) -> int:
        """How many lines there are."""
        return self._count

    def show(self, count: int, draw: Callable[[int], Content], at: int) -> None:
        """Show so many lines, each made by `draw` from its place, with the marker at one."""
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
        """Keep the marker in sight."""
        self._in_sight()

    def set_marked(self, is_marked: bool) -> None:
        """There is nothing beside it that could have the marker."""

    def move(self, step: int, *, by_page: bool = False) -> None:
        """Up or down."""
        self.at += step * (max(1, self.size.height - 1) if by_page else 1)

    def to_end(self, step: int) -> None:
        """To the first line, or the last."""
        self.at = self._count - 1 if step > 0 else 0

    def act(self) -> None:
        """What is done with it is the screen's."""
        if self._count:
            self.post_message(self.Chosen())

    def place_of(self, part: str) -> int | None:
        """Where the newest line stands that has this part."""
        places = range(self._count - 1, -1, -1)
        return next((place for place in places if holds(self.words_at(place), part)), None)

    def words_at(self, place: int) -> str:
        """A line as it is drawn."""
        return self._draw(place).plain.strip()

    def stand_on(self, place: int) -> None:
        """Put the marker on a line."""
        self.at = place

    def on_click(self, event: events.Click) -> None:
        """A click puts the marker on a line."""
        self.at = event.y + self.scroll_offset.y

    def render_line(self, y: int) -> Strip:
        """One line."""
        place, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        style = self.get_visual_style("long-list--at") if place == self.at else self.visual_style
        if place >= self._count:
            return Strip.blank(width, self.rich_style)
        line = self._draw(place).truncate(width, ellipsis=True, pad=True)
        strips = Visual.to_strips(self, line, width, 1, style)
        return strips[0] if strips else Strip.blank(width, self.rich_style)
