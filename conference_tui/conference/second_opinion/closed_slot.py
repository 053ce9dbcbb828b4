"""What was said in the closed slot: its sentences, parts of them, and names and rare words that nobody typed openly before (BA-11)."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from conference_tui.conference import events as e
from conference_tui.conference.compared import runs, words
from conference_tui.conference.second_opinion.capitals import names_in
from conference_tui.conference.second_opinion.entries import Entry
from conference_tui.conference.second_opinion.term import PART, Term
from conference_tui.conference.second_opinion.typed import OF_TIME, PART_OF_CLOSED, Wording

_SAID = "said in the closed slot"
_NAME = "a name or a rare word that was said in the closed slot, and nowhere before it"
_WELL_KNOWN = 5000
"""How many of the commonest passwords are taken for words as well: the lists hold each word once."""


def of_closed_slot(
    closed_words: Iterable[str], entries: Sequence[Entry], wording: Wording
) -> tuple[Term, ...]:
    """Everything of a closed slot that is looked for in each copy."""
    said = tuple(closed_words)
    if not said:
        return ()
    openly = [field.words for entry in entries for field in entry.fields]
    began = next((each.place for each in entries if isinstance(each.event, e.ClosedSlotBegan)), len(entries))
    before = {word for entry in entries[:began] for field in entry.fields for word in field.words}
    known = frozenset(run for told in openly for run in runs(told, PART_OF_CLOSED))
    nobodys = wording.words | before | OF_TIME
    return (
        *(term for typed in said for term in _sentences(typed, known, wording)),
        *(term for typed in said for term in _names(typed, frozenset(nobodys))),
    )


def _sentences(typed: str, known: frozenset[tuple[str, ...]], wording: Wording) -> Iterator[Term]:
    """Each sentence, and every few words of it in a row.

    The chair is asked about what anybody may have put so: a word or two, such as “No.”, and a part that was typed openly
    as well. The program's own wording is nobody's.
    """
    told, own = words(typed), wording.short_runs
    if told:
        yield Term(words=typed, what=_SAID, kind="entry", certain=len(told) >= PART_OF_CLOSED)
    for run in runs(told, PART):
        inner = set(runs(run, PART_OF_CLOSED))
        if not inner <= own:
            certain = inner.isdisjoint(known | own)
            yield Term(words=" ".join(run), what=_SAID, kind="entry", certain=certain)
    for run in runs(told, PART_OF_CLOSED):
        if run not in known and run not in own:
            yield Term(words=" ".join(run), what=_SAID, kind="entry", certain=False)


def _names(typed: str, nobodys: frozenset[str]) -> Iterator[Term]:
    """A secret is more often a name or a rare word than a sentence."""
    capitals = {word for name in names_in(typed) for word in words(name)}
    for name in names_in(typed):
        if len(words(name)) > 1 and not nobodys.issuperset(words(name)):
            yield Term(words=name, what=_NAME, kind="part of a name", certain=False)
    for word in dict.fromkeys(words(typed)):
        if word not in nobodys and (word in capitals or _is_rare(word)):
            yield Term(words=word, what=_NAME, kind="part of a name", certain=False)


def _is_rare(word: str) -> bool:
    """Whether a word is not among the usual ones of English; a number where it is longer than a year."""
    if word.isdigit():
        return len(word) > 4
    return len(word) > 2 and word not in _usual_words()


@cache
def _usual_words() -> frozenset[str]:
    from zxcvbn.frequency_lists import FREQUENCY_LISTS  # large: only where there was a closed slot

    usual = {*FREQUENCY_LISTS["english_wikipedia"], *FREQUENCY_LISTS["us_tv_and_film"]}
    return frozenset(usual.union(FREQUENCY_LISTS["passwords"][:_WELL_KNOWN]))
