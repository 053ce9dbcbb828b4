"""The outline plan of one child, on paper: the child protection plan or the child in need plan.

What it says is in the child's view, as it was typed, and in data/wording; here is only in which order it is told
(BA-20, BA-27, HV-11, HV-17, KC-7, KC-8, HF-14).
"""

from typing import IO

from conference_tui.conference.child_view import ChildView
from conference_tui.conference.events import Outcome
from conference_tui.conference.papers import Layout
from conference_tui.conference.procedure import Procedure
from conference_tui.documents import family_tree
from conference_tui.documents.sections import agreed, complaining, decided, later, mapped, opening
from conference_tui.documents.setting import set_pdf
from conference_tui.documents.writing import Of, Writing, Written


class NoPlan(ValueError):
    """There is no plan to draw for this child; the message is a sentence to the person."""


def draw_plan(
    view: ChildView,
    procedure: Procedure,
    out: IO[bytes],
    layout: Layout = Layout.STANDARD,
    *,
    tagged: bool = True,
) -> int:
    """Draw the outline plan as PDF and write it to `out`; returns the number of pages.

    The same view gives the same bytes. Raises NoPlan for a child without a plan and UnprintableCharacter for a
    character that no font has; then nothing is written. `tagged` false is there for measuring what tags cost.
    """
    return set_pdf(write_plan(view, procedure), out, layout, tagged=tagged)


def write_plan(view: ChildView, procedure: Procedure, of: Of | None = None) -> Written:
    """The outline plan, part by part. Raises NoPlan for a child without a plan."""
    outcome, name = view.outcome, view.child.label
    if outcome not in {Outcome.CHILD_PROTECTION, Outcome.CHILD_IN_NEED}:
        why = "no decision has been made" if outcome is None else "the decision was that none is needed"
        raise NoPlan(f"There is no plan for {name}: {why}.")
    writing, of = Writing("plan"), of or of_view(view, procedure)
    kind = outcome.value
    title = writing.say("title", kind, name=name)
    writing.title(title, of)
    writing.text(writing.say("opening", kind, name=name))
    writing.left_out_here()
    opening.child(writing, view)
    _decision(writing, view, procedure)
    family_tree.family(writing, view.family)
    _map(writing, view, procedure)
    _agreed(writing, view, procedure)
    later.meetings(writing, view)
    later.dates(writing, view)
    decided.overridden(writing, view.overridden)
    complaining.complaints(writing, procedure)
    complaining.support(writing, procedure)
    complaining.seals(writing, view.own.seal_of(view.child.id), view.own.close_seal)
    return writing.finish(title, of)


def of_view(view: ChildView, procedure: Procedure) -> Of:
    """Which conference a child's paper is of, where it is nobody's copy in particular."""
    return Of(authority=procedure.authority, kind=view.own.kind.value, ref=view.own.ref)


def _decision(writing: Writing, view: ChildView, procedure: Procedure) -> None:
    writing.heading("decision")
    decided.decision(writing, view, procedure)
    writing.text(writing.say("opening", "evidence"))
    if view.views:
        writing.heading("views")
        decided.views(writing, view)


def _map(writing: Writing, view: ChildView, procedure: Procedure) -> None:
    mapped.entries(writing, view.own)
    mapped.dangers(writing, view.own)
    mapped.scales(writing, view.own, procedure)
    mapped.reviewed(writing, view.own)
    mapped.answered(writing, view.own, procedure)


def _agreed(writing: Writing, view: ChildView, procedure: Procedure) -> None:
    agreed.actions_of_child(writing, view.own)
    agreed.birth_plan(writing, view.own)
    agreed.beside_actions(writing, view.own)
    agreed.visits(writing, view, procedure)
