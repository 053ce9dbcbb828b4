"""What is refused of the scale."""

from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.rules.by_kind import refused, requires
from conference_tui.conference.scaling import may_be_asked, may_score, questions
from conference_tui.conference.state import Conference


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
