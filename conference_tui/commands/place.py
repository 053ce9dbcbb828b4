"""The data folder that a command works on."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from conference_tui.commands.asking import CommandError

if TYPE_CHECKING:
    from conference_tui.store.folder import Folder

STORE_VARIABLE = "CONFERENCE_STORE"


def named_store(asked: argparse.Namespace) -> str | None:
    """The folder that was named; None for the platform's own."""
    if asked.store is not None and not asked.store.strip():
        raise CommandError("--store is empty. Name a folder, or leave the option out.")
    return asked.store or os.environ.get(STORE_VARIABLE) or None


def folder_of(asked: argparse.Namespace, *, make: bool = False) -> "Folder":
    """The data folder. A folder that was named is only made by a command that puts something into it."""
    from conference_tui.store.folder import Folder

    given = named_store(asked)
    if given and not make and not Path(given).expanduser().is_dir():
        raise CommandError(
            f"There is no folder {given}. Check --store or {STORE_VARIABLE}; “conference new” begins one there."
        )
    return Folder.at(given)
