"""A conference as one file: out of a folder, into a folder, and what such a file is made of."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from conference_tui.commands.asking import CommandError, confirm, new_secret, secret
from conference_tui.commands.new_file import refuse_taken, write_new
from conference_tui.commands.place import folder_of
from conference_tui.commands.printed import print_json

if TYPE_CHECKING:
    from conference_tui.archiving import Preview

SECRET = "passphrase of the archive"
SECRET_OPTION = "--archive-passphrase-file"
IN_CLEAR_OPTION = "--yes-in-clear"
WARNING = (
    "Without a passphrase, everything that was recorded in the open part of this conference will stand in the file "
    "for anybody who gets hold of it: every name, every word, and every address, withheld ones too."
)


def archive(asked: argparse.Namespace) -> int:
    """Write a conference into one file, under a passphrase of its own."""
    if asked.yes_in_clear and not asked.plain:
        raise CommandError(f"{IN_CLEAR_OPTION} goes with --plain.")
    to = Path(asked.file).expanduser()
    refuse_taken(to)
    folder = folder_of(asked)
    from conference_tui import archiving, conferences

    record = conferences.find(folder, asked.ref)
    if asked.plain and not asked.yes_in_clear:
        confirm(WARNING, asked.ref, IN_CLEAR_OPTION)
    content = archiving.archive(folder, record)
    if not asked.plain:
        content = _sealed(content, asked.archive_passphrase_file)
    write_new(to, content, "No archive was made.")
    print(f"The conference {asked.ref} is in {to}, {'in clear' if asked.plain else 'under its passphrase'}.")
    return 0


def _sealed(content: bytes, file: Path | None) -> bytes:
    from conference_tui.exchange import sealed
    from conference_tui.store import vault

    passphrase = new_secret(SECRET, file, SECRET_OPTION)
    vault.refuse_weak(passphrase)
    return sealed.encrypt(content, passphrase)


def import_(asked: argparse.Namespace) -> int:
    """Say what is in an archive and, once somebody agrees, make a conference of it: all of it, or nothing."""
    from conference_tui import archiving
    from conference_tui.exchange import archive as archives
    from conference_tui.exchange import sealed

    content = _read(Path(asked.file).expanduser(), archives.LARGEST + 4096)
    folder = folder_of(asked, make=True)
    if sealed.is_sealed(content):
        content = sealed.decrypt(content, secret(SECRET, asked.archive_passphrase_file, SECRET_OPTION))
    found = archives.read(content)
    print("\n".join(_lines(archiving.preview(folder, found))), flush=True)
    if not asked.yes:
        confirm("Compare this with what you were sent.", "yes", "--yes")
    record = archiving.import_archive(folder, found)
    print(f"It is in {folder.path}, in the record {record}.")
    return 0


def _read(file: Path, most: int) -> bytes:
    try:
        with file.open("rb") as opened:
            content = opened.read(most + 1)
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}. Nothing was stored.") from error
    if len(content) > most:
        raise CommandError(f"{file} has more than {most:,} bytes: no archive has. Nothing was stored.")
    return content


def _lines(found: "Preview") -> list[str]:
    """What an archive is, before anything of it is stored."""
    from conference_tui.conference.text import listed, say_date
    from conference_tui.overview_text.lines import item

    kind = found.kind.value if found.kind else "kind not known"
    held = f"held {say_date(found.held)}" if found.held else "date not given"
    state = "closed" if found.is_closed else "not closed"
    lines = [
        *item(f"Archive of the conference {found.ref or 'without a reference'}: {kind}, {held}; {state}.")
    ]
    lines += item(f"Children: {listed(found.children) or 'none entered'}.", 1)
    if found.chair:
        lines += item(f"Chair: {found.chair}.", 1)
    entries = "1 entry" if found.entries == 1 else f"{found.entries:,} entries"
    lines += item(f"{entries}, from {found.first_at} to {found.last_at}.", 1)
    lines += item(f"Written at {found.exported or 'a time that it does not say'}.", 1)
    for warning in found.warnings:
        lines += item(f"Mind: {warning}", 1)
    return lines


def schema(asked: argparse.Namespace) -> int:
    """Print the JSON Schema of a line of an archive."""
    del asked
    from conference_tui.exchange.schema import schema as of_a_line

    return print_json(of_a_line())
