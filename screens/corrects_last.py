"""What was said last, put right from the line: opened, moved to a column, or said to be about a child."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.capture import MARKS
from conference_tui.conference.mapping import TITLES
from conference_tui.conference.split import of_another_sitting
from conference_tui.meeting import Meeting, Refused
from screens.commands import Command, called_so, keys_of
from screens.correction import correction
from screens.steered import Steered

NOT_IN_THIS_SITTING = "It was said in another sitting: Enter on its row in the map opens it."
NOT_IN_THE_SLOT = (
    "In the closed slot nothing is corrected: Ctrl+Z strikes what was said last, then say it again."
)
COLUMNS: Mapping[str, e.Column | None] = {**{each.value: each for each in e.Column}, "none": None}
"""To what it can be moved: the kinds of entry, and none."""
ALL = "all"
"""In the place of a child: all of them."""


class CorrectsLast(Steered[None]):
    """A screen with a line, from which what was said last is put right."""

    TYPED_COMMANDS: ClassVar[Sequence[Command]] = (
        Command("correct", "correct_last", "Correct what was said last", "ctrl+e"),
        Command(
            "column", "move_last", "Move what was said last to a column", "ctrl+k", follows="columns_called"
        ),
        Command(
            "about",
            "say_about",
            "Say about which child it was, what was said last",
            "ctrl+f",
            follows="about_called",
        ),
    )
    BINDINGS = keys_of("meeting", TYPED_COMMANDS, first=[each.key for each in TYPED_COMMANDS])
    meeting: Meeting

    def begin_command(self, word: str) -> None:
        """Begin a command in the line, so that a name can be typed behind it."""
        raise NotImplementedError

    def action_correct_last(self) -> None:
        """Open what was said last, to correct it."""
        if made := self._last_made():
            self.app.push_screen(correction(self.meeting, made))

    def action_move_last(self, column: str = "") -> None:
        """Move what was said last to a column; without one begin the command, so that its name can be typed."""
        if not column:
            self.begin_command("column")
        elif made := self._last_made():
            self._put_right(replace(made, column=COLUMNS[column]))

    def action_say_about(self, child: str = "") -> None:
        """Say about which child it was; without one begin the command, so that the name can be typed."""
        if not child:
            self.begin_command("about")
        elif made := self._last_made():
            self._put_right(replace(made, children=() if child == ALL else (child,)))

    def columns_called(self, typed: str) -> Mapping[str, str]:
        """The columns that may be meant, by name or by mark."""
        marks = {mark: column.value for mark, column in MARKS.items()}
        names = {each: TITLES[column] if column else "no column" for each, column in COLUMNS.items()}
        return {marks[typed]: names[marks[typed]]} if typed in marks else called_so(typed, names)

    def about_called(self, typed: str) -> Mapping[str, str]:
        """The children who may be meant, and all of them."""
        children = {child.id: child.label for child in self.meeting.conference.children.values()}
        return called_so(typed, {**children, ALL: "all"})

    def _last_made(self) -> e.ContributionMade | None:
        if self.meeting.in_closed_slot:
            self.notify(NOT_IN_THE_SLOT, severity="warning", markup=False)
            return None
        if not self.meeting.contributions:
            self.notify("Nothing was said yet.", markup=False)
            return None
        made = self.meeting.contributions[-1]
        if of_another_sitting(self.meeting.conference, made):
            self.notify(NOT_IN_THIS_SITTING, severity="warning", markup=False)
            return None
        return made

    def _put_right(self, made: e.ContributionMade) -> None:
        try:
            self.meeting.record(e.ContributionCorrected(correct=made))
        except Refused as refused:
            self.notify(str(refused), severity="warning", markup=False)
