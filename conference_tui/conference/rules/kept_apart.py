"""What is refused of keeping somebody out, and of a conference in two sittings."""

from conference_tui.conference import events as e
from conference_tui.conference.compared import same
from conference_tui.conference.people import Standing
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.rules.by_kind import refused
from conference_tui.conference.state import Conference


@refused.register
def _(event: e.AdultsKeptApart, conference: Conference, _: Procedure) -> str:
    if event.one == event.other or not {event.one, event.other} <= conference.people.keys():
        return "Choose two adults of the conference."
    return ""


@refused.register
def _(event: e.ExclusionDecided, conference: Conference, _: Procedure) -> str:
    person = conference.people.get(event.person)
    if person is None or not (person.is_family or person.standing is Standing.SUPPORTER):
        return "Only somebody of the family, or who came with them, is kept out of a conference."
    if not event.ground:
        return "Say on which ground. There is a list of them."
    return "" if event.reason else "Say why: the reason is recorded, and explained to them."


@refused.register
def _(event: e.ExclusionEnded, conference: Conference, _: Procedure) -> str:
    exclusion = conference.exclusions.get(event.person)
    kept_out = exclusion is not None and exclusion.ended is None
    return "" if kept_out else f"{conference.name(event.person)} is not kept out."


@refused.register
def _(event: e.SplitSittingPlanned, conference: Conference, _: Procedure) -> str:
    if not event.title:
        return "Give the sitting a name, such as “With the father”."
    others = [each for each in conference.split_sittings.values() if each.sitting != event.sitting]
    if any(same(each.title, event.title) for each in others):
        return f"There is already a sitting called {event.title}."
    return "" if event.people else "Say who sits in it. Who is in no sitting sits in all of them."


@refused.register
def _(event: e.SplitSittingBegan, conference: Conference, _: Procedure) -> str:
    now = conference.split_sitting
    if event.sitting not in conference.split_sittings:
        return "That sitting is not planned."
    return f"{now.title} is on already." if now and now.sitting == event.sitting else ""
