"""Sentences of what was said, and of the child's own views."""

from conference_tui.conference import events as e
from conference_tui.conference import mapping
from conference_tui.conference.text import one_line
from conference_tui.conference.timeline.telling import Told, says
from conference_tui.conference.timeline.words import quoted


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


def _corrected(event: e.ContributionCorrected, told: Told) -> str:
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
says(e.ContributionCorrected, _corrected)
says(e.ChildViewsGiven, _child_views)
says(e.ChildViewsMissing, lambda ev, told: f"No words of {told.name(ev.child)}, because: {quoted(ev.reason)}")
says(e.SummaryGiven, _summary)
