"""One child's part of the conference: all that a paper about this child is drawn from, and nothing of the others.

The conference is first reduced to the child, then read: what is not in the reduced conference cannot be printed
by a mistake further on. Words stay as they were typed, but for the marks of `left_out.py`.
"""

from msgspec import Struct

from conference_tui.conference import events as e
from conference_tui.conference.child_view.agreed import Action, Agreed, Recommendation, agreed
from conference_tui.conference.child_view.decided import Decided, View, decided
from conference_tui.conference.child_view.later import Later, later
from conference_tui.conference.child_view.mapped import Entry, Mapped, Mark, mapped
from conference_tui.conference.child_view.naming import as_it_is, labels, names
from conference_tui.conference.child_view.opening import Held, OneChild, held, one_child
from conference_tui.conference.child_view.overridden import Overridden, overridden
from conference_tui.conference.child_view.reducing import reduced
from conference_tui.conference.child_view.reviewed import Answered, Reviewed, answered, reviewed
from conference_tui.conference.family_tree import Tree, tree_of
from conference_tui.conference.left_out import leaving_out
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.working_days import Calendar

__all__ = [
    "Action",
    "ChildView",
    "Entry",
    "Mark",
    "Overridden",
    "Recommendation",
    "View",
    "for_child",
    "reduced",
]


class ChildView(Struct, frozen=True, kw_only=True):
    """Everything a paper about one child may say, by the parts of such a paper."""

    conference: Held
    child: OneChild
    decided: Decided
    mapped: Mapped
    reviewed: tuple[Reviewed, ...]
    """At a review: the plan so far."""
    answered: tuple[Answered, ...]
    """At a review: what was said to what it asks."""
    agreed: Agreed
    later: Later
    overridden: tuple[Overridden, ...]
    family: Tree
    """The child's own family, without the other children and those who belong to them only (KC-4)."""
    close_seal: e.Sealed | None


def for_child(
    conference: Conference,
    procedure: Procedure,
    calendar: Calendar,
    child: str,
    *,
    others_named: bool = False,
) -> ChildView:
    """The view of one child. Raises KeyError when the conference is not about that child.

    `others_named` is for the minutes, which are about several: what was said of this child stands there as it is,
    in a conference that was reduced to its reader before.
    """
    hide = as_it_is if others_named else leaving_out(conference, child)
    label = names(conference) if others_named else labels(conference, child, hide)
    own = reduced(conference, child)
    return ChildView(
        conference=held(own, procedure),
        child=one_child(own, child),
        decided=decided(own, procedure, child, hide),
        mapped=mapped(own, hide, label),
        reviewed=reviewed(own, hide),
        answered=answered(own, procedure, hide),
        agreed=agreed(own, child, hide, label),
        later=later(own, procedure, calendar, child, hide, label),
        overridden=overridden(own, procedure, calendar, child, hide),
        family=tree_of(conference, child) if conference.tree_in_plans and not others_named else Tree(),
        close_seal=own.close_seal,
    )
