"""Working days in England and Wales: Monday to Friday, not a bank holiday. Day 0 is the day of the event."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Mapping

import msgspec

ONE_DAY = dt.timedelta(days=1)
SATURDAY = 5


class HolidaysUnknownError(LookupError):
    """A date lies beyond the table of bank holidays, so it cannot be reckoned; nothing is guessed (M8)."""

    def __init__(self, year: int) -> None:
        self.year = year
        """The year whose bank holidays are not known."""
        super().__init__(f"bank holidays unknown for {year}")


class Holiday(msgspec.Struct, frozen=True):
    """A bank holiday."""

    date: dt.date
    title: str


class Calendar(msgspec.Struct, frozen=True):
    """The bank holidays that are known, and for which whole years they are known."""

    holidays: Mapping[dt.date, str]
    """Each bank holiday with its title."""
    first_year: int
    last_year: int

    def is_working(self, day: dt.date) -> bool:
        """Whether ``day`` is a working day. Raises HolidaysUnknownError for a weekday outside the table."""
        if day.weekday() >= SATURDAY:
            return False
        if not self.first_year <= day.year <= self.last_year:
            raise HolidaysUnknownError(day.year)
        return day not in self.holidays

    def bank_holidays(self, after: dt.date, before: dt.date) -> tuple[Holiday, ...]:
        """The bank holidays on weekdays that lie between two days, both of them left out."""
        return tuple(
            Holiday(day, self.holidays[day])
            for day in sorted(self.holidays)
            if after < day < before and day.weekday() < SATURDAY
        )


def add_working_days(calendar: Calendar, day0: dt.date, count: int) -> dt.date:
    """The ``count``-th working day after ``day0``, before it where ``count`` is negative; 0 is ``day0``.

    Raises HolidaysUnknownError when the counting leaves the table.
    """
    step = ONE_DAY if count > 0 else -ONE_DAY
    day = day0
    for _ in range(abs(count)):
        day += step
        while not calendar.is_working(day):
            day += step
    return day


def pulled_back(calendar: Calendar, day: dt.date) -> dt.date:
    """``day``, or the last working day before it: a limit is never rolled forward.

    Raises HolidaysUnknownError when the table does not tell.
    """
    while not calendar.is_working(day):
        day -= ONE_DAY
    return day


def working_day_number(calendar: Calendar, day0: dt.date, day: dt.date) -> int:
    """Which working day after ``day0`` a day is; one that is not a working day has the number before it.

    Negative for days before ``day0``. Raises HolidaysUnknownError when the counting leaves the table.
    """
    if day < day0:
        return -working_day_number(calendar, day, day0)
    number = 0
    while day0 < day:
        day0 += ONE_DAY
        number += calendar.is_working(day0)
    return number


def add_months(day: dt.date, count: int) -> dt.date:
    """The same day ``count`` months later, earlier where negative, clamped to the end of a shorter month.

    Raises OverflowError outside the years 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise OverflowError(f"there is no date in the year {year}")
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
