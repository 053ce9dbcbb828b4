"""Chairing: what is refused of going on, handing over, adjourning, closing, what that changes, how it is told."""

from types import MappingProxyType
from typing import Any

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.compared import same
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference, Sitting
from conference_tui.conference.subjects.by_kind import changes, keep, put, refused
from conference_tui.conference.subjects.telling import Told, because, quoted, says
from conference_tui.conference.text import one_line, say_date, say_time


@refused.register
def _(event: e.ChairChanged, conference: Conference, _: Procedure) -> str:
    if not event.chair:
        return "Say who chairs now."
    if same(event.chair, conference.chair):
        return f"{event.chair} is in the chair already."
    before = conference.chairs[-1] if conference.chairs else None
    if before and before.on == event.on and event.at < before.at:
        return f"The chair changed at {before.at:%H:%M}; this was after it."
    return ""


@refused.register
def _(event: e.ConferenceAdjourned, conference: Conference, _: Procedure) -> str:
    if not event.reason:
        return "Say why it is adjourned."
    if not event.safeguards:
        return "Say what keeps the child safe until it meets again."
    if event.until and conference.held and event.until < conference.held:
        return f"{say_date(event.until)} is before the conference, on {say_date(conference.held)}."
    return ""


@refused.register
def _(event: e.ConferenceResumed, conference: Conference, _: Procedure) -> str:
    sitting = conference.adjourned
    if sitting is None:
        return "The conference is not adjourned."
    if sitting.on and event.on < sitting.on:
        return f"{say_date(event.on)} is before {say_date(sitting.on)}, when it was adjourned."
    if event.on == sitting.on and event.at < sitting.adjourned.at:
        return f"It was adjourned at {sitting.adjourned.at:%H:%M}; it goes on after that."
    return ""


@refused.register
def _(event: e.InquorateProceeded, _: Conference, __: Procedure) -> str:
    if not event.reason:
        return "Going ahead without a quorum needs the chair's reason."
    return "" if event.safeguards else "Say what keeps the child safe until the missing views are in."


@refused.register
def _(event: e.ReasonGiven, conference: Conference, _: Procedure) -> str:
    if event.matter == "quorum" and conference.inquorate is None:
        return (
            "Going ahead without a quorum also needs what keeps the child safe: record it at the apologies."
        )
    return "" if event.reason else "A reason cannot be empty: it is printed."


def _adjourned(state: Conference, event: e.ConferenceAdjourned) -> dict[str, Any]:
    """Everybody leaves; who was here is kept with the times."""
    presence = {
        someone: stay if stay.left is not None else replace(stay, left=event.at)
        for someone, stay in state.presence.items()
    }
    sitting = Sitting(on=state.held, adjourned=event)
    return {"sittings": (*state.sittings, sitting), "presence": MappingProxyType(presence)}


def _resumed(state: Conference, event: e.ConferenceResumed) -> dict[str, Any]:
    """What is counted from the conference is counted from the day on which it decided."""
    sitting = state.adjourned
    if sitting is None:
        return {}
    held = state.held if state.decisions else event.on
    return {
        "sittings": (*state.sittings[:-1], replace(sitting, resumed=event)),
        "arranged": replace(state.arranged, held=held),
        "at_the_apologies": frozenset(),
    }


keep(e.InquorateProceeded, "inquorate")
changes(e.ChairChanged, lambda s, ev: {"chairs": (*s.chairs, ev)})
changes(e.ConferenceAdjourned, _adjourned)
changes(e.ConferenceResumed, _resumed)
changes(e.ReasonGiven, lambda s, ev: {"reasons": put(s.reasons, ev.matter, ev.reason)})
keep(e.ConferenceClosed, "closed")


def _adjourned_told(event: e.ConferenceAdjourned, _: Told) -> str:
    until = f" until {say_date(event.until)}" if event.until else ""
    return (
        f"The conference was adjourned at {say_time(event.at)}{until}.{because(event.reason)} "
        f"Until then: {quoted(event.safeguards)}"
    )


_MATTERS = {
    "participation": "how a child takes part",
    "met": "a meeting before the conference",
    "responsibility": "parental responsibility",
    "online": "somebody attending from afar",
    "quorum": "the quorum",
    "presence": "who is here",
    "education": "education",
    "introductions": "the introductions",
    "slot": "the closed slot",
    "views": "the child's words",
    "low": "a low score",
    "decision": "the decision",
    "social care view": "the view of social care",
    "category": "the category",
    "chair's reason": "the chair's reason",
    "key worker": "the lead social worker",
    "contingency": "the contingency plan",
    "actions": "the actions",
    "visits": "the visits",
    "worries": "worries without an action",
    "core group": "the core group",
    "members": "the members of the core group",
    "review": "the review",
    "early review": "an early review",
    "last conference": "the conference before",
    "earlier plan": "the plan that is reviewed",
    "actions reviewed": "the actions of the last plan",
    "core group withdrawn": "the core group that is not held",
    "progress": "progress",
    "barriers": "barriers",
    "new_worries": "new worries",
    "services": "other services",
    "no_progress": "no progress",
    "family_meeting": "a family group decision-making meeting",
    "ending_first": "an end at the first review",
    "ending_inquorate": "an end without a quorum",
    "continuing": "a plan that goes on",
    "step_down": "support after the plan",
    "birth plan": "the plan for the birth",
    "unborn name": "the name of an unborn child",
    "moved": "a limit that a birth has moved",
    "reissue": "documents from before a birth",
    "independent": "a chair with a part in the case",
    "adjourned": "an adjournment",
    "exclusion told": "what somebody who is kept out was told",
    "exclusion views": "the views of somebody who is kept out",
    "exclusion request": "a late request to keep somebody out",
    "exclusion here": "somebody who is kept out and is here",
    "late": "a day after its limit",
    "brought forward": "a review that is brought forward",
    "pack": "the pack of the transfer",
}


def _reason(event: e.ReasonGiven, told: Told) -> str:
    matter, _, of = event.matter.partition(":")
    whose = f", {told.name(of)}" if told.name(of) != of else ""
    about = _MATTERS.get(matter, one_line(event.matter))
    return f"The chair's reason for going on ({about}{whose}): {quoted(event.reason)}"


says(
    e.ChairChanged,
    lambda ev, _: (
        f"{one_line(ev.chair)} chairs since {f'{say_date(ev.on)} ' if ev.on else ''}{say_time(ev.at)}."
        f"{because(ev.reason)}"
    ),
)
says(e.ConferenceAdjourned, _adjourned_told)
says(e.ConferenceResumed, lambda ev, _: f"The conference went on at {say_time(ev.at)}, {say_date(ev.on)}")
says(
    e.InquorateProceeded,
    lambda ev, _: (
        f"The chair went on without a quorum.{because(ev.reason)} Until then: {quoted(ev.safeguards)}"
    ),
)
says(e.ReasonGiven, _reason)
says(e.ConferenceClosed, lambda ev, _: f"The conference was closed at {say_time(ev.at)}")
