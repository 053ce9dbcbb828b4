"""The family tree: what is refused of drawing it, what that changes, how it is told."""

from types import MappingProxyType
from typing import Any

from conference_tui.conference import events as e
from conference_tui.conference.compared import same
from conference_tui.conference.people import Relation, Relative
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.subjects.by_kind import changes, put, refused, without
from conference_tui.conference.subjects.telling import Told, joined, quoted, says
from conference_tui.conference.text import one_line


@refused.register
def _(event: e.RelativeNamed, conference: Conference, _: Procedure) -> str:
    if event.in_tree and not event.name and not event.role:
        return "Enter the name; where nobody knows it, who it is: “the mother's partner”."
    if not event.in_tree and event.relative not in conference.relatives:
        return "That is nobody who was drawn into the tree and is not of the conference."
    names = [
        *(person.name for person in conference.people.values()),
        *(child.name for child in conference.children.values()),
        *(other.name for other in conference.relatives.values() if other.id != event.relative),
    ]
    if event.in_tree and event.name and any(same(event.name, name) for name in names):
        return f"There is already somebody called {event.name}. Add something that tells the two apart."
    return ""


@refused.register
def _(event: e.RelationGiven, conference: Conference, _: Procedure) -> str:
    known = {*conference.people, *conference.children, *conference.relatives}
    if event.person not in known or event.of not in known:
        return "Draw both of them into the tree first."
    if event.person == event.of:
        return "Nobody is joined with themselves. Choose somebody else."
    if event.relation is Relation.OTHER and not event.note:
        return "Say in words how the two belong together."
    return ""


def _relative(state: Conference, event: e.RelativeNamed) -> dict[str, Any]:
    if event.in_tree:
        relative = Relative(id=event.relative, name=event.name, role=event.role, died=event.died)
        return {"relatives": put(state.relatives, event.relative, relative)}
    joined = {pair: given for pair, given in state.relations.items() if event.relative not in pair}
    return {"relatives": without(state.relatives, event.relative), "relations": MappingProxyType(joined)}


def _related(state: Conference, event: e.RelationGiven) -> dict[str, Any]:
    two = (min(event.person, event.of), max(event.person, event.of))
    if event.relation is None:
        return {"relations": without(state.relations, two)}
    return {"relations": put(state.relations, two, event)}


changes(e.RelativeNamed, _relative)
changes(e.RelationGiven, _related)
changes(e.TreeInPlansChosen, lambda _, ev: {"tree_in_plans": ev.shown})


def _relative_named(event: e.RelativeNamed, told: Told) -> str:
    if not event.in_tree:
        return f"Family tree: {told.name(event.relative)} is taken out"
    died = f", died {quoted(event.died)}" if event.died else ""
    return f"Family tree: {joined(event.name or 'name not known', event.role)}{died}"


def _related_told(event: e.RelationGiven, told: Told) -> str:
    note = f" ({one_line(event.note)})" if event.note else ""
    one, other = told.name(event.person), told.name(event.of)
    if event.relation is None:
        return f"Family tree: {one} and {other} are not joined any more{note}"
    return f"Family tree: {one} {event.relation.sentence} {other}{note}"


says(e.RelativeNamed, _relative_named)
says(e.RelationGiven, _related_told)
says(
    e.TreeInPlansChosen,
    lambda ev, _: f"Each child's plan {'shows' if ev.shown else 'does not show'} the family tree",
)
