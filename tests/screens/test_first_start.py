"""The first start: a passphrase is chosen, and the recovery key is put on paper."""

from pathlib import Path

from conference_tui.store.folder import Folder
from screens.home import Home
from screens.recovery_key import RecoveryKey, TypedBack
from tests.documents.pdf_checks import Reading
from tests.documents.scheduler import running_scheduler
from tests.screens.driving import press, shows, text_of, write
from tests.screens.late_stages import unwrapped
from tests.screens.locked import PASSPHRASE, answer, at_the_door, chosen


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
