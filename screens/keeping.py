"""What is done with a whole conference from the list: looked at, put into an archive, erased."""

import os
from pathlib import Path

import msgspec

from conference_tui.conference import events as e
from conference_tui.conference.text import one_line
from conference_tui.meeting import Refused
from conference_tui.store.errors import NotSaved, StoreError
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from screens.first_start import NEW, weakness
from screens.form import Field, Form, Values, Wanting
from screens.secret_box import Secret, SecretBox, Typed
from screens.timeline import Source, Timeline

ONLY_READING = "Only for reading: nothing can be changed here."


def looking(folder: Folder, record_id: str) -> Timeline:
    """Everything recorded in a conference, also a closed or a damaged one, without opening it for writing."""

    def read() -> Source:
        from conference_tui import conferences

        found = conferences.read(folder, record_id)
        with Record.open(folder, record_id, readonly=True, rescue=bool(found.damage)) as record:
            entries = msgspec.convert(record.stored(), list[e.Recorded])
        return Source(
            entries=entries,
            conference=found.conference,
            procedure=found.procedure,
            remark=" ".join(part for part in (ONLY_READING, found.damage, found.warning) if part),
            is_damaged=bool(found.damage),
        )

    return Timeline(read)


def archiving(folder: Folder, record_id: str, ref: str) -> SecretBox:
    """Asks for a file and a passphrase of its own, and writes the archive; gives where it is."""

    def archive(typed: Typed) -> str:
        from conference_tui import archiving
        from conference_tui.exchange import sealed

        to = Path(one_line(typed["file"])).expanduser().absolute()
        content = sealed.encrypt(archiving.archive(folder, record_id), typed["passphrase"])
        _write(to, content)
        return str(to)

    says = (
        "Everything in the open record goes into one file, under a passphrase of its own; nothing of a closed slot.",
        "Give the passphrase to whoever gets the file by another way than the file.",
    )
    file = Secret(name="file", label="File", hint="a new file, on a stick for instance", is_shown=True)
    return SecretBox(f"Archive {ref}", says, (file, *NEW), archive, meanwhile="Writing …", weakness=weakness)


def _write(to: Path, content: bytes) -> None:
    """A new file of its maker alone, whole, or none. Raises NotSaved."""
    try:
        with os.fdopen(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        raise NotSaved(f"{to} is there already and was left as it is. Give another name.") from None
    except OSError as error:
        to.unlink(missing_ok=True)
        raise NotSaved(f"{to} could not be written: {error.strerror}. No archive was made.") from error


def erasing(folder: Folder, record_id: str, ref: str) -> Form:
    """Asks why, by whom, and for the reference; then the keys of the conference are destroyed."""

    def save(values: Values) -> None:
        from conference_tui import conferences

        if values.line("ref") != ref:
            raise Wanting("ref", f"Type the reference as it stands here: {ref}. Nothing has been erased.")
        try:
            conferences.erase(folder, record_id, reason=values.line("reason"), by=values.line("by"))
        except (StoreError, Refused) as trouble:
            raise Wanting("reason", str(trouble)) from None

    fields = [
        Field(name="reason", label="Reason", hint="by which rule; it is kept"),
        Field(name="by", label="Erased by", hint="your name; it is kept"),
        Field(name="ref", label="Reference", hint=f"type {ref} to erase it"),
    ]
    note = (
        f"Everything recorded in {ref} will be out of reach for ever on this computer, the closed slot's record too. "
        "Copies elsewhere stay: archives, backups with their keys, printed plans."
    )
    return Form(f"Erase {ref}", fields, save, note=note)
