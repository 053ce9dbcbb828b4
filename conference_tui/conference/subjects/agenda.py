"""The way through the agenda: what it changes, how it is told."""

from typing import Any

from conference_tui.conference import events as e
from conference_tui.conference.state import Conference
from conference_tui.conference.subjects.by_kind import changes, collect, keep_by
from conference_tui.conference.subjects.telling import Told, quoted, says


def _stage_opened(state: Conference, event: e.StageOpened) -> dict[str, Any]:
    """Whoever is here when the chair leaves the apologies is who the first verdict was about (M14)."""
    if state.stage == "apologies" != event.stage and not state.at_the_apologies:
        return {"stage": event.stage, "at_the_apologies": state.present()}
    return {"stage": event.stage}


changes(e.StageOpened, _stage_opened)
changes(e.StageFinished, lambda s, ev: {"finished": s.finished | {ev.stage}})
keep_by(e.StatementSaid, "said", "stage", "statement")
collect(e.FamilyAsked, "asked")


def _asked(event: e.FamilyAsked, told: Told) -> str:
    who = told.name(event.person)
    if event.by:
        asked = f"{told.name(event.by)} was asked for the views of {who}, who is kept out"
    else:
        asked = f"{who} was asked"
    return f"{asked}: {quoted(event.words)}" if event.words else f"{asked}: nothing to add"


says(e.StageOpened, lambda ev, told: f"The chair went to {quoted(told.stage(ev.stage))}")
says(e.StageFinished, lambda ev, told: f"{quoted(told.stage(ev.stage))} is done")
says(e.StatementSaid, lambda ev, told: f"The chair said: {quoted(told.statement(ev.stage, ev.statement))}")
says(e.FamilyAsked, _asked)
