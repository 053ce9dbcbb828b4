"""Under what a person, a place or a telephone number may stand in a sentence."""

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from conference_tui.conference.compared.letters import folded, squeezed

_WORDS = """
amber angel april art august autumn basil bill bob brook chance charity chase clay cliff crystal dale dawn dean
destiny drew faith frank gene ginger grace grant guy harmony hazel heather holly hope ivy jade jasmine jasper june
joy king lance lily major mark max may melody mercy miles misty nick olive pat pearl penny poppy prince ray reed
rich river robin rose rowan ruby rusty sage sandy scarlett sky skye star storm sue summer sunny van violet wade
will willow woody
am an and as at be but by do for go had has he her him his if in is it me my no not of off on or our out see she so the
than then to too up us was we who you
"""
_STREET_WORDS = """
back bank beach bridge broad canal castle chapel church college court cross dock east farm ferry field fire first
front garden grand great green hall high hill home hospital house lake library little long lower main manor market
meadow mill new north old orchard park play police pond pool post queen railway red school second short south
spring square station third top tower town upper valley victory village water well west white wood young
adults boys children days girls hours months nights people times visits weeks years
"""
ALSO_WORDS = frozenset(_WORDS.split())
"""Names that are words as well: in small letters they are taken for the word."""
ALSO_WORDS_BY_NUMBER = ALSO_WORDS | frozenset(_STREET_WORDS.split())
"""Likewise behind the number of a house: "2 school days" is no part of 2 School Lane."""

_KINDS = """
avenue ave av|boulevard blvd|buildings bldgs|close cl|cottages cotts|court ct|crescent cres cresc|drive dr|
embankment emb|estate est|gardens gdns|green grn|grove gr|heights hts|hill|house hse|lane ln|mews|mount mt|
parade pde|park pk|passage|place pl|quay|rise|road rd|row|square sq|street st str|terrace terr ter|view|walk wlk|
way|wharf wf|yard yd
"""
_SPELLED = {
    word: tuple(kind.split()) for kind in _KINDS.replace("\n", "").split("|") for word in kind.split()
}
"""Kinds of street, each with all the ways in which it is written."""

_POSTCODE = re.compile(r"(?<![^\W_])[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}(?![^\W_])", re.IGNORECASE)
_NUMBER = re.compile(r"[+(\s]*\d[\d\s().+-]{4,}\d")
_CODE = r"(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})"
"""A code of a country, as the ITU hands them out."""
_HOME = "44"
_SHORTEST_BARE = 9
"""Digits from which a number is looked for without the zero before it, as a table of a spreadsheet has it."""
_LONGEST = 17
"""Digits that a number has at most, with what is dialled before the code of its country."""
_HOUSE = re.compile(r"\d+\s?[a-z]?", re.IGNORECASE)


# --- Names -----------------------------------------------------------------------------------------------------


def forms_of_name(name: str, keep: Collection[str] = ()) -> Iterator[str]:
    """The whole name, and each part of it that is not in `keep` (`parts_of_name`): nobody else bears it."""
    if name:
        yield name
    for part in name.split():
        if len(part) > 1 and squeezed(part) not in keep:
            yield part


def parts_of_name(name: str) -> frozenset[str]:
    """The parts of a name as they are compared, with the halves of a double one."""
    return frozenset(
        squeezed(each) for part in name.split() for each in (part, *re.split(r"\W", folded(part))) if each
    )


# --- Places ----------------------------------------------------------------------------------------------------


def forms_of_place(address: str) -> Iterator[str]:
    """An address, whole and in the parts that tell a place: its lines, the street, the house in it, the postcode."""
    lines = [line.strip() for line in re.split(r"[,\n;]", address) if line.strip()]
    if lines:
        yield " ".join(address.split())
    for number, line in enumerate(lines):
        is_town = number == len(lines) - 1 and number > 0
        if len(line) > 3 and (not is_town or any(sign.isdigit() for sign in line)):
            yield line
            yield from _of_street(_POSTCODE.sub("", line))
    for before, line in pairwise(lines):  # the house's number on a line of its own
        if _HOUSE.fullmatch(before):
            yield from _of_street(f"{before} {line}")
    yield from _POSTCODE.findall(address)


def _of_street(line: str) -> Iterator[str]:
    """The street, however its kind is written, and the house with each beginning of the street's name."""
    house, street = _house_and_street(line)
    last = next((place for place in range(1, len(street)) if folded(street[place]) in _SPELLED), None)
    ends = {len(street)} | ({last + 1} if last else set())
    for end in sorted(ends):
        for told in _spelled(street[:end]):
            if len(told) > 3 and (house or told != line):
                yield told
    if last is not None and last > 1:
        yield " ".join(street[:last])
    for end in range(1, len(street) + 1) if house else ():
        last_word = folded(street[end - 1])
        if last_word not in ("the", "of"):
            yield from (f"{house} {told}" for told in _spelled(street[:end]))
        if last_word.endswith("'s"):
            yield " ".join((house, *street[: end - 1], last_word.removesuffix("'s")))


def _house_and_street(line: str) -> tuple[str, list[str]]:
    told = line.split()
    numbers = [place for place, word in enumerate(told[:-1]) if _HOUSE.fullmatch(word)]
    if not numbers:
        return "", told
    at = numbers[-1]
    if len(told) > at + 2 and len(told[at + 1]) == 1:  # "12 b Mill Lane"
        return f"{told[at]} {told[at + 1]}", told[at + 2 :]
    return told[at], told[at + 1 :]


def _spelled(street: list[str]) -> Iterator[str]:
    """A street with its kind in full and in each short way."""
    *name, kind = street or [""]
    ways = _SPELLED.get(squeezed(kind), ()) if name else ()
    yield " ".join(street)
    yield from (" ".join((*name, way)) for way in ways if way != squeezed(kind))


def is_postcode(text: str) -> bool:
    """Whether a text is a postcode and nothing else."""
    return _POSTCODE.fullmatch(folded(text).strip()) is not None


# --- Numbers ---------------------------------------------------------------------------------------------------


def forms_of_number(phone: str) -> Iterator[str]:
    """Each telephone number of a text as it stands, as it is written within its country, and from outside it."""
    for number in _numbers(folded(phone)):
        code, within = _code_and_rest(number)
        yield re.sub(r"\D", "", number)
        if len(within) >= _SHORTEST_BARE:
            yield within
        yield from (f"{before}{within}" for before in ("0", code, f"{code}0", f"00{code}", f"00{code}0"))


def without_code(number: str) -> str:
    """The digits of one telephone number that are dialled from everywhere."""
    return _code_and_rest(folded(number))[1]


def _numbers(phone: str) -> Iterator[str]:
    """One number after the other; more digits than a number has are several with spaces between them."""
    for found in _NUMBER.findall(phone):
        if sum(map(str.isdigit, found)) <= _LONGEST:
            yield found
            continue
        begun = ""
        for group in found.split():
            if len(begun) >= _SHORTEST_BARE and group.startswith(("0", "+", "(")):
                yield begun
                begun = ""
            begun += group
        yield begun


def _code_and_rest(number: str) -> tuple[str, str]:
    """The code of the country, ours where none is told, and what follows it."""
    digits = re.sub(r"\D", "", number)
    abroad = digits.removeprefix("00")
    is_abroad = number.lstrip(" (").startswith("+") or abroad != digits
    if is_abroad and (code := re.match(_CODE, abroad)):
        return code[0], abroad[code.end() :].removeprefix("0")
    if digits.startswith(_HOME) and len(digits) > _SHORTEST_BARE + 1:
        return _HOME, digits.removeprefix(_HOME).removeprefix("0")
    return _HOME, digits.removeprefix("0")


def is_number(text: str) -> bool:
    """Whether a text is a telephone number, or another long one, and nothing else."""
    return _NUMBER.fullmatch(folded(text).strip()) is not None
