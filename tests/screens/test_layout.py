"""Every stage in every size and every colour: its title, its first row and the capture line are on the screen."""

import itertools
from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme
from textual.widget import Widget

from conference_tui import reviews
from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.conference.agenda import find_stage, stages
from conference_tui.demonstration import PROCEDURE, half_way, steps
from conference_tui.store.folder import Folder
from screens.meeting import MeetingScreen
from screens.stage import Stage
from screens.themes import DARK, HIGH_CONTRAST, LIGHT, THEMES
from screens.widgets.sheet import Sheet
from screens.widgets.waiting import NOT_SAVED
from tests import review_case
from tests.screens.driving import meeting_screen, press, recorded, running, shows, write

SIZES = ((60, 15), (80, 24), (120, 40))


def demonstration(folder: Path, how_far: str) -> str:
    """The demonstration conference, to the middle of the map or to its close."""
    done = half_way() if how_far == "half" else steps()
    happened = [step.event for step in done if not isinstance(step.event, e.ConferenceOpened)]
    return recorded(Folder.at(folder), *happened, procedure=PROCEDURE)


def first_review(folder: Path) -> str:
    """The review of the demonstration's conference, to its close: its agenda has one item more."""
    store = Folder.at(folder)
    before = reviews.of_record(store, review_case.last_recorded(store))
    clock = review_case.Clock(review_case.HELD)
    made = reviews.open_review(store, "R1", before, held=review_case.HELD, begins=time(13, 30), clock=clock)
    for step in review_case.first(made.procedure, made.conference):
        made.record(step.event)
    made.close()
    return made.record_id


@pytest.fixture(
    scope="module",
    params=[*(pytest.param(each, marks=pytest.mark.long) for each in ("half", "whole")), "review"],
)
def conference(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The data folder and the record of the demonstration; the review has every item of the agenda."""
    folder = tmp_path_factory.mktemp("store")
    return folder, first_review(folder) if request.param == "review" else demonstration(folder, request.param)


def agenda(screen: MeetingScreen) -> list[str]:
    """The ids of the stages that the conference on the screen has."""
    opened = screen.meeting.conference.opened
    assert opened is not None
    return [stage.id for stage in stages(screen.meeting.procedure, opened.kind)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_stage_shows_its_title_its_first_row_and_the_capture_line(
    conference: tuple[Path, str], size: tuple[int, int]
) -> None:
    folder, record = conference
    async with running(Folder.at(folder), record, size=size) as app:
        screen = meeting_screen(app)
        screen.line.begin_anew("the line")
        screen.line.wait("what waits", NOT_SAVED)
        for stage, theme in zip(agenda(screen), itertools.cycle(THEMES), strict=False):
            app.theme = theme.name
            shown = await gone_to(app, stage)
            app.clear_notifications()
            title = find_stage(screen.meeting.procedure, stage).title
            await shows(app, title, "what waits", "the line", first_words(shown))
            assert not list(overlapping(screen)), stage


async def gone_to(app: ConferenceApp, stage: str) -> Stage:
    """Go to a stage with the keys, as a person does."""
    screen = meeting_screen(app)
    await press(app, "f4")
    await write(app, find_stage(screen.meeting.procedure, stage).title)
    await press(app, "enter")
    assert screen.stage is not None
    assert stage == screen.stage.ID
    return screen.stage


def first_words(stage: Widget) -> str:
    """The beginning of the first row that a sheet of the stage has in sight."""
    sheets = [sheet for sheet in stage.query(Sheet) if sheet.rows and sheet.display]
    return " ".join(sheets[0].rows[0].text.plain.split())[:12].strip()


def overlapping(screen: MeetingScreen) -> Iterator[tuple[Widget, Widget]]:
    """Parts of the frame, and parts of the stage, that lie over each other or out of sight."""
    whole = screen.region
    frame = [
        part
        for part in screen.children
        if part.display and not part.styles.is_docked and part.layer == "default"
    ]
    stage = screen.stage
    assert stage is not None
    for parts in (frame, [part for part in stage.children if part.display]):
        regions = [(part, part.region) for part in parts if part.region]
        for place, (one, region) in enumerate(regions):
            if not whole.contains_region(region):
                yield one, screen
            for other, next_region in regions[place + 1 :]:
                if region.overlaps(next_region):
                    yield one, other


@pytest.mark.parametrize(("theme", "least"), [(DARK, 4.5), (LIGHT, 4.5), (HIGH_CONTRAST, 7.0)])
async def test_text_stands_out_from_what_is_behind_it(tmp_path: Path, theme: Theme, least: float) -> None:
    """By the contrast ratio of WCAG 2; computed for each piece of text that is on the screen."""
    record = demonstration(tmp_path, "whole")
    async with running(Folder.at(tmp_path), record, size=(120, 40)) as app:
        app.theme = theme.name
        faint = set()
        for stage in agenda(meeting_screen(app)):
            shown = await gone_to(app, stage)
            await shows(app, first_words(shown))
            faint |= {f"{stage}: {each}" for each in too_faint(app, least)}
        await press(app, "f1")
        faint |= {f"help: {each}" for each in too_faint(app, least)}
        await press(app, "escape", "f6")
        faint |= {f"room: {each}" for each in too_faint(app, least)}
    assert not faint


LINES = set("─│╭╮╰╯━┃┏┓┗┛▏▎▍▌▋▊▉█▐▔▕▁▂▃▄▅▆▇ ")
"""What is drawn and not read."""


def too_faint(app: ConferenceApp, least: float) -> Iterator[str]:
    """Pieces of text on the screen whose contrast is less than wanted."""
    box = app.screen.query("#box")
    seen = box.first().region if box else app.screen.region
    strips = app.screen._compositor.render_strips()[seen.y : seen.bottom]
    for strip in (each.crop(seen.x, seen.right) for each in strips):
        for segment in strip:
            style = segment.style
            if not set(segment.text) - LINES or style is None or not (style.color and style.bgcolor):
                continue
            front, back = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
            if style.dim:
                front = back.blend(front, 0.5)
            found = contrast(front, back)
            if found < least:
                yield f"{segment.text.strip()[:30]!r} {front.hex} on {back.hex}: {found:.1f}"


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Color) -> float:
    """The relative luminance of WCAG 2."""
    parts = [part / 255 for part in (colour.r, colour.g, colour.b)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
