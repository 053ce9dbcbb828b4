"""Views, decisions and dissent: what is refused, what they change, how they are told."""

from typing import Any

from msgspec.structs import replace

from conference_tui.conference import dates
from conference_tui.conference import events as e
from conference_tui.conference.attendance import Knows, agencies
from conference_tui.conference.decision import reason_needed
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference, Decision
from conference_tui.conference.subjects.by_kind import changes, keep_by, put, refused, requires
from conference_tui.conference.subjects.telling import Told, because, quoted, says


@refused.register
def _(event: e.ViewGiven, conference: Conference, procedure: Procedure) -> str:
    agency = next((a for a in agencies(conference) if a.name == event.agency), None)
    if agency is None:
        return f"{event.agency} is not an agency of this conference."
    if event.outcome is None:
        return "" if event.reason or event.unknown else "Say why the agency gives no view."
    if event.unknown:
        return (
            f"{agency.name} either has a view on {conference.name(event.child)} or does not know the child."
        )
    child = conference.name(event.child)
    if not agency.present(conference.present()):
        return f"Nobody from {agency.name} is here, so it has no view that counts. Record that it gives none."
    if agency.entered_as_knowing(event.child) is Knows.NO:
        return f"{agency.name} does not know {child}. Record that it gives no view."
    if event.category and event.outcome is not e.Outcome.CHILD_PROTECTION:
        return "A category goes with a child protection plan only."
    if event.dissent and not event.reason:
        return f"Say in a sentence why {agency.name} disagrees."
    return unknown_category(event.category, procedure)


@refused.register
def _(event: e.DecisionMade, conference: Conference, procedure: Procedure) -> str:
    if event.outcome is e.Outcome.CHILD_PROTECTION and event.category is None and not event.reason:
        return "A child protection plan needs its category. Without one, the chair's reason is needed."
    if event.category and event.outcome is not e.Outcome.CHILD_PROTECTION:
        return "A category goes with a child protection plan only."
    earlier = conference.earlier_plans.get(event.child)
    ends = earlier is not None and event.outcome is not e.Outcome.CHILD_PROTECTION
    if earlier and ends and conference.held and (why := dates.ending_refusal(earlier.begun, conference.held)):
        return why
    needed = reason_needed(conference, event.child, event.outcome, event.category)
    if needed and not event.reason:
        return f"{needed} The chair's reason is needed."
    return unknown_category(event.category, procedure)


def unknown_category(category: e.Category | None, procedure: Procedure) -> str:
    """Why a category cannot be taken: the procedure does not have it. Empty when it can, or is none."""
    known = {each.code for each in procedure.categories} | {e.Category.MULTIPLE.value}
    return (
        "" if category is None or category.value in known else f"This procedure has no category {category}."
    )


@refused.register
def _(event: e.DissentDeclared, _: Conference, __: Procedure) -> str:
    return "" if event.reason else "Disagreement is recorded with its reason."


requires(e.ChairViewGiven, "words", "Nothing was typed.")


def _decision(state: Conference, event: e.DecisionMade) -> dict[str, Any]:
    """A decision, by those who are here; where only its reason is corrected, by those who were here then."""
    before = state.decisions.get(event.child)
    reason_corrected = before and before.made != event and replace(before.made, reason=event.reason) == event
    present = before.present if before and reason_corrected else state.present()
    chair = before.chair if before and reason_corrected else state.chair
    decided = Decision(made=event, present=present, chair=chair)
    return {"decisions": put(state.decisions, event.child, decided)}


keep_by(e.ViewGiven, "views", "child", "agency")
changes(e.ChairViewGiven, lambda s, ev: {"chair_views": put(s.chair_views, ev.child, ev.words)}, "child")
changes(e.DecisionMade, _decision)
keep_by(e.DissentDeclared, "dissents", "child", "agency")


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


def _decision_told(event: e.DecisionMade, told: Told) -> str:
    words = told.decision(event.outcome, event.category)
    return f"Decision of the chair on {told.name(event.child)}: {words}.{because(event.reason)}"


says(e.ViewGiven, _view)
says(
    e.ChairViewGiven,
    lambda ev, told: f"The chair's own view on {told.name(ev.child)}: {quoted(ev.words)}",
)
says(e.DecisionMade, _decision_told)
says(
    e.DissentDeclared,
    lambda ev, told: (
        f"{ev.agency} disagrees with the decision on {told.name(ev.child)}. {_DISSENT[ev.dissent]}"
        f"{because(ev.reason)}"
    ),
)
