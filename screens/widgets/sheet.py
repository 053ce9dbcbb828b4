"""The list that every stage is made of: headings, and rows that do something when Enter is pressed."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from textual import events
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from conference_tui.conference.compared import folded, holds


def plain(words: str, style: str = "") -> Content:
    """A person's words as they are: nothing in them is read as markup."""
    return Content.styled(words, style) if style else Content(words)


class Row(Struct, frozen=True, kw_only=True):
    """One line of a sheet. A row without `act` is only read."""

    key: str
    """Names the row within its sheet; stays the same while the thing it shows does."""
    text: Content
    act: Callable[[], None] | None = None

    def looks_like(self, other: "Row") -> bool:
        """Whether both show the same, whatever they do."""
        return self.key == other.key and self.text == other.text and (self.act is None) == (other.act is None)


def heading(words: str, note: str = "") -> Row:
    """A heading between rows, with a remark behind it."""
    text = Content.assemble((words, "bold $text-accent"), (f"  {note}" if note else "", "$text-muted"))
    return Row(key=f"heading:{words}", text=text)


ROOMY = 32
"""Lines from which a terminal has room for empty ones."""


class Sheet(OptionList, can_focus=False):
    """Rows under headings. Kept by comparing: only what changed is drawn anew.

    It never has the keyboard: the line of its screen has, and moves the marker here.
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes, markup=False)
        self._rows: list[Row] = []
        self.is_marked = False
        """Whether the marker of the screen is in this sheet."""

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown now."""
        return self._rows

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows; the marker stays with its row, or with its place once the row asks for nothing more."""
        self._draw(rows)
        if self.is_marked:
            self._stand_on_a_row()

    def _draw(self, rows: Sequence[Row]) -> None:
        before, self._rows = self._rows, list(rows)
        same = _same_at_start(before, rows)
        if same == len(before):
            self.add_options(self._made_of(rows[same:], same))
            return
        if len(before) == len(rows) and all(
            old.key == new.key for old, new in zip(before, rows, strict=True)
        ):
            for place, (old, new) in enumerate(zip(before, rows, strict=True)):
                if not old.looks_like(new):
                    self.replace_option_prompt_at_index(place, self._prompt(place, new))
                    self._enable(place, new)
            return
        self._replace(before)

    def _enable(self, place: int, row: Row) -> None:
        if row.key.startswith("heading:") or self.get_option_at_index(place).disabled is (row.act is None):
            return  # enabling what is enabled already would move the marker to the next row
        if row.act:
            self.enable_option_at_index(place)
        else:
            self.disable_option_at_index(place)

    def _replace(self, before: Sequence[Row]) -> None:
        key = before[self.highlighted].key if self.highlighted is not None else ""
        place = self.highlighted
        top = self.scroll_y
        self.set_options(self._made_of(self._rows))
        keys = [row.key for row in self._rows]
        moved = keys.index(key) if key in keys else None
        if moved is not None and self._rows[moved].act:
            self.highlighted = moved
        elif place is not None:
            self.highlighted = self._acting_near(place)
        self.scroll_to(y=top, animate=False)

    def set_marked(self, is_marked: bool) -> None:
        """Take the marker, on a row that does something, or give it up."""
        self.is_marked = is_marked
        self.set_class(is_marked, "-marked")
        if is_marked:
            self._stand_on_a_row()

    def _on_show(self, event: events.Show) -> None:
        """A list that comes into sight scrolls to its marker; where that was not moved yet the beginning stays in sight."""
        if self.highlighted == self._acting_near(0):
            event.prevent_default()

    def move(self, step: int, *, by_page: bool = False) -> None:
        """Move the marker to the next row that does something, or a page on; where no row does, scroll."""
        if self._acting_near(0) is None:
            self.scroll_relative(y=step * (self.size.height if by_page else 1), animate=False)
            return
        down, up = (
            (self.action_page_down, self.action_page_up)
            if by_page
            else (self.action_cursor_down, self.action_cursor_up)
        )
        (down if step > 0 else up)()

    def to_end(self, step: int) -> None:
        """Move the marker to the first row that does something, or the last."""
        (self.action_last if step > 0 else self.action_first)()

    def words_at(self, place: int) -> str:
        """The first line of a row."""
        return self._rows[place].text.plain.partition("\n")[0].strip()

    def stand_on(self, place: int) -> None:
        """Put the marker on a row."""
        self.highlighted = place

    def act(self) -> None:
        """Do what the marked row says."""
        if self.highlighted is not None and (act := self._rows[self.highlighted].act):
            act()

    def _stand_on_a_row(self) -> None:
        place = self.highlighted
        if place is None or self._rows[place].act is None:
            self.highlighted = self._acting_near(place or 0)

    def _acting_near(self, place: int) -> int | None:
        """Where the next row stands that does something, from a place on or else before it: Enter has an effect."""
        acting = [at for at, row in enumerate(self._rows) if row.act]
        return next((at for at in acting if at >= place), acting[-1] if acting else None)

    def _made_of(self, rows: Sequence[Row], first: int = 0) -> list[Option]:
        return [
            Option(self._prompt(place, row), disabled=row.act is None)
            for place, row in enumerate(rows, start=first)
        ]

    def _prompt(self, place: int, row: Row) -> Content:
        """The row's text; a heading stands off from what is above it where the terminal has the room."""
        stands_off = place and row.key.startswith("heading:") and self.app.size.height >= ROOMY
        return Content("\n") + row.text if stands_off else row.text

    def place_of(self, part: str) -> int | None:
        """Where the first row stands that does something and has this part: as it was typed, else however it is written."""
        as_typed, alike = None, None
        for place, row in enumerate(self._rows):
            if as_typed is None and row.act and folded(part) in folded(row.text.plain):
                as_typed = place
            if alike is None and row.act and holds(row.text.plain, part):
                alike = place
        return alike if as_typed is None else as_typed

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what the row does."""
        event.stop()
        row = self._rows[event.option_index]
        if row.act:
            row.act()


def _same_at_start(before: Sequence[Row], rows: Sequence[Row]) -> int:
    """How many rows at the beginning show what they showed before."""
    same = 0
    for old, new in zip(before, rows, strict=False):
        if not old.looks_like(new):
            break
        same += 1
    return same
