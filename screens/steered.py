"""What a screen with a line does with the keys that are no words: the marker, Enter on an empty line, commands."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Protocol, TypeVar

from textual import events
from textual.dom import DOMNode
from textual.screen import Screen

from screens.commands import Command, Offered, offered
from screens.widgets.command_list import CommandList
from screens.widgets.waiting import beneath, let_wait

R = TypeVar("R")

SLASH = "/"
"""What a command begins with, at the beginning of the line."""
TYPE_MORE = "That may mean several: type more of it, or mark one with the arrows."
NO_COMMAND = "“{}” means nothing here: / alone lists the commands."


class Pane(Protocol):
    """What the marker moves over: rows, entries, people of a tree."""

    is_marked: bool
    """Whether the marker of the screen is here."""

    def set_marked(self, is_marked: bool) -> None:
        """Take the marker, or give it up."""

    def move(self, step: int, *, by_page: bool = False) -> None:
        """Move the marker up or down."""

    def to_end(self, step: int) -> None:
        """Move the marker to the first, or the last."""

    def act(self) -> None:
        """Do what the marked one says."""

    def place_of(self, part: str) -> int | None:
        """Where the first one stands that does something and has this part."""

    def words_at(self, place: int) -> str:
        """What one is called."""

    def stand_on(self, place: int) -> None:
        """Put the marker on one."""


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
    """Whether Enter does what the marked row says: only once the marker was moved to it, or it was found."""

    # --- What a kind of screen says -----------------------------------------------------------------------------

    def panes(self) -> Sequence[Pane]:
        """What has rows that can be marked."""
        raise NotImplementedError

    def pane(self) -> Pane | None:
        """Where the marker is."""
        return next((each for each in self.panes() if each.is_marked), None)

    def mark_pane(self, pane: Pane) -> None:
        """Put the marker into another one."""
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

    def on_click(self, event: events.Click) -> None:
        """A click puts the marker somewhere, too."""
        for pane in self.panes():
            shown: object = pane
            if shown is event.widget:
                self.mark_pane(pane)
                self._armed = True

    def move_across(self, step: int) -> None:
        """Move the marker to the left or to the right."""
        self.next_pane(step)

    def move_to_end(self, step: int) -> None:
        """Move the marker to the first row, or the last."""
        if pane := self.pane():
            pane.to_end(step)
            self._armed = True

    def next_pane(self, step: int = 1) -> None:
        """Put the marker into the pane beside this one, round the end."""
        panes, pane = list(self.panes()), self.pane()
        if pane and len(panes) > 1:
            self.mark_pane(panes[(panes.index(pane) + step) % len(panes)])
            self._armed = True

    @property
    def is_armed(self) -> bool:
        """Whether Enter does what the marked row says."""
        return self._armed

    def disarm(self) -> None:
        """Something was recorded, or is being typed: Enter does nothing again until the marker is moved."""
        self._armed = False

    def do_marked(self) -> None:
        """Do what the marked row says, if the marker was moved there."""
        pane = self.pane()
        if self._armed and pane:
            pane.act()

    def rows_with(self, part: str) -> Mapping[str, str]:
        """The first row that does something and has this part, in the pane of the marker or else in another."""
        here = self.pane()
        for pane in sorted(self.panes(), key=lambda each: each is not here):
            place = pane.place_of(part) if part else None
            if place is not None:
                return {f"{self.panes().index(pane)}:{place}": pane.words_at(place)}
        return {}

    def action_find(self, row: str = "") -> None:
        """Put the marker on a row."""
        if row:
            number, _, place = row.partition(":")
            self.stand_on(self.panes()[int(number)], int(place))

    def stand_on(self, pane: Pane, place: int) -> None:
        """Put the marker on a row that somebody asked for; Enter on the empty line does what it says."""
        self.mark_pane(pane)
        pane.stand_on(place)
        self._armed = True

    def look_for(self, typed: str) -> bool:
        """Put the marker on the first row that has what is typed in the line of a box; whether there is one."""
        found = self.rows_with(typed)
        for row in found:
            self.action_find(row)
        return bool(found)

    def let_wait(self, words: str) -> str:
        """Let words wait beside the line of the meeting that this screen can make nothing of.

        Says where they are; empty where nothing takes them, so that they stay.
        """
        return "It waits beside the capture line." if let_wait(self.app, words) else ""

    def keep_words(self, words: str) -> None:
        """Keep what is being typed, as the words of a form are kept."""
        if taker := beneath(self.app):
            taker.keep_words(words)

    # --- Commands -----------------------------------------------------------------------------------------------

    def offer(self, typed: str) -> None:
        """Show which commands the line may mean; none for a line that is no command."""
        is_command = typed.startswith(SLASH) and "\n" not in typed
        found = offered(typed, self.places()) if is_command else None
        is_clear = bool(found and (len(found) == 1 or found[0].typed == typed.strip()))
        self.query_one(CommandList).show(found, marks_first=is_clear)

    def asks_more(self, typed: str) -> bool:
        """Whether a line may mean several commands or names, which are listed then: Enter takes none by itself."""
        self.offer(typed)
        return bool(self.query_one(CommandList).offered)

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
