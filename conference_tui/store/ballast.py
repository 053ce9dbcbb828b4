"""Room kept for the hour when the disk is full: a file of 4 MiB in the data folder, given up piece by piece.

Not all at once, because other programs take what is free: each piece is given up only when a write found no room,
and that write is then tried again. So the last entries and the close are saved although nothing else fits any more.
"""

import contextlib
import errno
import os
import secrets
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

BYTES = 4 << 20
NAME = "reserve"
"""The file's name in the data folder."""

_PIECE = 1 << 14
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


def with_room(folder: Path, needed: int, write: Callable[[], None]) -> None:
    """Write, and where the disk is full write again on what the reserve gives up.

    Args:
        folder: the data folder.
        needed: about how many bytes are to be written.
        write: does it, anew each time it is called.

    Raises OSError as `write` did when not even the reserve is left, or when room was not what it wanted.

    """
    while True:
        try:
            write()
        except OSError as error:
            if error.errno not in _NO_ROOM or not _give_up_a_piece(folder / NAME, needed):
                raise
        else:
            return


def refill(folder: Path) -> None:
    """Make the reserve, or make it whole again, where the disk has room for it and for as much besides.

    Where it has not, nothing is done; `warning` tells of it.
    """
    with contextlib.suppress(OSError):
        missing = BYTES - _size(folder / NAME)
        if missing > 0:
            with _opened(folder / NAME, os.O_CREAT) as file:
                if shutil.disk_usage(folder).free >= missing + BYTES:
                    _grow(file, missing)


def warning(folder: Path) -> str:
    """A sentence for the person while the reserve is in use or used up; empty when it is whole or was never made."""
    try:
        left = (folder / NAME).stat().st_size
    except OSError:
        return ""
    if left >= BYTES:
        return ""
    if left == 0:
        return (
            "The disk is full or nearly full, and of the reserve for that nothing is left: the next entry may not "
            "be saved. Make room on the disk: delete or move other files."
        )
    return (
        "The disk is full or nearly full. Entries go on being saved, in a reserve that was kept for this: "
        f"{left // 1024:,} of {BYTES // 1024:,} KB are left. Make room on the disk: delete or move other files. "
        "The reserve then fills again by itself."
    )


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _opened(path: Path, flags: int = 0) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_RDWR | flags, 0o600), "r+b")


def _give_up_a_piece(path: Path, needed: int) -> bool:
    """Shorten the reserve by what is needed, and somewhat more. False where nothing of it is left."""
    with contextlib.suppress(OSError):
        left = _size(path)
        if left:
            with _opened(path) as file:
                file.truncate(max(0, left - _PIECE * -(-2 * needed // _PIECE)))
                os.fsync(
                    file.fileno()
                )  # some file systems give the room back only with the change on the disk
            return True
    return False


def _grow(file: BinaryIO, missing: int) -> None:
    whole = BYTES - missing
    try:
        if not _allocate(file, whole, missing):
            # Random bytes: zeros would take no room on a disk that leaves out holes or compresses.
            file.seek(whole)
            file.write(secrets.token_bytes(missing))
            file.flush()
    except OSError:
        file.truncate(whole)
        raise


def _allocate(file: BinaryIO, start: int, length: int) -> bool:
    """Take the room without writing; False where the system or the file system cannot do that."""
    if sys.platform != "win32" and sys.platform != "darwin":
        try:
            os.posix_fallocate(file.fileno(), start, length)
        except OSError as error:
            if error.errno in _NO_ROOM:
                raise
        else:
            return True
    return False
