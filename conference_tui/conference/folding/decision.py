"""What views, decisions and dissent change."""

from typing import Any

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.folding.by_kind import changes, keep_by, put
from conference_tui.conference.state import Conference, Decision


def _decision(state: Conference, event: e.DecisionMade) -> dict[str, Any]:
    """A decision, by those who are here; where only its reason is corrected, by those who were here then."""
    before = state.decisions.get(event.child)
    reason_corrected = before and before.made != event and replace(before.made, reason=event.reason) == event
    present = before.present if before and reason_corrected else state.present()
    chair = before.chair if before and reason_corrected else state.chair
    decided = Decision(made=event, present=present, chair=chair)
    return {"decisions": put(state.decisions, event.child, decided)}


keep_by(e.ViewGiven, "views", "child", "agency")
changes(e.ChairViewGiven, lambda s, ev: {"chair_views": put(s.chair_views, ev.child, ev.words)})
changes(e.DecisionMade, _decision)
keep_by(e.DissentDeclared, "dissents", "child", "agency")
