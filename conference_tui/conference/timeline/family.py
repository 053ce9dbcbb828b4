"""Sentences of the family tree."""

from conference_tui.conference import events as e
from conference_tui.conference.text import one_line
from conference_tui.conference.timeline.telling import Told, says
from conference_tui.conference.timeline.words import joined, quoted


def _relative_named(event: e.RelativeNamed, told: Told) -> str:
    if not event.in_tree:
        return f"Family tree: {told.name(event.relative)} is taken out"
    died = f", died {quoted(event.died)}" if event.died else ""
    return f"Family tree: {joined(event.name or 'name not known', event.role)}{died}"


def _related(event: e.RelationGiven, told: Told) -> str:
    note = f" ({one_line(event.note)})" if event.note else ""
    one, other = told.name(event.person), told.name(event.of)
    if event.relation is None:
        return f"Family tree: {one} and {other} are not joined any more{note}"
    return f"Family tree: {one} {event.relation.sentence} {other}{note}"


says(e.RelativeNamed, _relative_named)
says(e.RelationGiven, _related)
says(
    e.TreeInPlansChosen,
    lambda ev, _: f"Each child's plan {'shows' if ev.shown else 'does not show'} the family tree",
)
