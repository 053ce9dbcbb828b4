"""The passphrase of a data folder: set it, change it, get in with the recovery key, make everything new."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from conference_tui.commands.asking import (
    CommandError,
    ask,
    confirm,
    has_person,
    new_secret,
    secret,
    secret_in,
)
from conference_tui.commands.place import PASSPHRASE_OPTION, folder_at, passphrase_file

if TYPE_CHECKING:
    from conference_tui.store.folder import Folder

NEW_OPTION = "--new-passphrase-file"
RECOVERY_OPTION = "--recovery-file"

_TO_ANOTHER_SCREEN, _BACK = "\x1b[?1049h\x1b[H\x1b[2J", "\x1b[2J\x1b[?1049l"
"""What a terminal shows in between is in no scrollback."""


def new(asked: argparse.Namespace) -> int:
    """Put a folder under a passphrase, with everything that is in it already."""
    folder = folder_at(asked, make=True)
    if folder.has_vault:
        raise CommandError(
            f"The conferences in {folder.path} have a passphrase already. “conference vault passphrase” changes it."
        )
    if has_person():
        print(
            "From now on these conferences open with a passphrase. Take four words or more that nobody who "
            "knows you would guess.\nWhoever has neither the passphrase nor the recovery key, which comes next, "
            "can never read them again: nobody can help.",
            file=sys.stderr,
        )
    key = folder.make_vault(new_secret("new passphrase", passphrase_file(asked), PASSPHRASE_OPTION))
    _give_recovery_key(folder, key)
    print("The conferences here open with the passphrase from now on.")
    return 0


def passphrase(asked: argparse.Namespace) -> int:
    """Change the passphrase; the recovery key stays as it is."""
    folder = _vault_at(asked)
    old = secret("passphrase until now", passphrase_file(asked), PASSPHRASE_OPTION)
    folder.unlock(old)
    folder.change_passphrase(old, new_secret("new passphrase", _new_file(asked), NEW_OPTION))
    print("The passphrase is changed. The recovery key is the same as before.")
    return 0


def recover(asked: argparse.Namespace) -> int:
    """Set a new passphrase with the recovery key."""
    folder = _vault_at(asked)
    key = _recovery_key(asked)
    folder.unlock_with_recovery(key)
    folder.change_passphrase(key, new_secret("new passphrase", _new_file(asked), NEW_OPTION))
    print("The new passphrase opens the conferences. The recovery key is the same as before.")
    return 0


def rotate(asked: argparse.Namespace) -> int:
    """Make a new vault key and a new recovery key: the recovery sheet from before opens nothing any more."""
    folder = _vault_at(asked)
    typed = secret("passphrase", passphrase_file(asked), PASSPHRASE_OPTION)
    folder.unlock(typed)  # whoever has another passphrase is asked nothing further
    if not asked.yes:
        confirm(
            "The recovery sheet from before will open nothing here any more. The new recovery key is given once, "
            "next: have paper at hand.",
            "yes",
            "--yes",
        )
    key = folder.rotate(typed)
    _give_recovery_key(folder, key)
    print(
        "The keys are new and the passphrase is the same. The recovery key from before opens nothing here any "
        "more, but it opens older copies of keys.json: destroy its sheet, and old backups of that file."
    )
    return 0


def _vault_at(asked: argparse.Namespace) -> "Folder":
    folder = folder_at(asked)
    if not folder.has_vault:
        raise CommandError(
            f"The conferences in {folder.path} have no passphrase. “conference vault new” gives them one."
        )
    return folder


def _new_file(asked: argparse.Namespace) -> Path | None:
    file: Path | None = asked.new_passphrase_file
    return file


def _recovery_key(asked: argparse.Namespace) -> str:
    """From a file; or typed where it can be seen, for nobody types 65 letters blind, and then taken away."""
    if asked.recovery_file:
        return secret_in(asked.recovery_file)
    if not has_person():
        raise CommandError(
            "The recovery key is needed. Nothing has been done. Without a terminal, name a file that holds it "
            f"with {RECOVERY_OPTION}."
        )
    return _beside_the_scrollback("Type the recovery key from its sheet; small letters will do.\n\n", ">")


def _give_recovery_key(folder: "Folder", key: str) -> None:
    """Show it to a person once, or print it for the program that reads the output."""
    if has_person() and sys.stdout.isatty():
        _beside_the_scrollback(
            "This is the recovery key. It is shown this once. Write it down, letter by letter, and keep it\n"
            f"where the passphrase is not: in the authority's safe.\n\n{_in_rows(key)}\n\n",
            "Press Enter when it is written down.",
        )
        folder.note_recovery()
    else:
        print(key)


def _in_rows(key: str) -> str:
    groups = key.split("-")
    rows = [groups[at : at + 4] for at in range(0, len(groups), 4)]
    return "\n".join("    " + "   ".join(row) for row in rows)


def _beside_the_scrollback(text: str, question: str) -> str:
    """Show something on the terminal's other screen, take a line, and leave nothing of either behind."""
    has_other = os.environ.get("TERM", "dumb") not in ("dumb", "")
    try:
        sys.stderr.write((_TO_ANOTHER_SCREEN if has_other else "") + text)
        return ask(question)
    finally:
        sys.stderr.write(_BACK if has_other else "")
        sys.stderr.flush()
