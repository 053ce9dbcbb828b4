"""The meetings that follow: the first core group, the review, a child in need meeting (BA-22)."""

from datetime import date, time

from conference_tui.conference.events.kinds import Event


class CoreGroupBooked(Event, frozen=True, kw_only=True):
    """The first core group (BA-22)."""

    on: date
    at: time | None = None
    venue: str = ""
    chaired_by: str = ""
    later_chaired_by: str = ""


class ReviewBooked(Event, frozen=True, kw_only=True):
    """The review conference (BA-22, HF-3)."""

    on: date
    at: time | None = None
    reason: str = ""
    """Why it is brought forward, where it is."""


class InNeedMeetingBooked(Event, frozen=True, kw_only=True):
    """The first child in need meeting of a child stepping down or not up."""

    child: str
    on: date
    at: time | None = None
