"""A list in a box over the meeting, for what belongs to no one stage: it follows the meeting while it is open."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from conference_tui.conference.state import Conference
from conference_tui.meeting import Meeting
from screens.form import Form
from screens.widgets.key_bar import KeyBar
from screens.widgets.sheet import Row, Sheet


class SheetBox(ModalScreen[None]):
    """Rows in a box. A kind of box says its title and its rows."""

    TITLE_IN_BOX: ClassVar[str]
    BINDINGS = [
        Binding("escape", "dismiss", "Back", id="box.back", tooltip="Back to the stage"),
        Binding("f1", "help", "Help", show=False),
    ]

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(classes="sheet-box")
        self.meeting = meeting
        self.sheet = Sheet()

    @property
    def conference(self) -> Conference:
        """The conference as it stands."""
        return self.meeting.conference

    def compose(self) -> ComposeResult:
        """The list, and its keys."""
        with Vertical(id="box") as box:
            box.border_title = self.TITLE_IN_BOX
            yield self.sheet
            yield KeyBar()

    def on_mount(self) -> None:
        """Follow the meeting."""
        self.meeting.listeners.append(self.draw)
        self.draw()
        self.sheet.focus()
        self.go_to_first()

    def go_to_first(self) -> None:
        """Put the cursor on the row where one begins."""
        self.sheet.action_first()

    def on_unmount(self) -> None:
        """Listen no more."""
        if self.draw in self.meeting.listeners:
            self.meeting.listeners.remove(self.draw)

    def action_help(self) -> None:
        """What the procedure says at the stage beneath, and the keys, those of the box too."""
        from screens.help import help_over

        help_over(self.app)

    def draw(self) -> None:
        """Show the rows."""
        self.sheet.show(list(self.rows()))

    def rows(self) -> Iterable[Row]:
        """The rows of this box's matter."""
        raise NotImplementedError

    def ask(self, form: Form) -> None:
        """Open a form over the box."""
        self.app.push_screen(form)
