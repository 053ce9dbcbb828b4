"""What is refused of the meetings that follow."""

from datetime import date

from conference_tui.conference import dates
from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.rules.by_kind import refused
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_date


@refused.register
def _(event: e.CoreGroupBooked, conference: Conference, _: Procedure) -> str:
    return _after_the_meeting(event.on, conference, "The core group")


@refused.register
def _(event: e.ReviewBooked, conference: Conference, _: Procedure) -> str:
    return dates.review_refusal(conference.held, event.on) if conference.held else ""


@refused.register
def _(event: e.InNeedMeetingBooked, conference: Conference, _: Procedure) -> str:
    return _after_the_meeting(event.on, conference, "The child in need meeting")


def _after_the_meeting(day: date, conference: Conference, what: str) -> str:
    """Nothing that follows the conference can lie on its day or before it (M12)."""
    if conference.held and day <= conference.held:
        return (
            f"{what} cannot be on {say_date(day)}: the conference itself is on {say_date(conference.held)}."
        )
    return ""
