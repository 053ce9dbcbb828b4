"""Every system call of one thing going wrong, each in a copy of the folder of its own."""

import json
from pathlib import Path

import msgspec

from conference_tui.store.folder import Folder

from .programs import start


class Outcome(msgspec.Struct, frozen=True):
    """What came of one try."""

    fault: str
    at: int
    copy: str
    ended: str
    said: str

    @property
    def folder(self) -> Folder:
        return Folder.at(self.copy)


def outcomes(folder: Folder, copies: Path, thing: str, *words: str) -> list[Outcome]:
    """Every fault at every call, and for each fault the try in which it came too late to matter."""
    copies.mkdir()
    with start("step_by_step", folder.path, copies, thing, *words) as program:
        told, _ = program.communicate()
    found = msgspec.convert([json.loads(line) for line in told.splitlines()], list[Outcome])
    assert program.returncode == 0
    assert len({each.fault for each in found}) == 4
    assert {each.ended for each in found if each.fault.startswith("killed")} == {"killed", "done"}
    return found
