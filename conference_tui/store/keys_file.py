"""The bytes of `keys.json`: the vault, and the key of each file as it is wrapped.

Format 1, in which every key lies in clear, is read for ever and never written.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from conference_tui.store import base64_text, disk
from conference_tui.store.errors import Damaged
from conference_tui.store.vault import Vault

Kind = Literal["conference", "closed", "drafts", "signing", "erasures", "incidents"]
Wrap = Literal["none", "vault", "closed"]
RECORD_SUFFIX = ".record"
SECRET_BYTES = 32
FILE_ID_BYTES = 16
IS_FILE_ID = re.compile("[0-9a-f]{32}").fullmatch
_LARGEST = 1 << 24
"""Bytes; some 50,000 keys."""


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The key of one file.

    Attributes:
        kind: what the file is.
        of: the file that it belongs to, for a closed slot's record and for drafts.
        wrap: "none": in clear. "vault": under the vault's key. "closed": sealed to the closed slots' public
            key first, so that the vault's key alone does not open it.
        key: base64.

    """

    kind: Kind
    of: str | None
    wrap: Wrap
    key: str

    def about(self, file_id: str) -> bytes:
        """What the wrapping is bound to."""
        return f"conference key 1\n{file_id} {self.kind} {self.of or '-'} {self.wrap}\n".encode()

    def __repr__(self) -> str:
        return f"Entry({self.kind}, of={self.of}, wrap={self.wrap})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [("kind", self.kind), ("of", self.of), ("wrap", self.wrap)]


class KeysFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="format", tag=2):
    """Format 2.

    Attributes:
        throw_away: marked as a folder for nothing that matters, so that no vault is asked for.
        vault: None where there is none.
        keys: by the id of the file.

    """

    throw_away: bool
    vault: Vault | None
    keys: dict[str, Entry]


EMPTY = KeysFile(throw_away=False, vault=None, keys={})


class _Format1Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    kind: Literal["conference", "closed", "drafts"]
    of: str | None = None
    wrap: Literal["none"] = "none"
    key: str


class _Format1(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="format", tag=1):
    keys: dict[str, _Format1Entry]

    def as_format_2(self) -> KeysFile:
        keys = {
            file_id: Entry(kind=entry.kind, of=entry.of, wrap=entry.wrap, key=entry.key)
            for file_id, entry in self.keys.items()
        }
        return KeysFile(throw_away=False, vault=None, keys=keys)


_READER = msgspec.json.Decoder(_Format1 | KeysFile)


def read(path: Path) -> KeysFile:
    """What the file says; EMPTY where there is none and no record needs one. Raises Damaged or NotSaved."""
    with disk.told(path):
        if path.exists() and path.stat().st_size > _LARGEST:
            raise _damaged(path, f"it has more than {_LARGEST:,} bytes")
        data = disk.read_if_there(path)
    if not data:
        refuse_if_records_are_here(path)
        return EMPTY
    file = _decoded(data)
    if isinstance(file, str):
        raise _damaged(path, file)
    _check(path, file)
    return file


def _decoded(data: bytes) -> KeysFile | str:
    """What the bytes say, or why they are not understood. An error would carry bytes of keys along."""
    try:
        found = _READER.decode(data)
    except UnicodeDecodeError as error:
        return error.reason
    except (msgspec.MsgspecError, RecursionError) as error:
        return str(error)
    return found.as_format_2() if isinstance(found, _Format1) else found


def write(path: Path, file: KeysFile) -> None:
    """Put the file in its place: the old or the new stands there whatever happens. Raises NotSaved, Failed."""
    disk.atomic_write(path, msgspec.json.format(msgspec.json.encode(file)))


def wrap_for(keys: Mapping[str, Entry], kind: Kind, of: str | None) -> Wrap:
    """How the key of a file is wrapped in a folder with a vault: a closed record's, and its drafts', apart."""
    owner = keys.get(of) if of else None
    is_closed = kind == "closed" or (owner is not None and owner.kind == "closed")
    return "closed" if is_closed else "vault"


def _check(path: Path, file: KeysFile) -> None:
    """What the types do not say, and the vault could not tell of a key in clear. Raises Damaged."""
    for file_id, entry in file.keys.items():
        if (entry.wrap == "none") != (file.vault is None):
            raise _damaged(path, f"the key {file_id} is not wrapped as the others are")
        secret = base64_text.read(entry.key)
        if entry.wrap == "none" and (secret is None or len(secret) != SECRET_BYTES):
            raise damaged_key(file_id)
        if not IS_FILE_ID(file_id):
            raise damaged_key(file_id)


def damaged_key(file_id: str) -> Damaged:
    """The refusal for one key that is not what was written."""
    return Damaged(
        f"The key of the record {file_id} is damaged. Nothing has been changed. "
        "Put keys.json back from a backup."
    )


def _damaged(path: Path, what: str) -> Damaged:
    return Damaged(
        f"{path} is damaged, or of a newer version ({what}). Nothing has been changed, and no "
        "record is lost. Put the file back from a backup."
    )


def refuse_if_records_are_here(path: Path) -> None:
    """No keys beside records: then they are lost, and this is no new folder. Raises Damaged."""
    records = len(list(path.parent.glob(f"*{RECORD_SUFFIX}")))
    if records:
        which = "1 file here opens" if records == 1 else f"{records:,} files here open"
        raise Damaged(
            f"{path} is missing or empty, and {which} only with its keys. "
            "Nothing has been changed. Put it back from a backup. "
            "To work meanwhile, use another folder (--store)."
        )
