"""Names, places and numbers that a reader may not have: whole ones for certain, parts of them asked about."""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from conference_tui.conference import left_out
from conference_tui.conference.attendance import Agency, agencies
from conference_tui.conference.compared import squeezed, words
from conference_tui.conference.people import Person
from conference_tui.conference.second_opinion.capitals import names_in
from conference_tui.conference.second_opinion.entries import Entry
from conference_tui.conference.second_opinion.reader import Reader
from conference_tui.conference.second_opinion.term import Term
from conference_tui.conference.second_opinion.typed import OF_TIME, Permitted
from conference_tui.conference.text import listed, say_long_date

_PLACE = re.compile(r"(?<![\w.:])(?:[Ff]lat\s+\w+,\s+)?\d{1,4}[A-Za-z]?(?:\s+[A-Z][\w'’-]+){1,4}(?!\w)")
"""A number and a name with a capital: "5 Ropewalk", "12b Mill Lane"."""
_QUOTED = re.compile(r"[“\"]([A-Z][^”\"]{2,60})[”\"]")
_ANYBODY = "anybody"


def terms(reader: Reader, entries: Iterable[Entry], permitted: Permitted) -> Iterator[Term]:
    """Every name, place and number that may not stand in a reader's copy."""
    yield from _whereabouts(reader, permitted)
    yield from _other_children(reader)
    yield from _people(reader)
    yield from _relatives(reader)
    yield from _agencies_and_schools(reader, permitted)
    yield from _of_other_adults(reader, entries, permitted)
    yield from _where_they_will_be(reader)


# --- Where somebody is to be found ----------------------------------------------------------------------------------


def _whereabouts(reader: Reader, permitted: Permitted) -> Iterator[Term]:
    full = reader.conference
    for person in full.people.values():
        if reader.has_whereabouts_of(person):
            continue
        if person.withheld_from:
            from_whom = listed([full.name(each) for each in person.withheld_from])
            yield from _forms(person, f"where {person.label} is to be found, withheld from {from_whom}")
        elif person.id in reader.apart | reader.other_side:
            what = f"where {person.label} is to be found, from whom they are kept apart"
            home = "" if squeezed(person.address) in map(squeezed, _own_places(reader)) else person.address
            yield from _forms(replace(person, address=home, withheld_from=(_ANYBODY,)), what)
        elif person.phone and not reader.is_file and person.id not in reader.ids:
            for number in left_out.whereabouts(replace(person, address="", withheld_from=(_ANYBODY,))):
                if not permitted.has(words(person.phone)):
                    what = f"the telephone number of {person.label}"
                    yield Term(words=number, what=what, kind="number", certain=False)


def _forms(person: Person, what: str) -> Iterator[Term]:
    for form in left_out.whereabouts(person):
        is_number = form.lstrip("+").isdigit()
        yield Term(words=form, what=what, kind="number" if is_number else "whereabouts", certain=True)
    lines = [line.strip() for line in re.split(r"[,\n;]", person.address) if line.strip()]
    if len(lines) > 1 and not any(sign.isdigit() for sign in lines[-1]):
        yield Term(words=lines[-1], what=what, kind="place", certain=False)


# --- Who is not named -------------------------------------------------------------------------------------------


def _other_children(reader: Reader) -> Iterator[Term]:
    keep = _kept_names(reader, frozenset())
    for child in reader.conference.children.values():
        if child.id in reader.children | reader.named_as_parents:
            continue
        what = f"{child.label}, another child"
        yield from _of_name(child.name, what, keep)
        if child.authority_id:
            yield Term(words=child.authority_id, what=f"the number of {what}", kind="number", certain=True)
        if child.born:
            born = say_long_date(child.born)
            yield Term(words=born, what=f"the date of birth of {what}", kind="number", certain=False)


def _people(reader: Reader) -> Iterator[Term]:
    keep = _kept_names(reader, reader.hidden)
    people = reader.conference.people.values()
    named = {person.name for person in people if person.id not in reader.hidden}
    for person in people:
        if person.id in reader.hidden and person.name not in named:
            whose = "is of the other side" if person.id in reader.other_side else "belongs to other children"
            yield from _of_name(person.name, f"{person.label}, who {whose}", keep)


def _relatives(reader: Reader) -> Iterator[Term]:
    for relative in reader.conference.relatives.values():
        if relative.name and relative.id not in reader.family:
            what = f"{relative.label}, of the family of other children"
            yield Term(words=relative.name, what=what, kind="name", certain=False)


def _kept_names(reader: Reader, hidden: frozenset[str]) -> frozenset[str]:
    """Parts of names that may stand."""
    own = [reader.conference.name(child) for child in reader.children]
    own += [person.name for person in reader.conference.people.values() if person.id not in hidden]
    return frozenset(part for name in own for part in words(name))


def _of_name(name: str, what: str, keep: frozenset[str]) -> Iterator[Term]:
    if len(name.split()) > 1:
        yield Term(words=name, what=what, kind="name", certain=True)
    for part in name.split():
        if len(part) > 1 and not keep.issuperset(words(part)):
            yield Term(words=part, what=what, kind="part of a name", certain=False)


def _agencies_and_schools(reader: Reader, permitted: Permitted) -> Iterator[Term]:
    """Whole names. One that is also where a meeting is, is asked about: who is to come has to know it.

    One that every paper names by itself, as children's social care, is nobody's secret.
    """
    full, booked = reader.conference, reader.conference.core_group_booked
    venues = squeezed(f"{full.arranged.venue} {booked.venue if booked else ''}")
    for name, children in _named_elsewhere(reader, venues).items():
        is_venue = squeezed(name) in venues
        if permitted.is_wording(words(name)):
            continue
        if not is_venue or children.isdisjoint(reader.own_children):
            certain = len(name.split()) > 1 and not is_venue
            yield Term(words=name, what="of another child or another adult", kind="place", certain=certain)


def _named_elsewhere(reader: Reader, venues: str) -> dict[str, frozenset[str]]:
    """By the name of an agency that is hidden, or of a school, the children whom it knows."""
    full, hidden = reader.conference, reader.hidden_agencies
    shown = {part for each in agencies(full) if each not in hidden for part in words(each.name)}
    found = {each.name: _known_to(reader, each) for each in hidden}
    for each in hidden:
        first, is_venue = each.name.split()[0], squeezed(each.name) in venues
        if not is_venue and len(first) > 4 and shown.isdisjoint(words(first)):
            found.setdefault(first, _known_to(reader, each))
    own = {_school(full.children[child].school) for child in reader.children}
    for child in full.children.values() if reader.is_family else ():
        school = _school(child.school)
        if school and child.id not in reader.children and school not in own:
            found[school] = found.get(school, frozenset()) | {child.id}
    return found


def _known_to(reader: Reader, agency: Agency) -> frozenset[str]:
    """The children whom an agency may know."""
    return frozenset(child for child in reader.conference.children if not agency.knows_none_of([child]))


def _school(typed: str) -> str:
    return typed.split(",")[0].strip()


# --- What belongs to another adult ------------------------------------------------------------------------------


def _of_other_adults(reader: Reader, entries: Iterable[Entry], permitted: Permitted) -> Iterator[Term]:
    """Places in words about them; and what has a name, such as a programme, in what is theirs alone."""
    if not reader.is_family and not reader.apart:
        return
    full, others = reader.conference, reader.other_adults
    known = squeezed(" ".join((*_own_places(reader), *(child.lives for child in full.children.values()))))
    named = {part for someone in others for part in words(full.name(someone)) if len(part) > 1}
    for entry in entries:
        is_theirs = entry.own_matter_of in others or (bool(entry.doers) and entry.doers <= others)
        is_about = is_theirs or bool(entry.doers & others) or bool(entry.owners & others)
        for field in entry.fields:
            if is_about or not named.isdisjoint(field.words):
                yield from _places_in(field.text, known)
            if is_theirs:
                yield from _titles_in(field.text, permitted)


def _own_places(reader: Reader) -> Iterator[str]:
    person = reader.conference.people.get(reader.copy.reader)
    if person:
        yield person.address


def _places_in(typed: str, known: str) -> Iterator[Term]:
    for found in _PLACE.finditer(typed):
        name = found[0].split()[1]
        if name.casefold() not in OF_TIME and squeezed(found[0]) not in known:
            yield Term(words=found[0], what="of another child or another adult", kind="place", certain=True)


def _titles_in(typed: str, permitted: Permitted) -> Iterator[Term]:
    what = "out of what is another adult's own matter"
    for quoted in _QUOTED.findall(typed):
        yield Term(words=quoted, what=what, kind="place", certain=len(quoted.split()) > 1)
    for name in names_in(typed):
        if len(name.split()) > 1 and not permitted.has(words(name)):
            yield Term(words=name, what=what, kind="name", certain=False)


def _where_they_will_be(reader: Reader) -> Iterator[Term]:
    """When a meeting is to which somebody comes from whom they are kept apart, and they themselves do not."""
    full, booked = reader.conference, reader.conference.core_group_booked
    members = full.core_group.keys()
    if booked and members & reader.who_must_not_be_met and not members & reader.ids:
        what = "when somebody meets from whom they are kept apart"
        day = f"{booked.on.day} {booked.on:%B} {booked.on.year}"  # with and without the day of the week
        yield Term(words=day, what=what, kind="number", certain=False)
