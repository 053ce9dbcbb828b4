"""The capture line on screen: the meeting's keys work from it, and undo goes where the person looks."""

from datetime import time
from pathlib import Path

import pytest
from textual import events
from textual.content import Content

from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.conference.people import Discipline, Standing
from conference_tui.store.folder import Folder
from screens.calm import settle
from screens.form import Form
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
    shows,
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
MAYA = e.ChildEntered(child="maya", name="Maya Orrell-Pike")
TEDDY = e.ChildEntered(child="teddy", name="Teddy Voss")
TAMSIN = e.PersonEntered(person="tamsin", name="Tamsin Orrell", standing=Standing.PARENT)


def framed(app: ConferenceApp) -> str:
    """What the frame of the line says."""
    return Content.from_markup(meeting_screen(app).line.border_title or "").plain.strip()


async def paste(app: ConferenceApp, words: str) -> None:
    """Paste words."""
    app.post_message(events.Paste(words))
    await settle(app)


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
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder)) as app:
        foot = text_of(app).splitlines()[-4:]
        assert any("name - child: words   + strength  - harm  ? grey" in line for line in foot)


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


async def typed(app: ConferenceApp, *lines: str) -> None:
    """Record lines."""
    for words in lines:
        await press(app, *say(words))


def spoken(app: ConferenceApp) -> list[tuple[str, str]]:
    """Who said what, as it is recorded."""
    return [(made.speaker, made.words) for made in conference(app).contributions]


async def test_a_line_goes_on_with_the_last_voice_that_is_recorded_and_says_whose(tmp_path: Path) -> None:
    """The last contribution as it stands corrected, or the family's word; neither a script nor an arrival is a voice."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *ROOM, TAMSIN, MAYA)) as app:
        await at_sheet(app, "reason")
        await typed(app, "sloan - maya: he was out")
        await press(app, "f7")
        await write(app, ": a")
        assert framed(app) == "Harriet Sloan · harm · Maya · goes on"
        await write(app, "nd then")
        await press(app, "enter")
        assert spoken(app)[-1] == ("sloan", "and then")
        meeting(app).record(e.FamilyAsked(stage="reason", person="tamsin", words="He was not."))
        await settle(app)
        await typed(app, ": I was there")
        assert spoken(app)[-1] == ("tamsin", "I was there")
        made = conference(app).contributions[-1]
        assert (made.column, made.children) == (None, ())


async def test_a_line_goes_on_with_nobody_after_what_was_not_recorded_or_taken_back(tmp_path: Path) -> None:
    """What is said next belongs to whoever was not understood, not to who spoke before; after an undo to nobody."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *ROOM)) as app:
        await typed(app, "sloan: he was out", "nobody: I rang", ": and then I went")
        assert spoken(app) == [("sloan", "he was out")]
        assert waiting(app) == ["nobody: I rang", ": and then I went"]
        await write(app, ": and")
        assert framed(app) == "There is no speaker before this one: write the name"
        await press(app, "ctrl+u", *say("sloan: I rang"), *say(": twice"), "ctrl+z", *say(": and"))
        assert spoken(app) == [("sloan", "he was out"), ("sloan", "I rang")]
        await press(app, *say("sloan: hm"), "ctrl+z", "ctrl+y", *say(": and on"))
        assert spoken(app)[2:] == [("sloan", "hm")]


async def test_the_frame_says_what_is_understood_before_enter(tmp_path: Path) -> None:
    """Who, where to and about whom; that somebody is not in the room, and what is wanting."""
    folder = Folder.at(tmp_path)
    gone = e.PersonLeft(person="sloan", at=time(14, 20))
    async with running(folder, recorded(folder, *ROOM, MAYA, TAMSIN, gone)) as app:
        await write(app, "tamsin - maya: no")
        assert framed(app) == "Tamsin Orrell · has not come · harm · Maya"
        assert "Tamsin Orrell · has not come · harm · Maya" in text_of(app)
        await press(app, "ctrl+u")
        assert framed(app) == ""
        await write(app, "sloan: he")
        assert framed(app) == "Harriet Sloan · left at 14:20 · no mark: no column yet"
        await press(app, "ctrl+u")
        await write(app, "nobody: he")
        assert framed(app).startswith("Nobody here is called “nobody”")


async def test_tab_on_a_name_that_is_not_the_only_one_shows_which_there_are(tmp_path: Path) -> None:
    """And moves nothing: who types on without looking types in the line."""
    folder = Folder.at(tmp_path)
    bridie = e.PersonEntered(person="bridie", name="Bridie Orrell", standing=Standing.NETWORK)
    async with running(folder, recorded(folder, *ROOM, TAMSIN, bridie)) as app:
        line = meeting_screen(app).line
        await write(app, "orr")
        await press(app, "tab")
        assert "Tamsin Orrell or Bridie Orrell?" in said(app)
        assert (line.text, app.focused) == ("orr", line)
        await press(app, "ctrl+u")
        await write(app, "tam")
        await press(app, "tab")
        assert line.text == "tamsin Orrell"


async def test_a_name_that_stands_there_already_is_typed_once_more_and_stands_there_once(
    tmp_path: Path,
) -> None:
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *ROOM, MAYA)) as app:
        meeting_screen(app).line.begin_anew("Harriet Sloan: ")
        await typed(app, "sloan - maya: he was out")
        made = conference(app).contributions[-1]
        assert (made.words, made.column, made.children) == ("he was out", e.Column.HARM, ("maya",))


async def test_a_name_that_the_line_could_not_read_is_refused_when_it_is_entered(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder)) as app:
        await press(app, "/person")
        await write(app, "Ann = Bo")
        await press(app, "enter")
        await write(app, "network")
        await press(app, "enter", "ctrl+s")
        await shows(app, "Write it without “=”")
        assert conference(app).people == {}


# --- Pastes -----------------------------------------------------------------------------------------------------


async def test_a_paste_of_lines_is_lines(tmp_path: Path) -> None:
    """The first stands in the line, the others wait in order; none is recorded of itself, and nothing is glued."""
    folder = Folder.at(tmp_path)
    pasted = "sloan: one\r\n\r\n  \nsloan: two\nsloan: three\n"
    async with running(folder, recorded(folder, *ROOM)) as app:
        line = meeting_screen(app).line
        await paste(app, pasted)
        assert (line.text, waiting(app)) == ("sloan: one", ["sloan: two", "sloan: three"])
        assert conference(app).contributions == ()
        await press(app, "enter", "ctrl+b", "enter", "ctrl+b", "enter")
        assert [words for _, words in spoken(app)] == ["one", "two", "three"]
        await write(app, "sloan: and")
        await paste(app, "sloan: four\nsloan: five")
        assert (line.text, waiting(app)) == ("sloan: and", ["sloan: four", "sloan: five"])
        await paste(app, " then\x1b he left\n")
        assert line.text == "sloan: and then he left"


# --- What was said last -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("size", "count"), [((80, 24), 2), ((120, 40), 5), ((80, 19), 0)])
async def test_what_was_said_last_stays_in_sight(tmp_path: Path, size: tuple[int, int], count: int) -> None:
    """When, who, where it went and the words, cut at the width; that something has no column, and its key."""
    folder = Folder.at(tmp_path)
    lines = [e.ContributionMade(contribution=f"c{number}", stage="reason", speaker="sloan", words=f"number {number} " * 20)
             for number in range(6)]  # fmt: skip
    asked = e.FamilyAsked(stage="reason", person="tamsin")
    async with running(folder, recorded(folder, *ROOM, MAYA, TAMSIN, *lines, asked), size=size) as app:
        await at_sheet(app, "introductions")
        await typed(app, "sloan - maya: he was out")
        shown = [line.strip() for line in text_of(app).splitlines() if line.strip().startswith("14:10 ")]
        assert len(shown) == count
        if count:
            assert shown[-1].endswith("he was out")
            assert "Harriet Sloan → harm, Maya " in shown[-1]
            assert "Tamsin Orrell → asked " in shown[-2]
            assert shown[-2].endswith("nothing to add")
        if count > 2:
            assert "Harriet Sloan → no column yet" in shown[-3]
            assert "number 5 number 5" in shown[-3]
        await typed(app, "sloan: I rang")
        assert ("Harriet Sloan → no column yet (Ctrl+K)" in text_of(app)) == bool(count)
        await press(app, "ctrl+z")
        assert "I rang" not in text_of(app)


async def test_what_was_said_last_is_corrected_and_moved_from_the_line(tmp_path: Path) -> None:
    """One key opens it; one more and a word give it a column or a child. Whose own matter it is stays."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *ROOM, MAYA, TEDDY, TAMSIN)) as app:
        await press(app, "ctrl+k")
        await write(app, "harm")
        await press(app, "enter")
        assert "Nothing was said yet." in said(app)
        await typed(app, "tamsin =: I see somebody about it")
        for typed_words, column in (
            ("harm", e.Column.HARM),
            ("?", e.Column.GREY),
            ("no", None),
            ("++", e.Column.SAFETY),
        ):
            await press(app, f"/column {typed_words}")
            assert conference(app).contributions[-1].column is column
        await press(app, "ctrl+f")
        await write(app, "ted")
        await press(app, "enter")
        made = conference(app).contributions[-1]
        assert (made.column, made.children) == (e.Column.SAFETY, ("teddy",))
        await press(app, "/about all")
        assert conference(app).contributions[-1].children == ()
        moment = conference(app).log.moment(made.contribution)
        assert moment is not None
        assert moment.own_matter_of == "tamsin"
        await write(app, "tamsin: and")
        await press(app, "ctrl+e")
        assert isinstance(app.screen, Form)
        await press(app, "escape")
        assert meeting_screen(app).line.text == "tamsin: and"


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
        for words in (f"Came back unfinished: {HALF}", "Ctrl+B puts it into the line"):
            assert words in text_of(app)
        await write(app, ": x")
        assert framed(app) == "There is no speaker before this one: write the name"
        await press(app, "ctrl+u")
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
        assert waiting(app) == []
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
