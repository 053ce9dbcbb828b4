"""The closed slot's record from a shell: only with the passphrase itself, and with its copies counted (BA-11)."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from conference_tui.commands.asking import WENT_WRONG, CommandError, new_secret, secret, tell
from conference_tui.commands.new_file import refuse_taken, write_new
from conference_tui.commands.place import PASSPHRASE_OPTION, folder_at, tell_if_unprotected

if TYPE_CHECKING:
    from datetime import datetime

    from conference_tui.closed_record import ClosedRecord
    from conference_tui.conference.events import CopyNumbered
    from conference_tui.conference.state import Conference
    from conference_tui.conferences import Reading


SECRET = "passphrase of the file"
SECRET_OPTION = "--pdf-passphrase-file"


def closed(asked: argparse.Namespace) -> int:
    """Print what was said in the closed slot, or write it as a file; and number the copy where it is to be one."""
    if asked.copy_for is not None and not asked.copy_for.strip():
        raise CommandError("--copy-for is empty. Say who is given the copy, or leave the option out.")
    to = _file_of(asked)
    folder = folder_at(asked)
    # Never from the variable: that somebody opens this record must be somebody's own act.
    passphrase = secret("passphrase", asked.passphrase_file, PASSPHRASE_OPTION) if folder.has_vault else ""
    if folder.has_vault:
        folder.unlock(passphrase)
    tell_if_unprotected(folder)
    from conference_tui import closed_record, conferences

    record = conferences.find(folder, asked.ref)
    read = conferences.read(folder, record)
    under = _secret_of_the_file(asked, passphrase) if to else ""
    if to:  # what cannot be read or printed is found out before a copy has its number
        trial = _trial(asked.copy_for)
        _drawn(closed_record.read(folder, record, passphrase), read, trial, under, large=asked.large_print)
    copy = closed_record.number_copy(folder, record, passphrase, asked.copy_for) if asked.copy_for else None
    found = closed_record.read(folder, record, passphrase)
    if to and copy:
        drawn = _drawn(found, read, copy, under, large=asked.large_print)
        write_new(to, drawn, f"Copy {copy.copy} was numbered and is in no file.")
        print(f"Copy {copy.copy}, for {copy.holder}, is in {to}, under its passphrase.")
    else:
        print("\n".join(_lines(found, read.conference, copy)))
        if sys.stdout.isatty():
            tell("This window keeps what it showed: clear it, or close it.")
    if found.damage:
        tell(found.damage)
        return WENT_WRONG
    return 0


def _file_of(asked: argparse.Namespace) -> Path | None:
    """Where the copy is to be written. Raises CommandError where it is nobody's, or cannot be written there."""
    if asked.pdf is None:
        if asked.pdf_passphrase_file:
            raise CommandError(f"{SECRET_OPTION} goes with --pdf.")
        if asked.large_print:
            raise CommandError("--large-print goes with --pdf: what is printed here has no size.")
        return None
    if not asked.copy_for:
        raise CommandError("A file is one copy for one holder: say who with --copy-for. Nothing was written.")
    to = Path(asked.pdf).expanduser()
    refuse_taken(to)
    return to


def _secret_of_the_file(asked: argparse.Namespace, passphrase: str) -> str:
    """A passphrase for this copy alone: its holder is told it, and must not learn that of the folder."""
    from conference_tui.store import vault

    chosen = new_secret(SECRET, asked.pdf_passphrase_file, SECRET_OPTION)
    vault.refuse_weak(chosen)
    if chosen == passphrase:
        raise CommandError(
            "That is the passphrase of the folder, and whoever is given the file would know it. "
            "Give the file another one. Nothing has been recorded."
        )
    return chosen


def _drawn(
    found: "ClosedRecord", read: "Reading", copy: "CopyNumbered", passphrase: str, *, large: bool
) -> bytes:
    from conference_tui.conference.papers import Layout
    from conference_tui.documents.restricted_record import Line, draw_restricted

    lines = [
        Line(
            number=said.seq,
            at=_moment(said.at),
            speaker=said.speaker,
            words=said.words,
            struck=said.struck,
        )
        for said in found.said
    ]
    layout = Layout.LARGE_PRINT if large else Layout.STANDARD
    return draw_restricted(read.conference, read.procedure, lines, found.copies, copy, passphrase, layout)


def _trial(holder: str) -> "CopyNumbered":
    from datetime import date

    from conference_tui.conference.events import CopyNumbered
    from conference_tui.conference.text import one_line

    return CopyNumbered(copy=1, holder=one_line(holder), on=date(2000, 1, 1))


def _lines(found: "ClosedRecord", conference: "Conference", copy: "CopyNumbered | None") -> list[str]:
    from conference_tui.conference.text import say_date
    from conference_tui.overview_text.lines import item, paragraph

    lines = [f"# Closed slot of conference {conference.ref}", ""]
    if copy:
        lines += paragraph(
            f"Copy {copy.copy}, for {copy.holder}, {say_date(copy.on)}. Not to be copied or passed on."
        )
        lines += [""]
    for said in found.said:
        taken_back = " (taken back)" if said.struck else ""
        lines += item(
            f"{said.seq}. {_when(said.at)} {conference.name(said.speaker)}{taken_back}: {said.words}"
        )
    if not found.said:
        lines += item("Nothing was said in it.")
    lines += ["", "## Copies", ""]
    for each in found.copies:
        lines += item(f"Copy {each.copy}: {each.holder}, {say_date(each.on)}.")
    if not found.copies:
        lines += item("No copy has been numbered.")
    return lines


def _when(at: str) -> str:
    from conference_tui.conference.text import say_date

    moment = _moment(at)
    return f"{say_date(moment.date())} {moment:%H:%M}," if moment else ""


def _moment(at: str) -> "datetime | None":
    from datetime import datetime

    try:
        return datetime.fromisoformat(at)
    except ValueError:
        return None
