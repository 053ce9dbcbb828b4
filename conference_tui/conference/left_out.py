"""What must not stand in a paper about one child, and the marks that stand in its place.

People type one sentence about several children. In a paper about one of them the other children's names, the
people who belong to the others only, and addresses withheld from somebody give way to a mark in brackets: the
sentence stays as typed, and it is seen that something was left out.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from conference_tui.conference.people import Person
from conference_tui.conference.state import Conference
from conference_tui.conference.strangers import strangers

ANOTHER_CHILD = "[another child]"
ANOTHER_PERSON = "[another person]"
ANOTHER_AGENCY = "[another agency]"
WITHHELD = "[withheld]"
LEFT_OUT = "[left out]"
"""In place of a whole entry of which it is seen that there is one."""
MARKS = (ANOTHER_CHILD, ANOTHER_PERSON, ANOTHER_AGENCY, WITHHELD, LEFT_OUT)
_TWICE = re.compile(rf"({'|'.join(map(re.escape, MARKS))})\s*(?=\1)")
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


_STREETS = (
    "avenue|ave|close|court|crescent|drive|gardens|green|grove|hill|lane|mews|park|place|rise|road|rd|row|square|"
    "street|terrace|view|walk|way|yard"
)


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
        *(part for name in own for part in _parts(name)),
        *(part for name in kept for part in _parts(_without_first(name))),
    }
    siblings = [each.name for each in conference.children.values() if each.id not in children]
    people = [person.name for person in conference.people.values() if person.id in gone]
    elsewhere = [p for p in conference.people.values() if p.id not in held]
    marks = {name: STAYS for name in kept if " " in name}
    marks |= {form: WITHHELD for person in elsewhere for form in whereabouts(person)}
    marks |= {form: ANOTHER_PERSON for name in people for form in forms(name, keep)}
    marks |= {form: ANOTHER_CHILD for name in siblings for form in forms(name, keep)}
    marks |= dict.fromkeys(also, WITHHELD)
    if not any(marks.values()):
        return lambda typed: typed
    found = re.compile("|".join(f"(?:{_pattern(form)})" for form in sorted(marks, key=len, reverse=True)))
    by_form = {_key(form): mark for form, mark in marks.items()}
    return lambda typed: _settled(found.sub(lambda match: by_form[_key(match[0])] or match[0], typed))


def _without_first(name: str) -> str:
    """The name but for its first part, which says who of a family is meant; a name of one part as it is."""
    return name.split(maxsplit=1)[-1] if name else ""


def _parts(name: str) -> Iterator[str]:
    for part in name.split():
        yield part.casefold()
        yield from (half.casefold() for half in part.split("-"))


def forms(name: str, keep: Iterable[str]) -> Iterator[str]:
    """The whole name, and each part of it that nobody bears whose name may stand."""
    if name:
        yield name
    for part in name.split():
        if len(part) > 1 and part.casefold() not in keep:
            yield part


def whereabouts(person: Person) -> Iterator[str]:
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
            without_kind = re.sub(rf"\s+(?:{_STREETS})$", "", street, flags=re.IGNORECASE)
            if " " in without_kind:
                yield without_kind


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
    return _TWICE.sub("", typed)
