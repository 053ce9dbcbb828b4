"""What a screen with a line does with the keys that are no words: the marker, Enter on an empty line, commands."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, TypeVar

from textual.dom import DOMNode
from textual.screen import Screen

from screens.commands import Command, Offered, offered
from screens.widgets.command_list import CommandList
from screens.widgets.sheet import Sheet

R = TypeVar("R")

SLASH = "/"
"""What a command begins with, at the beginning of the line."""
NO_COMMAND = "“{}” means nothing here: / alone lists the commands."


class Steered(Screen[R]):
    """A screen whose line has the keyboard, always: arrows move the marker over rows while the line keeps the cursor."""

    TYPED_COMMANDS: ClassVar[Sequence[Command]] = (
        Command(
            "find",
            "find",
            "Find a row by a part of it; Enter then does what the row says",
            follows="rows_with",
        ),
    )

    _armed = False
    """Whether Enter on the empty line does what the marked row says: only once the marker was moved to it."""

    # --- What a kind of screen says -----------------------------------------------------------------------------

    def panes(self) -> Sequence[Sheet]:
        """The sheets whose rows can be marked."""
        raise NotImplementedError

    def pane(self) -> Sheet | None:
        """The sheet in which the marker is."""
        return next((each for each in self.panes() if each.is_marked), None)

    def mark_pane(self, pane: Sheet) -> None:
        """Put the marker into a sheet."""
        for each in self.panes():
            each.set_marked(each is pane)

    def places(self) -> Sequence[DOMNode]:
        """Where commands are declared that can be had now, the nearest first."""
        return (self, self.app)

    # --- The marker ---------------------------------------------------------------------------------------------

    def move_marker(self, step: int, *, by_page: bool = False) -> None:
        """Move the marker over the rows, or over the commands while they are listed."""
        listed = self.query_one(CommandList)
        if listed.is_open:
            listed.move(step)
        elif pane := self.pane():
            pane.move(step, by_page=by_page)
            self._armed = True

    def next_pane(self, step: int = 1) -> None:
        """Put the marker into the sheet beside this one, round the end."""
        panes, pane = list(self.panes()), self.pane()
        if pane and len(panes) > 1:
            self.mark_pane(panes[(panes.index(pane) + step) % len(panes)])
            self._armed = True

    def disarm(self) -> None:
        """Something was recorded: Enter does nothing again until the marker is moved."""
        self._armed = False

    def do_marked(self) -> None:
        """Do what the marked row says, if the marker was moved there."""
        pane = self.pane()
        if self._armed and pane:
            pane.act()

    def rows_with(self, part: str) -> Mapping[str, str]:
        """The first row that does something and has this part, in the sheet of the marker or else in another."""
        here = self.pane()
        for pane in sorted(self.panes(), key=lambda each: each is not here):
            place = pane.place_of(part) if part else None
            if place is not None:
                return {
                    f"{self.panes().index(pane)}:{place}": pane.rows[place]
                    .text.plain.partition("\n")[0]
                    .strip()
                }
        return {}

    def action_find(self, row: str = "") -> None:
        """Put the marker on a row."""
        if row:
            pane, _, place = row.partition(":")
            self.stand_on(self.panes()[int(pane)], int(place))

    def stand_on(self, pane: Sheet, place: int) -> None:
        """Put the marker on a row that somebody asked for; Enter on the empty line does what it says."""
        self.mark_pane(pane)
        pane.highlighted = place
        self._armed = True

    def look_for(self, typed: str) -> bool:
        """Put the marker on the first row that has what is typed in the line of a box; whether there is one."""
        found = self.rows_with(typed)
        for row in found:
            self.action_find(row)
        return bool(found)

    def let_wait(self, words: str) -> str:
        """Let words wait that this screen can make nothing of; says where they are, or that they stand where they are."""
        del words
        return ""

    # --- Commands -----------------------------------------------------------------------------------------------

    def offer(self, typed: str) -> None:
        """Show which commands the line may mean; none for a line that is no command."""
        is_command = typed.startswith(SLASH) and "\n" not in typed
        self.query_one(CommandList).show(offered(typed, self.places()) if is_command else None)

    def chosen_command(self, typed: str) -> Offered | None:
        """The command that Enter takes: the one that is marked in the list."""
        self.offer(typed)  # the list is drawn a moment after the typing
        chosen = self.query_one(CommandList).chosen
        self.query_one(CommandList).show(None)
        return chosen

    def close_commands(self) -> bool:
        """Close the list of commands; whether it was open."""
        listed = self.query_one(CommandList)
        was_open = listed.is_open
        listed.show(None)
        return was_open
