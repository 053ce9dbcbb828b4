"""The room: what is refused of coming and going, what that changes, how it is told."""

from typing import Any

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference, Presence
from conference_tui.conference.subjects.by_kind import changes, keep_by, put, refused
from conference_tui.conference.subjects.telling import because, quoted, says
from conference_tui.conference.text import say_time


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


def _arrived(state: Conference, event: e.PersonArrived) -> dict[str, Any]:
    before = state.presence.get(event.person)
    earlier = before.earlier if before else ()
    if before and before.left is not None:
        earlier = (*earlier, (before.arrived, before.left))
    stay = Presence(arrived=event.at, mode=event.mode, reason=event.reason, earlier=earlier)
    return {"presence": put(state.presence, event.person, stay)}


def _left(state: Conference, event: e.PersonLeft) -> dict[str, Any]:
    stay = state.presence.get(event.person)
    if stay is None:
        return {}
    return {"presence": put(state.presence, event.person, replace(stay, left=event.at))}


changes(e.PersonArrived, _arrived)
changes(e.PersonLeft, _left)
keep_by(e.PersonIntroduced, "introduced", "person")
keep_by(e.ApologySent, "apologies", "person")
keep_by(e.AbsenceNoted, "absences", "person")


says(
    e.PersonArrived,
    lambda ev, told: (
        f"{told.name(ev.person)} came at {say_time(ev.at)}, {ev.mode.value}.{because(ev.reason)}"
    ),
)
says(e.PersonLeft, lambda ev, told: f"{told.name(ev.person)} left at {say_time(ev.at)}")
says(
    e.PersonIntroduced,
    lambda ev, told: (
        f"{told.name(ev.person)} was introduced{f': {quoted(ev.involvement)}' if ev.involvement else ''}"
    ),
)
says(e.ApologySent, lambda ev, told: f"{told.name(ev.person)} sent an apology.{because(ev.reason)}")
says(
    e.AbsenceNoted,
    lambda ev, told: (
        f"{told.name(ev.person)} did not come.{f' Tried: {quoted(ev.tried)}' if ev.tried else ''}"
    ),
)
