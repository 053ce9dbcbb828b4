"""Sentences of the way through the agenda."""

from conference_tui.conference import events as e
from conference_tui.conference.timeline.telling import Told, says
from conference_tui.conference.timeline.words import quoted


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
