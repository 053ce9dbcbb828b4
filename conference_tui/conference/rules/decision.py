"""What is refused of views, decisions and dissent."""

from conference_tui.conference import dates
from conference_tui.conference import events as e
from conference_tui.conference.attendance import Knows, agencies
from conference_tui.conference.decision import reason_needed
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.rules.by_kind import refused, requires
from conference_tui.conference.state import Conference


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
