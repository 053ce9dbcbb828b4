"""What was decided on a child, how that came about, and what each agency said (BA-17 to BA-19)."""

from collections.abc import Sequence

from conference_tui.conference.child_view import ChildView, View
from conference_tui.conference.decision import category_title
from conference_tui.conference.events import DecisionMade, Dissent
from conference_tui.conference.procedure import Procedure
from conference_tui.documents.writing import Writing


def decision(writing: Writing, view: ChildView, procedure: Procedure) -> None:
    """The sentence that the views make, the category, and the chair's reasons."""
    if (decided := view.decision) is None:
        return
    made = decided.made
    writing.text(made.sentence)
    if view.own.chairs and decided.chair:  # who chaired then, where the chair changed (M16)
        writing.text(writing.say("decision", "decided_by", who=decided.chair))
    if category := in_category(made, procedure):
        writing.text(writing.say("decision", "category", category=category))
    if made.reason:
        writing.text(writing.say("decision", "reason", reason=made.reason))
    _inquorate(writing, view, made)


def in_category(made: DecisionMade, procedure: Procedure) -> str:
    """The category of harm in words; empty where the plan has none."""
    return category_title(procedure, made.category) if made.category else ""


def _inquorate(writing: Writing, view: ChildView, made: DecisionMade) -> None:
    """Of a conference that was not quorate: what was missing, why the chair went ahead, what keeps the child safe."""
    if made.quorum:
        verdict = made.quorum[0].lower() + made.quorum[1:]
        writing.text(writing.say("decision", "inquorate", verdict=verdict), marked=True)
    if made.quorum_before:
        writing.text(writing.say("decision", "quorum_before", verdict=made.quorum_before))
    # Where who was here is corrected after a quorate decision, nothing but this tells that the chair went on without.
    went_ahead = view.own.inquorate if made.quorum or not made.quorum_before else None
    if went_ahead and went_ahead.reason:
        writing.text(writing.say("decision", "inquorate_reason", reason=went_ahead.reason))
    if went_ahead and went_ahead.safeguards:
        told = {"name": view.child.label, "safeguards": went_ahead.safeguards}
        writing.text(writing.say("decision", "safeguards", **told))


def views(writing: Writing, view: ChildView) -> None:
    """Each agency's view, with its reason and its dissent."""
    if not view.views:
        return
    columns = [writing.say("decision", key) for key in ("agency", "view", "reason_column")]
    rows = [_view(writing, given) for given in view.views]
    if any(reason for _, _, reason in rows):
        writing.table(columns, rows, (0.26, 0.3, 0.44))
    else:
        writing.table(columns[:2], [row[:2] for row in rows], (0.4, 0.6))


def _view(writing: Writing, given: View) -> tuple[str, str, str]:
    dissent = ""
    if given.dissent is not Dissent.NONE:
        dissent = writing.say("decision", given.dissent.value)
    told = [given.reason, dissent, given.dissent_reason]
    return (
        given.agency,
        given.view or writing.say("decision", "no_view"),
        "\n".join(part for part in told if part),
    )


def overridden(writing: Writing, found: Sequence[tuple[str, str]]) -> None:
    """What was missing or late, each with the chair's typed reason."""
    if found:
        writing.heading("overridden")
        writing.table((), found, (0.45, 0.55))
