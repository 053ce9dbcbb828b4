"""The plan of each kind of conference: a review, a child that is not born yet, a child who moves here."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.state import Conference
from conference_tui.documents.plan import draw_plan
from tests.conference.building import CALENDAR, CP, OPENED, PHY, PLAIN, ROOM, build, view_of
from tests.conference.test_review import GOES_ON, NO_BETTER
from tests.documents.pdf_checks import Reading, assert_accessible


def read(conference: Conference, child: str, folder: Path) -> Reading:
    out = folder / "plan.pdf"
    with out.open("wb") as file:
        draw_plan(view_of(conference, PLAIN, CALENDAR, child), PLAIN, file)
    return assert_accessible(out)


def words(conference: Conference, child: str, folder: Path) -> str:
    return " ".join(read(conference, child, folder).text.split())


@pytest.mark.parametrize("kind", list(e.Kind))
def test_every_kind_of_conference_has_its_plan(kind: e.Kind, tmp_path: Path) -> None:
    """HF-1: and says which kind it is of."""
    decided = build(
        replace(OPENED, kind=kind), e.DecisionMade(child="maya", outcome=CP, category=PHY), on=ROOM
    )
    kinds = {"initial": "Initial", "review": "Review", "pre-birth": "Pre-birth", "transfer-in": "Transfer-in"}
    assert f"{kinds[kind.value]} child protection conference" in words(decided, "maya", tmp_path)


def test_a_review_prints_what_became_of_the_plan_and_what_was_answered(tmp_path: Path) -> None:
    """BA-13, BA-24, HV-15: each action with its evidence; each question with what was said to it."""
    reviewed = e.ActionReviewed(action="a1", outcome="partly", evidence="Six of ten weeks.")
    told = words(build(reviewed, NO_BETTER, on=GOES_ON), "maya", tmp_path)
    assert "What became of the plan so far" in told
    assert "Partly done." in told
    assert "Six of ten weeks." in told
    assert PLAIN.review.progress.says in told
    assert "Nothing has got better. Nothing has changed." in told


def test_what_nobody_has_gone_through_is_said_to_be_so(tmp_path: Path) -> None:
    """BA-13."""
    assert "Not gone through." in words(GOES_ON, "maya", tmp_path)


def test_the_plan_for_an_unborn_child_prints_what_is_settled(tmp_path: Path) -> None:
    """HF-1: under the name after the mother, with the day that is expected."""
    matter = PLAIN.pre_birth.settles[0]
    conference = build(
        replace(OPENED, kind=e.Kind.PRE_BIRTH),
        e.ChildEntered(child="baby", name="Baby Orrell", expected=dt.date(2027, 1, 4)),
        e.DecisionMade(child="baby", outcome=CP, category=PHY),
        e.BirthPlanSet(child="baby", matter=matter, words="At St Brannoc's, with Bridie."),
        on=ROOM,
    )
    told = words(conference, "baby", tmp_path)
    assert "The birth, and going home" in told
    assert matter in told
    assert "At St Brannoc's, with Bridie." in told
    assert "Outline child protection plan for Baby Orrell" in told
