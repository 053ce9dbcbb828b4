"""Lists of phrases looked for in what was typed: `disclos*` is any word that begins so, the rest is as it stands."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

SHORTEST = 3
"""Letters of a name that is looked for as it stands; a shorter one stands within other words."""

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)")


def found(phrases: Collection[str], typed: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Each place where one of the phrases stands, with the phrase as the list has it; the longest first."""
    if not phrases:
        return
    ordered, pattern = _pattern(tuple(phrases))
    for match in pattern.finditer(typed):
        yield ordered[(match.lastindex or 1) - 1], match


def has(phrases: Collection[str], typed: str) -> bool:
    """Whether one of the phrases stands there."""
    return next(found(phrases, typed), None) is not None


@lru_cache(maxsize=64)
def _pattern(phrases: tuple[str, ...]) -> tuple[tuple[str, ...], re.Pattern[str]]:
    ordered = tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))
    each = "|".join(f"({_one(phrase)})" for phrase in ordered)
    return ordered, re.compile(rf"(?<![\w-])(?:{each})(?!\w)", re.IGNORECASE)


def _one(phrase: str) -> str:
    words = [
        re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in phrase.split()
    ]
    return r"\s+".join(words).replace("'", "['’]")


def without(typed: str, names: Collection[str]) -> str:
    """The same with names and quotations blanked out, letter for letter: what is somebody's own is not looked at."""
    blank = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), typed)
    for name in names:
        if len(name) >= SHORTEST and name in blank:
            blank = blank.replace(name, " " * len(name))
    return blank
