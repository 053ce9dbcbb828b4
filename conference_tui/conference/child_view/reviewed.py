"""At a review: what became of the plan so far, and what was said to what the review asks."""

from msgspec import Struct

from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.review_prompts import PromptId
from conference_tui.conference.state import Conference


class Reviewed(Struct, frozen=True, kw_only=True):
    """An action of the plan that is reviewed, and what became of it; `outcome` is empty while nobody has said."""

    what: str
    who: str
    when: str
    outcome: str
    evidence: str


class Answered(Struct, frozen=True, kw_only=True):
    """What a review asked in the procedure's words, and what was said to it."""

    prompt: PromptId
    asked: str
    answer: str
    """"yes", "no" or nothing."""
    words: str


def reviewed(own: Conference) -> tuple[Reviewed, ...]:
    """The actions of the plan so far."""
    return tuple(
        _action(action, own.action_reviews.get(action.action)) for action in own.earlier_actions.values()
    )


def _action(action: e.EarlierActionGiven, became: e.ActionReviewed | None) -> Reviewed:
    return Reviewed(
        what=action.what,
        who=action.who,
        when=action.when,
        outcome=became.outcome if became else "",
        evidence=became.evidence if became else "",
    )


def answered(own: Conference, procedure: Procedure) -> tuple[Answered, ...]:
    """What was said to what the review asks."""
    return tuple(
        Answered(
            prompt=given.prompt,
            asked=getattr(procedure.review, given.prompt).says,
            answer=given.answer,
            words=given.words,
        )
        for given in own.review_answers.values()
    )
