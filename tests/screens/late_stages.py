"""The demonstration conference brought to one of its late stages, for the tests of these."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import time
from pathlib import Path

from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.demonstration import steps
from conference_tui.store.folder import Folder
from screens.calm import settle
from screens.stage import Stage
from tests.screens.driving import at_sheet, meeting_screen, recorded, running

TEN_TO_FOUR = time(15, 50)
"""When the demonstration closes."""

HOSTILE = "[/ [red]x [@click=app.quit]me 🧸 ‮"
"""What a terminal or a markup language would act on; the last mark is taken out when it is recorded."""
CLEANED = "[/ [red]x [@click=app.quit]me 🧸"
"""The same as it is recorded and shown."""


def before(stage: str) -> list[e.AnyEvent]:
    """What was recorded in the demonstration up to a stage, without the moves between stages."""
    left_out = (e.ConferenceOpened, e.StageOpened, e.StageFinished)
    every = steps()
    place = next(number for number, step in enumerate(every) if step.stage == stage)
    return [step.event for step in every[:place] if not isinstance(step.event, left_out)]


def of(stage: str, *kinds: type[e.Event]) -> list[e.AnyEvent]:
    """Events of some kinds that the demonstration records at a stage."""
    return [step.event for step in steps() if step.stage == stage and isinstance(step.event, kinds)]


@asynccontextmanager
async def at_stage(
    folder: Path, stage: str, *happened: e.AnyEvent, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[ConferenceApp, Stage]]:
    """The program at a stage of the demonstration conference, after that and before what follows it."""
    store = Folder.at(folder)
    record = recorded(store, *before(stage), *happened, e.StageOpened(stage=stage))
    async with running(store, record, size=size) as app:
        while app.meeting is None:  # the list of conferences looks into the record's lock for a moment
            app.clear_notifications()
            app.open_conference(record)
            await settle(app)
        while meeting_screen(app).stage is None:
            await settle(app)
        yield app, await at_sheet(app, stage)


def shown(stage: Stage) -> str:
    """Everything in the rows of a stage, also what is out of sight."""
    return "\n".join(row.text.plain for row in stage.sheet.rows)


def unwrapped(screen: str) -> str:
    """The text of a screen without the lines' ends and the edges of boxes."""
    return " ".join("".join(" " if sign in "│╭╮╰╯─" else sign for sign in screen).split())
