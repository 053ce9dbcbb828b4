"""An archive encrypted with a passphrase: Argon2id, then AES-256-GCM.

All numbers are little-endian: 8 bytes of magic; memory in KiB, passes and lanes of Argon2id, 4 bytes each; 16 bytes
of salt; 12 of nonce; the sealed archive with its tag of 16 bytes; the SHA-256 of everything before. The first 48 bytes
are the additional data. The hash at the end is no protection; it tells damage from a wrong passphrase.
"""

import hashlib
import os
import struct
import unicodedata

from cryptography.exceptions import InternalError, InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from conference_tui.exchange.errors import ArchiveRefused, WrongPassphrase

_FAMILY = b"CPARC"
_MAGIC = _FAMILY + b"1\n\0"
_START = struct.Struct("<8sIII16s12s")
_KEY_BYTES = 32
_TAG_BYTES = 16
_HASH_BYTES = 32

_MEMORY_KIB, _PASSES, _LANES = 64 * 1024, 3, 4
"""RFC 9106, second recommendation."""

_MOST_MEMORY_KIB, _MOST_PASSES, _MOST_LANES = 256 * 1024, 10, 16
"""What a file may ask of the machine that reads it."""

_NOT_TAKEN = "The archive was not taken, and nothing was stored."


def is_sealed(data: bytes) -> bool:
    """Whether a file begins as an encrypted archive of any version."""
    return data.startswith(_FAMILY)


def encrypt(archive: bytes, passphrase: str) -> bytes:
    """Seal an archive. Whether the passphrase is a good one is for the caller to say.

    Raises ArchiveRefused where there is not enough memory.
    """
    salt, nonce = os.urandom(16), os.urandom(12)
    start = _START.pack(_MAGIC, _MEMORY_KIB, _PASSES, _LANES, salt, nonce)
    key = _key(passphrase, salt, _MEMORY_KIB, _PASSES, _LANES)
    sealed = start + AESGCM(key).encrypt(nonce, archive, start)
    return sealed + hashlib.sha256(sealed).digest()


def decrypt(data: bytes, passphrase: str) -> bytes:
    """The archive in a sealed file.

    Raises:
        WrongPassphrase: the file is whole.
        ArchiveRefused: it is no encrypted archive, damaged, of a newer version, or asks for too much.

    """
    start = _start(data)
    _, memory, passes, lanes, salt, nonce = _START.unpack(start)
    if not (
        1 <= passes <= _MOST_PASSES and 1 <= lanes <= _MOST_LANES and 8 * lanes <= memory <= _MOST_MEMORY_KIB
    ):
        raise ArchiveRefused(
            f"Opening this file would take {memory // 1024:,} MB of memory, {passes:,} passes and {lanes:,} lanes, "
            f"which is more (or less) than this program gives. {_NOT_TAKEN}"
        )
    try:
        key = _key(passphrase, salt, memory, passes, lanes)
        return AESGCM(key).decrypt(nonce, data[_START.size : -_HASH_BYTES], start)
    except InvalidTag:
        raise WrongPassphrase(
            "This is not the passphrase of the archive; the file itself is not damaged. Nothing was stored. "
            "Type it again; capital letters count."
        ) from None


def _start(data: bytes) -> bytes:
    """The first bytes of a file that is whole and of this version."""
    if not is_sealed(data):
        raise ArchiveRefused(f"This is not an encrypted archive. {_NOT_TAKEN}")
    is_whole = (
        len(data) >= _START.size + _TAG_BYTES + _HASH_BYTES
        and hashlib.sha256(data[:-_HASH_BYTES]).digest() == data[-_HASH_BYTES:]
    )
    if not is_whole:
        newer = "" if data.startswith(_MAGIC) else ", or of a newer version of the program"
        raise ArchiveRefused(
            f"The encrypted archive is damaged or was cut short{newer}. {_NOT_TAKEN} Use another copy of it."
        )
    if not data.startswith(_MAGIC):
        raise ArchiveRefused(
            f"The encrypted archive is of a newer version. Use a newer version of the program. {_NOT_TAKEN}"
        )
    return data[: _START.size]


def _key(passphrase: str, salt: bytes, memory: int, passes: int, lanes: int) -> bytes:
    typed = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    argon = Argon2id(salt=salt, length=_KEY_BYTES, iterations=passes, lanes=lanes, memory_cost=memory)
    try:
        return argon.derive(typed)
    except (MemoryError, InternalError):  # cryptography 47 has OpenSSL's error for it
        raise ArchiveRefused(
            f"There is not enough memory for the passphrase of the archive: {memory // 1024} MB are needed for a "
            "moment. Nothing was stored. Close other programs and try again."
        ) from None
