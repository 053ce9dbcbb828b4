"""The dates of a conference: what is due when, by which rule, counted from which day (BA-3, BA-22).

Each date is reckoned by a limit of the procedure, and keeps what it was reckoned from: the day that was
counted from, the bank holidays left out, and which of two limits governed. Where the table of bank holidays
ends, no date is given (M8).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import msgspec

from conference_tui.conference.events import Kind
from conference_tui.conference.procedure import EventId, Limit, Procedure, SecondLimit, Unit
from conference_tui.conference.text import listed, say_date, say_time
from conference_tui.conference.working_days import (
    ONE_DAY,
    SATURDAY,
    Calendar,
    Holiday,
    HolidaysUnknownError,
    add_months,
    add_working_days,
    pulled_back,
    working_day_number,
)

__all__ = [
    "Calendar",
    "Deadline",
    "Holiday",
    "HolidaysUnknownError",
    "Standing",
    "add_months",
    "add_working_days",
    "conference_dates",
    "core_group_series",
    "day_warning",
    "deadline",
    "minutes_advice",
    "pulled_back",
    "standing",
    "working_day_number",
]

Happened = Mapping[EventId, dt.date]
"""The days of what has happened or is booked; what is not in it is not known."""

BEYOND_ALL = "the calendar ends before it"
"""Why there is no date where even the years end."""

_UNITS: dict[Unit, str] = {
    "working_days": "working day",
    "calendar_days": "day",
    "months": "month",
    "hours": "hour",
}
_EVENTS: dict[EventId, str] = {
    "notification": "the notification",
    "strategy_discussion": "the strategy discussion",
    "conference": "the conference",
    "close": "the close",
    "core_group": "the core group",
    "visit": "the visit",
    "review": "the review",
    "birth": "the birth",
    "minutes_sent": "the minutes were sent",
}


class Deadline(msgspec.Struct, frozen=True, kw_only=True):
    """When something is due, and how that was reckoned."""

    key: str
    """The limit's key in the procedure, such as ``first_review``."""
    what: str
    """What is due, in the procedure's words."""
    date: dt.date | None
    """The last day that is in time; None where the bank holidays are not known."""
    at: dt.datetime | None = None
    """The last moment, for a limit in hours; by the clock on the wall, as the closing time was given."""
    day0: dt.date
    """The day counted from."""
    rule: str
    """How it is counted: "15 working days after Thu 12 Nov 2026"."""
    skipped: tuple[Holiday, ...] = ()
    """Bank holidays left out in the counting, or that the limit was pulled back from."""
    pulled_back_from: dt.date | None = None
    """The day that is not a working day, on which the limit would have fallen."""
    governed_by: str = ""
    """Which of several limits is the earliest: "90 days"; empty where there is only one."""
    is_tie: bool = False
    """Whether several limits fall on that day; ``governed_by`` then names them all."""
    assumes: str = ""
    """What was taken as given because it has not happened: what it follows is on its last day."""
    unknown: str = ""
    """Why there is no date, or what may still bring it forward."""
    source: str = ""
    """The key of the limit's source in the procedure."""

    @property
    def sentence(self) -> str:
        """The rule with everything that moved the date: each printed deadline carries it."""
        parts = [self.rule]
        if self.governed_by:
            falls = "fall on the same day" if self.is_tie else "falls first"
            parts.append(f"{self.governed_by} {falls}")
        if self.pulled_back_from:
            parts.append(f"{say_date(self.pulled_back_from)} is not a working day, so the one before it")
        if self.skipped:
            holidays = [f"{say_date(holiday.date)} ({holiday.title})" for holiday in self.skipped]
            parts.append(f"not counted: {listed(holidays)}")
        parts += [part for part in (self.assumes, self.unknown) if part]
        return "; ".join(parts)

    @property
    def when(self) -> str:
        """The date as it is shown, with the time where there is one, or why there is none."""
        if self.at:
            return f"{say_date(self.at)} {say_time(self.at.time())}"
        return say_date(self.date) if self.date else self.unknown


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """How a day on which something was done, or is booked, stands to its limit."""

    in_time: bool | None
    """None where it cannot be told."""
    late_by: int | None
    """Working days after the limit, 0 in time; None where it cannot be told."""
    sentence: str


class _Landing(msgspec.Struct, frozen=True, kw_only=True):
    """Where one of the limits falls before it is pulled back."""

    day0: dt.date
    day: dt.date
    amount: str
    unit: Unit


def deadline(
    limit: Limit,
    calendar: Calendar,
    day0: dt.date | dt.datetime,
    *,
    happened: Happened | None = None,
    assumes: str = "",
) -> Deadline:
    """When ``limit`` falls, counted from ``day0``.

    A limit in hours needs a datetime. ``happened`` gives the days that a second limit counts from. Beyond the
    table of bank holidays the date is None and ``unknown`` says so. Raises TypeError for hours from a date.
    """
    if limit.unit == "hours":
        return _hours(limit, day0)
    start = day0.date() if isinstance(day0, dt.datetime) else day0
    rule, waiting = _rule(limit, start, happened or {})
    reckoned = Deadline(
        key=limit.key,
        what=limit.what,
        date=None,
        day0=start,
        rule=rule,
        assumes=assumes,
        unknown=waiting,
        source=limit.source,
    )
    try:
        return _earliest(reckoned, limit, calendar, happened or {})
    except HolidaysUnknownError as unknown:
        return msgspec.structs.replace(reckoned, unknown=str(unknown))
    except OverflowError:
        return msgspec.structs.replace(reckoned, unknown=BEYOND_ALL)


def _hours(limit: Limit, closed: dt.date) -> Deadline:
    if not isinstance(closed, dt.datetime):
        raise TypeError(f"The limit {limit.key} is in hours: it is counted from a time, not from a day.")
    count = -limit.count if limit.direction == "before" else limit.count
    close = f"{say_date(closed)} {say_time(closed.time())}"
    reckoned = Deadline(
        key=limit.key,
        what=limit.what,
        date=None,
        day0=closed.date(),
        rule=f"{_amount(limit.count, 'hours')} {limit.direction} {close}",
        source=limit.source,
    )
    try:
        at = closed + dt.timedelta(hours=count)
    except OverflowError:
        return msgspec.structs.replace(reckoned, unknown=BEYOND_ALL)
    return msgspec.structs.replace(reckoned, date=at.date(), at=at)


def _earliest(reckoned: Deadline, limit: Limit, calendar: Calendar, happened: Happened) -> Deadline:
    landings = [_landing(limit, limit.direction, calendar, reckoned.day0)]
    for second in limit.also:
        start = happened.get(second.from_) if second.from_ else reckoned.day0
        if start is not None:
            landings.append(_landing(second, limit.direction, calendar, start))
    fallen = min(landings, key=lambda landing: landing.day)
    day = pulled_back(calendar, fallen.day) if limit.pull_back else fallen.day
    governs = [landing.amount for landing in landings if landing.day == fallen.day]
    return msgspec.structs.replace(
        reckoned,
        date=day,
        day0=fallen.day0,
        skipped=_skipped(calendar, fallen, day),
        pulled_back_from=fallen.day if day != fallen.day else None,
        governed_by=listed(governs) if len(landings) > 1 else "",
        is_tie=len(governs) > 1,
    )


def _landing(limit: Limit | SecondLimit, direction: str, calendar: Calendar, day0: dt.date) -> _Landing:
    count = -limit.count if direction == "before" else limit.count
    match limit.unit:
        case "working_days":
            day = add_working_days(calendar, day0, count)
        case "months":
            day = add_months(day0, count)
        case _:
            day = day0 + count * ONE_DAY
    return _Landing(day0=day0, day=day, amount=_amount(limit.count, limit.unit), unit=limit.unit)


def _skipped(calendar: Calendar, fallen: _Landing, day: dt.date) -> tuple[Holiday, ...]:
    """Bank holidays that the counting passed over, then those the limit was pulled back over."""
    counted: tuple[Holiday, ...] = ()
    if fallen.unit == "working_days":
        counted = calendar.bank_holidays(min(fallen.day0, fallen.day), max(fallen.day0, fallen.day))
    return counted + calendar.bank_holidays(day, fallen.day + ONE_DAY)


def _amount(count: int, unit: Unit) -> str:
    return f"{count} {_UNITS[unit]}{'' if count == 1 else 's'}"


def _rule(limit: Limit, day0: dt.date, happened: Happened) -> tuple[str, str]:
    """The rule in words, and what is still to come that may bring it forward."""
    of_day0 = [_amount(limit.count, limit.unit)]
    elsewhere, waiting = [], []
    for second in limit.also:
        amount = _amount(second.count, second.unit)
        if second.from_ is None:
            of_day0.append(amount)
        elif (start := happened.get(second.from_)) is not None:
            elsewhere.append(f"{amount} {limit.direction} {_EVENTS[second.from_]} on {say_date(start)}")
        else:
            waiting.append(f"{amount} {limit.direction} {_EVENTS[second.from_]} may be earlier")
    parts = [f"{listed(of_day0)} {limit.direction} {say_date(day0)}", *elsewhere]
    earlier = "the earlier of " if len(of_day0) + len(elsewhere) > 1 else ""
    return f"{earlier}{listed(parts)}", "; ".join(waiting)


def standing(due: Deadline, done: dt.date | dt.datetime, calendar: Calendar) -> Standing:
    """Whether something done or booked on that day is in time, and else by how many working days it is late.

    For a limit in hours ``done`` is a datetime; a day alone counts as its first moment.
    """
    if due.date is None:
        return Standing(in_time=None, late_by=None, sentence=f"cannot be told: {due.unknown}")
    day = done.date() if isinstance(done, dt.datetime) else done
    if done <= due.at if due.at and isinstance(done, dt.datetime) else day <= due.date:
        return Standing(in_time=True, late_by=0, sentence="in time")
    try:
        late_by = working_day_number(calendar, due.date, day)
    except HolidaysUnknownError as unknown:
        sentence = f"late, by how many working days cannot be told: {unknown}"
        return Standing(in_time=False, late_by=None, sentence=sentence)
    by = f"by {_amount(late_by, 'working_days')}" if late_by else "by less than a working day"
    return Standing(in_time=False, late_by=late_by, sentence=f"late {by}")


def day_warning(calendar: Calendar, held: dt.date) -> str:
    """What is unusual about a conference on that day; empty where nothing is (M7)."""
    if held.weekday() >= SATURDAY:
        return (
            f"{say_date(held)} is at a weekend: check the date. "
            "The children in need census refuses a conference at a weekend (rule 8875)."
        )
    try:
        if calendar.is_working(held):
            return ""
    except HolidaysUnknownError as unknown:
        return f"{say_date(held)}: {unknown}. Check the date, and every date counted from it."
    return f"{say_date(held)} is a bank holiday ({calendar.holidays[held]}): check the date."


def core_group_series(
    procedure: Procedure, calendar: Calendar, first: dt.date, until: dt.date
) -> tuple[Deadline, ...]:
    """The limits of the core groups that follow one on ``first``, up to and with the day ``until``.

    Each is counted from the one before (BA-22). Where the bank holidays are not known, the series ends with
    one that has no date.
    """
    limit = procedure.limit("later_core_group")
    series: list[Deadline] = []
    previous = first
    while True:
        following = deadline(limit, calendar, previous)
        if following.date is None:
            return (*series, following)
        if following.date > until:
            return tuple(series)
        series.append(following)
        previous = following.date


def minutes_advice(minutes: Deadline, review: dt.date) -> str:
    """A reminder where the minutes are not due before the review that needs them; empty otherwise."""
    if minutes.date is None or minutes.date < review:
        return ""
    return (
        f"The minutes are due on {say_date(minutes.date)}, and the review is on {say_date(review)}: "
        "send them before it."
    )


_BEFORE_THE_ROOM = ("exclusion_request", "invitation_list")
_AFTERWARDS = ("letter", "outline_plan", "first_visit", "first_core_group", "later_core_group")
_RECORD = ("minutes", "corrections", "dissent")
_KEYS: dict[Kind, tuple[str, ...]] = {
    Kind.INITIAL: (
        "conference",
        "reports_initial",
        *_BEFORE_THE_ROOM,
        *_AFTERWARDS,
        "cin_first_meeting",
        "first_review",
        "later_review",
        *_RECORD,
    ),
    Kind.PRE_BIRTH: (
        "conference",
        "reports_initial",
        *_BEFORE_THE_ROOM,
        *_AFTERWARDS,
        "cin_first_meeting",
        "pre_birth_review",
        "later_review",
        *_RECORD,
    ),
    Kind.REVIEW: (
        "reports_review",
        *_BEFORE_THE_ROOM,
        "letter",
        "outline_plan",
        "later_core_group",
        "visits",
        "cin_first_meeting",
        "later_review",
        *_RECORD,
    ),
}
_STANDS_FOR: dict[EventId, tuple[str, ...]] = {
    "core_group": ("first_core_group",),
    "minutes_sent": ("minutes",),
    "review": ("first_review", "pre_birth_review"),
}
"""Where an event has not happened: the limit by which it will have, at the latest."""


def conference_dates(
    procedure: Procedure,
    calendar: Calendar,
    kind: Kind,
    *,
    event: dt.date | None = None,
    held: dt.date | None = None,
    happened: Mapping[EventId, dt.date] | None = None,
    previous: Kind = Kind.INITIAL,
) -> list[Deadline]:
    """Every date of a conference that can be told, in the order of the procedure's work.

    ``event`` is what the conference is counted from: for an initial or a pre-birth conference the event that
    the procedure names (BA-3: the strategy discussion; HF-2: the notification), for a review the conference
    before it, of the kind ``previous``. Either way the conference's own limit has the key ``conference``.
    ``held`` is its own day. ``happened`` gives what else is known: the
    first core group booked, the review booked, the minutes sent, the birth, the close (a datetime). Where a
    core group, a review or the sending of the minutes is not known, its limit stands for it and ``assumes``
    says so. A limit whose event is not known, and that nothing stands for, is left out.
    """
    known: dict[EventId, dt.date] = dict(happened or {})
    found: dict[str, Deadline] = {}
    if held is not None:
        known["conference"] = held
        if kind is Kind.REVIEW:
            known["review"] = held
    if kind is Kind.REVIEW and event is not None:
        limit = procedure.limit(_review_limit(previous))
        due = deadline(limit, calendar, event, happened=known)
        found["conference"] = msgspec.structs.replace(due, key="conference")
    elif event is not None:
        known[procedure.limit("conference").from_] = event
    for key in _KEYS[kind]:
        if key in procedure.limits and (following := _due(procedure.limit(key), calendar, known, found)):
            found[key] = following
    return list(found.values())


def _review_limit(previous: Kind) -> str:
    limits = {Kind.INITIAL: "first_review", Kind.PRE_BIRTH: "pre_birth_review", Kind.REVIEW: "later_review"}
    return limits[previous]


def _due(limit: Limit, calendar: Calendar, known: Happened, found: dict[str, Deadline]) -> Deadline | None:
    day0 = known.get(limit.from_)
    if day0 is not None:
        return deadline(limit, calendar, day0, happened=known)
    for key in _STANDS_FOR.get(limit.from_, ()):
        if key in found:
            return _counted_from(found[key], limit, calendar, known)
    return None


def _counted_from(latest: Deadline, limit: Limit, calendar: Calendar, known: Happened) -> Deadline:
    """The limit, counted from the last day on which what it follows may be."""
    assumes = f"counted from the last day for “{latest.what}”"
    if latest.date is not None:
        return deadline(limit, calendar, latest.date, happened=known, assumes=assumes)
    return Deadline(
        key=limit.key,
        what=limit.what,
        date=None,
        day0=latest.day0,
        rule=f"{_amount(limit.count, limit.unit)} {limit.direction} the last day for “{latest.what}”",
        unknown=latest.unknown,
        source=limit.source,
    )
