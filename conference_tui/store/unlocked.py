"""What is in memory while a vault is unlocked, and what it wraps and unwraps."""

from conference_tui.store import base64_text, wrapping
from conference_tui.store.errors import Locked
from conference_tui.store.keys_file import SECRET_BYTES, Entry, damaged_key
from conference_tui.store.vault import Secrets, Vault


class Unlocked:
    """The key of an unlocked vault.

    Args:
        vault: as it lay in the file when it was unlocked.
        opened: what its slot gave.
        with_private: keep the private key too, so that every closed record's key opens; never for longer
            than one call.

    """

    def __init__(self, vault: Vault, opened: Secrets, *, with_private: bool = False) -> None:
        self.public = vault.public
        self._vault_key = opened.vault_key
        self._private = opened.private if with_private else None
        self._closed: dict[str, bytes] = {}

    def fits(self, vault: Vault | None) -> bool:
        """Whether this opened the vault that is in the file now, and not one before it."""
        return vault is not None and vault.public == self.public

    def wrap(self, file_id: str, entry: Entry, secret: bytes) -> Entry:
        """The entry with a secret in it, wrapped in the entry's way."""
        about = entry.about(file_id)
        if entry.wrap == "closed":
            public = base64_text.read(self.public)
            assert public is not None, "a slot opens only with the public key that it was made with"
            secret = wrapping.seal(public, secret, about)
        wrapped = wrapping.wrap(self._vault_key, secret, about)
        return Entry(kind=entry.kind, of=entry.of, wrap=entry.wrap, key=base64_text.write(wrapped))

    def unwrap(self, file_id: str, entry: Entry) -> bytes:
        """The secret in an entry. Raises Damaged, or Locked for a closed record's that is not in memory."""
        wrapped = base64_text.read(entry.key)
        about = entry.about(file_id)
        secret = wrapping.unwrap(self._vault_key, wrapped, about) if wrapped else None
        if secret is not None and entry.wrap == "closed":
            secret = self._unsealed(file_id, secret, about)
        if secret is None or len(secret) != SECRET_BYTES:
            raise damaged_key(file_id)
        return secret

    def keep(self, file_id: str, secret: bytes) -> None:
        """Keep the key of a closed slot's record in memory, until it is forgotten."""
        self._closed[file_id] = secret

    def keeps(self, file_id: str) -> bool:
        """Whether the key of that closed record is in memory."""
        return file_id in self._closed

    def forget(self, *file_ids: str) -> None:
        """Let go of these closed records' keys."""
        for file_id in file_ids:
            self._closed.pop(file_id, None)

    def forget_all(self) -> None:
        """Let go of every closed record's key."""
        self._closed.clear()

    def _unsealed(self, file_id: str, sealed: bytes, about: bytes) -> bytes | None:
        if self._private is not None:
            return wrapping.unseal(self._private, sealed, about)
        if file_id in self._closed:
            return self._closed[file_id]
        raise Locked(
            "The record of a closed slot opens only with the passphrase. Nothing has been changed. Type it."
        )
