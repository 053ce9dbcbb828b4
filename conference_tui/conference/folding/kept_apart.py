"""What changes with who is kept out, and with the sittings of a split conference."""

from typing import Any

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.folding.by_kind import changes, collect, keep_by, put
from conference_tui.conference.state import Conference, Exclusion


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
