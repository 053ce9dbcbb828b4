"""Erasing a conference: the stub of it first, then every key of it at once, then the files.

A crash between the steps leaves the conference as it was with a stub that says it is to go, or files that
nothing opens any more. Erasing it again, or unlocking the folder, does the rest.
"""

from __future__ import annotations

from contextlib import suppress

from msgspec.structs import replace

from conference_tui.store import disk, log_files
from conference_tui.store.errors import Missing, StoreError
from conference_tui.store.lock import Lock
from conference_tui.store.register import Erasure, Erasures, Place

_LOOKERS_WAIT = 0.5
"""Seconds to wait for the lock: a list of conferences takes it for a moment, to see whether it is held."""


def erase(folder: Place, erasure: Erasure) -> Erasure:
    """Erase the conference of a stub, or finish erasing it, and give the stub as it stands in the register.

    Raises Missing (no such conference), InUse, Locked, NotSaved or Failed; what was not done is done by erasing
    it again.
    """
    family = folder.keys.family(erasure.record)
    stub = next((each for each in Erasures(folder).all() if each.record == erasure.record), None)
    if not family and not stub:
        raise Missing(f"There is no conference {erasure.record} here. Nothing has been changed.")
    record = folder.file(erasure.record)
    with disk.told(record), Lock(log_files.beside(record, "lock"), "This conference", wait=_LOOKERS_WAIT):
        if stub is None:
            stub = replace(erasure, files=family)
            Erasures(folder).add(stub)
        gone = {*family, *stub.files}
        folder.keys.forget(*gone)
    for file_id in gone:
        log_files.remove(folder.file(file_id))
    return stub


def finish(folder: Place) -> None:
    """Do what a crash left undone of erasures whose stub is saved; what cannot be done now waits."""
    with suppress(StoreError):
        for stub in Erasures(folder).all():
            if folder.keys.family(stub.record) or any(_left(folder, file_id) for file_id in stub.files):
                erase(folder, stub)


def _left(folder: Place, file_id: str) -> bool:
    """Whether the log, or anything beside it, is there still."""
    return any(folder.path.glob(f"{file_id}.*"))
