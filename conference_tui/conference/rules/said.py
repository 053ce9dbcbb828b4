"""What is refused of what is said."""

from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.rules.by_kind import refused, requires
from conference_tui.conference.state import Conference


@refused.register
def _(event: e.ContributionMade, _: Conference, __: Procedure) -> str:
    return "" if event.words else "Nothing was typed."


@refused.register
def _(event: e.ContributionCorrected, conference: Conference, _: Procedure) -> str:
    known = any(made.contribution == event.correct.contribution for made in conference.contributions)
    if not known:
        return "What was to be corrected is no longer there."
    return "" if event.correct.words else "A correction cannot be empty. Strike the contribution instead."


requires(e.ChildViewsGiven, "words", "Nothing was typed. Where there are no views, say why.")
requires(e.ChildViewsMissing, "reason", "Say why there are no views of the child.")
