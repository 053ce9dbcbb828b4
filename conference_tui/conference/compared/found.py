"""Where the forms of a name, a place or a number stand in a typed text, however they are written there."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from conference_tui.conference.compared.forms import (
    ALSO_WORDS,
    ALSO_WORDS_BY_NUMBER,
    is_number,
    is_postcode,
)
from conference_tui.conference.compared.letters import TIGHT, Read, read, words

_LOOSE = frozenset(" \t\n\r\xa0,'`-_")
"""May stand between two words of a form."""
_ANYWHERE = frozenset(" \t\n\r\xa0,'-_().+/")
"""May stand between the letters and digits of a number or a postcode."""
_CHANGES = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
_SHORT = 6
"""Letters and signs that stand at most between the digits of a number."""


class Found(Struct, frozen=True):
    """A form in a typed text, and between which of its signs it stands."""

    form: str
    start: int
    end: int


class _Form(Struct, frozen=True):
    letters: str
    breaks: frozenset[int]
    """Before which of its letters there may be a space."""
    is_number: bool
    is_anyhow: bool
    """Whether it may be spaced in any way."""
    wants_capital: bool

    def places(self, told: Read, typed: str) -> Iterator[tuple[int, int]]:
        """Between which signs of the typed text it stands, each time."""
        at = told.letters.find(self.letters)
        while at >= 0:
            end = at + len(self.letters)
            if self._is_alone(told, at, end) and self._fits(told, at, end):
                start, stop = told.span(at, end)
                if not (self.wants_capital and typed[start:stop].islower()):
                    yield (self._with_signs(typed, start, stop), stop) if self.is_number else (start, stop)
            at = told.letters.find(self.letters, at + 1)

    def _is_alone(self, told: Read, at: int, end: int) -> bool:
        """A word begins and ends with it; of a number it is enough that there are no more digits."""
        for place, sign in ((at, at - 1), (end, end)):
            if told.gap(place) is None and not (self.is_number and not told.letters[sign].isdigit()):
                return False
        return True

    def _fits(self, told: Read, at: int, end: int) -> bool:
        for place, gap in told.gaps(at, end):
            if self.is_anyhow:
                if len(gap) > _SHORT or not _ANYWHERE.issuperset(gap):
                    return False
            elif gap not in TIGHT and not (place - at in self.breaks and _LOOSE.issuperset(gap)):
                return False
        return True

    def _with_signs(self, typed: str, start: int, stop: int) -> int:
        """Where a number begins with the plus or bracket before it."""
        while start and (typed[start - 1] == "+" or (typed[start - 1] == "(" and ")" in typed[start:stop])):
            start -= 1
        return start


@lru_cache(maxsize=4096)
def form_of(form: str) -> _Form:
    """A form, as it is looked for."""
    told = read(form)
    changes = {each.start() for each in _CHANGES.finditer(told.letters)}
    number = is_number(form)
    return _Form(
        letters=told.letters,
        breaks=frozenset({*told.starts, *changes}),
        is_number=number,
        is_anyhow=number or is_postcode(form),
        wants_capital=is_also_words(form),
    )


def is_also_words(form: str) -> bool:
    """Whether in small letters it is taken for ordinary words: "will", "2 school"."""
    told = words(form)
    if len(told) == 1:
        return told[0] in ALSO_WORDS
    return bool(told) and told[0][0].isdigit() and ALSO_WORDS_BY_NUMBER.issuperset(told[1:])


class Forms:
    """Forms that are looked for, all at once, in one text after another."""

    def __init__(self, forms: Iterable[str], *, in_capitals: bool = False) -> None:
        """`in_capitals` leaves out all that is written in small letters, as an ordinary word is."""
        made = {form: form_of(form) for form in forms}
        self._forms = [
            (form, replace(each, wants_capital=True) if in_capitals else each)
            for form, each in made.items()
            if each.letters
        ]

    def __bool__(self) -> bool:
        return bool(self._forms)

    def all_in(self, typed: str) -> Iterator[Found]:
        """Every form that stands in a text, each time, those within others too."""
        told = read(typed)
        for form, made in self._forms:
            if made.letters in told.letters:
                for start, end in made.places(told, typed):
                    yield Found(form, start, end)

    def are_in(self, typed: str) -> bool:
        """Whether any of them stands in a text."""
        return next(self.all_in(typed), None) is not None


def occurs(form: str, typed: str) -> bool:
    """Whether a form stands in a text."""
    return Forms((form,)).are_in(typed)


def marking(marks: Mapping[str, str]) -> Callable[[str], str]:
    """A function that puts its mark in the place of each form in a text, and leaves the rest as it was typed.

    Of forms that overlap the one that begins first counts, and of those the longest; where the mark is empty the form
    stays as it is, and so does what stands within it. Of two forms that are spelled alike the later one counts.
    """
    forms = Forms(marks)
    if not any(marks.values()):
        return lambda typed: typed
    order = {form: number for number, form in enumerate(marks)}

    def marked(typed: str) -> str:
        found = sorted(forms.all_in(typed), key=lambda each: (each.start, -each.end, -order[each.form]))
        if not found:
            return typed
        parts, at = [], 0
        for each in found:
            if each.start >= at:
                parts += [typed[at : each.start], marks[each.form] or typed[each.start : each.end]]
                at = each.end
        return "".join((*parts, typed[at:]))

    return marked
