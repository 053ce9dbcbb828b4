"""What was decided on the child, how that came about, and what each agency thought (BA-17 to BA-19)."""

from msgspec import Struct

from conference_tui.conference import decision
from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference


class View(Struct, frozen=True, kw_only=True):
    """What one agency thought of this child's need for a plan."""

    agency: str
    view: str
    """In words; empty where the agency gave none."""
    reason: str
    dissent: e.Dissent = e.Dissent.NONE
    """Whether and how the agency disagrees with the decision."""
    dissent_reason: str = ""


class Decided(Struct, frozen=True, kw_only=True):
    """The decision on this child; empty but for the views where there is none yet."""

    outcome: e.Outcome | None = None
    outcome_title: str = ""
    category: str = ""
    sentence: str
    """How the decision came about, as it was told when it was made."""
    chair_reason: str = ""
    decided_by: str = ""
    """Who chaired when it was decided, where the chair changed; else empty (M16)."""
    views: tuple[View, ...]
    inquorate: str = ""
    """The verdict on those present at the decision, where it was made without a quorum."""
    quorum_before: str = ""
    """The verdict when the apologies were gone through, where it is another than at the decision (M14)."""
    inquorate_reason: str = ""
    safeguards: str = ""
    decision_seal: e.Sealed | None = None
    """The seal of the decision; None while it is not on the disk."""


def decided(own: Conference, procedure: Procedure, child: str) -> Decided:
    """The decision on the child, with the views of the agencies."""
    views, found = _views(own, procedure), own.decisions.get(child)
    if found is None:
        return Decided(sentence="", views=views)
    made = found.made
    # Where who was here is corrected after a quorate decision, nothing but this tells that the chair went on without.
    went_ahead = own.inquorate if made.quorum or not made.quorum_before else None
    return Decided(
        outcome=made.outcome,
        outcome_title=decision.outcome_title(procedure, made.outcome),
        category=decision.category_title(procedure, made.category) if made.category else "",
        sentence=made.sentence,
        chair_reason=made.reason,
        decided_by=found.chair if own.chairs else "",
        views=views,
        inquorate=made.quorum,
        quorum_before=made.quorum_before,
        inquorate_reason=went_ahead.reason if went_ahead else "",
        safeguards=went_ahead.safeguards if went_ahead else "",
        decision_seal=own.seal_of(child),
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
