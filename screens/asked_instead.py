"""What holds up the close and has an answer of its own: that is asked for, and not a reason for going on without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.going_ahead import going_ahead
from screens.sitting import going_on

if TYPE_CHECKING:
    from conference_tui.conference.reminders import Reminder
    from screens.stage import Stage


def ask_instead(stage: Stage, reminder: Reminder) -> bool:
    """Ask for it over a stage; False where a reason is all there is to say."""
    from screens import child, review_asks  # both are made of stages

    other = {"quorum": going_ahead, "adjourned": going_on}.get(reminder.key)
    kind, _, about = reminder.key.partition(":")
    if other:
        stage.ask(other(stage.meeting))
    elif kind == "views" and about in stage.conference.children:
        stage.ask(child.why_no_words(stage.meeting, about))
    else:
        return review_asks.ask_for(stage, kind, about)
    return True
