"""The two reference conferences, as what their events add up to."""

from conference_tui import authorities, demonstration
from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from tests.conference.building import NO_FOLDER, of_all

BARNSLEY: Procedure = authorities.load("barnsley", NO_FOLDER)
CLOSED_WORDS = tuple(
    step.event.words
    for step in demonstration.steps()
    if isinstance(step.event, e.ContributionMade) and step.stage == "closed"
)


def siblings() -> Conference:
    """Three children, three outcomes, two fathers of whom one must not learn where the other lives (S1)."""
    return _of(demonstration.SIBLINGS)


def over_christmas() -> Conference:
    """One child, an inquorate conference, a father of whom nothing is known (S2)."""
    return _of(demonstration.INQUORATE)


def _of(case: str) -> Conference:
    conference = Conference()
    for step in demonstration.steps(case):
        if not (conference.closed_slot and isinstance(step.event, e.ContributionMade)):
            conference = of_all(conference, step.event)
    return conference
