"""The count of views, and the sentences that a conference is entitled to."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from conference_tui.conference import decision
from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.rules import refusal
from conference_tui.conference.state import Conference
from tests.conference.building import (
    BARNSLEY,
    CHARITY,
    CIN,
    CP,
    EMO,
    HEALTH,
    INVITED,
    NEG,
    NO_PLAN,
    PHY,
    PLAIN,
    POLICE,
    ROOM,
    SCHOOL,
    SOCIAL_CARE,
    build,
    view,
)

AGENCIES = (SOCIAL_CARE, POLICE, HEALTH, SCHOOL, CHARITY)
View = tuple[e.Outcome, e.Category | None]


def after(*views: View, decided: View, reason: str = "") -> Conference:
    """A conference in which the agencies gave these views on Maya, one each, and the chair decided."""
    given_views = [view("maya", agency, *each) for agency, each in zip(AGENCIES, views, strict=False)]
    made = e.DecisionMade(child="maya", outcome=decided[0], category=decided[1], reason=reason)
    return build(*given_views, made, on=ROOM)


def sentence_after(*views: View, decided: View, reason: str = "") -> str:
    return decision.sentence(after(*views, decided=decided, reason=reason), PLAIN, "maya")


def test_no_decision_makes_no_sentence() -> None:
    assert decision.sentence(ROOM, PLAIN, "maya") == ""


@pytest.mark.parametrize(
    ("number", "who"), [(1, "The one agency"), (2, "Both agencies"), (3, "All 3 agencies")]
)
def test_views_that_are_all_equal(number: int, who: str) -> None:
    """BA-17: all equal, with as many as there are."""
    assert sentence_after(*[(CP, NEG)] * number, decided=(CP, NEG)) == (
        f"{who} giving a view considered that a child protection plan is needed, category neglect; "
        "the chair decided: child protection plan, neglect."
    )


def test_all_equal_for_no_plan() -> None:
    """HF-13: no plan is an outcome like the others."""
    assert sentence_after((NO_PLAN, None), (NO_PLAN, None), decided=(NO_PLAN, None)) == (
        "Both agencies giving a view considered that no plan is needed; the chair decided: no plan."
    )


def test_a_larger_group_is_told_with_its_numbers() -> None:
    """BA-19: unequal and no tie."""
    assert sentence_after((CP, EMO), (CP, EMO), (CP, EMO), (CIN, None), decided=(CP, EMO)) == (
        "3 of 4 agencies considered that a child protection plan is needed; "
        "1 considered a child in need plan. The chair decided: child protection plan, emotional abuse."
    )


def test_a_tie_is_no_consensus_and_the_chairs_decision() -> None:
    """BA-19: there is no largest group."""
    assert sentence_after((CP, PHY), (CIN, None), decided=(CP, PHY), reason="The marks.") == (
        "There was no consensus (1 to 1). 1 of 2 agencies considered that a child protection plan is needed; "
        "1 considered a child in need plan. The decision is the chair's: child protection plan, physical abuse."
    )


def test_against_the_larger_group_is_the_chairs_decision_with_the_numbers() -> None:
    """BA-18: the chair steps in."""
    assert sentence_after((CIN, None), (CIN, None), (CP, PHY), decided=(CP, PHY), reason="The marks.") == (
        "There was no consensus (2 to 1). 2 of 3 agencies considered that a child in need plan is needed; "
        "1 considered a child protection plan. The decision is the chair's: child protection plan, physical abuse."
    )


def test_equal_on_the_plan_and_unequal_on_the_category() -> None:
    """BA-17: the category has its own numbers."""
    assert sentence_after((CP, PHY), (CP, PHY), (CP, EMO), decided=(CP, PHY)) == (
        "3 of 3 agencies considered that a child protection plan is needed; "
        "category physical abuse (2) and emotional abuse (1). "
        "The chair decided: child protection plan, physical abuse."
    )


def test_a_tie_on_the_category_is_the_chairs_to_decide() -> None:
    """BA-17, BA-19: equal on the plan, and no largest group for the category."""
    assert sentence_after((CP, PHY), (CP, EMO), decided=(CP, EMO), reason="The main worry.") == (
        "There was no consensus (1 to 1). 2 of 2 agencies considered that a child protection plan is needed; "
        "category physical abuse (1) and emotional abuse (1). "
        "The decision is the chair's: child protection plan, emotional abuse."
    )


def test_against_all_of_them() -> None:
    """BA-18: every agency on one side and the chair on the other."""
    assert sentence_after((CIN, None), (CIN, None), decided=(CP, NEG), reason="The flat.") == (
        "There was no consensus (2 to 0). 2 of 2 agencies considered that a child in need plan is needed. "
        "The decision is the chair's: child protection plan, neglect."
    )


def test_against_the_category_of_all_of_them() -> None:
    """BA-18: the category that the chair decided against is told."""
    assert sentence_after((CP, PHY), (CP, PHY), decided=(CP, NEG), reason="The flat.") == (
        "There was no consensus (2 to 0). 2 of 2 agencies considered that a child protection plan is needed; "
        "category physical abuse (2). The decision is the chair's: child protection plan, neglect."
    )


def test_an_agency_without_a_category_is_not_counted_for_the_others_category() -> None:
    """BA-17: nobody is said to have named a category who has not."""
    assert sentence_after((CP, PHY), (CP, None), decided=(CP, PHY)) == (
        "2 of 2 agencies considered that a child protection plan is needed; "
        "category physical abuse (1) and none named (1). "
        "The chair decided: child protection plan, physical abuse."
    )


def test_a_decision_without_any_view_says_so() -> None:
    """BA-19: there is nothing to call a consensus."""
    assert sentence_after(decided=(CIN, None), reason="Nobody knows the child.") == (
        "No agency gave a view. The decision is the chair's: child in need plan."
    )


def test_an_agency_without_a_view_is_in_no_total() -> None:
    """BA-17: "does not know the child" is listed and not counted."""
    conference = build(
        view("maya", SOCIAL_CARE, CP, PHY),
        view("maya", SCHOOL, None, reason="does not know Maya"),
        on=ROOM,
    )
    counted = decision.count(conference, "maya")
    assert counted.total == 1
    assert [silent.agency for silent in counted.silent] == [SCHOOL]


def test_an_agency_that_changes_its_view_still_has_one() -> None:
    """BA-17: one view for each agency and child; the last one stands."""
    conference = build(
        view("maya", POLICE, CP, PHY), view("maya", POLICE, CIN), view("teddy", POLICE, NO_PLAN), on=ROOM
    )
    assert decision.count(conference, "maya").outcomes == [(CIN, 1)]


@pytest.mark.parametrize(
    ("views", "decided", "why"),
    [
        ([(CP, PHY), (CP, PHY), (CIN, None)], (CP, PHY), ""),
        ([(CP, PHY), (CIN, None)], (CP, PHY), "no largest group"),
        ([(CP, PHY), (CP, PHY)], (CIN, None), "against the largest group"),
        ([(CP, PHY), (CP, PHY)], (CP, EMO), "not the one that the largest group named"),
        ([(CP, PHY), (CP, EMO)], (CP, EMO), "the category is the chair's"),
        ([], (CIN, None), "No agency has given a view"),
    ],
)
def test_when_the_chair_must_give_a_reason(views: list[View], decided: View, why: str) -> None:
    """BA-18, BA-19: without a largest group, and against it, a decision without its reason is refused."""
    given_views = [view("maya", agency, *each) for agency, each in zip(AGENCIES, views, strict=False)]
    conference = build(*given_views, on=ROOM)
    made = e.DecisionMade(child="maya", outcome=decided[0], category=decided[1])
    refused = refusal(conference, made, PLAIN)
    assert (why in refused) if why else (refused == "")
    with_reason = e.DecisionMade(child="maya", outcome=decided[0], category=decided[1], reason="Because.")
    assert refusal(conference, with_reason, PLAIN) == ""


def test_multiple_categories_are_accepted() -> None:
    """BA-17: the census's fifth code can be recorded."""
    decided = (CP, e.Category.MULTIPLE)
    assert sentence_after(decided, decided=decided).endswith("child protection plan, multiple categories.")


def test_open_points_of_a_child() -> None:
    """BA-17, BA-19: no decision, no view from social care, a reason that became wanting afterwards."""
    assert [point.key for point in decision.open_points(ROOM, "maya")] == ["decision:maya"]
    conference = build(
        view("maya", POLICE, CP, PHY),
        e.DecisionMade(child="maya", outcome=CP, category=PHY),
        view("maya", POLICE, CIN),
        on=ROOM,
    )
    assert [point.key for point in decision.open_points(conference, "maya")] == [
        "social care view:maya",
        "chair's reason:maya",
    ]


def test_a_plan_without_its_category_is_an_open_point() -> None:
    """BA-17, M13: it cannot be closed; a child in need plan has none."""
    views = [view("maya", SOCIAL_CARE, CP), view("teddy", SOCIAL_CARE, CIN)]
    made = [e.DecisionMade(child="maya", outcome=CP), e.DecisionMade(child="teddy", outcome=CIN)]
    conference = build(*views, *made, on=ROOM)
    assert [point.key for point in decision.open_points(conference, "maya")] == ["category:maya"]
    assert decision.open_points(conference, "teddy") == ()


def test_disagreement_is_known_by_its_kind() -> None:
    """BA-19: asked to be noted is not formal dissent."""
    noted = view("maya", POLICE, CIN, reason="He is away.", dissent=e.Dissent.NOTED)
    assert decision.dissents(build(noted, on=ROOM)) == (e.Dissent.NOTED,)
    formal = e.DissentDeclared(child="maya", agency=POLICE, dissent=e.Dissent.FORMAL, reason="Not safe.")
    assert decision.dissents(build(noted, formal, on=ROOM)) == (e.Dissent.NOTED, e.Dissent.FORMAL)


VIEWS = st.one_of(
    st.tuples(st.just(CP), st.sampled_from([*e.Category, None])),
    st.tuples(st.sampled_from([CIN, NO_PLAN]), st.none()),
)


@given(st.lists(VIEWS, max_size=5), VIEWS, st.sampled_from([PLAIN, BARNSLEY]))
def test_no_sentence_claims_what_the_views_do_not_show(
    views: list[View], decided: View, procedure: Procedure
) -> None:
    """BA-17, BA-18, BA-19: never "unanimous"; "All" and "Both" only of views that are the same; without a
    largest group, or against it, never "the chair decided"."""
    conference = after(*views, decided=decided, reason="Because.")
    sentence = decision.sentence(conference, procedure, "maya")
    assert "unanimous" not in sentence.lower()
    assert "None" not in sentence
    says_equal = sentence.startswith(("All ", "Both ", "The one agency "))
    chairs_own = bool(decision.reason_needed(conference, "maya", *decided))
    assert says_equal == (len(set(views)) == 1 and not chairs_own)
    assert ("The decision is the chair's" in sentence) == chairs_own
    assert sentence.count(f"of {len(views)} agencies") <= 1


@given(st.lists(VIEWS, min_size=1, max_size=5))
def test_every_view_is_counted_once(views: list[View]) -> None:
    """BA-17: the numbers of the groups add up to the agencies that gave a view."""
    counted = decision.count(after(*views, decided=(CIN, None), reason="x"), "maya")
    assert counted.total == len(views) == sum(number for _, number in counted.outcomes)
    with_plan = sum(number for outcome, number in counted.outcomes if outcome is CP)
    assert with_plan == sum(number for _, number in counted.categories) + counted.without_category


def test_nobody_has_a_view_before_it_is_given() -> None:
    """BA-17: nothing is filled in beforehand."""
    assert decision.count(INVITED, "maya").total == 0
    assert decision.count(INVITED, "maya").largest is None


def test_agencies_that_are_here_and_not_asked_yet_are_named() -> None:
    """BA-17: each gives a view or says that it gives none; who does not know the child is not waited for."""
    conference = build(view("maya", SOCIAL_CARE, CP, PHY), on=ROOM)
    awaited = decision.awaited(conference, "maya")
    assert SOCIAL_CARE not in awaited
    assert POLICE in awaited
    silent = e.ViewGiven(child="maya", agency=POLICE, by="amadi", reason="needs more time")
    assert POLICE not in decision.awaited(build(silent, on=conference), "maya")


def test_an_agency_that_left_before_the_decision_is_in_no_total() -> None:
    """M14: its view is listed; one that left after the decision still counts."""
    left = e.PersonLeft(person="amadi", at=time(14, 50))
    views = (view("maya", SOCIAL_CARE, CP, PHY), view("maya", POLICE, CP, PHY))
    decided = e.DecisionMade(child="maya", outcome=CP, category=PHY)
    assert decision.count(build(*views, left, decided, on=ROOM), "maya").total == 1
    assert decision.count(build(*views, decided, left, on=ROOM), "maya").total == 2


def test_correcting_the_reason_leaves_the_decision_with_those_who_made_it() -> None:
    """M14: a typo mended after people have left does not undo the quorum of the decision."""
    decided = e.DecisionMade(child="maya", outcome=CP, category=PHY, reason="Becuase.")
    left = e.PersonLeft(person="amadi", at=time(15, 30))
    mended = build(decided, left, replace(decided, reason="Because."), on=ROOM)
    assert "amadi" in mended.decisions["maya"].present
    again = build(decided, left, decided, on=ROOM)
    assert "amadi" not in again.decisions["maya"].present
