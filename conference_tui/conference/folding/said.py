"""What changes with what is said."""

from typing import Any

from conference_tui.conference import events as e
from conference_tui.conference.folding.by_kind import changes, collect, keep_by, put
from conference_tui.conference.folding.heard import keep_who_hears, who_hears
from conference_tui.conference.state import Conference, Hearing


def _contribution(state: Conference, event: e.ContributionMade) -> dict[str, Any]:
    """What was said; of a split conference also who heard it."""
    made = {"contributions": (*state.contributions, event)}
    if not state.split_sittings:  # a thousand of them need not be copied for nothing
        return made
    hearing = Hearing(by=frozenset({event.speaker})) if event.in_writing else who_hears(state)
    return made | {"heard_by": put(state.heard_by, event.contribution, hearing)}


def _corrected(state: Conference, event: e.ContributionCorrected) -> dict[str, Any]:
    correct = event.correct
    return {
        "contributions": tuple(
            correct if made.contribution == correct.contribution else made for made in state.contributions
        )
    }


changes(e.ContributionMade, _contribution)
changes(e.ContributionCorrected, _corrected)
collect(e.ChildViewsGiven, "child_views", "views")
keep_who_hears(e.ChildViewsGiven)
keep_by(e.ChildViewsMissing, "child_views_missing", "child")
changes(e.SummaryGiven, lambda _, ev: {"summary": ev.words})
