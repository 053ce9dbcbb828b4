"""A stage that is about one child at a time: the children's names above it, and the commands that go from one to another."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from conference_tui.meeting import Meeting
from screens.commands import Command, called_so
from screens.stage import Stage
from screens.widgets.child_tabs import ChildTabs


class InTurn(Stage):
    """A kind of stage says which turns there are; one of them is seen."""

    TYPED_COMMANDS: ClassVar[Sequence[Command]] = (
        Command("child", "child", "See the child of that name", follows="turns_called"),
        Command("next-child", "turn(1)", "See the next child"),
        Command("previous-child", "turn(-1)", "See the child before"),
    )

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting)
        self._tabs = ChildTabs()
        self._child = ""

    @property
    def child(self) -> str:
        """Whose turn it is, or the first one's; empty where there is none."""
        turns = self.turns()
        return self._child if self._child in turns else next(iter(turns), "")

    def turns(self) -> Mapping[str, str]:
        """Each turn that there is, with what it is called."""
        return {child.id: child.label for child in self.conference.children.values()}

    def in_tabs(self, turn: str, called: str) -> str:
        """What stands above the stage for a turn."""
        del turn
        return called

    def compose(self) -> ComposeResult:
        """The children's names above the sheet."""
        yield self._tabs
        yield self.sheet

    def draw(self) -> None:
        """Show the names and the rows."""
        self._tabs.show(
            [(turn, self.in_tabs(turn, called)) for turn, called in self.turns().items()], self.child
        )
        super().draw()

    @on(ChildTabs.Chosen)
    def _tab_chosen(self, event: ChildTabs.Chosen) -> None:
        event.stop()
        self.see(event.child)

    def see(self, child: str) -> None:
        """Give a child its turn."""
        self._child = child
        self.draw()

    def turns_called(self, typed: str) -> Mapping[str, str]:
        """The turns that may be meant by what is typed."""
        return called_so(typed, self.turns())

    def action_child(self, child: str = "") -> None:
        """Give a child its turn; without one begin the command, so that the name can be typed."""
        if child:
            self.see(child)
        else:
            self.begin_command("child")

    def action_turn(self, step: int) -> None:
        """Give the next child its turn, or the one before, round the end."""
        turns = list(self.turns())
        if turns:
            self.see(turns[(turns.index(self.child) + step) % len(turns)])
