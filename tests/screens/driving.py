"""Driving the real program: keys in, and a screen that has come to rest."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import msgspec
from textual import events
from textual.keys import _character_to_key

from conference_tui import conferences
from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.conference.state import Conference
from conference_tui.meeting import Meeting
from conference_tui.store.folder import Folder
from screens.calm import settle
from screens.form import Form
from screens.hands import strokes_for
from screens.hands.strokes import Key, Stroke, Text
from screens.meeting import MeetingScreen
from screens.stage import Stage

REF = "TST-1"


def ten_past_two() -> datetime:
    """The time of the tests' clock."""
    return datetime(2026, 12, 1, 14, 10, tzinfo=UTC)


def recorded(
    folder: Folder,
    *happened: e.AnyEvent,
    procedure: str = "barnsley",
    clock: Callable[[], datetime] = ten_past_two,
) -> str:
    """Make a conference in which this happened already; gives the id of its record."""
    meeting = conferences.start(
        folder, REF, e.Kind.INITIAL, procedure=procedure, chair="Ines Corrigan", clock=clock
    )
    meeting.record(*happened)
    meeting.close()
    return meeting.record_id


@asynccontextmanager
async def running(
    folder: Folder, record_id: str, *, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[ConferenceApp]:
    """The program with a conference open, at rest."""
    app = ConferenceApp(folder, record_id=record_id, clock=ten_past_two)
    try:
        async with app.run_test(size=size, notifications=True):
            await _begun(app)
            yield app
    finally:
        app.close_meeting()


async def _begun(app: ConferenceApp) -> None:
    """Wait until the first stage is shown, or the program has said why it is not."""
    for _ in range(2000):
        await settle(app)
        screen = next((each for each in app.screen_stack if isinstance(each, MeetingScreen)), None)
        if screen and screen.stage and screen.line.has_focus:
            return
    raise AssertionError(f"the meeting did not begin: {said(app)}")


async def press(app: ConferenceApp, *strokes: Stroke | str) -> None:
    """Press keys by name, or do strokes of a hand."""
    for stroke in strokes:
        match stroke:
            case Text():
                await write(app, stroke.words)
            case Key():
                await _key(app, stroke.name)
            case str():
                await _key(app, stroke)


async def write(app: ConferenceApp, words: str) -> None:
    """Type words letter by letter."""
    for letter in words:
        app.post_message(events.Key(_character_to_key(letter), letter))
    await settle(app)


async def _key(app: ConferenceApp, name: str) -> None:
    app.simulate_key(name)
    await settle(app)


async def by_hand(app: ConferenceApp, *happened: e.AnyEvent, known: Conference | None = None) -> None:
    """Type events with the hands, from the sheet of the stage that is shown and back to it.

    `known` is the conference by whose ids the events speak, where it is another one than that on the screen.
    """
    for event in happened:
        await press(app, *strokes_for(event, known or conference(app)))
        assert not isinstance(app.screen, Form), f"the form is still there: {text_of(app)}"


async def at_sheet(app: ConferenceApp, stage: str) -> Stage:
    """Go to a stage and put the keyboard on its sheet."""
    screen = meeting_screen(app)
    await screen.go(stage)
    await settle(app)
    shown = screen.stage
    assert shown is not None
    shown.first_focus().focus()
    await settle(app)
    return shown


def meeting_screen(app: ConferenceApp) -> MeetingScreen:
    """The screen of the meeting, also while a box lies over it."""
    return next(screen for screen in app.screen_stack if isinstance(screen, MeetingScreen))


def sheet(app: ConferenceApp) -> str:
    """The rows of the stage that is shown, in words, also those out of sight."""
    stage = meeting_screen(app).stage
    assert stage is not None
    return "\n".join(each.text.plain for each in stage.sheet.rows)


def waiting(app: ConferenceApp) -> list[str]:
    """The words that wait beside the capture line, in the order in which they are taken."""
    return [each.words for each in meeting_screen(app).line.waiting]


def meeting(app: ConferenceApp) -> Meeting:
    """The meeting that is running."""
    assert app.meeting is not None
    return app.meeting


def conference(app: ConferenceApp) -> Conference:
    """The conference as it stands."""
    return meeting(app).conference


def text_of(app: ConferenceApp) -> str:
    """What is on the screen, as text."""
    width = app.size.width
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text[:width].rstrip() for strip in strips)


async def shows(app: ConferenceApp, *words: str) -> str:
    """Wait until the program has drawn these words, wherever its lines end; gives all that is on the screen."""
    for _ in range(200):
        await settle(app)
        text = " ".join("".join(" " if sign in "│▌╭╮╰╯─" else sign for sign in text_of(app)).split())
        if all(each in text for each in words):
            return text
        await asyncio.sleep(0.01)
    raise AssertionError(f"{words} are not all on the screen:\n{text_of(app)}")


def last(app: ConferenceApp, count: int = 1) -> Sequence[e.Event]:
    """The events that were recorded last; moves between stages and seals, which come by themselves, left out."""
    passed_over = e.StageOpened | e.Sealed
    happened = [entry.event for entry in meeting(app).entries if not isinstance(entry.event, passed_over)]
    return happened[-count:]


def said(app: ConferenceApp) -> str:
    """What the program has told the person in its corner."""
    return "\n".join(note.message for note in app._notifications)


def without_ids(happened: Iterable[e.Event]) -> list[dict[str, object]]:
    """Events as plain data without the ids that the program made up."""
    made_up = {"child", "person", "contribution", "statement", "goal", "views"}
    own = {
        e.ChildEntered: "child",
        e.PersonEntered: "person",
        e.ContributionMade: "contribution",
        e.DangerStatementMade: "statement",
        e.SafetyGoalSet: "goal",
        e.ChildViewsGiven: "views",
    }
    plain = []
    for event in happened:
        fields: dict[str, object] = msgspec.to_builtins(event)
        if own.get(type(event)) in made_up:
            fields.pop(own[type(event)], None)
        plain.append(fields)
    return plain
