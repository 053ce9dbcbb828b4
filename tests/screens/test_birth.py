"""A child that is not born yet, on screen: entered, planned for, and born before the close or after it."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from msgspec.structs import replace

from conference_tui import authorities, conferences
from conference_tui.conference import events as e
from conference_tui.conference.people import Discipline, Standing
from conference_tui.conference.reminders import reminders
from conference_tui.store.folder import Folder
from screens.form import Form
from screens.hands.strokes import row
from screens.widgets.sheet import Sheet
from tests.screens import driving
from tests.screens.driving import (
    at_sheet,
    by_hand,
    conference,
    last,
    meeting,
    press,
    recorded,
    running,
    sheet,
    shows,
    text_of,
    write,
)
from tests.small_conference import close

MATTERS = authorities.load("hammersmith_fulham").pre_birth.settles
OPENED = e.ConferenceOpened(ref="TST-1", kind=e.Kind.PRE_BIRTH, procedure="hammersmith_fulham")
TAMSIN = e.PersonEntered(
    person="tamsin", name="Tamsin Orrell", standing=Standing.PARENT, role="mother", parent_of=("baby",)
)
HARRIET = e.PersonEntered(
    person="harriet",
    name="Harriet Sloan",
    standing=Standing.PROFESSIONAL,
    role="social worker",
    agency="Ashmere Council",
    discipline=Discipline.SOCIAL_CARE,
)
BABY = e.ChildEntered(child="baby", name="Baby Orrell", expected=date(2027, 1, 4))
EXPECTING: tuple[e.AnyEvent, ...] = (
    OPENED,
    e.ConferenceArranged(held=date(2026, 12, 1)),
    HARRIET,
    BABY,
    TAMSIN,
)
PLANNED: tuple[e.AnyEvent, ...] = (
    *EXPECTING,
    e.PersonArrived(person="tamsin", at=time(13, 30)),
    e.PersonArrived(person="harriet", at=time(13, 30)),
    e.ViewGiven(
        child="baby",
        agency="Ashmere Council",
        by="harriet",
        outcome=e.Outcome.CHILD_PROTECTION,
        category=e.Category.NEGLECT,
    ),
    e.DecisionMade(
        child="baby", outcome=e.Outcome.CHILD_PROTECTION, category=e.Category.NEGLECT, reason="One view."
    ),
    e.ReviewBooked(on=date(2027, 2, 23)),
    e.InquorateProceeded(reason="Nobody else knows the family.", safeguards="Harriet rings daily."),
)
BORN = e.ChildBorn(child="baby", born=date(2027, 1, 7), name="Rose Orrell", sex="F")
MADE = e.DocumentMade(
    document="outline plan", child="baby", recipient="the chair", file="p.pdf", sha256="0" * 64
)


def in_january() -> datetime:
    """Some days after the birth."""
    return datetime(2027, 1, 11, 9, 30, tzinfo=UTC)


@pytest.fixture
def january(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program is started again after the birth."""
    monkeypatch.setattr(driving, "ten_past_two", in_january)


def closed(folder: Folder) -> str:
    """A pre-birth conference that is closed, with its plan made."""
    record = recorded(folder, *PLANNED, procedure="hammersmith_fulham")
    running_meeting = conferences.open_meeting(folder, record, clock=driving.ten_past_two)
    close(running_meeting)
    running_meeting.record(MADE)
    running_meeting.close()
    return record


async def test_an_unborn_child_is_entered_with_name_and_expected_day_and_nothing_is_asked_of_its_sex(
    tmp_path: Path,
) -> None:
    """HF-1: census rule 8750; neither sex nor age nor school is asked, of a new one or when it is corrected."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, OPENED, HARRIET)) as app:
        await at_sheet(app, "set_up")
        await press(app, "u")
        asked = text_of(app)
        assert "Expected" in asked
        assert not [word for word in ("Sex", "School", "Age", "Born", "Ethnicity") if word in asked]
        await press(app, "ctrl+s")
        assert "On which day is the birth expected?" in text_of(app)
        await press(app, "escape")
        await by_hand(app, replace(BABY, lives="8 Tannery Court"))
        (child,) = conference(app).children.values()
        assert (child.label, child.expected, child.unborn, child.sex) == (
            "Baby Orrell",
            BABY.expected,
            True,
            "",
        )
        assert "Baby Orrell · expected Mon 4 Jan 2027" in sheet(app)
        await press(app, *row("Baby Orrell · expected"))
        assert "Sex" not in text_of(app)
        await press(app, "ctrl+s")
        assert conference(app).children == {child.id: child}


async def test_the_keys_of_the_unborn_child_are_named_where_one_is_expected(tmp_path: Path) -> None:
    """HF-1: at the bottom of 80 columns too; elsewhere they are in the help alone."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *EXPECTING)) as app:
        await at_sheet(app, "set_up")
        assert "u Unborn  b Birth" in text_of(app)
        assert "b: is born" in sheet(app)
        await at_sheet(app, "plan")
        assert "g Birth" in text_of(app)
    other = folder.path.parent / "other"
    other.mkdir()
    folder = Folder.at(other)
    async with running(folder, recorded(folder, HARRIET)) as app:
        await at_sheet(app, "set_up")
        assert "Unborn" not in text_of(app)


async def test_nobody_waits_for_an_unborn_child_to_come_or_speak(tmp_path: Path) -> None:
    """HF-1, BA-8, HF-6: not met, not in the room, no words, no part; and no close waits for them."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *EXPECTING), size=(120, 40)) as app:
        for stage in ("before", "introductions", "child"):
            await at_sheet(app, stage)
            assert "Baby Orrell: " not in sheet(app), stage
            assert "Baby Orrell  child" not in sheet(app)
        assert "Not born yet: there are no words to hear." in sheet(app)
        await press(app, "f6")
        assert "Baby Orrell" not in "".join(each.text.plain for each in app.screen.query_one(Sheet).rows)
        await press(app, "escape")
        found = meeting(app)
        waiting = reminders(found.conference, found.procedure, found.calendar)
        assert not {"views:baby", "participation:baby"} & {each.key for each in waiting}


async def test_the_points_of_the_birth_are_rows_until_each_is_settled(tmp_path: Path) -> None:
    """HF-1: the procedure's, and others that the meeting thinks of; what is open holds up the close."""
    folder = Folder.at(tmp_path)
    other = e.BirthPlanSet(
        child="baby", matter="Who is told when labour begins", words="Harriet, day and night."
    )
    async with running(folder, recorded(folder, *PLANNED), size=(120, 40)) as app:
        await at_sheet(app, "plan")
        assert all(f"○ {matter}" in sheet(app) for matter in MATTERS)
        assert f"■ Not settled for Baby Orrell: {MATTERS[0]}" in sheet(app)
        for matter in MATTERS:
            settled = e.BirthPlanSet(child="baby", matter=matter, words=f"Agreed: {matter}.")
            await by_hand(app, settled)
            assert last(app) == [settled]
        await by_hand(app, other)
        assert "Not settled" not in sheet(app)
        assert "all settled ✓" in sheet(app)
        assert "✓ Who is told when labour begins\n    Harriet, day and night." in sheet(app)
        changed = replace(other, words="Harriet; at night the duty team.")
        await by_hand(app, changed)
        assert conference(app).birth_plans["baby", other.matter] == changed


async def test_the_next_point_is_one_key_away_and_what_is_struck_is_open_again(tmp_path: Path) -> None:
    """HF-1."""
    folder = Folder.at(tmp_path)
    first = e.BirthPlanSet(child="baby", matter=MATTERS[0], words="At St Brannoc's.")
    async with running(folder, recorded(folder, *PLANNED, first)) as app:
        await at_sheet(app, "plan")
        await press(app, "g")
        await shows(app, MATTERS[1])
        await press(app, "escape")
        await press(app, "slash")
        await write(app, "At St Brannoc")
        await press(app, "escape", "x")
        await write(app, "That was not agreed.")
        await press(app, "ctrl+s")
        assert not isinstance(app.screen, Form)
        assert f"○ {MATTERS[0]}" in sheet(app)


async def test_a_birth_before_the_close_is_entered_at_the_set_up(tmp_path: Path) -> None:
    """HF-1, HF-3: with nothing in the form but the name after the mother; the limits follow."""
    early = e.ChildBorn(child="baby", born=date(2026, 11, 30), name="Rose Orrell")
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *PLANNED), size=(120, 40)) as app:
        await at_sheet(app, "set_up")
        await press(app, "b")
        assert isinstance(app.screen, Form)
        assert [app.screen.text(name) for name in ("born", "name")] == ["", "Baby Orrell"]
        assert "(•)" not in text_of(app)
        await write(app, "2/12/2026")
        await press(app, "ctrl+s")
        assert "Wed 2 Dec 2026 is yet to come." in text_of(app)
        await press(app, "escape")
        meeting(app).typing("birth/baby/born", "")
        await by_hand(app, early)
        assert last(app) == [early]
        assert "✓ Rose Orrell was born on Mon 30 Nov 2026 · expected Mon 4 Jan 2027" in sheet(app)
        assert "Wed 30 Dec 2026  Review after a pre-birth conference · ! Tue 23 Feb 2027" in sheet(app)
        assert "Rose Orrell" in sheet(app).split("Invited")[0]


@pytest.mark.usefixtures("january")
async def test_a_birth_after_the_close_tells_the_new_limits_and_what_is_late_and_held(tmp_path: Path) -> None:
    """HF-1, HF-3, N.7: rule, day 0, what to book anew; and who holds papers from before it."""
    folder = Folder.at(tmp_path)
    async with running(folder, closed(folder), size=(120, 40)) as app:
        await at_sheet(app, "close")
        assert "○ Baby Orrell · expected Mon 4 Jan 2027 · b: the child is born" in sheet(app)
        await press(app, "b")
        await write(app, "7/1/2027")
        await shows(app, "the limit was Mon 1 Mar 2027 and is Fri 5 Feb 2027 now")
        await press(app, "escape")
        meeting(app).typing("birth/baby/born", "")
        await by_hand(app, BORN)
        assert last(app) == [BORN]
        told = sheet(app)
        assert "✓ Rose Orrell was born on Thu 7 Jan 2027" in told
        assert "Fri 5 Feb 2027  Review after a pre-birth conference · ! Tue 23 Feb 2027" in told
        assert "1 month after the birth on Thu 7 Jan 2027" in told
        assert "Sun 7 Feb 2027 is not a working day, so the one before it; day 0 Thu 7 Jan 2027" in told
        assert "before the birth: Mon 1 Mar 2027" in told
        assert "○ the chair holds version 1: outline plan of Rose Orrell" in told
        assert "No views of Rose Orrell" not in told
        await press(app, *row("Fri 5 Feb 2027  Review"))
        assert await shows(app, "The review conference")
        await press(app, "ctrl+u")
        await write(app, "3/2/2027")
        await press(app, "ctrl+s")
        assert isinstance(last(app)[0], e.ReviewBooked)
        await at_sheet(app, "close")
        assert "Late since the birth" not in sheet(app)
        await by_hand(app, replace(BORN, born=date(2027, 1, 8)))
        assert conference(app).children["baby"].born == date(2027, 1, 8)


@pytest.mark.usefixtures("january")
async def test_a_review_that_is_late_since_the_birth_can_stand_with_a_reason(tmp_path: Path) -> None:
    """HF-3: although the conference is closed."""
    folder = Folder.at(tmp_path)
    async with running(folder, closed(folder)) as app:
        await at_sheet(app, "close")
        await by_hand(app, BORN)
        assert "Open since the birth" in sheet(app)
        reason = e.ReasonGiven(
            matter="late:pre_birth_review:2027-02-23", reason="The hall is not to be had before."
        )
        await by_hand(app, reason)
        assert last(app) == [reason]
        assert "Open since the birth" not in sheet(app)
