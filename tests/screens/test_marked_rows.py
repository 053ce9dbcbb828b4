"""The marked row: Enter does what it says once the marker was moved; and what is left in a form is told."""

from datetime import time
from pathlib import Path

from conference_tui.conference import events as e
from conference_tui.conference.people import Discipline, Standing
from conference_tui.store.folder import Folder
from screens.calm import settle
from screens.hands.strokes import say
from tests.screens.driving import (
    at_sheet,
    last,
    meeting,
    press,
    recorded,
    running,
    said,
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


async def test_enter_does_what_the_marked_row_says_once_the_marker_was_moved(tmp_path: Path) -> None:
    """The second Enter behind a sentence does nothing; and the marker goes on when its row goes."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *ROOM)) as app:
        stage = await at_sheet(app, "introductions")
        before = meeting(app).count
        await press(app, "enter", "enter")
        assert meeting(app).count == before
        await press(app, "down", "up", "enter", *say("Tamsin: I rang her."), "enter")
        said, made = last(app, 2)
        assert isinstance(said, e.StatementSaid)
        assert isinstance(made, e.ContributionMade)
        keys = [row.key for row in stage.sheet.rows]
        stage.sheet.highlighted = keys.index("away:sloan")
        meeting(app).record(e.PersonArrived(person="sloan", at=time(13, 30)))
        await settle(app)
        assert stage.sheet.highlighted is not None
        assert stage.sheet.rows[stage.sheet.highlighted].key == "away:tamsin"


async def test_in_which_form_something_was_left_is_told_until_it_is_recorded(tmp_path: Path) -> None:
    """Nobody can look through every form of fourteen stages for a sentence of yesterday."""
    folder = Folder.at(tmp_path)
    record = recorded(folder, *ROOM)
    async with running(folder, record) as app:
        await at_sheet(app, "set_up")
        await press(app, "/child")
        await write(app, "Maya")
        await press(app, "escape")
    async with running(folder, record) as app:
        assert "Something was typed in a form and not recorded (“A child”)." in said(app)
        await at_sheet(app, "set_up")
        await press(app, "/child", "ctrl+s")
        assert last(app)[0].name == "Maya"  # type: ignore[attr-defined]
    async with running(folder, record) as app:
        assert "not recorded" not in said(app)
