"""The marks that stand in typed words in the place of what a reader may not have.

People type one sentence about several children. In a paper for somebody who reads of one of them the other children's
names, people who are not named to the reader, and addresses withheld from somebody give way to a mark in brackets: the
sentence stays as typed, and it is seen that something was left out.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from conference_tui.conference.compared import (
    forms_of_name,
    forms_of_number,
    forms_of_place,
    marking,
    parts_of_name,
)
from conference_tui.conference.people import Person
from conference_tui.conference.state import Conference
from conference_tui.conference.strangers import other_children, strangers

ANOTHER_CHILD = "[another child]"
ANOTHER_PERSON = "[another person]"
ANOTHER_AGENCY = "[another agency]"
WITHHELD = "[withheld]"
MARKS = (ANOTHER_CHILD, ANOTHER_PERSON, ANOTHER_AGENCY, WITHHELD)
_TWICE = re.compile(rf"({'|'.join(map(re.escape, MARKS))})\s*(?=\1)")
STAYS = ""
"""In place of a mark, for a whole name that may stand although a part of it may not."""


def leaving_out(
    conference: Conference,
    *children: str,
    gone: frozenset[str] | None = None,
    held: Iterable[str] = (),
    also: Iterable[str] = (),
) -> Callable[[str], str]:
    """A function that puts marks in the place of what a paper about `children` must not hold.

    `gone` are the people who may not be named, where they are others than the `strangers`; `held` those whose
    whereabouts the reader has; `also` are further words that are taken out.
    """
    gone = strangers(conference, *children) if gone is None else gone
    own = [conference.name(child) for child in children]
    kept = [*own, *(p.name for p in conference.people.values() if p.id not in gone)]
    keep = {
        *(part for name in own for part in parts_of_name(name)),
        *(part for name in kept for part in parts_of_name(_without_first(name))),
    }
    siblings = [conference.children[each].name for each in other_children(conference, *children, gone=gone)]
    people = [person.name for person in conference.people.values() if person.id in gone]
    elsewhere = [p for p in conference.people.values() if p.id not in held]
    marks = {name: STAYS for name in kept if " " in name}
    marks |= {form: WITHHELD for person in elsewhere for form in whereabouts(person)}
    marks |= {form: ANOTHER_PERSON for name in people for form in forms_of_name(name, keep)}
    marks |= {form: ANOTHER_CHILD for name in siblings for form in forms_of_name(name, keep)}
    marks |= dict.fromkeys(also, WITHHELD)
    if not any(marks.values()):
        return lambda typed: typed
    hide = marking(marks)
    return lambda typed: _settled(hide(typed))


def _without_first(name: str) -> str:
    """The name but for its first part, which says who of a family is meant; a name of one part as it is."""
    return name.split(maxsplit=1)[-1] if name else ""


def whereabouts(person: Person) -> Iterator[str]:
    """The address and telephone number of somebody who withholds them, whole and in the parts that tell a place."""
    if not person.withheld_from:
        return
    yield from forms_of_number(person.phone)
    yield from forms_of_place(person.address)


def _settled(typed: str) -> str:
    """One mark where two of the same stand side by side, as a first and a last name do."""
    return _TWICE.sub("", typed)
