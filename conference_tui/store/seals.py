"""From a key of the data folder to the seal of its file."""

from conference_tui.store.frames import Seal
from conference_tui.store.keys import FileKey


def seal_of(key: FileKey) -> Seal:
    """What seals the file of a key."""
    return Seal(key.secret, bytes.fromhex(key.file_id), key.purpose)
