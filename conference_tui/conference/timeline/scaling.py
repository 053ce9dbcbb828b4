"""Sentences of the scale; a score that is hidden stays hidden (BA-16)."""

from conference_tui.conference import events as e
from conference_tui.conference.timeline.telling import Told, says
from conference_tui.conference.timeline.words import because, quoted


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
