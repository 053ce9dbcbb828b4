"""What a review finds out: what became of the plan, what is still unanswered, how the scale has moved.

The prompts are the procedure's words and are answered by people; nothing here answers or decides (BA-24 to BA-26).
"""

from datetime import date

from msgspec import Struct

from conference_tui.conference import events as e
from conference_tui.conference.attendance import quorum
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.review_prompts import Asked, asked
from conference_tui.conference.scaling import Question, spread
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_date


def is_review(conference: Conference) -> bool:
    """Whether this conference reviews a plan."""
    return conference.opened is not None and conference.opened.kind is e.Kind.REVIEW


def next_core_group(conference: Conference) -> str:
    """What the core group that is booked is called: at a review it has met before."""
    return "next core group" if is_review(conference) else "first core group"


def not_gone_through(conference: Conference) -> tuple[e.EarlierActionGiven, ...]:
    """Actions of the plan of which nobody has said what became of them (BA-13)."""
    return tuple(
        action
        for action in conference.earlier_actions.values()
        if action.action not in conference.action_reviews
    )


def ends(conference: Conference, child: str) -> bool | None:
    """Whether the plan that a child came with ends today; None while it is not decided, or where there is none."""
    decided = conference.decisions.get(child)
    if decided is None or child not in conference.earlier_plans:
        return None
    return decided.made.outcome is not e.Outcome.CHILD_PROTECTION


def prompts(conference: Conference, procedure: Procedure, child: str) -> tuple[Asked, ...]:
    """What is asked about a child as things stand; nothing at a conference that is no review."""
    if not is_review(conference) or conference.last_conference is None:
        return ()
    decided = conference.decisions.get(child)
    here = decided.present if decided else None
    progress = conference.review_answers.get((child, "progress"))
    return asked(
        procedure.review,
        number=conference.last_conference.review,
        ends=ends(conference, child),
        progressed={"yes": True, "no": False}.get(progress.answer) if progress else None,
        is_quorate=quorum(conference, procedure, here).is_quorate,
    )


def unanswered(conference: Conference, procedure: Procedure, child: str) -> tuple[Asked, ...]:
    """What was asked about a child and has no answer yet."""
    return tuple(
        each
        for each in prompts(conference, procedure, child)
        if (child, each.key) not in conference.review_answers
    )


class CategoryChange(Struct, frozen=True, kw_only=True):
    """The category a child's plan came with, and the one it was decided with anew."""

    was: e.Category
    now: e.Category

    @property
    def changed(self) -> bool:
        """Whether it is another one now."""
        return self.was is not self.now


def category_change(conference: Conference, child: str) -> CategoryChange | None:
    """Of a plan that goes on; None where either category is not known or there is none."""
    earlier, decided = conference.earlier_plans.get(child), conference.decisions.get(child)
    if earlier is None or decided is None or earlier.category is None or decided.made.category is None:
        return None
    return CategoryChange(was=earlier.category, now=decided.made.category)


class Withdrawn(Struct, frozen=True, kw_only=True):
    """A core group that is not held, or not for a child whose plan has ended (BA-26, HV-15)."""

    children: tuple[str, ...]
    """Whose plan has ended."""
    on: date
    wholly: bool
    """Whether no plan goes on, so that nobody meets."""

    @property
    def sentence(self) -> str:
        """What is to be told to those who would have come."""
        if self.wholly:
            return f"The core group on {say_date(self.on)} is not held: no plan goes on."
        return f"The core group on {say_date(self.on)} is held only for the plans that go on."


def withdrawn(conference: Conference) -> Withdrawn | None:
    """The core group that was booked before this review, where a plan has ended since; None where it stands."""
    last = conference.last_conference
    ended = tuple(child for child in conference.earlier_plans if ends(conference, child))
    if last is None or last.core_group is None or not ended:
        return None
    if conference.held and last.core_group <= conference.held:
        return None  # it was held before today
    return Withdrawn(
        children=ended,
        on=last.core_group,
        wholly=all(ends(conference, child) for child in conference.earlier_plans),
    )


class Change(Struct, frozen=True, kw_only=True):
    """What one person answered last time, and what today."""

    person: str
    was: int
    now: int


class Trend(Struct, frozen=True, kw_only=True):
    """How the answers to a question have moved; there is no mean, and none across scales that run other ways."""

    question: str
    changes: tuple[Change, ...] = ()
    refused: str = ""
    """Why the two cannot be compared; empty where they can."""


def trend(conference: Conference, procedure: Procedure, question: Question) -> Trend | None:
    """Today's answers beside those of last time; None while they are hidden, or where there are none of last time."""
    shown = spread(conference, question)
    before = {
        person: given.score
        for (asks, person), given in conference.earlier_scores.items()
        if asks == question.id
    }
    if shown is None or not before:
        return None
    if why := _not_comparable(conference, procedure):
        return Trend(question=question.id, refused=why)
    return Trend(
        question=question.id,
        changes=tuple(
            Change(person=given.person, was=before[given.person], now=given.score)
            for given in shown.scores
            if given.person in before
        ),
    )


def _not_comparable(conference: Conference, procedure: Procedure) -> str:
    last = conference.last_conference
    polarity = last.polarity if last else ""
    if not polarity:
        return "Which way the last scale ran is not known, so its numbers are not compared with today's."
    if polarity != procedure.scale.polarity:
        return "The last scale ran the other way round, so its numbers are not compared with today's."
    return ""
