"""The small reference cases in the meeting: days that are typed and booked, and what the screens say of each.

M13, M19 and M20 have their tests where they belong: `test_cannot_close.py`, `test_amending_by_hand.py` and
`tests/documents/test_papers.py`; who chairs and who left, M14 and M16, are in `test_sitting.py` and on paper here.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from textual.widgets import Static

from conference_tui import authorities
from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.conference.papers import Copy, Paper
from conference_tui.conference.reminders import holding_up
from conference_tui.documents.pack import Press, make_plans
from conference_tui.store.folder import Folder
from screens.calm import settle
from screens.form import Form
from tests import small_conference
from tests.conference.building import plan_of
from tests.documents.pdf_checks import Reading
from tests.meeting.running import typed
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
    shows,
    write,
)
from tests.screens.late_stages import at_stage, shown
from tests.screens.test_apologies import INVITED, QUORATE

CP, NEGLECT = e.Outcome.CHILD_PROTECTION, e.Category.NEGLECT
DECIDED = e.DecisionMade(child="lola", outcome=CP, category=NEGLECT, reason="Alone at night.")


@asynccontextmanager
async def with_a_plan(folder: Path, procedure: str = "plain") -> AsyncIterator[ConferenceApp]:
    """A small conference that has decided on a child protection plan; its day is not entered yet."""
    entered = [event for event in INVITED if not isinstance(event, e.ConferenceArranged)]
    store = Folder.at(folder)
    record = recorded(store, *entered, *QUORATE, DECIDED, procedure=procedure)
    async with running(store, record, size=(120, 40)) as app:
        yield app


def the_sheet(app: ConferenceApp) -> str:
    """Every row of the stage, its lines joined."""
    stage = meeting_screen(app).stage
    assert stage is not None
    return " ".join(shown(stage).split())


def told(app: ConferenceApp) -> str:
    """What the form says under its fields."""
    return str(app.screen.query_one("#wanting", Static).content)


# --- Dates --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "procedure", ["plain", pytest.param("barnsley", marks=pytest.mark.long)], ids=["A", "B"]
)
@pytest.mark.parametrize(
    ("held", "letter", "ten", "twenty", "review", "governs", "skipped"),
    [
        (
            date(2026, 11, 30),
            "Tue 1 Dec 2026",
            date(2026, 12, 14),
            "Wed 30 Dec 2026",
            date(2027, 2, 26),
            "Sun 28 Feb 2027 is not a working day",
            ("Christmas Day", "Boxing Day"),
        ),
        (
            date(2026, 8, 28),
            "Tue 1 Sep 2026",
            date(2026, 9, 14),
            "Mon 28 Sep 2026",
            date(2026, 11, 26),
            "90 days falls first",
            ("Summer bank holiday",),
        ),
        (
            date(2027, 11, 29),
            "Tue 30 Nov 2027",
            date(2027, 12, 13),
            "Wed 29 Dec 2027",
            date(2028, 2, 25),
            "90 days falls first",
            ("Christmas Day", "Boxing Day"),
        ),
    ],
    ids=["M1", "M2", "M3"],
)
async def test_booked_on_the_last_day_is_in_time_and_a_day_later_is_not(
    tmp_path: Path,
    procedure: str,
    held: date,
    letter: str,
    ten: date,
    twenty: str,
    review: date,
    governs: str,
    skipped: tuple[str, ...],
) -> None:
    """BA-22, HF-3, KC-10 (M1 to M3): typed in, with real bookings; what is late holds up the close until a reason."""
    async with with_a_plan(tmp_path, procedure) as app:
        await at_sheet(app, "set_up")
        await by_hand(app, e.ConferenceArranged(held=held))
        await at_sheet(app, "core_group")
        await by_hand(app, e.CoreGroupBooked(on=ten), e.ReviewBooked(on=review))
        sheet = the_sheet(app)
        for part in (letter, twenty, governs, *skipped):
            assert part in sheet
        assert sheet.count("✓ in time, the limit is") == 2
        assert not late(app)
        day = timedelta(days=1)
        await by_hand(app, e.CoreGroupBooked(on=ten + day), e.ReviewBooked(on=review + 3 * day))
        assert the_sheet(app).count("! late by 1 working day, the limit is") == 2
        days = f"late:first_core_group:{ten + day}", f"late:first_review:{review + 3 * day}"
        assert tuple(late(app)) == days


def late(app: ConferenceApp) -> list[str]:
    """The days that hold up the close."""
    found = holding_up(conference(app), meeting(app).procedure, meeting(app).calendar)
    return [each.key for each in found if each.key.startswith("late:")]


async def test_a_saturday_is_pointed_out_while_it_is_typed(tmp_path: Path) -> None:
    """BA-3 (M7): in the form, and then beside the day; it is recorded all the same."""
    async with with_a_plan(tmp_path) as app:
        await at_sheet(app, "set_up")
        await press(app, "w", "ctrl+u")
        await write(app, "5/12/2026")
        await settle(app)
        assert "Sat 5 Dec 2026 is at a weekend" in told(app)
        assert "rule 8875" in told(app)
        await press(app, "ctrl+s")
        assert conference(app).held == date(2026, 12, 5)
        assert "rule 8875" in the_sheet(app)


async def test_beyond_the_table_of_holidays_nothing_is_guessed(tmp_path: Path) -> None:
    """BA-22 (M8): said while it is typed, in place of each date, and of what is booked."""
    calendar = authorities.bank_holidays()
    year = calendar.last_year + 1
    unknown = f"bank holidays unknown for {year}"
    async with with_a_plan(tmp_path) as app:
        await at_sheet(app, "set_up")
        await press(app, "w", "ctrl+u")
        await write(app, f"8/1/{year}")
        await settle(app)
        assert unknown in told(app)
        await press(app, "ctrl+s")
        assert unknown in the_sheet(app)
        await at_sheet(app, "core_group")
        await by_hand(app, e.CoreGroupBooked(on=date(year, 1, 20)), e.ReviewBooked(on=date(year, 3, 1)))
        sheet = the_sheet(app)
        assert f"cannot be told: {unknown}" in sheet
        assert unknown in sheet.partition("Every date, and how it is counted")[2]
        assert late(app) == []


async def test_a_plan_cannot_end_on_the_day_on_which_it_began(tmp_path: Path) -> None:
    """BA-24 (M11): at a review, refused in the form with the rule of the census; what was typed stays."""
    entered = [event for event in INVITED if not isinstance(event, e.ConferenceArranged)]
    folder = Folder.at(tmp_path)
    review = e.ConferenceOpened(ref="TST-1", kind=e.Kind.REVIEW, procedure="barnsley", chair="Ines Corrigan")
    plan = e.EarlierPlanGiven(child="lola", begun=date(2026, 12, 1), category=NEGLECT)
    held = e.ConferenceArranged(held=date(2026, 12, 1))
    async with running(
        folder, recorded(folder, review, *entered, plan, held, *QUORATE), size=(120, 40)
    ) as app:
        await at_sheet(app, "threshold")
        await press(app, "d")
        await write(app, "no")
        await press(app, "enter", "enter")
        await write(app, "Nothing is left to protect her from.")
        await press(app, "ctrl+s")
        await shows(app, "rule 8840")
        assert isinstance(app.screen, Form)
        assert app.screen.text("reason") == "Nothing is left to protect her from."
        assert not conference(app).decisions


@pytest.mark.parametrize("day", ["1/12/2026", "30/11/2026"])
async def test_a_review_on_or_before_the_day_of_the_conference_is_refused(tmp_path: Path, day: str) -> None:
    """HF-3 (M12): refused in the form, with the rule of the census."""
    async with with_a_plan(tmp_path) as app:
        await at_sheet(app, "set_up")
        await by_hand(app, e.ConferenceArranged(held=date(2026, 12, 1)))
        await at_sheet(app, "core_group")
        await press(app, "r")
        await write(app, day)
        await press(app, "ctrl+s")
        await shows(app, "rule 8841")
        assert isinstance(app.screen, Form)
        assert conference(app).review_booked is None


# --- Category -----------------------------------------------------------------------------------------------


async def test_several_categories_are_offered_as_not_recommended_and_taken(tmp_path: Path) -> None:
    """BA-18 (M13): the remark stands beside the choice; a decision with it is recorded and holds nothing up."""
    async with at_stage(tmp_path, "core_group", size=(120, 40)) as (app, _):
        await at_sheet(app, "threshold")
        await press(app, "d", "enter")
        assert "multiple categories (not recommended)" in (await shows(app, "not recommended"))
        await press(app, "escape")
        decided = e.DecisionMade(
            child="maya", outcome=CP, category=e.Category.MULTIPLE, reason="Both were seen."
        )
        await by_hand(app, decided)
        assert [typed(event) for event in last(app)] == [decided]
        found = holding_up(conference(app), meeting(app).procedure, meeting(app).calendar)
        assert not [each for each in found if each.key.startswith("category")]


# --- Who left, and who chaired, on paper --------------------------------------------------------------------


def test_both_verdicts_and_both_chairs_stand_on_the_plan(tmp_path: Path) -> None:
    """M14, M16, BA-4: an agency left before the decision; the second chair made it; both are named with times."""
    folder = Folder.at(tmp_path / "store")
    meeting_ = small_conference.started(folder)
    parts = (small_conference.SET_UP, small_conference.ROOM)
    meeting_.record(*(event for part in parts for event in part), e.StageOpened(stage="apologies"))
    meeting_.record(
        e.StageOpened(stage="mapping"),
        e.ChairChanged(chair="Bo Lindqvist", at=time(14, 5), reason="Ines Corrigan was taken ill."),
        e.PersonLeft(person="omar", at=time(14, 50)),
        e.PersonLeft(person="jo", at=time(14, 50)),
        *small_conference.SAID,
        *small_conference.SCALED,
    )
    meeting_.record(e.InquorateProceeded(reason="It cannot wait.", safeguards="Ada rings daily."))
    meeting_.record(e.DecisionMade(child="wren", outcome=CP, category=NEGLECT, reason="It cannot wait."))
    plan = plan_of(meeting_.conference, "wren", meeting_.procedure)
    assert "When the apologies were gone through: Quorate." in plan
    minutes = Press(meeting_.conference, meeting_.procedure, meeting_.calendar).draw(
        Copy(paper=Paper.MINUTES, reader="file")
    )
    drawn = tmp_path / "minutes.pdf"
    drawn.write_bytes(minutes.data)
    in_minutes = " ".join(Reading(drawn).text.split())
    assert "When the apologies were gone through: Quorate (present:" in in_minutes
    assert "When the decision was made: Not quorate: missing" in in_minutes
    assert "Ines Corrigan until 14:05, then Bo Lindqvist" in in_minutes
    assert "Who chaired when this was decided: Bo Lindqvist." in plan
    make_plans(meeting_.conference, meeting_.procedure, meeting_.calendar, tmp_path / "plans")
    [path] = (tmp_path / "plans").iterdir()
    text = " ".join(Reading(path).text.split())
    for words in (
        "Ines Corrigan until 14:05, then Bo Lindqvist",
        "Who chaired when this was decided: Bo Lindqvist.",
        "This conference was not quorate: missing",
        "When the apologies were gone through: Quorate.",
    ):
        assert words in text
    meeting_.close()
