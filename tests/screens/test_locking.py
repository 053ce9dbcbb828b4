"""Locking by key and by itself, and blanking: everything is where it was, and nothing is lost."""

import asyncio
from pathlib import Path

import pytest

from conference_tui.app import ConferenceApp
from conference_tui.store.folder import Folder
from screens.blank import Blank
from screens.calm import settle
from screens.form import Form
from screens.hands.strokes import say
from screens.home import Home
from screens.unlock import Unlock
from tests.no_room import files_may_grow_to
from tests.screens.driving import (
    at_sheet,
    by_hand,
    conference,
    meeting,
    meeting_screen,
    press,
    said,
    shows,
    text_of,
    waiting,
    write,
)
from tests.screens.locked import (
    PASSPHRASE,
    Seconds,
    answer,
    at_the_door,
    chosen,
    from_palette,
    unlocked,
    vaulted,
)
from tests.screens.test_bad_input import paste
from tests.screens.test_closed_slot import BEGAN, ENDED, ROOM, SAID, SECRET, everything


async def lock(app: ConferenceApp) -> None:
    """Press the key, and wait for the passphrase to be asked for."""
    await press(app, "ctrl+l")
    await shows(app, "Type your passphrase")


async def test_after_locking_everything_is_where_it_was(tmp_path: Path) -> None:
    path, record, _ = vaulted(tmp_path, *ROOM)
    async with at_the_door(path, record) as app:
        await unlocked(app)
        await at_sheet(app, "reason")
        await press(app, *say("tamsin: I was not there"), "escape")
        await write(app, "tamsin: and then")
        await lock(app)
        assert app.meeting is None
        assert app.folder.is_locked
        assert "tamsin" not in everything_on(app)
        await unlocked(app)
        assert conference(app).stage == "reason"
        assert waiting(app) == ["tamsin: and then"]
        assert [made.words for made in conference(app).contributions] == ["I was not there"]


def everything_on(app: ConferenceApp) -> str:
    """Every word on any screen that is left."""
    return "\n".join(
        str(getattr(part, "content", "")) + str(getattr(part, "text", "")) + str(getattr(part, "value", ""))
        for screen in app.screen_stack
        for part in screen.walk_children(with_self=True)
    )


async def test_words_in_a_form_are_there_again(tmp_path: Path) -> None:
    path, record, _ = vaulted(tmp_path, *ROOM)
    async with at_the_door(path, record) as app:
        await unlocked(app)
        await at_sheet(app, "set_up")
        await press(app, "c")
        await write(app, "Teddy Orr")
        await lock(app)
        await unlocked(app)
        await at_sheet(app, "set_up")
        await press(app, "c")
        assert isinstance(app.screen, Form)
        assert "Teddy Orr" in text_of(app)


async def test_a_closed_slot_that_was_open_is_open_again(tmp_path: Path) -> None:
    """BA-11: the passphrase just typed opens its record, and nothing else does."""
    path, record, _ = vaulted(tmp_path, *ROOM)
    async with at_the_door(path, record) as app:
        await unlocked(app)
        await at_sheet(app, "closed")
        await by_hand(app, BEGAN, SAID)
        await press(app, "escape")
        await write(app, "amadi: and")
        await lock(app)
        assert "Harkaway" not in everything_on(app)
        await unlocked(app)
        assert [made.words for made in meeting(app).said_in_closed_slot] == [SECRET]
        assert waiting(app) == ["amadi: and"]
        await press(app, "ctrl+b", "ctrl+u", "escape")
        await by_hand(app, ENDED)
        assert "Harkaway" not in everything(app)


async def test_locked_while_the_slots_passphrase_is_asked_for_it_is_asked_for_once(tmp_path: Path) -> None:
    """BA-11: no second passphrase is expected that would then be typed into the list, where it can be read."""
    path, record, _ = vaulted(tmp_path, *ROOM)
    async with at_the_door(path, record) as app:
        await unlocked(app)
        await at_sheet(app, "closed")
        await by_hand(app, BEGAN, SAID)
        await press(app, "ctrl+w")
        await shows(app, "TST-1")
        await press(app, "down", "enter")
        await shows(app, "The closed slot's record")
        await lock(app)
        await unlocked(app)
        assert [made.words for made in meeting(app).said_in_closed_slot] == [SECRET]
        assert app.focused is meeting_screen(app).line


async def test_it_locks_by_itself_and_says_so_before(tmp_path: Path) -> None:
    path, record, _ = vaulted(tmp_path, *ROOM)
    seconds = Seconds()
    async with at_the_door(path, record, seconds=seconds) as app:
        await unlocked(app)
        seconds.now += 9 * 60 + 29
        app.door.look()
        await settle(app)
        assert "locks in" not in said(app)
        seconds.now += 1
        app.door.look()
        await settle(app)
        assert "locks in 30 seconds" in said(app)
        await press(app, "a")
        assert "locks in" not in said(app)
        seconds.now += 10 * 60
        app.door.look()
        await shows(app, "Type your passphrase")
        assert app.folder.is_locked
        await unlocked(app)
        assert waiting(app) == ["a"]


async def test_with_0_minutes_it_never_locks_by_itself(tmp_path: Path) -> None:
    path, record, _ = vaulted(tmp_path, *ROOM)
    seconds = Seconds()
    async with at_the_door(path, record, minutes=0, seconds=seconds) as app:
        await unlocked(app)
        seconds.now += 24 * 3600
        app.door.look()
        await settle(app)
        assert app.meeting is not None
        assert "locks in" not in said(app)


async def test_a_folder_without_a_passphrase_cannot_be_locked_and_says_so(tmp_path: Path) -> None:
    Folder.at(tmp_path, throw_away=True)
    async with at_the_door(tmp_path) as app:
        await press(app, "ctrl+l")
        assert "F9 blanks the screen" in said(app)
        assert isinstance(app.screen, Home)


@pytest.mark.parametrize("content", [None, b"{"], ids=["gone", "unreadable"])
async def test_locked_while_the_keys_are_away_it_stays_at_the_door(
    tmp_path: Path, content: bytes | None
) -> None:
    """It says why, and opens once they are back; nothing stops the program."""
    path, record, _ = vaulted(tmp_path, *ROOM)
    keys = path / "keys.json"
    async with at_the_door(path, record) as app:
        await unlocked(app)
        kept = keys.read_bytes()
        keys.unlink()
        if content:
            keys.write_bytes(content)
        await press(app, "ctrl+l")
        await shows(app, "Type your passphrase", "Put", "from a backup")
        assert app.meeting is None
        await answer(app, PASSPHRASE)
        assert isinstance(app.screen, Unlock)
        await press(app, "ctrl+l")
        assert isinstance(app.screen, Unlock)
        keys.write_bytes(kept)
        await answer(app, PASSPHRASE)
        await shows(app, "FAMILY PRESENT")
        assert app.meeting is not None


async def test_started_while_the_keys_are_away_no_key_and_no_timer_stops_it(tmp_path: Path) -> None:
    """The list says what is wrong."""
    path, _, _ = vaulted(tmp_path)
    (path / "keys.json").unlink()
    seconds = Seconds()
    async with at_the_door(path, seconds=seconds) as app:
        await shows(app, "is missing or empty")
        await press(app, "ctrl+l")
        assert "is missing or empty" in said(app)
        seconds.now += 10 * 60
        app.door.look()
        await from_palette(app, "Change the pass")
        await settle(app)
        assert isinstance(app.screen, Home)
        assert app.is_running


async def test_f9_shows_nothing_and_takes_every_key(tmp_path: Path) -> None:
    path, record, _ = vaulted(tmp_path, *ROOM)
    async with at_the_door(path, record) as app:
        await unlocked(app)
        await write(app, "tamsin: I wa")
        await press(app, "left", "f9")
        assert isinstance(app.screen, Blank)
        assert text_of(app).split() == ["Press", "F9", "to", "go", "on."]
        app.notify("Not saved", title="Tamsin", severity="error")
        await write(app, "who is that")
        await press(app, "escape", "enter", "ctrl+p", "f3", "ctrl+q", "ctrl+w", "tab")
        assert text_of(app).split() == ["Press", "F9", "to", "go", "on."]
        await press(app, "f9")
        await write(app, "s")
        assert meeting_screen(app).line.text == "tamsin: I wsa"
        assert app.is_running


async def test_f9_lies_over_a_form_too(tmp_path: Path) -> None:
    path, record, _ = vaulted(tmp_path, *ROOM)
    async with at_the_door(path, record) as app:
        await unlocked(app)
        await at_sheet(app, "set_up")
        await press(app, "c")
        await write(app, "Teddy")
        await press(app, "f9")
        assert "Teddy" not in text_of(app)
        await press(app, "escape")
        assert "Teddy" not in text_of(app)
        await press(app, "f9")
        assert isinstance(app.screen, Form)
        await write(app, " Orr")
        assert "Teddy Orr" in text_of(app)


async def test_locked_before_the_recovery_key_is_on_paper_the_list_says_so(tmp_path: Path) -> None:
    async with at_the_door(tmp_path) as app:
        await chosen(app)
        await press(app, "ctrl+l")
        await shows(app, "Type your passphrase")
        await answer(app, PASSPHRASE)
        await shows(app, "The recovery key is on no paper yet")


async def test_what_cannot_be_saved_is_not_locked_away(tmp_path: Path) -> None:
    """The last words are on the screen again, and why; with nobody there, behind a blank screen."""
    path, record, _ = vaulted(tmp_path, *ROOM)
    seconds = Seconds()
    async with at_the_door(path, record, seconds=seconds) as app:
        await unlocked(app)
        drafts = app.folder.drafts_of(record)
        assert drafts
        with files_may_grow_to(app.folder.file(drafts).stat().st_size + 50):
            await paste(app, "tamsin: I was there " * 20)
            app.simulate_key("enter")
            await press(app, "ctrl+l")
            await shows(app, "Not locked")
            assert app.meeting is not None
            assert ["I was there" in each for each in waiting(app)] == [True]
            seconds.now += 10 * 60
            app.door.look()
            await shows(app, "Press F9 to go on.")
            await press(app, "f9")
            assert ["I was there" in each for each in waiting(app)] == [True]


async def test_a_lock_waits_for_keys_that_are_being_made(tmp_path: Path) -> None:
    """Else the folder would be open behind the question; the key that nobody saw is told of in the list."""
    path, _, _ = vaulted(tmp_path)
    async with at_the_door(path) as app:
        await answer(app, PASSPHRASE)
        await from_palette(app, "New recovery")
        keys = (path / "keys.json").read_bytes()
        await write(app, PASSPHRASE)
        app.simulate_key("enter")
        await press(app, "ctrl+l")
        await shows(app, "Type your passphrase")
        async with asyncio.timeout(60):
            while (path / "keys.json").read_bytes() == keys:
                await asyncio.sleep(0.01)
        await settle(app)
        assert app.folder.is_locked
        await answer(app, PASSPHRASE)
        await shows(app, "The recovery key is on no paper yet")
