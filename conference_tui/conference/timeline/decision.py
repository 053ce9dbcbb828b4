"""Sentences of views, decisions and dissent."""

from conference_tui.conference import events as e
from conference_tui.conference.timeline.telling import Told, says
from conference_tui.conference.timeline.words import because, quoted


def _view(event: e.ViewGiven, told: Told) -> str:
    by = f" ({told.name(event.by)})" if event.by else ""
    if event.outcome is None:
        return f"{event.agency}{by} gives no view on {told.name(event.child)}.{because(event.why_none)}"
    words = told.decision(event.outcome, event.category)
    dissent = f" {_DISSENT[event.dissent]}" if event.dissent else ""
    return f"View of {event.agency}{by} on {told.name(event.child)}: {words}.{dissent}{because(event.reason)}"


_DISSENT = {
    e.Dissent.NONE: "",
    e.Dissent.NOTED: "It disagrees and asks for that to be noted.",
    e.Dissent.FORMAL: "It dissents formally.",
}


def _decision(event: e.DecisionMade, told: Told) -> str:
    words = told.decision(event.outcome, event.category)
    return f"Decision of the chair on {told.name(event.child)}: {words}.{because(event.reason)}"


says(e.ViewGiven, _view)
says(
    e.ChairViewGiven,
    lambda ev, told: f"The chair's own view on {told.name(ev.child)}: {quoted(ev.words)}",
)
says(e.DecisionMade, _decision)
says(
    e.DissentDeclared,
    lambda ev, told: (
        f"{ev.agency} disagrees with the decision on {told.name(ev.child)}. {_DISSENT[ev.dissent]}"
        f"{because(ev.reason)}"
    ),
)
