"""Wording that would remove a child, caught as it is typed (BA-21, HV-13).

A conference cannot decide to remove a child. The procedure lists the phrases; each is written in words:
``care order`` is just that, ``remov*`` is any word that begins so, ``...`` is up to two words of any kind,
and ``CHILD`` is a child's first name or a word such as "baby". No phrase runs over the end of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from conference_tui.conference.compared import folded
from conference_tui.conference.procedure_decision import Removal

LONGEST_GAP = 2
"""How many words ``...`` stands for at most."""

_WORD_OR_END = r"[^\W_]+(?:['’-][^\W_]+)*|[.!?;:](?=\s|$)"
_ENDS = ".!?;:"


def removal_wording(typed: str, removal: Removal, children: Iterable[str] = ()) -> str:
    """The words of ``typed`` that would remove a child, as they stand there; empty where there are none.

    ``children`` are the names of the conference's children; the first word of each is looked for.
    """
    found = list(re.finditer(_WORD_OR_END, typed))
    words = [folded(match[0]) for match in found]
    names = {folded(name.split()[0]) for name in children if name.strip()}
    child_words = names | {folded(word) for word in removal.child_words}
    for phrase in removal.phrases:
        pattern = phrase.split()
        for start in range(len(words)):
            end = _match(pattern, words, start, child_words)
            if end is not None:
                return typed[found[start].start() : found[end - 1].end()]
    return ""


def _match(pattern: Sequence[str], words: Sequence[str], at: int, child_words: Collection[str]) -> int | None:
    """Where a phrase that begins at a word ends, None where it does not stand there."""
    if not pattern:
        return at
    first, rest = pattern[0], pattern[1:]
    if first == "...":
        for start in range(at, min(at + LONGEST_GAP, len(words)) + 1):
            if (end := _match(rest, words, start, child_words)) is not None:
                return end
            if start < len(words) and words[start] in _ENDS:
                return None
        return None
    if at < len(words) and _is_word(first, words[at], child_words):
        return _match(rest, words, at + 1, child_words)
    return None


def _is_word(wanted: str, word: str, child_words: Collection[str]) -> bool:
    if wanted == "CHILD":
        return word in child_words
    if wanted.endswith("*"):
        return word.startswith(folded(wanted[:-1]))
    return word == folded(wanted)
