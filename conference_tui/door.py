"""The way in and out: the first start, unlocking, locking by key and by itself, blanking.

Locking is leaving: the meeting is closed as for a power cut, its keys and its screens are dropped, and after
unlocking it is opened again where it was.
"""

import asyncio
import gc
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from textual.app import App
from textual.notifications import Notification

from conference_tui.store.errors import StoreError
from conference_tui.store.folder import Folder
from screens.blank import Blank, Veil
from screens.idle import Idle, Quiet

if TYPE_CHECKING:
    from conference_tui.meeting import Meeting

LOOKED_AT_EVERY = 1.0
"""Seconds between two looks whether anybody is there."""

NO_PASSPHRASE = "These conferences have no passphrase, so they cannot be locked. F9 blanks the screen."
NOT_LOCKED = (
    "Not locked: the last words could not be saved. They are on the screen again; make room on the disk."
)


class House(Protocol):
    """What is behind the door: the conferences, and the one that is open."""

    clock: Callable[[], datetime]
    meeting: "Meeting | None"

    async def show_home(self, record_id: str) -> None:
        """Show the conferences, and open one of them."""

    async def until_threads_are_done(self) -> None:
        """Wait for what runs beside the screens."""

    def keep_typing(self) -> bool:
        """Keep what stands in every field; whether it is kept."""

    def close_meeting(self) -> None:
        """Let the conference go that is open."""

    def forget_questions(self) -> None:
        """Take every question away that is being asked."""


class Door:
    """Lets people in and out of one folder of conferences."""

    def __init__(
        self, app: App[None], house: House, folder: Folder, idle: Idle, *, makes_vault: bool
    ) -> None:
        """Stand at the door of `house`, which shows a `folder` on the screens of `app`. `makes_vault`: a folder without a passphrase gets one before all else."""
        self._app = app
        self._house = house
        self._folder = folder
        self._makes_vault = makes_vault
        self._is_locking = False
        self._asked_for = ""
        """The record whose closed slot's passphrase is being asked for; empty otherwise."""
        self.is_inside = False
        """Whether the conferences are shown, and commands can be given."""
        self.idle = idle

    # --- In -------------------------------------------------------------------------------------------------

    @property
    def is_shut(self) -> bool:
        """Whether something has to be asked before anything of a conference can be shown."""
        try:
            return self._folder.is_locked or (self._makes_vault and self._folder.needs_vault)
        except StoreError:
            return False  # the list of conferences says what is wrong with the folder

    async def come_in(self, record_id: str = "") -> None:
        """Ask what has to be asked, then show the conferences, and open one of them.

        While the keys cannot be read nobody comes in: the box for the passphrase says why.
        """
        try:
            is_locked, needs_vault = self._folder.is_locked, self._folder.needs_vault
        except StoreError as trouble:
            await self._unlock(record_id, str(trouble))
        else:
            if is_locked:
                await self._unlock(record_id)
            elif needs_vault:
                await self._first_start()
        self.idle.touch()
        await self._house.show_home(record_id)
        if record_id and not (self._house.meeting and self._house.meeting.in_closed_slot):
            self._folder.forget_closed()

    async def _first_start(self) -> None:
        from screens.first_start import FirstStart

        key = await self._app.push_screen_wait(FirstStart(self._folder))
        if key:
            await self._show_recovery_key(key)

    async def _show_recovery_key(self, key: str) -> None:
        """Show a recovery key until it is on paper."""
        from screens.recovery_key import RecoveryKey

        await self._app.push_screen_wait(RecoveryKey(key, today=lambda: self._house.clock().date()))
        try:
            self._folder.note_recovery()
        except StoreError as trouble:
            self._app.notify(str(trouble), severity="warning", timeout=30, markup=False)

    async def _unlock(self, record_id: str, trouble: str = "") -> None:
        """Unlock, and with the same passphrase the closed record of the conference that is opened next."""
        from screens.unlock import Unlock

        def opened(passphrase: str) -> None:
            if record_id and self._folder.closed_record_of(record_id):
                self._folder.unlock_closed(record_id, passphrase)

        await self._app.push_screen_wait(Unlock(self._folder, opened, trouble=trouble))

    # --- The passphrase and the recovery key ----------------------------------------------------------------

    async def change_passphrase(self) -> None:
        """Ask for the passphrase and a new one."""
        from screens.passphrases import changing

        if self._has_passphrase() and await self._app.push_screen_wait(changing(self._folder)) is not None:
            self._app.notify("The passphrase is changed.", markup=False)

    async def renew_recovery_key(self) -> None:
        """Make a new recovery key, and show it until it is on paper."""
        from screens.passphrases import renewing

        if not self._has_passphrase():
            return
        meeting = self._house.meeting
        if meeting and meeting.in_closed_slot:
            self._app.notify("End the closed slot first: new keys shut its record.", markup=False)
            return
        if key := await self._app.push_screen_wait(renewing(self._folder)):
            await self._show_recovery_key(key)

    async def open_closed_record(self, record_id: str, says: Sequence[str]) -> bool:
        """Ask for the passphrase that opens a closed record; whether it did."""
        from screens.passphrases import opening_closed

        self._asked_for = record_id
        try:
            return await self._app.push_screen_wait(opening_closed(self._folder, record_id, says)) is not None
        finally:
            self._asked_for = ""

    def _has_passphrase(self) -> bool:
        """Whether there is one; where there is none, or the keys cannot be read, the person is told."""
        try:
            has_vault = self._folder.has_vault
        except StoreError as trouble:
            self._app.notify(str(trouble), severity="error", timeout=30, markup=False)
            return False
        if not has_vault:
            self._app.notify(NO_PASSPHRASE, markup=False)
        return has_vault

    # --- Out ------------------------------------------------------------------------------------------------

    async def lock(self, *, nobody_is_here: bool = False) -> None:
        """Keep what is typed, close the meeting, drop keys and screens, and ask for the passphrase.

        Where the last words cannot be saved it stays open; with nobody there, behind a blank screen.
        """
        if self._is_locking or not self._has_passphrase() or self._folder.is_locked:
            return
        self._is_locking = True
        try:
            record_id = await self._leave(nobody_is_here=nobody_is_here)
        finally:
            self._is_locking = False
        if record_id is not None:
            await self.come_in(record_id)

    async def _leave(self, *, nobody_is_here: bool) -> str | None:
        """Everything up to the locked folder; gives the record that was open, or None where it had to stay.

        A record that was about to be opened counts as open: its passphrase is asked for once, at the door.
        """
        from conference_tui.conference import compared  # nothing of it is needed to come in

        app, meeting = self._app, self._house.meeting
        record_id = meeting.record_id if meeting else self._asked_for
        await app.push_screen(Veil("Locking …"))
        await self._house.until_threads_are_done()
        if meeting:
            await asyncio.to_thread(meeting.flush)
        is_kept = self._house.keep_typing()
        if not (is_kept and (meeting is None or await asyncio.to_thread(meeting.typing_is_kept))):
            await app.pop_screen()
            app.notify(NOT_LOCKED, severity="error", timeout=60, markup=False)
            if nobody_is_here and not isinstance(app.screen, Blank):
                await app.push_screen(Blank())
            return None
        if meeting:
            meeting.listeners.clear()
            meeting.troubles.clear()
        self.is_inside = False
        await self._take_screens_away()
        await app.push_screen(Veil("Locking …"))
        if meeting:
            await asyncio.to_thread(self._house.close_meeting)
        self._folder.lock()
        compared.forget()
        gc.unfreeze()
        gc.collect()
        await app.pop_screen()
        return record_id

    async def _take_screens_away(self) -> None:
        self._house.forget_questions()
        self._app.clear_notifications()
        self._app.copy_to_clipboard("")
        with self._app.batch_update():
            while len(self._app.screen_stack) > 1:
                await self._app.pop_screen()

    # --- Nobody there ---------------------------------------------------------------------------------------

    def touch(self) -> None:
        """Somebody pressed a key. What was said about locking is taken back; a blank screen stays out of it."""
        if isinstance(self._app.screen, Veil):
            return
        self.idle.touch()
        self._take_warning_back()

    def look(self) -> None:
        """Warn or lock when nobody has been there for long; called by a timer."""
        state = self.idle.state
        if state is Quiet.NOT_LONG or self._is_locking or not self._can_be_locked():
            return
        match state:
            case Quiet.WARN if not self._warnings():
                self._app.notify(
                    _warning(self.idle), severity="warning", timeout=self.idle.seconds_left, markup=False
                )
            case Quiet.LOCK:
                self.idle.touch()
                self._app.run_worker(self.lock(nobody_is_here=True), group="lock")

    def _can_be_locked(self) -> bool:
        try:
            return self._folder.has_vault and not self._folder.is_locked
        except StoreError:
            return False  # nothing was ever unlocked, and the list says why

    def _warnings(self) -> list[Notification]:
        return [told for told in self._app._notifications if told.message.startswith(_WARNING)]

    def _take_warning_back(self) -> None:
        for told in self._warnings():
            self._app._unnotify(told)

    async def blank(self) -> None:
        """Show nothing, at once."""
        if not isinstance(self._app.screen, Veil):
            await self._app.push_screen(Blank())


_WARNING = "Nobody has pressed a key for a while."


def _warning(idle: Idle) -> str:
    return f"{_WARNING} The program locks in {round(idle.seconds_left)} seconds. Any key keeps it open."
