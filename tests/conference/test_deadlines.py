"""The dates of a running conference, and what is booked against them."""

from datetime import date, time

import pytest
from msgspec.structs import replace

from conference_tui import authorities
from conference_tui.conference import events as e
from conference_tui.conference.deadlines import Due, due_dates, moved
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from tests.conference.building import CALENDAR, CIN, CP, INVITED, NO_FOLDER, OPENED, PHY, PLAIN, POLICE, build

STRATEGY = e.KeyDateGiven(what="strategy discussion", on=date(2026, 11, 12))
ON_PLAN = e.DecisionMade(child="maya", outcome=CP, category=PHY)
IN_NEED = e.DecisionMade(child="teddy", outcome=CIN)


UNBORN = e.ChildEntered(child="maya", name="Baby Voss", expected=date(2027, 1, 4))
EXPECTING = build(replace(OPENED, kind=e.Kind.PRE_BIRTH), UNBORN, on=INVITED)


def dues(conference: Conference, procedure: Procedure = PLAIN) -> dict[str, Due]:
    return {due.deadline.key: due for due in due_dates(conference, procedure, CALENDAR)}


def test_before_there_is_a_conference_there_are_no_dates() -> None:
    assert due_dates(Conference(), PLAIN, CALENDAR) == ()


def test_the_conferences_own_limit() -> None:
    """BA-3: counted from the strategy discussion, with the working day on which it was held."""
    due = dues(build(STRATEGY, on=INVITED))["conference"]
    assert due.deadline.date == date(2026, 12, 3)
    assert due.working_day == 13
    assert not due.is_late
    assert "conference" not in dues(INVITED)


def test_a_conference_that_is_held_late() -> None:
    """BA-3: the days late are told."""
    late = dues(build(replace(STRATEGY, on=date(2026, 11, 5)), on=INVITED))["conference"]
    assert late.is_late
    assert late.standing is not None
    assert late.standing.sentence == "late by 3 working days"


def test_a_procedure_that_counts_from_the_notification() -> None:
    """HF-2: the event that the procedure names is the one that is counted from."""
    limits = {**PLAIN.limits, "conference": replace(PLAIN.limits["conference"], from_="notification")}
    from_notification = replace(PLAIN, limits=limits)
    referral = e.KeyDateGiven(what="referral", on=date(2026, 11, 9))
    due = dues(build(STRATEGY, referral, on=INVITED), from_notification)["conference"]
    assert due.deadline.day0 == date(2026, 11, 9)


def test_which_limits_stand_there_follows_the_decisions() -> None:
    """BA-22, BA-26: without decisions all of them, then those that some child's plan brings."""
    cp_only, cin_only = {"first_core_group", "first_review", "first_visit"}, {"cin_first_meeting"}
    assert cp_only | cin_only <= dues(INVITED).keys()
    with_plan = dues(build(ON_PLAN, on=INVITED)).keys()
    assert cp_only <= with_plan
    assert not cin_only & with_plan
    in_need = dues(build(IN_NEED, on=INVITED)).keys()
    assert cin_only <= in_need
    assert not cp_only & in_need
    assert cp_only | cin_only <= dues(build(ON_PLAN, IN_NEED, on=INVITED)).keys()


def test_the_second_core_group_is_counted_from_the_first_one_booked() -> None:
    """BA-22: and from its last day while none is booked."""
    assert dues(INVITED)["later_core_group"].deadline.date == date(2027, 1, 12)
    booked = build(e.CoreGroupBooked(on=date(2026, 12, 10)), on=INVITED)
    assert dues(booked)["later_core_group"].deadline.date == date(2027, 1, 7)
    assert dues(booked)["first_core_group"].booked == date(2026, 12, 10)


@pytest.mark.parametrize(("day", "late"), [(date(2027, 3, 1), False), (date(2027, 3, 2), True)])
def test_a_review_against_its_limit(day: date, late: bool) -> None:
    """BA-22, HF-3: three months, and the day after."""
    due = dues(build(e.ReviewBooked(on=day), on=INVITED))["first_review"]
    assert due.is_late is late


def test_the_review_after_the_next_is_counted_from_the_one_booked() -> None:
    """HF-3: six months from the day that was booked, and from the last day while none is."""
    assert dues(INVITED)["later_review"].deadline.date == date(2027, 9, 1)
    booked = build(e.ReviewBooked(on=date(2027, 2, 23)), on=INVITED)
    assert dues(booked)["later_review"].deadline.date == date(2027, 8, 23)


def test_the_last_of_the_child_in_need_meetings_is_held_against_the_limit() -> None:
    """BA-26: each child has its own; one that is late is not hidden behind one in time."""
    assert dues(build(IN_NEED, on=INVITED))["cin_first_meeting"].booked is None
    booked = [
        e.InNeedMeetingBooked(child="maya", on=date(2026, 12, 16)),
        e.InNeedMeetingBooked(child="teddy", on=date(2026, 12, 14)),
    ]
    due = dues(build(IN_NEED, *booked, on=INVITED))["cin_first_meeting"]
    assert due.booked == date(2026, 12, 16)
    assert due.is_late


def test_the_clock_of_a_formal_dissent_starts_only_when_one_is_declared() -> None:
    """BA-19: 72 hours from the close; a disagreement that is only noted starts nothing."""
    closed = build(e.ConferenceClosed(at=time(15, 50)), on=INVITED)
    noted = e.DissentDeclared(child="maya", agency=POLICE, dissent=e.Dissent.NOTED, reason="x")
    assert "dissent" not in dues(closed)
    assert "dissent" not in dues(build(noted, on=closed))
    formal = dues(build(replace(noted, dissent=e.Dissent.FORMAL), on=closed))["dissent"]
    assert formal.deadline.when == "Fri 4 Dec 2026 15:50"


def test_a_review_is_not_counted_from_a_strategy_discussion() -> None:
    """BA-3: what it is counted from is not in this record, so its own limit is not guessed."""
    review = build(replace(OPENED, kind=e.Kind.REVIEW), STRATEGY, on=INVITED)
    assert "conference" not in dues(review)
    assert dues(review)["later_review"].deadline.date == date(2027, 6, 1)


@pytest.mark.parametrize(
    ("kind", "limit", "late"),
    [
        (e.Kind.INITIAL, date(2026, 11, 27), True),
        (e.Kind.REVIEW, date(2027, 2, 26), False),
        (e.Kind.PRE_BIRTH, date(2026, 11, 27), True),
    ],
)
def test_a_review_is_held_against_the_limit_of_the_conference_before_it(
    kind: e.Kind, limit: date, late: bool
) -> None:
    """BA-3, HF-3: three months after a first one, six after a review; held on 1 December."""
    review = build(replace(OPENED, kind=e.Kind.REVIEW), on=INVITED)
    last = e.LastConferenceGiven(held=date(2026, 8, 29), kind=kind)
    own = {due.deadline.key: due for due in due_dates(build(last, on=review), PLAIN, CALENDAR)}["conference"]
    assert (own.deadline.date, own.is_late, own.booked) == (limit, late, date(2026, 12, 1))


def test_a_review_after_a_pre_birth_conference_is_counted_from_the_birth() -> None:
    """HF-3: at most a month after it, which the child's own dates tell."""
    review = build(replace(OPENED, kind=e.Kind.REVIEW), replace(UNBORN, born=date(2026, 10, 20)), on=INVITED)
    last = e.LastConferenceGiven(held=date(2026, 9, 10), kind=e.Kind.PRE_BIRTH)
    own = {due.deadline.key: due for due in due_dates(build(last, on=review), PLAIN, CALENDAR)}["conference"]
    assert (own.deadline.when, own.needs_reason) == ("Fri 20 Nov 2026", "late")


def test_a_pre_birth_review_follows_the_birth() -> None:
    """HF-1, HF-3: at most a month after it, once the child is born."""
    expecting = build(
        replace(OPENED, kind=e.Kind.PRE_BIRTH),
        e.ChildEntered(child="maya", name="Baby Voss", expected=date(2027, 1, 4)),
        e.ChildEntered(child="teddy", name="Teddy Voss", born=date(2021, 8, 30)),
        on=INVITED,
    )
    assert dues(expecting)["pre_birth_review"].deadline.date == date(2027, 3, 1)
    birth = e.ChildEntered(child="maya", name="Baby Voss", expected=date(2027, 1, 4), born=date(2027, 1, 7))
    born = build(birth, on=expecting)
    assert dues(born)["pre_birth_review"].deadline.date == date(2027, 2, 5)


@pytest.mark.parametrize("name", authorities.names(NO_FOLDER))
def test_the_limits_after_a_birth_are_others_and_what_is_late_for_them_is_told(name: str) -> None:
    """HF-1, HF-3: entered later, the birth brings the review forward, and a booking may be late for it now."""
    procedure = authorities.load(name, NO_FOLDER)
    booked = build(e.ReviewBooked(on=date(2027, 2, 23)), on=EXPECTING)
    before = due_dates(booked, procedure, CALENDAR)
    born = build(replace(UNBORN, born=date(2027, 1, 7)), on=booked)
    (changed,) = moved(before, due_dates(born, procedure, CALENDAR))
    assert changed.was.deadline.date == date(2027, 3, 1)
    assert changed.now.deadline.date == date(2027, 2, 5)
    assert (changed.was.is_late, changed.now.is_late) == (False, True)
    assert changed.sentence == (
        "Review after a pre-birth conference: the limit was Mon 1 Mar 2027 and is Fri 5 Feb 2027 now. "
        "Tue 23 Feb 2027, the day that is booked, is late by 12 working days."
    )
    in_time = build(e.ReviewBooked(on=date(2027, 2, 4)), on=EXPECTING)
    (changed,) = moved(
        due_dates(in_time, procedure, CALENDAR),
        due_dates(build(replace(UNBORN, born=date(2027, 1, 7)), on=in_time), procedure, CALENDAR),
    )
    assert changed.sentence.endswith("is Fri 5 Feb 2027 now.")
    assert moved(before, before) == ()


def test_before_the_birth_the_limit_says_what_the_expected_day_would_make_of_it() -> None:
    """HF-3: the date is the one that is certain; what may bring it forward stands beside it."""
    limit = dues(EXPECTING)["pre_birth_review"].deadline
    assert limit.date == date(2027, 3, 1)
    assert limit.unknown == (
        "1 month after the birth may be earlier: Thu 4 Feb 2027 if the child is born as expected on Mon 4 Jan 2027"
    )
    unknown_day = build(replace(UNBORN, expected=date(2028, 12, 20)), on=EXPECTING)
    assert dues(unknown_day)["pre_birth_review"].deadline.unknown == "1 month after the birth may be earlier"


def test_a_birth_three_months_on_changes_nothing() -> None:
    """HF-3: a month after it is later than three months after the conference."""
    born = build(replace(UNBORN, born=date(2027, 2, 20)), on=EXPECTING)
    assert [each.was.deadline.key for each in moved(_dues(EXPECTING), _dues(born))] == []


def _dues(conference: Conference) -> tuple[Due, ...]:
    return due_dates(conference, PLAIN, CALENDAR)


def test_the_shipped_procedures_count_from_what_they_name() -> None:
    """BA-3, HF-2: from the strategy discussion, in Hammersmith from the notification."""
    known = build(STRATEGY, e.KeyDateGiven(what="referral", on=date(2026, 11, 9)), on=INVITED)
    day0 = {
        name: dues(known, authorities.load(name, NO_FOLDER))["conference"].deadline.day0
        for name in authorities.names(NO_FOLDER)
    }
    assert day0.pop("hammersmith_fulham") == date(2026, 11, 9)
    assert set(day0.values()) == {date(2026, 11, 12)}


def test_the_first_core_group_by_each_procedures_own_counting() -> None:
    """HV-14: ten days in Havering, elsewhere ten working days."""
    limits = {
        name: dues(INVITED, authorities.load(name, NO_FOLDER))["first_core_group"].deadline.when
        for name in authorities.names(NO_FOLDER)
    }
    assert limits.pop("havering") == "Fri 11 Dec 2026"
    assert set(limits.values()) == {"Tue 15 Dec 2026"}


def test_the_invitation_list_is_due_before_a_first_conference_only() -> None:
    """HF-8: fifteen days; for a review the list is brought up to date."""
    hammersmith = authorities.load("hammersmith_fulham", NO_FOLDER)
    assert dues(INVITED, hammersmith)["invitation_list"].deadline.when == "Mon 16 Nov 2026"
    review = build(replace(OPENED, kind=e.Kind.REVIEW), on=INVITED)
    assert "invitation_list" not in dues(review, hammersmith)
    assert "reports_review_others" in dues(review, hammersmith)


def test_the_review_after_a_review_is_held_against_its_limit() -> None:
    """BA-22, HF-3: six months after a review; a later booking is late there too."""
    review = build(replace(OPENED, kind=e.Kind.REVIEW), e.ReviewBooked(on=date(2027, 6, 2)), on=INVITED)
    assert dues(review)["later_review"].is_late
    assert dues(build(e.ReviewBooked(on=date(2027, 6, 2)), on=INVITED))["later_review"].booked is None


def test_beyond_the_bank_holidays_nothing_is_guessed() -> None:
    """BA-3, M8: the date is unknown and says so, and nothing is called late."""
    arranged = e.ConferenceArranged(held=date(CALENDAR.last_year, 12, 20))
    due = dues(build(arranged, e.ReviewBooked(on=date(CALENDAR.last_year + 1, 6, 1)), on=INVITED))["minutes"]
    assert due.deadline.date is None
    assert f"bank holidays unknown for {CALENDAR.last_year + 1}" in due.deadline.unknown
    review = dues(build(arranged, e.ReviewBooked(on=date(CALENDAR.last_year + 1, 6, 1)), on=INVITED))
    assert not review["first_review"].is_late
