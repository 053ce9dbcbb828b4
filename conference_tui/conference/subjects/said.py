"""What was said: what is refused of it, what it changes, how it is told."""

from typing import Any

from conference_tui.conference import events as e
from conference_tui.conference import mapping
from conference_tui.conference.keys import NAMED_BY
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.subjects.by_kind import changes, collect, keep_by, put, refused, requires
from conference_tui.conference.subjects.telling import Told, quoted, says
from conference_tui.conference.text import one_line


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
changes(e.SummaryGiven, lambda s, ev: {"summaries": put(s.summaries, ev.children, ev)}, "children")


def _contribution(event: e.ContributionMade, told: Told) -> str:
    column = f", {mapping.TITLES[event.column]}" if event.column else ""
    new = " The family heard it for the first time." if event.new_today else ""
    owner = f" {told.name(event.owner)} will find out." if event.owner else ""
    how = ", in writing" if event.in_writing else ""
    how += f", to {quoted(event.answers)}" if event.answers else ""
    said = (
        f"{told.name(event.speaker)}{how}{column}, about {told.about(event.children)}: {quoted(event.words)}"
    )
    example = f" Example: {quoted(event.example)}" if event.example else ""
    impact = f" Impact: {quoted(event.impact)}" if event.impact else ""
    return f"{said}{example}{impact}{new}{owner}"


def _corrected_told(event: e.ContributionCorrected, told: Told) -> str:
    why = f" Why: {quoted(event.why)}" if event.why else ""
    return f"Corrected: {_contribution(event.correct, told)}{why}"


def _child_views(event: e.ChildViewsGiven, told: Told) -> str:
    brought = f", brought by {told.name(event.by)}" if event.by and event.by != event.child else ""
    how = f" ({one_line(event.how)})" if event.how else ""
    return f"Words of {told.name(event.child)}{brought}{how}: {quoted(event.words)}"


def _summary(event: e.SummaryGiven, told: Told) -> str:
    is_of_some = set(event.children) < set(told.conference.children)
    of = f" of {told.about(event.children)}" if event.children and is_of_some else ""
    return f"The chair's summary{of}: {quoted(event.words)}"


says(e.ContributionMade, _contribution)
says(e.ContributionCorrected, _corrected_told)
says(e.ChildViewsGiven, _child_views)
says(e.ChildViewsMissing, lambda ev, told: f"No words of {told.name(ev.child)}, because: {quoted(ev.reason)}")
says(e.SummaryGiven, _summary)
