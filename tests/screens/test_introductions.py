"""Introductions and the room on screen: who is here, since when, how, and how each is involved."""

from datetime import date, time
from pathlib import Path

from conference_tui.conference import events as e
from conference_tui.conference.people import Standing
from conference_tui.store.folder import Folder
from screens.form import Form
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
    write,
)

INVITED: tuple[e.AnyEvent, ...] = (
    e.ConferenceArranged(held=date(2026, 12, 1)),
    e.ChildEntered(child="maya", name="Maya Orrell-Pike"),
    e.PersonEntered(person="tamsin", name="Tamsin Orrell", standing=Standing.PARENT, role="mother"),
    e.PersonEntered(person="dean", name="Dean Pike", standing=Standing.PARENT),
)
CAME = e.PersonArrived(person="dean", at=time(13, 40), mode=e.Mode.ONLINE, reason="Kept apart from Callum.")


async def test_arriving_and_leaving_with_times_and_how(tmp_path: Path) -> None:
    """BA-10: in the room or online with the reason, and gone at a time."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *INVITED)) as app:
        await at_sheet(app, "introductions")
        await by_hand(app, CAME)
        assert last(app) == [CAME]
        assert "○ Dean Pike   · 13:40 online" in sheet(app)
        assert "FAMILY PRESENT: Dean" in text_of(app)
        await by_hand(app, e.PersonLeft(person="dean", at=time(14, 5)))
        assert "no family in the room" in text_of(app)


async def test_nobody_leaves_before_they_came(tmp_path: Path) -> None:
    """BA-10: refused, and the time that was typed stays."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *INVITED, CAME)) as app:
        await at_sheet(app, "introductions")
        await press(app, "f6", *row("Dean Pike"))
        await write(app, "1330")
        await press(app, "enter")
        assert "came at 13:40; nobody leaves before that" in text_of(app)
        assert isinstance(app.screen, Form)
        assert app.screen.text("at") == "1330"


async def test_everyone_says_how_they_are_involved(tmp_path: Path) -> None:
    """HV-6: with any words, and corrected by saying it again."""
    told = e.PersonIntroduced(person="tamsin", involvement="mother of Maya [/ [red]x")
    folder = Folder.at(tmp_path)
    came = e.PersonArrived(person="tamsin", at=time(13, 30))
    async with running(folder, recorded(folder, *INVITED, came)) as app:
        await at_sheet(app, "introductions")
        assert "○ Tamsin Orrell  mother" in sheet(app)
        await by_hand(app, told)
        assert last(app) == [told]
        assert "    mother of Maya [/ [red]x" in sheet(app)
        assert "✓ Tamsin Orrell  mother" in sheet(app)


async def test_the_script_is_ticked_with_the_time(tmp_path: Path) -> None:
    """BA-12, HF-11: purpose, confidentiality, equal respect and complaints, each said once."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *INVITED)) as app:
        stage = await at_sheet(app, "introductions")
        for statement in stage.item.statements:
            await press(app, "s")
            assert last(app) == [
                e.StatementSaid(stage="introductions", statement=statement.id, at=time(14, 10))
            ]
        assert "all said ✓" in sheet(app)


async def test_a_child_can_come_and_go(tmp_path: Path) -> None:
    """HV-4: for a part of the meeting."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *INVITED)) as app:
        await at_sheet(app, "introductions")
        await by_hand(
            app,
            e.PersonArrived(person="maya", at=time(13, 45)),
            e.PersonLeft(person="maya", at=time(14, 5)),
            e.PersonArrived(person="maya", at=time(14, 10)),
        )
        assert conference(app).presence["maya"].earlier == ((time(13, 45), time(14, 5)),)


async def test_enter_alone_takes_a_whole_room_in_its_order(tmp_path: Path) -> None:
    """BA-10: the cursor is on who is not here yet, and goes on to the next when somebody has come."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *INVITED)) as app:
        await at_sheet(app, "introductions")
        await press(app, "f6", "enter", "ctrl+s", "enter", "ctrl+s")
        came = [event.person for event in last(app, 2) if isinstance(event, e.PersonArrived)]
        assert came == ["tamsin", "dean"]
