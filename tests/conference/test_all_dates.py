"""All the dates of one conference, by its kind and its procedure."""

import datetime as dt

import msgspec
import pytest

from conference_tui.conference.dates import Calendar, Deadline, conference_dates, deadline
from conference_tui.conference.events import Kind
from conference_tui.conference.procedure_limits import EventId
from tests.conference.reckoning import BARNSLEY, CALENDAR, PLAIN, S1_HELD, S1_STRATEGY, S2_HELD, at


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
