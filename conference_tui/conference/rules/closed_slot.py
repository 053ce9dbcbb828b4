"""What is refused of the closed slot, and what belongs in its own record (BA-11)."""

from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.rules.by_kind import refused
from conference_tui.conference.state import Conference


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
