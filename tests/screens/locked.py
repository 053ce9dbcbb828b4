"""Folders with a passphrase for the tests of these screens; guessing it costs as little as is allowed."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.store.folder import Folder
from conference_tui.store.slots import Cost
from screens.calm import settle
from screens.idle import Idle
from screens.recovery_key import RecoveryKey
from screens.secret_box import SecretBox
from tests.screens.driving import _begun, press, recorded, shows, ten_past_two, write

PASSPHRASE = "seven herons under the viaduct"
CHEAP = Cost(memory_kib=19 * 1024, passes=2, lanes=1)


class Seconds:
    """A clock that goes on when the test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def vaulted(path: Path, *happened: e.AnyEvent) -> tuple[Path, str, str]:
    """A folder with a vault and one conference, left locked; gives it, the record and the recovery key."""
    folder = Folder.at(path)
    key = folder.make_vault(PASSPHRASE, cost=CHEAP)
    folder.note_recovery()
    return path, recorded(folder, *happened), key


@asynccontextmanager
async def at_the_door(
    path: Path,
    record_id: str = "",
    *,
    minutes: int = 10,
    seconds: Seconds | None = None,
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[ConferenceApp]:
    """The program as it starts on a folder, at rest."""
    idle = Idle(minutes, seconds or Seconds())
    app = ConferenceApp(Folder.at(path), record_id=record_id, makes_vault=True, idle=idle, clock=ten_past_two)
    try:
        async with app.run_test(size=size, notifications=True):
            await settle(app)
            yield app
    finally:
        app.close_meeting()


async def answer(app: ConferenceApp, *fields: str) -> None:
    """Type into the fields of a box, one after the other, and wait for what comes of it."""
    for words in fields:
        await write(app, words)
        await press(app, "enter")
    await until_worked(app)


async def until_worked(app: ConferenceApp) -> None:
    """Wait until nothing is being worked on in a thread."""
    await settle(app)
    while any(isinstance(screen, SecretBox) and screen.is_working for screen in app.screen_stack):
        await asyncio.sleep(0.01)
    await settle(app)


async def unlocked(app: ConferenceApp) -> None:
    """Type the passphrase, and wait for the meeting."""
    await shows(app, "Locked")
    await answer(app, PASSPHRASE)
    await _begun(app)


async def chosen(app: ConferenceApp) -> list[str]:
    """Choose a passphrase at the first start; gives the groups of the recovery key, read from the screen."""
    await answer(app, PASSPHRASE, PASSPHRASE)
    await shows(app, "Recovery key")
    assert isinstance(app.screen, RecoveryKey)
    return app.screen._groups


async def from_palette(app: ConferenceApp, name: str) -> None:
    """Find a command by its name and run it."""
    await press(app, "ctrl+p")
    await write(app, name)
    await shows(app, name)
    await press(app, "enter")
    await until_worked(app)
