"""What drawing the family tree changes."""

from types import MappingProxyType
from typing import Any

from conference_tui.conference import events as e
from conference_tui.conference.folding.by_kind import changes, put, without
from conference_tui.conference.people import Relative
from conference_tui.conference.state import Conference


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
