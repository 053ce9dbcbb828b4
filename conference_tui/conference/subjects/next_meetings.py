"""The meetings that follow: what is refused, what booking them changes, how it is told."""

from datetime import date

from conference_tui.conference import dates
from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.review import next_core_group
from conference_tui.conference.state import Conference
from conference_tui.conference.subjects.by_kind import keep, keep_by, refused
from conference_tui.conference.subjects.telling import because, joined, says
from conference_tui.conference.text import say_date, say_time


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


keep(e.CoreGroupBooked, "core_group_booked")
keep(e.ReviewBooked, "review_booked")
keep_by(e.InNeedMeetingBooked, "in_need_meetings", "child")


def _booked(event: e.CoreGroupBooked | e.ReviewBooked | e.InNeedMeetingBooked) -> str:
    return joined(say_date(event.on), say_time(event.at) if event.at else "", getattr(event, "venue", ""))


says(
    e.CoreGroupBooked,
    lambda ev, told: (
        f"{next_core_group(told.conference).capitalize()}: {_booked(ev)}.{f' Chaired by {told.name(ev.chaired_by)}.' if ev.chaired_by else ''}"
    ),
)
says(e.ReviewBooked, lambda ev, _: f"Review conference: {_booked(ev)}.{because(ev.reason)}")
says(
    e.InNeedMeetingBooked,
    lambda ev, told: f"Child in need meeting for {told.name(ev.child)}: {_booked(ev)}",
)
