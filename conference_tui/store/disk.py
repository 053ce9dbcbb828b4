"""Getting bytes onto the disk so that they are still there after the power has gone."""

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from conference_tui.store import ballast
from conference_tui.store.errors import Failed, NotSaved

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
_BINARY: int = getattr(os, "O_BINARY", 0)
_WAITS_FOR_VIRUS_SCANNERS = (0.01, 0.05, 0.2, 0.5) if sys.platform == "win32" else ()


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the system says while something is opened into a sentence: NotSaved."""
    try:
        yield
    except OSError as error:
        raise NotSaved(
            f"{path} cannot be opened ({error.strerror}). Nothing has been changed. Check the disk, and who "
            "may read and write in that folder; a conference there may still be opened for reading only."
        ) from error


def open_private(path: Path, flags: int) -> int:
    """Open a file for bytes and give its descriptor; a file made by this is for its owner alone."""
    return os.open(path, flags | _BINARY, PRIVATE_FILE)


def read_all(fd: int) -> bytes:
    """Everything in the file, from its first byte."""
    os.lseek(fd, 0, os.SEEK_SET)
    parts = []
    while part := os.read(fd, 1 << 24):
        parts.append(part)
    return b"".join(parts)


def read_if_there(path: Path) -> bytes:
    """Everything in the file, or nothing where there is no such file."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def write_all(fd: int, data: bytes) -> None:
    """Write every byte; the system may take them in pieces."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(fd, rest) :]


def write_at(fd: int, position: int, data: bytes) -> None:
    """Write every byte from a position on (`os.pwrite` is not on every system)."""
    os.lseek(fd, position, os.SEEK_SET)
    write_all(fd, data)


def make_durable(fd: int) -> None:
    """Return only when the file's bytes are on the disk itself."""
    if sys.platform == "darwin":
        import fcntl

        try:
            fcntl.fcntl(fd, fcntl.F_FULLFSYNC)  # a plain fsync stops at the drive's own memory there
        except OSError as error:
            if error.errno not in (errno.ENOTSUP, errno.EINVAL):
                raise
            os.fsync(fd)
    else:
        os.fsync(fd)


def let_go(fd: int) -> None:
    """Close a descriptor of which everything that counts has been synced: what the system says then is no news."""
    with contextlib.suppress(OSError):
        os.close(fd)


def make_names_durable(folder: Path) -> None:
    """Return only when the names in the folder are on the disk; Windows does that by itself."""
    if sys.platform == "win32":
        return
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def atomic_write(path: Path, data: bytes) -> None:
    """Put data under a name so that a crash leaves the old content or the new, never a mixture.

    Raises NotSaved when the old content still stands, Failed when that is unknown.
    """
    beside = path.with_name(path.name + ".tmp")

    def write() -> None:
        _write_durably(beside, data)
        _replace(beside, path)

    try:
        ballast.with_room(path.parent, len(data), write)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise NotSaved(
            f"{path} could not be written ({error.strerror}). What was there before is unchanged. "
            "Make room or check that the folder can be written to, and try again."
        ) from error
    try:
        make_names_durable(path.parent)
    except OSError as error:
        raise Failed(
            f"The disk did not confirm {path} ({error.strerror}). "
            "Whether it is saved is not known. Check the disk, then open the conference again."
        ) from error


def _write_durably(path: Path, data: bytes) -> None:
    # A file of its own each time: one that lies there has its own rights, and a link would lead elsewhere.
    path.unlink(missing_ok=True)
    fd = open_private(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    try:
        write_all(fd, data)
        make_durable(fd)
    finally:
        os.close(fd)


def _replace(source: Path, target: Path) -> None:
    for wait in _WAITS_FOR_VIRUS_SCANNERS:
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    source.replace(target)
