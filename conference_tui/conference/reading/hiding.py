"""What typed words hold that a reader may not have: names and places, found to be masked, never to be let through.

A name in words only ever takes something away or raises a question. That an entry may be read follows from its
envelope (`rule`), and from nothing that stands in its words.
"""

from collections.abc import Callable, Iterator
from functools import cached_property

from conference_tui.conference import events as e
from conference_tui.conference.compared import (
    Forms,
    forms_of_number,
    forms_of_place,
    occurs,
    same,
    words,
)
from conference_tui.conference.events.roles import Role
from conference_tui.conference.family_ties import Kept, kept_for
from conference_tui.conference.left_out import ANOTHER_CHILD, WITHHELD, leaving_out, whereabouts
from conference_tui.conference.own_matter import suggests
from conference_tui.conference.papers import Paper, whereabouts_of
from conference_tui.conference.people import FAMILY
from conference_tui.conference.reading.entry import Entry
from conference_tui.conference.reading.places import places_in, quoted_names_in
from conference_tui.conference.reading.reader import Reader
from conference_tui.conference.state import Conference

_TYPED = (Role.WORDS, Role.NAME, Role.PLACE, Role.VENUE)


class Hiding:
    """What is hidden from one reader in typed words."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._full = reader.full
        self._children = sorted(reader.children, key=list(reader.full.children).index)

    # --- Words as the reader gets them ------------------------------------------------------------------------

    @cached_property
    def words_taken_out(self) -> tuple[str, ...]:
        """Words beside names and withheld whereabouts: other adults' places, other children's schools and numbers."""
        stays = self._judged(stays=True)
        found = [*self._where_they_are_who_are_apart()]
        found += [*self._words_of_other_adults()] if self.reader.is_family else []
        found += sorted(self._judged(stays=False))
        found += [*self._hidden_agencies(), *self._schools()]
        found += [child.authority_id for child in self.reader.other_children if child.authority_id]
        return tuple(dict.fromkeys(each for each in found if each and each not in stays))

    @cached_property
    def _hide(self) -> Callable[[str], str]:
        return leaving_out(
            self._full,
            *self._children,
            gone=self.reader.gone,
            held=self.knows_whereabouts_of,
            also=self.words_taken_out,
        )

    @cached_property
    def _hide_in_places(self) -> Callable[[str], str]:
        """For where a meeting is: who is to come has to know it, though another child goes to school there."""
        schools = {*self._schools(), *self._hidden_agencies()} - self._judged(stays=False)
        return leaving_out(
            self._full,
            *self._children,
            gone=self.reader.gone,
            held=self.knows_whereabouts_of,
            also=[each for each in self.words_taken_out if each not in schools],
        )

    def words(self, typed: str) -> str:
        """What was typed, with marks in the place of what the reader may not have."""
        return self._hide(typed) if typed else typed

    def meeting_place(self, typed: str) -> str:
        """The same of where a meeting is."""
        return self._hide_in_places(typed) if typed else typed

    def _judged(self, *, stays: bool) -> set[str]:
        """Words that the chair judged for this reader."""
        judged = self._full.words_judged.values()
        return {
            each.words for each in judged if each.reader == self.reader.copy.reader and each.stays is stays
        }

    @cached_property
    def knows_whereabouts_of(self) -> frozenset[str]:
        """Those whose whereabouts the reader has already: their own, where an agency's child lives, as the chair says."""
        reader, held = self.reader.copy.reader, {self.reader.copy.reader}
        if not self.reader.is_family and not self.reader.is_file:
            homes = (self._full.children[child].lives_with for child in self._children)
            held.update(who for home in homes for who in home if who not in self._apart)
        for person in self._full.people.values():
            judged = self._full.words_judged.get((reader, whereabouts_of(person.id)))
            if judged and judged.stays and reader not in person.withheld_from:
                held.add(person.id)
        return frozenset(held)

    def _schools(self) -> list[str]:
        """The schools of other children, where none of this reader's goes there."""
        if not self.reader.is_family:
            return []
        own = {_first_part(self._full.children[child].school) for child in self.reader.children}
        return [
            part for child in self.reader.other_children if (part := _first_part(child.school)) not in own
        ]

    def _hidden_agencies(self) -> list[str]:
        hidden = {each.name for each in self.reader.elsewhere} | self.reader.agencies_of_other_side
        kept = {
            part
            for person in self._full.people.values()
            if person.agency not in hidden
            for part in words(person.agency)
        }
        found = []
        for name in sorted(hidden):
            first = name.split()[0]
            found += [name, *([first] if len(first) > 4 and not kept.issuperset(words(first)) else [])]
        return found

    @property
    def _apart(self) -> frozenset[str]:
        return self.reader.apart | self.reader.other_side

    def _where_they_are_who_are_apart(self) -> Iterator[str]:
        """Where they live, and how to ring, from whom the reader is kept apart; but a home that is the reader's too."""
        full = self._full
        own = [full.people[who].address for who in self.reader.ids if who in full.people]
        for who in sorted(self._apart - self.knows_whereabouts_of):
            person = full.people[who]
            yield from forms_of_number(person.phone)
            if not any(address and same(address, person.address) for address in own):
                yield from forms_of_place(person.address)

    def _words_of_other_adults(self) -> Iterator[str]:
        """Places in words about other adults, names in quotation marks in what they do alone; but what the reader knows."""
        others = self.reader.other_adults
        if not others:
            return
        own = self._full.people.get(self.reader.copy.reader)
        homes = [child.lives for child in self._full.children.values()]
        known = (own.address if own else "", *homes)
        for entry in self.reader.entries:
            for found in _private_places(self, entry, others):
                if not any(occurs(found, place) for place in known):
                    yield found

    # --- What words hold --------------------------------------------------------------------------------------

    def names_another_child(self, event: e.Event) -> bool:
        """Whether words name a child whom the reader may not read of."""
        return bool(self.reader.other_children) and any(
            ANOTHER_CHILD in self.words(each) for each in typed_in(event)
        )

    def names_family(self, event: e.Event) -> bool:
        """Whether words name an adult of the family."""
        adults = frozenset(each.id for each in self._full.people.values() if each.standing in FAMILY)
        return self.names(event, adults)

    def names_parents_kept_apart(self, event: e.Event) -> bool:
        """Whether an entry names one of a child's own parents who are kept apart, or where one of them is to be found."""
        apart = self.reader.parents_kept_apart
        if apart & self.doing(event) or self.names(event, apart):
            return True
        return bool(apart) and any(WITHHELD in self.words(each) for each in typed_in(event))

    def names_who_withholds(self, event: e.Event) -> bool:
        """Whether words name somebody kept apart from the reader, of whom the reader must not learn where they are."""
        reader = self.reader.copy.reader
        own = self._full.people.get(reader)
        withheld_by_reader = frozenset(own.withheld_from) if own else frozenset()
        hidden = frozenset(
            who
            for who in self.reader.apart
            if reader in self._full.people[who].withheld_from or who not in withheld_by_reader
        )
        return bool(hidden) and self.reader.is_family and self.names(event, hidden)

    def names(self, event: e.Event, people: frozenset[str]) -> bool:
        """Whether words name one of these people, by the whole name or a part of it."""
        wanted = {part for who in people for part in words(self._full.name(who)) if len(part) > 1}
        return any(wanted & set(words(each)) for each in typed_in(event))

    def is_private(self, event: e.Event) -> bool:
        """Whether words suggest that something is an adult's own matter: health, treatment, a programme, a court."""
        if any(True for each in typed_in(event) for _ in quoted_names_in(each)):
            return True
        return any(suggests(each, self.reader.procedure) for each in typed_in(event))

    # --- What an entry is joined to ---------------------------------------------------------------------------

    def doing(self, event: e.Event) -> frozenset[str]:
        """Ids of those who do what was agreed; of the last plan those whom its words name as doing it."""
        match event:
            case e.ActionAgreed():
                return frozenset(event.who)
            case e.NetworkSupportOffered():
                return frozenset({event.person})
            case e.EarlierActionGiven():
                people = (*self._full.people, *self._full.children)
                return frozenset(who for who in people if self._full.name(who) in event.who)
        return frozenset()

    def is_worded(self, entry: Entry) -> bool:
        """Whether the chair has worded an entry for this reader."""
        return (entry.key, self.reader.copy.reader) in self._full.worded

    def earlier_action(self, event: e.Event) -> Entry | None:
        """The action of the last plan of which an entry tells what became of it."""
        wanted = getattr(event, "action", "")
        return next(
            (
                each
                for each in self.reader.entries
                if isinstance(each.event, e.EarlierActionGiven) and each.event.action == wanted
            ),
            None,
        )

    @cached_property
    def tree(self) -> Kept | None:
        """The family of the child whom a plan is about, without those who are not named; None in other papers."""
        copy = self.reader.copy
        if copy.paper not in (Paper.OUTLINE_PLAN, Paper.IN_NEED_OUTLINE):
            return None
        return kept_for(self._full, copy.child, without=self.reader.gone)

    def in_tree(self, event: e.Event) -> bool:
        """Whether a relative, or two who belong together, stand in the child's own family tree."""
        if self.tree is None:
            return False
        match event:
            case e.RelativeNamed():
                return event.relative in self.tree.members
            case e.RelationGiven():
                return {event.person, event.of} <= self.tree.members
        return False


def typed_in(event: e.Event) -> Iterator[str]:
    """Every text of an entry that somebody typed."""
    for field, role in event.roles.items():
        value = getattr(event, field)
        if role is Role.ENTRY:
            yield from typed_in(value)
        elif role in _TYPED:
            yield from (value,) if isinstance(value, str) else value


def is_withheld_from(conference: Conference, typed: str, reader: str) -> bool:
    """Whether words are, or hold, the address or number of somebody who withholds them from the reader."""
    return any(
        typed == whereabouts_of(person.id) or Forms(whereabouts(person)).are_in(typed)
        for person in conference.people.values()
        if reader in person.withheld_from
    )


def _private_places(hiding: Hiding, entry: Entry, others: frozenset[str]) -> Iterator[str]:
    event = entry.event
    doing = hiding.doing(event)
    is_theirs = bool(doing & others) or entry.moment.own_matter_of in others
    if not is_theirs and not hiding.names(event, others):
        return
    for typed in typed_in(event):
        yield from places_in(typed)
        if entry.moment.own_matter_of in others or (doing and doing <= others):
            yield from quoted_names_in(typed)


def _first_part(school: str) -> str:
    return school.split(",")[0].strip()
