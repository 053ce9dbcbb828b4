"""Who belongs to other children than these only, and has no part in their plans."""

from collections.abc import Collection

from conference_tui.conference.people import Standing
from conference_tui.conference.state import Conference


def strangers(conference: Conference, *children: str) -> frozenset[str]:
    """Ids of the people who belong to other children than these only, and have no part in these ones' plans.

    A father of a sibling is one, unless he lives with one of the children, is of its core group, or does something
    in its plan; so is the advocate or supporter of such a person or of a sibling. A sibling who takes part besides as a
    parent is one, unless it is one of these children's.
    """
    part = {someone for child in children for someone in has_a_part(conference, child)}
    others = {
        person.id
        for person in conference.people.values()
        if person.standing is Standing.PARENT
        and person.own_children
        and person.own_children.isdisjoint(children)
        and person.id not in part
        and person.id not in children
    }
    siblings = {
        child
        for child in conference.children
        if child not in children
        and ((person := conference.people.get(child)) is None or person.own_children.isdisjoint(children))
    }
    with_others = {
        person.id
        for person in conference.people.values()
        if person.supports in siblings | others and person.id not in part
    }
    return frozenset(others | with_others | (siblings & conference.people.keys()))


def other_children(
    conference: Conference, *children: str, gone: Collection[str] | None = None
) -> tuple[str, ...]:
    """Ids of the children whom a paper about these may not name: all others but who is a parent of one of these.

    `gone` are the people who may not be named, where they are others than the `strangers`.
    """
    gone = strangers(conference, *children) if gone is None else gone
    return tuple(
        child
        for child in conference.children
        if child not in children and (child not in conference.people or child in gone)
    )


def has_a_part(conference: Conference, child: str) -> set[str]:
    """Ids of those who live with a child, are of its core group, or do something in its plan."""
    part = set(conference.children[child].lives_with)
    for agreed in conference.actions.values():
        if not agreed.children or child in agreed.children:
            part.update(agreed.who)
    part.update(offer.person for offer in conference.network.values() if child in offer.children)
    part.update(member.person for member in conference.core_group.values() if child in member.children)
    return part
