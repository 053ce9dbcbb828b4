"""The dates of a running conference: each limit, what is booked against it, and how the two stand."""

import datetime as dt
from collections.abc import Iterable, Mapping

from msgspec import Struct

from conference_tui.conference import dates
from conference_tui.conference.decision import dissents
from conference_tui.conference.events import Dissent, Kind, Outcome
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.procedure_limits import EventId
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_date
from conference_tui.conference.working_days import Calendar, HolidaysUnknownError, working_day_number


class Due(Struct, frozen=True, kw_only=True):
    """A limit, and what was done or booked about it."""

    deadline: dates.Deadline
    booked: dt.date | None = None
    standing: dates.Standing | None = None
    """How what is booked stands to the limit; None while nothing is."""
    working_day: int | None = None
    """On which working day after day 0 the booked day lies."""
    is_early: bool = False
    """Whether a review was brought forward (HF-3)."""

    @property
    def is_late(self) -> bool:
        """Whether what is booked lies beyond the limit: that needs a reason (BA-3, BA-22)."""
        return self.standing is not None and self.standing.in_time is False

    @property
    def needs_reason(self) -> str:
        """Why what is booked needs a reason: "late" or "brought forward"; empty where it needs none."""
        if self.is_late:
            return "late"
        return "brought forward" if self.is_early else ""


class Moved(Struct, frozen=True, kw_only=True):
    """A limit that is another one now, because something came to be known, such as a birth (HF-1)."""

    was: Due
    now: Due

    @property
    def sentence(self) -> str:
        """What it was and what it is, and whether what is booked is late for it now."""
        before, after = self.was.deadline, self.now.deadline
        late = ""
        if self.now.is_late and self.now.booked and self.now.standing:
            late = f" {say_date(self.now.booked)}, the day that is booked, is {self.now.standing.sentence}."
        return f"{after.what}: the limit was {before.when} and is {after.when} now.{late}"


def moved(before: Iterable[Due], after: Iterable[Due]) -> tuple[Moved, ...]:
    """Which limits of a conference are others after something than before it."""
    were = {due.deadline.key: due for due in before}
    return tuple(
        Moved(was=were[due.deadline.key], now=due)
        for due in after
        if due.deadline.key in were and were[due.deadline.key].deadline.date != due.deadline.date
    )


PLAN_ONLY = ("first_core_group", "later_core_group", "first_visit", "visits", "outline_plan")
REVIEWS = ("first_review", "pre_birth_review", "later_review")
"""The limits that a review can have; for the next one, the first of them that the conference is told."""

KEY_DATES: Mapping[str, str] = {
    "notification": "referral",
    "strategy_discussion": "strategy discussion",
    "transfer": "transfer",
}
"""By what a limit is counted from: the key date of the record that tells its day."""


def due_dates(conference: Conference, procedure: Procedure, calendar: Calendar) -> tuple[Due, ...]:
    """Every limit of this conference that can be told, in the order of the procedure's work.

    That of a review itself cannot be told without the conference before it (`LastConferenceGiven`).

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
        previous=conference.last_conference.kind if conference.last_conference else Kind.INITIAL,
    )
    return tuple(
        _due(deadline, conference, procedure, calendar)
        for deadline in known
        if _applies(deadline.key, conference)
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
        return conference.last_conference.held if conference.last_conference else None
    from_ = procedure.limit(dates.own_limit(conference.opened.kind)).from_ if conference.opened else ""
    given = conference.key_dates.get(KEY_DATES.get(from_, ""))
    return given.on if given else None


def _happened(conference: Conference) -> dict[EventId, dt.date]:
    happened: dict[EventId, dt.date] = {}
    if conference.core_group_booked:
        happened["core_group"] = conference.core_group_booked.on
    if conference.review_booked:
        happened["review"] = conference.review_booked.on
    if conference.closed and conference.held:
        happened["close"] = dt.datetime.combine(conference.held, conference.closed.at)
    children = conference.children.values()
    if born := [child.born for child in children if child.born and child.expected]:
        happened["birth"] = min(born)
    if expected := [child.expected for child in children if child.unborn and child.expected]:
        happened["expected_birth"] = min(expected)
    return happened


def _due(deadline: dates.Deadline, conference: Conference, procedure: Procedure, calendar: Calendar) -> Due:
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
        is_early=deadline.key in REVIEWS
        and conference.held is not None
        and dates.is_early(procedure, calendar, conference.held, booked),
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
