"""The two reference conferences, as what their events add up to."""

from conference_tui import authorities, demonstration
from conference_tui.conference import events as e
from conference_tui.conference.folding import apply
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from tests.conference.building import NO_FOLDER

BARNSLEY: Procedure = authorities.load("barnsley", NO_FOLDER)
CLOSED_WORDS = tuple(
    step.event.words
    for step in demonstration.steps()
    if isinstance(step.event, e.ContributionMade) and step.stage == "closed"
)


def siblings() -> Conference:
    """Three children, three outcomes, two fathers of whom one must not learn where the other lives (S1)."""
    return _of(demonstration.SIBLINGS)


def siblings_without(person: str, *decided: e.Event) -> Conference:
    """The same, where somebody does not come; `decided` is recorded before anybody arrives."""
    conference, waiting = Conference(), list(decided)
    for step in demonstration.steps(demonstration.SIBLINGS):
        event = step.event
        if isinstance(event, e.PersonArrived):
            while waiting:
                conference = apply(conference, waiting.pop(0))
        comes = isinstance(event, e.PersonArrived | e.PersonLeft) and event.person == person
        if not comes and not (conference.closed_slot and isinstance(event, e.ContributionMade)):
            conference = apply(conference, event)
    return conference


def over_christmas() -> Conference:
    """One child, an inquorate conference, a father of whom nothing is known (S2)."""
    return _of(demonstration.INQUORATE)


def _of(case: str) -> Conference:
    conference = Conference()
    for step in demonstration.steps(case):
        if not (conference.closed_slot and isinstance(step.event, e.ContributionMade)):
            conference = apply(conference, step.event)
    return conference
