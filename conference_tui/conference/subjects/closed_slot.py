"""The closed slot (BA-11): what is refused, what its beginning and end change, how it is told that it was."""

from typing import Any

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import ClosedSlot, Conference
from conference_tui.conference.subjects.by_kind import changes, nothing, refused
from conference_tui.conference.subjects.telling import Told, because, says
from conference_tui.conference.text import say_date, say_time


@refused.register
def _(event: e.ClosedSlotBegan, conference: Conference, _: Procedure) -> str:
    for someone in event.stayed:
        person = conference.people.get(someone)
        if person is None or not person.is_professional:
            return f"{conference.name(someone)} cannot stay in the closed slot: it is for professionals only."
    for someone in conference.present():
        person = conference.people.get(someone)
        if someone not in event.left and not (person and person.is_professional):
            return f"{conference.name(someone)} is still here. Nobody but professionals stays for the closed slot."
    return ""


@refused.register
def _(_: e.ClosedSlotEnded, conference: Conference, __: Procedure) -> str:
    return "" if conference.closed_slot else "No closed slot is open."


@refused.register
def _(_: e.CopyNumbered, __: Conference, ___: Procedure) -> str:
    return "Copies are numbered in the closed slot's own record (BA-11)."


def _slot_began(state: Conference, event: e.ClosedSlotBegan) -> dict[str, Any]:
    slot = ClosedSlot(began=event.at, left=event.left, stayed=event.stayed, reason=event.reason)
    return {"closed_slots": (*state.closed_slots, slot)}


def _slot_ended(state: Conference, event: e.ClosedSlotEnded) -> dict[str, Any]:
    slot = state.closed_slot
    if slot is None:
        return {}
    return {"closed_slots": (*state.closed_slots[:-1], replace(slot, ended=event.at))}


changes(e.ClosedSlotBegan, _slot_began)
changes(e.ClosedSlotEnded, _slot_ended)
changes(e.CopyNumbered, nothing)


def _slot_began_told(event: e.ClosedSlotBegan, told: Told) -> str:
    left, stayed = told.names(event.left) or "nobody", told.names(event.stayed) or "nobody"
    begun = f"The closed slot began at {say_time(event.at)}. Left the room: {left}. Stayed: {stayed}."
    return f"{begun}{because(event.reason)}"


says(e.ClosedSlotBegan, _slot_began_told)
says(e.ClosedSlotEnded, lambda ev, _: f"The closed slot ended at {say_time(ev.at)}")
says(e.CopyNumbered, lambda ev, _: f"Copy {ev.copy} is held by {ev.holder}, since {say_date(ev.on)}.")
