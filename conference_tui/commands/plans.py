"""Making from a shell what is handed out."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from conference_tui.commands.asking import CommandError, new_secret, tell
from conference_tui.commands.place import unlocked_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conference_tui.conference.papers import Copy, Layout
    from conference_tui.conference.procedure import Procedure
    from conference_tui.conference.state import Conference
    from conference_tui.documents.pack import Encrypt, Pack, Progress, Ready, Stopped
    from conference_tui.meeting import Meeting

SECRET_OPTION = "--documents-passphrase-file"


def export(asked: argparse.Namespace) -> int:
    """Make everybody's copies, or one person's."""
    folder, passphrase = unlocked_folder(asked)
    if not asked.to.strip():
        raise CommandError("--to is empty. Name a folder for the documents.")
    to = Path(asked.to).expanduser()
    from conference_tui import closed_record, conferences
    from conference_tui.conference.second_opinion import CLOSED_NOT_SEARCHED

    encrypt = _encryption(asked)
    meeting = conferences.open_meeting(folder, conferences.find(folder, asked.ref))
    try:
        closed_words = closed_record.words_of(folder, meeting.record_id, passphrase)
        if meeting.conference.closed_slots and folder.closed_record_of(meeting.record_id) is None:
            tell(CLOSED_NOT_SEARCHED)
        return _make(meeting, to, asked, encrypt, closed_words)
    finally:
        meeting.close()


def _make(
    meeting: "Meeting",
    to: Path,
    asked: argparse.Namespace,
    encrypt: "Encrypt | None",
    closed_words: "Sequence[str]",
) -> int:
    """Make every copy, print where it lies, say whose is whose, and record that it was made (HF-10)."""
    from conference_tui.conference.text import clean, one_line
    from conference_tui.documents import pack

    conference = meeting.conference
    _refuse_if_nothing_can_be_made(meeting)
    reader = reader_meant(conference, meeting.procedure, asked.for_)
    wanted = pack.copies_for(conference, meeting.procedure, reader)
    if not wanted:
        raise CommandError(f"{_named(conference, reader)} gets no document. Nothing was made.")
    press = pack.Press(conference, meeting.procedure, meeting.calendar, closed_words=closed_words)
    not_saved: list[str] = []
    meeting.troubles.append(lambda _, sentence: not_saved.append(sentence))
    made = _made(press, wanted, to, asked, encrypt)
    for each in made.made:
        meeting.record(each.event())
        print(clean(str(each.path)))
    for reader, name in {each.copy.reader: each.copy.reader_name for each in made.made}.items():
        print(f"{press.number(reader)}: {one_line(name)}", file=sys.stderr)
    meeting.flush()
    if not_saved:
        raise CommandError(
            f"The documents are in {to}, but that they were made is not recorded. {not_saved[0]}"
        )
    _refuse_what_was_not_made(meeting, made)
    _undecided(conference)
    return 0


def _refuse_what_was_not_made(meeting: "Meeting", made: "Pack") -> None:
    """Say of each copy that was not made why; of the program's own mistakes a report is kept."""
    from conference_tui import incident_report
    from conference_tui.documents.pack import in_words

    conference = meeting.conference
    for stopped in made.stopped:
        tell(_stopped(conference, stopped))
    for failed in made.failed:
        tell(f"Not made: {in_words(conference, failed.copy)}. {failed.why}")
    if kept := incident_report.keep_each(
        meeting.folder, (failed.error for failed in made.failed if failed.is_mistake)
    ):
        tell(kept)
    if number := len(made.stopped) + len(made.failed):
        count = "1 document was" if number == 1 else f"{number} documents were"
        to_do = (
            "open the conference, and answer under “Hand out” at the close" if made.stopped else "see above"
        )
        raise CommandError(f"{count} not made: {to_do}.")


def _made(
    press: "pack.Press", wanted: "Sequence[Copy]", to: Path, asked: argparse.Namespace,
    encrypt: "Encrypt | None",
) -> "Pack":  # fmt: skip
    from conference_tui.documents import pack

    def path(ready: "Ready") -> Path:
        found = to / press.name(ready)
        if found.exists():
            raise CommandError(
                f"{found} is there already and was left as it is. Name another folder with --to."
            )
        return found

    try:
        return pack.make_copies(
            press, wanted, path, layouts=_layouts(asked), encrypt=encrypt, progress=_progress()
        )
    except OSError as error:
        why = error.strerror or str(error)
        raise CommandError(
            f"The documents could not be written to {to}: {why}. Name another folder with --to."
        ) from error


def _refuse_if_nothing_can_be_made(meeting: "Meeting") -> None:
    from conference_tui.conference.events import DocumentMade

    conference = meeting.conference
    if not conference.decisions:
        raise CommandError(
            f"No child of {conference.ref} has a plan: there is no decision that leads to one."
        )
    event = DocumentMade(document="plan", child="", recipient="", file="", sha256="")
    if why := meeting.refusal(event):
        raise CommandError(f"{why} No document was made.")


def _undecided(conference: "Conference") -> None:
    if undecided := [
        child.label for child in conference.children.values() if child.id not in conference.decisions
    ]:
        raise CommandError(f"There is no plan for {', '.join(undecided)}: no decision has been made.")


def _layouts(asked: argparse.Namespace) -> "tuple[Layout, ...]":
    """The layouts asked for; the standard one where none is."""
    from conference_tui.conference.papers import Layout

    wanted = {
        Layout.LARGE_PRINT: asked.large_print,
        Layout.EASY_READ: asked.easy_read,
        Layout.BRAILLE: asked.braille,
    }
    return tuple(layout for layout, is_asked in wanted.items() if is_asked) or (Layout.STANDARD,)


def reader_meant(conference: "Conference", procedure: "Procedure", typed: str | None) -> str:
    """Whom `--for` means: a person, a child, an agency, or the file; nothing typed is everybody."""
    if typed is None:
        return ""
    from conference_tui.conference.compared import meant, same, starts_so
    from conference_tui.conference.recipients import rows

    readers = rows(conference, procedure)
    found = [row for row in readers if same(row.reader, typed)]
    found = found or meant(typed, {row: row.name for row in readers}, starts_so)
    if len(found) == 1:
        return found[0].reader
    if found:
        names = ", ".join(row.name for row in found)
        raise CommandError(f"“{typed}” may be any of {names}. Write the whole name. Nothing was made.")
    raise CommandError(
        f"Nobody called “{typed}” is handed anything. Write the name as “conference show” has it."
    )


def _named(conference: "Conference", reader: str) -> str:
    return conference.name(reader) if reader else "Nobody"


def _stopped(conference: "Conference", stopped: "Stopped") -> str:
    """Which copy was not made, and what was found or is asked; the words are not repeated on a terminal."""
    from conference_tui.conference.reading.questions import in_words as asked_in_words
    from conference_tui.documents.pack import in_words

    hits = " ".join(dict.fromkeys(hit.told for hit in stopped.hits[:3]))
    found = asked_in_words(stopped.questions) if stopped.questions else hits
    return f"Not made: {in_words(conference, stopped.copy)}. {found}"


def _encryption(asked: argparse.Namespace) -> "Encrypt | None":
    if not (asked.passphrase or asked.documents_passphrase_file):
        return None
    from conference_tui.documents.encrypted import NO_BRAILLE, encrypted

    if asked.braille:
        raise CommandError(
            f"{NO_BRAILLE} Make it without --passphrase, and send it in another way that is safe."
        )
    from conference_tui.store import vault

    typed = new_secret("passphrase of the documents", asked.documents_passphrase_file, SECRET_OPTION)
    vault.refuse_weak(typed)
    return lambda pdf: encrypted(pdf, typed)


def _progress() -> "Progress | None":
    """Say on a terminal how far it is; output that goes elsewhere stays free of it."""
    if not sys.stderr.isatty():
        return None

    def say(done: int, of: int) -> None:
        words = f"\rDocuments: {100 * done // max(of, 1)} % drawn and looked through"
        print(words, end="\n" if done == of else "", file=sys.stderr, flush=True)

    return say


if TYPE_CHECKING:
    from conference_tui.documents import pack
