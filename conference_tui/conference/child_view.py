"""One child's part of the conference: all that a paper about this child is drawn from, and nothing of the others.

It is drawn from a reader's conference (`reading`), of which the entries that are about the child are replayed: what is
not in it cannot be printed by a mistake further on.
"""

from msgspec import Struct

from conference_tui.conference import decision, review
from conference_tui.conference import events as e
from conference_tui.conference.deadlines import Due, due_dates
from conference_tui.conference.family_tree import Tree, tree_of
from conference_tui.conference.people import Child
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.reading.read import of_one_child
from conference_tui.conference.reminders import reminders
from conference_tui.conference.state import Conference, Decision
from conference_tui.conference.working_days import Calendar


class View(Struct, frozen=True, kw_only=True):
    """What one agency thought of this child's need for a plan."""

    agency: str
    view: str
    """In words; empty where the agency gave none."""
    reason: str
    dissent: e.Dissent = e.Dissent.NONE
    """Whether and how the agency disagrees with the decision."""
    dissent_reason: str = ""


class ChildView(Struct, frozen=True, kw_only=True):
    """Everything a paper about one child may say."""

    own: Conference
    """What the reader reads of this child alone: what was said, agreed and booked."""
    child: Child
    views: tuple[View, ...]
    """What each agency thought (BA-17 to BA-19)."""
    dates: tuple[Due, ...]
    overridden: tuple[tuple[str, str], ...]
    """Something missing, late or unusual, and the chair's typed reason for going on."""
    family: Tree
    """The child's own family, without the other children and those who belong to them only (KC-4)."""

    @property
    def decision(self) -> Decision | None:
        """What was decided on the child."""
        return self.own.decisions.get(self.child.id)

    @property
    def outcome(self) -> e.Outcome | None:
        """Which plan was decided on, or that there is none; None before the decision."""
        return self.decision.made.outcome if self.decision else None

    @property
    def key_worker(self) -> str:
        """The name of the child's key worker; empty where none is named."""
        named = self.own.key_workers.get(self.child.id)
        return self.own.name(named.person) if named else ""


def for_child(
    read_before: Conference, procedure: Procedure, calendar: Calendar, child: str, *, with_family: bool = True
) -> ChildView:
    """The view of one child, in a reader's conference. Raises KeyError when that is not about the child."""
    own = of_one_child(read_before, child)
    return ChildView(
        own=own,
        child=own.children[child],
        views=_views(own, procedure),
        dates=due_dates(own, procedure, calendar),
        overridden=_overridden(own, procedure, calendar, child),
        family=tree_of(own, child) if own.tree_in_plans and with_family else Tree(),
    )


def _views(own: Conference, procedure: Procedure) -> tuple[View, ...]:
    declared = {dissent.agency: dissent for dissent in own.dissents.values()}
    given = {view.agency: view for view in own.views.values()}
    return tuple(
        _view(agency, procedure, given.get(agency), declared.get(agency))
        for agency in dict.fromkeys((*given, *declared))
    )


def _view(
    agency: str, procedure: Procedure, view: e.ViewGiven | None, dissent: e.DissentDeclared | None
) -> View:
    outcome = view.outcome if view else None
    in_words = decision.decision_in_words(procedure, outcome, view.category) if view and outcome else ""
    said_then = view.dissent if view and outcome is not None else e.Dissent.NONE
    return View(
        agency=agency,
        view=in_words,
        reason=(view.reason if view.outcome else view.why_none) if view else "",
        dissent=dissent.dissent if dissent else said_then,
        dissent_reason=dissent.reason if dissent else "",
    )


def _overridden(
    own: Conference, procedure: Procedure, calendar: Calendar, child: str
) -> tuple[tuple[str, str], ...]:
    """What the chair went on in spite of, and why a plan ends although it usually would not (BA-24)."""
    open_still = ((each.words, each.reason) for each in reminders(own, procedure, calendar) if each.reason)
    ended = (
        (asked.says, given.words)
        for asked in review.prompts(own, procedure, child)
        if asked.needs_reason and (given := own.review_answers.get((child, asked.key)))
    )
    return (*open_still, *ended)
