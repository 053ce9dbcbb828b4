"""The list that every stage is made of: headings, and rows that do something when Enter is pressed."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from textual import events
from textual.binding import Binding
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


class Sheet(OptionList):
    """Rows under headings. Kept by comparing: only what changed is drawn anew."""

    BINDINGS = [
        Binding("slash", "find", "Find", show=False, id="sheet.find", tooltip="Find a row by a part of it")
    ]

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes, markup=False)
        self._rows: list[Row] = []
        self.beside: Sequence[Sheet] = ()
        """Other sheets of the same stage, in which a row is looked for when there is none here."""
        self._wanted: str | None = None
        """What is being looked for, while somebody types it after a slash."""
        self._found: Sheet | None = None
        """The sheet that has a row with it."""

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown now."""
        return self._rows

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows; the cursor stays with its row, or with its place once the row asks for nothing more."""
        self._draw(rows)
        if self.has_focus:
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
            return  # enabling what is enabled already would move the cursor to the next row
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

    def on_focus(self, _: events.Focus) -> None:
        """Stand on a row from the first moment, so that Enter does what the row says."""
        self._stand_on_a_row()

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

    def action_find(self) -> None:
        """Begin to look for a row: what is typed next is a part of it, Enter goes on with the row."""
        self._look_for("")

    async def on_event(self, event: events.Event) -> None:
        """While a row is looked for, keys are letters of it and not commands."""
        if self._wanted is not None and isinstance(event, events.Key):
            event.stop()
            event.prevent_default()
            self._find_key(event)
            return
        await super().on_event(event)

    def _find_key(self, event: events.Key) -> None:
        wanted = self._wanted or ""
        if event.key in ("escape", "enter"):
            found = self._found
            self._look_for(None)
            if event.key == "enter" and found is not None:
                found.come_here()
                found.action_select()
        elif event.key == "backspace":
            self._look_for(wanted[:-1])
        elif event.character and event.character.isprintable():
            self._look_for(wanted + event.character)

    def _look_for(self, wanted: str | None) -> None:
        self._wanted = wanted
        self.border_subtitle = Content(f"find: {wanted}") if wanted is not None else ""
        self.set_class(wanted is not None, "-finding")
        self._found = self if wanted == "" else None
        if not wanted:
            return
        for sheet in (self, *self.beside):
            place = sheet.place_of(wanted)
            if place is not None:
                sheet.highlighted = place
                self._found = sheet
                return
        self.border_subtitle = Content(f"find: {wanted}  (there is none)")

    def place_of(self, part: str) -> int | None:
        """Where the first row stands that does something and has this part: as it was typed, else however it is written."""
        as_typed, alike = None, None
        for place, row in enumerate(self._rows):
            if as_typed is None and row.act and folded(part) in folded(row.text.plain):
                as_typed = place
            if alike is None and row.act and holds(row.text.plain, part):
                alike = place
        return alike if as_typed is None else as_typed

    def come_here(self) -> None:
        """Take the keyboard."""
        self.focus()

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
