"""One child's part of the conference: all that a paper about this child is drawn from, and nothing of the others.

It is drawn from a reader's conference (`reading`), of which the entries that are about the child are replayed: what is
not in it cannot be printed by a mistake further on.
"""

from msgspec import Struct

from conference_tui.conference import events as e
from conference_tui.conference.child_view.decided import Decided, View, decided
from conference_tui.conference.child_view.later import Later, later
from conference_tui.conference.child_view.mapped import Entry, Mapped, Mark, mapped
from conference_tui.conference.child_view.opening import Held, OneChild, held, one_child
from conference_tui.conference.child_view.overridden import Overridden, overridden
from conference_tui.conference.child_view.reviewed import Answered, Reviewed, answered, reviewed
from conference_tui.conference.family_tree import Tree, tree_of
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.reading.read import of_one_child
from conference_tui.conference.state import Conference
from conference_tui.conference.working_days import Calendar

__all__ = [
    "ChildView",
    "Entry",
    "Mark",
    "Overridden",
    "View",
    "for_child",
]


class ChildView(Struct, frozen=True, kw_only=True):
    """Everything a paper about one child may say, by the parts of such a paper."""

    own: Conference
    """The reader's conference of this child alone."""
    conference: Held
    child: OneChild
    decided: Decided
    mapped: Mapped
    reviewed: tuple[Reviewed, ...]
    """At a review: the plan so far."""
    answered: tuple[Answered, ...]
    """At a review: what was said to what it asks."""
    later: Later
    overridden: tuple[Overridden, ...]
    family: Tree
    """The child's own family, without the other children and those who belong to them only (KC-4)."""
    close_seal: e.Sealed | None


def for_child(
    read_before: Conference, procedure: Procedure, calendar: Calendar, child: str, *, with_family: bool = True
) -> ChildView:
    """The view of one child, in a reader's conference. Raises KeyError when that is not about the child."""
    own = of_one_child(read_before, child)
    return ChildView(
        own=own,
        conference=held(own, procedure),
        child=one_child(own, child),
        decided=decided(own, procedure, child),
        mapped=mapped(own),
        reviewed=reviewed(own),
        answered=answered(own, procedure),
        later=later(own, procedure, calendar, child),
        overridden=overridden(own, procedure, calendar, child),
        family=tree_of(own, child) if own.tree_in_plans and with_family else Tree(),
        close_seal=own.close_seal,
    )
