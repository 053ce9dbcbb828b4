"""What is recorded when the chair joins two of a family in the tree (KC-4).

Parenthood of a child of the conference by somebody invited stands with that person, where the whole program reads
it; every other relation is an entry of its own. So nothing is recorded in two places.
"""

from msgspec.structs import asdict, replace

from conference_tui.conference import events as e
from conference_tui.conference.people import Child, Person, Relation
from conference_tui.conference.state import Conference


def joined(
    conference: Conference, person: str, of: str, relation: Relation | None, note: str = ""
) -> tuple[e.AnyEvent, ...]:
    """The entries by which `person` becomes this of `of`; with no relation the two are not joined any more."""
    found: list[e.AnyEvent] = []
    given = conference.relations.get((min(person, of), max(person, of)))
    is_new = given is None or (given.person, given.of, given.relation, given.note) != (
        person,
        of,
        relation,
        note,
    )
    for one, other in ((person, of), (of, person)):
        adult = conference.people.get(one)
        if adult is None or other not in conference.children:
            continue
        is_parent = (one, relation) == (person, Relation.PARENT)
        if is_parent != (other in adult.parent_of):
            children = [each for each in adult.parent_of if each != other]
            children += [other] if is_parent else []
            found.append(entered(replace(adult, parent_of=tuple(children))))
        if is_parent and not note and given is None:
            return tuple(found)
    if (relation is None and given) or (relation is not None and is_new):
        found.append(e.RelationGiven(person=person, of=of, relation=relation, note=note))
    return tuple(found)


def entered(person: Person) -> e.PersonEntered:
    """A person as it stands, as the entry that says so."""
    fields = asdict(person)
    return e.PersonEntered(person=fields.pop("id"), **fields)


def child_entered(child: Child) -> e.ChildEntered:
    """A child as it stands, as the entry that says so."""
    fields = asdict(child)
    return e.ChildEntered(child=fields.pop("id"), **fields)
