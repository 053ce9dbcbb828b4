"""What setting a conference up changes: itself, its children and its people."""

from typing import Any

from msgspec.structs import asdict, replace

from conference_tui.conference import events as e
from conference_tui.conference.folding.by_kind import changes, keep, keep_by, put
from conference_tui.conference.people import Child, Person
from conference_tui.conference.state import Conference


def _child(state: Conference, event: e.ChildEntered) -> dict[str, Any]:
    fields = asdict(event)
    child = Child(id=fields.pop("child"), **fields)
    birth = state.births.get(child.id)
    if birth and child.unborn:  # a correction of something else does not undo a birth
        child = replace(child, born=birth.told.born)
    return {"children": put(state.children, event.child, child)}


def _person(state: Conference, event: e.PersonEntered) -> dict[str, Any]:
    fields = asdict(event)
    return {"people": put(state.people, event.person, Person(id=fields.pop("person"), **fields))}


keep(e.ConferenceOpened, "opened")
keep(e.ConferenceArranged, "arranged")
keep_by(e.KeyDateGiven, "key_dates", "what")
changes(e.ChildEntered, _child)
changes(e.PersonEntered, _person)
