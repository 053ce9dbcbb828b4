"""What is refused of coming and going."""

from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.rules.by_kind import refused
from conference_tui.conference.state import Conference


@refused.register
def _(event: e.PersonArrived, conference: Conference, _: Procedure) -> str:
    person = conference.people.get(event.person)
    if conference.closed_slot and not (person and person.is_professional):
        return f"{conference.name(event.person)} cannot come in while the closed slot is open. End the slot first."
    exclusion = conference.exclusions.get(event.person)
    if exclusion and exclusion.ended is None and not exclusion.decided.parts:
        return f"{conference.name(event.person)} is kept out of the whole conference. End that first, if it is over."
    return ""


@refused.register
def _(event: e.PersonLeft, conference: Conference, _: Procedure) -> str:
    stay = conference.presence.get(event.person)
    if stay is None or stay.left is not None:
        return f"{conference.name(event.person)} is not here."
    if event.at < stay.arrived:
        return f"{conference.name(event.person)} came at {stay.arrived:%H:%M}; nobody leaves before that."
    return ""
