"""Changing the passphrase, making a new recovery key, and the passphrase once more for the closed slot."""

from collections.abc import Sequence

from conference_tui.store.folder import Folder
from screens.first_start import NEW, weakness
from screens.secret_box import Secret, SecretBox, Typed

NOW = Secret(name="now", label="Passphrase now")


def changing(folder: Folder) -> SecretBox:
    """Asks for the passphrase, and twice for the one that takes its place."""

    def change(typed: Typed) -> str:
        folder.change_passphrase(typed["now"], typed["passphrase"])
        return ""

    new = (Secret(name="passphrase", label="New one", hint="four words or more", is_new=True), NEW[1])
    says = ("The old passphrase opens nothing any more from then on. The recovery key stays as it is.",)
    return SecretBox(
        "Change the passphrase", says, (NOW, *new), change, meanwhile="Changing …", weakness=weakness
    )


def renewing(folder: Folder) -> SecretBox:
    """Asks for the passphrase; gives a new recovery key, under a new key of the whole folder."""
    says = (
        "A new recovery key takes the place of the one on paper, which opens nothing any more.",
        "Everything is locked under new keys as well: do this when a sheet is lost, or was seen.",
    )
    return SecretBox(
        "New recovery key",
        says,
        (NOW,),
        lambda typed: folder.rotate(typed["now"]),
        meanwhile="Making new keys …",
    )


def opening_closed(folder: Folder, record_id: str, says: Sequence[str]) -> SecretBox:
    """Asks for the passphrase, and puts the key of one conference's closed record into memory."""

    def unlock(typed: Typed) -> str:
        folder.unlock_closed(record_id, typed["passphrase"])
        return ""

    fields = (Secret(name="passphrase", label="Passphrase"),)
    return SecretBox("The closed slot's record", says, fields, unlock, meanwhile="Opening …")


def searching_closed(folder: Folder, record_id: str, found: list[str]) -> SecretBox:
    """Asks for the passphrase, and puts into `found` what was typed in the closed slot, to look for it in copies."""
    from conference_tui import closed_record

    def read(typed: Typed) -> str:
        found[:] = closed_record.words_of(folder, record_id, typed["passphrase"])
        return ""

    says = (
        "Every copy is looked through for what was said in the closed slot.",
        "It is read for that alone, and shown nowhere.",
    )
    fields = (Secret(name="passphrase", label="Passphrase"),)
    return SecretBox("Before the copies are made", says, fields, read, meanwhile="Opening …")
