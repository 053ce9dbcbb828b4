"""What a thread has found out for a screen that is no longer there, or is being taken away, is dropped."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from conference_tui.app import ConferenceApp
from conference_tui.store.folder import Folder
from screens.blank import Blank
from screens.calm import settle
from screens.close import Close
from screens.home import Home
from screens.printers import ask_printer
from screens.recovery_key import RecoveryKey
from screens.unlock import Unlock
from tests.screens.driving import at_sheet, press, said, shows, ten_past_two, text_of
from tests.screens.locked import at_the_door, unlocked, vaulted
from tests.screens.test_closed_slot import ROOM
from tests.screens.test_timeline import in_timeline


async def taken_away_while(app: ConferenceApp, news: Callable[[], object]) -> None:
    """Take the screen on top away, with news for it at every turn of the loop until it is gone."""
    screen, going = app.screen, app.pop_screen()
    while screen in app.screen_stack:
        await asyncio.sleep(0)
    while screen.is_attached:
        news()
        await asyncio.sleep(0)
    news()
    await going
    await settle(app)


async def test_the_list_read_while_it_is_taken_away(tmp_path: Path) -> None:
    app = ConferenceApp(Folder.at(tmp_path), clock=ten_past_two)
    async with app.run_test():
        await settle(app)
        home = app.screen
        assert isinstance(home, Home)
        await taken_away_while(app, lambda: home._show((), "read too late"))
        assert app.is_running


async def test_a_timeline_read_while_it_is_left(tmp_path: Path) -> None:
    async with in_timeline(tmp_path) as (app, timeline):
        source, found = timeline._source, timeline._all
        assert source is not None

        def news() -> None:
            timeline._show(source, found)
            timeline._tell("read too late")

        await taken_away_while(app, news)
        assert app.is_running


async def test_a_printer_found_while_the_recovery_key_is_taken_away(tmp_path: Path) -> None:
    async with at_the_door(vaulted(tmp_path)[0]) as app:
        await app.push_screen(RecoveryKey("-".join(["AAAAA"] * 13), today=lambda: ten_past_two().date()))
        key = app.screen
        assert isinstance(key, RecoveryKey)

        def news() -> None:
            key.tell("printed too late")
            key._ask_printer(["one", "two"])

        await taken_away_while(app, news)
        assert isinstance(app.screen, Unlock)


async def test_what_became_of_the_printing_is_not_told_in_front_of_the_lock(tmp_path: Path) -> None:
    path, record, _ = vaulted(tmp_path, *ROOM)
    async with at_the_door(path, record) as app:
        await unlocked(app)
        close = await at_sheet(app, "close")
        assert isinstance(close, Close)
        await press(app, "ctrl+l")
        await shows(app, "Type your passphrase")
        close.plans.tell(Path("Maya.pdf"), "Maya.pdf is printed")
        ask_printer(close, close.plans.printing(Path("Maya.pdf")), ["one", "two"])
        await settle(app)
        assert isinstance(app.screen, Unlock)
        assert "Maya" not in text_of(app) + said(app)


async def test_a_printer_found_behind_a_blank_screen_is_not_asked_for_in_front_of_it(tmp_path: Path) -> None:
    """Only F9 ends it."""
    path, record, _ = vaulted(tmp_path, *ROOM)
    async with at_the_door(path, record) as app:
        await unlocked(app)
        close = await at_sheet(app, "close")
        assert isinstance(close, Close)
        await press(app, "f9")
        ask_printer(close, close.plans.printing(Path("Maya.pdf")), ["one", "two"])
        await settle(app)
        assert isinstance(app.screen, Blank)
        assert "Maya" not in text_of(app)
