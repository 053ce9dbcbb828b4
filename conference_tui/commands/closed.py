"""The closed slot's record from a shell: only with the passphrase itself, and with its copies counted (BA-11)."""

import argparse
import sys
from typing import TYPE_CHECKING

from conference_tui.commands.asking import WENT_WRONG, CommandError, secret, tell
from conference_tui.commands.place import PASSPHRASE_OPTION, folder_at, tell_if_unprotected

if TYPE_CHECKING:
    from conference_tui.closed_record import ClosedRecord
    from conference_tui.conference.events import CopyNumbered
    from conference_tui.conference.state import Conference


def closed(asked: argparse.Namespace) -> int:
    """Print what was said in the closed slot, and number the copy where it is to be one."""
    if asked.copy_for is not None and not asked.copy_for.strip():
        raise CommandError("--copy-for is empty. Say who is given the copy, or leave the option out.")
    folder = folder_at(asked)
    # Never from the variable: that somebody opens this record must be somebody's own act.
    passphrase = secret("passphrase", asked.passphrase_file, PASSPHRASE_OPTION) if folder.has_vault else ""
    if folder.has_vault:
        folder.unlock(passphrase)
    tell_if_unprotected(folder)
    from conference_tui import closed_record, conferences

    record = conferences.find(folder, asked.ref)
    conference = conferences.read(folder, record).conference
    copy = closed_record.number_copy(folder, record, passphrase, asked.copy_for) if asked.copy_for else None
    found = closed_record.read(folder, record, passphrase)
    print("\n".join(_lines(found, conference, copy)))
    if sys.stdout.isatty():
        tell("This window keeps what it showed: clear it, or close it.")
    if found.damage:
        tell(found.damage)
        return WENT_WRONG
    return 0


def _lines(found: "ClosedRecord", conference: "Conference", copy: "CopyNumbered | None") -> list[str]:
    from conference_tui.conference.text import say_date
    from conference_tui.overview_text import item, paragraph

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
    from datetime import datetime

    from conference_tui.conference.text import say_date

    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return ""
    return f"{say_date(moment.date())} {moment:%H:%M},"
