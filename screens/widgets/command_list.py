"""The commands that a slash lists above the line: what each is called, its key, and what it does."""

from collections.abc import Sequence

from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from screens.commands import Offered

ROWS = 8
"""Commands that are shown at once."""


class CommandList(Static):
    """A few lines above the line, while a command is typed. The one that is meant is marked; arrows mark another.

    Of several that may be meant none is: Enter there would do what happens to stand first.
    """

    def __init__(self) -> None:
        super().__init__(id="commands", markup=False)
        self.offered: Sequence[Offered] = ()
        """What is listed."""
        self._at: int | None = None
        self.is_open = False
        """Whether commands are listed now."""

    @property
    def chosen(self) -> Offered | None:
        """The one that is marked."""
        return self.offered[self._at] if self.is_open and self.offered and self._at is not None else None

    def show(self, commands: Sequence[Offered] | None, *, marks_first: bool = True) -> None:
        """List these; None lists nothing."""
        self.is_open = commands is not None
        if list(commands or ()) != list(self.offered):
            self._at = 0 if marks_first else None
        self.offered = commands or ()
        self.display = self.is_open
        if self.is_open:
            self._draw()

    def move(self, step: int) -> None:
        """Mark another one, round the end."""
        if self.offered:
            before = (-1 if step > 0 else 0) if self._at is None else self._at
            self._at = (before + step) % len(self.offered)
            self._draw()

    def _draw(self) -> None:
        if not self.offered:
            self.update(Content.styled("No command here begins with that.", "$text-warning"))
            return
        at = self._at or 0
        first = max(0, min(at - ROWS + 1, len(self.offered) - ROWS)) if at >= ROWS else 0
        shown = self.offered[first : first + ROWS]
        wide = max(len(each.typed) for each in shown)
        lines = [self._line(each, wide, is_at=first + place == self._at) for place, each in enumerate(shown)]
        if len(self.offered) > ROWS:
            lines.append(Content.styled(f"  {len(self.offered)} commands · ↑ ↓", "$text-muted"))
        self.update(Content("\n").join(lines))

    def _line(self, each: Offered, wide: int, *, is_at: bool) -> Content:
        key = self.app.get_key_display(Binding(each.command.key, "")) if each.command.key else ""
        return Content.assemble(
            ("▸ " if is_at else "  ", "bold $text-accent"),
            (f"{each.typed:<{min(wide, 30)}}  ", "bold reverse" if is_at else "bold"),
            (f"{key:<7}" if key else "       ", "$text-accent"),
            (each.command.says, "$text-muted"),
        )
