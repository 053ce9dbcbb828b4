"""The children's words on screen: from whom and how, or why there are none."""

from datetime import date, time
from pathlib import Path

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.people import Standing
from conference_tui.store.folder import Folder
from screens.hands.strokes import row
from tests.screens.driving import (
    at_sheet,
    by_hand,
    conference,
    last,
    press,
    recorded,
    running,
    sheet,
    text_of,
)

FAMILY: tuple[e.AnyEvent, ...] = (
    e.ConferenceArranged(held=date(2026, 12, 1)),
    e.ChildEntered(child="maya", name="Maya Orrell-Pike", born=date(2013, 5, 14)),
    e.ChildEntered(child="teddy", name="Teddy Voss"),
    e.PersonEntered(person="tamsin", name="Tamsin Orrell", standing=Standing.PARENT),
    e.PersonEntered(
        person="simone",
        name="Simone Achter",
        standing=Standing.ADVOCATE,
        supports="maya",
        agency="Youth Voice",
    ),
    e.ParticipationDecided(child="maya", attends="part", code="PN2"),
)
VIEWS = e.ChildViewsGiven(
    child="maya", words="I want it to stop being [/shouty] [red]x 🧸", by="simone", how="read out"
)


async def test_words_are_shown_as_said_with_who_brought_them(tmp_path: Path) -> None:
    """HF-6, HV-4: from whom and how; hostile text is only text."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "child")
        assert "Maya Orrell-Pike  13, comes to a part" in sheet(app)
        assert "PN2" not in sheet(app)  # a code of the office is nothing to a child who reads along
        await by_hand(app, VIEWS)
        assert f"“{VIEWS.words}”\n    brought by Simone Achter · read out" in sheet(app)
        given = conference(app).child_views[0]
        assert replace(given, views="") == VIEWS


async def test_a_child_can_be_heard_more_than_once_and_each_is_corrected_alone(tmp_path: Path) -> None:
    """HF-6: what stood before comes back by undo."""
    more = e.ChildViewsGiven(child="maya", words="I want to still see Gran.", by="maya")
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "child")
        await by_hand(app, VIEWS, more)
        second = conference(app).child_views[1]
        right = replace(second, words="I want to see Gran every Sunday.", how="spoke")
        await by_hand(app, right)
        assert conference(app).child_views[1] == right
        assert conference(app).child_views[0].words == VIEWS.words
        await press(app, "ctrl+z")
        assert conference(app).child_views[1] == second


async def test_without_words_the_reason_stands_in_their_place(tmp_path: Path) -> None:
    """HF-6: the stage cannot be passed without either, also from the list of what is open."""
    missing = e.ChildViewsMissing(
        child="teddy", reason="He would not speak today; Harriet sees him on Friday."
    )
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "child")
        assert "■ No views of Teddy Voss, and no reason why not." in sheet(app)
        await press(app, *row("■ No views of Teddy"))
        assert "Why there are no words of Teddy Voss" in text_of(app)
        await press(app, "enter")
        assert "Say why there are no views of the child." in text_of(app)
        await press(app, "escape")
        await by_hand(app, missing)
        assert last(app) == [missing]
        assert "✓ Teddy Voss: no words, because He would not speak today" in sheet(app)
        assert "No views of Teddy" not in sheet(app)


async def test_a_child_who_comes_now_is_introduced_here(tmp_path: Path) -> None:
    """HV-6: without going back to the introductions."""
    folder = Folder.at(tmp_path)
    came = e.PersonArrived(person="maya", at=time(14, 0))
    async with running(folder, recorded(folder, *FAMILY, came)) as app:
        await at_sheet(app, "child")
        assert "is here now" in sheet(app)
        await by_hand(app, e.PersonIntroduced(person="maya"))
        assert "was not introduced" not in sheet(app)
        assert "maya" in conference(app).introduced
