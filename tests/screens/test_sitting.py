"""Adjourning, going on and another chair on screen: what it does to the dates is seen before it is chosen."""

from datetime import date, time
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.widgets import Static

from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.conference.people import Discipline
from conference_tui.store.folder import Folder
from screens.calm import settle
from screens.form import Form
from screens.hands.strokes import row
from tests import small_conference
from tests.screens.driving import (
    at_sheet,
    by_hand,
    conference,
    last,
    meeting,
    meeting_screen,
    press,
    recorded,
    running,
    said,
    shows,
    text_of,
    write,
)
from tests.screens.late_stages import shown
from tests.screens.test_apologies import INVITED, WENT_AHEAD, professional, verdict

HELD: tuple[e.AnyEvent, ...] = (
    *INVITED,
    e.ConferenceArranged(held=date(2026, 12, 22), begins=time(10)),
    e.KeyDateGiven(what="strategy discussion", on=date(2026, 12, 7)),
    professional("pask", "Gwen Pask", "Saltgate Primary", Discipline.EDUCATION),
    e.PersonArrived(person="dev", at=time(10)),
    e.PersonArrived(person="pask", at=time(10)),
    e.PersonArrived(person="shanice", at=time(10)),
)
ADJOURNED = e.ConferenceAdjourned(
    at=time(10, 40),
    reason="Health and the police are not here.",
    safeguards="Keely stays every night until 8 January.",
    until=date(2027, 1, 8),
)
GOES_ON = e.ConferenceResumed(on=date(2027, 1, 8), at=time(9, 30))
MISSED = "on working day 21; the limit, Wed 30 Dec 2026, would be missed by 6 working days."
PLAN = e.Outcome.CHILD_PROTECTION


def the_sheet(app: ConferenceApp) -> str:
    stage = meeting_screen(app).stage
    assert stage is not None
    return shown(stage)


async def test_what_adjourning_does_to_the_dates_stands_beside_the_choice(tmp_path: Path) -> None:
    """BA-3, BA-4 (S2): meets again by 8 January, working day 21, the limit missed by 6, with rule and holidays."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *HELD, procedure="plain")) as app:
        await at_sheet(app, "apologies")
        told = " ".join(the_sheet(app).split())
        assert "Go ahead, or adjourn" in told
        assert "It meets again by Fri 8 Jan 2027 at the latest" in told
        assert "10 working days after Tue 22 Dec 2026; not counted: Fri 25 Dec 2026 (Christmas Day)" in told
        assert "Fri 1 Jan 2027 (New Year’s Day)" in told
        assert MISSED in told
        assert "15 working days after Mon 7 Dec 2026" in told
        assert "Adjourn" in " ".join((await at_close(app)).split())


async def at_close(app: ConferenceApp) -> str:
    await at_sheet(app, "close")
    return the_sheet(app)


@pytest.mark.parametrize(
    ("procedure", "grounds", "none"),
    [
        (
            "plain",
            ("There is enough information to decide.", "A delay would harm the child."),
            ("satisfied",),
        ),
        ("barnsley", ("no other professionals involved.",), ("enough information to decide.",)),
    ],
)
async def test_on_which_ground_the_chair_may_go_ahead(
    tmp_path: Path, procedure: str, grounds: tuple[str, ...], none: tuple[str, ...]
) -> None:
    """BA-4 (S2): by A social care and one, for one of three grounds; by B if nobody else is involved."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *HELD, procedure=procedure)) as app:
        await at_sheet(app, "apologies")
        told = " ".join(the_sheet(app).split())
        assert "Here are enough for it, on one of these grounds" in told
        assert all(each in told for each in grounds)
        assert not any(each in told for each in none)


async def test_too_few_are_here_for_any_ground(tmp_path: Path) -> None:
    """BA-4: social care alone may not go ahead under A, and the screen says so; nobody is stopped."""
    folder = Folder.at(tmp_path)
    alone = (*HELD, e.PersonLeft(person="pask", at=time(10, 5)))
    async with running(folder, recorded(folder, *alone, procedure="plain")) as app:
        await at_sheet(app, "apologies")
        assert "Too few are here for any of the procedure's grounds" in the_sheet(app)


async def test_adjourned_by_hand_and_gone_on_by_hand(tmp_path: Path) -> None:
    """BA-4: reason, safeguards and day are kept and shown; then who is here now is taken down anew."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *HELD, procedure="plain")) as app:
        await at_sheet(app, "apologies")
        await by_hand(app, ADJOURNED)
        assert last(app) == [ADJOURNED]
        assert conference(app).present() == frozenset()
        told = the_sheet(app)
        assert "Adjourned Tue 22 Dec 2026 10:40 until Fri 8 Jan 2027" in told
        assert "Safe meanwhile: Keely stays every night" in told
        assert "ADJOURNED" in text_of(app)
        await by_hand(app, GOES_ON, e.PersonArrived(person="dev", at=time(9, 30)))
        assert conference(app).held == date(2027, 1, 8)
        assert conference(app).present() == frozenset({"dev"})
        assert "It went on Fri 8 Jan 2027 09:30" in await sitting_box(app)


async def told_of_the_day(app: ConferenceApp) -> str:
    """What the form says under its fields."""
    await settle(app)
    return str(app.screen.query_one("#wanting", Static).content)


async def sitting_box(app: ConferenceApp) -> str:
    await press(app, "f12")
    told = text_of(app)
    await press(app, "escape")
    return told


async def test_who_is_in_the_room_when_it_goes_on_is_ticked_and_never_by_the_program(tmp_path: Path) -> None:
    """BA-4: nobody is here again by themselves."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *HELD, ADJOURNED, procedure="plain")) as app:
        await at_sheet(app, "close")
        await press(app, *row("■ Adjourned"))
        assert isinstance(app.screen, Form)
        assert app.screen.values().several("here") == ()
        await press(app, "ctrl+u")
        await write(app, "8/1/2027")
        assert await told_of_the_day(app) == f"Fri 8 Jan 2027, {MISSED}"
        await press(app, "enter", "ctrl+u")
        await write(app, "9.30")
        await press(app, "enter")
        before = meeting(app).count
        await press(app, "ctrl+s")
        assert "Nobody is ticked as here." in await told_of_the_day(app)
        assert meeting(app).count == before
        await write(app, "Gwen")
        await press(app, "space", "enter")
        assert last(app, 2) == [GOES_ON, e.PersonArrived(person="pask", at=time(9, 30))]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [((), "Why is it adjourned?"), (("Not quorate.",), "What keeps the child safe until it meets again?")],
)
async def test_adjourning_wants_reason_and_safeguards(
    tmp_path: Path, typed: tuple[str, ...], wanted: str
) -> None:
    """BA-4: nothing is recorded without them, and what was typed stays."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *HELD)) as app:
        await at_sheet(app, "apologies")
        await press(app, *row("○ Adjourn"), "enter")
        for words in typed:
            await write(app, words)
        await press(app, "ctrl+s")
        assert wanted in await shows(app, wanted)
        assert isinstance(app.screen, Form)
        assert not conference(app).sittings


async def test_another_day_is_reckoned_while_it_is_typed(tmp_path: Path) -> None:
    """BA-3: the chair sees what the day in the field does to the limit."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *HELD)) as app:
        await at_sheet(app, "apologies")
        await press(app, *row("○ Adjourn"), "enter", "enter", "enter")
        await write(app, "29/12/2026")
        kept = "Tue 29 Dec 2026, on working day 14; the limit, Wed 30 Dec 2026, is kept."
        assert await told_of_the_day(app) == kept


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_an_adjourned_conference_cannot_go_on_by_mistake(tmp_path: Path, size: tuple[int, int]) -> None:
    """BA-4: nobody arrives, nothing is said and nothing is closed until it goes on."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *HELD, ADJOURNED), size=size) as app:
        await at_sheet(app, "mapping")
        await press(app, "escape")
        await write(app, "Dev -: Lola was alone.")
        await press(app, "enter")
        assert "The conference is adjourned. Let it go on first." in said(app)
        assert not conference(app).contributions


CHANGED = e.ChairChanged(chair="Bo Lindqvist", at=time(11, 20), reason="Ines Corrigan was taken ill.")


async def test_another_chair_by_hand_from_any_stage(tmp_path: Path) -> None:
    """M16, BA-1: both are named with times, and who chairs now stands wherever that is asked."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *HELD)) as app:
        await at_sheet(app, "mapping")
        await by_hand(app, CHANGED)
        assert last(app) == [CHANGED]
        assert "Ines Corrigan until 11:20, then Bo Lindqvist" in " ".join((await sitting_box(app)).split())
        await at_sheet(app, "set_up")
        assert "Chair Ines Corrigan until 11:20, then Bo Lindqvist" in " ".join(the_sheet(app).split())


async def test_who_decides_after_a_change_of_chair_is_the_second(tmp_path: Path) -> None:
    """M16: the first decision stays with the first chair, the second one is the second's."""
    folder = Folder.at(tmp_path)
    tom = e.ChildEntered(child="tom", name="Tom Brindle")
    decides = e.DecisionMade(
        child="lola", outcome=PLAN, category=e.Category.NEGLECT, reason="Alone at night."
    )
    async with running(folder, recorded(folder, *HELD, tom, decides), size=(120, 40)) as app:
        await at_sheet(app, "threshold")
        await by_hand(app, CHANGED, replace(decides, child="tom"))
        assert "Decided by Bo Lindqvist" in the_sheet(app)
        await press(app, "n")
        assert "Decided by Ines Corrigan" in the_sheet(app)


async def test_the_chair_of_another_day_is_told_with_the_day(tmp_path: Path) -> None:
    """M16: ten o'clock of the second sitting is after twenty past eleven of the first."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *HELD, CHANGED, ADJOURNED, GOES_ON), size=(120, 40)) as app:
        await at_sheet(app, "apologies")
        again = e.ChairChanged(chair="Ines Corrigan", at=time(9, 35), on=date(2027, 1, 8))
        await by_hand(app, again)
        assert last(app) == [again]
        told = " ".join((await sitting_box(app)).split())
        assert "then Bo Lindqvist until Fri 8 Jan 2027 09:35, then Ines Corrigan" in told


async def test_an_addendum_is_by_who_chairs_now(tmp_path: Path) -> None:
    """M16: the name that stands in the field is that of the second chair."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *HELD, CHANGED), size=(120, 40)) as app:
        meeting(app).record(WENT_AHEAD)
        small_conference.close(meeting(app))
        await at_sheet(app, "close")
        await press(app, "a")
        assert isinstance(app.screen, Form)
        assert app.screen.text("by") == "Bo Lindqvist"


async def test_both_verdicts_stand_where_an_agency_left_before_the_decision(tmp_path: Path) -> None:
    """M14, BA-4: quorate at the apologies, not when it was decided; both are told wherever either is."""
    folder = Folder.at(tmp_path)
    came = [e.PersonArrived(person=who, at=time(10)) for who in ("okoro", "fenn")]
    went = (*HELD, *came, e.StageOpened(stage="apologies"), e.StageOpened(stage="mapping"))
    async with running(folder, recorded(folder, *went), size=(120, 40)) as app:
        await at_sheet(app, "threshold")
        await by_hand(app, e.PersonLeft(person="okoro", at=time(14, 50)))
        assert "At the apologies: Quorate." in the_sheet(app)
        assert "Now: Not quorate: missing police" in the_sheet(app)
        await by_hand(
            app,
            e.DecisionMade(child="lola", outcome=PLAN, category=e.Category.NEGLECT, reason="Alone at night."),
        )
        told = the_sheet(app)
        assert "When it was decided: Not quorate: missing police" in told
        assert "At the apologies: Quorate." in told
        await at_sheet(app, "apologies")
        assert "When this was gone through: Quorate." in verdict(app)


@pytest.mark.parametrize(
    ("key", "of_the_box"),
    [("f12", "Back to the stage"), ("f6", "Plan a sitting"), ("ctrl+o", "Draw in somebody")],
)
async def test_help_is_there_in_a_box_over_the_meeting(tmp_path: Path, key: str, of_the_box: str) -> None:
    """F1, which the line at the bottom promises: what the procedure says, and the keys, those of the box too."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *HELD, procedure="plain"), size=(100, 60)) as app:
        await at_sheet(app, "apologies")
        await press(app, key)
        box = app.screen
        await press(app, "f1")
        await shows(
            app, "What the procedure says", "Keys in the box that is open", of_the_box, "Keys everywhere"
        )
        await press(app, "f1")
        assert app.screen is box
