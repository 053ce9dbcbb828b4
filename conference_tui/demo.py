"""The demonstration: an invented conference to drive, or to watch as it is typed through the real screens."""

import asyncio
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time
from pathlib import Path

from textual.pilot import Pilot

from conference_tui import authorities
from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.conference.agenda import stages
from conference_tui.conference.folding import apply
from conference_tui.conference.state import Conference
from conference_tui.conferences import start
from conference_tui.demonstration import INQUORATE, SIBLINGS, Step, half_way, steps
from conference_tui.demonstration_folder import thrown_away
from conference_tui.store.folder import Folder
from screens.calm import settle
from screens.hands import strokes_for
from screens.hands.playing import FAST, FOLLOWED, Pace, strike
from screens.hands.strokes import Stroke, Text, keys, line, one
from screens.meeting import MeetingScreen

BEGINS = {SIBLINGS: datetime(2026, 12, 1, 12, 45), INQUORATE: datetime(2026, 12, 22, 9, 30)}  # noqa: DTZ001
"""When the chair sits down to each invented meeting."""


class MeetingClock:
    """The clock on the wall of an invented meeting: it stands at the time of what happens."""

    def __init__(self, case: str = SIBLINGS) -> None:
        self._day, self._now = BEGINS[case].date(), BEGINS[case].time()

    def __call__(self) -> datetime:
        """The time now."""
        return datetime.combine(self._day, self._now, tzinfo=UTC)

    def turn_to(self, event: e.Event) -> None:
        """Go on to the time of an event, where it has one."""
        at = getattr(event, "at", None)
        if isinstance(event, e.ConferenceResumed):
            self._day, self._now = event.on, event.at
        if isinstance(at, time):
            self._now = max(self._now, at)


def run(store: str | Path | None = None, case: str = SIBLINGS) -> int:
    """Open an invented conference half-way through its meeting; without `store` in a place that is thrown away."""
    with thrown_away() as throw_away:
        folder = Folder.at(store or throw_away, throw_away=True)
        clock = MeetingClock(case)
        record = _half_way(folder, clock, case)
        app = ConferenceApp(folder, record_id=record, clock=clock)
        try:
            app.run()
        finally:
            app.close_meeting()
        return app.return_code or 0


def _half_way(folder: Folder, clock: MeetingClock, case: str) -> str:
    """Record everything up to the middle of the map, and say under which id."""
    opening, *others = half_way(case)
    opened = opening.event
    assert isinstance(opened, e.ConferenceOpened)
    meeting = start(
        folder,
        opened.ref,
        opened.kind,
        procedure=opened.procedure,
        chair=opened.chair,
        minute_taker=opened.minute_taker,
        clock=clock,
    )
    for step in others:
        clock.turn_to(step.event)
        meeting.record(step.event)
    meeting.close()
    return meeting.record_id


def play(out: Path, fast: bool = False, store: str | Path | None = None, case: str = SIBLINGS) -> int:
    """Type a whole invented conference through the real screens, and leave the plans in `out`.

    Works in a terminal and without one. The record is thrown away unless it has a `store`. Returns 0 only if
    every document was made.
    """
    player = Player(out, FAST if fast else FOLLOWED, steps(case), MeetingClock(case))
    has_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    with thrown_away() as throw_away:
        app = ConferenceApp(Folder.at(store or throw_away, throw_away=True), clock=player.clock)
        try:
            app.run(
                headless=not has_terminal, size=None if has_terminal else (120, 40), auto_pilot=player.play
            )
        finally:
            app.close_meeting()
    if app.return_code:
        return app.return_code
    return player.report()


class Player:
    """Goes through an invented conference step by step, with the keys that a person would press."""

    def __init__(self, out: Path, pace: Pace, happens: Sequence[Step], clock: MeetingClock) -> None:
        self.clock = clock
        self._happens = happens
        self._out = out
        self._pace = pace
        self._expected = Conference()
        """What the typing should have added up to by now; hands take the names from it."""
        self._made: list[str] = []
        self._wanted = 0

    async def play(self, pilot: Pilot[object]) -> None:
        """Type everything, then leave."""
        app = pilot.app
        assert isinstance(app, ConferenceApp)
        await settle(app)
        for step in self._happens:
            self.clock.turn_to(step.event)
            await strike(app, strokes_of(step, self._expected), self._pace)
            if isinstance(step.event, e.ConferenceOpened):
                await _begun(app)
            if not (self._expected.closed_slot and isinstance(step.event, e.ContributionMade)):
                self._expected = apply(self._expected, step.event)
        self._wanted = len(self._expected.decisions)
        await self._documents(app)
        app.exit()

    async def _documents(self, app: ConferenceApp) -> None:
        """Make the plans with the keys of the close, and see what the record says was made."""
        from screens.hands.closing import make_documents

        await strike(app, make_documents(self._out), self._pace)
        await app.workers.wait_for_complete()
        await settle(app)
        if app.meeting:
            self._made = [made.file for made in app.meeting.conference.documents]

    def report(self) -> int:
        """Say what was made, and whether that is all."""
        for name in self._made:
            print(self._out / name)
        missing = self._wanted - len(self._made)
        if missing or not self._made:
            print(f"{missing} of {self._wanted} documents were not made.", file=sys.stderr)
            return 1
        return 0


def strokes_of(step: Step, before: Conference) -> Iterator[Stroke]:
    """The keys for one step, given what the steps before it add up to."""
    match step.event:
        case e.ConferenceOpened():
            yield from _opening(step.event)
        case e.StageOpened():
            yield from _go(step.stage, before)
        case e.StageFinished():
            return
        case _:
            yield from strokes_for(step.event, before)


def _go(stage: str, before: Conference) -> Iterator[Stroke]:
    """F3 to the stage that follows, else by its name."""
    kind = before.opened.kind if before.opened else None
    procedure = before.opened.procedure if before.opened else authorities.DEFAULT
    titles = {each.id: each.title for each in stages(authorities.load(procedure), kind)}
    order: list[str] = list(titles)
    if order.index(stage) == order.index(before.stage or order[0]) + 1:
        yield from keys("f3")
    else:
        yield from keys("f4")
        yield Text(next(title for each, title in titles.items() if each == stage))
        yield from keys("enter")


def _opening(opened: e.ConferenceOpened) -> Iterator[Stroke]:
    yield from keys("f2")
    yield from line(opened.ref)
    yield from one(opened.kind.value)
    yield from one(authorities.load(opened.procedure).title.split()[0])
    yield from line(opened.chair)
    yield from line(opened.minute_taker)


async def _begun(app: ConferenceApp) -> None:
    """Wait until the meeting is on the screen, then go from its capture line to the sheet."""
    while not (isinstance(app.screen, MeetingScreen) and app.screen.line.has_focus):
        await asyncio.sleep(0.01)
        await settle(app)
    await strike(app, keys("escape"))
