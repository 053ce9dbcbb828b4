"""The chair goes on without a quorum or for a reason, hands over, adjourns, takes up again, closes."""

from datetime import date, time

from conference_tui.conference.events.kinds import Event
from conference_tui.conference.events.roles import Id, Name, Sentence, Words


class InquorateProceeded(Event, frozen=True, kw_only=True):
    """The chair went on although the conference is not quorate, and why (BA-4)."""

    reason: Words
    safeguards: Words
    """What keeps the child safe until the missing views are in."""


class ChairChanged(Event, frozen=True, kw_only=True):
    """Somebody else chairs from now on (M16); what was decided before stays with who chaired then."""

    chair: Name
    at: time
    on: date | None = None
    """The day, where the conference was adjourned and went on at another one."""
    reason: Words = ""


class ConferenceAdjourned(Event, frozen=True, kw_only=True):
    """The conference was broken off, to go on at another time (BA-4)."""

    in_meeting_only = True

    at: time
    reason: Words
    safeguards: Words
    """What keeps each child safe until it meets again."""
    until: date | None = None


class ConferenceResumed(Event, frozen=True, kw_only=True):
    """The conference went on. Where nothing was decided before, this is the day on which it is held."""

    on: date
    at: time


class ReasonGiven(Event, frozen=True, kw_only=True):
    """The chair's typed reason for going on although something is missing or late; it is printed."""

    matter: Id
    """Which reminder it answers, by its key."""
    reason: Words
    says: Sentence = ""
    """What the reminder said then; empty in records of before."""


class ConferenceClosed(Event, frozen=True, kw_only=True):
    """The chair closed the meeting."""

    in_meeting_only = True

    at: time
