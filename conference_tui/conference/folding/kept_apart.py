"""What changes with who is kept out, and with the sittings of a split conference."""

from types import MappingProxyType
from typing import Any

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.folding.by_kind import changes, collect, put
from conference_tui.conference.state import Conference, Exclusion, Hearing, heard_key


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


def _planned(state: Conference, event: e.SplitSittingPlanned) -> dict[str, Any]:
    """A sitting; and who sits in it and has not come at all yet has heard nothing of what was said so far (HV-3)."""
    planned = {"split_sittings": put(state.split_sittings, event.sitting, event)}
    not_come = frozenset(event.people) - state.presence.keys()
    if not not_come:
        return planned
    everybody = Hearing(by=frozenset((*state.people, *state.children)))

    def heard(before: Hearing | None, *own: str) -> Hearing:
        known = before or everybody  # nobody misses what is their own: it may have been sent in
        return known if known.sitting else replace(known, by=known.by - not_come.difference(own))

    said = {
        each.contribution: heard(state.heard_by.get(each.contribution), each.speaker)
        for each in state.contributions
    }
    whose = {
        **{heard_key(each): (each.person,) for each in state.asked},
        **{heard_key(each): (each.person,) for each in state.scores.values()},
        **{heard_key(each): (each.child, each.by) for each in state.child_views},
        **{heard_key(each): () for each in state.harms.values()},
    }
    besides = {key: heard(state.heard_besides.get(key), *own) for key, own in whose.items()}
    return planned | {
        "heard_by": MappingProxyType({**state.heard_by, **said}),
        "heard_besides": MappingProxyType({**state.heard_besides, **besides}),
    }


def _kept_apart(state: Conference, event: e.AdultsKeptApart) -> dict[str, Any]:
    two = (min(event.one, event.other), max(event.one, event.other))
    return {"apart": put(state.apart, two, event)}


changes(e.AdultsKeptApart, _kept_apart)
changes(e.ExclusionDecided, _excluded)
changes(e.ExclusionEnded, _let_in_again)
changes(e.SplitSittingPlanned, _planned)
collect(e.SplitSittingBegan, "split_begun")
