"""A family tree to go about in: the arrows go from box to box, and the picture follows both ways."""

from collections.abc import Mapping

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from conference_tui.conference.compared import holds
from screens.widgets.tree_letters import Letters

MARK = "▶"
"""In the frame of the box that the marker is on: it is not told by a colour alone."""
PAGE = 3
"""Boxes that a page is."""


class TreeView(ScrollView, can_focus=False):
    """The drawn tree. The line of its screen moves the marker, and finds somebody by a part of the name."""

    is_marked = True

    class Chosen(Message):
        """What is to be done with somebody."""

        def __init__(self, member: str) -> None:
            super().__init__()
            self.member = member

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._letters = Letters(lines=(), places={})
        self._names: Mapping[str, str] = {}
        self.at = ""
        """The member that the marker is on."""

    def show(self, letters: Letters, names: Mapping[str, str], at: str) -> None:
        """Show a tree; the marker stays on who it was on, or goes to `at`."""
        self._letters, self._names = letters, names
        wide = max((cell_len(line) for line in letters.lines), default=0)
        self.virtual_size = Size(wide, len(letters.lines))
        if self.at not in letters.places:
            self.at = at
        self.refresh()
        self.call_after_refresh(self._in_sight)

    def go(self, member: str) -> None:
        """Put the marker on somebody."""
        if member in self._letters.places:
            self.at = member
            self.refresh()
            self._in_sight()

    def _in_sight(self) -> None:
        if self.at in self._letters.places:
            x, y, width, height = self._letters.places[self.at]
            self.scroll_to_region(Region(x, max(0, y - 1), width + 1, height + 2), animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the marker in sight."""
        self._in_sight()

    def set_marked(self, is_marked: bool) -> None:
        """There is nothing beside it that could have the marker."""

    def move(self, step: int, *, by_page: bool = False) -> None:
        """Up or down, a few boxes at once with a page."""
        for _ in range(PAGE if by_page else 1):
            self.go_about(0, step)

    def to_end(self, step: int) -> None:
        """To whom the tree begins with, or the last."""
        self.stand_on(-1 if step > 0 else 0)

    def go_about(self, across: int, down: int) -> None:
        """To the box that lies nearest in this direction; where there is none, the picture moves."""
        places = self._letters.places
        if self.at not in places:
            return
        x, y = _middle(places[self.at])
        ways = {}
        for member, place in places.items():
            to_x, to_y = _middle(place)
            along = (to_x - x) * across + 2 * (to_y - y) * down
            aside = abs((to_x - x) * down) + abs(4 * (to_y - y) * across)
            if along > 0 and not (across and aside > 12):
                ways[member] = along + 2 * aside
        if ways:
            self.go(min(ways, key=lambda member: (ways[member], member)))
        else:
            self.scroll_relative(x=8 * across, y=4 * down, animate=False)

    def act(self) -> None:
        """What is done with somebody is the screen's."""
        if self.at in self._letters.places:
            self.post_message(self.Chosen(self.at))

    def on_click(self, event: events.Click) -> None:
        """A click puts the marker on a box."""
        across, down = event.x + self.scroll_offset.x, event.y + self.scroll_offset.y
        for member, (x, y, width, height) in self._letters.places.items():
            if x <= across < x + width and y <= down < y + height:
                self.go(member)

    def place_of(self, part: str) -> int | None:
        """Who comes first of those who are called so."""
        return next((at for at, name in enumerate(self._names.values()) if holds(name, part)), None)

    def words_at(self, place: int) -> str:
        """What somebody is called."""
        return list(self._names.values())[place]

    def stand_on(self, place: int) -> None:
        """Put the marker on somebody."""
        if self._names:
            self.go(list(self._names)[place])

    # --- Drawing --------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One line of the picture, as far as it is in sight."""
        region = self.scrollable_content_region
        left, row = self.scroll_offset.x, y + self.scroll_offset.y
        if row >= len(self._letters.lines):
            return Strip.blank(region.width, self.rich_style)
        wide = max(self.virtual_size.width, region.width) + left
        strips = Visual.to_strips(self, self._line(row).pad_right(wide), wide, 1, self.visual_style)
        return strips[0].crop(left, left + region.width)

    def _line(self, row: int) -> Content:
        line = self._letters.lines[row]
        x, y, width, height = self._letters.places.get(self.at, (0, -1, 0, 0))
        if not y <= row < y + height:
            return Content(line)
        begin, end = _letter_at(line, x), _letter_at(line, x + width)
        frame = line[begin : begin + 1] + MARK + line[begin + 2 : end] if row == y else line[begin:end]
        return Content.assemble(line[:begin], (frame, "bold $text-accent"), line[end:])


def _middle(place: tuple[int, int, int, int]) -> tuple[int, int]:
    x, y, width, height = place
    return x + width // 2, y + height // 2


def _letter_at(line: str, column: int) -> int:
    """Which letter stands in a column; a wide letter takes two."""
    at = 0
    for place, letter in enumerate(line):
        if at >= column:
            return place
        at += cell_len(letter)
    return len(line)
