"""The capture line on screen: the meeting's keys work from it, and undo goes where the person looks."""

from datetime import time
from pathlib import Path

import pytest

from conference_tui.conference import events as e
from conference_tui.conference.people import Discipline, Standing
from conference_tui.store.folder import Folder
from screens.calm import settle
from screens.hands.strokes import say
from screens.room import Room
from tests.screens.driving import (
    at_sheet,
    conference,
    last,
    meeting,
    meeting_screen,
    press,
    recorded,
    running,
    said,
    text_of,
    waiting,
    write,
)

ROOM: tuple[e.AnyEvent, ...] = (
    e.PersonEntered(
        person="sloan",
        name="Harriet Sloan",
        standing=Standing.PROFESSIONAL,
        agency="Children's social care",
        discipline=Discipline.SOCIAL_CARE,
    ),
    e.PersonArrived(person="sloan", at=time(13, 30)),
)


async def test_the_room_and_the_script_are_reached_from_the_line(tmp_path: Path) -> None:
    """BA-10, BA-12: F6 and F7 are the meeting's, although a text area has uses of its own for them."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *ROOM)) as app:
        await at_sheet(app, "introductions")
        await press(app, "escape", "f7")
        assert isinstance(last(app)[0], e.StatementSaid)
        await press(app, "f6")
        assert isinstance(app.screen, Room)


async def test_a_long_line_is_deleted_whole_with_one_key(tmp_path: Path) -> None:
    """A line that was typed in the wrong place goes at once, also what is wrapped."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *ROOM)) as app:
        await write(app, "Harriet: " + "she has seen them twice a week since then, " * 5)
        await press(app, "ctrl+u")
        assert meeting_screen(app).line.text == ""


async def test_what_is_wanting_is_told_once_however_often_enter_is_pressed(tmp_path: Path) -> None:
    """A remark stands over the rows: the same one twice would hide more of them and say no more."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *ROOM)) as app:
        await write(app, "she has seen them")
        await press(app, "enter", "enter", "enter")
        assert said(app).count("Who is speaking?") == 1


async def test_of_an_empty_line_nothing_is_said_to_wait(tmp_path: Path) -> None:
    """Enter on an empty line is a slip: who is told that words wait looks for words."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *ROOM)) as app:
        await press(app, "enter")
        assert said(app) == ""
        await write(app, "she has seen them")
        await press(app, "enter")
        assert "Who is speaking?" in said(app)
        assert "It waits beside the line" in said(app)


async def test_the_empty_line_says_how_it_is_typed_and_what_the_marks_mean(tmp_path: Path) -> None:
    """A strength is what stands in it as the example: who reads the mark as a dash must not record harm."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder)) as app:
        foot = text_of(app).splitlines()[-4:]
        assert any(
            "name + child: words   The mark: + strength  - harm  ? grey  Tab completes" in line
            for line in foot
        )


async def test_undo_gives_typing_back_before_it_strikes(tmp_path: Path) -> None:
    """A line that was deleted by a slip comes back; only where nothing was typed the record is struck."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *ROOM)) as app:
        await at_sheet(app, "reason")
        await press(app, *say("sloan: He is safe there."), "escape")
        line = meeting_screen(app).line
        await write(app, "sloan: and")
        await press(app, "ctrl+u", "ctrl+z")
        assert line.text == "sloan: and"
        assert len(conference(app).contributions) == 1
        await press(app, "ctrl+u", "enter", "escape", "ctrl+z")
        assert conference(app).contributions == ()
        await press(app, "ctrl+y")
        assert len(conference(app).contributions) == 1


async def test_the_program_stays_with_words_that_could_not_be_saved(tmp_path: Path) -> None:
    """Ctrl+Q right after Enter: the disk has not answered yet, and then it says no."""
    folder = Folder.at(tmp_path)
    record = recorded(folder, *ROOM)
    said = e.ContributionMade(contribution="c1", stage="reason", speaker="sloan", words="He is safe there.")
    async with running(folder, record) as app:
        assert app.meeting
        app.meeting.record(said, by="half \ud800")
        await app.action_quit()
        await settle(app)
        assert waiting(app) == ["Harriet Sloan: He is safe there."]
        assert "Not saved" in [notice.title for notice in app._notifications]
        app.exit()
    async with running(folder, record) as app:
        assert waiting(app) == ["Harriet Sloan: He is safe there."]


async def test_a_conference_is_not_left_with_words_that_could_not_be_saved(tmp_path: Path) -> None:
    """Ctrl+W right after Enter."""
    folder = Folder.at(tmp_path)
    said = e.ContributionMade(contribution="c1", stage="reason", speaker="sloan", words="He is safe there.")
    async with running(folder, recorded(folder, *ROOM)) as app:
        assert app.meeting
        app.meeting.record(said, by="half \ud800")
        meeting_screen(app).action_home()
        await settle(app)
        assert waiting(app) == ["Harriet Sloan: He is safe there."]


async def test_an_error_of_the_program_costs_no_words_that_were_not_saved(tmp_path: Path) -> None:
    """The disk refuses, and before anybody heard of it the program breaks."""
    folder = Folder.at(tmp_path)
    record = recorded(folder, *ROOM)

    def broken() -> None:
        for number in range(20):
            words = f"sentence {number}"
            said = e.ContributionMade(contribution=words, stage="reason", speaker="sloan", words=words)
            assert app.meeting
            app.meeting.record(said, by="half \ud800")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        async with running(folder, record) as app:
            app.call_later(broken)
    async with running(folder, record) as app:
        assert waiting(app) == [f"Harriet Sloan: sentence {number}" for number in range(20)]


async def test_hostile_words_are_shown_as_they_are(tmp_path: Path) -> None:
    """Brackets, links, emoji and length: nothing is read as markup, nothing is lost."""
    hostile = "[/ [red]x [@click=app.quit]me 🧸 " + "long " * 40
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *ROOM), size=(120, 40)) as app:
        await at_sheet(app, "reason")
        await press(app, *say(f"sloan: {hostile}"))
        assert conference(app).contributions[0].words == hostile.strip()
        assert "[/ [red]x [@click=app.quit]me" in text_of(app)


async def test_after_a_line_that_was_refused_the_next_one_begins_anew(tmp_path: Path) -> None:
    """Who types on without looking up must not have both in one line, whatever key comes between."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *ROOM)) as app:
        line = meeting_screen(app).line
        await write(app, "nobody: he was out")
        await press(app, "enter", "f3", "escape", "escape")
        await write(app, "sloan: I was there")
        assert line.text == "sloan: I was there"
        assert waiting(app) == ["nobody: he was out"]
        await press(app, "enter")
        assert [made.words for made in conference(app).contributions] == ["I was there"]
        assert line.text == ""
        assert waiting(app) == ["nobody: he was out"]


async def test_a_line_that_goes_on_goes_on_with_nobody_after_one_that_was_refused(tmp_path: Path) -> None:
    """What is said next belongs to whoever was not understood, not to who spoke before."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *ROOM)) as app:
        for words in ("sloan: he was out", "nobody: I rang", ": and then I went"):
            await write(app, words)
            await press(app, "enter")
        assert [made.words for made in conference(app).contributions] == ["he was out"]
        assert waiting(app) == ["nobody: I rang", ": and then I went"]


async def test_a_line_that_was_refused_is_taken_back_and_mended(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *ROOM)) as app:
        line = meeting_screen(app).line
        await write(app, "sloan he was out")
        await press(app, "enter", "ctrl+b", "home", *["right"] * 5)
        await write(app, ":")
        assert line.text == "sloan: he was out"
        await press(app, "enter")
        assert [made.words for made in conference(app).contributions] == ["he was out"]
        assert meeting(app).unfinished() == {}


HALF = "sloan: he came ho"


async def test_half_a_line_that_comes_back_is_no_beginning_of_the_next(tmp_path: Path) -> None:
    """It waits in sight with why and the key; what is typed now is recorded as typed, and both are kept."""
    folder = Folder.at(tmp_path)
    record = recorded(folder, *ROOM)
    async with running(folder, record) as app:
        await write(app, HALF)
        app.keep_typing()
    async with running(folder, record) as app:
        assert meeting_screen(app).line.text == ""
        for words in (f"Came back unfinished: {HALF}", "Ctrl+B puts it into the line", "^b Bring back"):
            assert words in text_of(app)
        await write(app, "sloan: She rang.")
        await press(app, "enter")
        await write(app, "sloan: and th")
        assert [made.words for made in conference(app).contributions] == ["She rang."]
        app.keep_typing()
    async with running(folder, record) as app:
        assert meeting_screen(app).line.text == ""
        assert waiting(app) == [HALF, "sloan: and th"]
        assert "1 more waits" in text_of(app)


async def test_what_waits_changes_places_with_what_stands_in_the_line(tmp_path: Path) -> None:
    """Taken over words, it is joined to none and replaces none."""
    folder = Folder.at(tmp_path)
    record = recorded(folder, *ROOM)
    async with running(folder, record) as app:
        await write(app, HALF)
        app.keep_typing()
    async with running(folder, record) as app:
        line = meeting_screen(app).line
        await write(app, "sloan: I rang")
        await press(app, "ctrl+b")
        assert (line.text, waiting(app)) == (HALF, ["sloan: I rang"])
        assert meeting(app).unfinished() == {"line": f"sloan: I rang\n{HALF}"}
        await write(app, "me late")
        await press(app, "enter", "ctrl+b", "enter")
        assert [made.words for made in conference(app).contributions] == ["he came home late", "I rang"]
        assert "Bring back" not in text_of(app)
        assert meeting(app).unfinished() == {}


async def test_what_waits_is_thrown_away_by_hand_only(tmp_path: Path) -> None:
    """Also from the rows: the key puts it into the line, and there it is deleted like any other."""
    folder = Folder.at(tmp_path)
    record = recorded(folder, *ROOM)
    async with running(folder, record) as app:
        await write(app, HALF)
        app.keep_typing()
    async with running(folder, record) as app:
        await press(app, "escape", "ctrl+b")
        assert app.focused is meeting_screen(app).line
        await press(app, "ctrl+u")
        app.keep_typing()
    async with running(folder, record) as app:
        assert waiting(app) == []
        assert "Bring back" not in text_of(app)
