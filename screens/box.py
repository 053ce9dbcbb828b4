"""A screen over the meeting that has a line of its own; what fits nothing in it waits beside the line of the meeting."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding

from screens.commands import Command, keys_of
from screens.steered import Steered
from screens.widgets.box_line import BoxLine


class Box(Steered[None]):
    """What every box does with its line, beside the marker and the commands."""

    TYPED_COMMANDS: ClassVar[Sequence[Command]] = (
        Command("help", "help", "What the procedure says at the stage beneath, and the keys", "f1", "Help"),
    )
    BINDINGS = keys_of(
        "box", TYPED_COMMANDS, Binding("escape", "back", "Back", id="box.back", tooltip="Back to the stage")
    )

    def action_help(self) -> None:
        """What the procedure says at the stage beneath, and the keys, those of the box too."""
        from screens.help import help_over

        help_over(self.app)

    def action_back(self) -> None:
        """Close the list of commands, then the box; what was typed in it waits beside the capture line."""
        if not self.close_commands():
            self.keep_typing()
            self.dismiss(None)

    def forget_typing(self) -> None:
        """Empty the line: nothing goes through the door of the closed slot."""
        self.query_one(BoxLine).value = ""

    def keep_typing(self) -> None:
        """Let what stands in the line wait beside that of the meeting: nothing typed is lost."""
        self.query_one(BoxLine).keep_typing()
