"""Sentences of the meetings that follow."""

from conference_tui.conference import events as e
from conference_tui.conference.review import next_core_group
from conference_tui.conference.text import say_date, say_time
from conference_tui.conference.timeline.telling import says
from conference_tui.conference.timeline.words import because, joined


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
