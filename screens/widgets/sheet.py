"""The list that every stage is made of: headings, and rows that do something when Enter is pressed."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option


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


class Sheet(OptionList):
    """Rows under headings. Kept by comparing: only what changed is drawn anew."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes, markup=False)
        self._rows: list[Row] = []

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown now."""
        return self._rows

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows, keeping the place of the cursor by its row."""
        before, self._rows = self._rows, list(rows)
        same = _same_at_start(before, rows)
        if same == len(before):
            self.add_options(self._made_of(rows[same:]))
            return
        if len(before) == len(rows) and all(
            old.key == new.key for old, new in zip(before, rows, strict=True)
        ):
            for place, (old, new) in enumerate(zip(before, rows, strict=True)):
                if not old.looks_like(new):
                    self.replace_option_prompt_at_index(place, new.text)
                    self._enable(place, new)
            return
        self._replace(before)

    def _enable(self, place: int, row: Row) -> None:
        if row.key.startswith("heading:"):
            return
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
        if key in keys:
            self.highlighted = keys.index(key)
        elif place is not None and self._rows:
            self.highlighted = min(place, len(self._rows) - 1)
        self.scroll_to(y=top, animate=False)

    @staticmethod
    def _made_of(rows: Sequence[Row]) -> list[Option]:
        return [Option(row.text, disabled=row.act is None) for row in rows]

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
