"""Counts for the chair's summary, whose report is next, and how a child takes part."""

from datetime import date, time

import pytest
from msgspec.structs import replace

from conference_tui import authorities
from conference_tui.conference import events as e
from conference_tui.conference.participation import advice
from conference_tui.conference.people import Child, Discipline
from conference_tui.conference.report_turns import report_turns
from conference_tui.conference.summing_up import balance, empty_domains, goals_of
from tests.conference.building import BARNSLEY, HELD, NO_FOLDER, build, professional


def said(column: e.Column | None, stage: str = "mapping") -> e.ContributionMade:
    return e.ContributionMade(
        contribution="c", stage=stage, speaker="sloan", words="So it is.", column=column
    )


def test_worries_are_counted_against_strengths_and_not_weighed() -> None:
    """BA-16: harm, danger and complicating factors are worries; strengths and safety work well."""
    columns = (e.Column.HARM, e.Column.DANGER, e.Column.COMPLICATING, e.Column.SAFETY, e.Column.GREY, None)
    conference = build(*(said(column) for column in columns))
    assert balance(conference) == "3 worries · 1 working well · 1 grey area"


def test_a_domain_without_an_entry_is_named() -> None:
    """HF-12: the child's needs, the parents' capacity, the wider family and environment."""
    assert len(empty_domains(build())) == 3
    tagged = build(replace(said(e.Column.HARM), domain="parenting"))
    assert empty_domains(tagged) == ("the child's needs", "the wider family and environment")


def test_goals_belong_to_their_statement() -> None:
    """HV-9."""
    first = e.SafetyGoalSet(goal="g1", statement="d1", words="Calm.")
    second = e.SafetyGoalSet(goal="g2", statement="d2", words="Dry.")
    assert goals_of(build(first, second), "d2") == (second,)


AGENCIES = (
    professional("sloan", "Care", Discipline.SOCIAL_CARE),
    professional("quill", "Care", Discipline.SOCIAL_CARE),
    professional("keane", "Surgery", Discipline.HEALTH),
    professional("harbour", "Harbour", Discipline.OTHER),
)


def test_each_agency_has_its_turn_and_the_author_speaks() -> None:
    """KC-5: who wrote the report, where they are here; else somebody of the agency; else it is read for them."""
    conference = build(
        *AGENCIES,
        e.ReportReceived(person="quill", form="written"),
        e.ReportReceived(person="keane", form="written"),
        e.ReportReceived(person="harbour", form="none"),
        e.PersonArrived(person="sloan", at=time(13, 30)),
    )
    assert [(t.agency, t.speaker, t.is_here) for t in report_turns(conference, "reason")] == [
        ("Care", "sloan", True),
        ("Surgery", "keane", False),
    ]
    both = build(e.PersonArrived(person="quill", at=time(13, 30)), on=conference)
    assert report_turns(both, "reason")[0].speaker == "quill"


def test_a_report_is_told_when_its_agency_has_spoken_at_that_stage() -> None:
    """KC-5: at another stage does not count."""
    here = build(*AGENCIES, e.PersonArrived(person="sloan", at=time(13, 30)))
    elsewhere = build(said(None), on=here)
    told = build(said(None, "reason"), on=here)
    assert [turn.told for turn in report_turns(elsewhere, "reason")] == [False]
    assert [turn.told for turn in report_turns(told, "reason")] == [True]


@pytest.mark.parametrize(
    ("born", "sentence"),
    [
        (date(2017, 12, 1), "Aged 9: an advocate is offered over 8 (Barnardo's)."),
        (date(2017, 12, 2), ""),
        (None, ""),
    ],
)
def test_an_advocate_is_offered_over_the_age_of_the_procedure(born: date | None, sentence: str) -> None:
    """BA-8: over eight, not from eight."""
    assert advice(Child(id="c", name="Ash", born=born), HELD, BARNSLEY.ages) == sentence


@pytest.mark.parametrize(
    ("procedure", "age", "sentence"),
    [
        ("hammersmith_fulham", 11, "A child may come with a children's advocate."),
        (
            "hammersmith_fulham",
            12,
            "Aged 12: usually invited, from 12. A child may come with a children's advocate.",
        ),
        ("kensington_chelsea", 6, "The child's advocate is invited."),
        ("kensington_chelsea", 7, "Aged 7: usually invited, from 7. The child's advocate is invited."),
        ("plain", 12, ""),
    ],
)
def test_from_which_age_a_child_is_invited(procedure: str, age: int, sentence: str) -> None:
    """HF-4, HF-6, KC-1: the age is the procedure's."""
    child = Child(id="c", name="Ash", born=date(HELD.year - age, 1, 1))
    assert advice(child, HELD, authorities.load(procedure, NO_FOLDER).ages) == sentence


def test_in_havering_children_over_12_come_to_parts_and_sometimes_younger_ones() -> None:
    """HV-4: over twelve, not from twelve; the advocacy service is the one the page names."""
    ages = authorities.load("havering", NO_FOLDER).ages
    over, twelve = (
        advice(Child(id="c", name="Ash", born=date(HELD.year - age, 1, 1)), HELD, ages) for age in (13, 12)
    )
    assert over.startswith("Aged 13: usually invited to some parts, over 12.")
    assert twelve.startswith("Aged 12. In some cases a younger child is invited too.")
    for told in (over, twelve):
        assert "Havering Children's Rights Advocacy Service" in told


def test_what_is_told_again_takes_the_place_of_what_stood() -> None:
    """BA-9, HF-6: a need that is seen to, a talk told better; two talks with a child stay two."""
    need = e.NeedNoted(person="a", need="breaks")
    seen_to = e.NeedNoted(person="a", need="breaks", met="at three")
    other = e.NeedNoted(person="a", need="large print")
    assert build(need, other, seen_to).needs == (seen_to, other)
    first, second = e.ChildViewsGiven(child="c", words="One."), e.ChildViewsGiven(child="c", words="Two.")
    assert build(first, second).child_views == (first, second)
    talk = e.PreMeetingHeld(person="a", at=time(13, 0))
    longer = e.PreMeetingHeld(person="a", at=time(13, 0), note="Has read all.")
    assert build(talk, longer).pre_meetings == (longer,)
