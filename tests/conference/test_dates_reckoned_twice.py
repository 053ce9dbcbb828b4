"""Dates against a second reckoning, which walks through a list of days."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conference_tui.conference.dates import (
    Calendar,
    HolidaysUnknownError,
    add_months,
    add_working_days,
    pulled_back,
    working_day_number,
)
from tests.conference.reckoning import CALENDAR, due

seeded = settings(derandomize=True, deadline=None, max_examples=300)
TEN_YEARS = [dt.date(2018, 1, 1) + dt.timedelta(days=n) for n in range(3652)]
WORKING = [day for day in TEN_YEARS if day.strftime("%w") not in "06" and day not in CALENDAR.holidays]
DAYS = st.dates(dt.date(2018, 7, 1), dt.date(2027, 6, 30))


@seeded
@given(DAYS, st.integers(1, 60))
def test_the_nth_working_day_is_the_nth_of_the_list(day0: dt.date, count: int) -> None:
    """BA-3, BA-22: over ten years, forwards and backwards."""
    assert add_working_days(CALENDAR, day0, count) == [day for day in WORKING if day > day0][count - 1]
    assert add_working_days(CALENDAR, day0, -count) == [day for day in WORKING if day < day0][-count]


@seeded
@given(DAYS, st.integers(0, 300))
def test_the_number_of_a_day_counts_the_list(day0: dt.date, later: int) -> None:
    """BA-3: the number of a working day is how many of them lie after day 0, up to and with it."""
    day = min(day0 + dt.timedelta(days=later), TEN_YEARS[-1])
    assert working_day_number(CALENDAR, day0, day) == sum(day0 < each <= day for each in WORKING)


@seeded
@given(DAYS)
def test_a_limit_is_pulled_back_to_the_last_working_day(day: dt.date) -> None:
    """BA-22: never rolled forward."""
    assert pulled_back(CALENDAR, day) == [each for each in WORKING if each <= day][-1]


@seeded
@given(DAYS, st.integers(1, 60))
def test_the_holidays_told_are_those_of_the_list(day0: dt.date, count: int) -> None:
    """BA-22: each weekday between day 0 and the date that is no working day is told, and no other."""
    found = due("minutes", day0, count=count)
    assert found.date is not None
    between = [day for day in TEN_YEARS if day0 < day < found.date and day.strftime("%w") not in "06"]
    assert [each.date for each in found.skipped] == [day for day in between if day not in WORKING]


@seeded
@given(DAYS)
def test_the_first_review_is_never_after_either_limit(held: dt.date) -> None:
    """BA-3, HF-3, BR-1: a working day, not after 90 days nor three months, and the last that is."""
    review = due("first_review", held).date
    month = held.month + 3
    end = dt.date(held.year + (month > 12), (month - 1) % 12 + 1, 1)
    same_month = [day for day in TEN_YEARS if (day.year, day.month) == (end.year, end.month)]
    three_months = [day for day in same_month if day.day <= held.day][-1]
    limit = min(three_months, held + dt.timedelta(days=90))
    assert review == [day for day in WORKING if day <= limit][-1]


@seeded
@given(DAYS, st.integers(-24, 24))
def test_months_keep_the_day_or_clamp_it(day: dt.date, count: int) -> None:
    """The day of the month stays, or is the last of a shorter month."""
    moved = add_months(day, count)
    assert (moved.year - day.year) * 12 + moved.month - day.month == count
    assert moved.day == day.day or (
        moved.day < day.day and (moved + dt.timedelta(days=1)).month != moved.month
    )


@seeded
@given(st.dates(dt.date(2019, 1, 1), dt.date(2027, 10, 31)), st.integers(1, 30))
def test_a_calendar_never_answers_beyond_its_years(day0: dt.date, count: int) -> None:
    """M8: with a table of one year, whatever leaves it is unknown, and the rest is as in the whole table."""
    short = Calendar(CALENDAR.holidays, first_year=2022, last_year=2022)
    whole = add_working_days(CALENDAR, day0, count)
    crossed = [day for day in TEN_YEARS if day0 < day <= whole and day.weekday() < 5 and day.year != 2022]
    if crossed:
        with pytest.raises(HolidaysUnknownError):
            add_working_days(short, day0, count)
    else:
        assert add_working_days(short, day0, count) == whole
