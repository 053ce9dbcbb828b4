"""Before the meeting on screen: talks with the family, needs, and how each child takes part."""

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

FAMILY: tuple[e.AnyEvent, ...] = (
    e.ConferenceArranged(held=date(2026, 12, 1)),
    e.ChildEntered(child="maya", name="Maya Orrell-Pike", born=date(2013, 5, 14)),
    e.ChildEntered(child="teddy", name="Teddy Voss", born=date(2021, 8, 30)),
    e.PersonEntered(person="tamsin", name="Tamsin Orrell", standing=Standing.PARENT, role="mother"),
    e.PersonEntered(person="bridie", name="Bridie Orrell", standing=Standing.NETWORK),
    e.PersonEntered(person="joss", name="Joss Whelan", standing=Standing.SUPPORTER, supports="tamsin"),
)
COMES = e.ParticipationDecided(
    child="maya",
    attends="part",
    parts=("child", "plan"),
    reason="For her own words.",
    advocate="present",
    code="PN2",
)
MET = e.PreMeetingHeld(person="tamsin", at=time(13, 0), note="Has read all reports.")


async def test_the_part_of_each_child_is_decided_with_reason_code_and_advocate(tmp_path: Path) -> None:
    """BA-8, KC-1: nothing is chosen beforehand; what the procedure asks at this age is said."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "before")
        assert "Aged 13: an advocate is offered over 8 (Barnardo's)." in sheet(app)
        assert "Aged 5" not in sheet(app)
        await press(app, *row("Teddy Voss: how"))
        assert "(•)" not in text_of(app)
        await press(app, "ctrl+s")
        assert "Does the child come, and to what?" in text_of(app)
        await press(app, "escape")
        await by_hand(app, COMES)
        assert last(app) == [COMES]
        assert "✓ Maya Orrell-Pike: comes to a part · PN2 · advocate comes with the child" in sheet(app)
        assert "comes to: Child's words and Plan" in sheet(app)


async def test_a_decision_is_corrected_and_comes_back_by_undo(tmp_path: Path) -> None:
    """BA-8: also to less than before."""
    changed = e.ParticipationDecided(child="maya", attends="no", reason="She does not want to come.")
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "before")
        await by_hand(app, COMES, changed)
        assert conference(app).participation["maya"] == changed
        await press(app, "ctrl+z")
        assert conference(app).participation["maya"] == COMES


async def test_the_chair_has_met_each_of_the_family(tmp_path: Path) -> None:
    """BA-9, HF-9, KC-4: parents, network and children, with the time; supporters are not asked for."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "before")
        for name in ("Tamsin Orrell, mother", "Bridie Orrell", "Maya Orrell-Pike", "Teddy Voss"):
            assert f"○ {name}: not met yet" in sheet(app)
        assert "Joss Whelan" not in sheet(app)
        again = e.PreMeetingHeld(person="tamsin", at=time(13, 10), note="Asks for a break at three.")
        await by_hand(app, MET)
        assert "✓ Tamsin Orrell, mother: met at 13:00\n    Has read all reports." in sheet(app)
        await by_hand(app, again)
        assert conference(app).pre_meetings == (again,)


async def test_needs_are_noted_and_seen_to_later(tmp_path: Path) -> None:
    """BA-9, HF-16: a need without anybody who sees to it stands open."""
    noted = e.NeedNoted(person="joss", need="hearing loop [/", met="")
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "before")
        await by_hand(app, noted)
        assert "○ Joss Whelan needs: hearing loop [/\n    not seen to yet" in sheet(app)
        seen_to = e.NeedNoted(person="joss", need="hearing loop [/", met="Reception brings it")
        await by_hand(app, seen_to)
        assert conference(app).needs == (seen_to,)


async def test_the_script_is_a_list_to_tick(tmp_path: Path) -> None:
    """BR-3: that the reports were read and how the meeting goes are ticked with the time."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "before")
        await press(app, *row("Have you had the reports"))
        assert last(app) == [e.StatementSaid(stage="before", statement="before-reports", at=time(14, 10))]


async def test_what_was_typed_comes_back_after_the_form_was_left(tmp_path: Path) -> None:
    """A form that is left by a slip of the hand loses nothing."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "before")
        await press(app, "n", "enter")
        await write(app, "an interpreter for [red]Polish")
        await press(app, "escape", "n")
        assert isinstance(app.screen, Form)
        assert app.screen.text("need") == "an interpreter for [red]Polish"


async def test_a_child_who_comes_to_a_part_is_missed_there_until_they_are_here(tmp_path: Path) -> None:
    """BA-8, HV-4: at that part, and at no other."""
    came = e.PersonArrived(person="tamsin", at=time(13, 30))
    missed = "Maya Orrell-Pike comes to this part, and is not recorded as here."
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY, COMES, came)) as app:
        await at_sheet(app, "summary")
        assert missed not in sheet(app)
        await at_sheet(app, "child")
        assert missed in sheet(app)
        await by_hand(app, e.PersonArrived(person="maya", at=time(14, 25)))
        assert missed not in sheet(app)
