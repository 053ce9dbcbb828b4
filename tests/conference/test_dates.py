"""Every date with its rule: the reference cases, lateness, limits of which one governs."""

import datetime as dt
from typing import NamedTuple

import pytest

from conference_tui.conference.dates import (
    HolidaysUnknownError,
    add_working_days,
    core_group_series,
    day_warning,
    deadline,
    minutes_advice,
    standing,
    working_day_number,
)
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.text import say_date
from tests.conference.reckoning import BARNSLEY, CALENDAR, PLAIN, S1_HELD, S1_STRATEGY, S2_HELD, at, due

S2_STRATEGY = dt.date(2026, 12, 7)
M1_HELD = dt.date(2026, 11, 30)
M2_HELD = dt.date(2026, 8, 28)
M3_HELD = dt.date(2027, 11, 29)


class Case(NamedTuple):
    key: str
    day0: dt.date
    expected: str
    amount: int | None = None


CASES = [
    # S1: an initial conference on Tue 1 Dec 2026
    Case("conference", S1_STRATEGY, "Thu 3 Dec 2026"),
    Case("reports_initial", S1_HELD, "Fri 27 Nov 2026"),
    Case("letter", S1_HELD, "Wed 2 Dec 2026"),
    Case("outline_plan", S1_HELD, "Wed 2 Dec 2026"),
    Case("first_core_group", S1_HELD, "Tue 15 Dec 2026"),
    Case("first_visit", S1_HELD, "Tue 15 Dec 2026"),
    Case("cin_first_meeting", S1_HELD, "Tue 15 Dec 2026"),
    Case("later_core_group", dt.date(2026, 12, 10), "Thu 7 Jan 2027"),
    Case("later_core_group", dt.date(2026, 12, 15), "Tue 12 Jan 2027"),
    Case("minutes", S1_HELD, "Thu 31 Dec 2026"),
    Case("minutes", S1_HELD, "Tue 22 Dec 2026", amount=15),
    Case("corrections", dt.date(2026, 12, 31), "Fri 15 Jan 2027"),
    Case("first_review", S1_HELD, "Mon 1 Mar 2027"),
    Case("later_review", dt.date(2027, 2, 23), "Mon 23 Aug 2027"),
    # S2: over Christmas, Tue 22 Dec 2026
    Case("conference", S2_STRATEGY, "Wed 30 Dec 2026"),
    Case("reports_initial", S2_HELD, "Fri 18 Dec 2026"),
    Case("letter", S2_HELD, "Wed 23 Dec 2026"),
    Case("first_core_group", S2_HELD, "Fri 8 Jan 2027"),
    Case("first_visit", S2_HELD, "Fri 8 Jan 2027"),
    Case("reconvened", S2_HELD, "Fri 8 Jan 2027"),
    Case("later_core_group", dt.date(2027, 1, 6), "Wed 3 Feb 2027"),
    Case("minutes", S2_HELD, "Fri 22 Jan 2027"),
    Case("minutes", S2_HELD, "Fri 15 Jan 2027", amount=15),
    Case("corrections", dt.date(2027, 1, 22), "Fri 5 Feb 2027"),
    Case("first_review", S2_HELD, "Mon 22 Mar 2027"),
    Case("later_review", dt.date(2027, 1, 19), "Mon 19 Jul 2027"),
    # M1: three months clamped to the end of February, on a Sunday
    Case("letter", M1_HELD, "Tue 1 Dec 2026"),
    Case("first_core_group", M1_HELD, "Mon 14 Dec 2026"),
    Case("minutes", M1_HELD, "Mon 21 Dec 2026", amount=15),
    Case("minutes", M1_HELD, "Wed 30 Dec 2026"),
    Case("first_review", M1_HELD, "Fri 26 Feb 2027"),
    # M2: the summer bank holiday, and 90 days before three months
    Case("letter", M2_HELD, "Tue 1 Sep 2026"),
    Case("first_core_group", M2_HELD, "Mon 14 Sep 2026"),
    Case("minutes", M2_HELD, "Mon 21 Sep 2026", amount=15),
    Case("minutes", M2_HELD, "Mon 28 Sep 2026"),
    Case("first_review", M2_HELD, "Thu 26 Nov 2026"),
    # M3: a leap year, and Christmas in lieu
    Case("letter", M3_HELD, "Tue 30 Nov 2027"),
    Case("first_core_group", M3_HELD, "Mon 13 Dec 2027"),
    Case("minutes", M3_HELD, "Wed 29 Dec 2027"),
    Case("first_review", M3_HELD, "Fri 25 Feb 2028"),
]


@pytest.mark.parametrize("procedure", [PLAIN, BARNSLEY], ids=lambda procedure: procedure.name)
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.key} from {case.day0}")
def test_the_dates_of_the_reference_cases(case: Case, procedure: Procedure) -> None:
    """BA-3, BA-5, BA-22, HF-3, BR-1, BR-7, KC-10: S1, S2 and M1 to M3, worked out by hand."""
    assert due(case.key, case.day0, procedure, case.amount).when == case.expected


@pytest.mark.parametrize(
    ("event", "held", "number"),
    [
        (S1_STRATEGY, S1_HELD, 13),
        (S2_STRATEGY, S2_HELD, 11),
        (S2_STRATEGY, dt.date(2027, 1, 8), 21),
        (S1_HELD, S1_HELD, 0),
        (S1_HELD, S1_STRATEGY, -13),
    ],
)
def test_the_working_day_a_conference_is_held_on(event: dt.date, held: dt.date, number: int) -> None:
    """BA-3: the number of the working day; the day of the event is day 0, and earlier days count down."""
    assert working_day_number(CALENDAR, event, held) == number


@pytest.mark.parametrize(
    ("key", "day0", "done", "said", "late_by"),
    [
        ("conference", S1_STRATEGY, S1_HELD, "in time", 0),
        ("conference", S1_STRATEGY, dt.date(2026, 12, 3), "in time", 0),
        ("conference", S2_STRATEGY, dt.date(2027, 1, 8), "late by 6 working days", 6),
        ("conference", S1_STRATEGY, dt.date(2026, 12, 4), "late by 1 working day", 1),
        ("first_review", M1_HELD, dt.date(2027, 2, 28), "late by less than a working day", 0),
        ("reports_initial", S1_HELD, dt.date(2026, 11, 27), "in time", 0),
        ("reports_initial", S1_HELD, dt.date(2026, 11, 30), "late by 1 working day", 1),
        ("first_core_group", S1_HELD, dt.date(2026, 12, 10), "in time", 0),
        ("first_review", S1_HELD, dt.date(2027, 2, 23), "in time", 0),
    ],
)
def test_in_time_or_late_by_how_much(key: str, day0: dt.date, done: dt.date, said: str, late_by: int) -> None:
    """BA-3, BA-5, BA-22: what is done on the last day is in time; else the working days after it."""
    found = standing(due(key, day0), done, CALENDAR)
    assert (found.sentence, found.late_by, found.in_time) == (said, late_by, said == "in time")


def test_the_clock_of_a_formal_dissent_runs_through_the_weekend() -> None:
    """S1: 72 hours from the close at 15:50; clock hours, not working days."""
    limit = PLAIN.limit("dissent")
    dissent = deadline(limit, CALENDAR, at(dt.date(2026, 12, 1), 15, 50))
    assert dissent.when == "Fri 4 Dec 2026 15:50"
    assert dissent.rule == "72 hours after Tue 1 Dec 2026 15:50"
    assert standing(dissent, at(dt.date(2026, 12, 4), 15, 50), CALENDAR).in_time
    assert standing(dissent, at(dt.date(2026, 12, 4), 15, 51), CALENDAR).in_time is False
    friday = deadline(limit, CALENDAR, at(dt.date(2026, 12, 4), 9, 0))
    assert friday.when == "Mon 7 Dec 2026 09:00"


def test_hours_are_not_counted_from_a_day() -> None:
    """A day has no hour to count from."""
    with pytest.raises(TypeError, match="counted from a time"):
        deadline(PLAIN.limit("dissent"), CALENDAR, S1_HELD)


def test_a_date_tells_its_rule_and_the_holidays_left_out() -> None:
    """BA-22: the printed rule names day 0 and each holiday that was skipped."""
    letter = due("letter", M2_HELD)
    assert letter.rule == "1 working day after Fri 28 Aug 2026"
    assert [(each.date, each.title) for each in letter.skipped] == [
        (dt.date(2026, 8, 31), "Summer bank holiday")
    ]
    assert (
        letter.sentence
        == "1 working day after Fri 28 Aug 2026; not counted: Mon 31 Aug 2026 (Summer bank holiday)"
    )
    core_group = due("first_core_group", S2_HELD)
    assert [say_date(each.date) for each in core_group.skipped] == [
        "Fri 25 Dec 2026",
        "Mon 28 Dec 2026",
        "Fri 1 Jan 2027",
    ]
    assert due("conference", S1_STRATEGY).rule == "15 working days after Thu 12 Nov 2026"
    assert due("conference", S1_STRATEGY).skipped == ()


def test_of_two_limits_the_earlier_governs_and_is_named() -> None:
    """M1 to M3: 3 months and 90 days fall together, or the 90 days first; then the limit is pulled back."""
    tied, ninety, leap = (due("first_review", held) for held in (M1_HELD, M2_HELD, M3_HELD))
    assert (tied.governed_by, tied.pulled_back_from) == ("3 months and 90 days", dt.date(2027, 2, 28))
    assert (ninety.governed_by, ninety.pulled_back_from) == ("90 days", None)
    assert (leap.governed_by, leap.pulled_back_from) == ("90 days", dt.date(2028, 2, 27))
    months = due("first_review", dt.date(2027, 2, 9))
    assert (months.governed_by, months.when) == ("3 months", "Fri 7 May 2027")
    assert ninety.rule == "the earlier of 3 months and 90 days after Fri 28 Aug 2026"
    assert "90 days falls first" in ninety.sentence
    assert "3 months and 90 days fall on the same day" in tied.sentence


def test_a_limit_on_a_holiday_is_pulled_back_and_says_over_which() -> None:
    """A core group due on Easter Monday is due on the Thursday before; it is never rolled forward."""
    group = due("later_core_group", dt.date(2027, 3, 1))
    assert group.when == "Thu 25 Mar 2027"
    assert [each.title for each in group.skipped] == ["Good Friday", "Easter Monday"]
    assert group.pulled_back_from == dt.date(2027, 3, 29)


@pytest.mark.parametrize(
    ("born", "expected", "governs"),
    [
        (None, "Mon 22 Mar 2027", ""),
        (dt.date(2027, 1, 30), "Fri 26 Feb 2027", "1 month"),
        (dt.date(2027, 3, 10), "Mon 22 Mar 2027", "3 months"),
    ],
)
def test_a_review_of_a_pre_birth_conference(born: dt.date | None, expected: str, governs: str) -> None:
    """HF-3: three months after the conference or a month after the birth; a birth to come may bring it forward."""
    happened: dict[str, dt.date] = {"birth": born} if born else {}
    review = deadline(PLAIN.limit("pre_birth_review"), CALENDAR, S2_HELD, happened=happened)  # type: ignore[arg-type]
    assert (review.when, review.governed_by) == (expected, governs)
    assert ("the birth may be earlier" in review.sentence) is (born is None)
    assert review.day0 == (born if governs == "1 month" else S2_HELD)


def test_the_series_of_core_groups() -> None:
    """BA-22: every 28 days, each counted from the one before, up to the review."""
    series = core_group_series(BARNSLEY, CALENDAR, dt.date(2026, 12, 10), dt.date(2027, 4, 30))
    assert [each.when for each in series] == [
        "Thu 7 Jan 2027",
        "Thu 4 Feb 2027",
        "Thu 4 Mar 2027",
        "Thu 1 Apr 2027",
        "Thu 29 Apr 2027",
    ]
    assert core_group_series(BARNSLEY, CALENDAR, S1_HELD, S1_HELD) == ()
    on_the_review = core_group_series(BARNSLEY, CALENDAR, dt.date(2026, 12, 10), dt.date(2027, 1, 7))
    assert [each.when for each in on_the_review] == ["Thu 7 Jan 2027"]


def test_a_series_that_leaves_the_table_says_so_and_ends() -> None:
    """M8: the last of a series has no date where the bank holidays are not known."""
    *known, last = core_group_series(PLAIN, CALENDAR, dt.date(2028, 11, 21), dt.date(2030, 1, 1))
    assert [each.when for each in known] == ["Tue 19 Dec 2028"]
    assert (last.date, last.unknown) == (None, "bank holidays unknown for 2029")


def test_beyond_the_table_no_date_is_given() -> None:
    """M8: "bank holidays unknown for 2029", in place of a guess, wherever the count crosses the year."""
    for key, day0 in [
        ("letter", dt.date(2028, 12, 29)),
        ("first_review", dt.date(2028, 11, 30)),
        ("conference", dt.date(2029, 3, 1)),
    ]:
        unknown = due(key, day0)
        assert (unknown.date, unknown.when) == (None, "bank holidays unknown for 2029")
        assert unknown.rule.endswith(say_date(day0))
        assert standing(unknown, day0, CALENDAR).in_time is None
    with pytest.raises(HolidaysUnknownError, match="bank holidays unknown for 2029"):
        add_working_days(CALENDAR, dt.date(2028, 12, 29), 1)
    assert due("letter", dt.date(2028, 12, 28)).when == "Fri 29 Dec 2028"


def test_lateness_beyond_the_table_is_said_to_be_unknown() -> None:
    """M8: late is late, but by how many working days is not guessed."""
    found = standing(due("letter", dt.date(2028, 12, 20)), dt.date(2029, 1, 9), CALENDAR)
    assert (found.in_time, found.late_by) == (False, None)
    assert "bank holidays unknown for 2029" in found.sentence


def test_the_end_of_all_calendars_is_a_sentence() -> None:
    """A date typed as 9999 is no crash."""
    assert due("later_review", dt.date(9999, 12, 31)).date is None
    assert due("first_review", dt.date(9999, 12, 31)).unknown == "the calendar ends before it"
    assert deadline(PLAIN.limit("dissent"), CALENDAR, at(dt.date(9999, 12, 31), 12, 0)).date is None
    assert due("conference", dt.date(1, 1, 1)).unknown == "bank holidays unknown for 1"


@pytest.mark.parametrize(
    ("held", "warning"),
    [
        (dt.date(2026, 12, 5), "Sat 5 Dec 2026 is at a weekend"),
        (dt.date(2026, 12, 6), "Sun 6 Dec 2026 is at a weekend"),
        (dt.date(2026, 12, 28), "Mon 28 Dec 2026 is a bank holiday (Boxing Day)"),
        (dt.date(2029, 1, 8), "Mon 8 Jan 2029: bank holidays unknown for 2029"),
        (S1_HELD, ""),
    ],
)
def test_a_conference_on_an_unusual_day_is_pointed_out(held: dt.date, warning: str) -> None:
    """M7: a weekend is warned of at entry, as is a bank holiday; an ordinary day is not."""
    found = day_warning(CALENDAR, held)
    assert found.startswith(warning)
    assert bool(found) is bool(warning)


def test_minutes_due_after_the_review_are_pointed_out() -> None:
    """S2: the minutes' limit of 22 Jan is after the early review of 19 Jan."""
    assert "before" in minutes_advice(due("minutes", S2_HELD), dt.date(2027, 1, 19))
    assert minutes_advice(due("minutes", S2_HELD), dt.date(2027, 1, 22))
    assert minutes_advice(due("minutes", S2_HELD), dt.date(2027, 1, 25)) == ""
