"""What is left out of a copy, in words."""

from collections.abc import Iterable

from conference_tui.conference.for_reader.reader import Reader
from conference_tui.conference.papers import Paper
from conference_tui.conference.text import listed


def omissions_of(reader: Reader) -> Iterable[str]:
    """A sentence for each kind of thing that is left out."""
    if reader.copy.paper is Paper.ACTION_SHEET:
        yield "Everything but what they do themselves: no history, no reasons, no other part of a plan."
        return
    yield from _of_others(reader)
    yield from _not_heard(reader)


def _of_others(reader: Reader) -> Iterable[str]:
    full = reader.full
    if others := reader.other_children():
        yield f"What is about {_listed(child.label for child in others)}: another child."
    if reader.gone:
        yield f"{_listed(full.name(each) for each in sorted(reader.gone))}: belongs to other children only."
    for person in full.people.values():
        if person.withheld_from and person.id not in reader.knows_whereabouts_of():
            from_whom = _listed(full.name(each) for each in person.withheld_from)
            yield f"Where {person.label} lives, and how to ring: withheld from {from_whom}."
    for other in sorted(reader.others - reader.gone):
        yield f"What is {full.name(other)}'s own matter, until the chair confirms each."
    if hidden := reader.elsewhere():
        yield f"{_listed(each.name for each in hidden)}: knows other children only."


def _not_heard(reader: Reader) -> Iterable[str]:
    full, is_minutes = reader.full, reader.copy.paper is Paper.MINUTES
    if is_minutes and full.exclusions.get(reader.copy.reader):
        yield "What was said while they were kept out."
    if reader.is_family and full.split_begun:
        yield "What was said in a sitting that they were not in."
    if is_minutes and full.closed_slots:
        yield "What was said in the closed slot."


def _listed(names: Iterable[str]) -> str:
    return listed(list(names))
