"""What a reader's copy leaves out and what the chair is asked before it is made, in words (HF-10)."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from conference_tui.conference import events as e
from conference_tui.conference.papers import FILE, Copy, Paper
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.reading.hiding import Hiding, typed_in
from conference_tui.conference.reading.read import answers
from conference_tui.conference.reading.reader import Reader
from conference_tui.conference.reading.rule import ANOTHER_CHILD, NO_PROTECTION_PLAN, Answer, Verdict
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


def left_out(conference: Conference, procedure: Procedure, copy: Copy) -> tuple[LeftOut, ...]:
    """The entries that a copy leaves out and the chair can let through, the last of each key."""
    if copy.reader == FILE:
        return ()
    reader = Reader(conference, procedure, copy)
    found: dict[str, LeftOut] = {}
    for entry, answer in answers(reader, Hiding(reader)):
        found.pop(entry.key, None)
        words = next((each for each in typed_in(entry.event) if each), "")
        follows = isinstance(
            entry.event, e.ActionReviewed
        )  # what became of an action is told as the action is
        if words and not follows and not answer.is_read and _can_be_shown(answer):
            found[entry.key] = LeftOut(
                entry=entry.key,
                event=entry.event,
                words=words,
                why=answer.because,
                is_asked=answer.is_asked,
                wants_wording=answer.verdict is Verdict.WORD,
            )
    return tuple(found.values())


def asked(conference: Conference, procedure: Procedure, copy: Copy) -> tuple[LeftOut, ...]:
    """What the chair is asked before a copy is made, and has not answered."""
    return tuple(each for each in left_out(conference, procedure, copy) if each.is_asked)


def _can_be_shown(answer: Answer) -> bool:
    return bool(answer.because) and answer not in (ANOTHER_CHILD, NO_PROTECTION_PLAN)


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
