"""The scale: hidden, then shown together, never averaged."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference import scaling
from conference_tui.conference.people import Standing
from conference_tui.conference.rules import refusal
from conference_tui.conference.state import Conference
from tests.conference.building import INVITED, PLAIN, ROOM, build

DS1 = e.DangerStatementMade(statement="ds1", children=("maya",), words="We are worried that …")
WORRIED = build(DS1, on=ROOM)


def score(person: str, number: int, question: str = "ds1") -> e.ScoreGiven:
    return e.ScoreGiven(person=person, question=question, score=number, rationale="So it is.")


def question(conference: Conference, name: str = "ds1") -> scaling.Question:
    return next(each for each in scaling.questions(conference) if each.id == name)


def test_what_is_scaled() -> None:
    """BA-16: every danger statement, and a child that none of them names."""
    assert [each.id for each in scaling.questions(WORRIED)] == ["ds1", "teddy"]
    assert question(WORRIED, "teddy").title == "How safe is Teddy Voss?"


def test_scores_are_hidden_until_they_are_shown_together() -> None:
    """BA-16: who has answered can be seen, what cannot."""
    scored = build(score("sloan", 3), score("amadi", 2), on=WORRIED)
    assert scaling.answered(scored, "ds1") == ("sloan", "amadi")
    assert scaling.spread(scored, question(scored)) is None
    assert scaling.low_score_prompt(scored, question(scored), PLAIN) == ""
    shown = scaling.spread(build(e.ScoresShown(question="ds1"), on=scored), question(scored))
    assert shown is not None
    assert [(each.person, each.score) for each in shown.scores] == [("amadi", 2), ("sloan", 3)]
    assert shown.sentence == "From 2 to 3."


def test_everyone_on_one_number() -> None:
    same = build(score("sloan", 4), score("amadi", 4), e.ScoresShown(question="ds1"), on=WORRIED)
    shown = scaling.spread(same, question(same))
    assert shown is not None
    assert shown.sentence == "Everyone who answered said 4."


@given(
    st.dictionaries(st.sampled_from(["sloan", "amadi", "tiplady", "tamsin"]), st.integers(0, 10), min_size=1)
)
def test_the_spread_is_what_was_given_and_there_is_no_mean(scores: dict[str, int]) -> None:
    """BA-16: the lowest and the highest, and nothing that looks like an average."""
    given_scores = [score(person, number) for person, number in scores.items()]
    conference = build(*given_scores, e.ScoresShown(question="ds1"), on=WORRIED)
    shown = scaling.spread(conference, question(conference))
    assert shown is not None
    assert (shown.lowest, shown.highest) == (min(scores.values()), max(scores.values()))
    assert {each.score for each in shown.scores} == set(scores.values())
    public = [name for name in dir(shown) if not name.startswith("_")]
    assert public == ["highest", "lowest", "question", "scores", "sentence"]


@pytest.mark.parametrize(("number", "prompts"), [(0, True), (2, True), (3, False), (10, False)])
def test_a_low_score_asks_what_is_done_today(number: int, prompts: bool) -> None:
    """BA-16: at the procedure's limit and under it, until it is answered."""
    conference = build(score("amadi", number), score("sloan", 5), e.ScoresShown(question="ds1"), on=WORRIED)
    asked = scaling.low_score_prompt(conference, question(conference), PLAIN)
    assert asked == (PLAIN.scale.low_prompt if prompts else "")
    answered = build(e.LowScoreAnswered(question="ds1", answer="He stays away."), on=conference)
    assert scaling.low_score_prompt(answered, question(answered), PLAIN) == ""


def test_a_scale_that_runs_the_other_way() -> None:
    """BA-16: which end is safe is the procedure's."""
    danger = replace(PLAIN, scale=replace(PLAIN.scale, polarity="high-is-danger", low_score=8))
    assert [scaling.is_low(number, danger) for number in (2, 7, 8, 10)] == [False, False, True, True]


@pytest.mark.parametrize(
    ("event", "why"),
    [
        (score("sloan", 11), "The scale goes from 0 to 10."),
        (score("sloan", -1), "The scale goes from 0 to 10."),
        (replace(score("sloan", 3), rationale=""), "A score needs its reason."),
        (score("joss", 3), "Joss Whelan is not asked for a score."),
        (score("nobody", 3), "nobody is not asked for a score."),
        (score("sloan", 3, question="ds9"), "That question is no longer on the scale."),
        (e.ScoresShown(question="ds1"), "Nobody has given a score on this yet."),
    ],
)
def test_scores_that_are_refused(event: e.Event, why: str) -> None:
    """BA-16, HV-2: a number off the scale, one without a reason, one from a supporter."""
    assert refusal(WORRIED, event, PLAIN).startswith(why)


def test_scores_on_one_question_do_not_open_another() -> None:
    """BA-16: each question is shown by itself."""
    scored = build(score("sloan", 3), on=WORRIED)
    assert refusal(scored, e.ScoresShown(question="ds1"), PLAIN) == ""
    assert refusal(scored, e.ScoresShown(question="teddy"), PLAIN).startswith("Nobody has given a score")


def test_children_and_family_score_and_supporters_do_not() -> None:
    """BA-7, HV-2: the network scores; who speaks for another does not."""
    assert scaling.may_score(WORRIED, "maya")
    assert scaling.may_score(WORRIED, "tamsin")
    for standing in Standing:
        person = e.PersonEntered(person="x", name="X", standing=standing)
        expected = standing in (Standing.PARENT, Standing.NETWORK, Standing.PROFESSIONAL)
        assert scaling.may_score(build(person, on=WORRIED), "x") is expected


def test_who_is_asked_for_a_score() -> None:
    """BA-16, HV-2: everyone in the meeting, the children last; a supporter is here and is not asked."""
    assert scaling.asked(INVITED) == scaling.not_asked(INVITED) == ()
    with_maya = build(e.PersonArrived(person="maya", at=time(14, 25)), on=ROOM)
    assert scaling.asked(with_maya) == (
        "sloan",
        "quill",
        "amadi",
        "tiplady",
        "farrant",
        "hale",
        "tamsin",
        "maya",
    )
    assert scaling.not_asked(with_maya) == ("joss",)
    without_maya = build(e.PersonLeft(person="maya", at=time(14, 55)), on=with_maya)
    assert "maya" in scaling.asked(without_maya)


def test_who_left_has_still_scored() -> None:
    """BA-16: a score stands when its giver goes home."""
    conference = build(score("sloan", 3), e.PersonLeft(person="sloan", at=time(15, 0)), on=WORRIED)
    assert scaling.answered(conference, "ds1") == ("sloan",)
