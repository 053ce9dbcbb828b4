"""One reader of one paper: who they are, of which children they read, from whom they are kept apart."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from conference_tui.conference import events as e
from conference_tui.conference.attendance import Agency, agencies
from conference_tui.conference.papers import FILE, Copy, Paper
from conference_tui.conference.people import Child, Standing
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.reading.apart import (
    agencies_of,
    apart_from,
    other_parents,
    pairs,
    side_of,
)
from conference_tui.conference.reading.entry import Entry, entries_of
from conference_tui.conference.recipients import children_read_of, does
from conference_tui.conference.split import who_sat
from conference_tui.conference.state import Conference
from conference_tui.conference.strangers import other_children, strangers


class Reader:
    """One reader of one paper, in a conference that is still whole. Raises KeyError for a reader without a row.

    Attributes:
        full: the conference, whole.
        copy: the paper, and for whom.
        is_file: whether it is the authority's own copy.
        is_family: whether it is a person or child of the conference, and not an agency.
        children: ids of the children of whom the reader may read.
        ids: ids of the reader: the person or child; of an agency its people.
    """

    def __init__(
        self,
        conference: Conference,
        procedure: Procedure,
        copy: Copy,
        entries: tuple[Entry, ...] | None = None,
    ) -> None:
        """`entries` are all of the conference, as `entries_of` gives them; where they are not given they are looked up."""
        if copy.child:
            conference.children[copy.child]
        self.full = conference
        self.procedure = procedure
        self.copy = copy
        self._entries = entries
        self.is_file = copy.reader == FILE
        self.children = children_read_of(conference, procedure, copy)
        self.is_family = copy.reader in conference.children or copy.reader in conference.people
        self.ids = frozenset({copy.reader} if self.is_family else self._people_of_the_agency())

    def _people_of_the_agency(self) -> tuple[str, ...]:
        return next((each.people for each in agencies(self.full) if each.name == self.copy.reader), ())

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry that counts, as it stands now."""
        return entries_of(self.full, self.procedure) if self._entries is None else self._entries

    # --- Of whom the reader may read --------------------------------------------------------------------------

    @cached_property
    def other_children(self) -> tuple[Child, ...]:
        """The children of whom the reader may not read."""
        others = other_children(self.full, *sorted(self.children), gone=self.gone)
        return tuple(self.full.children[child] for child in others)

    @cached_property
    def other_ids(self) -> frozenset[str]:
        """Their ids."""
        return frozenset(child.id for child in self.other_children)

    @cached_property
    def has_protection_plan(self) -> bool:
        """Whether one of the reader's children has a child protection plan: only then are there core group and review."""
        decided = (self.full.decisions.get(child) for child in self.children)
        return any(each and each.made.outcome is e.Outcome.CHILD_PROTECTION for each in decided)

    # --- Who is not named -------------------------------------------------------------------------------------

    @cached_property
    def apart(self) -> frozenset[str]:
        """Ids of the adults who are kept apart from this reader; of an agency, from the adult on whose side it is."""
        full = self.full
        if self.is_file:
            return frozenset()
        own = {self.copy.reader, *self.came_for} if self.is_family else self.came_for
        return frozenset(other for who in own if who for other in apart_from(full, who)) - self.ids

    @cached_property
    def came_for(self) -> frozenset[str]:
        """The adults for whom alone the reader came: a supporter, a refuge, an adviser; nobody for most readers."""
        people = [self.full.people[who] for who in self.ids if who in self.full.people]
        adults = frozenset(person.supports for person in people)
        return adults if adults <= self.full.people.keys() else frozenset()

    @cached_property
    def parents_kept_apart(self) -> frozenset[str]:
        """Ids of parents of the reader's children who are kept apart from each other, and neither is the reader."""
        parents = frozenset(
            person.id for person in self.full.people.values() if self.children & person.own_children
        )
        return frozenset().union(*(two for two in pairs(self.full) if two <= parents and not two & self.ids))

    @cached_property
    def other_side(self) -> frozenset[str]:
        """Ids of those on the side of an adult who is kept apart: no copy of the other names them."""
        return side_of(self.full, self.apart) - self.ids

    @cached_property
    def agencies_of_other_side(self) -> frozenset[str]:
        """Agencies that are there for such an adult alone."""
        return agencies_of(self.full, self.other_side)

    @cached_property
    def gone(self) -> frozenset[str]:
        """Ids of those who are not named: who belongs to other children only, and who is of the other side."""
        own = self._own_children & set(self.full.children) if self.copy.paper is Paper.ACTION_SHEET else set()
        near = own & self.children or own or self.children
        doing = self._doing if self.copy.paper is Paper.ACTION_SHEET else frozenset()
        return (strangers(self.full, *near) | self.other_side) - {self.copy.reader, *doing}

    @cached_property
    def _own_children(self) -> frozenset[str]:
        person = self.full.people.get(self.copy.reader)
        return person.own_children if person else frozenset()

    @cached_property
    def _doing(self) -> frozenset[str]:
        """Those who do something that stands on an action sheet are named there."""
        return frozenset(
            who for key in does(self.full, self.copy.reader) for who in self.full.actions[key].who
        )

    @cached_property
    def named(self) -> frozenset[str]:
        """Ids of those who stand on an action sheet: the reader, who does something of it, and the key workers."""
        full = self.full
        workers = {each.person for each in full.key_workers.values()}
        doing = {who for key in self.sheet for who in full.actions[key].who}
        return frozenset((*self.ids, *workers, *doing))

    @cached_property
    def sheet(self) -> frozenset[str]:
        """Ids of the actions on an action sheet: what the reader does, and for a parent what the network does."""
        full = self.full
        of_the_network = (
            key
            for key, action in full.actions.items()
            if _is_of_network(full, action.who)
            and not self.other_side.union(self.apart).issuperset(action.who)
            and not self._own_children.isdisjoint(action.children or full.children)
        )
        return frozenset((*does(full, self.copy.reader), *of_the_network))

    @cached_property
    def elsewhere(self) -> tuple[Agency, ...]:
        """Agencies that know other children only; family readers are not told where another child goes."""
        if not self.is_family:
            return ()
        return tuple(
            each
            for each in agencies(self.full)
            if self._is_elsewhere(each) and not each.knows_none_of(self.full.children)
        )

    def _is_elsewhere(self, agency: Agency) -> bool:
        """Whether it knows none of the reader's children; of who reads of none, whether anybody said whom it knows."""
        return agency.knows_none_of(self.children) if self.children else agency.known is not None

    def does_not_know(self, agency: str) -> bool:
        """Whether an agency knows none of the children whom the reader reads of."""
        return any(each.name == agency and each.knows_none_of(self.children) for each in agencies(self.full))

    @cached_property
    def other_adults(self) -> frozenset[str]:
        """Ids of adults whose own matters are not the reader's: kept apart, or with no child and no home in common."""
        return self.apart | other_parents(self.full, self.copy.reader)

    # --- Who heard what ---------------------------------------------------------------------------------------

    @cached_property
    def sittings(self) -> frozenset[str]:
        """Ids of the sittings that the reader sits in, or the adult for whom they came; none for who sits in all."""
        planned = {each.sitting: each.people for each in self.full.split_sittings.values()}
        return _of(planned, self.ids) or _of(planned, self.came_for)

    @cached_property
    def _sat_in(self) -> frozenset[str]:
        """Those of them of which the reader was all the time."""
        sat = who_sat(self.full)
        return _of(sat, self.ids) or _of(sat, self.came_for)

    def sits_with(self, someone: str) -> bool:
        """Whether somebody sits in one of the reader's sittings, or in all of them as who is planned for none."""
        theirs = {each.sitting for each in self.full.split_sittings.values() if someone in each.people}
        return not theirs or not self.sittings or not theirs.isdisjoint(self.sittings)

    def heard(self, moment: e.Moment) -> bool:
        """Whether the reader was here, or the adult for whom alone they came."""
        return not (self.ids | self.came_for).isdisjoint(moment.here)

    def was_kept_out(self, moment: e.Moment) -> bool:
        """Whether the reader was kept out just then, or the adult for whom they came, and was not here.

        Also by what was recorded of it later.
        """
        if not self.ids.isdisjoint(moment.here):
            return False
        out = self.full.exclusions
        return any(
            who in moment.kept_out or (who in out and out[who].covered(moment.stage))
            for who in {self.copy.reader, *self.came_for}.difference(moment.here)
        )

    def sat_elsewhere(self, moment: e.Moment) -> bool:
        """Whether it was recorded in a sitting that the reader was not in."""
        if self.heard(moment):
            return False
        is_of_a_side = self.is_family or bool(self.came_for)
        return is_of_a_side and bool(self.sittings) and moment.sitting not in self._sat_in


def _of(sittings: Mapping[str, Iterable[str]], people: frozenset[str]) -> frozenset[str]:
    return frozenset(sitting for sitting, who in sittings.items() if not people.isdisjoint(who))


def _is_of_network(full: Conference, who: tuple[str, ...]) -> bool:
    people = [full.people.get(each) for each in who]
    return bool(people) and all(each and each.standing is Standing.NETWORK for each in people)
