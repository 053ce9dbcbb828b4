"""An append-only file of sealed frames. What `append` returned for is on the disk and stays readable.

Beside the log lies its `.head` file: how far the log had come. It is written after the log is safe and is
never synced, so it may lag behind but never leads; it makes "cut short" look different from "ended here".
"""

import contextlib
import os
import secrets
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Self

from conference_tui.store import ballast, disk, frames
from conference_tui.store.errors import Damaged, Failed, Missing, NotSaved, WrongKey
from conference_tui.store.frames import Frame, Place, Seal
from conference_tui.store.lock import Lock
from conference_tui.store.log_files import beside, is_there

_KEEP_THE_FILE = (
    "Nothing has been changed. Keep the file as it is, copy it to a safe place and open a backup; "
    "what is whole can still be read."
)

_LOOKERS_WAIT = 0.5
"""Seconds to wait for the lock: a list of conferences takes it for a moment, to see whether it is held."""


class Log:
    """A log that is open; made by `Log.create` or `Log.open`.

    Attributes:
        warning: a sentence for the person when opening found something that was not saved, or in a rescue
            what is missing; empty when all was well.
        draws_on_reserve: whether an entry that finds the disk full takes room from the folder's reserve.

    """

    draws_on_reserve = False

    def __init__(self, path: Path, seal: Seal, *, writable: bool, rescue: bool = False) -> None:
        self._path = path
        self._seal = seal
        self._writable = writable
        self._mutex = threading.Lock()
        self._failure = ""
        self._fd = self._head_fd = -1
        self._place = Place(0, b"")
        self._end = 0
        self._frames: list[Frame] = []
        self.warning = ""
        self._lock = Lock(beside(path, "lock"), "This record", wait=_LOOKERS_WAIT) if writable else None
        try:
            self._read_in(rescue)
        except BaseException:
            self.close()
            raise

    @classmethod
    def create(cls, path: Path, seal: Seal, payloads: Iterable[bytes] = ()) -> Self:
        """Make a log where there is none, empty or with a frame for each payload: all of them or no log.

        Raises NotSaved, Failed or InUse.
        """
        blob = _whole_log(seal, payloads)
        with disk.told(path):
            if is_there(path):
                raise NotSaved(f"{path} is there already. It was left as it is; open it instead.")
            disk.atomic_write(path, blob)
            return cls(path, seal, writable=True)

    @classmethod
    def open(cls, path: Path, seal: Seal, *, readonly: bool = False, rescue: bool = False) -> Self:
        """Open a log and check every frame of it.

        Args:
            path: the file.
            seal: as it was created with.
            readonly: take no lock and write nothing, not even beside the file.
            rescue: read-only; of a damaged log, read what is whole before the damage. `warning` then says
                what was found.

        Raises:
            Missing, InUse, WrongKey, Damaged: nothing has been changed.
            NotSaved: the folder cannot be written to, or the file cannot be read.

        """
        with disk.told(path):
            if not is_there(path):
                raise Missing(
                    f"There is no file {path}. Nothing has been changed. Check the folder of the records."
                )
            return cls(path, seal, writable=not (readonly or rescue), rescue=rescue)

    @property
    def folder(self) -> Path:
        """Where the file lies."""
        return self._path.parent

    @property
    def seq(self) -> int:
        """The number of the last frame; 0 in an empty log."""
        return self._place.seq

    @property
    def head(self) -> str:
        """The hash of the last frame (in an empty log, of the header), in hexadecimal."""
        return self._place.head.hex()

    def take_frames(self) -> list[Frame]:
        """What stood in the log when it was opened, in order; handed over once."""
        found, self._frames = self._frames, []
        return found

    def take_payloads(self) -> list[bytes]:
        """As `take_frames`, for whom the places do not matter."""
        return [frame.payload for frame in self.take_frames()]

    def append(self, payload: bytes) -> int:
        """Add a frame; it is on the disk when this returns its number. Safe from any thread.

        Raises:
            NotSaved: the log is as it was before, and the next append may go well.
            Failed: the disk's state is unknown; every later append says so too.

        """
        with self._mutex:
            self._refuse_what_cannot_be(payload)
            frame = self._seal.frame(payload, self._place)
            self._write(frame)
            self._sync()
            self._end += len(frame)
            self._place = frames.place_after(self._place, frame)
            self._note_head()
            return self._place.seq

    def close(self) -> None:
        """Let go of the file and of its lock; closing twice does no harm."""
        with self._mutex:
            for fd in (self._fd, self._head_fd):
                if fd >= 0:
                    disk.let_go(fd)
            self._fd = self._head_fd = -1
            if self._lock:
                self._lock.release()

    def _read_in(self, rescue: bool) -> None:
        # The head note is read first: another program may append meanwhile, and the note must not lead.
        note = disk.read_if_there(beside(self._path, "head"))
        try:
            self._fd = disk.open_private(self._path, os.O_RDWR if self._writable else os.O_RDONLY)
        except FileNotFoundError:
            raise Damaged(f"{self._path} is gone, but had been saved. {_KEEP_THE_FILE}") from None
        blob = disk.read_all(self._fd)
        self._check_header(blob)
        whole = self._frames = list(self._seal.read_frames(memoryview(blob)))
        places = [frames.beginning(blob), *(frame.place for frame in whole)]
        self._place = places[-1]
        self._end = whole[-1].end if whole else frames.HEADER_BYTES
        saved = self._seal.read_head_note(note)
        damage = self._find_damage(blob, saved, places)
        if damage and not rescue:
            raise Damaged(damage, intact=self.seq)
        tail = blob[self._end :]
        self.warning = damage or _about_torn(tail) or _about_no_note(saved, self.seq)
        if self._writable:
            self._set_aside(tail)
            # A program killed between write and sync leaves a frame that only memory has; from here on it
            # counts as saved, so the disk must have it before the head note says so.
            disk.make_durable(self._fd)
            self._head_fd = disk.open_private(beside(self._path, "head"), os.O_RDWR | os.O_CREAT)
            os.ftruncate(self._head_fd, frames.HEAD_NOTE_BYTES)
            self._note_head()

    def _check_header(self, blob: bytes) -> None:
        name = self._path.name
        if not blob:
            raise Damaged(f"{name} is empty, but is a file that had been saved. {_KEEP_THE_FILE}")
        if not frames.header_is_whole(blob):
            raise Damaged(f"The beginning of {name} is damaged. {_KEEP_THE_FILE}")
        if frames.file_id(blob) != frames.file_id(self._seal.header()):
            raise Damaged(f"{name} holds another record than its name says. {_KEEP_THE_FILE}")
        if not self._seal.fits(blob):
            raise WrongKey(
                f"This key does not open {name}; the file itself is not damaged. Nothing has been changed. "
                "Put back the keys.json that belongs to it."
            )

    def _find_damage(self, blob: bytes, saved: Place | None, places: list[Place]) -> str:
        """What is wrong besides a last frame that was never finished; empty when nothing is."""
        name, last = self._path.name, places[-1].seq
        if later := frames.count_frame_headers(blob, self._end + 1):
            return (
                f"Entry {last + 1} of {name} is damaged; the {last} before it are whole, "
                f"and about {later} after it. {_KEEP_THE_FILE}"
            )
        if saved and saved.seq > last:
            return f"{name} ends at entry {last}, but entry {saved.seq} had been saved. {_KEEP_THE_FILE}"
        if saved and saved != places[saved.seq]:
            return f"Entry {saved.seq} of {name} is not the one that had been saved. {_KEEP_THE_FILE}"
        return ""

    def _set_aside(self, tail: bytes) -> None:
        """Keep the bytes of an unfinished last frame beside the log, then cut them off."""
        if not tail:
            return
        disk.atomic_write(beside(self._path, f"torn-{secrets.token_hex(4)}"), tail)
        os.ftruncate(self._fd, self._end)

    def _refuse_what_cannot_be(self, payload: bytes) -> None:
        if self._failure:
            raise Failed(self._failure)
        if self._fd < 0:
            raise NotSaved("This record is closed; the entry was not saved. Open the conference again.")
        if not self._writable:
            raise NotSaved(
                "This record is open for reading only; the entry was not saved. Open it for writing."
            )
        _refuse_too_long(payload)

    def _write(self, frame: bytes) -> None:
        def write() -> None:
            disk.write_at(self._fd, self._end, frame)

        try:
            if self.draws_on_reserve:
                ballast.with_room(self._path.parent, len(frame), write)
            else:
                write()
        except OSError as error:
            self._take_back(error)
            raise NotSaved(
                f"The last entry was not saved: {error.strerror}. Everything before it is saved. "
                "Make room on the disk and enter it again."
            ) from error

    def _take_back(self, reason: OSError) -> None:
        """Cut off what a failed write left, so that the next frame follows the last good one."""
        try:
            os.ftruncate(self._fd, self._end)
        except OSError as error:
            self._fail(f"{reason.strerror}, then {error.strerror}", error)

    def _sync(self) -> None:
        try:
            disk.make_durable(self._fd)
        except OSError as error:
            # After a failed fsync the system may have dropped the bytes: a second one that succeeds proves
            # nothing, so this descriptor is never written to again.
            self._fail(str(error.strerror), error)

    def _fail(self, reason: str, cause: OSError) -> None:
        self._failure = (
            f"The disk did not confirm the last entry ({reason}). Everything before it is saved; whether it "
            "is saved is not known. Nothing more is written: check the disk, then open the conference again."
        )
        raise Failed(self._failure) from cause

    def _note_head(self) -> None:
        with contextlib.suppress(OSError):  # an older note is as true as a newer one
            disk.write_at(self._head_fd, 0, self._seal.head_note(self._place))


def _refuse_too_long(payload: bytes) -> None:
    if len(payload) > frames.LARGEST_PAYLOAD:
        raise NotSaved(
            f"This entry has {len(payload):,} bytes; one entry may have {frames.LARGEST_PAYLOAD:,}. "
            "It was not saved; everything before it is. Split it into shorter entries."
        )


def _whole_log(seal: Seal, payloads: Iterable[bytes]) -> bytes:
    parts = [seal.header()]
    place = frames.beginning(parts[0])
    for payload in payloads:
        _refuse_too_long(payload)
        parts.append(seal.frame(payload, place))
        place = frames.place_after(place, parts[-1])
    return b"".join(parts)


def _about_torn(tail: bytes) -> str:
    if not tail:
        return ""
    return (
        f"The last entry had not been finished when the program or the power went off ({len(tail)} bytes). "
        "It had never been shown as saved; everything that had been is here. "
        "If the last words are missing, enter them again."
    )


def _about_no_note(saved: Place | None, seq: int) -> str:
    if saved or not seq:
        return ""
    return (
        f"The note of how far this record had come is missing or unreadable. {seq} entries are here and are "
        "whole; whether there had been more cannot be told. Compare with the last paper or another copy."
    )
