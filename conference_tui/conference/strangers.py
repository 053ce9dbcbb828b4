"""Who belongs to other children than these only, and has no part in their plans."""

from conference_tui.conference.people import Person, Standing
from conference_tui.conference.state import Conference


def strangers(conference: Conference, *children: str) -> frozenset[str]:
    """Ids of the people who belong to other children than these only, and have no part in these ones' plans.

    A father of a sibling is one, unless he lives with one of the children, is of its core group, or does something
    in its plan; so is the advocate or supporter of such a person or of a sibling.
    """
    siblings = set(conference.children) - set(children)
    part = {someone for child in children for someone in has_a_part(conference, child)}
    others = {
        person.id
        for person in conference.people.values()
        if person.standing is Standing.PARENT
        and (theirs := children_of(person))
        and theirs.isdisjoint(children)
        and person.id not in part
    }
    with_others = {
        person.id
        for person in conference.people.values()
        if person.supports in siblings | others and person.id not in part
    }
    return frozenset(others | with_others)


def has_a_part(conference: Conference, child: str) -> set[str]:
    """Ids of those who live with a child, are of its core group, or do something in its plan."""
    part = set(conference.children[child].lives_with)
    for agreed in conference.actions.values():
        if not agreed.children or child in agreed.children:
            part.update(agreed.who)
    part.update(offer.person for offer in conference.network.values() if child in offer.children)
    part.update(member.person for member in conference.core_group.values() if child in member.children)
    return part


def children_of(person: Person) -> frozenset[str]:
    """Ids of the children whose parent somebody is, or for whom they have parental responsibility."""
    return frozenset((*person.parent_of, *person.responsibility_for))
