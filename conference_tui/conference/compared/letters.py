"""A text as it is compared: small letters that every keyboard has, and where each of them stands in the text."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

_WORD = re.compile(r"[^\W_]+")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_APOSTROPHES = frozenset("’‘‛`´ʹʻʼʽˈ′＇")
TIGHT = ("'", "-", "`")
"""May stand within a word, once it is folded, or be missing there."""
_DASHES = frozenset("‐‑‒–—―−﹘﹣－")


def folded(text: str) -> str:
    """The text in small letters of ASCII, with plain apostrophes and dashes; soft hyphens gone."""
    if text.isascii():
        return text.lower()
    return _BEYOND_ASCII.sub(_plain_sign, text).lower()


def _plain_sign(found: re.Match[str]) -> str:
    return _plain(found[0])


@lru_cache(maxsize=2048)
def _plain(sign: str) -> str:
    """One sign as a UK keyboard has it: a letter in one or more letters, an accent or what is not seen as nothing."""
    if sign in _APOSTROPHES:
        return "'"
    if sign in _DASHES:
        return "-"
    if unicodedata.category(sign) == "Cf":
        return ""
    apart = unicodedata.normalize("NFKD", sign)
    return "".join(_letter(each) for each in apart if not unicodedata.combining(each)).lower()


def _letter(sign: str) -> str:
    if sign.isascii() or unicodedata.category(sign)[0] not in "LMN":
        return sign
    from anyascii import anyascii  # seldom needed: most accents come off without it

    return anyascii(sign) or sign


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, one after the other."""
    return tuple(_WORD.findall(folded(text)))


@lru_cache(maxsize=4096)
def squeezed(text: str) -> str:
    """Letters and digits alone, without anything between them."""
    return "".join(words(text))


def runs(told: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    """Every run of so many words."""
    for start in range(len(told) - length + 1):
        yield tuple(told[start : start + length])


class Read(Struct, frozen=True):
    """A typed text without what stands between its words, and the way back to how it was typed."""

    letters: str
    starts: tuple[int, ...]
    """At which of the letters each word begins."""
    _folded: str
    _begins: tuple[int, ...]
    """Where in the folded text each word begins."""
    _typed: tuple[int, ...]
    """Where in the typed text each sign of the folded one stands; empty where that is the same place."""

    def gap(self, at: int) -> str | None:
        """What stands before a letter, where a word begins there and another ends; None within a word."""
        word = bisect_left(self.starts, at)
        if at in (0, len(self.letters)):
            return " "
        if word == len(self.starts) or self.starts[word] != at:
            return None
        end = self._begins[word - 1] + at - self.starts[word - 1]
        return self._folded[end : self._begins[word]]

    def gaps(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        """What stands between the words within some letters, by the letter that it stands before."""
        for word in range(bisect_right(self.starts, start), bisect_left(self.starts, end)):
            yield self.starts[word], self.gap(self.starts[word]) or ""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Between which signs of the typed text some letters stand, with the accents of the last."""
        first, last = self._place(start), self._place(end - 1)
        if not self._typed:
            return first, last + 1
        after = last + 1
        while self._typed[after] == self._typed[last]:  # one letter that was typed may be two here
            after += 1
        return self._typed[first], self._typed[after]

    def _place(self, letter: int) -> int:
        word = bisect_right(self.starts, letter) - 1
        return self._begins[word] + letter - self.starts[word]


@lru_cache(maxsize=4096)
def read(text: str) -> Read:
    """A typed text, to look for letters in."""
    small, typed = (text.lower(), ()) if text.isascii() else _taken_apart(text)
    starts, begins, length = [], [], 0
    found = []
    for word in _WORD.finditer(small):
        found.append(word[0])
        starts.append(length)
        begins.append(word.start())
        length += len(word[0])
    return Read("".join(found), tuple(starts), small, tuple(begins), typed)


def _taken_apart(text: str) -> tuple[str, tuple[int, ...]]:
    """The folded text and where each sign of it was typed; behind the last one, the end of the text."""
    parts: list[str] = []
    typed: list[int] = []
    at = 0
    for beyond in _BEYOND_ASCII.finditer(text):
        place, plain = beyond.start(), _plain(beyond[0])
        parts += (text[at:place].lower(), plain)
        typed += range(at, place)
        typed += [place] * len(plain)
        at = place + 1
    typed += range(at, len(text) + 1)
    return "".join((*parts, text[at:].lower())), tuple(typed)
