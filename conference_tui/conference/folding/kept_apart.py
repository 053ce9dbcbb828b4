"""What changes with who is kept out, and with the sittings of a split conference."""

from typing import Any

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.folding.by_kind import changes, collect, keep_by, put
from conference_tui.conference.state import Conference, Exclusion


def _excluded(state: Conference, event: e.ExclusionDecided) -> dict[str, Any]:
    before = state.exclusions.get(event.person)
    earlier = (
        (*before.earlier, before.decided) if before and before.ended else before.earlier if before else ()
    )
    return {"exclusions": put(state.exclusions, event.person, Exclusion(decided=event, earlier=earlier))}


def _let_in_again(state: Conference, event: e.ExclusionEnded) -> dict[str, Any]:
    before = state.exclusions.get(event.person)
    if before is None:
        return {}
    return {"exclusions": put(state.exclusions, event.person, replace(before, ended=event.at))}


changes(e.ExclusionDecided, _excluded)
changes(e.ExclusionEnded, _let_in_again)
keep_by(e.SplitSittingPlanned, "split_sittings", "sitting")
collect(e.SplitSittingBegan, "split_begun")
