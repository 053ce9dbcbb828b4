"""One reader of one paper: what they may read of, who they are, and what is taken out for them."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from conference_tui.conference.attendance import Agency, agencies
from conference_tui.conference.events import Event
from conference_tui.conference.keys import key_of
from conference_tui.conference.left_out import (
    ANOTHER_AGENCY,
    ANOTHER_CHILD,
    ANOTHER_PERSON,
    leaving_out,
    strangers,
)
from conference_tui.conference.papers import Copy, Paper, whereabouts_of
from conference_tui.conference.people import Child, Person
from conference_tui.conference.private_matters import (
    held_back,
    held_back_of_last_time,
    other_parents,
    words_of_others,
)
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.recipients import children_read_of, does
from conference_tui.conference.state import Conference


class Reader:
    """One reader of one paper, in a conference that is still whole. Raises KeyError for a reader without a row."""

    def __init__(self, conference: Conference, procedure: Procedure, copy: Copy) -> None:
        self.full = conference
        self.copy = copy
        self.children = children_read_of(conference, procedure, copy)
        """The children of whom the reader may read."""
        person = conference.people.get(copy.reader)
        self.is_family = copy.reader in conference.children or person is not None
        self.own_children = _children_of(person)
        own = self.own_children & set(conference.children) if copy.paper is Paper.ACTION_SHEET else set()
        near = own & self.children or own or self.children
        self.gone = strangers(conference, *near) - {copy.reader, *self._doing()}
        """Ids of those who may not be named."""
        self.others = other_parents(conference, copy.reader)
        self.held_back = held_back(conference, copy.reader)
        self.held_back_of_last_time = held_back_of_last_time(conference, copy.reader)
        self.statements = {
            key for key, made in conference.danger_statements.items() if self.reads_of(made.children)
        }
        self.renamed = self._renamed()
        """By id or agency: what they are called in the copy."""
        self.hide = leaving_out(
            conference,
            *sorted(self.children, key=list(conference.children).index),
            gone=self.gone,
            held=self.knows_whereabouts_of(),
            also=self.words_taken_out(),
        )
        schools = {*self._schools(), *self._hidden_agencies()} - self._judged(stays=False)
        self.hide_in_places = leaving_out(
            conference,
            *sorted(self.children, key=list(conference.children).index),
            gone=self.gone,
            held=self.knows_whereabouts_of(),
            also=[each for each in self.words_taken_out() if each not in schools],
        )
        """The same for where a meeting is: who is to come has to know it, though another child goes to school there."""

    # --- Of whom the reader may read --------------------------------------------------------------------------

    def reads_of(self, children: tuple[str, ...]) -> bool:
        """Whether something about these children, or about all, is about one of the reader's."""
        return not children or not self.children.isdisjoint(children)

    def is_known(self, event: Event) -> bool:
        """Whether the record tells about which children an entry is; what it does not tell is the file's alone."""
        moment = self.full.log.moment(key_of(event))
        return moment is None or moment.about is not None

    def of(self, children: tuple[str, ...]) -> tuple[str, ...]:
        """Those of these children, or of all where none is named, of whom the reader may read."""
        return tuple(child for child in (children or tuple(self.full.children)) if child in self.children)

    def about(self, told: Mapping[str, Any]) -> dict[str, Any]:
        """What names one of the reader's children, or names none and so is about all of them."""
        return {
            key: replace(each, children=self.of(each.children)) if each.children else each
            for key, each in told.items()
            if self.reads_of(each.children)
        }

    def without_gone(self, told: Mapping[str, Any]) -> dict[str, Any]:
        """What is kept by person, without those who are not named."""
        return {who: each for who, each in told.items() if who not in self.renamed}

    def other_children(self) -> list[Child]:
        """The children of whom the reader may not read."""
        return [child for child in self.full.children.values() if child.id not in self.children]

    def elsewhere(self) -> list[Agency]:
        """Agencies that know other children only; family readers are not told where another child goes."""
        if not self.is_family:
            return []
        return [each for each in agencies(self.full) if each.knows and each.knows.isdisjoint(self.children)]

    def names_another(self, *typed: str) -> bool:
        """Whether words name a child whom the reader may not read of."""
        is_partial = not self.children.issuperset(self.full.children)
        return is_partial and any(ANOTHER_CHILD in self.hide(words) for words in typed if words)

    # --- What is taken out ------------------------------------------------------------------------------------

    def words_taken_out(self) -> tuple[str, ...]:
        """Words beside names and withheld whereabouts: other adults' places, other children's schools and numbers."""
        stays = self._judged(stays=True)
        found = [*words_of_others(self.full, self.copy.reader)] if self.is_family else []
        found += sorted(self._judged(stays=False))
        found += [*self._hidden_agencies(), *self._schools()]
        found += [child.authority_id for child in self.other_children() if child.authority_id]
        return tuple(dict.fromkeys(each for each in found if each and each not in stays))

    def _judged(self, *, stays: bool) -> set[str]:
        """Words that the chair judged for this reader."""
        judged = self.full.words_judged.values()
        return {each.words for each in judged if each.reader == self.copy.reader and each.stays is stays}

    def knows_whereabouts_of(self) -> set[str]:
        """Those whose whereabouts the reader has already: their own, and where the chair says so."""
        held = {self.copy.reader}
        for person in self.full.people.values():
            judged = self.full.words_judged.get((self.copy.reader, whereabouts_of(person.id)))
            if judged and judged.stays and self.copy.reader not in person.withheld_from:
                held.add(person.id)
        return held

    def _doing(self) -> set[str]:
        """Those who do something that stands on an action sheet are named there."""
        if self.copy.paper is not Paper.ACTION_SHEET:
            return set()
        return {who for key in does(self.full, self.copy.reader) for who in self.full.actions[key].who}

    def _schools(self) -> list[str]:
        """The schools of other children, where none of this reader's goes there."""
        if not self.is_family:
            return []
        own = {_first_part(self.full.children[child].school) for child in self.children}
        return [part for child in self.other_children() if (part := _first_part(child.school)) not in own]

    def _hidden_agencies(self) -> list[str]:
        hidden = self.elsewhere()
        kept = {
            part.casefold()
            for agency in agencies(self.full)
            if agency not in hidden
            for part in agency.name.split()
        }
        found = []
        for agency in hidden:
            first = agency.name.split()[0]
            found += [agency.name, *([first] if len(first) > 4 and first.casefold() not in kept else [])]
        return found

    def _renamed(self) -> dict[str, str]:
        agencies_named = {
            agency.name: ANOTHER_AGENCY if number == 1 else f"{ANOTHER_AGENCY[:-1]} {number}]"
            for number, agency in enumerate(self.elsewhere(), 1)
        }
        return (
            dict.fromkeys(self.gone, ANOTHER_PERSON)
            | {child.id: ANOTHER_CHILD for child in self.other_children()}
            | agencies_named
        )


def _children_of(person: Person | None) -> set[str]:
    return {*person.parent_of, *person.responsibility_for} if person else set()


def _first_part(school: str) -> str:
    return school.split(",")[0].strip()
