"""After the close: what is refused of addenda, a birth, complaints, what they change, how they are told."""

from datetime import date
from typing import Any

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.compared import same
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Birth, Complaint, Conference
from conference_tui.conference.subjects.by_kind import changes, keep_by, put, refused
from conference_tui.conference.subjects.setting_up import COLON
from conference_tui.conference.subjects.telling import quoted, says
from conference_tui.conference.text import say_date


@refused.register
def _(event: e.ChildBorn, conference: Conference, _: Procedure) -> str:
    child = conference.children.get(event.child)
    if child is None or child.expected is None:
        return "A birth is entered of a child that was expected. Enter the expected date first."
    if ":" in event.name:
        return COLON
    others = [each for each in conference.children.values() if each.id != event.child]
    if event.name and any(same(each.name, event.name) for each in others):
        return f"There is already a child called {event.name}. Add something that tells the two apart."
    return ""


@refused.register
def _(event: e.AddendumAdded, conference: Conference, _: Procedure) -> str:
    if conference.closed is None:
        return "An addendum comes after the close. Until then, record it where it belongs."
    if event.addendum in conference.addenda:
        return "That addendum stands. Add another one."
    if not event.words:
        return "Nothing was typed."
    return _since_the_meeting(event.on, conference) if event.by else "Say who adds it."


@refused.register
def _(event: e.ComplaintReceived, conference: Conference, _: Procedure) -> str:
    if not event.person:
        return "Say who complains."
    if not event.words:
        return "Say what the complaint is about."
    return _since_the_meeting(event.on, conference)


@refused.register
def _(event: e.ComplaintDecided, conference: Conference, _: Procedure) -> str:
    complaint = conference.complaints.get(event.complaint)
    if complaint is None:
        return "There is no such complaint. Record first that it was received."
    if not event.outcome:
        return "Say what came of the complaint."
    received = complaint.received.on
    if event.on < received:
        return f"{say_date(event.on)} is before the complaint was received, on {say_date(received)}."
    return ""


def _since_the_meeting(day: date, conference: Conference) -> str:
    """What comes after a conference is not dated before it."""
    if conference.held and day < conference.held:
        return f"{say_date(day)} is before the conference, on {say_date(conference.held)}."
    return ""


def _born(state: Conference, event: e.ChildBorn) -> dict[str, Any]:
    child = state.children.get(event.child)
    if child is None:
        return {}
    born = replace(child, born=event.born, name=event.name or child.name, sex=event.sex or child.sex)
    after_close = state.closed is not None
    birth = Birth(told=event, documents=len(state.documents), after_close=after_close)
    return {
        "children": put(state.children, event.child, born),
        "births": put(state.births, event.child, birth),
    }


def _complaint(state: Conference, event: e.ComplaintReceived) -> dict[str, Any]:
    before = state.complaints.get(event.complaint)
    complaint = Complaint(received=event, decided=before.decided if before else None)
    return {"complaints": put(state.complaints, event.complaint, complaint)}


def _complaint_decided(state: Conference, event: e.ComplaintDecided) -> dict[str, Any]:
    before = state.complaints.get(event.complaint)
    if before is None:
        return {}
    return {"complaints": put(state.complaints, event.complaint, replace(before, decided=event))}


keep_by(e.AddendumAdded, "addenda", "addendum")
changes(e.ChildBorn, _born)
changes(e.ComplaintReceived, _complaint)
changes(e.ComplaintDecided, _complaint_decided)


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
