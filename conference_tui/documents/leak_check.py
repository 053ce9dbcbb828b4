"""The last look at a finished copy: is there anything in it that its reader may not have? It cannot be switched off.

What is looked for comes from the whole conference (`conference/restricted.py`), free text included. The finished bytes are
read again (`reading.py`), with the file's name; spaces, line ends, hyphens, capitals, accents and ligatures
make no difference, nor do letters drawn apart. A certain hit stops the copy. About an uncertain one, such as a bare
first name, the chair is asked, and the answer is recorded.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from msgspec import Struct

from conference_tui.conference.compared import squeezed, words
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
    found = (_hit(text, term) for term in terms)
    return tuple(sorted((hit for hit in found if hit), key=lambda hit: not hit.term.certain))


class _Text:
    """All words of a file, in order, with the place of each; and the same without any space."""

    def __init__(self, places: Iterable[Place]) -> None:
        self.words: list[str] = []
        self.places: list[str] = []
        self._texts: list[str] = []
        for place in places:
            for text in _as_told(place.text):
                told = words(text)
                self.words += told
                self.places += [place.where] * len(told)
                self._texts.append(text)
            self._texts.append("")
            self.words.append("")  # nothing runs from one place into the next but on pages
            self.places.append(place.where)
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

    def around(self, place: int, length: int) -> str:
        """The words around a place, with capitals and signs; what hangs together is not cut."""
        begin, end = max(0, place - AROUND), place + length + AROUND
        return " ".join(
            chunk for first, after, chunk in self._chunks() if first < end and after > begin and chunk
        )

    def _chunks(self) -> Iterator[tuple[int, int, str]]:
        """What stands between spaces: at which word it begins, at which the next one does, and itself."""
        at = 0
        for text in self._texts:
            if not text:
                at += 1  # the empty word between two places
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


def _hit(text: _Text, term: Term) -> Hit | None:
    wanted = words(term.words)
    if not wanted:
        return None
    at = text.run(wanted)
    close = squeezed(term.words)
    if at is None and len(close) >= _LONG and term.kind not in ("part of a name", "part of an entry"):
        at = text.within(close[-_WHOLLY_NUMBER - 1 :] if close.isdigit() else close)
    if at is None:
        return None
    return Hit(term=term, where=text.places[at], around=text.around(at, len(wanted)))
