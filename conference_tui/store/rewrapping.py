"""What becomes of `keys.json` when a vault is made, its passphrase changed, or the vault replaced by a new one.

From the file as it is to the file as it shall be: nothing is written here.
"""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from conference_tui.store import base64_text, vault
from conference_tui.store.errors import Missing, StoreError
from conference_tui.store.keys_file import Entry, KeysFile, wrap_for
from conference_tui.store.slots import Cost
from conference_tui.store.unlocked import Unlocked
from conference_tui.store.vault import Vault


def vault_of(file: KeysFile) -> Vault:
    """The vault of a folder. Raises Missing where there is none."""
    if file.vault is None:
        raise Missing("These conferences have no passphrase yet. Nothing has been changed. Choose one first.")
    return file.vault


def with_vault(file: KeysFile, passphrase: str, cost: Cost) -> tuple[KeysFile, Unlocked, str]:
    """The file with every key wrapped, what is in memory then, and the recovery key.

    Raises StoreError where there is a vault already.
    """
    if file.vault is not None:
        raise StoreError(
            "These conferences have a passphrase already. Nothing has been changed. Unlock them with it."
        )
    return _wrapped(file, passphrase, cost, lambda _, entry: base64_text.read(entry.key) or b"")


def rotated(file: KeysFile, passphrase: str, cost: Cost) -> tuple[KeysFile, Unlocked, str]:
    """The file with a new vault, new recovery key, and the same passphrase; results as of `with_vault`.

    Raises WrongPassphrase; Damaged where a key does not open, for it could not be wrapped again.
    """
    found = vault_of(file)
    before = Unlocked(found, vault.by_passphrase(found, passphrase), with_private=True)
    return _wrapped(file, passphrase, cost, before.unwrap)


def with_passphrase(file: KeysFile, typed: str, passphrase: str, cost: Cost) -> KeysFile:
    """The file whose vault another passphrase opens; the recovery key stays.

    Raises WrongPassphrase where what was typed is neither the passphrase nor the recovery key; Damaged.
    """
    found = vault_of(file)
    secrets = vault.by_either(found, typed)
    return replace(file, vault=vault.with_passphrase(found, secrets, passphrase, cost))


def _wrapped(
    file: KeysFile, passphrase: str, cost: Cost, opened: Callable[[str, Entry], bytes]
) -> tuple[KeysFile, Unlocked, str]:
    made, secrets, recovery_key = vault.make(passphrase, cost)
    unlocked = Unlocked(made, secrets)
    keys = {
        file_id: unlocked.wrap(file_id, _for_a_vault(file.keys, entry), opened(file_id, entry))
        for file_id, entry in file.keys.items()
    }
    return KeysFile(throw_away=False, vault=made, keys=keys), unlocked, recovery_key


def _for_a_vault(keys: Mapping[str, Entry], entry: Entry) -> Entry:
    return replace(entry, wrap=wrap_for(keys, entry.kind, entry.of), key="")
