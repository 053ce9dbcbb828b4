"""The scale from 0 to 10: questions, hidden answers, spread. There is no mean (BA-16)."""

from msgspec import Struct

from conference_tui.conference import events as e
from conference_tui.conference.people import Standing
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference


class Question(Struct, frozen=True, kw_only=True):
    """What is scaled: a danger statement, or a child where there is none."""

    id: str
    title: str
    children: tuple[str, ...]


class Spread(Struct, frozen=True, kw_only=True):
    """All answers to a question, once they are shown."""

    question: Question
    scores: tuple[e.ScoreGiven, ...]
    """From the lowest to the highest."""

    @property
    def lowest(self) -> int:
        """The lowest score given."""
        return self.scores[0].score

    @property
    def highest(self) -> int:
        """The highest score given."""
        return self.scores[-1].score

    @property
    def sentence(self) -> str:
        """The range in words."""
        if self.lowest == self.highest:
            return f"Everyone who answered said {self.lowest}."
        return f"From {self.lowest} to {self.highest}."


def questions(conference: Conference) -> tuple[Question, ...]:
    """What can be scaled: every danger statement, then every child that none of them names."""
    made = tuple(
        Question(id=statement.statement, title=statement.words, children=statement.children)
        for statement in conference.danger_statements.values()
    )
    named = {child for question in made for child in question.children}
    return made + tuple(
        Question(id=child.id, title=f"How safe is {child.label}?", children=(child.id,))
        for child in conference.children.values()
        if child.id not in named
    )


def may_score(conference: Conference, person: str) -> bool:
    """Everyone answers but interpreters and observers, and supporters and advocates unless the chair asks (HV-2)."""
    if person in conference.children:
        return True
    found = conference.people.get(person)
    if found is None:
        return False
    scores = found.standing in (Standing.PARENT, Standing.NETWORK, Standing.PROFESSIONAL)
    return scores or is_asked_by_the_chair(conference, person)


def may_be_asked(conference: Conference, person: str) -> bool:
    """Whether it is the chair's to ask somebody for a score: only who supports somebody, or speaks for them (HV-2)."""
    found = conference.people.get(person)
    return found is not None and found.standing in (Standing.SUPPORTER, Standing.ADVOCATE)


def is_asked_by_the_chair(conference: Conference, person: str) -> bool:
    """Whether somebody gives a score only because the chair asks for it (HV-2)."""
    return person in conference.asked_to_score and may_be_asked(conference, person)


def asked(conference: Conference) -> tuple[str, ...]:
    """Everyone who is or was in the meeting and gives a score, as they were entered, the children last."""
    return tuple(
        someone
        for someone in conference.everybody()
        if someone in conference.presence and may_score(conference, someone)
    )


def not_asked(conference: Conference) -> tuple[str, ...]:
    """Those in the meeting who speak for others and give no score of their own (HV-2)."""
    return tuple(
        person
        for person in conference.people
        if person in conference.presence and not may_score(conference, person)
    )


def answered(conference: Conference, question: str) -> tuple[str, ...]:
    """Who has answered, without what."""
    return tuple(person for asked, person in conference.scores if asked == question)


def spread(conference: Conference, question: Question) -> Spread | None:
    """The answers, or None while they are hidden or there are none."""
    scores = sorted(
        (score for (asked, _), score in conference.scores.items() if asked == question.id),
        key=lambda given: given.score,
    )
    if question.id not in conference.shown or not scores:
        return None
    return Spread(question=question, scores=tuple(scores))


def is_low(score: int, procedure: Procedure) -> bool:
    """Whether a score asks what is done today, on the procedure's own scale, whichever way it runs."""
    scale = procedure.scale
    return score <= scale.low_score if scale.polarity == "high-is-safe" else score >= scale.low_score


def low_score_prompt(conference: Conference, question: Question, procedure: Procedure) -> str:
    """The procedure's question about a low score; empty while hidden, if none is low, or answered."""
    shown = spread(conference, question)
    if shown is None or question.id in conference.low_score_answers:
        return ""
    return procedure.scale.low_prompt if any(is_low(s.score, procedure) for s in shown.scores) else ""
