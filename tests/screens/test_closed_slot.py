"""The closed slot on screen: who stays, what is shown while it is open, and that nothing of it is left (BA-11)."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import time
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual import events
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.conference.people import Discipline, Standing
from conference_tui.store.errors import Locked
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from screens.calm import settle
from screens.form import Form
from screens.hands import strokes_for
from screens.hands.strokes import row, say
from screens.room import Room
from screens.widgets.sheet import Sheet
from tests.screens.driving import (
    _begun,
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
    waiting,
    write,
)
from tests.screens.late_stages import shown, unwrapped
from tests.screens.locked import PASSPHRASE, answer, at_the_door, unlocked, vaulted

SECRET = "Mrs Harkaway next door rang the police"
BEGAN = e.ClosedSlotBegan(at=time(14, 0), left=("tamsin",), stayed=("amadi",), reason="live enquiry")
ENDED = e.ClosedSlotEnded(at=time(14, 9))
SAID = e.ContributionMade(contribution="x", stage="closed", speaker="amadi", words=SECRET)
ROOM: tuple[e.AnyEvent, ...] = (
    e.ChildEntered(child="maya", name="Maya Orrell-Pike"),
    e.PersonEntered(person="tamsin", name="Tamsin Orrell", standing=Standing.PARENT, role="mother"),
    e.PersonEntered(person="callum", name="Callum Voss", standing=Standing.PARENT),
    e.PersonEntered(
        person="amadi",
        name="DC Ruth Amadi",
        standing=Standing.PROFESSIONAL,
        agency="Ashmere Constabulary",
        discipline=Discipline.POLICE,
    ),
    e.PersonArrived(person="tamsin", at=time(13, 30)),
    e.PersonArrived(person="amadi", at=time(13, 30)),
)


@asynccontextmanager
async def in_slot(tmp_path: Path, *happened: e.AnyEvent) -> AsyncIterator[ConferenceApp]:
    """The program with the slot begun by hand, at its sheet."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *ROOM, *happened)) as app:
        await at_sheet(app, "closed")
        await by_hand(app, BEGAN)
        yield app


def everything(app: ConferenceApp) -> str:
    """Every word that any part of the program holds for showing, seen or not."""
    found = [text_of(app), said(app), app.clipboard, *meeting(app).unfinished().values()]
    for screen in app.screen_stack:
        for part in screen.walk_children(with_self=True):
            match part:
                case TextArea():
                    found += [part.text, part.suggestion]
                case Input():
                    found.append(part.value)
                case Sheet():
                    found += [row.text.plain for row in part.rows]
                    found += [str(option.prompt) for option in part.options]
                case Static():
                    shown = part.content
                    found.append(shown.plain if isinstance(shown, Content) else str(shown))
                case _:
                    pass
    return "\n".join(found)


async def test_the_slot_says_who_left_and_who_stayed(tmp_path: Path) -> None:
    """BA-11: who left, who stayed and when is open; the screen says in words that the slot is open."""
    async with in_slot(tmp_path) as app:
        assert last(app) == [BEGAN]
        assert "CLOSED SLOT since 14:00" in text_of(app)
        assert "PROFESSIONALS ONLY" in text_of(app)
        assert meeting_screen(app).has_class("-closed-slot")


async def test_what_is_said_in_the_slot_is_shown_there_and_goes_to_no_open_record(tmp_path: Path) -> None:
    """BA-11: the words lie in a record of their own."""
    async with in_slot(tmp_path) as app:
        before = meeting(app).entries
        await by_hand(app, SAID)
        assert SECRET in text_of(app)
        assert meeting(app).entries == before
        assert [made.words for made in meeting(app).said_in_closed_slot] == [SECRET]


async def test_once_it_has_begun_the_keyboard_is_in_the_capture_line(tmp_path: Path) -> None:
    """What is typed first is said in the slot: on the rows its letters would be commands."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *ROOM)) as app:
        await press(app, "f5")
        await press(app, *list(strokes_for(BEGAN, conference(app)))[1:-1])
        assert meeting(app).in_closed_slot
        assert app.focused is meeting_screen(app).line
        await write(app, "bins were out")
        assert meeting_screen(app).line.text == "bins were out"


async def test_the_row_that_reads_it_again_says_how_from_the_capture_line(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *ROOM, BEGAN, ENDED)) as app:
        stage = await at_sheet(app, "closed")
        assert "Enter here, or Escape and then r" in shown(stage)


async def test_nothing_of_the_slot_is_left_on_screen_when_it_has_ended(tmp_path: Path) -> None:
    """BA-11: not in a row, a field, a notice or the clipboard; not by undo, completion or the palette."""
    async with in_slot(tmp_path) as app:
        await by_hand(app, SAID)
        await press(app, "escape")
        await write(app, f"amadi: {SECRET}")
        await press(app, "shift+home", "shift+up", "ctrl+x", "f6", "escape", "escape")
        assert meeting_screen(app).line.text == ""
        await by_hand(app, ENDED)
        assert "Harkaway" not in everything(app)
        await press(app, "escape", "ctrl+z", "ctrl+z", "ctrl+y", "ctrl+v", "up", "down")
        assert "Harkaway" not in everything(app)
        await write(app, "Hark")
        assert meeting_screen(app).line.suggestion == ""
        await press(app, "ctrl+p")
        await write(app, "Hark")
        await settle(app)
        assert "Harkaway" not in everything(app)


async def test_a_notice_that_repeats_what_was_typed_goes_with_the_slot(tmp_path: Path) -> None:
    """BA-11: a sentence about a line that was not understood names what was typed."""
    async with in_slot(tmp_path) as app:
        await press(app, "escape")
        await write(app, "Harkaway: rang the police")
        await press(app, "enter")
        assert "Harkaway" in said(app)
        await press(app, "ctrl+b", "ctrl+u", "escape")
        await by_hand(app, ENDED)
        assert "Harkaway" not in everything(app)


async def test_the_line_does_not_go_on_with_a_speaker_of_the_slot(tmp_path: Path) -> None:
    """BA-11: a line that begins with the colon has nobody to go on with."""
    async with in_slot(tmp_path) as app:
        await by_hand(app, SAID, ENDED)
        await press(app, *say(": and then"))
        assert "There is no speaker before this one" in said(app)


async def test_unfinished_words_keep_to_their_side_of_the_door(tmp_path: Path) -> None:
    """BA-11: what stood in the line before the slot comes back after it, and is not seen in it."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *ROOM)) as app:
        await at_sheet(app, "closed")
        await press(app, "escape")
        await write(app, "tamsin: I was")
        await press(app, "escape")
        await by_hand(app, BEGAN)
        assert (meeting_screen(app).line.text, waiting(app)) == ("", [])
        await by_hand(app, ENDED)
        assert (meeting_screen(app).line.text, waiting(app)) == ("", ["tamsin: I was"])


async def test_the_slot_does_not_end_over_words_that_are_not_recorded(tmp_path: Path) -> None:
    """BA-11: they would be lost, or be left on the screen."""
    async with in_slot(tmp_path) as app:
        await press(app, "escape")
        await write(app, f"amadi: {SECRET}")
        await press(app, "f5")
        assert "not recorded" in said(app)
        assert conference(app).closed_slot
        assert meeting_screen(app).line.text == f"amadi: {SECRET}"
        meeting_screen(app).line.focus()
        await press(app, "ctrl+u")
        await write(app, f"nobody: {SECRET}")
        await press(app, "enter", "f5")
        assert conference(app).closed_slot
        assert waiting(app) == [f"nobody: {SECRET}"]


async def test_a_parent_cannot_come_in_while_the_slot_is_open(tmp_path: Path) -> None:
    """BA-11: refused with the reason, and what was typed stays."""
    async with in_slot(tmp_path) as app:
        for name in ("Callum Voss", "Maya Orrell-Pike"):
            await press(app, "f6", *row(name))
            await press(app, "enter", "enter")
            await write(app, "wants to hear")
            await press(app, "enter")
            assert isinstance(app.screen, Form)
            assert f"{name} cannot come in while the closed slot is open" in text_of(app)
            assert app.screen.text("reason") == "wants to hear"
            await press(app, "escape", "escape")
        assert not conference(app).present() & {"callum", "maya"}


async def test_who_comes_into_the_slot_is_asked_for_words_of_the_open_record(tmp_path: Path) -> None:
    """BA-11: the one form that the slot leaves open says where its words go, before any is typed."""
    async with in_slot(tmp_path) as app:
        await press(app, "f6")
        await press(app, "enter")
        assert isinstance(app.screen, Form)
        await shows(
            app, "The closed slot is open. Who comes and goes", "open record, which the family may read"
        )


async def test_the_slot_does_not_begin_while_family_stays(tmp_path: Path) -> None:
    """BA-11: everyone who is not a professional has to be ticked as gone."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *ROOM)) as app:
        await at_sheet(app, "closed")
        await press(app, "b", "enter", "enter", "enter")
        assert "Tamsin Orrell cannot stay" in text_of(app)
        assert not conference(app).closed_slot


async def test_undo_in_the_slot_strikes_what_was_said_in_it_alone(tmp_path: Path) -> None:
    """BA-11: the open record is not touched from within the slot."""
    async with in_slot(tmp_path) as app:
        await by_hand(app, SAID)
        before = meeting(app).entries
        await press(app, "ctrl+z")
        assert meeting(app).said_in_closed_slot == ()
        assert SECRET not in everything(app)
        await press(app, "ctrl+z")
        assert "nothing to undo" in said(app)
        assert meeting(app).entries == before
        await press(app, "ctrl+y")
        assert SECRET in everything(app)


async def test_family_who_left_for_the_slot_are_out_while_it_is_open(tmp_path: Path) -> None:
    """BA-11: the line at the top does not say that family is present, and other stages show nothing of the slot."""
    async with in_slot(tmp_path) as app:
        await by_hand(app, SAID)
        assert "FAMILY PRESENT" not in text_of(app)
        await at_sheet(app, "reason")
        assert SECRET not in everything_but_the_slot(app)
        assert "CLOSED SLOT" in text_of(app)


def everything_but_the_slot(app: ConferenceApp) -> str:
    """What the stage that is shown holds."""
    stage = meeting_screen(app).stage
    assert stage is not None
    return "\n".join(row.text.plain for row in stage.sheet.rows)


async def test_a_slot_that_was_open_when_the_program_ended_is_open_again(tmp_path: Path) -> None:
    """BA-11: a crash or a restart changes nothing of it."""
    folder = Folder.at(tmp_path)
    record = recorded(folder, *ROOM, BEGAN, SAID)
    async with running(folder, record) as app:
        assert "CLOSED SLOT since 14:00" in text_of(app)
        assert meeting_screen(app).has_class("-closed-slot")
        await at_sheet(app, "closed")
        assert SECRET in text_of(app)
        await by_hand(app, ENDED)
        assert "Harkaway" not in everything(app)


async def test_the_room_can_be_left_while_it_is_shown(tmp_path: Path) -> None:
    """BA-10: arriving and leaving, in one list."""
    async with in_slot(tmp_path) as app:
        await press(app, "f6")
        assert isinstance(app.screen, Room)
        assert "Callum Voss" in text_of(app)
        await press(app, "escape")
        assert not isinstance(app.screen, Room)


async def test_after_the_slot_it_is_read_again_by_passphrase_alone(tmp_path: Path) -> None:
    """BA-11: never without it; the words go from the screen with the stage."""
    path, record, _ = vaulted(tmp_path, *ROOM)
    async with at_the_door(path, record) as app:
        await unlocked(app)
        await at_sheet(app, "closed")
        await by_hand(app, BEGAN, SAID, ENDED)
        assert SECRET not in everything(app)
        await press(app, "r")
        assert "until you leave this stage" in unwrapped(text_of(app))
        await answer(app, "not this passphrase at all")
        assert "That is not the passphrase" in unwrapped(text_of(app))
        await answer(app, PASSPHRASE)
        assert SECRET in unwrapped(text_of(app))
        await press(app, "f3", "f2")
        assert "Harkaway" not in everything(app)
        assert "with the passphrase" in text_of(app)


async def test_left_at_the_box_nothing_is_read(tmp_path: Path) -> None:
    """BA-11"""
    path, record, _ = vaulted(tmp_path, *ROOM)
    async with at_the_door(path, record) as app:
        await unlocked(app)
        await at_sheet(app, "closed")
        await by_hand(app, BEGAN, SAID, ENDED)
        await press(app, "r", "escape")
        assert "Harkaway" not in everything(app)


async def test_a_second_slot_goes_on_in_the_same_record_by_passphrase(tmp_path: Path) -> None:
    """BA-11: the key of an earlier slot is not in memory any more."""
    path, record, _ = vaulted(tmp_path, *ROOM)
    again = e.ClosedSlotBegan(at=time(14, 30), left=("tamsin",), stayed=("amadi",))
    async with at_the_door(path, record) as app:
        await unlocked(app)
        await at_sheet(app, "closed")
        await by_hand(app, BEGAN, SAID, ENDED)
        await press(app, "b")
        await answer(app, PASSPHRASE)
        assert isinstance(app.screen, Form)
        await press(app, "tab", "space", "enter")
        await press(app, "enter")
        assert meeting(app).in_closed_slot
        assert meeting(app).said_in_closed_slot == ()
        assert "Harkaway" not in everything(app)
        assert again.left == conference(app).closed_slots[-1].left


async def test_a_second_slot_that_is_not_begun_after_all_shuts_the_record_again(tmp_path: Path) -> None:
    """BA-11: its key is in memory for a slot, and for nothing else."""
    path, record, _ = vaulted(tmp_path, *ROOM)
    async with at_the_door(path, record) as app:
        await unlocked(app)
        await at_sheet(app, "closed")
        await by_hand(app, BEGAN, SAID, ENDED)
        await press(app, "b")
        await answer(app, PASSPHRASE)
        Record.open_closed(app.folder, record, readonly=True).close()
        await press(app, "escape")
        with pytest.raises(Locked):
            Record.open_closed(app.folder, record, readonly=True)


async def test_a_slot_left_open_is_opened_from_the_list_by_passphrase(tmp_path: Path) -> None:
    """BA-11: the list of conferences asks before it opens a conference whose slot is open."""
    path, record, _ = vaulted(tmp_path, *ROOM)
    async with at_the_door(path, record) as app:
        await unlocked(app)
        await at_sheet(app, "closed")
        await by_hand(app, BEGAN, SAID)
        await press(app, "ctrl+w")
        await shows(app, "TST-1")
        await press(app, "down", "enter")
        await shows(app, "The closed slot's record")
        await answer(app, PASSPHRASE)
        await _begun(app)
        assert [made.words for made in meeting(app).said_in_closed_slot] == [SECRET]


# --- A slot whose beginning was not saved ---------------------------------------------------------------------


@asynccontextmanager
async def in_unsaved_slot(tmp_path: Path) -> AsyncIterator[ConferenceApp]:
    """The program in a slot whose beginning the writer refuses; it is not heard of before `heard`."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *ROOM)) as app:
        await at_sheet(app, "closed")
        waiting: list[Callable[[], None]] = []
        meeting(app)._books.open._post = waiting.append
        meeting(app).record(replace(BEGAN, reason="half \ud800"))
        meeting(app).flush()
        assert meeting(app).in_closed_slot
        meeting_screen(app).line.focus()
        await settle(app)
        yield app


def heard(app: ConferenceApp) -> None:
    """Hear now what the writer refused, whatever else waits its turn in the loop."""
    meeting(app)._books.open._hear()
    assert not meeting(app).in_closed_slot


async def test_a_line_on_its_way_when_the_slot_turns_out_not_to_have_begun_goes_nowhere(
    tmp_path: Path,
) -> None:
    """BA-11: neither into the open record, nor the line, nor unfinished typing; it is said that it was not recorded."""
    async with in_unsaved_slot(tmp_path) as app:
        await write(app, f"amadi: {SECRET}")
        meeting_screen(app).line.action_submit()
        heard(app)
        await settle(app)
        assert conference(app).contributions == ()
        assert "Not saved" in [note.title for note in app._notifications]
        assert "not recorded" in said(app)
        assert "Harkaway" not in everything(app)
        await press(app, "escape")
        await press(app, *say(": and then"))
        assert conference(app).contributions == ()


async def test_typing_on_its_way_is_not_kept_in_the_open(tmp_path: Path) -> None:
    """BA-11: neither as the line's unfinished text, nor in a sentence that names what was not understood."""
    async with in_unsaved_slot(tmp_path) as app:
        line = meeting_screen(app).line
        await write(app, f"Harkaway: {SECRET}")
        line._paused()
        line.action_submit()
        line._paused()
        app.notify("Harkaway again", markup=False)
        heard(app)
        await settle(app)
        assert "Harkaway" not in everything(app)


async def test_keys_and_pastes_that_wait_are_dropped_with_the_slot(tmp_path: Path) -> None:
    """BA-11: they were meant for its line."""
    async with in_unsaved_slot(tmp_path) as app:
        app.post_message(events.Paste(SECRET))
        app.call_later(heard, app)
        await settle(app)
        assert "Harkaway" not in everything(app)


async def test_who_types_on_without_looking_types_nowhere(tmp_path: Path) -> None:
    """BA-11: until somebody has seen that the slot has not begun."""
    async with in_unsaved_slot(tmp_path) as app:
        heard(app)
        await settle(app)
        assert text_of(app).split()[:7] == ["The", "closed", "slot", "has", "NOT", "begun:", "that"]
        await write(app, f"amadi: {SECRET}")
        await press(app, "enter", "ctrl+q", "f5")
        assert conference(app).contributions == ()
        assert "Harkaway" not in everything(app)
        await press(app, "escape")
        assert "The closed slot is not open" in said(app)
        assert "Harkaway" not in everything(app)
        await write(app, "tamsin: and now")
        assert meeting_screen(app).line.text == "tamsin: and now"


async def test_a_form_opened_in_the_slot_records_and_keeps_nothing_after_it(tmp_path: Path) -> None:
    """BA-11: what was typed into it is taken away, and it says why."""
    async with in_unsaved_slot(tmp_path) as app:
        await press(app, "f6", *row("Callum Voss"))
        await press(app, "enter", "tab", "tab")
        await write(app, SECRET)
        form = app.screen
        assert isinstance(form, Form)
        heard(app)
        await settle(app)
        await press(app, "escape")
        assert "typed on the other side of it" in unwrapped(text_of(app))
        assert "Harkaway" not in everything(app)
        before = meeting(app).entries
        await press(app, "ctrl+s")
        form.keep_typing()
        await press(app, "escape")
        assert meeting(app).entries == before
        await press(app, "enter")
        assert "Harkaway" not in everything(app)


async def test_a_line_of_the_open_waits_when_the_slot_is_open_again(tmp_path: Path) -> None:
    """BA-11: the end was not saved; words that were not said in the slot do not go into its record by themselves."""
    async with in_slot(tmp_path) as app:
        await by_hand(app, SAID)
        on_its_way: list[Callable[[], None]] = []
        meeting(app)._books.open._post = on_its_way.append
        meeting(app).record(ENDED, by="half \ud800")
        meeting(app).flush()
        meeting_screen(app).line.focus()
        await write(app, "tamsin: I am back")
        meeting_screen(app).line.action_submit()
        meeting(app)._books.open._hear()
        assert meeting(app).in_closed_slot
        await settle(app)
        assert [made.words for made in meeting(app).said_in_closed_slot] == [SECRET]
        assert waiting(app) == ["tamsin: I am back"]
        assert "not typed in the slot" in said(app)
