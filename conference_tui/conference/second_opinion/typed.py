"""Typed words that a reader may not read: whole sentences, parts of them, and what is too short to be certain."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from conference_tui.conference.compared import runs, words
from conference_tui.conference.events.roles import Role
from conference_tui.conference.second_opinion.entries import Entry, Field
from conference_tui.conference.second_opinion.term import PART, Term

PART_OF_CLOSED = 4
"""So many words in a row of something said in the closed slot are asked about; `PART` of them stop the copy."""
SHORTEST = 20
"""Letters from which an entry that is found whole stops the copy."""
_SHORT = (2, 8)
"""Words and letters of the shortest entry that is looked for; about one that is found the chair is asked."""
_TIMES = """
a after an and april at august before between by daily day days december each end evening every february first friday
from in january jan feb mar apr jun jul aug sep sept oct nov dec july june last march may monday month monthly months morning next night nights november now of october
on once saturday september start sunday term the then this thursday till to today tomorrow tuesday twice two until
wednesday week weekly weeks within working year years
"""
OF_TIME = frozenset(_TIMES.split())
"""Words that with numbers alone make a time, which anybody may say: "by 15 December 2026", "every 10 working days"."""

Told = tuple[str, ...]


class Wording:
    """What the program prints by itself: nobody's secret."""

    def __init__(self, typed: Iterable[str]) -> None:
        told = [words(each) for each in typed]
        self.words = frozenset(word for each in told for word in each)
        self.runs = frozenset(run for each in told for run in runs(each, PART))
        self.short_runs = frozenset(run for each in told for run in runs(each, PART_OF_CLOSED))
        self.spaced = _spaced(told)


class Permitted:
    """The words that a reader may read, and whether something stands among them."""

    def __init__(self, read: Iterable[Field], wording: Wording) -> None:
        told = {each.words: each.runs for each in read}
        self._whole = told.keys()
        self._wording = wording
        self._spaced = _spaced(told) + wording.spaced
        self.runs = wording.runs.union(*told.values())

    def is_wording(self, told: Told) -> bool:
        """Whether the program prints it so by itself."""
        return f" {' '.join(told)} " in self._wording.spaced

    def has(self, told: Told) -> bool:
        """Whether somebody put it so in what the reader may read, or the program does."""
        return told in self._whole or f" {' '.join(told)} " in self._spaced


def _spaced(told: Iterable[Told]) -> str:
    return "".join(f" {' '.join(each)} " for each in told)


class Sentence(Struct, frozen=True):
    """Something typed that can be looked for."""

    text: str
    words: Told
    runs: tuple[Told, ...]

    @property
    def is_short(self) -> bool:
        """Whether somebody else may have put it so, too."""
        return len(self.words) < PART_OF_CLOSED or len(self.text) < SHORTEST


def typed_terms(
    sentences: Iterable[Sentence], permitted: Permitted, asked: Iterable[Field]
) -> Iterator[Term]:
    """Every typed sentence that is not permitted, whole, and each part of it that is long enough."""
    not_yet = {each.words for each in asked}
    known = set(permitted.runs)
    for sentence in sentences:
        if permitted.has(sentence.words):
            continue
        if sentence.is_short:
            what = f"a short entry that is left out for them: “{sentence.text}”"
            yield Term(words=sentence.text, what=what, kind="part of an entry", certain=False)
            continue
        is_asked = sentence.words in not_yet
        what = (
            "an entry of which you have not said yet whether they read it"
            if is_asked
            else "an entry that is left out for them"
        )
        yield Term(words=sentence.text, what=what, kind="entry", certain=not is_asked)
        part = f"a part of what is left out for them: “{sentence.text}”"
        for run in sentence.runs:
            if run not in known:
                known.add(run)
                yield Term(words=" ".join(run), what=part, kind="part of an entry", certain=False)


def sentences_of(entries: Iterable[Entry]) -> Iterator[Sentence]:
    """Everything typed that can be looked for, each once."""
    seen = set()
    for entry in entries:
        for field in entry.fields:
            told = field.words
            if told in seen or field.role == Role.NUMBER:
                continue
            seen.add(told)
            is_time = all(word.isdigit() or word in OF_TIME for word in told)
            if len(told) >= _SHORT[0] and len(field.text) >= _SHORT[1] and not is_time:
                yield Sentence(field.text, told, field.runs)
