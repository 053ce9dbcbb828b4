"""What changes with what is said."""

from typing import Any

from conference_tui.conference import events as e
from conference_tui.conference.folding.by_kind import changes, collect, keep_by, put
from conference_tui.conference.keys import NAMED_BY
from conference_tui.conference.state import Conference


def _corrected(state: Conference, event: e.ContributionCorrected) -> dict[str, Any]:
    correct = event.correct
    return {
        "contributions": tuple(
            correct if made.contribution == correct.contribution else made for made in state.contributions
        )
    }


collect(e.ContributionMade, "contributions")
NAMED_BY[e.ContributionMade] = ("contribution",)
changes(e.ContributionCorrected, _corrected)
collect(e.ChildViewsGiven, "child_views", "views")
keep_by(e.ChildViewsMissing, "child_views_missing", "child")
changes(e.SummaryGiven, lambda s, ev: {"summaries": put(s.summaries, ev.children, ev)})
