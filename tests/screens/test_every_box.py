"""Words are never lost and never act: sentences typed into every box and every page over the meeting."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import pytest
from textual import events
from textual.screen import Screen

import screens
from conference_tui.app import ConferenceApp
from conference_tui.store.folder import Folder
from screens.advised import AdviceList
from screens.both_maps import BothMaps
from screens.calm import settle
from screens.definitions import Definitions
from screens.earlier_entries import EarlierEntries
from screens.exclusions import Exclusions
from screens.family_tree import FamilyTree
from screens.handing_out import HandingOut
from screens.hands.strokes import Stroke, find, row
from screens.harm_matrix import HarmMatrix
from screens.heard import Heard
from screens.help import Help
from screens.home import Home
from screens.meeting import MeetingScreen
from screens.one_reader import OneReader
from screens.page import Page
from screens.room import Room
from screens.scaling import Picture
from screens.sitting import SittingBox
from screens.steered import Steered
from screens.timeline import Timeline
from screens.widgets.box_line import BoxLine
from tests import small_conference as small
from tests.screens.driving import (
    at_sheet,
    meeting,
    meeting_screen,
    press,
    running,
    ten_past_two,
    text_of,
    waiting,
    write,
)
from tests.screens.test_progress import happened, review

SENTENCES = (
    "jim: that isn't fair on me",
    "Zoë told us so, twice",
    "3 times a week he ran off",
    "10.30 she came back: alone",
    "/he never came home",
    "/undo what you said of us",
    "/find out where he was",
    '"not since I moved" he says',
    "'tis what he told her",
    ": and nobody asked why",
    "- it was not like that",
    "? who looks after them then",
    "(both) went home: late",
    "£40 was gone, she says",
)
ENDINGS: tuple[tuple[str, ...], ...] = ((), ("enter",), ("enter", "enter"), ("tab",))

WAYS: dict[type[Screen[Any]], tuple[str, Sequence[Stroke | str]]] = {
    MeetingScreen: ("mapping", ()),
    Room: ("mapping", ["f6"]),
    SittingBox: ("mapping", ["f12"]),
    Exclusions: ("before", ["/keep-out"]),
    HarmMatrix: ("mapping", ["/matrix"]),
    HandingOut: ("close", ["/hand-out"]),
    OneReader: ("close", ["/hand-out", *row("Rhys Marden · ")]),
    Timeline: ("mapping", ["ctrl+r"]),
    FamilyTree: ("mapping", ["ctrl+o"]),
    Help: ("mapping", ["f1"]),
    Heard: ("mapping", ["ctrl+g"]),
    Definitions: ("threshold", ["/definitions"]),
    Picture: ("scaling", [*row("Wren may be hurt"), "/show"]),
    EarlierEntries: ("progress", [*find("entries on"), "/correct-earlier"]),
    BothMaps: ("progress", ["/maps"]),
    AdviceList: ("plan", ["/clearer"]),
}
"""At which stage, and with which keys, each of them is opened."""
OF_A_REVIEW = (EarlierEntries, BothMaps)


def kinds() -> Iterator[type[Screen[Any]]]:
    """Every screen with a line, and every page, that the program has."""
    for module in walk_packages(screens.__path__, "screens."):
        import_module(module.name)
    left: list[type[Screen[Any]]] = [Steered, Page]
    while left:
        kind = left.pop()
        below = kind.__subclasses__()
        left += below
        if not below:
            yield kind


@asynccontextmanager
async def over_a_conference(tmp_path: Path, kind: type[Screen[Any]]) -> AsyncIterator[ConferenceApp]:
    """The program with a conference in which this kind of screen can be opened."""
    if kind in OF_A_REVIEW:
        async with review(tmp_path, *happened("mapping")) as app:
            yield app
    else:
        folder = Folder.at(tmp_path)
        async with running(folder, small.recorded(folder)) as app:
            yield app


async def emptied(app: ConferenceApp) -> list[str]:
    """What stands in the line and beside it, which is then taken away."""
    found = []
    line = meeting_screen(app).line
    while line.text or line.waiting:
        if not line.text:
            await press(app, "ctrl+b")
        found.append(line.text)
        await press(app, "ctrl+u")
    return found


def test_every_box_and_page_has_a_way_to_it() -> None:
    """A new one is typed into by the tests below as soon as it has one."""
    assert set(kinds()) == {*WAYS, Home}


@pytest.mark.parametrize("kind", WAYS, ids=lambda kind: kind.__name__)
async def test_a_sentence_waits_and_does_nothing(tmp_path: Path, kind: type[Screen[Any]]) -> None:
    """Whatever it begins with and however it ends; from screen to screen each sentence has another ending."""
    stage, way = WAYS[kind]
    shift = list(WAYS).index(kind)
    async with over_a_conference(tmp_path, kind) as app:
        await at_sheet(app, stage)
        for place, sentence in enumerate(SENTENCES):
            await press(app, *way)
            assert type(app.screen) is kind
            before = meeting(app).count
            await write(app, sentence)
            await press(app, *ENDINGS[(place + shift) % len(ENDINGS)])
            assert type(app.screen) in (kind, MeetingScreen), f"{sentence} has opened something"
            while type(app.screen) is not MeetingScreen:
                await press(app, "escape")
            assert await emptied(app) == [sentence]
            assert meeting(app).count == before
        assert not waiting(app)


async def test_at_the_list_of_conferences_a_sentence_opens_nothing_and_stays(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    small.recorded(folder)
    app = ConferenceApp(folder, clock=ten_past_two)
    async with app.run_test(notifications=True):
        await settle(app)
        home = app.screen
        assert isinstance(home, Home)
        for place, sentence in enumerate(SENTENCES):
            await write(app, sentence)
            await press(app, *ENDINGS[place % len(ENDINGS)])
            assert app.screen is home
            assert home.query_one(BoxLine).value == sentence
            await press(app, "ctrl+u")


async def test_letters_that_found_a_row_and_were_taken_out_again_do_nothing(tmp_path: Path) -> None:
    async with over_a_conference(tmp_path, Room) as app:
        await press(app, "f6")
        await write(app, "rhys")
        await press(app, "ctrl+u", "enter")
        assert "Rhys Marden has come" not in text_of(app)
        await write(app, "rhys")
        await press(app, "enter")
        assert "Rhys Marden has come" in text_of(app)


async def test_the_row_that_the_arrows_chose_is_taken_and_not_the_first_that_fits(tmp_path: Path) -> None:
    """Several rows have the letters: Down goes on to the next."""
    async with over_a_conference(tmp_path, Room) as app:
        await press(app, "f6")
        await write(app, "larkmoor")
        assert isinstance(app.screen, Room)
        first = app.screen.sheet.highlighted
        assert first is not None
        wanted = app.screen.sheet.words_at(first + 1).split("  ")[0]
        await press(app, "down", "enter")
        assert f"{wanted} has left" in text_of(app)


async def test_a_search_that_found_something_does_not_wait(tmp_path: Path) -> None:
    async with over_a_conference(tmp_path, Timeline) as app:
        for key, part in (("ctrl+r", "clinic"), ("ctrl+o", "Rhys"), ("f6", "Ada")):
            await press(app, key)
            await write(app, part)
            await press(app, "escape")
            assert app.screen is meeting_screen(app)
        assert not waiting(app)


@pytest.mark.parametrize("last", [["ctrl+q"], []], ids=["left", "ended"])
async def test_what_was_typed_in_a_box_is_there_when_the_program_begins_again(
    tmp_path: Path, last: list[str]
) -> None:
    """Also where it ended in the middle of the sentence, and nobody left the box."""
    folder = Folder.at(tmp_path)
    record = small.recorded(folder)
    async with running(folder, record) as app:
        await press(app, "f6")
        await write(app, "they went home")
        async with asyncio.timeout(60):
            while "they went home" not in meeting(app).unfinished().values():
                await asyncio.sleep(0.01)
        await press(app, *last)
    async with running(folder, record) as app:
        assert waiting(app) == ["they went home"]


async def test_the_lines_of_a_paste_into_a_box_wait_each_by_itself(tmp_path: Path) -> None:
    async with over_a_conference(tmp_path, Room) as app:
        await press(app, "f6")
        app.post_message(events.Paste("He said this.\nThen that."))
        await settle(app)
        await press(app, "enter", "escape")
        assert await emptied(app) == ["He said this.", "Then that."]


async def test_help_over_a_box_tells_of_the_stage_that_is_shown(tmp_path: Path) -> None:
    async with over_a_conference(tmp_path, Room) as app:
        await at_sheet(app, "mapping")
        await at_sheet(app, "plan")
        await press(app, "f6", "f1")
        assert "The plan" in text_of(app)
