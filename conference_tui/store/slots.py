"""The two slots of a vault: the passphrase opens one, the printed recovery key the other, both the same.

A slot has a digest without a key over all of it. Where the digest fits and the slot does not open, what was
typed is wrong; where it does not fit, the slot is damaged.
"""

import hashlib
import os
import unicodedata
from typing import Annotated, TypeVar

import msgspec
from cryptography.exceptions import InternalError
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from msgspec import Meta, Struct
from msgspec.structs import replace

from conference_tui.store import base64_text, recovery, wrapping
from conference_tui.store.errors import Damaged, StoreError, WrongPassphrase

_KEY_BYTES = 32
_SALT_BYTES = 16
_S = TypeVar("_S", bound="Slot")


class Cost(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one guess at a passphrase costs (Argon2id, RFC 9106). A file that asks for more is not obeyed."""

    memory_kib: Annotated[int, Meta(ge=19 * 1024, le=256 * 1024)] = 64 * 1024
    passes: Annotated[int, Meta(ge=2, le=10)] = 3
    lanes: Annotated[int, Meta(ge=1, le=16)] = 4


class Slot(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way into the vault, as it lies in `keys.json`; the recovery key's, for 256 random bits need no more.

    Attributes:
        salt: 16 random bytes, base64.
        wrapped: the secrets of the vault under the key that the passphrase or recovery key gives, base64.
        digest: SHA-256 of all that, hexadecimal.

    """

    salt: str
    wrapped: str
    digest: str


class PassphraseSlot(Slot, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The passphrase's way into the vault.

    Attributes:
        cost: of each guess.

    """

    cost: Cost


def for_passphrase(passphrase: str, secrets: bytes, public: str, cost: Cost) -> PassphraseSlot:
    """A slot that the passphrase opens.

    Args:
        passphrase: what the person types.
        secrets: what the slot gives to whoever opens it.
        public: the public key of the vault, base64: the slot opens in this vault only.
        cost: at least what OWASP's password storage guide asks for, else ValueError.

    Raises StoreError where there is not enough memory.

    """
    msgspec.convert(msgspec.to_builtins(cost), Cost)
    salt = os.urandom(_SALT_BYTES)
    slot = PassphraseSlot(cost=cost, salt=base64_text.write(salt), wrapped="", digest="")
    return _filled(slot, secrets, _stretched(passphrase, salt, cost), public)


def for_recovery(recovery_key: bytes, secrets: bytes, public: str) -> Slot:
    """A slot that 256 random bits open; arguments as in `for_passphrase`."""
    salt = os.urandom(_SALT_BYTES)
    slot = Slot(salt=base64_text.write(salt), wrapped="", digest="")
    return _filled(slot, secrets, _derived(recovery_key, salt), public)


def open_by_passphrase(slot: PassphraseSlot, passphrase: str, public: str) -> bytes:
    """What is in the slot. Raises WrongPassphrase, Damaged, or StoreError for want of memory."""
    salt, wrapped = _parts(slot, public)
    opened = wrapping.unwrap(_stretched(passphrase, salt, slot.cost), wrapped, _about(slot, public))
    if opened is None:
        raise WrongPassphrase(
            "That is not the passphrase of these conferences. Nothing is damaged and nothing has been changed. "
            "Look at the Caps Lock key and the language of the keyboard, and type it again; "
            "if it is forgotten, “conference vault recover” sets a new one with the recovery sheet."
        )
    return opened


def open_by_recovery(slot: Slot, typed: str, public: str) -> bytes:
    """What is in the slot. Raises Misread, WrongPassphrase or Damaged."""
    recovery_key = recovery.read(typed)
    salt, wrapped = _parts(slot, public)
    opened = wrapping.unwrap(_derived(recovery_key, salt), wrapped, _about(slot, public))
    if opened is None:
        raise WrongPassphrase(
            "This is a recovery key, but not of these conferences, or it has been replaced by a newer one. "
            "Nothing is damaged and nothing has been changed. Take the newest recovery sheet."
        )
    return opened


def _filled(slot: _S, secrets: bytes, key: bytes, public: str) -> _S:
    wrapped = base64_text.write(wrapping.wrap(key, secrets, _about(slot, public)))
    return replace(slot, wrapped=wrapped, digest=_digest(slot, public, wrapped))


def _about(slot: Slot, public: str) -> bytes:
    """What the secrets are bound to: the way in, its parameters and the vault."""
    way = "recovery"
    if isinstance(slot, PassphraseSlot):
        way = f"passphrase {slot.cost.memory_kib} {slot.cost.passes} {slot.cost.lanes}"
    return f"conference vault slot 1\n{way}\n{slot.salt}\n{public}\n".encode()


def _digest(slot: Slot, public: str, wrapped: str) -> str:
    return hashlib.sha256(_about(slot, public) + wrapped.encode()).hexdigest()


def _parts(slot: Slot, public: str) -> tuple[bytes, bytes]:
    """The salt of a slot and what is wrapped in it. Raises Damaged."""
    salt, wrapped = base64_text.read(slot.salt), base64_text.read(slot.wrapped)
    if slot.digest == _digest(slot, public, slot.wrapped) and salt and len(salt) == _SALT_BYTES and wrapped:
        return salt, wrapped
    if isinstance(slot, PassphraseSlot):
        raise _damaged("passphrase", "Perhaps the recovery key opens the vault; then set a new passphrase.")
    raise _damaged("recovery key", "Perhaps the passphrase opens the vault; then make a new recovery key.")


def _damaged(of: str, otherwise: str) -> Damaged:
    return Damaged(
        f"What the {of} opens is damaged in keys.json; whether it was typed rightly cannot be told. Nothing has "
        f"been changed, and no record is lost. Put keys.json back from a backup. {otherwise}"
    )


def _stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    # The same letters may be typed composed or not, as the keyboard has it; NFC makes them the same bytes.
    typed = unicodedata.normalize("NFC", passphrase).encode(errors="surrogatepass")
    argon = Argon2id(
        salt=salt, length=_KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    try:
        return argon.derive(typed)
    except (MemoryError, InternalError):  # cryptography 47 has OpenSSL's error for it
        raise StoreError(
            f"There is not enough memory to open the vault: {cost.memory_kib // 1024} MB are needed for a moment. "
            "Nothing has been changed. Close other programs and try again."
        ) from None


def _derived(recovery_key: bytes, salt: bytes) -> bytes:
    return HKDF(SHA256(), _KEY_BYTES, salt, b"conference recovery key 1").derive(recovery_key)
