"""The vault: one random key under which every file's key lies, and what a passphrase must be.

Beside it the vault has a pair of keys for closed slots' records. Its public half is enough to begin such a
record; its private half comes out of a slot only, for as long as it takes to open one, and is never kept.
"""

import os

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from msgspec import Struct
from msgspec.structs import replace

from conference_tui.store import base64_text, guessing, recovery, slots
from conference_tui.store.errors import WeakPassphrase, WrongPassphrase
from conference_tui.store.slots import Cost, PassphraseSlot, Slot

_KEY_BYTES = 32
_FEWEST_WORDS = 4
_SHORTEST_WORD = 3
_FEWEST_CHARACTERS = 16
_FEWEST_DIFFERENT = 6


class Vault(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A vault as it lies in `keys.json`.

    Attributes:
        public: the public key of the closed slots' pair, base64; another one means another vault.
        recovery_noted: whether somebody has said that the recovery key is printed or written down.
        passphrase: the slot that the passphrase opens.
        recovery: the slot that the recovery key opens.

    """

    public: str
    recovery_noted: bool
    passphrase: PassphraseSlot
    recovery: Slot


class Secrets:
    """What a slot gives: the vault's key, and the private key of the closed slots."""

    def __init__(self, both: bytes) -> None:
        self.vault_key, self.private = both[:_KEY_BYTES], both[_KEY_BYTES:]

    @property
    def both(self) -> bytes:
        """As they lie in a slot."""
        return self.vault_key + self.private


def make(passphrase: str, cost: Cost) -> tuple[Vault, Secrets, str]:
    """A new vault, what is in it, and its recovery key as people copy it."""
    private = X25519PrivateKey.generate()
    public = base64_text.write(private.public_key().public_bytes_raw())
    secrets = Secrets(os.urandom(_KEY_BYTES) + private.private_bytes_raw())
    recovery_key = os.urandom(recovery.RECOVERY_KEY_BYTES)
    vault = Vault(
        public=public,
        recovery_noted=False,
        passphrase=slots.for_passphrase(passphrase, secrets.both, public, cost),
        recovery=slots.for_recovery(recovery_key, secrets.both, public),
    )
    return vault, secrets, recovery.write(recovery_key)


def by_passphrase(vault: Vault, passphrase: str) -> Secrets:
    """What the passphrase opens. Raises WrongPassphrase or Damaged."""
    return Secrets(slots.open_by_passphrase(vault.passphrase, passphrase, vault.public))


def by_recovery(vault: Vault, typed: str) -> Secrets:
    """What the recovery key opens. Raises Misread, WrongPassphrase or Damaged."""
    return Secrets(slots.open_by_recovery(vault.recovery, typed, vault.public))


def by_either(vault: Vault, typed: str) -> Secrets:
    """What a passphrase or a recovery key opens. Raises WrongPassphrase or Damaged."""
    try:
        return by_recovery(vault, typed)
    except WrongPassphrase as no_recovery_key:
        try:
            return by_passphrase(vault, typed)
        except WrongPassphrase:
            if recovery.is_as_long(typed):
                raise no_recovery_key from None
            raise


def with_passphrase(vault: Vault, secrets: Secrets, passphrase: str, cost: Cost) -> Vault:
    """The same vault, opened by another passphrase."""
    slot = slots.for_passphrase(passphrase, secrets.both, vault.public, cost)
    return replace(vault, passphrase=slot)


def refuse_weak(passphrase: str) -> None:
    """Raises WeakPassphrase, with the reason."""
    if why := weakness(passphrase):
        raise WeakPassphrase(why)


def weakness(passphrase: str) -> str:
    """Why a passphrase is too easily guessed, as a sentence; empty where it is not."""
    words = passphrase.casefold().split()
    letters = "".join(words)
    if not passphrase.isprintable():
        return "A passphrase is made of letters, digits, signs and spaces; this one holds something else."
    enough_words = sum(len(word) >= _SHORTEST_WORD for word in words) >= _FEWEST_WORDS
    if not enough_words and len(letters) < _FEWEST_CHARACTERS:
        return (
            f"Take {_FEWEST_WORDS} words or more, of {_SHORTEST_WORD} letters or more each, "
            f"or {_FEWEST_CHARACTERS} letters or more."
        )
    if len(words) > 1 and len(set(words)) == 1:
        return "The same word again and again is soon guessed. Take different words."
    if len(set(letters)) < _FEWEST_DIFFERENT:
        return "The same few letters again and again are soon guessed. Take different words."
    if guessing.is_soon_guessed("".join(words)):
        return (
            "Somebody who tries well-known words, rows and sayings would soon guess this. "
            "Take four words that have nothing to do with each other."
        )
    return ""
