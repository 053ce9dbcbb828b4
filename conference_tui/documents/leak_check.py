"""The last look at a finished copy: is there anything in it that its reader may not have? It cannot be switched off.

What is looked for is worked out from the whole record by `conference/second_opinion/`, free text included. The finished
bytes are read again (`reading.py`), with the file's name; spaces, line ends, hyphens, capitals, accents and ligatures
make no difference, nor do letters drawn apart. A certain hit stops the copy. About an uncertain one, such as a bare
first name, the chair is asked, and the answer is recorded.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from msgspec import Struct

from conference_tui.conference.compared import Forms, is_also_words, squeezed, words
from conference_tui.conference.second_opinion import Term
from conference_tui.conference.text import DOTS
from conference_tui.documents.reading import Place, read

_TORN = re.compile(r"[-\u2010\u2011\u00ad][ \t]*\n\s*")
_APART = re.compile(r"(?<![^\W_])(?:[^\W_]\s){2,}[^\W_](?![^\W_])")
_QUOTED = re.compile("“.*”", re.DOTALL)
AROUND = 6
"""How many words on each side of a hit are shown."""
_LONG = 8
"""From so many letters on a term is looked for without regard to where words end."""
_RUNS_OF_WORDS = ("entry", "part of an entry", "private")
"""Kinds of what was said: looked for word by word, as it was typed; all else however it is written."""
_APART_FROM_IT = "\0"
"""Between two texts: no name runs over it."""
_WHOLLY_NUMBER = 9
"""Digits of a number that is the same with and without the code of a country."""


class Hit(Struct, frozen=True, kw_only=True):
    """Something found in a finished copy that should not be there."""

    term: Term
    where: str
    """As it stands in a sentence: "page 3", "the name of the file"."""
    around: str
    """The words around it, as they stand in the copy."""

    @property
    def told(self) -> str:
        """What was found and where, in one sentence, with dots for words that somebody typed."""
        return f"On {self.where}: {self.what}." if self._on_a_page else f"In {self.where}: {self.what}."

    @property
    def what(self) -> str:
        """What was found, with dots for words that somebody typed."""
        return _QUOTED.sub(f"“{DOTS}”", self.term.what)

    @property
    def _on_a_page(self) -> bool:
        return self.where.startswith("page")

    @property
    def to_do(self) -> str:
        """What the chair can do about it."""
        if self.term.certain:
            return "Correct the entry that it stands in, or leave that entry out for this reader; then make it again."
        return "Say whether it may stand in this reader's copies."


def check(data: bytes, suffix: str, file_name: str, terms: Iterable[Term]) -> tuple[Hit, ...]:
    """Every term that a finished file holds, each at the first place where it stands. Raises Unreadable."""
    text = _Text((*read(data, suffix), Place("the name of the file", file_name)))
    terms = tuple(terms)
    at = text.first(term.words for term in terms if term.kind not in _RUNS_OF_WORDS)
    found = (_hit(text, term, at.get(term.words)) for term in terms)
    return tuple(sorted((hit for hit in found if hit), key=lambda hit: not hit.term.certain))


class _Text:
    """All words of a file, in order, with the place of each; and the same without any space."""

    def __init__(self, places: Iterable[Place]) -> None:
        self.words: list[str] = []
        self.places: list[str] = []
        self._texts: list[str] = []
        self._first_words: list[int] = []
        for place in places:
            for text in (*_as_told(place.text), ""):
                told = (
                    words(text) if text else ("",)
                )  # nothing runs from one place into the next but on pages
                self._first_words.append(len(self.words))
                self._texts.append(text)
                self.words += told
                self.places += [place.where] * len(told)
        self._spaced = " ".join(["", *self.words, ""])
        self._squeezed = "".join(self.words)

    def run(self, wanted: tuple[str, ...]) -> int | None:
        """At which word a run of words stands; None where it does not."""
        at = self._spaced.find(f" {' '.join(wanted)} ")
        return None if at < 0 else self._spaced.count(" ", 0, at)

    def within(self, wanted: str) -> int | None:
        """At which word letters stand that may begin and end within words; None where they do not."""
        at = self._squeezed.find(wanted)
        if at < 0:
            return None
        ends = accumulate(map(len, self.words))
        return next(place for place, end in enumerate(ends) if end > at)

    def first(self, forms: Iterable[str]) -> dict[str, int]:
        """At which word each name, place or number stands first, however it is written; without those that do not."""
        looked_for = Forms(forms)
        whole = _APART_FROM_IT.join(self._texts)
        begins = [0, *accumulate(len(text) + len(_APART_FROM_IT) for text in self._texts)]
        at: dict[str, int] = {}
        for found in looked_for.all_in(whole):
            if found.form not in at:
                text = bisect_right(begins, found.start) - 1
                before = self._texts[text][: found.start - begins[text]]
                at[found.form] = self._first_words[text] + len(words(before))
        return at

    def around(self, place: int, length: int) -> str:
        """The words around a place, with capitals and signs; what hangs together is not cut."""
        begin, end = max(0, place - AROUND), place + length + AROUND
        return " ".join(
            chunk for first, after, chunk in self._chunks() if first < end and after > begin and chunk
        )

    def _chunks(self) -> Iterator[tuple[int, int, str]]:
        """What stands between spaces: at which word it begins, at which the next one does, and itself."""
        for at, text in zip(self._first_words, self._texts, strict=True):
            for chunk in text.split():
                after = at + len(words(chunk))
                yield at, after, "".join(sign for sign in chunk if sign.isprintable())
                at = after


def _as_told(text: str) -> Iterator[str]:
    """A text as it is, and once more with words put together that a line's end or spaces tear apart."""
    yield text
    together = _TORN.sub("", text)
    together = _APART.sub(lambda match: "".join(match[0].split()), together)
    if together != text:
        yield together


def _hit(text: _Text, term: Term, at: int | None) -> Hit | None:
    """A term in a text: where it was found already, else as words in a row or as letters."""
    wanted = words(term.words)
    if not wanted:
        return None
    if term.kind in _RUNS_OF_WORDS:
        at = text.run(wanted)
    close = squeezed(term.words)
    is_looked_for = len(close) >= _LONG and term.kind not in ("part of a name", "part of an entry")
    if at is None and is_looked_for and not is_also_words(term.words):
        at = text.within(close[-_WHOLLY_NUMBER - 1 :] if close.isdigit() else close)
    if at is None:
        return None
    return Hit(term=term, where=text.places[at], around=text.around(at, len(wanted)))
