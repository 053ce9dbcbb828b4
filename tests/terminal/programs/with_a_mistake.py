"""The program with a mistake in it: opening the list of who is here fails, with people's words in the error."""

import sys

from textual.app import ComposeResult

from conference_tui.cli import main
from screens.room import Room


def compose(self: Room) -> ComposeResult:
    """Fail as real mistakes do: with the value in hand."""
    words = " ".join(made.words for made in self.meeting.conference.contributions)
    raise ValueError(words)


Room.compose = compose  # type: ignore[method-assign,assignment]
sys.exit(main(sys.argv[1:]))
