"""A choice in one field: all that can be chosen is in sight, letters jump, the space bar chooses."""

from collections.abc import Sequence

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from conference_tui.conference.compared import begins


class Pick(Widget, can_focus=True):
    """One or several of a few options. Nothing is chosen at first."""

    BINDINGS = [
        Binding("left,up", "move(-1)", "Back", show=False),
        Binding("right,down", "move(1)", "On", show=False),
        Binding("space", "choose", "Choose", show=False),
    ]

    class Changed(Message):
        """Something else is chosen."""

        def __init__(self, pick: "Pick") -> None:
            super().__init__()
            self.pick = pick

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        *,
        several: bool = False,
        chosen: Sequence[str] = (),
        id: str | None = None,  # noqa: A002
    ) -> None:
        """Take options as (value, words); `several` lets more than one be chosen."""
        super().__init__(id=id)
        self._options = list(options)
        self._several = several
        self._chosen = [value for value in chosen if value in [option for option, _ in options]]
        self._at = next((i for i, (value, _) in enumerate(self._options) if value in self._chosen), 0)
        self._letters = ""
        self._came = False
        """Whether a key has just chosen the option under the cursor by going there."""

    @property
    def chosen(self) -> tuple[str, ...]:
        """The values that are chosen, in the order of the options."""
        return tuple(value for value, _ in self._options if value in self._chosen)

    @property
    def value(self) -> str:
        """The one value that is chosen; empty without one."""
        return self.chosen[0] if self.chosen else ""

    def action_move(self, step: int) -> None:
        """Go to the next option, round the end; where one alone can be chosen it is chosen."""
        if self._options:
            self._letters = ""
            self._go((self._at + step) % len(self._options))

    def action_choose(self) -> None:
        """Choose the option under the cursor, or leave it.

        Where one alone can be chosen, going there has chosen it: a space then goes on with the words that somebody
        types (“no plan”), or stands for the choice, and does not take it back.
        """
        if not self._options:
            return
        if self._came and not self._letters.endswith(" "):
            self._came = bool(self._letters)
            self._letters = self._letters and self._letters + " "
            return
        self._came = False
        self._letters = ""
        value = self._options[self._at][0]
        if value in self._chosen:
            self._chosen.remove(value)
        else:
            self._chosen = [*self._chosen, value] if self._several else [value]
        self._redraw()

    def on_focus(self) -> None:
        """Letters begin anew."""
        self._letters = ""
        self._came = False

    def on_key(self, event: events.Key) -> None:
        """Letters go to the option that has a word beginning so; after a space those alone that go on with it."""
        if event.character is None or not event.character.isprintable() or event.character == " ":
            return
        event.stop()
        typed = event.character
        for letters in (self._letters + typed, self._letters + typed if " " in self._letters else typed):
            found = [i for i, (_, words) in enumerate(self._options) if begins(words, letters)]
            if found:
                self._letters = letters
                self._go(found[0])
                return

    def _go(self, place: int) -> None:
        self._at = place
        if not self._several:
            self._chosen = [self._options[place][0]]
            self._came = True
        self._redraw()

    def _redraw(self) -> None:
        self.refresh(layout=False)
        self.post_message(self.Changed(self))

    def on_click(self, event: events.Click) -> None:
        """A click chooses the option under the pointer."""
        place = self._place_at(event.x, event.y)
        if place is not None:
            self._at = place
            self._came = False
            self.action_choose()

    def render(self) -> Content:
        """All options, the chosen ones marked; the cursor only while this has the focus."""
        if not self._options:
            return Content.styled("nothing to choose from yet", "$text-muted")
        return Content("\n").join(self._line(row) for row in self._rows(self.size.width))

    def _line(self, row: list[int]) -> Content:
        return Content("  ").join([self._piece(place) for place in row])

    def _height(self, row: list[int], width: int) -> int:
        """How many lines a row takes: one, unless it is a single option that is wider than there is room."""
        return len(self._line(row).wrap(width)) if len(row) == 1 and width else 1

    def _piece(self, place: int) -> Content:
        value, words = self._options[place]
        mark = self._mark(value)
        style = "bold $text-accent" if value in self._chosen else ""
        if place == self._at and self.has_focus:
            style = f"{style} reverse".strip()
        return Content.styled(f"{mark}{words}", style) if style else Content(f"{mark}{words}")

    def _mark(self, value: str) -> str:
        if self._several:
            return "[x] " if value in self._chosen else "[ ] "
        return "(•) " if value in self._chosen else "( ) "

    def _rows(self, width: int) -> list[list[int]]:
        rows: list[list[int]] = [[]]
        used = 0
        for place, (_, words) in enumerate(self._options):
            wide = Content(words).cell_length + 4
            if rows[-1] and used + 2 + wide > width:
                rows.append([])
                used = 0
            used += wide + (2 if rows[-1] else 0)
            rows[-1].append(place)
        return rows

    def _place_at(self, x: int, y: int) -> int | None:
        rows = [row for row in self._rows(self.size.width) for _ in range(self._height(row, self.size.width))]
        if y >= len(rows):
            return None
        if len(rows[y]) == 1:
            return rows[y][0]
        left = 0
        for place in rows[y]:
            wide = Content(self._options[place][1]).cell_length + 4
            if left <= x < left + wide:
                return place
            left += wide + 2
        return None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the options need."""
        del container, viewport
        return max(1, sum(self._height(row, width) for row in self._rows(width)))
