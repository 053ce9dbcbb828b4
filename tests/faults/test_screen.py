"""The screen never waits for the disk: a key that is pressed during a save is shown before that save is done."""

import os
import threading
from pathlib import Path

import pytest

from conference_tui.store.folder import Folder
from tests.faults.application import Application
from tests.faults.application_kills import REF, SPEAKER, a_meeting
from tests.faults.place import the_folder
from tests.screens.driving import meeting, press, running, shows, text_of, write

SLOW_DISK = ("strace", "-f", "-qqq", "--seccomp-bpf", "-o", "/dev/null", "-e", "trace=fsync")
HALF_A_SECOND = ("-e", "inject=fsync:delay_enter=500000")


@pytest.mark.strace
def test_with_half_a_second_for_each_sync_a_key_is_shown_before_the_save_is(tmp_path: Path) -> None:
    store = tmp_path / "store"
    a_meeting(store)
    with Application(store, REF, through=SLOW_DISK + HALF_A_SECOND) as application:
        application.until_opened()
        saved = application.saved
        for number, letter in enumerate("ΩΨΔ", start=1):
            before = len(application.shown)
            application.type(f"{SPEAKER}: she was out\r")
            saving = application.until_shown("… saving", after=before)
            application.type(letter)
            done = application.until_shown(f"✓ saved {saved + number}", after=saving)
            assert letter in application.shown[saving:done]
            application.type("\x7f")


async def test_with_a_disk_that_never_answers_keys_are_still_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sync does not come back until a person has recorded another line and begun a third."""
    store = tmp_path / "store"
    record = a_meeting(store)
    answers, sync = threading.Event(), os.fsync

    def fsync(fd: int) -> None:
        if threading.current_thread() is not threading.main_thread():
            answers.wait()
        sync(fd)

    folder: Folder = the_folder(store)
    async with running(folder, record) as app:
        saved = meeting(app).count
        monkeypatch.setattr(os, "fsync", fsync)
        try:
            await write(app, f"{SPEAKER}: she was out")
            await press(app, "enter")
            await shows(app, "… saving")
            await write(app, f"{SPEAKER}: nobody said where")
            assert "nobody said where" in text_of(app)
            assert "… saving" in text_of(app)
            await press(app, "enter")
            await write(app, f"{SPEAKER}: since Friday")
            assert "since Friday" in text_of(app)
            assert not meeting(app).is_saved
        finally:
            answers.set()
        await shows(app, f"✓ saved {saved + 2}")
