"""Scaling: who is asked, the scores, and what is done about a low one (BA-16)."""

from conference_tui.conference.events.kinds import Event
from conference_tui.conference.events.roles import Question, Someone, Words


class SupporterAskedToScore(Event, frozen=True, kw_only=True):
    """The chair asks a supporter for a score, which they otherwise do not give; or does so no longer (HV-2)."""

    person: Someone
    asked: bool = True


class ScoreGiven(Event, frozen=True, kw_only=True):
    """One answer on the scale, with its reason (BA-16). Hidden until `ScoresShown`."""

    in_meeting_only = True

    person: Someone
    question: Question
    """The danger statement, or the child, that is scaled."""
    score: int
    rationale: Words


class ScoresShown(Event, frozen=True, kw_only=True):
    """The scores on a question were shown together."""

    question: Question


class LowScoreAnswered(Event, frozen=True, kw_only=True):
    """What is done today about a score at or under the procedure's limit."""

    question: Question
    answer: Words
