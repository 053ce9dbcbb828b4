"""The stages before the map, the children's words and the summary, each typed by the hands as it happened."""

from pathlib import Path

import msgspec
import pytest

from conference_tui.conference import events as e
from conference_tui.conference.folding import apply
from conference_tui.conference.state import Conference
from conference_tui.demonstration import steps
from conference_tui.store.folder import Folder
from tests.screens.driving import at_sheet, by_hand, last, recorded, running

BY_ITSELF = (e.ConferenceOpened, e.StageOpened, e.StageFinished)
"""What is recorded by opening a conference and by going from stage to stage."""

OWN_ID = {
    e.ChildEntered: "child",
    e.PersonEntered: "person",
    e.ContributionMade: "contribution",
    e.ChildViewsGiven: "views",
    e.DangerStatementMade: "statement",
    e.SafetyGoalSet: "goal",
}
"""Where an event has an id that the program makes up."""


def before_and_at(stage: str) -> tuple[tuple[e.AnyEvent, ...], tuple[e.AnyEvent, ...]]:
    """What happened in the demonstration before a stage, and what is typed at it."""
    every = steps()
    start = next(place for place, step in enumerate(every) if step.stage == stage)
    counted = [step for step in every[:start] if not isinstance(step.event, BY_ITSELF)]
    here = [step for step in every if step.stage == stage and not isinstance(step.event, BY_ITSELF)]
    return tuple(step.event for step in counted), tuple(step.event for step in here)


def told(event: e.Event, ids: dict[str, str]) -> dict[str, object]:
    """An event as plain data, its made-up ids as those of the script; when the script was said is the clock's."""

    def named(value: object) -> object:
        if isinstance(value, list | tuple):
            return sorted(str(named(each)) for each in value)
        return ids.get(value, value) if isinstance(value, str) else value

    fields = {name: named(value) for name, value in msgspec.to_builtins(event).items()}
    fields.pop(OWN_ID.get(type(event), ""), None)
    if isinstance(event, e.StatementSaid):
        del fields["at"]
    return fields


@pytest.mark.long
@pytest.mark.parametrize(
    "stage", ["set_up", "before", "introductions", "apologies", "reason", "child", "summary"]
)
async def test_what_happened_can_be_typed(tmp_path: Path, stage: str) -> None:
    """Every field of every event (BA-5, BA-6, BA-8, BA-9, BA-12, HF-5, HF-6, HV-6, HV-8, HV-9)."""
    before, here = before_and_at(stage)
    folder = Folder.at(tmp_path)
    known = Conference()
    for event in before:
        known = apply(known, event)
    ids: dict[str, str] = {}
    async with running(folder, recorded(folder, *before)) as app:
        await at_sheet(app, stage)
        for event in here:
            await by_hand(app, event, known=known)
            typed = last(app)[0]
            if own := OWN_ID.get(type(event)):
                ids[getattr(typed, own)] = getattr(event, own)
            assert told(typed, ids) == told(_typable(event), {})
            known = apply(known, event)


def _typable(event: e.AnyEvent) -> e.AnyEvent:
    """The event as it can be typed: a child is entered before those whom the child lives with."""
    return msgspec.structs.replace(event, lives_with=()) if isinstance(event, e.ChildEntered) else event
