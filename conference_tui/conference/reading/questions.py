"""What a reader's copy leaves out and what the chair is asked before it is made, in words (HF-10)."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.owners import owners
from conference_tui.conference.papers import FILE, Copy, Paper
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.reading.entry import Entry, settled
from conference_tui.conference.reading.hiding import Hiding, typed_in
from conference_tui.conference.reading.read import Reading
from conference_tui.conference.reading.reader import Reader
from conference_tui.conference.reading.rule import (
    ANOTHER_CHILD,
    UNKNOWN_CHILD,
    Verdict,
    goes_by_children,
    may_read,
)
from conference_tui.conference.recipients import Row, rows
from conference_tui.conference.state import Conference
from conference_tui.conference.text import listed


class LeftOut(Struct, frozen=True, kw_only=True):
    """An entry that is not in a reader's copy, and why."""

    entry: str
    """Its key."""
    event: e.Event
    words: str
    why: str
    is_asked: bool
    """Whether the chair is asked before the copy is made."""
    wants_wording: bool
    """Whether what the chair is asked for is a wording for this reader."""
    is_unknown: bool
    """Whether it is not known about which children it is."""

    @property
    def holds_up(self) -> bool:
        """Whether the copy is not made before the chair has answered."""
        return self.wants_wording or self.is_unknown


def left_out(conference: Conference, procedure: Procedure, copy: Copy) -> tuple[LeftOut, ...]:
    """The entries that a copy leaves out and the chair can let through, the last of each key."""
    found = _not_read(conference, procedure, copy)
    shown = {(key, copy.reader): _shown(key, copy.reader) for key in found}
    if_shown = replace(conference, entry_choices={**conference.entry_choices, **shown})
    still_not_read = _not_read(if_shown, procedure, copy)
    return tuple(each for key, each in found.items() if key not in still_not_read)


def _shown(key: str, reader: str) -> e.EntryChosen:
    return e.EntryChosen(entry=key, how="shown", reader=reader)


def _not_read(conference: Conference, procedure: Procedure, copy: Copy) -> dict[str, LeftOut]:
    """The entries with words that a reader's copy leaves out, by key, but those about another child."""
    return {} if copy.reader == FILE else _left_out_of(Reading(conference, procedure, copy))


def _left_out_of(reading: Reading) -> dict[str, LeftOut]:
    found: dict[str, LeftOut] = {}
    for entry, answer in reading.answers:
        found.pop(entry.key, None)
        if answer.is_read or answer == ANOTHER_CHILD:  # which nobody is offered
            continue
        if words := words_of(entry):
            found[entry.key] = LeftOut(
                entry=entry.key,
                event=entry.event,
                words=words,
                why=answer.because,
                is_asked=answer.is_asked,
                wants_wording=answer.verdict is Verdict.WORD,
                is_unknown=answer == UNKNOWN_CHILD,
            )
    return found


def words_of(entry: Entry) -> str:
    """The first words of an entry; none of what became of an action, which is told as the action is."""
    if isinstance(entry.event, e.ActionReviewed):
        return ""
    return next((each for each in typed_in(entry.event) if each), "")


def asked(conference: Conference, procedure: Procedure, copy: Copy) -> tuple[LeftOut, ...]:
    """What the chair is asked before a copy is made, and has not answered."""
    return tuple(each for each in _not_read(conference, procedure, copy).values() if each.is_asked)


def holding_up(conference: Conference, procedure: Procedure, copy: Copy) -> tuple[LeftOut, ...]:
    """What of it has to be answered before the copy is made; what is only offered is not in it until then."""
    return tuple(each for each in asked(conference, procedure, copy) if each.holds_up)


def holding_up_in(reading: Reading) -> tuple[LeftOut, ...]:
    """The same of a reading from which the copy is drawn next."""
    return tuple(each for each in _left_out_of(reading).values() if each.is_asked and each.holds_up)


def asked_for(conference: Conference, procedure: Procedure, row: Row) -> tuple[LeftOut, ...]:
    """What the chair is asked before a reader's copies are made, each once; what holds them up is first."""
    given = [Copy(paper=cell.paper, reader=row.reader, child=cell.child) for cell in row.cells if cell.gets]
    found = {each.entry: each for copy in reversed(given) for each in asked(conference, procedure, copy)}
    return tuple(sorted(found.values(), key=lambda each: not each.holds_up))


def in_words(questions: Sequence[LeftOut]) -> str:
    """What holds up a copy, in a sentence or two; the words of the entries are not repeated."""
    worded = sum(each.wants_wording for each in questions)
    unknown_about = sum(each.is_unknown for each in questions)
    told = []
    if worded:
        names = "1 entry names" if worded == 1 else f"{worded} entries name"
        told.append(f"{names} somebody from whom they are kept apart: say first how it is put for them.")
    if unknown_about:
        of, they_are = (
            ("1 entry", "it is") if unknown_about == 1 else (f"{unknown_about} entries", "they are")
        )
        told.append(f"Of {of} it is not known about which children {they_are}: say it first.")
    return " ".join(told)


# --- About whom it is ---------------------------------------------------------------------------------------------


def unknown(conference: Conference, procedure: Procedure) -> tuple[Entry, ...]:
    """Entries with words of which nobody has said about which children they are, for everybody who gets a copy."""
    found = [
        entry
        for entry in settled(conference.log)
        if entry.moment.about is None and goes_by_children(type(entry.event)) and words_of(entry)
    ]
    if not found:
        return ()
    readers = [row.reader for row in rows(conference, procedure) if any(cell.gets for cell in row.cells)]
    return tuple(entry for entry in found if not _is_answered(conference, entry, readers))


def _is_answered(conference: Conference, entry: Entry, readers: Iterable[str]) -> bool:
    choices = [reader for key, reader in conference.entry_choices if key == entry.key]
    return bool(choices) and {*choices, *owners(entry.event), FILE}.issuperset(readers)


def said_to_be_about(
    conference: Conference, procedure: Procedure, keys: Iterable[str], children: Iterable[str], why: str
) -> tuple[e.EntryChosen, ...]:
    """What is recorded when the chair says about which children entries are: shown to whoever may read it then.

    To whom it would be left out or asked about for another reason, it is left out until the chair shows it.
    """
    about, wanted = tuple(children), set(keys)
    entries = [
        replace(entry, moment=replace(entry.moment, about=about))
        for entry in settled(conference.log)
        if entry.key in wanted
    ]
    return tuple(
        e.EntryChosen(
            entry=entry.key,
            reader=row.reader,
            how="shown" if _is_read_in_one(conference, procedure, entry, row) else "left out",
            why=why,
        )
        for row in rows(conference, procedure)
        if row.reader != FILE and any(cell.gets for cell in row.cells)
        for entry in entries
    )


def _is_read_in_one(conference: Conference, procedure: Procedure, entry: Entry, row: Row) -> bool:
    readers = (
        Reader(conference, procedure, Copy(paper=cell.paper, reader=row.reader, child=cell.child))
        for cell in row.cells
        if cell.gets
    )
    return any(may_read(entry, reader, Hiding(reader)).is_read for reader in readers)


def omissions(conference: Conference, procedure: Procedure, copy: Copy) -> tuple[str, ...]:
    """What is left out of a copy and why, a sentence for each kind of thing."""
    if copy.reader == FILE:
        return ("What was said in the closed slot.",) if conference.closed_slots else ()
    reader = Reader(conference, procedure, copy)
    if copy.paper is Paper.ACTION_SHEET:
        return ("Everything but what they do themselves: no history, no reasons, no other part of a plan.",)
    return (*_of_others(reader), *_not_heard(reader))


def _of_others(reader: Reader) -> Iterator[str]:
    full, knows = reader.full, Hiding(reader).knows_whereabouts_of
    if others := reader.other_children:
        yield f"What is about {_listed(child.label for child in others)}: another child."
    if reader.gone:
        yield f"{_listed(full.name(each) for each in sorted(reader.gone))}: belongs to other children only."
    for person in full.people.values():
        if person.withheld_from and person.id not in knows:
            from_whom = _listed(full.name(each) for each in person.withheld_from)
            yield f"Where {person.label} lives, and how to ring: withheld from {from_whom}."
    for other in sorted(reader.other_adults - reader.gone):
        yield f"What is {full.name(other)}'s own matter, until the chair confirms each."
    if hidden := reader.elsewhere:
        yield f"{_listed(each.name for each in hidden)}: knows other children only."


def _not_heard(reader: Reader) -> Iterator[str]:
    full, is_minutes = reader.full, reader.copy.paper is Paper.MINUTES
    if is_minutes and full.exclusions.get(reader.copy.reader):
        yield "What was said while they were kept out."
    if reader.is_family and full.split_begun:
        yield "What was said in a sitting that they were not in."
    if is_minutes and full.closed_slots:
        yield "What was said in the closed slot."


def _listed(names: Iterable[str]) -> str:
    return listed(list(names))
