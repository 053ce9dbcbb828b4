"""Do one thing to copies of a folder; in each copy the next system call that changes the disk goes wrong.

Arguments: the folder, an empty folder for the copies, what to do, and words for it. Says for each copy a line of
JSON: which fault, at which call, where the copy is, how it ended and what was said. It goes on until the thing is
done before the fault would come.
"""

import errno
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from conference_tui.store.errors import StoreError
from conference_tui.store.folder import Folder
from conference_tui.store.slots import Cost

CALLS = ("open", "write", "fsync", "ftruncate", "replace", "unlink")
FAULTS = ("killed before", "killed half way through a write", "EIO", "ENOSPC from then on")
CHEAP = Cost(memory_kib=19 * 1024, passes=2, lanes=1)
AT = datetime(2026, 3, 2, 11, 30, tzinfo=UTC)

THINGS: dict[str, Callable[[Folder, list[str]], str | None]] = {
    "make": lambda folder, words: folder.make_vault(words[0], cost=CHEAP),
    "change": lambda folder, words: folder.change_passphrase(words[0], words[1], cost=CHEAP),
    "rotate": lambda folder, words: folder.rotate(words[0], cost=CHEAP),
    "erase": lambda folder, words: (
        folder.erase(words[0], ref="CP-1", count=1, head="ab", reason="the first time", by="me", at=AT).record
    ),
}


class Faulty:
    """The system calls, of which one goes wrong."""

    def __init__(self, fault: str, at: int) -> None:
        self.fault, self.at, self.count = fault, at, 0
        for name in ("write",) if "write" in fault else CALLS:
            setattr(os, name, self.instead_of(getattr(os, name), name))

    def instead_of(self, real: Callable[..., Any], name: str) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:  # noqa: ANN401
            self.count += 1
            if self.count == self.at:
                self.go_wrong(real, name, given)
            if (
                self.count > self.at
                and self.fault.startswith("ENOSPC")
                and name in ("open", "write", "fsync")
            ):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(*given, **named)

        return call

    def go_wrong(self, real: Callable[..., Any], name: str, given: Any) -> None:  # noqa: ANN401
        if not self.fault.startswith("killed"):
            number = errno.EIO if self.fault == "EIO" else errno.ENOSPC
            raise OSError(number, os.strerror(number))
        if name in self.fault:
            real(given[0], bytes(given[1])[: len(given[1]) // 2])
        os.kill(os.getpid(), signal.SIGKILL)


def try_it(copy: Path, thing: str, words: list[str], fault: str, at: int, tell: int) -> None:
    """In a process of its own: do it, and say how it ended."""
    folder, write = Folder.at(copy), os.write
    if thing == "erase" and words[1:]:
        folder.unlock(words[1])
    calls = Faulty(fault, at)
    try:
        ended, said = "done", THINGS[thing](folder, words) or ""
    except StoreError as error:
        ended, said = type(error).__name__, str(error)
    write(tell, json.dumps({"ended": ended, "said": said, "reached": calls.count >= at}).encode())


def main(source: str, copies: str, thing: str, *words: str) -> None:
    for fault in FAULTS:
        reached, at = True, 0
        while reached:
            at += 1
            copy = Path(shutil.copytree(source, Path(copies) / f"{fault}-{at}".replace(" ", "-")))
            heard, tell = os.pipe()
            child = os.fork()
            if not child:
                try:
                    try_it(copy, thing, list(words), fault, at, tell)
                finally:
                    os._exit(0)
            os.close(tell)
            told = json.loads(os.read(heard, 1 << 16) or '{"ended": "killed", "said": "", "reached": true}')
            os.close(heard)
            os.waitpid(child, 0)
            reached = told.pop("reached")
            print(json.dumps({"fault": fault, "at": at, "copy": str(copy), **told}), flush=True)


main(*sys.argv[1:])
