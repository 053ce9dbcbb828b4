"""Setting up: what is refused of the conference, its children and its people, what they change, how it is told."""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import asdict, replace

from conference_tui.conference import dates
from conference_tui.conference import events as e
from conference_tui.conference.compared import same
from conference_tui.conference.people import FAMILY, Child, Person
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.subjects.by_kind import changes, keep, keep_by, put, refused
from conference_tui.conference.subjects.telling import Told, ended, joined, quoted, says
from conference_tui.conference.text import say_date, say_time

COLON = "A name cannot have a colon in it: in the capture line, what stands before a colon is who speaks."


@refused.register
def _(event: e.ConferenceOpened, _: Conference, __: Procedure) -> str:
    return "" if event.ref else "Give the conference a reference, such as the authority's own number."


@refused.register
def _(event: e.ConferenceArranged, conference: Conference, _: Procedure) -> str:
    last = conference.last_conference
    return dates.review_refusal(last.held, event.held) if last and event.held else ""


@refused.register
def _(event: e.ChildEntered, conference: Conference, _: Procedure) -> str:
    if ":" in event.name:
        return COLON
    if why := _named_already(event.name, conference.children.values(), event.child):
        return why
    if why := _named_already(event.name, conference.people.values(), event.child):
        return why
    is_later = bool(event.born and conference.held and event.born > conference.held)
    if is_later and event.born and event.child not in conference.births:
        return f"{say_date(event.born)} is after the conference. For an unborn child enter the expected date."
    is_unborn = event.expected is not None and event.born is None and event.child not in conference.births
    if is_unborn and event.sex not in ("", "U"):
        return "The sex of an unborn child is not entered before the birth (census rule 8750)."
    return ""


def _named_already(name: str, others: Iterable[Child | Person], someone: str) -> str:
    """Why somebody cannot be called so: another is. Empty where nobody is, or it is the same one."""
    twins = [each for each in others if each.id != someone and same(each.name, name)]
    if not name or not twins:
        return ""
    who = "a child" if isinstance(twins[0], Child) else "somebody"
    return f"There is already {who} called {name}. Add something that tells the two apart."


def _is_no_child(event: e.PersonEntered, conference: Conference) -> str:
    """Why somebody cannot be a child of the conference besides; empty where they can, or are none."""
    child = conference.children.get(event.person)
    if child is None:
        return ""
    if child.unborn:
        return f"{child.label} is not born yet."
    if event.standing not in FAMILY:
        return f"{child.label} is a child of the conference, and takes part besides as a parent or of the family only."
    return f"{child.label} is nobody's own parent." if event.person in event.parent_of else ""


@refused.register
def _(event: e.PersonEntered, conference: Conference, _: Procedure) -> str:
    if not event.name and not event.agency and event.person not in conference.children:
        return "Enter a name, or the agency where the name is not known."
    if ":" in event.name:
        return COLON
    if why := _named_already(event.name, conference.people.values(), event.person):
        return why
    if why := _named_already(event.name, conference.children.values(), event.person):
        return f"{why} If it is that child, say so: the two are one person then."
    if why := _is_no_child(event, conference):
        return why
    if event.knows and event.knows_whom:
        return (
            "They know all of the children, none of them, or those that are named: choose one of the three."
        )
    if event.born and conference.held and event.born > conference.held:
        return f"{say_date(event.born)} is after the conference. Give the year with four digits."
    if both := [child for child in event.responsibility_for if child in event.responsibility_unknown]:
        name = conference.name(both[0])
        return f"Parental responsibility for {name} is either there or not known. Take one of the two out."
    return ""


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


def _opened(event: e.ConferenceOpened, _: Told) -> str:
    led = joined(
        f"chair {event.chair}" if event.chair else "",
        f"minute-taker {event.minute_taker}" if event.minute_taker else "",
    )
    return f"The {event.kind.value} conference {event.ref} was set up{f': {led}' if led else ''}"


def _arranged(event: e.ConferenceArranged, _: Told) -> str:
    when = joined(
        say_date(event.held) if event.held else "",
        say_time(event.begins) if event.begins else "",
        event.venue,
    )
    online = f" Held online: {quoted(event.online_reason)}" if event.online_reason else ""
    return f"When and where: {ended(when or 'not known')}{online}"


def _child_entered(event: e.ChildEntered, _: Told) -> str:
    born = f", born {say_date(event.born)}" if event.born else ""
    expected = f", expected {say_date(event.expected)}" if event.expected and not event.born else ""
    return f"Child entered: {event.name or 'name not known'}{born}{expected}"


def _person_entered(event: e.PersonEntered, _: Told) -> str:
    described = joined(event.role or event.standing.value, event.agency)
    return f"Entered: {event.name or 'name not known'}, {described}"


says(e.ConferenceOpened, _opened)
says(e.ConferenceArranged, _arranged)
says(e.ChildEntered, _child_entered)
says(e.PersonEntered, _person_entered)
says(
    e.KeyDateGiven,
    lambda ev, _: f"Date of the {ev.what}: {say_date(ev.on)}{f', {quoted(ev.note)}' if ev.note else ''}",
)
