"""What is refused in a plan."""

from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.removal import removal_wording
from conference_tui.conference.rules.by_kind import refused, requires
from conference_tui.conference.state import Conference


@refused.register
def _(event: e.ActionAgreed, conference: Conference, procedure: Procedure) -> str:
    if not event.what:
        return "Say what needs to happen."
    if not event.who and not event.also:
        return "An action without somebody who does it cannot be agreed. Who?"
    if not event.when:
        return "An action without a time cannot be agreed. By when?"
    return cannot_decide(event.what, conference, procedure)


@refused.register
def _(event: e.RecommendationMade, conference: Conference, procedure: Procedure) -> str:
    return cannot_decide(event.words, conference, procedure) if event.words else "Nothing was typed."


def cannot_decide(typed: str, conference: Conference, procedure: Procedure) -> str:
    """Why a conference cannot decide what was typed, for wording that would remove a child (BA-21, HV-13)."""
    children = [child.name for child in conference.children.values()]
    found = removal_wording(typed, procedure.removal, children)
    return f"“{found}”: {procedure.removal.explanation}" if found else ""


requires(e.AdviceLeft, "advice", "Say what is left as it is.")
requires(e.BirthPlanSet, "words", "Say what is settled.")
requires(e.BottomLineSet, "words", "Nothing was typed.")
requires(e.ContingencySet, "words", "Nothing was typed.")
requires(e.NetworkSupportOffered, "words", "Nothing was typed.")
