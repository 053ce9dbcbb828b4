"""The key of each file, until a vault wraps them: `keys.json`, 0600, in the data folder.

Each entry says how its key is wrapped. Today that is always "none"; a vault adds another kind of wrapping and
rewrites this one small file, none of the records.
"""

import base64
import binascii
import secrets
from pathlib import Path
from typing import Literal

import msgspec

from conference_tui.store import disk
from conference_tui.store.errors import Damaged, Missing
from conference_tui.store.lock import Lock

Kind = Literal["conference", "closed", "drafts"]
RECORD_SUFFIX = ".record"
_KEY_BYTES = 32
_ID_BYTES = 16
_LOCK_WAIT_SECONDS = 5.0


class FileKey(msgspec.Struct, frozen=True, kw_only=True):
    """What opens one file.

    Attributes:
        file_id: 32 hexadecimal digits, random; the file's name and the id in its header.
        kind: what the file is.
        of: the file that it belongs to, for a closed slot's record and for drafts.
        secret: 256 random bits.

    """

    file_id: str
    kind: Kind
    of: str | None
    secret: bytes

    @property
    def purpose(self) -> str:
        """What the seal is bound to, so that no file opens as one of another kind."""
        return f"{self.kind} {self.of}" if self.of else self.kind

    def __repr__(self) -> str:
        return f"FileKey({self.file_id}, {self.purpose})"


class _Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    kind: Kind
    of: str | None = None
    wrap: Literal["none"] = "none"
    key: str


class _KeysFile(msgspec.Struct, frozen=True, kw_only=True):
    format: Literal[1] = 1
    keys: dict[str, _Entry]


class Keys:
    """The keys of a data folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "keys.json"

    def all(self) -> list[FileKey]:
        """Every key, in the order they were made. Raises Damaged."""
        return [_opened(file_id, entry) for file_id, entry in self._read().items()]

    def find(self, file_id: str) -> FileKey:
        """The key of a file. Raises Missing or Damaged."""
        entry = self._read().get(file_id)
        if entry is None:
            raise Missing(
                f"There is no key for the record {file_id}. Nothing has been changed. "
                f"Put back the {self._path} that belongs to it, from a backup."
            )
        return _opened(file_id, entry)

    def belonging_to(self, file_id: str, kind: Kind) -> FileKey | None:
        """The key of the closed slot's record, or of the drafts, of a record."""
        return next((key for key in self.all() if key.kind == kind and key.of == file_id), None)

    def make(self, kind: Kind, of: str | None = None) -> FileKey:
        """A new key with a new random file id, on the disk when this returns.

        What belongs to another file has one key only: where it was made before, that one is given.
        """
        with disk.told(self._path), self._held():
            entries = self._read()
            made = of and self.belonging_to(of, kind)
            if made:
                return made
            file_id = secrets.token_hex(_ID_BYTES)
            key = base64.b64encode(secrets.token_bytes(_KEY_BYTES)).decode()
            entry = _Entry(kind=kind, of=of, key=key)
            self._write({**entries, file_id: entry})
        return _opened(file_id, entry)

    def forget(self, file_id: str) -> None:
        """Destroy a key: what it sealed can never be read again, wherever copies of the file lie."""
        with disk.told(self._path), self._held():
            self._write({kept: entry for kept, entry in self._read().items() if kept != file_id})

    def _held(self) -> Lock:
        return Lock(self._path.with_name("keys.lock"), "The file of keys", wait=_LOCK_WAIT_SECONDS)

    def _read(self) -> dict[str, _Entry]:
        with disk.told(self._path):
            data = disk.read_if_there(self._path)
        if not data:
            self._refuse_if_records_are_here()
            return {}
        try:
            return msgspec.json.decode(data, type=_KeysFile).keys
        except msgspec.MsgspecError as error:
            raise Damaged(
                f"{self._path} is damaged, or of a newer version ({error}). Nothing has been changed, and no "
                "record is lost. Put the file back from a backup."
            ) from error

    def _refuse_if_records_are_here(self) -> None:
        records = len(list(self._path.parent.glob(f"*{RECORD_SUFFIX}")))
        if records:
            raise Damaged(
                f"{self._path} is missing or empty, and {records} files here open only with its keys. "
                "Nothing has been changed. Put it back from a backup. "
                "To work meanwhile, use another folder (--store)."
            )

    def _write(self, entries: dict[str, _Entry]) -> None:
        disk.atomic_write(self._path, msgspec.json.format(msgspec.json.encode(_KeysFile(keys=entries))))


def _opened(file_id: str, entry: _Entry) -> FileKey:
    secret = b""
    try:
        secret = base64.b64decode(entry.key, validate=True)
        whole = len(secret) == _KEY_BYTES and len(bytes.fromhex(file_id)) == _ID_BYTES
    except (binascii.Error, ValueError):
        whole = False
    if not whole:
        raise Damaged(
            f"The key of the record {file_id} is damaged. Nothing has been changed. "
            "Put keys.json back from a backup."
        )
    return FileKey(file_id=file_id, kind=entry.kind, of=entry.of, secret=secret)
