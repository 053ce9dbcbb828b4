"""What must not stand in a reader's copy: every name, place, number and typed sentence that they may not have.

It is worked out from the whole conference and from what the reader's copy was reduced to, and looked for in the
finished file (`documents/leak_check.py`). So a mistake in the reduction, in a drawing, or in a sentence typed into the
wrong field is found, whichever it was (N1).
"""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from conference_tui.conference import left_out
from conference_tui.conference.compared import Forms, folded, parts_of_name, runs, squeezed, words
from conference_tui.conference.family_ties import kept_for
from conference_tui.conference.log import Log
from conference_tui.conference.papers import FILE, Copy
from conference_tui.conference.people import FAMILY, Person
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.reading.hiding import Hiding, whereabouts_of
from conference_tui.conference.reading.read import read
from conference_tui.conference.reading.reader import Reader
from conference_tui.conference.recipients import children_read_of
from conference_tui.conference.rewriting import texts
from conference_tui.conference.state import EMPTY, Conference
from conference_tui.conference.strangers import other_children
from conference_tui.conference.text import listed, say_long_date

PART = 6
"""So many words in a row of something that was left out are taken for a part of it."""
PART_OF_CLOSED = 4
"""So many words in a row of something said in the closed slot are asked about; `PART` of them stop the copy."""
CLOSED_NOT_SEARCHED = "The closed slot's own words cannot be looked for: their record is not in this folder. Read the copies with that in mind."
"""Said where copies are made of a conference whose closed slot was recorded in another folder."""
_SHORTEST = 20
"""Letters from which an entry that is found whole stops the copy."""
_SHORT = (2, 8)
"""Words and letters of the shortest entry that is looked for; about one that is found the chair is asked."""
_TIMES = """
a after an and april at august before between by daily day days december each end evening every february first friday
from in january july june last march may monday month monthly months morning next night nights november now of october
on once saturday september start sunday term the then this thursday till to today tomorrow tuesday twice two until
wednesday week weekly weeks within working year years
"""
_OF_TIME = frozenset(_TIMES.split())
"""Words that with numbers alone make a time, which anybody may say: "by 15 December 2026", "every 10 working days"."""

Kind = Literal[
    "whereabouts", "name", "part of a name", "number", "place", "entry", "part of an entry", "private"
]


class Term(Struct, frozen=True, kw_only=True):
    """Something that is looked for in a finished copy."""

    words: str
    what: str
    """What it is, as it stands in a sentence: "the address of Dean Pike, withheld from Callum Voss"."""
    kind: Kind
    certain: bool
    """Whether a hit stops the copy; else the chair is asked."""


class TakenOut(Struct, frozen=True):
    """What is taken out of a copy wherever it stands."""

    people: frozenset[str]
    """Ids of those who may not be named."""
    words: tuple[str, ...]


def taken_out(conference: Conference, procedure: Procedure, copy: Copy) -> TakenOut:
    """Whom a copy may not name, and which words beside names and withheld whereabouts it may not hold."""
    reader = Reader(conference, procedure, copy)
    return TakenOut(reader.gone, Hiding(reader).words_taken_out)


class _Typed(Struct, frozen=True):
    """Something typed, and the words and runs of words that it has."""

    text: str
    words: tuple[str, ...]
    runs: tuple[tuple[str, ...], ...]

    @property
    def is_short(self) -> bool:
        """Whether somebody else may have put it so, too."""
        return len(self.words) < PART_OF_CLOSED or len(self.text) < _SHORTEST


class Restricted:
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
        fixed_words = (*fixed_words, held)
        openly = texts(replace(conference, documents=(), log=Log()))
        self._closed = tuple(_of_closed_slot(closed_words, openly, fixed_words))
        self._fixed = {run for typed in fixed_words for run in runs(words(typed), PART)}
        self._printed_anyway = "".join(f" {' '.join(words(typed))} " for typed in fixed_words)
        self._typed = tuple(_every_entry(conference))

    def terms(self, copy: Copy, reduced: Conference | None = None) -> tuple[Term, ...]:
        """Everything that may not stand in a copy; `reduced` is what it is drawn from, where that is known already."""
        if copy.reader == FILE and not copy.child:
            return tuple(term for term in self._closed if term.certain)
        conference, procedure = self._conference, self._procedure
        reduced = reduced or read(conference, procedure, copy)
        kept = tuple(texts(replace(reduced, log=Log())))
        out = taken_out(conference, procedure, copy)
        children = children_read_of(conference, procedure, copy)
        found = [
            *self._closed,
            *_whereabouts(conference, copy),
            *_other_children(conference, children, out),
            *_others(conference, children, out, kept),
            *_taken_out(conference, copy, out, reduced),
            *self._entries(kept),
            *_private(conference, procedure, copy, kept),
        ]
        judged = conference.words_judged.values()
        stays = {each.words for each in judged if each.reader == copy.reader and each.stays}
        by_words = {
            (term.words, term.kind): term for term in found if term.certain or term.words not in stays
        }
        return tuple(by_words.values())

    def _entries(self, kept: tuple[str, ...]) -> Iterator[Term]:
        """Every typed sentence that the copy is not drawn from, whole, and each part of it that is long enough."""
        all_kept = [words(typed) for typed in kept]
        near = "".join(f" {' '.join(told)} " for told in all_kept)
        known = self._fixed | {run for told in all_kept for run in runs(told, PART)}
        for typed in self._typed:
            if f" {' '.join(typed.words)} " in near:
                continue
            if typed.is_short:
                if f" {' '.join(typed.words)} " not in self._printed_anyway:
                    what = f"a short entry that is left out for them: “{typed.text}”"
                    yield Term(words=typed.text, what=what, kind="part of an entry", certain=False)
                continue
            what = "an entry that is left out for them"
            yield Term(words=typed.text, what=what, kind="entry", certain=True)
            part = f"a part of what is left out for them: “{typed.text}”"
            for run in typed.runs:
                if run not in known:
                    known.add(run)
                    yield Term(words=" ".join(run), what=part, kind="part of an entry", certain=False)


def _every_entry(conference: Conference) -> Iterator[_Typed]:
    seen = set()
    for typed in texts(
        replace(conference, documents=(), copies=EMPTY, words_judged=EMPTY, worded=EMPTY, log=Log())
    ):
        told = words(typed)
        is_time = all(word.isdigit() or word in _OF_TIME for word in told)
        if len(told) >= _SHORT[0] and len(typed) >= _SHORT[1] and not is_time and told not in seen:
            seen.add(told)
            yield _Typed(typed, told, tuple(runs(told, PART)))


# --- Places, names, numbers ---------------------------------------------------------------------------------


def _whereabouts(conference: Conference, copy: Copy) -> Iterator[Term]:
    for person in conference.people.values():
        if not person.withheld_from or person.id == copy.reader:
            continue
        judged = conference.words_judged.get((copy.reader, whereabouts_of(person.id)))
        if judged and judged.stays and copy.reader not in person.withheld_from:
            continue
        from_whom = listed([conference.name(each) for each in person.withheld_from])
        what = f"where {person.label} is to be found, withheld from {from_whom}"
        for form in left_out.whereabouts(person):
            number = form.lstrip("+").isdigit()
            yield Term(words=form, what=what, kind="number" if number else "whereabouts", certain=True)
        if town := _town(person):
            yield Term(words=town, what=what, kind="place", certain=False)


def _town(person: Person) -> str:
    lines = [line.strip() for line in re.split(r"[,\n;]", person.address) if line.strip()]
    return lines[-1] if len(lines) > 1 and not any(sign.isdigit() for sign in lines[-1]) else ""


def _other_children(conference: Conference, children: frozenset[str], out: TakenOut) -> Iterator[Term]:
    keep = _kept_names(conference, children, gone=frozenset())
    for other in other_children(conference, *children, gone=out.people):
        child = conference.children[other]
        what = f"{child.label}, another child"
        yield from _of_name(child.name, what, keep)
        if child.authority_id:
            yield Term(words=child.authority_id, what=f"the number of {what}", kind="number", certain=True)
        if child.born:
            born = say_long_date(child.born)
            yield Term(words=born, what=f"the date of birth of {what}", kind="number", certain=False)


def _others(
    conference: Conference, children: frozenset[str], out: TakenOut, kept: tuple[str, ...]
) -> Iterator[Term]:
    """People who may not be named."""
    keep = _kept_names(conference, children, out.people)
    for person in conference.people.values():
        if person.id in out.people and person.name not in kept:
            yield from _of_name(person.name, f"{person.label}, who belongs to other children", keep)
    own = {each for child in children for each in kept_for(conference, child).members}
    for relative in conference.relatives.values():
        if relative.name and relative.id not in own:
            what = f"{relative.label}, of the family of other children"
            yield Term(words=relative.name, what=what, kind="name", certain=False)


def _kept_names(conference: Conference, children: frozenset[str], gone: frozenset[str]) -> frozenset[str]:
    """Parts of names that may stand."""
    own = [conference.name(child) for child in children]
    own += [person.name for person in conference.people.values() if person.id not in gone]
    return frozenset(part for name in own for part in parts_of_name(name))


def _of_name(name: str, what: str, keep: frozenset[str]) -> Iterator[Term]:
    if not name:
        return
    if len(name.split()) > 1:
        yield Term(words=name, what=what, kind="name", certain=True)
    for part in name.split():
        if len(part) > 1 and squeezed(part) not in keep and not keep.issuperset(words(part)):
            yield Term(words=part, what=what, kind="part of a name", certain=False)


def _taken_out(conference: Conference, copy: Copy, out: TakenOut, reduced: Conference) -> Iterator[Term]:
    """Other children's schools, other adults' places, and what the chair has taken out."""
    judged = {each.words for each in conference.words_judged.values() if each.reader == copy.reader}
    booked = reduced.core_group_booked
    venues = squeezed(f"{reduced.arranged.venue} {booked.venue if booked else ''}")
    for typed in out.words:
        if squeezed(typed) and squeezed(typed) not in venues:
            what = "taken out by the chair" if typed in judged else "of another child or another adult"
            yield Term(
                words=typed, what=what, kind="place", certain=len(typed.split()) > 1 or typed in judged
            )


# --- Typed words -------------------------------------------------------------------------------------------


def _of_closed_slot(
    closed_words: Iterable[str], openly: Iterable[str], fixed: Iterable[str]
) -> Iterator[Term]:
    """Each sentence, and every few words of it in a row (BA-11).

    The chair is asked about what anybody may have put so: a word or two, such as “No.”, and a part that was typed openly
    as well. The program's own wording is nobody's.
    """
    open_words = [words(typed) for typed in openly]
    known = {run for told in open_words for run in runs(told, PART_OF_CLOSED)}
    own = {run for typed in fixed for run in runs(words(typed), PART_OF_CLOSED)}
    what = "said in the closed slot"
    for typed in closed_words:
        told = words(typed)
        if told:
            is_long = len(told) >= PART_OF_CLOSED
            yield Term(words=typed, what=what, kind="entry", certain=is_long)
        for run in runs(told, PART):
            inner = set(runs(run, PART_OF_CLOSED))
            if not inner <= own:
                certain = inner.isdisjoint(known | own)
                yield Term(words=" ".join(run), what=what, kind="entry", certain=certain)
        for run in runs(told, PART_OF_CLOSED):
            if run not in known and run not in own:
                yield Term(words=" ".join(run), what=what, kind="entry", certain=False)


def _private(
    conference: Conference, procedure: Procedure, copy: Copy, kept: tuple[str, ...]
) -> Iterator[Term]:
    """What names another adult of the family beside a word of health or of courts, in a copy for a family."""
    if copy.reader not in conference.people and copy.reader not in conference.children:
        return
    others = [
        person
        for person in conference.people.values()
        if person.standing in FAMILY and person.id != copy.reader and person.name
    ]
    named = Forms(person.name.split()[0] for person in others)
    asked = re.compile("|".join(_stem(each) for each in procedure.recipients.private_words) or r"(?!)")
    for typed in kept:
        if asked.search(folded(typed)) and named.are_in(typed):
            what = "another adult's health, or what the police or a court have to do with them"
            yield Term(words=typed, what=what, kind="private", certain=False)


def _stem(word: str) -> str:
    end = "" if word.endswith("*") else r"\b"
    return rf"\b{re.escape(folded(word.rstrip('*')))}{end}"
