"""A family tree to go about in: the arrows go from box to box, and the picture follows both ways."""

from collections.abc import Mapping

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from conference_tui.conference.compared import holds
from screens.widgets.tree_letters import Letters

MARK = "▶"
"""In the frame of the box that the cursor is on: it is not told by a colour alone."""


class TreeView(ScrollView, can_focus=True):
    """The drawn tree. Enter opens who the cursor is on; a slash finds somebody by a part of the name."""

    COMPONENT_CLASSES = {"tree-view--at"}
    BINDINGS = [
        Binding("left", "move(-1, 0)", show=False),
        Binding("right", "move(1, 0)", show=False),
        Binding("up", "move(0, -1)", show=False),
        Binding("down", "move(0, 1)", show=False),
        Binding("enter", "choose", show=False),
        Binding(
            "slash", "find", "Find", show=False, id="tree.find", tooltip="Find somebody by a part of the name"
        ),
    ]

    class Chosen(Message):
        """Enter was pressed on somebody."""

        def __init__(self, member: str) -> None:
            super().__init__()
            self.member = member

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._letters = Letters(lines=(), places={})
        self._names: Mapping[str, str] = {}
        self._wanted: str | None = None
        """What is being looked for, while somebody types it after a slash."""
        self.at = ""
        """The member that the cursor is on."""

    def show(self, letters: Letters, names: Mapping[str, str], at: str) -> None:
        """Show a tree; the cursor stays on who it was on, or goes to `at`."""
        self._letters, self._names = letters, names
        wide = max((cell_len(line) for line in letters.lines), default=0)
        self.virtual_size = Size(wide, len(letters.lines))
        if self.at not in letters.places:
            self.at = at
        self.refresh()
        self.call_after_refresh(self._in_sight)

    def go(self, member: str) -> None:
        """Put the cursor on somebody."""
        if member in self._letters.places:
            self.at = member
            self.refresh()
            self._in_sight()

    def _in_sight(self) -> None:
        if self.at in self._letters.places:
            x, y, width, height = self._letters.places[self.at]
            self.scroll_to_region(Region(x, max(0, y - 1), width + 1, height + 2), animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._in_sight()

    def action_move(self, across: int, down: int) -> None:
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

    def action_choose(self) -> None:
        """What Enter does is the screen's."""
        if self.at in self._letters.places:
            self.post_message(self.Chosen(self.at))

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a box."""
        across, down = event.x + self.scroll_offset.x, event.y + self.scroll_offset.y
        for member, (x, y, width, height) in self._letters.places.items():
            if x <= across < x + width and y <= down < y + height:
                self.go(member)

    # --- Finding somebody -----------------------------------------------------------------------------------

    def action_find(self) -> None:
        """Begin to look for somebody: what is typed next is a part of the name, Enter opens."""
        self._look_for("")

    async def on_event(self, event: events.Event) -> None:
        """While somebody is looked for, keys are letters of the name and not commands."""
        if self._wanted is not None and isinstance(event, events.Key):
            event.stop()
            event.prevent_default()
            self._find_key(event)
            return
        await super().on_event(event)

    def _find_key(self, event: events.Key) -> None:
        wanted = self._wanted or ""
        if event.key in ("escape", "enter"):
            found = bool(wanted) and self._found(wanted) != ""
            self._look_for(None)
            if event.key == "enter" and found:
                self.action_choose()
        elif event.key == "backspace":
            self._look_for(wanted[:-1])
        elif event.character and event.character.isprintable():
            self._look_for(wanted + event.character)

    def _found(self, wanted: str) -> str:
        return next((each for each, name in self._names.items() if holds(name, wanted)), "")

    def _look_for(self, wanted: str | None) -> None:
        self._wanted = wanted
        found = self._found(wanted) if wanted else ""
        if found:
            self.go(found)
        nobody = "  (nobody)" if wanted and not found else ""
        self.border_subtitle = Content(f"find: {wanted}{nobody}") if wanted is not None else ""
        self.set_class(wanted is not None, "-finding")

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
        style = "bold $text-accent" if self.has_focus else "bold"
        return Content.assemble(line[:begin], (frame, style), line[end:])

    def on_focus(self) -> None:
        """The cursor is seen."""
        self.refresh()

    def on_blur(self) -> None:
        """As on focus."""
        self.refresh()


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
