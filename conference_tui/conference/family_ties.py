"""Who of a family is joined to whom, wherever that is recorded, and what of it a paper about one child may know (KC-4)."""

from collections.abc import Sequence

from msgspec import Struct

from conference_tui.conference.people import Relation
from conference_tui.conference.state import Conference
from conference_tui.conference.strangers import other_children, strangers


class Tie(Struct, frozen=True, kw_only=True):
    """What one is of another, wherever it is recorded."""

    person: str
    of: str
    relation: Relation
    note: str = ""


class Kept(Struct, frozen=True, kw_only=True):
    """What a paper about one child may know of the family."""

    members: frozenset[str]
    lives_with: tuple[str, ...]
    """With whom the child lives; nobody where somebody of that home withholds the address: it would tell where."""


def kept_for(conference: Conference, child: str, *, without: frozenset[str] = frozenset()) -> Kept:
    """One child's family, without the other children, those who belong to them only, and those in `without`.

    Whoever is drawn in stays where a line leads to the child that goes through nobody who is left out. Raises
    KeyError when the conference is not about that child.
    """
    gone = strangers(conference, child) | without
    gone |= {*other_children(conference, child, gone=gone)}
    kept = [each for each in belonging(conference) if each not in gone]
    lives_with = conference.children[child].lives_with
    withheld = any(p.withheld_from for each in lives_with if (p := conference.people.get(each)))
    home = [] if withheld else [each for each in lives_with if each in kept]
    joined = _joined_to(child, kept, ties(conference))
    return Kept(members=frozenset({*joined, *home}), lives_with=tuple(home))


def belonging(conference: Conference) -> list[str]:
    """Ids of all who stand in the tree: the children, their family, and whoever is joined to one of them."""
    tied = {someone for tie in ties(conference) for someone in (tie.person, tie.of)}
    homes = {someone for child in conference.children.values() for someone in child.lives_with}
    people = [
        person.id
        for person in conference.people.values()
        if person.is_family or person.responsibility_for or person.id in tied | homes
    ]
    return list(dict.fromkeys((*conference.children, *people, *conference.relatives)))


def ties(conference: Conference) -> list[Tie]:
    """What was drawn, and who was entered as a parent of whom."""
    parents = [
        Tie(person=person.id, of=child, relation=Relation.PARENT)
        for person in conference.people.values()
        for child in person.parent_of
        if child in conference.children
    ]
    drawn = [
        Tie(person=given.person, of=given.of, relation=given.relation, note=given.note)
        for given in conference.relations.values()
        if given.relation
    ]
    told = {(tie.person, tie.of) for tie in drawn if tie.relation is Relation.PARENT}
    return [*(tie for tie in parents if (tie.person, tie.of) not in told), *drawn]


def relations_of(conference: Conference, someone: str) -> tuple[str, ...]:
    """A sentence for each relation of somebody that is recorded."""
    return tuple(
        f"{conference.name(tie.person)} {tie.relation.sentence} {conference.name(tie.of)}"
        f"{f' ({tie.note})' if tie.note else ''}."
        for tie in ties(conference)
        if someone in (tie.person, tie.of)
    )


def _joined_to(child: str, kept: Sequence[str], every: Sequence[Tie]) -> set[str]:
    """Who of those kept is joined to the child, by whatever number of steps among those kept."""
    joined, size = {child}, 0
    while size != len(joined):
        size = len(joined)
        for tie in every:
            if {tie.person, tie.of} <= {*kept} and {tie.person, tie.of} & joined:
                joined |= {tie.person, tie.of}
    return joined
