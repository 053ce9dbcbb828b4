"""The keys of a data folder's files, in `keys.json`: found, made and destroyed here.

In a folder without a vault they lie there in clear, else each is wrapped (`unlocked`), and opens while the
vault is unlocked. The file is replaced as a whole each time; no record is touched.
"""

import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from conference_tui.store import base64_text, disk, keys_file, log_files
from conference_tui.store.errors import Damaged, Locked, Missing
from conference_tui.store.keys_file import (
    FILE_ID_BYTES,
    RECORD_SUFFIX,
    SECRET_BYTES,
    Entry,
    KeysFile,
    Kind,
    wrap_for,
)
from conference_tui.store.lock import Lock
from conference_tui.store.unlocked import Unlocked

_LOCK_WAIT_SECONDS = 5.0


class KeyName(msgspec.Struct, frozen=True, kw_only=True):
    """Which file a key is for; known also while the vault is locked.

    Attributes:
        file_id: 32 hexadecimal digits, random; the file's name and the id in its header.
        kind: what the file is.
        of: the file that it belongs to, for a closed slot's record and for drafts.

    """

    file_id: str
    kind: Kind
    of: str | None


class FileKey(KeyName, frozen=True, kw_only=True):
    """What opens one file.

    Attributes:
        secret: 256 random bits.

    """

    secret: bytes

    @property
    def purpose(self) -> str:
        """What the seal is bound to, so that no file opens as one of another kind."""
        return f"{self.kind} {self.of}" if self.of else self.kind

    def __repr__(self) -> str:
        return f"FileKey({self.file_id}, {self.purpose})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [("file_id", self.file_id), ("purpose", self.purpose)]


class Keys:
    """The keys of a data folder.

    Attributes:
        unlocked: what opens the wrapped ones; None while the vault is locked, and where there is none.

    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "keys.json"
        self.unlocked: Unlocked | None = None

    def file(self) -> KeysFile:
        """What lies on the disk now. Raises Damaged or NotSaved."""
        return keys_file.read(self._path)

    def change(self, how: Callable[[KeysFile], KeysFile]) -> None:
        """Replace the file by what is made of it, while no other program does.

        Raises NotSaved or Damaged (nothing changed), Failed (not known), and what `how` raises.
        """
        lock = self._path.with_name("keys.lock")
        with disk.told(self._path), Lock(lock, "The file of keys", wait=_LOCK_WAIT_SECONDS):
            before = self.file()
            after = how(before)
            if after is not before:
                keys_file.write(self._path, after)

    def names(self) -> list[KeyName]:
        """Every key there is, in the order they were made; no secret is needed. Raises Damaged."""
        return [
            KeyName(file_id=file_id, kind=entry.kind, of=entry.of)
            for file_id, entry in self.file().keys.items()
        ]

    def find(self, file_id: str) -> FileKey:
        """The key of a file. Raises Missing, Damaged or Locked."""
        file = self.file()
        entry = file.keys.get(file_id)
        if entry is None:
            raise Missing(
                f"There is no key for the record {file_id}. Nothing has been changed. "
                f"Put back the {self._path} that belongs to it, from a backup."
            )
        return self._opened(file, file_id)

    def name_of(self, kind: Kind, of: str | None = None) -> KeyName | None:
        """Which file is the closed slot's record, or the drafts, of a record, or the only one of its kind."""
        return next((name for name in self.names() if (name.kind, name.of) == (kind, of)), None)

    def belonging_to(self, file_id: str, kind: Kind) -> FileKey | None:
        """The key of the closed slot's record, or of the drafts, of a record. Raises Locked or Damaged."""
        name = self.name_of(kind, file_id)
        return self.find(name.file_id) if name else None

    def family(self, record_id: str) -> tuple[str, ...]:
        """The ids of a record and of all that belongs to it, its closed slot's and both's drafts, where known."""
        names = self.names()
        own = {record_id} | {name.file_id for name in names if name.of == record_id}
        return tuple(name.file_id for name in names if name.file_id in own or name.of in own)

    def make(self, kind: Kind, of: str | None = None) -> FileKey:
        """A new key with a new random file id, on the disk when this returns.

        Of what belongs to another file, and of what a folder has only one, there is one key: where it was made
        before, that one is given. The key of a new closed record needs no passphrase, and is in memory then.

        Raises Locked, Damaged, NotSaved or Failed.
        """
        made: list[FileKey] = []

        def add(file: KeysFile) -> KeysFile:
            there = None if kind == "conference" else _there(file, kind, of)
            if there and not self._is_out_of_reach_and_unused(file, there):
                made.append(self._opened(file, there))
                return file
            if kind == "closed":
                _refuse_if_one_is_of_nothing(file)
            made.append(_new(kind, of))
            keys = {kept: entry for kept, entry in file.keys.items() if kept != there}
            return replace(file, keys={**keys, made[0].file_id: self._entry(file, made[0])})

        self.change(add)
        return made[0]

    def forget(self, *file_ids: str) -> None:
        """Destroy keys: what they sealed can never be read again, wherever copies of the files lie."""

        def without(file: KeysFile) -> KeysFile:
            return replace(file, keys={k: entry for k, entry in file.keys.items() if k not in file_ids})

        self.change(without)

    def _opened(self, file: KeysFile, file_id: str) -> FileKey:
        entry = file.keys[file_id]
        if entry.wrap == "none":
            self._refuse_keys_in_clear()
            secret = base64_text.read(entry.key) or b""
        else:
            secret = self.unlocked_for(file).unwrap(file_id, entry)
        return FileKey(file_id=file_id, kind=entry.kind, of=entry.of, secret=secret)

    def _entry(self, file: KeysFile, key: FileKey) -> Entry:
        if file.vault is None:
            self._refuse_keys_in_clear()
            if not file.keys:
                keys_file.refuse_if_records_are_here(self._path)
            return Entry(kind=key.kind, of=key.of, wrap="none", key=base64_text.write(key.secret))
        unlocked = self.unlocked_for(file)
        wrap = wrap_for(file.keys, key.kind, key.of)
        if wrap == "closed":
            unlocked.keep(key.file_id, key.secret)
        return unlocked.wrap(key.file_id, Entry(kind=key.kind, of=key.of, wrap=wrap, key=""), key.secret)

    def unlocked_for(self, file: KeysFile) -> Unlocked:
        """What opens the keys of the file. Raises Locked where nothing in memory does."""
        if self.unlocked and self.unlocked.fits(file.vault):
            return self.unlocked
        raise Locked("The conferences are locked. Nothing has been changed. Unlock them with the passphrase.")

    def _refuse_keys_in_clear(self) -> None:
        """Where a vault was unlocked, a file without one was put in its place: nothing more is kept in clear."""
        if self.unlocked:
            raise Damaged(
                f"{self._path} is not the one that was unlocked: it has no passphrase any more. Nothing has been "
                "changed, and no record is lost. Close the program, and put the file back from a backup."
            )

    def _is_out_of_reach_and_unused(self, file: KeysFile, file_id: str) -> bool:
        """Whether a closed record's key was made before a crash, its file never, and the key is sealed since."""
        if file.keys[file_id].wrap != "closed" or self.unlocked_for(file).keeps(file_id):
            return False
        return not log_files.is_there(self._path.with_name(file_id + RECORD_SUFFIX))


def _new(kind: Kind, of: str | None) -> FileKey:
    file_id, secret = secrets.token_hex(FILE_ID_BYTES), secrets.token_bytes(SECRET_BYTES)
    return FileKey(file_id=file_id, kind=kind, of=of, secret=secret)


def _there(file: KeysFile, kind: Kind, of: str | None) -> str | None:
    return next(
        (file_id for file_id, entry in file.keys.items() if (entry.kind, entry.of) == (kind, of)), None
    )


def _refuse_if_one_is_of_nothing(file: KeysFile) -> None:
    """A closed record of an unknown conference may be of this one: no empty one is begun beside it."""
    for file_id, entry in file.keys.items():
        if entry.kind == "closed" and entry.of not in file.keys:
            raise keys_file.damaged_key(file_id)
