"""What must not stand in a reader's copy, worked out a second time from the whole record (N1, HF-10).

It knows nothing of what a copy was drawn from, nor of the rules by which that was reduced: from what each field says it
is (`events/roles.py`) and from the moment of each entry it works out by itself which words this reader may read, by a
table of its own (`table.py`), and everything else is looked for in the finished file (`documents/leak_check.py`). So a
mistake in the reduction, in a drawing, or in a sentence typed into the wrong field is found, whichever it was.
"""

from collections.abc import Iterable, Iterator

from conference_tui.conference.compared import words
from conference_tui.conference.events.roles import Role
from conference_tui.conference.papers import FILE, Copy
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.second_opinion import named
from conference_tui.conference.second_opinion.closed_slot import of_closed_slot
from conference_tui.conference.second_opinion.entries import Field, entries_of
from conference_tui.conference.second_opinion.private import private
from conference_tui.conference.second_opinion.reader import Reader
from conference_tui.conference.second_opinion.term import Term
from conference_tui.conference.second_opinion.typed import Permitted, Wording, sentences_of, typed_terms
from conference_tui.conference.second_opinion.verdict import Verdict, of_entry, of_field
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_long_date

__all__ = ["CLOSED_NOT_SEARCHED", "SecondOpinion", "Term"]

CLOSED_NOT_SEARCHED = "The closed slot's own words cannot be looked for: their record is not in this folder. Read the copies with that in mind."
"""Said where copies are made of a conference whose closed slot was recorded in another folder."""


class SecondOpinion:
    """What may not stand in the copies of one conference; made once, asked for each copy.

    `closed_words` are what was said in a closed slot; `fixed_words` the wording that the program prints by itself, which
    is nobody's secret.
    """

    def __init__(
        self,
        conference: Conference,
        procedure: Procedure,
        *,
        closed_words: Iterable[str] = (),
        fixed_words: Iterable[str] = (),
    ) -> None:
        self._conference = conference
        self._procedure = procedure
        held = f"held on {say_long_date(conference.held)}" if conference.held else ""
        self._wording = Wording((*fixed_words, held))
        self._entries = entries_of(conference)
        self._sentences = tuple(sentences_of(self._entries))
        self._by_key = {entry.key: entry for entry in self._entries}
        self._closed = tuple(of_closed_slot(closed_words, self._entries, self._wording))

    def terms(self, copy: Copy) -> tuple[Term, ...]:
        """Everything that may not stand in a copy. Raises KeyError for a reader without a row."""
        if copy.reader == FILE and not copy.child:
            return tuple(term for term in self._closed if term.certain)
        reader = Reader(self._conference, self._procedure, copy)
        read, asked = self._read_by(reader)
        permitted = Permitted((*read, *self._named_as_parents(reader)), self._wording)
        found = [
            *self._closed,
            *named.terms(reader, self._entries, permitted),
            *typed_terms(self._sentences, permitted, asked),
            *private(self._conference, self._procedure, copy, [each.text for each in read]),
            *self._by_chair(reader),
        ]
        stays = reader.judged(stays=True)
        by_words = {
            (term.words, term.kind): term for term in found if term.certain or term.words not in stays
        }
        return tuple(by_words.values())

    def _read_by(self, reader: Reader) -> tuple[list[Field], list[Field]]:
        """The words that a reader may read, and those that they may only read once the chair has said so."""
        told: dict[Verdict, list[Field]] = {each: [] for each in Verdict}
        for entry in self._entries:
            whole = of_entry(entry, reader, self._by_key) if entry.fields else Verdict.NOT
            for field in entry.fields:
                told[of_field(entry, field, reader, whole)].append(field)
        return told[Verdict.READS], told[Verdict.ASKED]

    def _named_as_parents(self, reader: Reader) -> Iterator[Field]:
        for who in reader.named_as_parents:
            name = self._conference.name(who)
            yield Field("name", Role.NAME, name, words(name), ())

    def _by_chair(self, reader: Reader) -> Iterator[Term]:
        """Words that the chair has taken out of this reader's copies, and those looked for in everybody's."""
        for typed in reader.judged(stays=False):
            yield Term(words=typed, what="taken out by the chair", kind="place", certain=True)
        for judged in self._conference.words_judged.values():
            if not judged.reader and not judged.stays:
                what = "among the words that you have looked for in every copy"
                yield Term(words=judged.words, what=what, kind="name", certain=False)
