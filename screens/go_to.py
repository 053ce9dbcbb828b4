"""Go to any item of the agenda by typing a part of its name or its number."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from conference_tui.conference.agenda import items
from conference_tui.conference.compared import holds, same
from conference_tui.meeting import Meeting
from screens.widgets.sheet import Row, Sheet, plain


class GoTo(ModalScreen[str]):
    """A line to type in, and the stages that fit. Enter goes to the first; the arrows choose another."""

    BINDINGS = [
        Binding("escape", "dismiss('')", "Back"),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
    ]

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self.meeting = meeting
        self._found: list[str] = []

    def compose(self) -> ComposeResult:
        """A box with a line and a list."""
        with Vertical(id="box") as box:
            box.border_title = "Go to"
            yield Input(placeholder="part of a name, or a number", compact=True)
            yield Sheet()

    def on_mount(self) -> None:
        """Show all stages."""
        self._find("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._find(event.value.strip())

    def _find(self, typed: str) -> None:
        found = [
            item
            for item in items(self.meeting.conference, self.meeting.procedure)
            if typed == str(item.number)
            or (not typed.isdigit() and holds(f"{item.stage.title} {item.stage.short}", typed))
        ]
        found.sort(key=lambda item: not same(item.stage.title, typed))  # "close" is not the closed slot
        self._found = [item.stage.id for item in found]
        sheet = self.query_one(Sheet)
        rows = [
            Row(key=i.stage.id, text=plain(f"{i.number:>2} {i.stage.title}"), act=self._go) for i in found
        ]
        sheet.show(rows)
        sheet.highlighted = 0 if rows else None

    def action_move(self, step: int) -> None:
        """Choose another of those that fit."""
        sheet = self.query_one(Sheet)
        if self._found and sheet.highlighted is not None:
            sheet.highlighted = (sheet.highlighted + step) % len(self._found)

    @on(Input.Submitted)
    def _go(self) -> None:
        place = self.query_one(Sheet).highlighted
        if place is not None and self._found:
            self.dismiss(self._found[place])
