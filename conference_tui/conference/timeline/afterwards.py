"""Sentences of what comes after the close."""

from conference_tui.conference import events as e
from conference_tui.conference.text import say_date
from conference_tui.conference.timeline.telling import says
from conference_tui.conference.timeline.words import quoted

says(
    e.AddendumAdded,
    lambda ev, told: f"Addendum of {told.name(ev.by)}, {say_date(ev.on)}: {quoted(ev.words)}",
)
says(
    e.ChildBorn,
    lambda ev, told: f"Born on {say_date(ev.born)}: {told.name(ev.child)}",
)
says(
    e.ComplaintReceived,
    lambda ev, told: f"Complaint of {told.name(ev.person)}, {say_date(ev.on)}: {quoted(ev.words)}",
)
says(
    e.ComplaintDecided,
    lambda ev, told: (
        f"What came of {told.complaint(ev.complaint)}, {say_date(ev.on)}: {quoted(ev.outcome)}"
        f"{f' {quoted(ev.words)}' if ev.words else ''}"
    ),
)
