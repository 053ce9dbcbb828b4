"""The confidential slot: that it began and ended, and the copies of its own record (BA-11)."""

from datetime import date, time

from conference_tui.conference.events.kinds import Event
from conference_tui.conference.events.roles import Name, People, Words


class ClosedSlotBegan(Event, frozen=True, kw_only=True):
    """The confidential slot began: who left, who stayed (BA-11). What is said lies in a record of its own."""

    in_meeting_only = True
    stands = True

    at: time
    left: People
    stayed: People
    reason: Words = ""


class ClosedSlotEnded(Event, frozen=True, kw_only=True):
    """The confidential slot ended."""

    during_closed_slot = True
    stands = True

    at: time


class CopyNumbered(Event, frozen=True, kw_only=True):
    """A copy of the closed slot's record was handed out; stands in that record only (BA-11)."""

    stands = True

    copy: int
    """1 for the first; a number is never given twice."""
    holder: Name
    """Who holds it, as typed."""
    on: date
