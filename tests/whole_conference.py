"""A whole conference typed through the real screens, stage by stage in its procedure's order, to its close.

What is typed is the test's; the script that is ticked is the procedure's. Everything that stood on the screen
meanwhile is kept, so that a test can ask what was never there.
"""

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from conference_tui import authorities
from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.conference.agenda import stages
from conference_tui.conference.folding import apply
from conference_tui.conference.reminders import holding_up
from conference_tui.conference.state import Conference
from conference_tui.store.folder import Folder
from screens.calm import settle
from screens.form import Form
from screens.hands import strokes_for
from screens.hands.closing import make_documents
from screens.hands.playing import strike
from screens.hands.strokes import Key, keys
from screens.meeting import MeetingScreen
from tests.played import opening
from tests.screens.driving import at_sheet, meeting_screen, text_of
from tests.screens.late_stages import shown

HELD = date(2026, 12, 1)
"""The day of the meeting."""
STUCK = 500.0
"""Seconds after which a program that takes no key any more is given up."""
Happens = Mapping[str, Sequence[e.AnyEvent]]
"""By the item of the agenda: what is typed there. What is for the set-up stands under `set_up`."""


class Clock:
    """The clock on the wall: it stands at the day of the meeting, and at the time of what happens."""

    def __init__(self) -> None:
        self.day = HELD
        self.time = time(12, 45)

    def __call__(self) -> datetime:
        """The time now."""
        return datetime.combine(self.day, self.time, tzinfo=UTC)

    def turn_to(self, event: e.Event) -> None:
        """Go on to the time of an event, where it has one."""
        at = getattr(event, "at", None)
        if isinstance(at, time):
            self.time = max(self.time, at)


class Typed:
    """The conference while it is typed, and what stood on the screen meanwhile."""

    def __init__(self, app: ConferenceApp, clock: Clock, procedure: str) -> None:
        self.app = app
        self.clock = clock
        self.procedure = authorities.load(procedure)
        self.expected = Conference()
        """What the typing should have added up to by now; hands take the names from it."""
        self.seen: list[str] = []
        """Every screen and form that was shown."""
        self.reasons: list[str] = []
        """What held up the close until a reason was typed, by its key."""

    async def open(self, opened: e.ConferenceOpened) -> None:
        """Set the conference up with the keys of the list of conferences."""
        await settle(self.app)
        await strike(self.app, opening(opened))
        while not (isinstance(self.app.screen, MeetingScreen) and self.app.screen.line.has_focus):
            await asyncio.sleep(0)
            await settle(self.app)
        await strike(self.app, keys("escape"))
        self.expected = apply(self.expected, opened)

    async def run(self, happens: Happens) -> None:
        """Type everything to the close, with a reason for whatever holds it up."""
        await self.type(*happens["set_up"])
        kind = self.expected.opened.kind if self.expected.opened else None
        for stage in stages(self.procedure, kind)[1:]:
            await strike(self.app, keys("f3"))
            await self._look()
            self.expected = apply(self.expected, e.StageOpened(stage=stage.id))
            statements = (e.StatementSaid(stage=stage.id, statement=each.id) for each in stage.statements)
            await self.type(*statements)
            for event in happens.get(stage.id, ()):
                if isinstance(event, e.ConferenceClosed):
                    await self._give_reasons()
                await self.type(event)

    async def type(self, *happened: e.AnyEvent) -> None:
        """Type events with the hands; every form that opens is seen once, and the stage afterwards."""
        for event in happened:
            self.clock.turn_to(event)
            form: Form | None = None
            for stroke in strokes_for(event, self.expected):
                await strike(self.app, [stroke])
                if (
                    isinstance(stroke, Key)
                    and isinstance(self.app.screen, Form)
                    and self.app.screen is not form
                ):
                    form = self.app.screen
                    self.seen.append(text_of(self.app))
            assert not isinstance(self.app.screen, Form), f"{event}\n{text_of(self.app)}"
            self.expected = apply(self.expected, event)
            await self._look()

    async def help(self) -> None:
        """See what the procedure and the keys are at the stage that is shown."""
        await strike(self.app, keys("f1"))
        self.seen.append(text_of(self.app))
        await strike(self.app, keys("escape"))

    async def make_plans(self, out: Path) -> None:
        """Make the plans with the keys of the close."""
        await strike(self.app, make_documents(out))
        for _ in range(2):  # what is asked first, and what is made then
            await self.app.workers.wait_for_complete()
            await settle(self.app)
        await self._look()

    async def rows(self, stage: str) -> str:
        """Go to a stage, and give every row of it."""
        await at_sheet(self.app, stage)
        await self._look()
        found = meeting_screen(self.app).stage
        assert found is not None
        return shown(found)

    async def _give_reasons(self) -> None:
        calendar = authorities.bank_holidays()
        for each in holding_up(self.expected, self.procedure, calendar):
            self.reasons.append(each.key)
            await self.type(e.ReasonGiven(matter=each.key, reason="The hall was not to be had before."))

    async def _look(self) -> None:
        await settle(self.app)
        self.seen.append(text_of(self.app))
        stage = meeting_screen(self.app).stage
        if stage is not None:
            self.seen.append(shown(stage))


@asynccontextmanager
async def typed(folder: Path, opened: e.ConferenceOpened) -> AsyncIterator[Typed]:
    """The program with a new conference, at its set-up."""
    clock = Clock()
    app = ConferenceApp(Folder.at(folder, throw_away=True), clock=clock)
    play = Typed(app, clock, opened.procedure)
    try:
        async with asyncio.timeout(STUCK), app.run_test(size=(120, 40), notifications=True):
            await play.open(opened)
            yield play
    finally:
        app.close_meeting()


def assert_dates_agree(
    told: Sequence[Mapping[str, Any]],
    procedure: str,
    kind: e.Kind,
    event: str,
    *more: str,
) -> None:
    """`conference dates` tells each limit of a meeting to the word, and others only that depend on its outcome."""
    asked = ["dates", "--type", kind.value, "--procedure", procedure, "--event", event, "--held", f"{HELD}"]
    command = [sys.executable, "-m", "conference_tui", *asked, *more, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    said = {each["key"]: each for each in json.loads(done.stdout)["dates"]}
    for each in told:
        same = said[each["key"]]
        assert (same["when"], same["sentence"], same["day0"]) == (
            each["when"],
            each["sentence"],
            each["day0"],
        )
    assert set(said) - {each["key"] for each in told} <= {"cin_first_meeting"}
