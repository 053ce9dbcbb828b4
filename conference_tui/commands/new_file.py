"""A file that a command makes: its maker's alone, whole, and never in the place of another."""

import os
from pathlib import Path

from conference_tui.commands.asking import CommandError


def refuse_taken(to: Path) -> None:
    """Raises CommandError where a file is there already, or no folder for it."""
    if to.exists():
        raise CommandError(f"{to} is there already and was left as it is. Give another name.")
    if not to.parent.is_dir():
        raise CommandError(f"There is no folder {to.parent}. Nothing was written.")


def write_new(to: Path, content: bytes, otherwise: str) -> None:
    """Whole and on the disk with its name, or not there; `otherwise` is said where it could not be written."""
    from conference_tui.store import disk

    try:
        file = disk.open_private(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        try:
            try:
                disk.write_all(file, content)
                disk.make_durable(file)
            finally:
                os.close(file)
            disk.make_names_durable(to.parent)
        except BaseException:
            to.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CommandError(f"{to} could not be written: {error.strerror}. {otherwise}") from error
