"""The form of six questions: its answers are typed in and become the parent's own entries (KC-9)."""

from datetime import date, time
from pathlib import Path

import pytest

from conference_tui import authorities
from conference_tui.conference import events as e
from conference_tui.conference.people import Standing
from conference_tui.store.folder import Folder
from screens.calm import settle
from screens.form import Form
from tests.documents.pdf_checks import assert_accessible
from tests.screens.driving import (
    at_sheet,
    by_hand,
    conference,
    last,
    meeting_screen,
    press,
    recorded,
    running,
    said,
    shows,
    text_of,
    write,
)

QUESTIONS = authorities.load("kensington_chelsea").parents_form.questions
FAMILY: tuple[e.AnyEvent, ...] = (
    e.ConferenceArranged(held=date(2026, 12, 1)),
    e.ChildEntered(child="maya", name="Maya Orrell-Pike", born=date(2013, 5, 14)),
    e.ChildEntered(child="teddy", name="Teddy Voss", born=date(2021, 8, 30)),
    e.PersonEntered(person="tamsin", name="Tamsin Orrell", standing=Standing.PARENT, role="mother"),
    e.PersonEntered(person="callum", name="Callum Voss", standing=Standing.PARENT),
    e.PersonEntered(
        person="sloan", name="Harriet Sloan", standing=Standing.PROFESSIONAL, agency="Children's social care"
    ),
)


def answer(place: int, words: str, column: e.Column | None = None, *children: str) -> e.ContributionMade:
    return e.ContributionMade(
        contribution="",
        stage="before",
        speaker="tamsin",
        words=words,
        column=column,
        children=children,
        in_writing=True,
        answers=QUESTIONS[place],
    )


def without_id(made: e.Event) -> e.ContributionMade:
    assert isinstance(made, e.ContributionMade)
    return e.ContributionMade(
        contribution="",
        **{name: getattr(made, name) for name in made.__struct_fields__ if name != "contribution"},
    )


def on_the_sheet(app_stage: object) -> str:
    sheet = getattr(app_stage, "sheet", None)
    return "\n".join(row.text.plain for row in sheet.rows) if sheet else ""


async def test_answers_become_the_parents_own_entries_in_writing(tmp_path: Path) -> None:
    """KC-9: as a hand types them; the question is where they come from, the column only what was chosen."""
    well = answer(2, "We read every night [/ and Gran comes on Sundays.", e.Column.STRENGTH, "maya")
    safe = answer(3, "They are safe with me. I should have gone the first time.")
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY, procedure="kensington_chelsea")) as app:
        stage = await at_sheet(app, "before")
        await by_hand(app, well, safe)
        assert [without_id(made) for made in last(app, 2)] == [well, safe]
        assert f"✎ Tamsin Orrell: {QUESTIONS[2]}" in on_the_sheet(stage)
        map_ = await at_sheet(app, "mapping")
        shown = await shows(app, "Orrell (Maya): We read", "written down, to the", "work well in my family?")
        assert "Working well 1" in shown
        assert "Said, in no column" in on_the_sheet(map_)
        assert "They are safe with me." in on_the_sheet(map_)


async def test_nothing_is_answered_and_no_column_is_chosen_for_anybody(tmp_path: Path) -> None:
    """KC-9: an empty question makes no entry; the column that is suggested is said and not taken."""
    folder = Folder.at(tmp_path)
    record = recorded(folder, *FAMILY, procedure="kensington_chelsea")
    async with running(folder, record, size=(120, 60)) as app:
        await at_sheet(app, "before")
        await press(app, "a")
        assert isinstance(app.screen, Form)
        shown = text_of(app)
        assert "(suggested)" in shown
        assert "(•)" not in shown
        assert "Harriet Sloan" not in shown
        await press(app, "ctrl+s")
        assert "Whose form is it?" in text_of(app)
        await write(app, "tamsin")
        await press(app, "ctrl+s")
        assert "Nothing is answered" in text_of(app)
        await write(app, "Because of Callum's temper.")
        await press(app, "ctrl+s")
        (made,) = last(app)
        assert without_id(made) == answer(0, "Because of Callum's temper.")
        assert conference(app).contributions[-1].column is None


async def test_an_answer_is_corrected_and_stays_in_writing(tmp_path: Path) -> None:
    """KC-9: with Enter on its row; where it comes from is not lost."""
    first = answer(4, "What is a core group?")
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY, procedure="kensington_chelsea")) as app:
        await at_sheet(app, "before")
        await by_hand(app, first)
        await press(app, "slash")
        await write(app, "What is a core group")
        await press(app, "enter", "tab")
        await write(app, "grey")
        await press(app, "ctrl+s")
        (made,) = conference(app).contributions
        assert (made.column, made.in_writing, made.answers) == (e.Column.GREY, True, QUESTIONS[4])


async def test_who_has_written_is_still_asked_in_the_room(tmp_path: Path) -> None:
    """KC-9, HV-8: a form is not a word in the meeting."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY, procedure="kensington_chelsea")) as app:
        await at_sheet(app, "before")
        await by_hand(app, answer(0, "Because of Callum's temper."))
        assert conference(app).asked == ()
        assert conference(app).contributions[-1].stage == "before"


async def test_in_the_closed_slot_no_form_is_typed_in(tmp_path: Path) -> None:
    """KC-9, BA-11: what a parent wrote does not go into the record that the parent never sees."""
    slot = e.ClosedSlotBegan(at=time(14, 0), left=(), stayed=())
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY, procedure="kensington_chelsea")) as app:
        assert app.meeting is not None
        app.meeting.record(slot)
        await settle(app)
        await at_sheet(app, "before")
        await press(app, "a")
        assert not isinstance(app.screen, Form)
        assert "The closed slot is open" in said(app)


@pytest.mark.parametrize("large", [False, True])
async def test_a_blank_form_is_made_from_before_the_meeting(tmp_path: Path, large: bool) -> None:
    """KC-9, HF-16: the procedure's questions, in the size that is asked for; a file that is there stays."""
    folder, to = Folder.at(tmp_path / "store"), tmp_path / "forms"
    async with running(folder, recorded(folder, *FAMILY, procedure="kensington_chelsea")) as app:
        await at_sheet(app, "before")
        await press(app, "b")
        await shows(app, "A blank form of questions")
        await press(app, "ctrl+u")
        await write(app, str(to))
        await press(app, "tab")
        if large:
            await press(app, "space")
        await press(app, "ctrl+s")
        await shows(app, "The blank form is made")
        (made,) = to.iterdir()
        assert made.name == f"questions-for-parents{'-large-print' if large else ''}.pdf"
        reading = assert_accessible(made)
        for number, question in enumerate(QUESTIONS, 1):
            assert f"{number}. {question}" in reading.text
        assert meeting_screen(app).stage is not None
