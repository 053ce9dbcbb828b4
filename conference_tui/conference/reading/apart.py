"""Which adults are kept apart, and who stands on the side of one of them (HV-3, HF-10).

That two adults are kept apart is a fact that the chair records. A withheld address, somebody kept out, or two sittings
that they do not share propose it; until the chair has answered they count as kept apart.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from conference_tui.conference import events as e
from conference_tui.conference.compared import same
from conference_tui.conference.people import Person, Standing
from conference_tui.conference.state import Conference


def apart_from(conference: Conference, someone: str) -> frozenset[str]:
    """Ids of the adults who are kept apart from an adult of the family."""
    return frozenset(other for pair in pairs(conference) if someone in pair for other in pair - {someone})


def pairs(conference: Conference) -> frozenset[frozenset[str]]:
    """Every two who are kept apart: said by the chair, or proposed and not answered yet."""
    said = {frozenset(two): each.apart for two, each in conference.apart.items()}
    return frozenset(
        pair for pair in {*said, *proposed(conference)} if said.get(pair, True) and len(pair) == 2
    )


def proposed(conference: Conference) -> frozenset[frozenset[str]]:
    """Every two who may be kept apart, by what else is recorded."""
    return frozenset(
        frozenset(two)
        for proposing in PROPOSED_BY.values()
        for two in proposing(conference)
        if two[0] != two[1]
    )


def reasons(conference: Conference, one: str, other: str) -> tuple[str, ...]:
    """What proposes that two are kept apart, in words; nothing where the chair alone says it."""
    two = {one, other}
    return tuple(
        words
        for words, proposing in PROPOSED_BY.items()
        if any(two == set(each) for each in proposing(conference))
    )


def in_order(conference: Conference, two: Iterable[str]) -> tuple[str, str]:
    """Two adults in the order in which they are told everywhere: that of their names, as ids are of chance."""
    one, other = sorted(two, key=lambda who: (conference.name(who), who))
    return one, other


def asks_about(conference: Conference, one: str, other: str) -> str:
    """What the chair is asked of two adults."""
    names = f"{conference.name(one)} and {conference.name(other)}"
    return f"Are {names} kept apart? Until you say so they count as kept apart."


def unanswered(conference: Conference) -> tuple[tuple[str, str], ...]:
    """Those two of whom the chair has not said yet whether they are kept apart, in the order of their names."""
    said = {frozenset(two) for two in conference.apart}
    two = (in_order(conference, pair) for pair in proposed(conference) - said)
    return tuple(sorted(two, key=lambda pair: [(conference.name(who), who) for who in pair]))


def _withheld(conference: Conference) -> Iterator[tuple[str, str]]:
    for person in conference.people.values():
        for other in person.withheld_from:
            if other in conference.people:
                yield person.id, other


def _kept_out(conference: Conference) -> Iterator[tuple[str, str]]:
    """Somebody who is kept out, and the other parents of the same child."""
    for someone in conference.exclusions:
        own = conference.people.get(someone)
        if own is not None and own.standing is Standing.PARENT:
            yield from ((someone, other) for other in _other_parents_of_theirs(conference, own))


def _other_parents_of_theirs(conference: Conference, own: Person) -> Iterator[str]:
    for other in conference.people.values():
        if other.id != own.id and other.standing is Standing.PARENT and other.own_children & own.own_children:
            yield other.id


def _sit_elsewhere(conference: Conference) -> Iterator[tuple[str, str]]:
    """Two parents who sit in no sitting together."""
    sittings = [frozenset(each.people) for each in conference.split_sittings.values()]
    sitting = [
        who
        for who in sorted(frozenset().union(*sittings))
        if (person := conference.people.get(who)) and person.standing is Standing.PARENT
    ]
    for place, one in enumerate(sitting):
        for other in sitting[place + 1 :]:
            if not any(one in each and other in each for each in sittings):
                yield one, other


PROPOSED_BY: Mapping[str, Callable[[Conference], Iterator[tuple[str, str]]]] = {
    "an address is withheld": _withheld,
    "somebody is kept out": _kept_out,
    "they sit in different sittings": _sit_elsewhere,
}
"""What proposes that two are kept apart, in words."""


def side_of(conference: Conference, adults: frozenset[str]) -> frozenset[str]:
    """Ids of those who stand on the side of these adults: advisers, supporters, whoever else came for one of them."""
    return frozenset(person.id for person in conference.people.values() if person.supports in adults)


def agencies_of(conference: Conference, side: frozenset[str]) -> frozenset[str]:
    """Names of the agencies all of whose people stand on a side: a service that is there for one adult.

    Also a name that it had before: what it said then stands under that name.
    """
    named = (recorded.event for _, recorded in conference.log if isinstance(recorded.event, e.PersonEntered))
    theirs = {event.agency for event in named if event.person in side} if side else set()
    return frozenset(theirs - {"", *(p.agency for p in conference.people.values() if p.id not in side)})


def other_parents(conference: Conference, reader: str) -> frozenset[str]:
    """Ids of parents who have no child and no home in common with a parent; none for other readers."""
    own = conference.people.get(reader)
    if own is None or own.standing is not Standing.PARENT:
        return frozenset()
    return frozenset(
        person.id
        for person in conference.people.values()
        if person.standing is Standing.PARENT
        and person.id != reader
        and {person.id, *person.own_children}.isdisjoint({own.id, *own.own_children})
        and not _share_a_home(conference, person, own)
    )


def _share_a_home(conference: Conference, one: Person, other: Person) -> bool:
    homes = (child.lives_with for child in conference.children.values())
    if any(one.id in home and other.id in home for home in homes):
        return True
    return bool(one.address) and same(one.address, other.address)
