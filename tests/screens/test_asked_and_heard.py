"""What the screen points out quietly: who was not asked, who has not spoken, what is not as it should be."""

from datetime import date, time
from pathlib import Path

import pytest

from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.conference.people import Standing
from conference_tui.store.folder import Folder
from screens.calm import settle
from screens.hands.strokes import say
from tests.screens.driving import (
    at_sheet,
    last,
    meeting_screen,
    press,
    recorded,
    running,
    said,
    text_of,
    write,
)
from tests.screens.late_stages import shown, unwrapped


def below_the_stage(app: ConferenceApp) -> str:
    """What stands in the lower edge of the stage's frame."""
    return str(meeting_screen(app).query_one("#stage").border_subtitle or "")


ARRIVED = time(13, 30)
FAMILY = (
    e.ConferenceArranged(held=date(2026, 12, 1)),
    e.ChildEntered(child="maya", name="Maya Orrell-Pike", born=date(2013, 5, 14)),
    e.PersonEntered(
        person="tamsin", name="Tamsin Orrell", standing=Standing.PARENT, role="mother", parent_of=("maya",)
    ),
    e.PersonEntered(
        person="sloan",
        name="Harriet Sloan",
        standing=Standing.PROFESSIONAL,
        role="social worker",
        agency="Children's social care",
    ),
    e.PersonArrived(person="tamsin", at=ARRIVED),
    e.PersonArrived(person="sloan", at=ARRIVED),
)


async def test_a_stage_that_is_left_without_asking_the_family_is_pointed_out_once(tmp_path: Path) -> None:
    """HV-8: with the names; it stops nobody, and is not said a second time."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "reason")
        await press(app, "f3")
        assert below_the_stage(app) == "Reports: not asked: Tamsin. F2 goes back."
        await press(app, "f2", "f3")
        assert not below_the_stage(app)
        stage = meeting_screen(app).stage
        assert stage is not None
        assert stage.ID == "mapping"


async def test_what_is_pointed_out_stands_over_no_row(tmp_path: Path) -> None:
    """HV-8: below the stage, and gone with the next one; only where there is no frame it is a message over the rows."""
    folder = Folder.at(tmp_path)
    record = recorded(folder, *FAMILY)
    async with running(folder, record) as app:
        await at_sheet(app, "reason")
        await press(app, "f3")
        assert not said(app)
        assert "╰──" in (foot := next(line for line in text_of(app).splitlines() if "not asked: Tam" in line))
        assert foot.rstrip().endswith("Reports: not asked: Tamsin. F2 goes back. ─╯")
        await press(app, "f3")
        assert below_the_stage(app) == "Mapping: not asked: Tamsin. F2 goes back."
    async with running(folder, record, size=(60, 20)) as app:
        await at_sheet(app, "reason")
        await press(app, "f3")
        assert "Reports: not asked: Tamsin. F2 goes back." in said(app)


async def test_what_is_pointed_out_fits_below_the_stage_that_is_gone_to(tmp_path: Path) -> None:
    """HV-8: the map has the room of the agenda too, and the stage behind it has not."""
    folder = Folder.at(tmp_path)
    kin = [
        event
        for who, name in (("bridie", "Bridie Orrell"), ("callum", "Callum Voss"), ("dean", "Dean Pike"))
        for event in (
            e.PersonEntered(person=who, name=name, role="uncle", standing=Standing.NETWORK),
            e.PersonArrived(person=who, at=ARRIVED),
        )
    ]
    async with running(folder, recorded(folder, *FAMILY, *kin), size=(80, 24)) as app:
        await at_sheet(app, "mapping")
        await press(app, "f3")
        await settle(app)
        assert below_the_stage(app) == "Mapping: 4 of the family not asked. F2 goes back."


async def test_after_a_jump_it_is_said_which_key_goes_there(tmp_path: Path) -> None:
    """HV-8: F2 goes to the stage before this one, and that is another."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "reason")
        await press(app, "f5", "escape")
        assert below_the_stage(app) == "Reports: not asked: Tamsin. F4 goes there."


async def test_a_family_that_was_asked_is_not_missed(tmp_path: Path) -> None:
    """HV-8: having nothing to add is an answer."""
    folder = Folder.at(tmp_path)
    asked = e.FamilyAsked(stage="reason", person="tamsin")
    async with running(folder, recorded(folder, *FAMILY, asked)) as app:
        await at_sheet(app, "reason")
        await press(app, "f3")
        assert not below_the_stage(app)


async def test_who_has_not_spoken_is_listed_until_they_have(tmp_path: Path) -> None:
    """HV-7: at the stage that is shown, in the sheet and in the margin of a wide terminal."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY), size=(130, 40)) as app:
        stage = await at_sheet(app, "reason")
        assert "Not heard here: Tamsin Orrell and Harriet Sloan" in shown(stage)
        assert "○ Harriet Sloan" in text_of(app)
        await press(app, *say("sloan: Maya was hit with a cable."))
        assert "Not heard here: Tamsin Orrell" in shown(stage)
        assert "Harriet Sloan" not in shown(stage).partition("Not heard here")[2]
        assert "✓ Harriet Sloan" in text_of(app)
        for nobody_is_missed in ("closed", "before", "set_up"):
            await at_sheet(app, nobody_is_missed)
            assert "Heard at this stage" not in text_of(app)
            assert "Quorum" in text_of(app)


async def test_a_chair_with_a_part_in_the_case_is_pointed_out(tmp_path: Path) -> None:
    """BA-1: the chair is independent of those involved."""
    folder = Folder.at(tmp_path)
    manager = e.PersonEntered(
        person="corrigan", name="Ines Corrigan", standing=Standing.PROFESSIONAL, role="team manager"
    )
    async with running(folder, recorded(folder, *FAMILY, manager)) as app:
        stage = await at_sheet(app, "set_up")
        assert "Ines Corrigan chairs, and is here as team manager too." in shown(stage)


async def test_somebody_online_without_a_reason_is_pointed_out_and_the_places_are_the_procedures(
    tmp_path: Path,
) -> None:
    """BA-10: face to face, in a place of the procedure; online only with a reason."""
    folder = Folder.at(tmp_path)
    online = e.PersonArrived(person="tamsin", at=ARRIVED, mode=e.Mode.ONLINE)
    async with running(folder, recorded(folder, *FAMILY, online)) as app:
        stage = await at_sheet(app, "introductions")
        assert "Somebody attends from afar, and the reason is not recorded." in shown(stage)
        await at_sheet(app, "set_up")
        await press(app, "w")
        assert "Town Hall or Darton Centre" in unwrapped(text_of(app))


@pytest.mark.parametrize(
    ("procedure", "told"),
    [
        (
            "havering",
            "Aged 13: usually invited to some parts, over 12. The Havering Children's Rights Advocacy Service",
        ),
        ("kensington_chelsea", "Aged 13: usually invited, from 7."),
        ("hammersmith_fulham", "Aged 13: usually invited, from 12."),
        ("barnsley", "over 8"),
    ],
)
async def test_what_the_procedure_says_of_a_childs_age_stands_beside_the_child(
    tmp_path: Path, procedure: str, told: str
) -> None:
    """HV-4, KC-1, HF-4, BA-8: from or over the age that the procedure names, with its advocacy service."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY, procedure=procedure)) as app:
        stage = await at_sheet(app, "before")
        assert told in shown(stage)


async def test_each_agency_is_given_the_word_for_its_report(tmp_path: Path) -> None:
    """KC-5: r puts the next speaker into the capture line; who has told is ticked."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        stage = await at_sheet(app, "reason")
        assert "Each report in turn  0 of 1 told" in shown(stage)
        await press(app, "r")
        await write(app, "Maya was hit with a cable.")
        await press(app, "enter")
        (told,) = last(app)
        assert isinstance(told, e.ContributionMade)
        assert (told.speaker, told.words) == ("sloan", "Maya was hit with a cable.")
        assert "Each report in turn  1 of 1 told" in shown(stage)
