"""What is refused of setting up: the conference, its children and its people."""

from conference_tui.conference import dates
from conference_tui.conference import events as e
from conference_tui.conference.compared import same
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.rules.by_kind import refused
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_date

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
    twins = [c for c in conference.children.values() if c.id != event.child]
    if event.name and any(same(c.name, event.name) for c in twins):
        return f"There is already a child called {event.name}. Add something that tells the two apart."
    is_later = bool(event.born and conference.held and event.born > conference.held)
    if is_later and event.born and event.child not in conference.births:
        return f"{say_date(event.born)} is after the conference. For an unborn child enter the expected date."
    is_unborn = event.expected is not None and event.born is None and event.child not in conference.births
    if is_unborn and event.sex not in ("", "U"):
        return "The sex of an unborn child is not entered before the birth (census rule 8750)."
    return ""


@refused.register
def _(event: e.PersonEntered, conference: Conference, _: Procedure) -> str:
    if not event.name and not event.agency:
        return "Enter a name, or the agency where the name is not known."
    if ":" in event.name:
        return COLON
    others = [p for p in conference.people.values() if p.id != event.person]
    if event.name and any(same(p.name, event.name) for p in others):
        return f"There is already somebody called {event.name}. Add something that tells the two apart."
    if event.born and conference.held and event.born > conference.held:
        return f"{say_date(event.born)} is after the conference. Give the year with four digits."
    if both := [child for child in event.responsibility_for if child in event.responsibility_unknown]:
        name = conference.name(both[0])
        return f"Parental responsibility for {name} is either there or not known. Take one of the two out."
    return ""
