"""Where a demonstration lies that nobody wants to keep: a folder that is gone when the program is.

A program that is killed cannot remove its folder, and the keys in it are in clear: the next demonstration does.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from conference_tui.store.errors import InUse
from conference_tui.store.lock import Lock

_PREFIX = "conference-demonstration-"
_LOCK = "demonstration.lock"


@contextmanager
def thrown_away() -> Iterator[Path]:
    """A new folder, removed at the end. Those of programs that were killed are removed first."""
    _remove_those_of_the_dead()
    with tempfile.TemporaryDirectory(prefix=_PREFIX) as made:
        folder = Path(made)
        with Lock(folder / _LOCK, "This demonstration"):
            yield folder


def _remove_those_of_the_dead() -> None:
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        # What cannot be removed stays: it must not keep anyone from the demonstration.
        with suppress(OSError, InUse):
            if _is_own(folder) and _was_locked(folder / _LOCK):
                with Lock(folder / _LOCK, "That demonstration"):
                    shutil.rmtree(folder, ignore_errors=True)


def _is_own(folder: Path) -> bool:
    """Whether it is a folder, and no link to one, of the account that the program runs under."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    return not hasattr(os, "getuid") or folder.lstat().st_uid == os.getuid()


def _was_locked(lock: Path) -> bool:
    """Who holds it is noted once it is held: an empty one is of a program that is about to."""
    return lock.lstat().st_size > 0
