"""Who is kept out, and two sittings: what is refused, what it changes, how it is told."""

from typing import Any

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.compared import same
from conference_tui.conference.people import Standing
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference, Exclusion
from conference_tui.conference.subjects.by_kind import changes, collect, keep_by, put, refused
from conference_tui.conference.subjects.telling import Told, because, quoted, says
from conference_tui.conference.text import listed, say_date, say_time


@refused.register
def _(event: e.AdultsKeptApart, conference: Conference, _: Procedure) -> str:
    if event.one == event.other or not {event.one, event.other} <= conference.people.keys():
        return "Choose two adults of the conference."
    return "" if event.apart or event.why else "Say why they are not kept apart; it is recorded."


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


def _excluded(state: Conference, event: e.ExclusionDecided) -> dict[str, Any]:
    before = state.exclusions.get(event.person)
    earlier = (*before.earlier, *_held_until_now(before, state)) if before else ()
    return {"exclusions": put(state.exclusions, event.person, Exclusion(decided=event, earlier=earlier))}


def _held_until_now(before: Exclusion, state: Conference) -> tuple[e.ExclusionDecided, ...]:
    """What of an exclusion that is decided anew has been: what somebody missed they have missed (HV-3).

    One that lasts may be corrected, and then only the items that the meeting has come to still count.
    """
    if before.ended is not None:
        return (before.decided,)
    reached = _reached(state)
    parts = tuple(part for part in before.decided.parts or sorted(reached) if part in reached)
    return (replace(before.decided, parts=parts),) if parts else ()


def _reached(state: Conference) -> frozenset[str]:
    said = {made.stage for made in state.contributions} | {asked.stage for asked in state.asked}
    return frozenset({state.stage} | state.finished | said) - {""}


def _let_in_again(state: Conference, event: e.ExclusionEnded) -> dict[str, Any]:
    before = state.exclusions.get(event.person)
    if before is None:
        return {}
    return {"exclusions": put(state.exclusions, event.person, replace(before, ended=event.at))}


def _kept_apart(state: Conference, event: e.AdultsKeptApart) -> dict[str, Any]:
    two = (min(event.one, event.other), max(event.one, event.other))
    return {"apart": put(state.apart, two, event)}


changes(e.AdultsKeptApart, _kept_apart)
changes(e.ExclusionDecided, _excluded)
changes(e.ExclusionEnded, _let_in_again)
keep_by(e.SplitSittingPlanned, "split_sittings", "sitting")
collect(e.SplitSittingBegan, "split_begun")


def _excluded_told(event: e.ExclusionDecided, told: Told) -> str:
    parts = listed([quoted(told.stage(part)) for part in event.parts])
    views = f" Their views are told by {told.name(event.views_by)}." if event.views_by else ""
    on = f" on {say_date(event.told_on)}" if event.told_on else ""
    explained = (
        f" Told to them{on}: {quoted(event.told)}" if event.told else " It was not explained to them yet."
    )
    challenge = f" That they can challenge it: {quoted(event.challenge)}" if event.challenge else ""
    return (
        f"{told.name(event.person)} is kept out of {parts or 'the whole conference'}: {quoted(event.ground)}"
        f"{because(event.reason)}{views}{explained}{challenge}"
    )


def _split_began(event: e.SplitSittingBegan, told: Told) -> str:
    planned = told.conference.split_sittings.get(event.sitting)
    return f"The sitting {quoted(planned.title if planned else event.sitting)} began at {say_time(event.at)}"


says(
    e.AdultsKeptApart,
    lambda ev, told: (
        f"{told.name(ev.one)} and {told.name(ev.other)} are {'' if ev.apart else 'not '}kept apart{because(ev.why)}"
    ),
)
says(e.ExclusionDecided, _excluded_told)
says(
    e.SplitSittingPlanned,
    lambda ev, told: f"The sitting {quoted(ev.title)} is planned, with {told.names(ev.people)}",
)
says(e.SplitSittingBegan, _split_began)
says(e.ExclusionEnded, lambda ev, told: f"{told.name(ev.person)} may come in again, since {say_time(ev.at)}")
