"""What is refused before the meeting."""

from conference_tui.conference import events as e
from conference_tui.conference.people import Standing
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.rules.by_kind import refused
from conference_tui.conference.state import Conference


@refused.register
def _(event: e.ChecklistTicked, _: Conference, procedure: Procedure) -> str:
    items: dict[str, tuple[str, ...]] = {
        "before": tuple(item.id for item in procedure.checklist),
        "transfer pack": procedure.transfer_in.pack,
    }
    return "" if event.item in items[event.checklist] else "The procedure has no such item."


@refused.register
def _(event: e.ReferrerNoted, conference: Conference, _: Procedure) -> str:
    if not event.what:
        return "Say who referred the family, such as “the school” or “a member of the public”."
    if event.anonymous and event.name:
        return "The name of somebody who asked not to be named is never stored. Leave it out."
    if event.anonymous and conference.referrer and conference.referrer.name:
        return "A name was recorded before, and the record keeps it: it cannot be made anonymous any more."
    return ""


@refused.register
def _(event: e.FamilyAskedAboutObserver, conference: Conference, _: Procedure) -> str:
    person = conference.people.get(event.person)
    observes = person is not None and person.standing is Standing.OBSERVER
    return "" if observes else f"{conference.name(event.person)} is not here to observe."
