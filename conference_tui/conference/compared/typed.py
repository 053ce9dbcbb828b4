"""What somebody typed for a name, or to find something: which of those there are is meant."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TypeVar

from conference_tui.conference.compared.forms import is_number, is_postcode, without_code
from conference_tui.conference.compared.letters import TIGHT, Read, folded, read, squeezed, words

K = TypeVar("K")

_POSTCODE_BEGUN = re.compile(r"[a-z]{1,2}\d[a-z\d]?\s*\d?[a-z]{0,2}")
_DIGITS = re.compile(r"[\d\s().+-]*")
_FEW_DIGITS = 5


def same(one: str, other: str) -> bool:
    """Whether two texts name the same: but for digits, whatever stands between letters or is missing there."""
    return key(one) == key(other)


@lru_cache(maxsize=8192)
def key(text: str) -> str:
    """What two texts have in common that name the same."""
    if is_number(text):
        return without_code(text)
    if is_postcode(text):
        return squeezed(text)
    key = ""
    for word in words(text):  # 1-23 is not 12-3
        key += f" {word}" if key[-1:].isdigit() and word[0].isdigit() else word
    return key or folded(text).strip()


def is_called(typed: str, name: str) -> bool:
    """Whether somebody of that name is meant by some of it: for each word typed, words of the name begin so."""
    told = words(name)
    begun = ["".join(told[place:]) for place in range(len(told))]
    wanted = [each for each in map(squeezed, typed.split()) if each]
    return bool(wanted) and all(any(each.startswith(part) for each in begun) for part in wanted)


def starts_so(typed: str, name: str) -> bool:
    """Whether what was typed is the first words of a name, all of them whole."""
    wanted, told = squeezed(typed), read(name)
    return bool(wanted) and told.letters.startswith(wanted) and told.gap(len(wanted)) is not None


def meant(typed: str, names: Mapping[K, str], in_part: Callable[[str, str], bool] = is_called) -> list[K]:
    """Those whose name is what was typed, letter by letter; else those of the same name; else those meant by a part.

    `in_part` is given what was typed and a name.
    """
    letters = " ".join(typed.split()).casefold()
    if exact := [each for each, name in names.items() if name.casefold() == letters]:
        return exact
    if alike := [each for each, name in names.items() if letters and same(name, typed)]:
        return alike
    return [each for each, name in names.items() if in_part(typed, name)]


def begins(text: str, typed: str) -> bool:
    """Whether words of a text, one after the other, begin with what was typed."""
    told, wanted = words(text), squeezed(typed)
    if not wanted:
        return f" {folded(typed)}" in f" {folded(text)}"
    return any("".join(told[place:]).startswith(wanted) for place in range(len(told)))


def rest_of(name: str, begun: str) -> str:
    """What of a name is still to be typed; empty where it does not begin so."""
    wanted, told = squeezed(begun), read(name)
    if not wanted or not told.letters.startswith(wanted):
        return ""
    return name[told.span(0, len(wanted))[1] :]


def holds(text: str, wanted: str) -> bool:
    """Whether a text has somewhere what a person looks for; nothing looked for is in every text."""
    told, asked = read(text), read(wanted)
    if not asked.letters:
        return folded(wanted).strip() in folded(text)
    is_anyhow = _POSTCODE_BEGUN.fullmatch(folded(wanted).strip()) is not None
    if len(asked.letters) >= _FEW_DIGITS and _DIGITS.fullmatch(folded(wanted).strip()):
        is_anyhow = True
        asked = read(without_code(wanted))
    at = told.letters.find(asked.letters)
    while at >= 0:
        if _stands(told, at, asked, is_anyhow=is_anyhow):
            return True
        at = told.letters.find(asked.letters, at + 1)
    return False


def _stands(told: Read, at: int, asked: Read, *, is_anyhow: bool) -> bool:
    """Whether what stands between words is where it was asked for; apostrophes and dashes may be anywhere, or missing."""
    between = dict(told.gaps(at, at + len(asked.letters)))
    wanted = dict(asked.gaps(0, len(asked.letters)))
    return is_anyhow or (
        all(gap in TIGHT or place - at in wanted for place, gap in between.items())
        and all(gap in TIGHT or place + at in between for place, gap in wanted.items())
    )
