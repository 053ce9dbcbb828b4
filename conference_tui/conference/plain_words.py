"""Words that a family need not know: jargon, and short forms that nobody has spelled out.

It tells only what is sure. What somebody is quoted with, names, and whatever is written like a name are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Literal

from msgspec import Struct

from conference_tui.conference import phrases
from conference_tui.conference.compared import folded
from conference_tui.conference.guidance import Guidance
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference

_SHORT = re.compile(r"(?<![\w&.-])([A-Z](?:[A-Z&]{0,6}[A-Z]))(s?)(?![\w&])")
_VOWELS = frozenset("AEIOUY")
_NUMERAL = re.compile(r"[IVX]+")


class Unplain(Struct, frozen=True, kw_only=True):
    """One word or phrase that is not plain."""

    kind: Literal["jargon", "label", "acronym", "unknown_acronym"]
    words: str
    """As they were typed."""
    means: str
    """In plain words, or what it stands for; empty where nobody knows."""


def names_of(conference: Conference, procedure: Procedure) -> tuple[str, ...]:
    """What is called something here: people, agencies, schools, places, the authority; the longest first."""
    found = {procedure.authority, procedure.title, conference.ref, conference.arranged.venue}
    found |= {venue.name for venue in procedure.venues}
    found |= {organisation.name for organisation in procedure.support}
    for person in conference.people.values():
        found |= {person.name, person.agency, *_capitals(f"{person.name} {person.agency}")}
    for child in conference.children.values():
        found |= {child.name, child.school, child.authority_id, *_capitals(child.name)}
    return tuple(sorted((name for name in found if name), key=lambda name: (-len(name), name)))


def _capitals(name: str) -> list[str]:
    """The short forms within a name: "DC" of "DC Ruth Amadi"."""
    return [match[1] for match in _SHORT.finditer(name)]


def jargon(typed: str, words: Guidance, names: Collection[str] = ()) -> tuple[Unplain, ...]:
    """Words of the profession, each once."""
    return _listed(typed, words.jargon, "jargon", names)


def labels(typed: str, words: Guidance, names: Collection[str] = ()) -> tuple[Unplain, ...]:
    """Words that stand for a kind of harm, where what happened should be said; each once."""
    return _listed(typed, words.labels, "label", names)


def _listed(
    typed: str, plain: dict[str, str], kind: Literal["jargon", "label"], names: Collection[str]
) -> tuple[Unplain, ...]:
    looked_at = phrases.without(typed, names)
    found: dict[str, Unplain] = {}
    for phrase, match in phrases.found(plain, looked_at):
        if plain[phrase] and not _is_like_a_name(looked_at, match.start()):
            found.setdefault(phrase, Unplain(kind=kind, words=match[0], means=plain[phrase]))
    return tuple(found.values())


def _is_like_a_name(typed: str, start: int) -> bool:
    """A capital within a sentence: what is called so, and not what the word says."""
    before = typed[:start].rstrip()
    return typed[start].isupper() and bool(before) and before[-1] not in ".!?:;"


def acronyms(
    typed: str, words: Guidance, names: Collection[str] = (), before: str = ""
) -> tuple[Unplain, ...]:
    """Short forms that are spelled out neither in `before` nor where they stand first; each once.

    Of those that no list has, only what cannot be a word that somebody meant to stress: one without a vowel.
    """
    if sum(letter.islower() for letter in typed) * 4 < sum(letter.isalpha() for letter in typed):
        return ()  # somebody types everything in capitals
    looked_at = phrases.without(typed, names)
    found: dict[str, Unplain] = {}
    for match in _SHORT.finditer(looked_at):
        short = match[1]
        is_known = short in words.acronyms
        means = words.acronyms.get(short, "")
        if (is_known and not means) or _NUMERAL.fullmatch(short) or short in names:
            continue
        if not is_known and not _VOWELS.isdisjoint(short):
            continue
        if not _is_explained(short, means, f"{before}\n{typed[: match.end()]}", typed[match.end() :]):
            kind: Literal["acronym", "unknown_acronym"] = "acronym" if is_known else "unknown_acronym"
            found.setdefault(short, Unplain(kind=kind, words=match[0], means=means))
    return tuple(found.values())


def _is_explained(short: str, means: str, until: str, after: str) -> bool:
    """Spelled out before it, or in brackets behind it; or itself in brackets behind its words."""
    if re.match(r"s?\s*\(\s*[a-z]", after, re.IGNORECASE) or re.search(rf"\w\s*\({short}s?$", until):
        return True
    if re.search(rf"\w\s*\({short}s?\)|\b{short}s?\s*\(\s*[A-Za-z]", until):
        return True
    return bool(means) and folded(means) in folded(until)
