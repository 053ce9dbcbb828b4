"""What was decided on a child, how that came about, and what each agency said (BA-17 to BA-19)."""

from conference_tui.conference.child_view import ChildView, View
from conference_tui.conference.events import Dissent
from conference_tui.documents.writing import Writing


def decision(writing: Writing, view: ChildView) -> None:
    """The sentence that the views make, the category, and the chair's reasons."""
    made = view.decided
    writing.text(made.sentence)
    if made.decided_by:
        writing.text(writing.say("decision", "decided_by", who=made.decided_by))
    if made.category:
        writing.text(writing.say("decision", "category", category=made.category))
    if made.chair_reason:
        writing.text(writing.say("decision", "reason", reason=made.chair_reason))
    inquorate(writing, view)


def inquorate(writing: Writing, view: ChildView) -> None:
    """Of a conference that was not quorate: what was missing, why the chair went ahead, what keeps the child safe."""
    made = view.decided
    if made.inquorate:
        verdict = made.inquorate[0].lower() + made.inquorate[1:]
        writing.text(writing.say("decision", "inquorate", verdict=verdict), marked=True)
    if made.quorum_before:
        writing.text(writing.say("decision", "quorum_before", verdict=made.quorum_before))
    if made.inquorate_reason:
        writing.text(writing.say("decision", "inquorate_reason", reason=made.inquorate_reason))
    if made.safeguards:
        writing.text(writing.say("decision", "safeguards", name=view.child.name, safeguards=made.safeguards))


def views(writing: Writing, view: ChildView) -> None:
    """Each agency's view, with its reason and its dissent."""
    if not view.decided.views:
        return
    columns = [writing.say("decision", key) for key in ("agency", "view", "reason_column")]
    rows = [_view(writing, given) for given in view.decided.views]
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


def overridden(writing: Writing, view: ChildView) -> None:
    """What was missing or late, each with the chair's typed reason."""
    if view.overridden:
        writing.heading("overridden")
        writing.table((), [(each.what, each.reason) for each in view.overridden], (0.45, 0.55))
