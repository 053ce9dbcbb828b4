"""What is refused after the close: of addenda, a birth, complaints."""

from datetime import date

from conference_tui.conference import events as e
from conference_tui.conference.compared import same
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.rules.by_kind import refused
from conference_tui.conference.rules.setting_up import COLON
from conference_tui.conference.state import Conference
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
