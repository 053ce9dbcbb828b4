"""The program with a mistake that comes right after an entry for which the disk has no room."""

import resource
import sys

from textual.app import ComposeResult

from conference_tui.cli import main
from conference_tui.conference import events as e
from screens.room import Room


def compose(self: Room) -> ComposeResult:
    """Record, and fail before anybody heard whether it is on the disk."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    made = e.ContributionMade(contribution="c9", stage="mapping", speaker="tamsin", words="Harkaway last")
    self.meeting.record(made)
    raise ValueError(made.words)


Room.compose = compose  # type: ignore[method-assign,assignment]
sys.exit(main(sys.argv[1:]))
