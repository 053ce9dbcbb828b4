"""Sentences of what the chair does with the meeting: going on, handing over, adjourning, closing."""

from conference_tui.conference import events as e
from conference_tui.conference.text import one_line, say_date, say_time
from conference_tui.conference.timeline.telling import Told, says
from conference_tui.conference.timeline.words import because, quoted


def _adjourned(event: e.ConferenceAdjourned, _: Told) -> str:
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
says(e.ConferenceAdjourned, _adjourned)
says(e.ConferenceResumed, lambda ev, _: f"The conference went on at {say_time(ev.at)}, {say_date(ev.on)}")
says(
    e.InquorateProceeded,
    lambda ev, _: (
        f"The chair went on without a quorum.{because(ev.reason)} Until then: {quoted(ev.safeguards)}"
    ),
)
says(e.ReasonGiven, _reason)
says(e.ConferenceClosed, lambda ev, _: f"The conference was closed at {say_time(ev.at)}")
