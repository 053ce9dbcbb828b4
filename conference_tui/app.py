"""The application: opens conferences, holds the meeting, moves between screens."""

import asyncio
import gc
import re
import signal
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from rich.text import Text
from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.message import Message
from textual.notifications import Notify
from textual.screen import Screen

import screens
from conference_tui import surroundings
from conference_tui.door import LOOKED_AT_EVERY, Door
from conference_tui.garbage import LOOKED_FOR_EVERY, Pauses
from conference_tui.store import disk
from conference_tui.store.errors import Damaged, StoreError
from conference_tui.store.folder import Folder
from screens.blank import Veil
from screens.calm import Keyboard, is_leaving
from screens.idle import Idle, minutes_from_environment
from screens.themes import THEMES

if TYPE_CHECKING:
    from textual.command import Provider
    from textual.driver import Driver

    from conference_tui.meeting import Meeting

WINDOW_LOOKED_FOR_EVERY = 1.0
"""Seconds between two looks whether the terminal is still there."""

SAVED = "Everything recorded is saved: start it again and open the conference."
NOT_SAVED = (
    "What was shown as saved is saved; the last entry is not. Start it again, open the conference, and look "
    "whether its words are among what was typed and not recorded."
)


@runtime_checkable
class KeepsTyping(Protocol):
    """A screen in which something may stand that is not recorded yet."""

    def keep_typing(self) -> None:
        """Keep it as it stands now."""


def _commands() -> "type[Provider]":
    from screens.commands import Commands  # with it comes the whole meeting, which the list does not need

    return Commands


def _driver() -> "type[Driver] | None":
    """What reads the terminal; on Windows it is Textual's own, as it is."""
    if sys.platform == "win32":
        return None
    from screens.paste_driver import PasteDriver  # Windows has none of what it imports

    return PasteDriver


QUESTIONS = "questions"
"""The group of those workers that wait for an answer on a screen."""
PAPERS = ("plans", "copies")
"""The groups of those workers that write papers: what lies in a folder is to stand in the record."""
IN_THREADS = (*PAPERS, "closing", "secret")
"""The groups of those workers that a lock waits for."""
PAPERS_FIRST = "Papers are being made, and are recorded when they are written. Leave when they are done."


class ConferenceApp(App[None]):
    """One conference at a time, from the list of them all."""

    TITLE = "Conference"
    """Neutral: it stands in the title of the window, where everybody reads it."""
    CSS_PATH = Path(screens.__file__).with_name("conference.tcss")
    COMMANDS = {_commands}
    COMMAND_PALETTE_BINDING = "ctrl+p"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS = [
        Binding("ctrl+q", "quit", "Quit", show=False, id="app.quit", tooltip="Leave the program; all is saved", priority=True),
        Binding("ctrl+c", "interrupted", show=False, priority=True),
        Binding("ctrl+t", "next_theme", "Colours", show=False, id="app.theme", tooltip="Dark, light, high contrast"),
        Binding("f9", "blank", "Blank", show=False, id="app.blank", priority=True,
                tooltip="Blank the screen: somebody walks in"),
        Binding("ctrl+l", "lock", "Lock", show=False, id="app.lock", priority=True,
                tooltip="Lock: the passphrase is asked for, then all is where it was"),
    ]  # fmt: skip
    ONLY_COMMANDS = [
        ("Change the passphrase", "The recovery key stays", "change_passphrase"),
        ("New recovery key", "When its sheet is lost, or was seen", "renew_recovery_key"),
    ]
    """What is found by its name alone: too rare for a key."""

    def __init__(
        self,
        folder: Folder,
        *,
        record_id: str = "",
        new: bool = False,
        review_of: str = "",
        makes_vault: bool = False,
        idle: Idle | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        """Begin at the list of conferences, in one of them (`record_id`), or with a new one.

        `review_of` is the record of the conference that the new one reviews.
        With `makes_vault` a folder without a passphrase gets one first. `idle` says when nobody is there.
        """
        super().__init__(driver_class=_driver())
        self.folder = folder
        self.clock = clock
        self.meeting: Meeting | None = None
        self.is_closing = False
        """Whether a meeting that was left is still being closed."""
        self._first = record_id
        self._new = new
        self._review_of = review_of
        self._has_stopped = False
        self._cleared = 0.0
        """When what was told was taken away, on the clock of Textual's messages."""
        self._pauses = Pauses()
        self._keyboard = Keyboard(self, super().on_event)
        idle = idle or Idle(minutes_from_environment())
        self.door = Door(self, self, folder, idle, makes_vault=makes_vault)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self._kept_theme()

    # --- Beginning and end ----------------------------------------------------------------------------------

    async def on_mount(self) -> None:
        """Show the first screen; end properly when the window is closed."""
        if sys.platform != "win32":
            for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
                asyncio.get_running_loop().add_signal_handler(number, self._ended_by, number)
            if not self.is_headless:
                self.set_interval(WINDOW_LOOKED_FOR_EVERY, self._end_without_window)
        self.set_interval(LOOKED_AT_EVERY, self.door.look)
        self.set_interval(LOOKED_FOR_EVERY, self._pauses.look)
        if self.door.is_shut:
            self.run_worker(self.door.come_in(self._first), group=QUESTIONS)
        else:
            await self.show_home(self._first)
        gc.freeze()

    async def show_home(self, record_id: str) -> None:
        """Show the conferences, and open one of them; or begin a new one where the program was started for that."""
        from screens.home import Home

        self.door.is_inside = True
        await self.push_screen(Home(self.folder))
        if record_id:
            self.open_conference(record_id)
        elif self._review_of and isinstance(self.screen, Home):
            self.screen.review(self._review_of)
            self._review_of = ""
        elif self._new:
            self._new = False
            self.action_new_conference()

    async def on_event(self, event: events.Event) -> None:
        """Keys and pastes wait their turn, so that none is lost while a form opens; none is wanted at the end."""
        if isinstance(event, events.InputEvent | events.Paste):
            if is_leaving(self):
                return
            self.door.touch()
            self._pauses.touch()
        elif isinstance(event, events.AppBlur):  # somebody is typing elsewhere
            self._pauses.use()
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._keyboard.take(event)
        else:
            await super().on_event(event)

    @property
    def keys_waiting(self) -> bool:
        """Whether keys were pressed that have not been delivered yet."""
        return self._keyboard.is_waiting

    def forget_keys(self) -> None:
        """Drop the keys that were pressed and not delivered yet: where they were meant to go is no more."""
        self._keyboard.forget()

    def _ended_by(self, number: int) -> None:
        if not (self.is_headless or surroundings.has_window()):
            surroundings.write_to_nobody()
        self.exit(return_code=128 + number)

    def _end_without_window(self) -> None:
        """End when the window is gone and no shell has passed the signal on: the record must not stay locked."""
        if not surroundings.has_window():
            self._ended_by(signal.SIGHUP)

    def exit(self, result: None = None, return_code: int = 0, message: object = None) -> None:
        """Leave, with everything kept that stands unfinished in a field, or could not be saved."""
        del message
        self.keep_typing()
        super().exit(result, return_code=return_code)

    async def action_quit(self) -> None:
        """Leave; but where the last words could not be saved, stay once: they are on the screen again, and why.

        And stay while papers are being made.
        """
        if not self.is_making_papers() and (self.meeting is None or self.meeting.settle()):
            self.exit()

    def keep_typing(self) -> bool:
        """Keep what stands unfinished anywhere. False where something recorded could not be saved.

        Then it is typing again, and kept with the rest.
        """
        is_saved = True
        if self.meeting:
            with suppress(Exception):  # what could not be saved is typing again, if a screen takes it
                is_saved = self.meeting.settle()
        for screen in self.screen_stack:
            if isinstance(screen, KeepsTyping):
                with suppress(Exception):  # one screen that is broken must not cost another one its words
                    screen.keep_typing()
        return is_saved

    def action_interrupted(self) -> None:
        """Ctrl-C loses nothing and ends nothing: a hand slips."""
        is_saved = self.meeting is None or self.meeting.is_saved
        state = "All that was recorded is saved." if is_saved else "The last entry is still being saved."
        self.notify(f"{state} Ctrl+Q leaves the program.", markup=False)

    def _fatal_error(self) -> None:
        """Say that the program ends, without the words that were on the screen: Textual would print them."""
        from conference_tui import incident_report

        if self._has_stopped:
            return  # the first mistake is the one to mend; what it drags along says nothing more
        self._has_stopped = True
        saved = SAVED if self._save_the_rest() else NOT_SAVED
        error = sys.exc_info()[1] or self._exception
        kept = incident_report.keep(self.folder, incident_report.report(error))
        said = (f"The program had to stop. {saved}", kept, incident_report.summary(error))
        self._exit_renderables.append(Text("\n".join(said)))
        self._close_messages_no_wait()

    def _save_the_rest(self) -> bool:
        """Hear what became of the last entries and keep what is being typed; whether all that was recorded is saved."""
        is_saved = self.meeting is None
        with suppress(Exception):
            is_saved = self.meeting is None or (self.meeting.settle() and self.meeting.is_saved)
        self.keep_typing()
        return is_saved

    def panic(self, *renderables: object) -> None:
        """As `_fatal_error`: what Textual has ready to be printed may hold words that were on the screen."""
        del renderables
        self._return_code = self._return_code or 1
        if self.is_headless or surroundings.has_window():
            self._fatal_error()
        else:
            self._ended_by(signal.SIGHUP)

    def close_meeting(self) -> None:
        """Write what is waiting and let the record go."""
        if self.meeting:
            meeting, self.meeting = self.meeting, None
            meeting.close()

    def post(self, call: Callable[[], None]) -> None:
        """Bring a call from another thread to this program's own loop."""
        if self._loop and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(call)

    # --- The door -------------------------------------------------------------------------------------------

    async def action_blank(self) -> None:
        """Show nothing, at once."""
        await self.door.blank()

    def action_lock(self) -> None:
        """Lock; after the passphrase all is where it was."""
        self.run_worker(self.door.lock(), group="lock")

    def action_change_passphrase(self) -> None:
        """Ask for the passphrase and a new one."""
        self.run_worker(self.door.change_passphrase(), group=QUESTIONS)

    def action_renew_recovery_key(self) -> None:
        """Make a new recovery key and show it."""
        self.run_worker(self.door.renew_recovery_key(), group=QUESTIONS)

    def forget_questions(self) -> None:
        """Nobody answers a question any more whose screen is gone."""
        self.workers.cancel_group(self, QUESTIONS)

    def is_making_papers(self) -> bool:
        """Whether papers are being made; then that is told, for nobody may leave the record that they stand in."""
        found = any(worker.group in PAPERS and worker.is_running for worker in self.workers)
        if found:
            self.notify(PAPERS_FIRST, markup=False)
        return found

    async def until_threads_are_done(self) -> None:
        """Wait for plans and copies that are being made, a meeting that is being closed, a passphrase that is being worked on.

        They are to stand in the record, or hold keys that are to be dropped.
        """
        while any(worker.group in IN_THREADS and worker.is_running for worker in self.workers):
            await asyncio.sleep(0.01)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Behind a blank screen no key does anything but lock; before anybody is inside there are no commands."""
        del parameters
        if action == "command_palette" and not self.door.is_inside:
            return False
        return action == "lock" or not (self._screen_stack and isinstance(self.screen, Veil))

    # --- Going about ----------------------------------------------------------------------------------------

    def open_conference(self, record_id: str) -> None:
        """Open a conference from the list, or say why it cannot be opened."""
        from conference_tui.conferences import open_meeting
        from conference_tui.meeting import ClosedLocked
        from screens.meeting import MeetingScreen

        try:
            self.meeting = open_meeting(self.folder, record_id, clock=self.clock, post=self.post)
        except ClosedLocked:
            self.run_worker(self._open_with_closed_record(record_id), group=QUESTIONS)
            return
        except (StoreError, LookupError, ValueError) as trouble:
            told = f"{trouble} F3 in the list shows it." if isinstance(trouble, Damaged) else str(trouble)
            self.notify(told, title="Not opened", severity="error", timeout=60, markup=False)
            return
        self.push_screen(MeetingScreen(self.meeting), self._left_meeting)

    async def _open_with_closed_record(self, record_id: str) -> None:
        """A closed slot is open in it: its record opens with the passphrase only (BA-11)."""
        says = "A closed slot is open in this conference. Its record opens with your passphrase only."
        if await self.door.open_closed_record(record_id, (says,)):
            self.open_conference(record_id)

    def _left_meeting(self, _: None) -> None:
        if self.meeting:
            self.is_closing = True
            self.meeting.listeners.clear()
            self.meeting.troubles.clear()
            self.run_worker(self._close_behind_the_list(), group="closing")

    async def _close_behind_the_list(self) -> None:
        """Close the meeting in a thread: the disk may be slow, and the list is on the screen already."""
        from screens.home import Home

        try:
            await asyncio.to_thread(self.close_meeting)
        finally:
            self.is_closing = False
        if not is_leaving(self) and isinstance(self.screen, Home):
            self.screen.read()

    def action_new_conference(self) -> None:
        """Set up a conference that is not there yet."""
        from screens.home import Home

        if isinstance(self.screen, Home):
            self.screen.action_new()

    # --- Colours and clipboard ------------------------------------------------------------------------------

    def _kept_theme(self) -> str:
        name = ""
        with suppress(OSError, ValueError):
            name = (self.folder.path / "theme").read_text(encoding="utf-8").strip()
        return name if name in self.available_themes else THEMES[0].name

    def action_next_theme(self) -> None:
        """Dark, light, high contrast, and round."""
        names = [theme.name for theme in THEMES]
        place = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(place + 1) % len(names)]
        try:
            disk.atomic_write(self.folder.path / "theme", self.theme.encode())
        except StoreError as error:
            self.notify(f"These colours last until the program ends. {error}", markup=False)

    def get_key_display(self, binding: Binding) -> str:
        """A key as it stands on the keyboard: F1, and not f1."""
        shown = super().get_key_display(binding)
        return shown.upper() if re.fullmatch(r"f\d+", shown) else shown

    def clear_notifications(self) -> None:
        """Take away what was told, and what was told before now and is still on its way."""
        super().clear_notifications()
        self._cleared = Message().time

    def on_notify(self, event: Notify) -> None:
        """Show nothing that was to be taken away: it may repeat words of a closed slot (BA-11); and nothing twice."""
        if event.time < self._cleared:
            event.prevent_default()
            return
        told = event.notification
        for each in tuple(self._notifications):  # a second one would only stand over more of the rows
            if (each.title, each.message) == (told.title, told.message):
                self._unnotify(each, refresh=False)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy within the program only: the terminal's clipboard is everybody's."""
        self._clipboard = text

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """None of Textual's own: every command of this program is declared as a binding."""
        del screen
        return ()


def run(folder: Folder, *, open_record: str | None = None, new: bool = False, review_of: str = "") -> int:
    """Run the program until it is left. Returns the exit status."""
    surroundings.log_nothing()
    app = ConferenceApp(folder, record_id=open_record or "", new=new, review_of=review_of, makes_vault=True)
    try:
        app.run()
    finally:
        app.close_meeting()
    return app.return_code or 0
