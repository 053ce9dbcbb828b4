"""What can go wrong with a record, each told to the person at the keyboard in plain sentences."""

from conference_tui.spoken import Spoken


class StoreError(Spoken):
    """The record could not be opened or written.

    The message says what happened, what is safe and what to do.
    """


class Missing(StoreError):
    """There is no such record here, or no key for it."""


class InUse(StoreError):
    """Another running program has this record open."""


class WrongKey(StoreError):
    """The file is whole, but this key does not open it."""


class Damaged(StoreError):
    """The file on disk is not what was saved; it is never repaired silently.

    Attributes:
        intact: how many frames from the beginning are whole.

    """

    def __init__(self, message: str, intact: int = 0) -> None:
        super().__init__(message)
        self.intact = intact


class NotSaved(StoreError):
    """The change is not on disk; everything before it is, and saving may be tried again."""


class Failed(StoreError):
    """Whether the last change is on disk is unknown; nothing more is written until the record is reopened."""


class Locked(StoreError):
    """The key of this is not in memory: the vault is locked, or it is a closed slot's record."""


class WrongPassphrase(StoreError):
    """The vault is whole, but what was typed does not open it."""


class Misread(WrongPassphrase):
    """What was typed is not a recovery key: a letter, or a whole group, is not the one that was printed."""


class WeakPassphrase(StoreError):
    """The passphrase is too easily guessed; the message says why."""
