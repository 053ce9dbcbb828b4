"""The way in: unlocking with the passphrase or the recovery key, and changing them."""

import json
from pathlib import Path

import pytest
from textual.widgets import Input

from conference_tui.store.folder import Folder
from screens.home import Home
from screens.recovery_key import RecoveryKey, TypedBack
from screens.unlock import Unlock
from tests.screens.driving import press, said, shows, text_of, write
from tests.screens.late_stages import unwrapped
from tests.screens.locked import (
    CHEAP,
    PASSPHRASE,
    answer,
    at_the_door,
    chosen,
    from_palette,
    until_worked,
    vaulted,
)
from tests.screens.test_layout import SIZES


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
