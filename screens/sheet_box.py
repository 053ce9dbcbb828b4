"""A list in a box over the meeting, for what belongs to no one stage: it follows the meeting while it is open."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from conference_tui.conference.state import Conference
from conference_tui.meeting import Meeting
from screens.box import Box
from screens.form import Form
from screens.widgets.box_line import BoxLine
from screens.widgets.command_list import CommandList
from screens.widgets.key_bar import KeyBar
from screens.widgets.sheet import Row, Sheet


class SheetBox(Box, ModalScreen[None]):
    """Rows in a box. A kind of box says its title and its rows."""

    TITLE_IN_BOX: ClassVar[str]

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(classes="sheet-box")
        self.meeting = meeting
        self.sheet = Sheet()
        self._drawn: Conference | None = None

    @property
    def conference(self) -> Conference:
        """The conference as it stands."""
        return self.meeting.conference

    def compose(self) -> ComposeResult:
        """The list, and its keys."""
        with Vertical(id="box") as box:
            box.border_title = self.TITLE_IN_BOX
            yield self.sheet
            yield CommandList()
            yield BoxLine()
            yield KeyBar()

    def on_mount(self) -> None:
        """Follow the meeting."""
        self.meeting.listeners.append(self.draw)
        self.draw()
        self.mark_pane(self.sheet)
        self.go_to_first()
        self.query_one(BoxLine).focus()

    def go_to_first(self) -> None:
        """Put the marker on the row where one begins."""
        self.sheet.action_first()

    def on_unmount(self) -> None:
        """Listen no more."""
        if self.draw in self.meeting.listeners:
            self.meeting.listeners.remove(self.draw)

    def panes(self) -> Sequence[Sheet]:
        """The one list."""
        return (self.sheet,)

    def draw(self) -> None:
        """Show the rows; once something was recorded, Enter does nothing until the marker is moved."""
        if self._drawn is not self.conference:
            self._drawn = self.conference
            self.disarm()
        self.sheet.show(list(self.rows()))

    def rows(self) -> Iterable[Row]:
        """The rows of this box's matter."""
        raise NotImplementedError

    def ask(self, form: Form) -> None:
        """Open a form over the box."""
        self.app.push_screen(form)
