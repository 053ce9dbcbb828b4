"""Changing the passphrase, making a new recovery key, and the passphrase once more for the closed slot."""

from collections.abc import Sequence

from textual.app import App

from conference_tui.meeting import Meeting
from conference_tui.store.errors import StoreError
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


async def words_of_closed_slot(app: App[object], meeting: Meeting) -> Sequence[str] | None:
    """What was typed in the closed slot, to be looked for in papers; asks for the passphrase where there is one (BA-11).

    None where it was not opened: then nothing may be made. To be awaited in a worker.
    """
    from conference_tui import closed_record

    folder, record = meeting.folder, meeting.record_id
    found: list[str] = []

    def read(typed: Typed) -> str:
        found[:] = closed_record.words_of(folder, record, typed["passphrase"])
        return ""

    if folder.closed_record_of(record) is None:
        return ()
    if not folder.has_vault:
        try:
            read({"passphrase": ""})
        except StoreError as error:
            app.notify(str(error), severity="error", timeout=20, markup=False)
            return None
        return found
    says = (
        "Every paper is looked through for what was said in the closed slot.",
        "It is read for that alone, and shown nowhere.",
    )
    fields = (Secret(name="passphrase", label="Passphrase"),)
    box = SecretBox("Before the papers are made", says, fields, read, meanwhile="Opening …")
    return None if await app.push_screen_wait(box) is None else found
