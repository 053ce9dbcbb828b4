"""The way in and out: first start, unlocking, locking by key and by itself, blanking."""

import asyncio
import json
from pathlib import Path

import pytest
from textual.widgets import Input

from conference_tui.app import ConferenceApp
from conference_tui.store.folder import Folder
from screens.blank import Blank
from screens.calm import settle
from screens.form import Form
from screens.hands.strokes import say
from screens.home import Home
from screens.recovery_key import RecoveryKey, TypedBack
from screens.unlock import Unlock
from tests.documents.pdf_checks import Reading
from tests.documents.scheduler import running_scheduler
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
    write,
)
from tests.screens.late_stages import unwrapped
from tests.screens.locked import (
    CHEAP,
    PASSPHRASE,
    Seconds,
    answer,
    at_the_door,
    unlocked,
    until_worked,
    vaulted,
)
from tests.screens.test_bad_input import files_may_grow_to, paste
from tests.screens.test_closed_slot import BEGAN, ENDED, ROOM, SAID, SECRET, everything
from tests.screens.test_layout import SIZES


async def chosen(app: ConferenceApp) -> list[str]:
    """Choose a passphrase at the first start; gives the groups of the recovery key, read from the screen."""
    await answer(app, PASSPHRASE, PASSPHRASE)
    await shows(app, "Recovery key")
    assert isinstance(app.screen, RecoveryKey)
    return app.screen._groups


# --- The first start ----------------------------------------------------------------------------------------


async def test_a_new_folder_gets_a_passphrase_before_anything_else(tmp_path: Path) -> None:
    async with at_the_door(tmp_path) as app:
        text = unwrapped(text_of(app))
        assert "a lost laptop tells nobody anything" in text
        assert "recovery key to keep on paper" in text
        groups = await chosen(app)
        for number, group in enumerate(groups, 1):
            assert f"{number}  {' '.join(group)}" in text_of(app)
        await press(app, "enter")
        assert isinstance(app.screen, TypedBack)
        assert groups[0] not in text_of(app)
        await answer(app, *[group.lower() for _, group in app.screen._wanted])
        assert isinstance(app.screen, Home)
        assert app.folder.recovery_is_noted
    assert Folder.at(tmp_path).is_locked


async def test_weakness_is_said_while_it_is_typed(tmp_path: Path) -> None:
    async with at_the_door(tmp_path) as app:
        await write(app, "maya 2014")
        assert "Take 4 words or more" in text_of(app)
        await press(app, "enter")
        assert app.screen.focused is app.screen.query_one("#secret-passphrase")
        await write(app, " and more words")
        assert "Take 4 words or more" not in text_of(app)


async def test_the_second_time_has_to_be_the_same(tmp_path: Path) -> None:
    async with at_the_door(tmp_path) as app:
        await answer(app, PASSPHRASE, "seven herons over the viaduct")
        assert "The two are not the same" in text_of(app)
        assert app.folder.needs_vault


async def test_what_is_on_no_paper_is_found_out_at_once(tmp_path: Path) -> None:
    """Two groups are typed back; a wrong one is said, and the key can be seen again."""
    async with at_the_door(tmp_path) as app:
        await chosen(app)
        await press(app, "enter")
        await answer(app, "WRONG")
        assert "reads differently" in text_of(app)
        await press(app, "escape")
        assert isinstance(app.screen, RecoveryKey)
        assert not app.folder.recovery_is_noted


async def test_the_recovery_sheet_is_printed_from_memory(tmp_path: Path) -> None:
    with running_scheduler() as kept:
        async with at_the_door(tmp_path / "store") as app:
            groups = await chosen(app)
            await press(app, "p")
            await shows(app, "takes")
            await write(app, "takes")
            await press(app, "enter")
            await shows(app, "Printed: the printer takes")
            (sheet,) = kept.glob("*.pdf")
            text = Reading(sheet).text
            assert all(group in text for group in groups)
    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert not any(b"%PDF" in content or groups[3].encode() in content for content in written)


async def test_without_a_printer_it_says_so(tmp_path: Path, monkeypatch: object) -> None:
    async with at_the_door(tmp_path) as app:
        await chosen(app)
        await press(app, "p")
        await shows(app, "Nothing was printed", "Write the key down")


# --- Unlocking ----------------------------------------------------------------------------------------------


async def test_the_passphrase_opens_and_a_wrong_one_is_told(tmp_path: Path) -> None:
    path, _, _ = vaulted(tmp_path)
    async with at_the_door(path) as app:
        assert isinstance(app.screen, Unlock)
        assert "TST-1" not in text_of(app)
        await answer(app, "seven herons over the viaduct")
        assert "That is not the passphrase" in unwrapped(text_of(app))
        assert app.screen.query_one(Input).value == ""
        await answer(app, PASSPHRASE)
        await shows(app, "TST-1")


async def test_damage_is_told_apart_from_a_wrong_passphrase(tmp_path: Path) -> None:
    path, _, _ = vaulted(tmp_path)
    keys = json.loads((path / "keys.json").read_text())
    wrapped = keys["vault"]["passphrase"]["wrapped"]
    keys["vault"]["passphrase"]["wrapped"] = ("A" if wrapped[9] != "A" else "B").join(
        (wrapped[:9], wrapped[10:])
    )
    (path / "keys.json").write_text(json.dumps(keys))
    async with at_the_door(path) as app:
        await answer(app, PASSPHRASE)
        text = unwrapped(text_of(app))
        assert "damaged" in text
        assert "That is not the passphrase" not in text


async def test_the_recovery_key_opens_and_sets_a_new_passphrase(tmp_path: Path) -> None:
    path, _, key = vaulted(tmp_path)
    new = "a quiet lantern beside the quarry"
    async with at_the_door(path) as app:
        await press(app, "f2")
        await answer(app, key.lower().replace("-", " "), new, new)
        await shows(app, "TST-1")
    async with at_the_door(path) as app:
        await answer(app, new)
        await shows(app, "TST-1")


async def test_who_typed_the_whole_recovery_key_has_it_on_paper(tmp_path: Path) -> None:
    key = Folder.at(tmp_path).make_vault(PASSPHRASE, cost=CHEAP)
    new = "a quiet lantern beside the quarry"
    async with at_the_door(tmp_path) as app:
        await press(app, "f2")
        await answer(app, key, new, new)
        await shows(app, "There is no conference here yet")
        assert app.folder.recovery_is_noted
        assert "on no paper" not in text_of(app)


async def test_a_misread_group_of_the_recovery_key_is_named(tmp_path: Path) -> None:
    path, _, key = vaulted(tmp_path)
    groups = key.split("-")
    groups[4] = ("A" if groups[4][0] != "A" else "B") + groups[4][1:]
    async with at_the_door(path) as app:
        await press(app, "f2")
        await answer(app, " ".join(groups))
        assert "Group 5" in text_of(app)
        typed = app.screen.query_one("#secret-recovery", Input)
        assert app.focused is typed
        assert typed.value == " ".join(groups)
        await press(app, "tab")
        await write(app, PASSPHRASE)
        await press(app, "enter")
        await answer(app, PASSPHRASE)
        assert "Group 5" in text_of(app)
        assert app.focused is typed
        assert app.folder.is_locked
        await press(app, "ctrl+u")
        await answer(app, key)
        await press(app, "enter", "enter")
        await until_worked(app)
        await shows(app, "TST-1")


async def test_a_wrong_passphrase_alone_is_emptied_and_the_new_one_stays(tmp_path: Path) -> None:
    path, _, _ = vaulted(tmp_path)
    new = "a quiet lantern beside the quarry"
    async with at_the_door(path) as app:
        await answer(app, PASSPHRASE)
        await from_palette(app, "Change the pass")
        await answer(app, "not the one at all", new, new)
        assert "That is not the passphrase" in unwrapped(text_of(app))
        assert app.screen.query_one("#secret-now", Input).value == ""
        await answer(app, PASSPHRASE)
        await press(app, "enter", "enter")
        await until_worked(app)
        assert "The passphrase is changed." in said(app)


async def test_a_passphrase_is_shown_kept_and_copied_nowhere(tmp_path: Path) -> None:
    path, _, _ = vaulted(tmp_path)
    async with at_the_door(path) as app:
        await write(app, "seven herons")
        assert "heron" not in text_of(app)
        await press(app, "shift+home", "ctrl+c", "super+c", "ctrl+x")
        assert app.clipboard == ""
        assert app.screen.query_one(Input).value == "seven herons"


# --- Locking ------------------------------------------------------------------------------------------------


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
        assert meeting_screen(app).line.text == "tamsin: and then"
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
        assert meeting_screen(app).line.text == "amadi: and"
        await press(app, "ctrl+u", "escape")
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
        assert meeting_screen(app).line.text == "a"


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


# --- Blanking -----------------------------------------------------------------------------------------------


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


# --- Changing -----------------------------------------------------------------------------------------------


async def test_the_passphrase_is_changed_from_the_palette(tmp_path: Path) -> None:
    path, _, _ = vaulted(tmp_path)
    new = "a quiet lantern beside the quarry"
    async with at_the_door(path) as app:
        await answer(app, PASSPHRASE)
        await from_palette(app, "Change the pass")
        await answer(app, "not this one at all", new, new)
        assert "That is not the passphrase" in unwrapped(text_of(app))
        await answer(app, PASSPHRASE, new, new)
        assert "The passphrase is changed" in said(app)
    Folder.at(path).unlock(new)


async def test_a_new_recovery_key_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    path, _, old = vaulted(tmp_path)
    async with at_the_door(path) as app:
        await answer(app, PASSPHRASE)
        await from_palette(app, "New recovery")
        await answer(app, PASSPHRASE)
        await shows(app, "is shown this once")
        assert isinstance(app.screen, RecoveryKey)
        groups = app.screen._groups
        await press(app, "enter")
        assert isinstance(app.screen, TypedBack)
        await answer(app, *[group for _, group in app.screen._wanted])
        assert isinstance(app.screen, Home)
    assert "-".join(groups) != old
    Folder.at(path).unlock_with_recovery("-".join(groups))


async def from_palette(app: ConferenceApp, name: str) -> None:
    """Find a command by its name and run it."""
    await press(app, "ctrl+p")
    await write(app, name)
    await shows(app, name)
    await press(app, "enter")
    await until_worked(app)


async def test_keys_of_the_inside_do_nothing_at_the_door(tmp_path: Path) -> None:
    """Neither the lock nor the palette: who presses them goes on where the question stands."""
    async with at_the_door(tmp_path / "new") as app:
        await press(app, "ctrl+l", "ctrl+p", "f9", "f9")
        await chosen(app)
        await press(app, "ctrl+p", "enter")
        assert isinstance(app.screen, TypedBack)
        await answer(app, *[group for _, group in app.screen._wanted])
        assert isinstance(app.screen, Home)
    path, _, _ = vaulted(tmp_path / "old")
    async with at_the_door(path) as app:
        await press(app, "ctrl+l", "ctrl+p", "f9", "f9")
        await answer(app, PASSPHRASE)
        await shows(app, "TST-1")


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
            assert "I was there" in meeting_screen(app).line.text
            seconds.now += 10 * 60
            app.door.look()
            await shows(app, "Press F9 to go on.")
            await press(app, "f9")
            assert "I was there" in meeting_screen(app).line.text


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_at_every_size_fields_and_keys_are_in_sight(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at_the_door(tmp_path, size=size) as app:
        text = text_of(app)
        assert all(words in text for words in ("Passphrase", "Once more", "Go on"))
        await write(app, "too weak")
        assert "Take 4 words or more" in text_of(app)
        await press(app, *["backspace"] * len("too weak"))
        groups = await chosen(app)
        assert "p Print" in text_of(app)
        assert f"1  {' '.join(groups[0])}" in text_of(app)
        await press(app, "end")
        await shows(app, f"13 {' '.join(groups[12])}")
        await press(app, "enter")
        assert "Show the key again" in text_of(app)


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
        while (path / "keys.json").read_bytes() == keys:
            await asyncio.sleep(0.01)
        await settle(app)
        assert app.folder.is_locked
        await answer(app, PASSPHRASE)
        await shows(app, "The recovery key is on no paper yet")
