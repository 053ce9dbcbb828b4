"""The keyboard on the rows: Enter always has a row, what is typed there is in the line, what is left in a form is told."""

from datetime import time
from pathlib import Path

from textual import events

from conference_tui.conference import events as e
from conference_tui.conference.people import Discipline, Standing
from conference_tui.store.folder import Folder
from screens.calm import settle
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

ROOM: tuple[e.AnyEvent, ...] = (
    e.PersonEntered(person="tamsin", name="Tamsin Orrell", standing=Standing.PARENT, role="mother"),
    e.PersonEntered(
        person="sloan",
        name="Harriet Sloan",
        standing=Standing.PROFESSIONAL,
        agency="Children's social care",
        discipline=Discipline.SOCIAL_CARE,
    ),
)


async def test_enter_has_a_row_from_the_first_moment_and_when_the_row_goes(tmp_path: Path) -> None:
    """The first statement is said with Enter; who has come is no row of the list any more, and Enter takes the next."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *ROOM)) as app:
        stage = await at_sheet(app, "introductions")
        await press(app, "enter")
        assert isinstance(last(app)[0], e.StatementSaid)
        keys = [row.key for row in stage.sheet.rows]
        stage.sheet.highlighted = keys.index("away:sloan")
        meeting_screen(app).meeting.record(e.PersonArrived(person="sloan", at=time(13, 30)))
        await settle(app)
        assert stage.sheet.highlighted is not None
        assert stage.sheet.rows[stage.sheet.highlighted].key == "away:tamsin"


async def test_what_is_typed_on_the_rows_and_is_no_key_goes_into_the_line(tmp_path: Path) -> None:
    """A sentence typed without looking up is not lost: it stands in the capture line, from its first letter on."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *ROOM)) as app:
        await at_sheet(app, "reason")
        await write(app, "Tamsin: I rang her.")
        await press(app, "enter")
        (said,) = last(app)
        assert isinstance(said, e.ContributionMade)
        assert (said.speaker, said.words) == ("tamsin", "I rang her.")
        await press(app, "escape", "space", "r")
        assert "Each report in turn" in text_of(app)
        assert meeting_screen(app).line.text == ""
        app.post_message(events.Paste("Harriet: it was\non Monday"))
        await settle(app)
        assert meeting_screen(app).line.text == "Harriet: it was on Monday"


async def test_in_which_form_something_was_left_is_told_until_it_is_recorded(tmp_path: Path) -> None:
    """Nobody can look through every form of fourteen stages for a sentence of yesterday."""
    folder = Folder.at(tmp_path)
    record = recorded(folder, *ROOM)
    async with running(folder, record) as app:
        await at_sheet(app, "set_up")
        await press(app, "c")
        await write(app, "Maya")
        await press(app, "escape")
    async with running(folder, record) as app:
        assert "Something was typed in a form and not recorded (“A child”)." in said(app)
        await at_sheet(app, "set_up")
        await press(app, "c", "ctrl+s")
        assert last(app)[0].name == "Maya"  # type: ignore[attr-defined]
    async with running(folder, record) as app:
        assert "not recorded" not in said(app)
