"""A whole conference typed through the real screens, under any procedure, from its set-up to its close."""

import asyncio
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from textual.widgets import Static

from conference_tui import authorities
from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.conference.agenda import stages
from conference_tui.conference.folding import apply
from conference_tui.conference.procedure_agenda import Stage
from conference_tui.conference.reminders import holding_up
from conference_tui.conference.state import Conference
from conference_tui.demo import MeetingClock
from conference_tui.demonstration import Step
from conference_tui.overview.whole import overview
from screens.calm import settle
from screens.hands import strokes_for
from screens.hands.closing import make_documents
from screens.hands.playing import strike
from screens.hands.strokes import Stroke, keys, line, one
from screens.meeting import MeetingScreen
from tests.screens.driving import meeting_screen, shows
from tests.screens.late_stages import shown


def under(procedure: str, happens: Iterable[Step]) -> Iterator[Step]:
    """The same steps in a procedure's order, with its script said where one was said, and no other's."""
    by_stage: dict[str, list[Step]] = {}
    for step in happens:
        by_stage.setdefault(step.stage, []).append(step)
    opened, *set_up = by_stage["set_up"]
    assert isinstance(opened.event, e.ConferenceOpened)
    yield replace(opened, event=replace(opened.event, procedure=procedure))
    yield from set_up
    for stage in stages(authorities.load(procedure), opened.event.kind)[1:]:
        for event in _at(stage, [step.event for step in by_stage[stage.id]]):
            yield Step(stage=stage.id, event=event)


def _at(stage: Stage, happens: list[e.AnyEvent]) -> Iterator[e.AnyEvent]:
    """What happens at a stage; the chair's statements are this procedure's, one after the other."""
    is_said = any(isinstance(event, e.StatementSaid) for event in happens)
    left = [statement.id for statement in stage.statements] if is_said else []
    for event in happens:
        if isinstance(event, e.StageFinished):
            yield from (e.StatementSaid(stage=stage.id, statement=each) for each in left)
            left = []
        if not isinstance(event, e.StatementSaid):
            yield event
        elif left:
            yield replace(event, statement=left.pop(0))


def folded(happens: Iterable[Step]) -> Conference:
    """What steps add up to without anybody typing them; what is said in a closed slot is not of it."""
    conference = Conference()
    for step in happens:
        if not (conference.closed_slot and isinstance(step.event, e.ContributionMade)):
            conference = apply(conference, step.event)
    return conference


def told_of(conference: Conference, procedure: str) -> dict[str, Any]:
    """A conference as `conference show --json` tells it."""
    rules, calendar = authorities.load(procedure), authorities.bank_holidays()
    told: dict[str, Any] = json.loads(json.dumps(overview(conference, rules, calendar)))
    return told


class Played:
    """The conference while it is typed, and what stood on the screen meanwhile."""

    def __init__(
        self, app: ConferenceApp, clock: MeetingClock, happens: Iterable[Step], procedure: str, reason: str
    ) -> None:
        """Type what `happens`; where the close is held up, type the one `reason` for everything."""
        self.expected = Conference()
        """What the typing should have added up to by now; hands take the names from it."""
        self.seen: dict[str, str] = {}
        """By the stage: what it says when everything of it was typed."""
        self.script = ""
        """What each stage said when it was opened, with all that the chair has to say."""
        self.prompt = ""
        """The rows of the scale when the scores were shown."""
        self.reasons: list[e.ReasonGiven] = []
        self._app = app
        self._clock = clock
        self._happens = happens
        self._rules = authorities.load(procedure)
        self._reason = reason

    async def to_the_close(self) -> None:
        """Type everything, with the reasons that the close wants."""
        await settle(self._app)
        for step in self._happens:
            if isinstance(step.event, e.ConferenceClosed):
                await self._give_reasons()
            await self.type(step.event)

    async def type(self, event: e.AnyEvent) -> None:
        """Type one event, and look at its stage where it is gone to or done."""
        self._clock.turn_to(event)
        match event:
            case e.ConferenceOpened():
                await strike(self._app, opening(event))
                await self._begun()
            case e.StageOpened():
                await strike(self._app, keys("f3"))
                self.script += await self.look()
            case e.StageFinished():
                self.seen[event.stage] = await self.look()
            case _:
                await strike(self._app, strokes_for(event, self.expected))
        if isinstance(event, e.ScoresShown):
            self.prompt = await self.look()
        if not (self.expected.closed_slot and isinstance(event, e.ContributionMade)):
            self.expected = apply(self.expected, event)

    async def _give_reasons(self) -> None:
        """A typed reason for each thing that holds up the close, once the close was refused for it."""
        for each in holding_up(self.expected, self._rules, authorities.bank_holidays()):
            await strike(self._app, keys("c", "ctrl+s"))
            await shows(self._app, each.words.partition(";")[0])
            await strike(self._app, keys("escape"))
            self.reasons.append(e.ReasonGiven(matter=each.key, reason=self._reason))
            await self.type(self.reasons[-1])

    async def look(self) -> str:
        """What the stage says: what stands above its sheet, and every row."""
        await settle(self._app)
        stage = meeting_screen(self._app).stage
        assert stage is not None
        above = "\n".join(str(each.content) for each in stage.query(Static))
        return f"{above}\n{shown(stage)}"

    async def _begun(self) -> None:
        while not (isinstance(self._app.screen, MeetingScreen) and self._app.screen.line.has_focus):
            await asyncio.sleep(0)
            await settle(self._app)
        await strike(self._app, keys("escape"))

    async def make_plans(self, out: Path) -> None:
        """Make the plans with the keys of the close."""
        await strike(self._app, make_documents(out))
        for _ in range(2):  # what is asked first, and what is made then
            await self._app.workers.wait_for_complete()
            await settle(self._app)


def opening(opened: e.ConferenceOpened) -> Iterator[Stroke]:
    """The keys that open a new conference, from the list."""
    yield from keys("f2")
    yield from line(opened.ref)
    yield from one(opened.kind.value)
    yield from one(authorities.load(opened.procedure).title.split()[0])
    yield from line(opened.chair)
    yield from line(opened.minute_taker)
