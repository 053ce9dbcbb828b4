"""Sentences of harm, danger statements and safety goals."""

from conference_tui.conference import decision
from conference_tui.conference import events as e
from conference_tui.conference.timeline.telling import Told, says
from conference_tui.conference.timeline.words import quoted


def _harm(event: e.HarmDetailed, told: Told) -> str:
    kind = decision.category_title(told.procedure, event.harm)
    cells = [each for each in (event.when, event.behaviour, event.severity, event.impact) if each]
    detail = f": {'; '.join(quoted(each) for each in cells)}" if cells else ""
    return f"Harm to {told.name(event.child)}, {kind}, the {event.incident} incident{detail}"


says(e.HarmDetailed, _harm)
says(
    e.FutureRiskDiscussed,
    lambda ev, told: f"What may happen to {told.name(ev.child)}: {quoted(ev.words)}",
)
says(
    e.DangerStatementMade,
    lambda ev, told: f"Danger statement about {told.about(ev.children)}: {quoted(ev.words)}",
)
says(e.SafetyGoalSet, lambda ev, _: f"Safety goal: {quoted(ev.words)}")
