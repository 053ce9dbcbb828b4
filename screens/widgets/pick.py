"""A choice in one field: all that can be chosen is in sight. Arrows choose; what is typed searches, and Enter takes it."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from conference_tui.conference.compared import begins, same
from conference_tui.conference.text import harmless, listed


class Pick(Widget, can_focus=True):
    """One or several of a few options.

    A letter chooses nothing: what is typed stands below the options with what it may mean, until Enter takes the one
    that it means, or it is taken out again.
    """

    class Changed(Message):
        """Something else is chosen."""

        def __init__(self, pick: "Pick") -> None:
            super().__init__()
            self.pick = pick

    class Typed(Message):
        """Something else stands typed."""

        def __init__(self, pick: "Pick") -> None:
            super().__init__()
            self.pick = pick

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        *,
        several: bool = False,
        chosen: Sequence[str] = (),
        typed: str = "",
        id: str | None = None,  # noqa: A002
    ) -> None:
        """Take options as (value, words); `several` lets more than one be chosen, `typed` is what was left typed in it."""
        super().__init__(id=id)
        self._options = list(options)
        self._several = several
        self._chosen = [value for value in chosen if value in [option for option, _ in options]]
        self._at = next((i for i, (value, _) in enumerate(self._options) if value in self._chosen), 0)
        self.typed = typed
        """What was typed and chose nothing."""
        self._marked_typed = False
        """Whether the arrows marked one of those that the typed words may mean."""

    @property
    def takes_several(self) -> bool:
        """Whether more than one can be chosen."""
        return self._several

    @property
    def chosen(self) -> tuple[str, ...]:
        """The values that are chosen, in the order of the options."""
        return tuple(value for value, _ in self._options if value in self._chosen)

    @property
    def value(self) -> str:
        """The one value that is chosen; empty without one."""
        return self.chosen[0] if self.chosen else ""

    def _move(self, step: int) -> None:
        """Go to the next option, round the end; where one alone can be chosen it is chosen.

        While something is typed, to the next of those that it may mean, and nothing is chosen.
        """
        if self.typed:
            self._mark_next(step)
        elif self._options:
            self._at = (self._at + step) % len(self._options)
            if not self._several:
                self._chosen = [self._options[self._at][0]]
            self._redraw()

    def _mark_next(self, step: int) -> None:
        if found := self._meant():
            here = found.index(self._at) if self._marked_typed else -1 if step > 0 else 0
            self._at = found[(here + step) % len(found)]
            self._marked_typed = True
            self.refresh(layout=False)

    def _space(self) -> None:
        """Choose the option that is marked, or leave it; in what is typed it is a space."""
        if self.typed:
            self._type(" ")
        elif self._options:
            self._choose(self._at)

    def _choose(self, place: int, *, only_in: bool = False) -> None:
        self._at = place
        value = self._options[place][0]
        if value in self._chosen:
            if not only_in:
                self._chosen.remove(value)
        else:
            self._chosen = [*self._chosen, value] if self._several else [value]
        self._redraw()

    def on_key(self, event: events.Key) -> None:
        """Arrows choose, what is typed searches.

        All of it here and none as a binding: a binding comes after the keys that were pressed behind it, where the
        machine is slow.
        """
        match event.key:
            case "left" | "up":
                self._move(-1)
            case "right" | "down":
                self._move(1)
            case "space":
                self._space()
            case "backspace":
                self._set_typed(self.typed[:-1])
            case "ctrl+u":
                self._set_typed("")
            case _ if event.character is not None and event.character.isprintable():
                self._type(event.character)
            case _:
                return
        event.stop()

    def on_paste(self, event: events.Paste) -> None:
        """A paste is typed, too."""
        event.stop()
        self._type(" ".join(harmless(event.text).split()))

    def _type(self, signs: str) -> None:
        self._set_typed(self.typed + signs)

    def _set_typed(self, typed: str) -> None:
        self.typed, self._marked_typed = typed, False
        if found := self._meant():
            self._at = found[0]
        self.refresh(layout=True)
        self.post_message(self.Typed(self))

    def take_typed(self) -> str:
        """What is typed, which does not stand here any more."""
        typed = self.typed
        self._set_typed("")
        return typed

    def _meant(self) -> list[int]:
        """Where the options stand that the typed words may mean; the one that is called just so alone."""
        typed = self.typed.strip()
        if not typed:
            return []
        exact = [i for i, (_, words) in enumerate(self._options) if same(words, typed)]
        return exact or [i for i, (_, words) in enumerate(self._options) if begins(words, typed)]

    def enter(self) -> str:
        """Take the one option that the typed words mean; or the sentence that says why none is."""
        found = self._meant()
        if self._marked_typed and self._at in found:
            found = [self._at]
        if len(found) != 1:
            return self._not_taken(found)
        self._set_typed("")
        self._choose(found[0], only_in=not self._several)
        return ""

    def _not_taken(self, found: Sequence[int]) -> str:
        if not found:
            return f"No choice here is called “{self.typed.strip()}”."
        names = listed([self._options[place][1] for place in found], last="or")
        return f"“{self.typed.strip()}” may be {names}. Type more, or mark one with the arrows."

    def _redraw(self) -> None:
        self.refresh(layout=False)
        self.post_message(self.Changed(self))

    def on_click(self, event: events.Click) -> None:
        """A click chooses the option under the pointer; what was typed to find it is done with."""
        place = self._place_at(event.x, event.y)
        if place is not None:
            if place in self._meant():
                self._set_typed("")
            self._choose(place)

    def render(self) -> Content:
        """All options, the chosen ones marked; the cursor only while this has the focus."""
        if not self._options:
            return Content.styled("nothing to choose from yet", "$text-muted")
        found = self._meant()
        lines = [self._line(row, found) for row in self._rows(self.size.width)]
        return Content("\n").join([*lines, *([self._told(found)] if self.typed else [])])

    def _told(self, found: Sequence[int]) -> Content:
        """What is typed, and what Enter makes of it."""
        if not found:
            means = "no choice here matches"
        elif self._is_one(found):
            means = f"Enter: {self._options[self._at][1]}"
        else:
            means = f"{len(found)} may be meant: type on, or use the arrows"
        return Content.assemble((f"{self.typed}▏", "bold"), (f" → {means}", "$text-warning"))

    def _is_one(self, found: Sequence[int]) -> bool:
        """Whether Enter takes the option that is marked."""
        return len(found) == 1 or self._marked_typed

    def _line(self, row: list[int], found: Sequence[int] = ()) -> Content:
        return Content("  ").join([self._piece(place, found) for place in row])

    def _height(self, row: list[int], width: int) -> int:
        """How many lines a row takes: one, unless it is a single option that is wider than there is room."""
        return len(self._line(row).wrap(width)) if len(row) == 1 and width else 1

    def _piece(self, place: int, found: Sequence[int]) -> Content:
        """One option: bold where it is chosen, underlined where it may be meant, reversed where a key would take it."""
        value, words = self._options[place]
        is_at = place == self._at and self.has_focus and (not self.typed or self._is_one(found))
        styles = {
            "bold $text-accent": value in self._chosen,
            "underline": place in found,
            "reverse": is_at,
        }
        style = " ".join(name for name, applies in styles.items() if applies)
        mark = self._mark(value)
        return Content.assemble(mark, (words, style)) if style else Content(f"{mark}{words}")

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
        lines = sum(self._height(row, width) for row in self._rows(width))
        told = len(self._told(self._meant()).wrap(width)) if self.typed and width else 0
        return max(1, lines) + told
