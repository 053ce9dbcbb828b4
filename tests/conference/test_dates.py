"""Every date of the reference cases, and the reckoning against a second one that counts day by day."""

import datetime as dt
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conference_tui import authorities
from conference_tui.conference.dates import (
    Calendar,
    Deadline,
    HolidaysUnknownError,
    add_months,
    add_working_days,
    conference_dates,
    core_group_series,
    day_warning,
    deadline,
    minutes_advice,
    pulled_back,
    standing,
    working_day_number,
)
from conference_tui.conference.events import Kind
from conference_tui.conference.procedure import EventId, Procedure
from conference_tui.conference.text import say_date

PLAIN = authorities.load("plain", Path("no such folder"))
BARNSLEY = authorities.load("barnsley", Path("no such folder"))
CALENDAR = authorities.bank_holidays()

S1_STRATEGY = dt.date(2026, 11, 12)
S1_HELD = dt.date(2026, 12, 1)
S2_STRATEGY = dt.date(2026, 12, 7)
S2_HELD = dt.date(2026, 12, 22)
M1_HELD = dt.date(2026, 11, 30)
M2_HELD = dt.date(2026, 8, 28)
M3_HELD = dt.date(2027, 11, 29)


def due(key: str, day0: dt.date, procedure: Procedure = PLAIN, count: int | None = None) -> Deadline:
    limit = procedure.limit(key)
    if count is not None:
        limit = msgspec.structs.replace(limit, count=count)
    return deadline(limit, CALENDAR, day0)


def at(day: dt.date, hour: int, minute: int) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour, minute))


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


def test_all_dates_of_an_initial_conference() -> None:
    """S1 in one go, with the core group, the review and the close as they were."""
    found = conference_dates(
        BARNSLEY,
        CALENDAR,
        Kind.INITIAL,
        event=S1_STRATEGY,
        held=S1_HELD,
        happened={
            "core_group": dt.date(2026, 12, 10),
            "review": dt.date(2027, 2, 23),
            "close": at(dt.date(2026, 12, 1), 15, 50),
        },
    )
    assert {each.key: each.when for each in found} == {
        "conference": "Thu 3 Dec 2026",
        "reports_initial": "Fri 27 Nov 2026",
        "exclusion_request": "Thu 26 Nov 2026",
        "letter": "Wed 2 Dec 2026",
        "outline_plan": "Wed 2 Dec 2026",
        "first_visit": "Tue 15 Dec 2026",
        "first_core_group": "Tue 15 Dec 2026",
        "later_core_group": "Thu 7 Jan 2027",
        "cin_first_meeting": "Tue 15 Dec 2026",
        "first_review": "Mon 1 Mar 2027",
        "later_review": "Mon 23 Aug 2027",
        "minutes": "Thu 31 Dec 2026",
        "corrections": "Fri 15 Jan 2027",
        "dissent": "Fri 4 Dec 2026 15:50",
    }
    assumed = {each.key: each.assumes for each in found if each.assumes}
    assert assumed == {"corrections": "counted from the last day for “Minutes sent”"}


def test_what_is_not_known_is_left_out_or_said_to_be_assumed() -> None:
    """Without a close there is no dissent clock; without a booked core group its limit stands for it."""
    found = {
        each.key: each
        for each in conference_dates(PLAIN, CALENDAR, Kind.INITIAL, event=S1_STRATEGY, held=S1_HELD)
    }
    assert "dissent" not in found
    assert found["later_core_group"].when == "Tue 12 Jan 2027"
    assert found["later_core_group"].assumes == "counted from the last day for “First core group”"
    only_event = conference_dates(PLAIN, CALENDAR, Kind.INITIAL, event=S1_STRATEGY)
    assert [each.key for each in only_event] == ["conference"]
    assert conference_dates(PLAIN, CALENDAR, Kind.INITIAL) == []


def test_what_follows_an_unknown_date_is_unknown_too() -> None:
    """M8: no chain of dates is built on one that nobody knows."""
    found = {
        each.key: each for each in conference_dates(PLAIN, CALENDAR, Kind.INITIAL, held=dt.date(2028, 12, 18))
    }
    assert found["later_core_group"].when == "bank holidays unknown for 2029"
    assert found["letter"].when == "Tue 19 Dec 2028"


@pytest.mark.parametrize(
    ("previous", "expected"),
    [(Kind.INITIAL, "Mon 1 Mar 2027"), (Kind.REVIEW, "Tue 1 Jun 2027"), (Kind.PRE_BIRTH, "Mon 1 Mar 2027")],
)
def test_the_dates_of_a_review(previous: Kind, expected: str) -> None:
    """BA-3, BA-5, BR-1: a review is counted from the conference before it, three months or six."""
    held = dt.date(2027, 2, 23)
    found = conference_dates(BARNSLEY, CALENDAR, Kind.REVIEW, event=S1_HELD, held=held, previous=previous)
    when = {each.key: each.when for each in found}
    assert when["conference"] == expected
    assert when["reports_review"] == "Tue 16 Feb 2027"
    assert when["later_review"] == "Mon 23 Aug 2027"
    assert "first_core_group" not in when


def test_a_pre_birth_conference_has_its_own_review() -> None:
    """HF-1, HF-3: the dates follow the type."""
    found = conference_dates(
        PLAIN, CALENDAR, Kind.PRE_BIRTH, held=S2_HELD, happened={"birth": dt.date(2027, 1, 30)}
    )
    when = {each.key: each.when for each in found}
    assert when["pre_birth_review"] == "Fri 26 Feb 2027"
    assert "first_review" not in when


def test_a_transfer_in_conference_has_its_own_clock() -> None:
    """HF-1: fifteen working days from the written notification; afterwards the dates of a first conference."""
    found = conference_dates(PLAIN, CALENDAR, Kind.TRANSFER_IN, event=S1_STRATEGY, held=S1_HELD)
    when = {each.key: each.when for each in found}
    assert when["conference"] == "Thu 3 Dec 2026"
    assert found[0].what == "Transfer-in conference held"
    assert (when["first_review"], when["first_core_group"]) == ("Mon 1 Mar 2027", "Tue 15 Dec 2026")
    review = conference_dates(PLAIN, CALENDAR, Kind.REVIEW, event=S1_HELD, previous=Kind.TRANSFER_IN)
    assert review[0].when == "Mon 1 Mar 2027"


def test_a_limit_that_a_birth_begins_is_counted_from_the_expected_day_until_then() -> None:
    """HF-3: where a procedure counts a review from the birth alone, the date says what it assumes."""
    limit = msgspec.structs.replace(PLAIN.limit("pre_birth_review"), count=1, from_="birth", also=())
    own = msgspec.structs.replace(PLAIN, limits={**PLAIN.limits, "pre_birth_review": limit})

    def review(happened: dict[EventId, dt.date]) -> list[Deadline]:
        found = conference_dates(own, CALENDAR, Kind.PRE_BIRTH, held=S1_HELD, happened=happened)
        return [each for each in found if each.key == "pre_birth_review"]

    assert review({}) == []
    (expected,) = review({"expected_birth": dt.date(2027, 1, 4)})
    assert (expected.when, expected.assumes) == ("Thu 4 Feb 2027", "counted from the expected date of birth")
    (born,) = review({"expected_birth": dt.date(2027, 1, 4), "birth": dt.date(2027, 1, 7)})
    assert (born.when, born.assumes) == ("Fri 5 Feb 2027", "")


def test_a_procedure_that_counts_from_the_notification() -> None:
    """HF-2: the event is the one that the procedure names."""
    limit = msgspec.structs.replace(PLAIN.limit("conference"), from_="notification")
    own = msgspec.structs.replace(PLAIN, limits={**PLAIN.limits, "conference": limit})
    found = conference_dates(own, CALENDAR, Kind.INITIAL, event=S1_STRATEGY)
    assert [each.when for each in found] == ["Thu 3 Dec 2026"]


def test_days_that_are_not_working_days_can_be_kept() -> None:
    """HV-14: calendar days, not pulled back, where a procedure counts so."""
    limit = msgspec.structs.replace(PLAIN.limit("first_core_group"), unit="calendar_days", pull_back=False)
    assert deadline(limit, CALENDAR, dt.date(2026, 12, 2)).when == "Sat 12 Dec 2026"
    pulled = msgspec.structs.replace(limit, pull_back=True)
    assert deadline(pulled, CALENDAR, dt.date(2026, 12, 2)).when == "Fri 11 Dec 2026"


def test_a_holiday_on_a_weekend_is_not_told_as_skipped() -> None:
    """A Saturday is no working day in any case: only weekdays are left out for a holiday."""
    saturday = Calendar({dt.date(2026, 12, 26): "Boxing Day"}, first_year=2026, last_year=2027)
    letter = deadline(PLAIN.limit("letter"), saturday, dt.date(2026, 12, 25))
    assert (letter.when, letter.skipped) == ("Mon 28 Dec 2026", ())


# --- Against a second reckoning, which walks through a list of days -------------------------------------

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
