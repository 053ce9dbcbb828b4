"""The scale: what is refused, what it changes, how it is told; a score that is hidden stays hidden (BA-16)."""

from typing import Any

from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.scaling import may_be_asked, may_score, questions
from conference_tui.conference.state import Conference
from conference_tui.conference.subjects.by_kind import changes, keep_by, put, refused, requires
from conference_tui.conference.subjects.telling import Told, because, quoted, says


@refused.register
def _(event: e.SupporterAskedToScore, conference: Conference, _: Procedure) -> str:
    if not may_be_asked(conference, event.person):
        return f"{conference.name(event.person)} is no supporter: the chair asks only those besides."
    if not event.asked and any(person == event.person for _, person in conference.scores):
        return f"{conference.name(event.person)} has given a score. Strike that first."
    return ""


@refused.register
def _(event: e.ScoreGiven, conference: Conference, procedure: Procedure) -> str:
    scale = procedure.scale
    if not scale.minimum <= event.score <= scale.maximum:
        return f"The scale goes from {scale.minimum} to {scale.maximum}."
    if not event.rationale:
        return "A score needs its reason. What makes it that number?"
    if not may_score(conference, event.person):
        return f"{conference.name(event.person)} is not asked for a score."
    if event.question not in {question.id for question in questions(conference)}:
        return "That question is no longer on the scale."
    return ""


@refused.register
def _(event: e.ScoresShown, conference: Conference, _: Procedure) -> str:
    given = any(question == event.question for question, _ in conference.scores)
    return "" if given else "Nobody has given a score on this yet."


requires(e.LowScoreAnswered, "answer", "The answer to a low score cannot be empty.")


def _asked_to_score(state: Conference, event: e.SupporterAskedToScore) -> dict[str, Any]:
    person = frozenset({event.person})
    return {"asked_to_score": state.asked_to_score | person if event.asked else state.asked_to_score - person}


changes(e.SupporterAskedToScore, _asked_to_score)
keep_by(e.ScoreGiven, "scores", "question", "person")
changes(e.ScoresShown, lambda s, ev: {"shown": s.shown | {ev.question}})
changes(
    e.LowScoreAnswered,
    lambda s, ev: {"low_score_answers": put(s.low_score_answers, ev.question, ev.answer)},
    "question",
)


def _score(event: e.ScoreGiven, told: Told) -> str:
    who, question = told.name(event.person), told.question(event.question)
    if event.question not in told.conference.shown:
        return f"{who} answered on the scale, hidden until the scores are shown: {question}"
    return f"{who} gave {event.score} on the scale: {question}.{because(event.rationale)}"


says(
    e.SupporterAskedToScore,
    lambda ev, told: (
        f"The chair asks {told.name(ev.person)} for a score"
        if ev.asked
        else f"The chair does not ask {told.name(ev.person)} for a score any more"
    ),
)
says(e.ScoreGiven, _score)
says(e.ScoresShown, lambda ev, told: f"The scores were shown: {told.question(ev.question)}")
says(
    e.LowScoreAnswered,
    lambda ev, told: (
        f"What is done today about the low score on {told.question(ev.question)}: {quoted(ev.answer)}"
    ),
)
