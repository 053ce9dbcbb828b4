"""What is refused of drawing the family tree."""

from conference_tui.conference import events as e
from conference_tui.conference.compared import same
from conference_tui.conference.people import Relation
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.rules.by_kind import refused
from conference_tui.conference.state import Conference


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
