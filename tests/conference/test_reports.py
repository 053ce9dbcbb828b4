"""The written reports, and whether the family had them in time."""

from datetime import date

import pytest
from msgspec.structs import replace

from conference_tui import authorities
from conference_tui.conference import events as e
from conference_tui.conference.reports import report_standings, reports_due
from conference_tui.conference.state import Conference
from tests.conference.building import (
    ARRANGED,
    CALENDAR,
    HEALTH,
    INVITED,
    NO_FOLDER,
    OPENED,
    PLAIN,
    SOCIAL_CARE,
    build,
)


def sentences(conference: Conference, agency: str) -> list[tuple[str, bool]]:
    found = report_standings(conference, PLAIN, CALENDAR)
    return [(each.sentence, each.flagged) for each in found if each.agency == agency]


@pytest.mark.parametrize(
    ("report", "sentence", "flagged"),
    [
        (
            e.ReportReceived(person="tiplady", shared=date(2026, 11, 27)),
            "shared with the family Fri 27 Nov 2026, in time (due Fri 27 Nov 2026)",
            False,
        ),
        (
            e.ReportReceived(person="tiplady", shared=date(2026, 11, 30)),
            "shared with the family Mon 30 Nov 2026, late by 1 working day (due Fri 27 Nov 2026)",
            True,
        ),
        (e.ReportReceived(person="tiplady"), "written; when the family had it is not recorded", True),
        (e.ReportReceived(person="tiplady", form="verbal"), "verbal", False),
        (e.ReportReceived(person="tiplady", form="none"), "no report", True),
        (
            e.ReportReceived(person="tiplady", shared=date(2026, 11, 26), not_shared_with=("tamsin", "joss")),
            (
                "shared with the family Thu 26 Nov 2026, in time (due Fri 27 Nov 2026); "
                "not shared with Tamsin Orrell (who has parental responsibility) and Joss Whelan"
            ),
            True,
        ),
    ],
)
def test_one_report(report: e.ReportReceived, sentence: str, flagged: bool) -> None:
    """BA-5: on time, late by how much, verbal, none, or not shared with somebody."""
    assert sentences(build(report, on=INVITED), HEALTH) == [(sentence, flagged)]


def test_an_agency_without_a_report_is_flagged() -> None:
    """BA-5, HF-5: reports are mandatory; that nothing is recorded is not that there is none."""
    assert [each.sentence for each in report_standings(INVITED, PLAIN, CALENDAR)] == [
        "no report is recorded"
    ] * 5


def test_each_report_of_an_agency_stands_for_itself() -> None:
    """BA-5: a late second one is not hidden behind the first."""
    both = build(
        e.ReportReceived(person="sloan", shared=date(2026, 11, 25)),
        e.ReportReceived(person="quill", shared=date(2026, 11, 30)),
        on=INVITED,
    )
    assert [flagged for _, flagged in sentences(both, SOCIAL_CARE)] == [False, True]


def test_a_review_asks_for_reports_earlier() -> None:
    """BA-5, HF-8: five working days before a review."""
    review = build(replace(OPENED, kind=e.Kind.REVIEW), on=INVITED)
    due = reports_due(review, PLAIN, CALENDAR)
    assert due is not None
    assert due.date == date(2026, 11, 24)


def test_without_a_date_of_the_meeting_nothing_is_late() -> None:
    """BA-5: unknown is not guessed."""
    undated = build(replace(ARRANGED, held=None), on=INVITED)
    assert reports_due(undated, PLAIN, CALENDAR) is None
    shared = build(e.ReportReceived(person="tiplady", shared=date(2026, 11, 30)), on=undated)
    assert sentences(shared, HEALTH) == [("shared with the family Mon 30 Nov 2026", False)]


def test_a_review_may_give_other_professionals_other_days() -> None:
    """HF-8: five working days for the social worker, five days for all others; two days for an initial one."""
    hammersmith = authorities.load("hammersmith_fulham", NO_FOLDER)
    shared = [e.ReportReceived(person=person, shared=date(2026, 11, 26)) for person in ("sloan", "tiplady")]
    review = build(replace(OPENED, kind=e.Kind.REVIEW), ARRANGED, *shared, on=INVITED)
    told = {each.agency: each.sentence for each in report_standings(review, hammersmith, CALENDAR)}
    assert told[SOCIAL_CARE].endswith("late by 2 working days (due Tue 24 Nov 2026)")
    assert told[HEALTH].endswith("in time (due Thu 26 Nov 2026)")
    assert all(
        "due Tue 24 Nov 2026" in each.sentence for each in report_standings(review, PLAIN, CALENDAR)[:1]
    )
    initial = reports_due(INVITED, hammersmith, CALENDAR)
    assert initial is not None
    assert (initial.rule, initial.when) == ("2 days before Tue 1 Dec 2026", "Fri 27 Nov 2026")
