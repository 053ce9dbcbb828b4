"""Whose copy is looked through: of whom they read, from whom they are kept apart, who is not named to them."""

from collections.abc import Iterator
from functools import cached_property
from itertools import combinations

from conference_tui.conference.attendance import Agency, agencies
from conference_tui.conference.papers import FILE, Copy, Paper, whereabouts_of
from conference_tui.conference.people import Person, Standing
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.recipients import children_read_of
from conference_tui.conference.split import who_sat
from conference_tui.conference.state import Conference


class Reader:
    """One reader of one paper. Raises KeyError for a reader without a row.

    Attributes:
        conference: the whole of it.
        copy: the paper, and for whom.
        children: ids of the children of whom they read.
        is_file: whether it is the authority's own copy.
        is_family: whether it is a person or child of the conference, and not an agency.
        ids: who they are: the person or child; of an agency its people.
    """

    def __init__(self, conference: Conference, procedure: Procedure, copy: Copy) -> None:
        self.conference = conference
        self.copy = copy
        self.children = children_read_of(conference, procedure, copy)
        self.is_file = copy.reader == FILE
        self.is_family = copy.reader in conference.people or copy.reader in conference.children
        agency = next((each for each in agencies(conference) if each.name == copy.reader), None)
        self.ids = frozenset(agency.people if agency and not self.is_family else (copy.reader,))

    # --- Whose side they are on -------------------------------------------------------------------------------

    @cached_property
    def stands_by(self) -> frozenset[str]:
        """The adults on whose side they are: themselves and whom they came for; of an agency, for whom alone it came."""
        people = [self.conference.people[who] for who in self.ids if who in self.conference.people]
        adults = {person.supports for person in people if person.supports in self.conference.people}
        if self.is_family:
            return frozenset({*adults, self.copy.reader})
        return frozenset(adults) if all(person.supports for person in people) else frozenset()

    @cached_property
    def apart(self) -> frozenset[str]:
        """Ids of the adults who are kept apart from them."""
        pairs = kept_apart(self.conference)
        return frozenset(other for pair in pairs if pair & self.stands_by for other in pair - self.stands_by)

    @cached_property
    def other_side(self) -> frozenset[str]:
        """Ids of those who are there for such an adult."""
        people = self.conference.people.values()
        return frozenset(person.id for person in people if person.supports in self.apart) - self.ids

    @cached_property
    def other_adults(self) -> frozenset[str]:
        """Ids of the adults whose places are not theirs to know: kept apart, or with no child or home in common."""
        own = self.conference.people.get(self.copy.reader)
        if own is None or own.standing is not Standing.PARENT:
            return self.apart
        return self.apart | {
            person.id
            for person in self.conference.people.values()
            if person.standing is Standing.PARENT and person.id != own.id and not self._is_near(person, own)
        }

    def _is_near(self, one: Person, other: Person) -> bool:
        same_home = bool(one.address) and one.address.casefold() == other.address.casefold()
        homes = (child.lives_with for child in self.conference.children.values())
        shares = any(one.id in home and other.id in home for home in homes)
        return same_home or shares or bool(_children(one) & _children(other))

    # --- Who is not named -------------------------------------------------------------------------------------

    @cached_property
    def hidden(self) -> frozenset[str]:
        """Ids of the people who are not named to them: of other children only, or of the other side."""
        return (
            (frozenset(self._of_other_children()) | self.other_side)
            - self.ids
            - self.children
            - self._on_sheet
        )

    @cached_property
    def named_as_parents(self) -> frozenset[str]:
        """Ids of children who are named all the same: a mother of fifteen is one of the children, and her child's mother."""
        full = self.conference
        return frozenset(full.children.keys() & full.people.keys()) - self.hidden - self.children

    def _of_other_children(self) -> Iterator[str]:
        near = self._near
        elsewhere = {
            person.id
            for person in self.conference.people.values()
            if person.standing is Standing.PARENT
            and _children(person)
            and not ({person.id} | _children(person) | self._has_a_part_with(person.id)) & near
        }
        yield from elsewhere
        people = self.conference.people
        parents = {
            child
            for child in people.keys() & self.conference.children.keys()
            if _children(people[child]) & near
        }
        others = elsewhere | (set(self.conference.children) - near - parents)
        for person in self.conference.people.values():
            if person.supports in others and not self._has_a_part_with(person.id) & near:
                yield person.id

    @cached_property
    def own_children(self) -> frozenset[str]:
        """The children whose parent they are, or for whom they have parental responsibility."""
        person = self.conference.people.get(self.copy.reader)
        return _children(person) if person else frozenset()

    @cached_property
    def _near(self) -> frozenset[str]:
        """The children whose people are named: on a parent's sheet their own, for it hangs in their kitchen."""
        if self.copy.paper is not Paper.ACTION_SHEET:
            return self.children
        theirs = self.own_children & self.conference.children.keys()
        return frozenset(theirs & self.children or theirs or self.children)

    def _has_a_part_with(self, someone: str) -> frozenset[str]:
        """The children with whom somebody lives, in whose core group they are, or for whom they do something."""
        full, found = self.conference, set[str]()
        found.update(child.id for child in full.children.values() if someone in child.lives_with)
        for action in full.actions.values():
            if someone in action.who:
                found.update(action.children or full.children)
        for offer in full.network.values():
            if offer.person == someone:
                found.update(offer.children)
        member = full.core_group.get(someone)
        return frozenset(found.union(member.children if member else ()))

    @cached_property
    def _on_sheet(self) -> frozenset[str]:
        """Who does something together with the reader is named on the sheet."""
        if self.copy.paper is not Paper.ACTION_SHEET:
            return frozenset()
        actions = self.conference.actions.values()
        return frozenset(who for each in actions if self.ids.intersection(each.who) for who in each.who)

    @cached_property
    def hidden_agencies(self) -> tuple[Agency, ...]:
        """Agencies that a reader of the family is not told of: of other children only, or of the other side."""
        return tuple(
            each
            for each in agencies(self.conference)
            if (self.is_family and self._is_elsewhere(each))
            or (each.name != self.copy.reader and self.other_side.issuperset(each.people))
        )

    def _is_elsewhere(self, agency: Agency) -> bool:
        """Whether it knows another child and none of the reader's; of who reads of none, whether that was said."""
        knows_another = not agency.knows_none_of(self.conference.children)
        knows_none = agency.knows_none_of(self.children) if self.children else agency.known is not None
        return knows_another and knows_none

    @cached_property
    def who_must_not_be_met(self) -> frozenset[str]:
        """Those of whom they are not told where they will be; of a child's parents who are kept apart, either."""
        if self.copy.reader not in self.conference.children:
            return self.apart
        people = self.conference.people.values()
        parents = {person.id for person in people if _children(person) & self.children}
        return self.apart.union(*(pair for pair in kept_apart(self.conference) if pair <= parents))

    @cached_property
    def family(self) -> frozenset[str]:
        """Ids of their children's own family: joined to one of them through nobody who is not named."""
        full = self.conference
        not_theirs = self.hidden | (full.children.keys() - self.children)
        ties = [{each.person, each.of} for each in full.relations.values() if each.relation]
        ties += [{person.id, child} for person in full.people.values() for child in person.parent_of]
        ties += [{child.id, someone} for child in full.children.values() for someone in child.lives_with]
        joined, size = set(self.children), 0
        while size != len(joined):
            size = len(joined)
            joined.update(*(tie for tie in ties if tie & joined and not tie & not_theirs))
        return frozenset(joined)

    # --- What they heard --------------------------------------------------------------------------------------

    @cached_property
    def sittings(self) -> frozenset[str]:
        """Ids of the sittings in which they sit, or the adult by whom they stand; none for who sits in all of them."""
        return self.sittings_of(self.ids) or self.sittings_of(self.stands_by)

    @cached_property
    def sat_in(self) -> frozenset[str]:
        """Those of them for which they were planned whenever one was on: later corrections bring nobody into the past."""
        sat = who_sat(self.conference)
        for people in (self.ids, self.stands_by):
            if found := frozenset(each for each, who in sat.items() if people & who):
                return found
        return frozenset()

    def sittings_of(self, people: frozenset[str]) -> frozenset[str]:
        """Ids of the sittings in which some people sit."""
        planned = self.conference.split_sittings.values()
        return frozenset(each.sitting for each in planned if people.intersection(each.people))

    # --- What the chair said ----------------------------------------------------------------------------------

    def judged(self, *, stays: bool) -> frozenset[str]:
        """Words that the chair has judged for this reader."""
        judged = self.conference.words_judged.values()
        return frozenset(
            each.words for each in judged if each.reader == self.copy.reader and each.stays is stays
        )

    def has_whereabouts_of(self, person: Person) -> bool:
        """Whether they know where somebody is: themselves, an agency of a child who lives there, or by the chair's word.

        Never against the person's own.
        """
        if person.id == self.copy.reader:
            return True
        if not self.is_family and not self.is_file and person.id not in self.apart | self.other_side:
            homes = (self.conference.children[child].lives_with for child in self.children)
            if any(person.id in home for home in homes):
                return True
        return self.copy.reader not in person.withheld_from and whereabouts_of(person.id) in self.judged(
            stays=True
        )


def kept_apart(conference: Conference) -> frozenset[frozenset[str]]:
    """Every two adults who are kept apart: as the chair said, or as long as nobody said otherwise as it looks."""
    people = conference.people
    pairs = {frozenset((one.id, other)) for one in people.values() for other in one.withheld_from}
    parents = [person for person in people.values() if person.standing is Standing.PARENT]
    for one, other in combinations(parents, 2):
        is_out = {one.id, other.id} & conference.exclusions.keys()
        if (is_out and _children(one) & _children(other)) or _sit_apart(conference, one.id, other.id):
            pairs.add(frozenset((one.id, other.id)))
    for said in conference.apart.values():
        pairs.discard(frozenset((said.one, said.other)))
        if said.apart:
            pairs.add(frozenset((said.one, said.other)))
    return frozenset(pairs)


def _sit_apart(conference: Conference, one: str, other: str) -> bool:
    planned = [set(each.people) for each in conference.split_sittings.values()]
    with_one = [each for each in planned if one in each]
    with_other = [each for each in planned if other in each]
    return bool(with_one and with_other) and not any(other in each for each in with_one)


def _children(person: Person) -> frozenset[str]:
    return frozenset((*person.parent_of, *person.responsibility_for))
