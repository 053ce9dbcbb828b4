"""The files of a log: the log itself, and what lies beside it under the same name."""

import secrets
from pathlib import Path

from conference_tui.store import disk
from conference_tui.store.errors import StoreError


def beside(log: Path, suffix: str) -> Path:
    """The file beside a log: `.head` (how far it had come), `.lock`, `.torn-…` or `.damaged-…` (kept aside)."""
    return log.with_name(f"{log.name}.{suffix}")


def is_there(log: Path) -> bool:
    """Whether a log is, or by its `.head` file had been, under this name."""
    return log.exists() or beside(log, "head").exists()


def set_aside(log: Path) -> None:
    """Give a damaged log another name beside its own, so that a new one can take its place. Raises NotSaved."""
    aside = beside(log, f"damaged-{secrets.token_hex(4)}")
    with disk.told(log):
        beside(log, "head").unlink(missing_ok=True)
        if log.exists():
            log.replace(aside)
        disk.make_names_durable(log.parent)


def remove(log: Path) -> None:
    """Take a log and everything beside it out of the folder; nobody may have it open. Raises StoreError."""
    try:
        # The log itself last: a note that is left without its log would say that something was lost.
        for file in [*log.parent.glob(f"{log.name}.*"), log]:
            file.unlink(missing_ok=True)
        disk.make_names_durable(log.parent)
    except OSError as error:
        raise StoreError(
            f"{log} could not be removed ({error.strerror}). It is sealed; nobody can read it without its key. "
            "Remove it when the folder can be written to again."
        ) from error
