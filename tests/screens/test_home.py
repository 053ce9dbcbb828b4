"""The list of conferences: a new one, a look at one, its end."""

import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, time
from pathlib import Path

from conference_tui import conferences
from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.exchange import archive, sealed
from conference_tui.store.folder import Folder
from screens.calm import settle
from screens.form import Form
from screens.timeline import Timeline
from tests.screens.driving import press, recorded, running, said, shows, ten_past_two, text_of, write
from tests.screens.late_stages import CLEANED, unwrapped
from tests.screens.locked import PASSPHRASE, answer, at_the_door, vaulted
from tests.screens.test_closed_slot import ROOM
from tests.screens.test_timeline import contribution

HELD = e.ConferenceArranged(held=date(2026, 12, 1))
CLOSED = e.ConferenceClosed(at=time(14, 5))
KEPT = e.RetentionSet(until=date(2026, 11, 30), why="to test the list")


@asynccontextmanager
async def at_the_list(folder: Folder) -> AsyncIterator[ConferenceApp]:
    """The program at its list of conferences, read."""
    app = ConferenceApp(folder, clock=ten_past_two)
    async with app.run_test(size=(100, 30), notifications=True):
        await shows(app, "Child protection conferences")
        yield app


async def test_what_was_typed_about_a_new_conference_comes_back(tmp_path: Path) -> None:
    """Also after the program has ended: nothing typed in any field is lost."""
    async with at_the_list(Folder.at(tmp_path)) as app:
        await press(app, "f2")
        await write(app, "ASH-77")
        await press(app, "enter")
        await write(app, "rev")
        await press(app, "enter", "enter")
        await write(app, "Ines Corrigan")
        await press(app, "escape", "f2")
        assert "ASH-77" in text_of(app)
        assert "(•) review" in text_of(app)
    async with at_the_list(Folder.at(tmp_path)) as app:
        await press(app, "f2")
        assert "ASH-77" in text_of(app)
        assert "(•) review" in text_of(app)
        assert "Ines Corrigan" in text_of(app)


async def test_once_it_is_begun_the_form_is_empty(tmp_path: Path) -> None:
    async with at_the_list(Folder.at(tmp_path)) as app:
        await press(app, "f2")
        await write(app, "ASH-77")
        await press(app, "enter")
        await write(app, "rev")
        await press(app, "enter")
        await write(app, "barn")
        await press(app, "ctrl+s")
        await shows(app, "Set-up")
        await press(app, "escape", "ctrl+w")
        await shows(app, "Enter opens", "ASH-77")
        await press(app, "f2")
        assert isinstance(app.screen, Form)
        assert app.screen.text("ref") == ""
        assert not app.screen.values().one("kind")
        await press(app, "escape")


async def test_a_conference_is_looked_at_without_opening_it(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    record = recorded(folder, *ROOM, contribution("he slept at his aunt's"))
    async with running(folder, record), at_the_list(Folder.at(tmp_path)) as app:
        await shows(app, "TST-1")
        await press(app, "f3")
        await shows(app, "Only for reading", "aunt's")
        await press(app, "enter", "enter")
        assert isinstance(app.screen, Timeline)
        assert "nothing can be struck" in said(app)


async def test_what_is_before_the_damage_can_be_read(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    record = recorded(folder, *ROOM, contribution("he slept at his aunt's"))
    path = folder.file(record)
    content = bytearray(path.read_bytes())
    content[-30] ^= 1
    path.write_bytes(content)
    async with at_the_list(folder) as app:
        await shows(app, "TST-1")
        await press(app, "f3")
        await shows(app, "Only for reading", "what is whole can still be read", "Tamsin Orrell")
        assert "aunt's" not in text_of(app)
        text = await shows(app, "No seal before the damage", "Seals after it cannot be seen")
        assert "Not sealed yet" not in text


async def test_a_record_that_was_kept_long_enough_is_pointed_out(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    recorded(folder, *ROOM, KEPT)
    async with at_the_list(folder) as app:
        await shows(app, "Was to be kept until Mon 30 Nov 2026")


async def test_erasing_wants_the_reference_typed(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    record = recorded(folder, *ROOM)
    async with at_the_list(folder) as app:
        await shows(app, "TST-1")
        await from_palette(app, "Erase")
        await write(app, "kept long enough")
        await press(app, "enter")
        await write(app, "Ines Corrigan")
        await press(app, "enter")
        await write(app, "TST-2")
        await press(app, "enter")
        assert "Nothing has been erased" in text_of(app)
        assert folder.has(record)
        await press(app, "ctrl+u")
        await write(app, "TST-1")
        await press(app, "enter")
        await shows(app, "There is no conference here yet")
        assert not folder.has(record)


async def test_an_archive_is_written_under_a_passphrase_of_its_own(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path / "store")
    recorded(folder, *ROOM, contribution(CLEANED))
    to = tmp_path / "one.archive"
    async with at_the_list(folder) as app:
        await shows(app, "TST-1")
        await from_palette(app, "Archive")
        await answer(app, str(to), PASSPHRASE, PASSPHRASE)
        await shows(app, "The archive is in")
        await from_palette(app, "Archive")
        await answer(app, str(to), PASSPHRASE, PASSPHRASE)
        assert "is there already" in unwrapped(text_of(app))
        assert app.screen.query_one("#secret-file").value == str(to)  # type: ignore[attr-defined]
        await press(app, "escape")
    found = archive.read(sealed.decrypt(to.read_bytes(), PASSPHRASE))
    assert found.about.ref == "TST-1"
    assert to.stat().st_mode & 0o777 == 0o600
    assert len(conferences.summaries(folder)) == 1


async def from_palette(app: ConferenceApp, name: str) -> None:
    """Find a command by its name and run it."""
    await press(app, "ctrl+p")
    await write(app, name)
    await shows(app, f"{name}…")
    await press(app, "enter")
    await settle(app)


async def test_a_damaged_one_is_not_opened_and_says_how_it_is_read(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    path = folder.file(recorded(folder, *ROOM))
    path.write_bytes(path.read_bytes()[:-30])
    async with at_the_list(folder) as app:
        await shows(app, "TST-1")
        await press(app, "down", "enter")
        assert "F3 in the list shows it" in said(app)


async def test_what_was_typed_about_a_new_conference_is_there_after_a_lock(tmp_path: Path) -> None:
    path, _, _ = vaulted(tmp_path)
    async with at_the_door(path) as app:
        await answer(app, PASSPHRASE)
        await shows(app, "TST-1")
        await press(app, "f2")
        await write(app, "ASH-77")
        await press(app, "ctrl+l")
        await shows(app, "Type your passphrase")
        await answer(app, PASSPHRASE)
        await shows(app, "TST-1")
        await press(app, "f2")
        assert "ASH-77" in text_of(app)
        await press(app, "escape")


async def test_a_conference_whose_file_is_gone_is_told(tmp_path: Path) -> None:
    """It is in no list any more: without this nobody would look for it."""
    folder = Folder.at(tmp_path)
    gone = recorded(folder, *ROOM)
    for file in folder.path.glob(f"{gone}*"):
        file.unlink()
    async with at_the_list(folder) as app:
        await shows(app, "The file of one conference is missing", "Look in a backup")


async def test_the_colours_chosen_lie_in_a_file_of_their_owner_alone(tmp_path: Path) -> None:
    async with at_the_list(Folder.at(tmp_path)) as app:
        await press(app, "ctrl+t")
        assert stat.S_IMODE((tmp_path / "theme").stat().st_mode) == 0o600


async def test_a_folder_for_trying_things_out_says_so_on_its_list(tmp_path: Path) -> None:
    async with at_the_list(Folder.at(tmp_path / "demo", throw_away=True)) as app:
        await shows(app, "A folder for trying things out: not protected.")
    folder = Folder.at(tmp_path / "other")
    recorded(folder)
    async with at_the_list(folder) as app:
        assert "trying things out" not in await shows(app, "TST-1")


async def test_help_is_there_before_anything_is_opened(tmp_path: Path) -> None:
    async with at_the_list(Folder.at(tmp_path)) as app:
        assert "F1 Help" in text_of(app)
        await press(app, "f1")
        await shows(app, "Keys at the list", "Set up a conference that is not there yet")
        await press(app, "escape")
        await shows(app, "Child protection conferences", "search by reference")
