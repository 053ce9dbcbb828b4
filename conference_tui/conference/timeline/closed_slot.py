"""Sentences of the closed slot: that it was, never what was said in it."""

from conference_tui.conference import events as e
from conference_tui.conference.text import say_date, say_time
from conference_tui.conference.timeline.telling import Told, says
from conference_tui.conference.timeline.words import because


def _slot_began(event: e.ClosedSlotBegan, told: Told) -> str:
    left, stayed = told.names(event.left) or "nobody", told.names(event.stayed) or "nobody"
    begun = f"The closed slot began at {say_time(event.at)}. Left the room: {left}. Stayed: {stayed}."
    return f"{begun}{because(event.reason)}"


says(e.ClosedSlotBegan, _slot_began)
says(e.ClosedSlotEnded, lambda ev, _: f"The closed slot ended at {say_time(ev.at)}")
says(e.CopyNumbered, lambda ev, _: f"Copy {ev.copy} is held by {ev.holder}, since {say_date(ev.on)}.")
