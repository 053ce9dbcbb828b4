"""The meetings that follow: the first core group, the review, a child in need meeting (BA-22)."""

from datetime import date, time

from conference_tui.conference.events.kinds import Event
from conference_tui.conference.events.roles import AChild, Part, Someone, Venue, Words


class CoreGroupBooked(Event, frozen=True, kw_only=True):
    """The first core group (BA-22)."""

    on: date
    at: time | None = None
    venue: Venue = ""
    chaired_by: Someone = ""
    later_chaired_by: Someone = ""

    parts_told = (Part("chaired_by", "Chaired by"), Part("later_chaired_by", "Later ones by"))


class ReviewBooked(Event, frozen=True, kw_only=True):
    """The review conference (BA-22, HF-3)."""

    on: date
    at: time | None = None
    reason: Words = ""
    """Why it is brought forward, where it is."""


class InNeedMeetingBooked(Event, frozen=True, kw_only=True):
    """The first child in need meeting of a child stepping down or not up."""

    child: AChild
    on: date
    at: time | None = None
