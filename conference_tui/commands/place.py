"""The data folder that a command works on."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from conference_tui.commands.asking import CommandError, secret, secret_in, tell

if TYPE_CHECKING:
    from conference_tui.store.folder import Folder

STORE_VARIABLE = "CONFERENCE_STORE"
PASSPHRASE_VARIABLE = "CONFERENCE_PASSPHRASE_FILE"
PASSPHRASE_OPTION = "--passphrase-file"
TRYING_OUT = "a folder for trying things out: not protected."


def named_store(asked: argparse.Namespace) -> str | None:
    """The folder that was named; None for the platform's own."""
    if asked.store is not None and not asked.store.strip():
        raise CommandError("--store is empty. Name a folder, or leave the option out.")
    return asked.store or os.environ.get(STORE_VARIABLE) or None


def folder_at(asked: argparse.Namespace, *, make: bool = False) -> "Folder":
    """The data folder as it is. One that was named is only made by a command that puts something into it."""
    from conference_tui.store.folder import Folder

    given = named_store(asked)
    if given and not make and not Path(given).expanduser().is_dir():
        raise CommandError(
            f"There is no folder {given}. Check --store or {STORE_VARIABLE}; “conference new” begins one there."
        )
    return Folder.at(given)


def folder_of(asked: argparse.Namespace, *, make: bool = False) -> "Folder":
    """The data folder, open for reading: where it has a passphrase, that is asked for, once."""
    return unlocked_folder(asked, make=make)[0]


def unlocked_folder(asked: argparse.Namespace, *, make: bool = False) -> "tuple[Folder, str]":
    """As `folder_of`, with the passphrase that opened it; empty where it has none."""
    folder, passphrase = folder_at(asked, make=make), ""
    if folder.is_locked:
        passphrase = secret("passphrase", passphrase_file(asked), PASSPHRASE_OPTION)
        folder.unlock(passphrase)
    tell_if_unprotected(folder)
    return folder, passphrase


def tell_if_unprotected(folder: "Folder") -> None:
    """Say it in one line where a folder has no passphrase, also where it is meant to have none."""
    if folder.needs_vault:
        tell(
            f"{folder.path} is not protected: whoever copies it can read every conference in it. "
            "“conference vault new” gives it a passphrase."
        )
    elif folder.is_throw_away:
        tell(f"{folder.path} is {TRYING_OUT}")


def folder_for_screens(asked: argparse.Namespace) -> "Folder":
    """The data folder for the program with screens, which asks for the passphrase itself unless a file has it."""
    folder = folder_at(asked, make=True)
    if folder.is_locked and (file := passphrase_file(asked)):
        folder.unlock(secret_in(file))
    return folder


def passphrase_file(asked: argparse.Namespace) -> Path | None:
    """The file that holds the passphrase: of the option, else of the variable."""
    given: Path | None = asked.passphrase_file
    in_variable = os.environ.get(PASSPHRASE_VARIABLE)
    return given or (Path(in_variable) if in_variable else None)
