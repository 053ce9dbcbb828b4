"""One program at a time: a lock that the system itself drops when its holder dies, so it is never stale."""

import contextlib
import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

import msgspec

from conference_tui.store import disk
from conference_tui.store.errors import InUse

_LOCKED_BYTE = 1 << 20
"""Windows bars reading a locked byte, so the lock lies far behind the note on who holds it."""


class Holder(msgspec.Struct, frozen=True):
    """Who holds a lock."""

    pid: int
    since: datetime

    def __str__(self) -> str:
        return f"process {self.pid}, since {self.since.astimezone():%H:%M on %d %B %Y}"


class Lock:
    """Hold a side file, never the data itself, until `release`.

    Args:
        path: the side file; made, 0600, where it is not there yet.
        what: what is locked, as the message begins ("This conference").
        wait: seconds to try before giving up.

    Raises:
        InUse: another holder has it; the message says who.
        OSError: the side file cannot be made.

    """

    def __init__(self, path: Path, what: str, *, wait: float = 0.0) -> None:
        self._fd = disk.open_private(path, os.O_RDWR | os.O_CREAT)
        try:
            self._take(path, what, time.monotonic() + wait)
        except BaseException:
            os.close(self._fd)
            raise

    def _take(self, path: Path, what: str, until: float) -> None:
        while not _try_lock(self._fd):
            if time.monotonic() >= until:
                raise InUse(
                    f"{what} is already open in another window ({_read_holder(path)}). "
                    "Nothing has been changed here. Go on in that window, or close it and try again."
                )
            time.sleep(0.01)
        with contextlib.suppress(OSError):  # a full disk must not keep anyone out of the record
            note = msgspec.json.encode(Holder(os.getpid(), datetime.now(UTC).replace(microsecond=0)))
            os.ftruncate(self._fd, 0)
            disk.write_at(self._fd, 0, note)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()

    def release(self) -> None:
        """Let the next one in."""
        if self._fd >= 0:
            disk.let_go(self._fd)
            self._fd = -1


def _read_holder(path: Path) -> str:
    try:
        return str(msgspec.json.decode(path.read_bytes(), type=Holder))
    except (OSError, msgspec.MsgspecError, ValueError, OverflowError):
        return "which one is not known"


if sys.platform == "win32":
    import msvcrt

    def _try_lock(fd: int) -> bool:
        os.lseek(fd, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(fd: int) -> bool:
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
