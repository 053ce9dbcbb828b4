"""The dates of a running conference: each limit, what is booked against it, and how the two stand."""

import datetime as dt

from msgspec import Struct

from conference_tui.conference import dates
from conference_tui.conference.decision import dissents
from conference_tui.conference.events import Dissent, Kind, Outcome
from conference_tui.conference.procedure import EventId, Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.working_days import Calendar, HolidaysUnknownError, working_day_number


class Due(Struct, frozen=True, kw_only=True):
    """A limit, and what was done or booked about it."""

    deadline: dates.Deadline
    booked: dt.date | None = None
    standing: dates.Standing | None = None
    """How what is booked stands to the limit; None while nothing is."""
    working_day: int | None = None
    """On which working day after day 0 the booked day lies."""

    @property
    def is_late(self) -> bool:
        """Whether what is booked lies beyond the limit: that needs a reason (BA-3, BA-22)."""
        return self.standing is not None and self.standing.in_time is False


PLAN_ONLY = ("first_core_group", "later_core_group", "first_visit", "visits", "outline_plan")
REVIEWS = ("first_review", "pre_birth_review", "later_review")
"""The limits that a review can have; for the next one, the first of them that the conference is told."""


def due_dates(conference: Conference, procedure: Procedure, calendar: Calendar) -> tuple[Due, ...]:
    """Every limit of this conference that can be told, in the order of the procedure's work.

    Once there are decisions, limits that come with a child protection plan or a child in need plan stand there
    only if a child has one. That of a formal dissent stands there only if one was declared.
    """
    if conference.opened is None:
        return ()
    known = dates.conference_dates(
        procedure,
        calendar,
        conference.opened.kind,
        event=_counted_from(conference, procedure),
        held=conference.held,
        happened=_happened(conference),
    )
    return tuple(
        _due(deadline, conference, calendar) for deadline in known if _applies(deadline.key, conference)
    )


def _applies(key: str, conference: Conference) -> bool:
    if key == "dissent":
        return Dissent.FORMAL in dissents(conference)
    outcomes = {decided.made.outcome for decided in conference.decisions.values()}
    if not outcomes:
        return True
    if key in (*PLAN_ONLY, *REVIEWS):
        return Outcome.CHILD_PROTECTION in outcomes
    return key != "cin_first_meeting" or Outcome.CHILD_IN_NEED in outcomes


def _counted_from(conference: Conference, procedure: Procedure) -> dt.date | None:
    """The day the conference's own limit is counted from, by the event that the procedure names."""
    if conference.opened and conference.opened.kind is Kind.REVIEW:
        return None  # a review is counted from the conference before it, which this record does not hold
    what = "referral" if procedure.limit("conference").from_ == "notification" else "strategy discussion"
    given = conference.key_dates.get(what)
    return given.on if given else None


def _happened(conference: Conference) -> dict[EventId, dt.date]:
    happened: dict[EventId, dt.date] = {}
    if conference.core_group_booked:
        happened["core_group"] = conference.core_group_booked.on
    if conference.review_booked:
        happened["review"] = conference.review_booked.on
    if conference.closed and conference.held:
        happened["close"] = dt.datetime.combine(conference.held, conference.closed.at)
    if conference.opened and conference.opened.kind is Kind.PRE_BIRTH:
        born = [child.born for child in conference.children.values() if child.born and child.expected]
        if born:
            happened["birth"] = min(born)
    return happened


def _due(deadline: dates.Deadline, conference: Conference, calendar: Calendar) -> Due:
    booked = _booked(deadline.key, conference)
    if booked is None:
        return Due(deadline=deadline)
    try:
        number = working_day_number(calendar, deadline.day0, booked)
    except HolidaysUnknownError:
        number = None
    return Due(
        deadline=deadline,
        booked=booked,
        standing=dates.standing(deadline, booked, calendar),
        working_day=number,
    )


def _booked(key: str, conference: Conference) -> dt.date | None:
    if key == "conference":
        return conference.held
    if key == "first_core_group" and conference.core_group_booked:
        return conference.core_group_booked.on
    if conference.opened and key == dates.review_limit(conference.opened.kind):
        return conference.review_booked.on if conference.review_booked else None
    if key == "cin_first_meeting" and conference.in_need_meetings:
        return max(booked.on for booked in conference.in_need_meetings.values())
    return None
