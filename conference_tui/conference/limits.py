"""When something is due: one limit of the procedure, counted from one day (BA-3, BA-5, BA-22).

A deadline keeps what it was reckoned from: the day that was counted from, the bank holidays left out, and
which of two limits governed. Where the table of bank holidays ends, no date is given (M8).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import msgspec

from conference_tui.conference.procedure_limits import EventId, Limit, SecondLimit, Unit
from conference_tui.conference.text import listed, say_date, say_time
from conference_tui.conference.working_days import (
    ONE_DAY,
    Calendar,
    Holiday,
    HolidaysUnknownError,
    add_months,
    add_working_days,
    pulled_back,
    working_day_number,
)

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
    "transfer": "the written notification of the transfer",
    "conference": "the conference",
    "close": "the close",
    "core_group": "the core group",
    "visit": "the visit",
    "review": "the review",
    "birth": "the birth",
    "expected_birth": "the expected date of birth",
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
    rule, waiting = _rule(limit, start, calendar, happened or {})
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
        rule=f"{in_words(limit.count, 'hours')} {limit.direction} {close}",
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
    return _Landing(day0=day0, day=day, amount=in_words(limit.count, limit.unit), unit=limit.unit)


def _skipped(calendar: Calendar, fallen: _Landing, day: dt.date) -> tuple[Holiday, ...]:
    """Bank holidays that the counting passed over, then those the limit was pulled back over."""
    counted: tuple[Holiday, ...] = ()
    if fallen.unit == "working_days":
        counted = calendar.bank_holidays(min(fallen.day0, fallen.day), max(fallen.day0, fallen.day))
    return counted + calendar.bank_holidays(day, fallen.day + ONE_DAY)


def in_words(count: int, unit: Unit) -> str:
    """A count with its unit: "15 working days"."""
    return f"{count} {_UNITS[unit]}{'' if count == 1 else 's'}"


def _rule(limit: Limit, day0: dt.date, calendar: Calendar, happened: Happened) -> tuple[str, str]:
    """The rule in words, and what is still to come that may bring it forward."""
    of_day0 = [in_words(limit.count, limit.unit)]
    elsewhere, waiting = [], []
    for second in limit.also:
        amount = in_words(second.count, second.unit)
        if second.from_ is None:
            of_day0.append(amount)
        elif (start := happened.get(second.from_)) is not None:
            elsewhere.append(f"{amount} {limit.direction} {_EVENTS[second.from_]} on {say_date(start)}")
        else:
            foreseen = _foreseen(limit, second, calendar, happened)
            waiting.append(f"{amount} {limit.direction} {_EVENTS[second.from_]} may be earlier{foreseen}")
    parts = [f"{listed(of_day0)} {limit.direction} {say_date(day0)}", *elsewhere]
    earlier = "the earlier of " if len(of_day0) + len(elsewhere) > 1 else ""
    return f"{earlier}{listed(parts)}", "; ".join(waiting)


def _foreseen(limit: Limit, second: SecondLimit, calendar: Calendar, happened: Happened) -> str:
    """Where a limit from the birth would fall if the child is born on the day that is expected."""
    expected = happened.get("expected_birth")
    if second.from_ != "birth" or expected is None:
        return ""
    try:
        day = _landing(second, limit.direction, calendar, expected).day
        day = pulled_back(calendar, day) if limit.pull_back else day
    except (HolidaysUnknownError, OverflowError):
        return ""
    return f": {say_date(day)} if the child is born as expected on {say_date(expected)}"


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
    by = f"by {in_words(late_by, 'working_days')}" if late_by else "by less than a working day"
    return Standing(in_time=False, late_by=late_by, sentence=f"late {by}")
