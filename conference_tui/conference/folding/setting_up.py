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
    person = state.people.get(child.id)
    if person is None:
        return {"children": put(state.children, child.id, child)}
    return _both(state, child, replace(person, name=child.name, born=child.born, address=child.lives))


def _person(state: Conference, event: e.PersonEntered) -> dict[str, Any]:
    fields = asdict(event)
    person = Person(id=fields.pop("person"), **fields)
    child = state.children.get(person.id)
    if child is None:
        return {"people": put(state.people, person.id, person)}
    lives = person.address or child.lives
    person = replace(person, name=person.name or child.name, born=person.born or child.born, address=lives)
    return _both(state, replace(child, name=person.name, born=person.born, lives=lives), person)


def _both(state: Conference, child: Child, person: Person) -> dict[str, Any]:
    """A child who takes part as a parent or of the family besides: what the two have in common is the same."""
    return {
        "children": put(state.children, child.id, child),
        "people": put(state.people, person.id, person),
    }


keep(e.ConferenceOpened, "opened")
keep(e.ConferenceArranged, "arranged")
keep_by(e.KeyDateGiven, "key_dates", "what")
changes(e.ChildEntered, _child)
changes(e.PersonEntered, _person)
