"""How a review opens from the record of the conference before it."""

from datetime import date, time

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.carried_over import carried_over
from conference_tui.conference.people import Relation, Standing
from conference_tui.conference.rules import refusal
from conference_tui.conference.state import Conference
from tests.conference.building import CIN, CP, HELD, NEG, OPENED, PHY, PLAIN, ROOM, SOCIAL_CARE, build, view

CALLUM = e.PersonEntered(
    person="callum", name="Callum Voss", standing=Standing.PARENT, parent_of=("teddy",), phone="07700 900111"
)
GEMMA = e.PersonEntered(person="gemma", name="Gemma Lyle", standing=Standing.SUPPORTER, supports="callum")
DEAN = e.PersonEntered(
    person="dean",
    name="Dean Pike",
    standing=Standing.PARENT,
    parent_of=("maya",),
    address="14 Quarry Lodge Lane",
    withheld_from=("callum",),
)
LAST = build(
    CALLUM,
    GEMMA,
    DEAN,
    e.DangerStatementMade(statement="ds1", children=("maya", "teddy"), words="Sloan is worried."),
    e.SafetyGoalSet(goal="sg1", statement="ds1", words="Callum rings Bridie."),
    e.DangerStatementMade(statement="ds2", children=("teddy",), words="Teddy is frightened."),
    e.ContributionMade(
        contribution="c1", stage="mapping", speaker="tamsin", words="She sleeps.", column=e.Column.STRENGTH
    ),
    e.ContributionMade(
        contribution="c2", stage="mapping", speaker="sloan", words="He cries.", column=e.Column.HARM,
        children=("teddy",),
    ),
    e.ScoreGiven(person="sloan", question="ds1", score=3, rationale="x"),
    e.ScoreGiven(person="sloan", question="ds2", score=5, rationale="x"),
    e.ScoresShown(question="ds1"),
    e.DangerStatementMade(statement="ds3", children=("maya",), words="Maya is alone at night."),
    e.ScoreGiven(person="sloan", question="ds3", score=4, rationale="never shown"),
    view("maya", SOCIAL_CARE, CP, PHY),
    e.DecisionMade(child="maya", outcome=CP, category=PHY),
    e.DecisionMade(child="teddy", outcome=CIN),
    e.ActionAgreed(action="a1", children=("maya",), what="Check-in.", who=("farrant",), when="weekly", also="Nan"),
    e.ActionAgreed(action="a2", children=("teddy",), what="Drawing.", who=("hale",), when="weekly"),
    e.CoreGroupBooked(on=date(2026, 12, 10)),
    e.KeyWorkerNamed(child="maya", person="sloan", qualified=True),
    e.KeyWorkerNamed(child="teddy", person="quill", qualified=True),
    e.VisitsAgreed(child="maya", every="10 working days", how="alone"),
    e.CoreGroupMemberChosen(person="farrant", children=("maya", "teddy"), note="online"),
    e.CoreGroupMemberChosen(person="callum", children=("teddy",)),
    e.BirthPlanSet(child="maya", matter="Who is told", words="Nobody."),
    e.ConferenceClosed(at=time(15, 50)),
    on=ROOM,
)  # fmt: skip


PLAN = e.EarlierPlanGiven(
    child="maya",
    begun=HELD,
    category=PHY,
    key_worker="sloan",
    qualified=True,
    visits="10 working days",
    visits_how="alone",
)


def opened(last: Conference = LAST) -> Conference:
    """A review with what was carried over; everything of it may be recorded."""
    conference = build(replace(OPENED, ref="ASH-2", kind=e.Kind.REVIEW))
    for event in carried_over(last, "high-is-safe"):
        assert refusal(conference, event, PLAIN) == ""
        conference = build(event, on=conference)
    return conference


def test_the_plan_and_the_map_come_along_for_the_child_with_a_plan() -> None:
    """BA-13: actions with who and when, danger statements with goals, the map, what was answered on the scale."""
    review = opened()
    assert list(review.children) == ["maya"]
    assert review.last_conference == e.LastConferenceGiven(
        held=HELD, ref="ASH-1", polarity="high-is-safe", core_group=date(2026, 12, 10)
    )
    assert review.earlier_plans["maya"] == PLAN
    (action,) = review.earlier_actions.values()
    assert (action.what, action.who, action.when) == ("Check-in.", "Farrant and Nan", "weekly")
    statement = review.earlier_statements["ds1"]
    assert list(review.earlier_statements) == ["ds1", "ds3"]
    assert (statement.children, statement.goals) == (("maya",), ("[another person] rings Bridie.",))
    assert list(review.earlier_entries) == ["c1"]
    assert list(review.earlier_scores) == [("ds1", "sloan")]


def test_who_led_and_who_was_of_the_core_group_come_along_and_are_not_in_force() -> None:
    """BA-13, BA-23, HF-14, HF-1: as what was; they are in force once somebody says so."""
    review = opened()
    assert review.earlier_members == {
        "farrant": e.EarlierMemberGiven(person="farrant", children=("maya",), note="online")
    }
    assert [each.words for each in review.earlier_birth_plans.values()] == ["Nobody."]
    assert not (review.key_workers or review.visits or review.core_group or review.birth_plans)


def test_what_not_everybody_of_the_family_heard_is_marked_for_the_shared_map() -> None:
    """HV-3, BA-13: said in another sitting, or while somebody was kept out; what all heard is not."""
    assert [each.apart for each in opened().earlier_entries.values()] == [False]
    made = LAST.contributions[0]
    elsewhere = replace(LAST, contributions=())
    for event in (
        e.SplitSittingPlanned(sitting="s1", title="With Tamsin", people=("tamsin",)),
        e.SplitSittingPlanned(sitting="s2", title="With Dean", people=("dean",)),
        made,
    ):
        elsewhere = build(event, on=elsewhere)
    assert [each.apart for each in opened(elsewhere).earlier_entries.values()] == [True]
    kept_out = e.ExclusionDecided(person="dean", ground="risk", reason="Threats.", parts=(made.stage,))
    assert [each.apart for each in opened(build(kept_out, on=LAST)).earlier_entries.values()] == [True]
    of_another_part = replace(kept_out, parts=("closed",))
    assert [each.apart for each in opened(build(of_another_part, on=LAST)).earlier_entries.values()] == [
        False
    ]


def test_nothing_that_was_said_then_is_said_again() -> None:
    """BA-13, BA-17: no contribution, score, view, category or decision stands in the review by itself."""
    review = opened()
    assert not review.contributions
    assert not review.danger_statements
    assert not review.scores
    assert not review.views
    assert not review.decisions
    assert not review.actions
    assert not review.presence


def test_who_belongs_to_a_sibling_without_a_plan_stays_behind() -> None:
    """BA-6, N.6: the sibling's father and his supporter are not invited; the mother's other child is not named."""
    review = opened()
    assert {"callum", "gemma", "teddy"}.isdisjoint({*review.people, *review.children})
    assert review.people["tamsin"].parent_of == ("maya",)
    assert review.people["joss"].supports == "tamsin"


def test_in_what_was_typed_a_mark_stands_for_who_stays_behind() -> None:
    """BA-6, N.6: no paper of the review would leave out the name of a child that it is not about."""
    last = build(
        e.ContributionMade(
            contribution="c3", stage="mapping", speaker="callum", words="Teddy and Maya sleep in one room.",
            column=e.Column.GREY, children=("maya", "teddy"),
        ),
        e.ActionAgreed(
            action="a1", children=("maya",), what="Not with Teddy.", who=("farrant",), when="when Callum is out"
        ),
        on=LAST,
    )  # fmt: skip
    review = opened(last)
    assert review.earlier_entries["c3"].words == "[another child] and Maya sleep in one room."
    assert review.earlier_entries["c3"].speaker == "[another person]"
    action = review.earlier_actions["a1"]
    assert (action.what, action.when) == ("Not with [another child].", "when [another person] is out")


def test_who_has_a_part_in_the_plan_comes_along() -> None:
    """BA-7: the sibling's father too, where he does something in it; his name stands then."""
    does = e.ActionAgreed(action="a3", children=("maya",), what="Callum rings.", who=("callum",), when="now")
    review = opened(build(does, on=LAST))
    assert review.people["callum"].parent_of == ()
    assert review.earlier_actions["a3"].what == "Callum rings."


def test_what_the_chair_answered_about_copies_holds_for_that_conference_alone() -> None:
    """HF-10: months later another answer may be right; the review asks anew."""
    answered = build(
        e.WordsJudged(reader="tamsin", words="Callum", stays=True, why="She lives with him."),
        e.EntryChosen(entry="c1", reader="", how="named"),
        on=LAST,
    )
    assert carried_over(answered, "high-is-safe") == carried_over(LAST, "high-is-safe")


def test_an_address_stays_withheld() -> None:
    """BA-9: also from somebody who is not invited this time, whose name is kept for it."""
    assert opened().people["dean"].withheld_from == ("Callum Voss",)
    at_home = build(e.ChildEntered(child="maya", name="Maya Orrell-Pike", lives_with=("callum",)), on=LAST)
    assert opened(at_home).people["dean"].withheld_from == ("callum",)


def test_the_second_review_follows_the_first() -> None:
    """BA-22, BA-25: it is counted, and a plan that goes on began when it began."""
    first = build(
        e.ConferenceArranged(held=date(2027, 2, 23)),
        e.DecisionMade(child="maya", outcome=CP, category=NEG),
        on=opened(),
    )
    second = opened(first)
    assert second.last_conference is not None
    assert (second.last_conference.review, second.last_conference.kind) == (2, e.Kind.REVIEW)
    assert second.earlier_plans["maya"] == e.EarlierPlanGiven(child="maya", begun=HELD, category=NEG)
    assert second.earlier_members == {}


def test_without_a_plan_there_is_nothing_to_review() -> None:
    """BA-13."""
    assert carried_over(ROOM, "high-is-safe") == ()


def test_the_family_tree_comes_along_as_far_as_it_is_of_a_child_with_a_plan() -> None:
    """BA-13, KC-4: Maya's grandmother and what was drawn of her, nothing of Callum's family."""
    drawn: tuple[e.AnyEvent, ...] = (
        e.RelativeNamed(relative="moira", name="Moira Pike", role="grandmother", died="2019"),
        e.RelationGiven(person="moira", of="dean", relation=Relation.PARENT, note="so Dean says"),
        e.RelativeNamed(relative="vera", name="Vera Voss"),
        e.RelationGiven(person="vera", of="callum", relation=Relation.PARENT),
    )
    opened = carried_over(build(*drawn, on=LAST), "high-is-safe")
    assert [event for event in opened if isinstance(event, e.RelativeNamed | e.RelationGiven)] == list(
        drawn[:2]
    )
    review = build(OPENED, *opened)
    assert all(
        refusal(build(OPENED, *opened[:place]), event, PLAIN) == ""
        for place, event in enumerate(opened)
        if isinstance(event, e.RelationGiven)
    )
    assert review.relatives["moira"].died == "2019"
