"""What the way through the agenda changes."""

from typing import Any

from conference_tui.conference import events as e
from conference_tui.conference.folding.by_kind import changes, collect, keep_by
from conference_tui.conference.state import Conference


def _stage_opened(state: Conference, event: e.StageOpened) -> dict[str, Any]:
    """Whoever is here when the chair leaves the apologies is who the first verdict was about (M14)."""
    if state.stage == "apologies" != event.stage and not state.at_the_apologies:
        return {"stage": event.stage, "at_the_apologies": state.present()}
    return {"stage": event.stage}


changes(e.StageOpened, _stage_opened)
changes(e.StageFinished, lambda s, ev: {"finished": s.finished | {ev.stage}})
keep_by(e.StatementSaid, "said", "stage", "statement")
collect(e.FamilyAsked, "asked")
