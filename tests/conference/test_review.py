"""A review: what became of the plan, what is asked and by whom it is answered, how the scale has moved."""

from datetime import date

import pytest
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference import review
from conference_tui.conference.deadlines import due_dates
from conference_tui.conference.people import Standing
from conference_tui.conference.plan import who_is_named
from conference_tui.conference.reminders import holding_up, reminders
from conference_tui.conference.rules import refusal
from conference_tui.conference.scaling import questions
from conference_tui.conference.state import Conference
from conference_tui.overview.whole import overview
from tests.conference.building import (
    ARRANGED,
    CALENDAR,
    CIN,
    CP,
    EMO,
    HELD,
    NO_PLAN,
    OPENED,
    PHY,
    PLAIN,
    PROFESSIONALS,
    ROOM,
    SOCIAL_CARE,
    arrive,
    build,
    of_one,
    plan_of,
    view,
    view_of,
)

REVIEW = replace(OPENED, kind=e.Kind.REVIEW)
LAST = e.LastConferenceGiven(held=date(2026, 9, 3), polarity="high-is-safe", core_group=date(2026, 12, 9))
PLAN = e.EarlierPlanGiven(child="maya", begun=date(2026, 9, 3), category=PHY)
ACTION = e.EarlierActionGiven(action="a1", children=("maya",), what="Check-in.", who="Farrant", when="weekly")
AT_REVIEW = build(REVIEW, LAST, PLAN, ACTION, on=ROOM)
SECOND = build(replace(LAST, review=2), on=AT_REVIEW)
NO_BETTER = e.ReviewAnswered(child="maya", prompt="progress", words="Nothing has changed.", answer="no")
ENDED = build(view("maya", SOCIAL_CARE, NO_PLAN), e.DecisionMade(child="maya", outcome=NO_PLAN), on=AT_REVIEW)
GOES_ON = build(
    view("maya", SOCIAL_CARE, CP, EMO), e.DecisionMade(child="maya", outcome=CP, category=EMO), on=AT_REVIEW
)


def why(event: e.Event, conference: Conference = AT_REVIEW) -> str:
    return refusal(conference, event, PLAIN)


def words(conference: Conference) -> dict[str, str]:
    return {each.key: each.words for each in reminders(conference, PLAIN, CALENDAR) if each.is_open}


def blocking(conference: Conference) -> set[str]:
    return {each.key for each in holding_up(conference, PLAIN, CALENDAR)}


def test_each_action_is_gone_through_with_what_shows_it() -> None:
    """BA-13: done, partly or not done, never without evidence, and only what was in the plan."""
    assert words(AT_REVIEW)["actions reviewed"] == "Actions of the last plan not gone through: “Check-in.”."
    reviewed = e.ActionReviewed(action="a1", outcome="partly", evidence="Six of ten weeks.")
    assert why(reviewed) == ""
    assert why(replace(reviewed, evidence="")) == "Say what shows it."
    assert "not in the plan" in why(replace(reviewed, action="a9"))
    assert "actions reviewed" not in words(build(reviewed, on=AT_REVIEW))


def test_the_core_group_of_a_plan_that_goes_on_has_met_before() -> None:
    """BA-23: nobody books its first meeting at a review."""
    assert words(GOES_ON)["core group"] == "No date for the next core group."
    assert overview(GOES_ON, PLAIN, CALENDAR)["core_group"]["meets"] == "next core group"


def test_every_review_asks_for_all_four_of_each_child() -> None:
    """BA-24, HV-15: progress, barriers, new worries, services; in the procedure's words, and holding up nothing."""
    four = {f"{key}:maya" for key in ("progress", "barriers", "new_worries", "services")}
    assert four <= words(AT_REVIEW).keys()
    assert words(AT_REVIEW)["barriers:maya"] == f"Maya Orrell-Pike: {PLAIN.review.barriers.says}"
    assert not four & blocking(AT_REVIEW)
    assert not four & words(ROOM).keys()
    answered = build(e.ReviewAnswered(child="maya", prompt="barriers", words="Night shifts."), on=AT_REVIEW)
    assert "barriers:maya" not in words(answered)


def test_an_answer_is_somebodys_words_and_never_empty() -> None:
    """BA-24: the program asks and does not tick."""
    assert why(replace(NO_BETTER, words="")) == "Nothing was typed."
    assert why(NO_BETTER, ROOM) == "That is asked at a review."


def test_ending_at_the_first_review_waits_for_the_reason() -> None:
    """BA-24: it holds up the close until it is answered, or the chair types a reason for going on."""
    assert "ending_first:maya" in blocking(ENDED)
    reason = e.ReviewAnswered(child="maya", prompt="ending_first", words="Callum lives in Leeds now.")
    assert "ending_first:maya" not in blocking(build(reason, on=ENDED))
    assert "ending_first:maya" not in blocking(build(replace(LAST, review=2), on=ENDED))
    assert "ending_first:maya" not in blocking(GOES_ON)


def test_ending_without_a_quorum_waits_for_the_reason() -> None:
    """BA-4: by those who were here when it was decided."""
    few = build(REVIEW, ARRANGED, *PROFESSIONALS, *arrive("sloan", "amadi"), replace(LAST, review=3), PLAN)
    few = build(e.ChildEntered(child="maya", name="Maya"), view("maya", SOCIAL_CARE, CIN), on=few)
    ended = build(e.DecisionMade(child="maya", outcome=CIN), on=few)
    assert "ending_inquorate:maya" in blocking(ended)
    late_comers = build(*arrive("tiplady", "farrant"), on=ended)
    assert "ending_inquorate:maya" in blocking(late_comers)
    assert "ending_inquorate:maya" not in blocking(build(replace(LAST, review=3), on=ENDED))


@pytest.mark.parametrize(("conference", "said"), [(AT_REVIEW, False), (SECOND, True)])
def test_without_progress_by_the_second_review_legal_advice_is_asked_about(
    conference: Conference, said: bool
) -> None:
    """BA-25: the program says so, and what was decided about it is recorded."""
    asked = build(NO_BETTER, on=conference)
    assert ("no_progress:maya" in words(asked)) is said
    assert ("family_meeting:maya" in words(asked)) is said
    decided = e.ReviewAnswered(child="maya", prompt="no_progress", words="A meeting on 4 December.")
    assert "no_progress:maya" not in words(build(decided, on=asked))
    assert "no_progress:maya" not in words(build(replace(NO_BETTER, answer="yes"), on=conference))


def test_stepping_down_is_offered_and_declining_it_is_recorded() -> None:
    """BA-26, HV-15: asked where a plan ends, with its own dates where it is taken."""
    assert "step_down:maya" in words(ENDED)
    assert "step_down:maya" not in words(GOES_ON)
    declined = e.ReviewAnswered(child="maya", prompt="step_down", words="Tamsin wants none.", answer="no")
    assert "step_down:maya" not in words(build(declined, on=ENDED))
    in_need = build(view("maya", SOCIAL_CARE, CIN), e.DecisionMade(child="maya", outcome=CIN), on=AT_REVIEW)
    dues = {due.deadline.key: due.deadline.when for due in due_dates(in_need, PLAIN, CALENDAR)}
    assert dues["cin_first_meeting"] == "Tue 15 Dec 2026"
    assert not {"later_core_group", "later_review", "visits"} & dues.keys()


def test_the_category_is_decided_anew() -> None:
    """BA-17, M13: a plan that goes on needs its category again; the last one is never taken over."""
    assert why(e.DecisionMade(child="maya", outcome=CP)).startswith(
        "A child protection plan needs its category."
    )
    changed = review.category_change(GOES_ON, "maya")
    assert changed is not None
    assert (changed.was, changed.now, changed.changed) == (PHY, EMO, True)
    assert review.category_change(AT_REVIEW, "maya") is None


def test_a_core_group_is_withdrawn_when_the_plan_ends() -> None:
    """BA-22, BA-26: wholly where no plan goes on, else for that child."""
    assert review.withdrawn(AT_REVIEW) is None
    assert review.withdrawn(GOES_ON) is None
    assert words(ENDED)["core group withdrawn"] == (
        "The core group on Wed 9 Dec 2026 is not held: no plan goes on."
    )
    assert review.withdrawn(build(replace(LAST, core_group=date(2026, 11, 20)), on=ENDED)) is None
    both = build(replace(PLAN, child="teddy"), on=ENDED)
    gone = review.withdrawn(both)
    assert gone is not None
    assert (gone.children, gone.wholly) == (("maya",), False)


def test_the_reviews_own_limit_comes_from_the_conference_before() -> None:
    """BA-3, HF-3 (S2): a review on 19 January is in time, and the next one is due six months on."""
    arranged = e.ConferenceArranged(held=date(2027, 1, 19))
    held = build(REVIEW, arranged, e.LastConferenceGiven(held=date(2026, 12, 22)))
    dues = {due.deadline.key: due for due in due_dates(held, PLAIN, CALENDAR)}
    assert (dues["conference"].deadline.when, dues["conference"].is_late) == ("Mon 22 Mar 2027", False)
    assert dues["later_review"].deadline.when == "Mon 19 Jul 2027"


def test_without_the_last_conference_the_review_says_what_is_wanting() -> None:
    """BA-13."""
    bare = build(REVIEW, on=ROOM)
    assert "last conference" in words(bare)
    assert {"last conference", "earlier plan:maya"}.isdisjoint(words(AT_REVIEW))
    assert "earlier plan:teddy" in words(AT_REVIEW)


@pytest.mark.parametrize("begun", [HELD, date(2026, 12, 2)])
def test_a_review_is_after_the_day_on_which_the_plan_began(begun: date) -> None:
    """M12: rule 8841, wherever the days are entered."""
    assert "rule 8841" in why(replace(LAST, held=begun))
    assert "rule 8841" in why(replace(PLAN, begun=begun))
    assert "rule 8841" in why(e.ConferenceArranged(held=LAST.held))
    assert "rule 8841" in why(e.ReviewBooked(on=HELD))
    assert why(PLAN) == why(LAST) == ""


def test_a_plan_does_not_end_on_the_day_it_began() -> None:
    """M11: rule 8840."""
    same_day = build(replace(PLAN, begun=HELD), view("maya", SOCIAL_CARE, CIN), on=AT_REVIEW)
    assert "rule 8840" in why(e.DecisionMade(child="maya", outcome=CIN), same_day)
    assert why(e.DecisionMade(child="maya", outcome=CIN), build(PLAN, on=same_day)) == ""


def test_only_a_review_follows_a_conference() -> None:
    """HF-1."""
    assert "Only a review" in why(LAST, ROOM)
    assert why(replace(LAST, review=0)) == "The first review is number 1."


SCORED = build(
    e.EarlierScoreGiven(question="maya", person="sloan", score=3),
    e.EarlierScoreGiven(question="maya", person="amadi", score=2),
    e.ScoreGiven(person="sloan", question="maya", score=6, rationale="x"),
    e.ScoreGiven(person="tamsin", question="maya", score=7, rationale="x"),
    on=AT_REVIEW,
)
SHOWN = build(e.ScoresShown(question="maya"), on=SCORED)


def trend(conference: Conference) -> review.Trend | None:
    question = next(each for each in questions(conference) if each.id == "maya")
    return review.trend(conference, PLAIN, question)


def test_the_scale_has_moved_person_by_person() -> None:
    """BA-16: only who answered both times, never a mean, and hidden while today's are hidden."""
    assert trend(SCORED) is None
    found = trend(SHOWN)
    assert found is not None
    assert found.changes == (review.Change(person="sloan", was=3, now=6),)
    assert found.refused == ""


@pytest.mark.parametrize(
    ("polarity", "why_not"), [("high-is-danger", "the other way round"), ("", "is not known")]
)
def test_scales_that_run_other_ways_are_not_compared(polarity: str, why_not: str) -> None:
    """BA-16."""
    other = e.LastConferenceGiven(held=LAST.held, polarity=polarity)  # type: ignore[arg-type]
    found = trend(build(other, on=SHOWN))
    assert found is not None
    assert why_not in found.refused
    assert found.changes == ()


def test_a_childs_paper_knows_nothing_of_a_siblings_review() -> None:
    """BA-17, N.6: plans, actions, answers and scores of a sibling are gone before anything is drawn."""
    both = build(
        replace(PLAN, child="teddy"),
        replace(NO_BETTER, child="teddy"),
        e.EarlierStatementGiven(statement="d1", children=("maya",), words="Maya is alone at night."),
        e.EarlierEntryGiven(entry="c1", column=e.Column.HARM, children=("maya",), words="A cable."),
        on=SHOWN,
    )
    of_teddy = of_one(both, "teddy")
    assert list(of_teddy.earlier_plans) == ["teddy"]
    assert not of_teddy.earlier_actions
    assert not of_teddy.earlier_statements
    assert not of_teddy.earlier_entries
    assert not of_teddy.earlier_scores
    assert list(of_teddy.review_answers) == [("teddy", "progress")]
    assert not of_one(both, "maya").review_answers


def test_the_reason_for_an_unusual_end_is_printed() -> None:
    """BA-24, N.4: with the question it answers, on that child's paper and on no other."""
    reason = e.ReviewAnswered(child="maya", prompt="ending_first", words="Callum lives in Leeds now.")
    ended = build(reason, NO_BETTER, on=ENDED)
    printed = (PLAIN.review.ending_first.says, reason.words)
    assert view_of(ended, PLAIN, CALENDAR, "maya").overridden == (printed,)
    assert printed not in view_of(ended, PLAIN, CALENDAR, "teddy").overridden


def test_a_childs_paper_says_what_became_of_the_plan() -> None:
    """BA-13, HV-15: and a sibling's name in it gives way."""
    reviewed = e.ActionReviewed(action="a1", outcome="partly", evidence="Not while Teddy was ill.")
    goes_on = [e.DecisionMade(child=child, outcome=CP, category=PHY) for child in ("maya", "teddy")]
    plan = plan_of(build(reviewed, NO_BETTER, *goes_on, on=AT_REVIEW), "maya")
    assert "Partly done.\\nNot while [another child] was ill." in plan
    assert "Nothing has got better.\\nNothing has changed." in plan
    assert "What became of the plan so far" not in plan_of(build(*goes_on, on=AT_REVIEW), "teddy")


def test_what_is_too_long_is_told_also_of_a_goal() -> None:
    statement = e.EarlierStatementGiven(statement="d1", children=("maya",), words="x", goals=("x" * 30_000,))
    assert "Record it in parts" in why(statement)
    assert why(replace(statement, goals=("Callum rings Bridie.",))) == ""


def test_who_did_something_is_found_again_in_the_words_and_the_rest_stands_as_it_was_typed() -> None:
    """BA-13: an “and” may be part of a service's name; whose name two people have is nobody's."""
    assert ROOM.name("tamsin") == "Tamsin Orrell"
    told = "Tamsin Orrell, Speech and Language Therapy and Joss Whelan"
    assert who_is_named(ROOM, told) == (("tamsin", "joss"), "Speech and Language Therapy")
    assert who_is_named(ROOM, "her GP and the school") == ((), "her GP and the school")
    assert who_is_named(ROOM, "the school, Tamsin Orrell and a nurse") == (("tamsin",), "the school, a nurse")
    assert who_is_named(ROOM, "") == ((), "")
    two = build(
        e.PersonEntered(person="joss2", name="Joss Whelan", standing=Standing.NETWORK, role="uncle"), on=ROOM
    )
    assert who_is_named(two, "Joss Whelan") == ((), "Joss Whelan")
