"""What must not stand in a paper about one child, and the marks that stand in its place.

People type one sentence about several children. In a paper about one of them the other children's names, the
people who belong to the others only, and addresses withheld from somebody give way to a mark in brackets: the
sentence stays as typed, and it is seen that something was left out.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from conference_tui.conference.people import Person, Standing
from conference_tui.conference.state import Conference

ANOTHER_CHILD = "[another child]"
ANOTHER_PERSON = "[another person]"
WITHHELD = "[withheld]"
MARKS = (ANOTHER_CHILD, ANOTHER_PERSON, WITHHELD)
STAYS = ""
"""In place of a mark, for a whole name that may stand although a part of it may not."""

_WORDS = """
amber angel april art august autumn basil bill bob brook chance charity chase clay cliff crystal dale dawn dean
destiny drew faith frank gene ginger grace grant guy harmony hazel heather holly hope ivy jade jasmine jasper june
joy king lance lily major mark max may melody mercy miles misty nick olive pat pearl penny poppy prince ray reed
rich river robin rose rowan ruby rusty sage sandy scarlett sky skye star storm sue summer sunny van violet wade
will willow woody
"""
_ALSO_WORDS = frozenset(_WORDS.split())
"""Names that are words as well: in small letters they are taken for the word."""


def strangers(conference: Conference, child: str) -> frozenset[str]:
    """Ids of the people who belong to other children only, and have no part in this one's plan.

    A father of a sibling is one, unless he lives with this child, is of its core group, or does something in its
    plan; so is the advocate or supporter of such a person or of a sibling.
    """
    siblings = set(conference.children) - {child}
    part = _has_a_part(conference, child)
    others = {
        person.id
        for person in conference.people.values()
        if person.standing is Standing.PARENT
        and (theirs := {*person.parent_of, *person.responsibility_for})
        and child not in theirs
        and person.id not in part
    }
    with_others = {
        person.id
        for person in conference.people.values()
        if person.supports in siblings | others and person.id not in part
    }
    return frozenset(others | with_others)


def leaving_out(conference: Conference, child: str) -> Callable[[str], str]:
    """A function that puts marks in the place of what a paper about `child` must not hold."""
    gone = strangers(conference, child)
    own = conference.name(child)
    kept = [own, *(p.name for p in conference.people.values() if p.id not in gone)]
    keep = {*_parts(own), *(part for name in kept for part in _parts(_without_first(name)))}
    siblings = [each.name for each in conference.children.values() if each.id != child]
    people = [person.name for person in conference.people.values() if person.id in gone]
    marks = {name: STAYS for name in kept if " " in name}
    marks |= {form: WITHHELD for person in conference.people.values() for form in _whereabouts(person)}
    marks |= {form: ANOTHER_PERSON for name in people for form in _forms(name, keep)}
    marks |= {form: ANOTHER_CHILD for name in siblings for form in _forms(name, keep)}
    if not any(marks.values()):
        return lambda typed: typed
    found = re.compile("|".join(f"(?:{_pattern(form)})" for form in sorted(marks, key=len, reverse=True)))
    by_form = {_key(form): mark for form, mark in marks.items()}
    return lambda typed: _settled(found.sub(lambda match: by_form[_key(match[0])] or match[0], typed))


def _has_a_part(conference: Conference, child: str) -> set[str]:
    part = set(conference.children[child].lives_with)
    for agreed in conference.actions.values():
        if not agreed.children or child in agreed.children:
            part.update(agreed.who)
    part.update(offer.person for offer in conference.network.values() if child in offer.children)
    part.update(member.person for member in conference.core_group.values() if child in member.children)
    return part


def _without_first(name: str) -> str:
    """The name but for its first part, which says who of a family is meant; a name of one part as it is."""
    return name.split(maxsplit=1)[-1] if name else ""


def _parts(name: str) -> Iterator[str]:
    for part in name.split():
        yield part.casefold()
        yield from (half.casefold() for half in part.split("-"))


def _forms(name: str, keep: Iterable[str]) -> Iterator[str]:
    """The whole name, and each part of it that nobody bears whose name may stand."""
    if name:
        yield name
    for part in name.split():
        if len(part) > 1 and part.casefold() not in keep:
            yield part


def _whereabouts(person: Person) -> Iterator[str]:
    """The address and telephone number of somebody who withholds them, whole and in the parts that tell a place."""
    if not person.withheld_from:
        return
    yield from _numbers(person.phone)
    lines = [line.strip() for line in re.split(r"[,\n;]", person.address) if line.strip()]
    if lines:
        yield " ".join(person.address.split())
    for number, line in enumerate(lines):
        town = number == len(lines) - 1 and number > 0
        if len(line) > 3 and (not town or any(character.isdigit() for character in line)):
            yield line
            street = re.sub(r"^\d+\s*[a-z]?\s+", "", line, flags=re.IGNORECASE)
            if len(street) > 3:
                yield street


def _numbers(phone: str) -> Iterator[str]:
    """Each telephone number as it stands, as it is written within the country, and from outside it."""
    for number in re.findall(r"\d[\d\s().-]{4,}\d", phone):
        digits = re.sub(r"\D", "", number)
        within = re.sub(r"^(?:0044|44|0)0?", "", digits)
        yield digits
        yield from (f"{before}{within}" for before in ("0", "+44", "+440", "0044", "00440"))


def _pattern(form: str) -> str:
    """However it is spaced; in any letters, but a name that is also a word not in small ones."""
    if re.fullmatch(r"\+?\d{6,}", form):
        return r"(?<!\d)" + r"[\s().-]*".join(map(re.escape, form)) + r"(?!\d)"
    written = r"[\s,]+".join(re.escape(word) for word in re.split(r"[\s,]+", form))
    letters = f"(?i:{written})"
    if form.casefold() in _ALSO_WORDS:
        letters = rf"(?!{re.escape(form.lower())})(?i:{written})"
    return rf"(?<!\w){letters}(?!\w)"


def _key(form: str) -> str:
    return re.sub(r"[\s,.()-]+", "", form).casefold()


def _settled(typed: str) -> str:
    """One mark where two of the same stand side by side, as a first and a last name do."""
    for mark in MARKS:
        typed = re.sub(rf"(?:{re.escape(mark)}[\s]*)+(?={re.escape(mark)})", "", typed)
    return typed
