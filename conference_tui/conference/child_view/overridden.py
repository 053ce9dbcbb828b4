"""What was missing, late or unusual, each with the chair's typed reason for going on."""

from msgspec import Struct

from conference_tui.conference import review
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.reminders import reminders
from conference_tui.conference.state import Conference
from conference_tui.conference.working_days import Calendar


class Overridden(Struct, frozen=True, kw_only=True):
    """Something missing or late, and the chair's typed reason for going on."""

    what: str
    reason: str


def overridden(
    own: Conference, procedure: Procedure, calendar: Calendar, child: str
) -> tuple[Overridden, ...]:
    """What the chair went on in spite of, and why a plan ends although it usually would not."""
    open_still = tuple(
        Overridden(what=each.words, reason=each.reason)
        for each in reminders(own, procedure, calendar)
        if each.reason
    )
    return (*open_still, *_ended_because(own, procedure, child))


def _ended_because(own: Conference, procedure: Procedure, child: str) -> tuple[Overridden, ...]:
    """Why a plan ends although it usually would not: that is printed like every reason of the chair's (BA-24)."""
    return tuple(
        Overridden(what=asked.says, reason=given.words)
        for asked in review.prompts(own, procedure, child)
        if asked.needs_reason and (given := own.review_answers.get((child, asked.key)))
    )
