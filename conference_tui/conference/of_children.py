"""Which parts of a conference belong to one child each, and how they tell whose they are.

What is reduced to some of the children keeps of these parts theirs, and no others; both reductions, `child_view` and
`for_reader`, go by these names. A part that is not named here each of them has to name itself, or leaves out.
"""

from collections.abc import Collection, Mapping
from typing import Any

from conference_tui.conference.state import Conference

BY_CHILD = (
    "participation",
    "child_views_missing",
    "future_risk",
    "earlier_plans",
    "chair_views",
    "decisions",
    "births",
    "key_workers",
    "visits",
    "in_need_meetings",
)
"""Parts of the state that are kept by the child's id."""
OF_ONE_CHILD = ("harms", "review_answers", "dissents", "birth_plans")
"""Parts whose entries each name the one child that they are about."""


def of_children(conference: Conference, children: Collection[str]) -> dict[str, Any]:
    """These parts with what belongs to the children, by the names of the state's fields."""
    by_child = {part: only(getattr(conference, part), children) for part in BY_CHILD}
    return by_child | {part: naming(getattr(conference, part), children) for part in OF_ONE_CHILD}


def only(told: Mapping[str, Any], children: Collection[str]) -> dict[str, Any]:
    """Of what is kept by the child's id, what is kept under these."""
    return {key: each for key, each in told.items() if key in children}


def naming(told: Mapping[Any, Any], children: Collection[str]) -> dict[Any, Any]:
    """Of what names one child, what names one of these."""
    return {key: each for key, each in told.items() if each.child in children}
