"""The program itself on a pty, as a person has it: keys go in, and what the terminal was sent comes out."""

import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Sequence
from fcntl import ioctl
from pathlib import Path
from typing import Self

from tests.faults.running import PATIENCE, PROJECT

SIZE = (100, 30)
"""Columns and rows."""
_ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",  # synchronized output: known
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",  # resizing told in band: not known
    b"\x1b[c": b"\x1b[?62;22c",
}
_LONGEST = max(map(len, _ANSWERS))
_NOT_TEXT = re.compile(rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-9;:<>=?$ ]*[@-~]|\x1b.")
_SAVED = re.compile(r"✓ saved (\d+)")
_NOT_PASSED_ON = ("COLUMNS", "LINES", "PYTHONDONTWRITEBYTECODE", "CONFERENCE_STORE", "TERM_PROGRAM", "TMUX")


class NotShown(AssertionError):
    """The program did not show what was waited for; the message has what it showed last."""


class Application:
    """The program with one conference open; as a context manager, and killed at its end."""

    def __init__(
        self,
        store: Path,
        ref: str,
        *,
        through: Sequence[str] = (),
        program: Sequence[str] = ("conference_tui",),
    ) -> None:
        """Start it; `through` is a command that is put before it, `program` is the module and its own arguments."""
        self._home = tempfile.TemporaryDirectory(prefix="faults-home-")
        self._fd, theirs = pty.openpty()
        columns, rows = SIZE
        ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._program = subprocess.Popen(
            [*through, sys.executable, "-m", *program, "--store", str(store), "open", ref],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=PROJECT,
            env=_environment(self._home.name),
            start_new_session=True,
        )
        os.close(theirs)
        self._sent = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        os.close(self._fd)
        self._home.cleanup()

    # --- The keyboard ---------------------------------------------------------------------------------------

    def type(self, keys: str) -> None:
        """Press keys; nothing is waited for."""
        data = keys.encode()
        while data:
            data = data[os.write(self._fd, data) :]
            self._read(0)

    # --- The screen -----------------------------------------------------------------------------------------

    @property
    def shown(self) -> str:
        """Everything that was shown so far, in the order in which it was drawn."""
        return _NOT_TEXT.sub(b"", self._sent).decode(errors="replace")

    @property
    def saved(self) -> int:
        """The largest number up to which the person was told that all is saved; 0 before the first."""
        return max(map(int, _SAVED.findall(self.shown)), default=0)

    def until(self, is_so: Callable[[], bool], what: str) -> None:
        """Look at the screen until something is so."""
        end = time.monotonic() + PATIENCE
        while not is_so():
            if time.monotonic() > end or not (self._read(0.05) or self._program.poll() is None):
                raise NotShown(f"{what}:\n{self.shown[-3000:]}")

    def until_opened(self) -> None:
        """Look until the conference is there, with all of it saved."""
        self.until_saved(1)

    def until_saved(self, number: int) -> None:
        """Look until the person was told that so many entries are saved."""
        self.until(lambda: self.saved >= number, f"{number} entries were not seen as saved")

    def until_shown(self, words: str, *, after: int = 0) -> int:
        """Look until words are drawn after so much had been shown, and give where they begin."""
        self.until(lambda: words in self.shown[after:], f"{words!r} was not shown")
        return self.shown.index(words, after)

    def watch(self, seconds: float) -> None:
        """Look on for so long."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._read(left)

    # --- The end --------------------------------------------------------------------------------------------

    def kill(self) -> None:
        """Kill it at once, and see what it had still shown."""
        if self._program.poll() is None:
            os.killpg(self._program.pid, signal.SIGKILL)
            self._program.wait()
        while self._read(0):
            pass

    def _read(self, wait: float) -> bool:
        if not select.select([self._fd], [], [], wait)[0]:
            return False
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:
            return False
        seam = self._sent[-(_LONGEST - 1) :]
        for question, answer in _ANSWERS.items():
            os.write(self._fd, answer * ((seam + data).count(question) - seam.count(question)))
        self._sent += data
        return True


def _environment(home: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _NOT_PASSED_ON}
    return {**kept, "HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
