"""A command with a terminal of its own, for tests: what it is typed, and every byte that it writes.

The terminal is a bare pseudo-terminal that answers nothing. A program with screens is better driven in tmux
(`tests/terminal/`); this is for what asks a question and goes on, and for what is sent byte by byte.
"""

import contextlib
import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

PROJECT = Path(__file__).parent.parent
PATIENCE = 20.0
"""Seconds after which something that was waited for counts as missing."""
_POLL = 0.01


class OnATerminal:
    """One command on a terminal; used as a context, which kills what still runs at its end."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        environment: Mapping[str, str] | None = None,
        cwd: Path = PROJECT,
        columns: int = 100,
        rows: int = 30,
    ) -> None:
        self._mine, its = pty.openpty()
        fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        surroundings = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        surroundings.update({"PYTHONPATH": str(PROJECT), **(environment or {})})
        for name in ("COLUMNS", "LINES"):
            surroundings.pop(name, None)
        self.process = subprocess.Popen(
            command,
            stdin=its,
            stdout=its,
            stderr=its,
            cwd=cwd,
            env=surroundings,
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        os.close(its)
        self._sent = bytearray()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @classmethod
    def conference(cls, *arguments: str | Path, **environment: str) -> Self:
        """The program itself."""
        return cls([sys.executable, "-m", "conference_tui", *map(str, arguments)], environment=environment)

    def _read(self) -> None:
        while True:
            try:
                piece = os.read(self._mine, 65536)
            except OSError:  # Linux's way to say that nobody has the other side open any more
                return
            if not piece:
                return
            self._sent += piece

    @property
    def sent(self) -> bytes:
        """Every byte that the terminal was sent until now."""
        return bytes(self._sent)

    @property
    def echoes(self) -> bool:
        """Whether the terminal shows what is typed."""
        return bool(termios.tcgetattr(self._mine)[3] & termios.ECHO)

    def shows(self, words: str, *, times: int = 1) -> None:
        """Wait until the words were sent."""
        end = time.monotonic() + PATIENCE
        while self.sent.count(words.encode()) < times:
            if time.monotonic() > end:
                raise AssertionError(f"“{words}” did not come. Sent was, at last: {self.sent[-2000:]!r}")
            time.sleep(_POLL)

    def types(self, words: str) -> None:
        """Type, as fast as the terminal takes it."""
        left = words.encode()
        while left:
            left = left[os.write(self._mine, left) :]

    def answers(self, question: str, words: str, *, times: int = 1) -> None:
        """Wait for a question, and answer it with a line."""
        self.shows(question, times=times)
        self.types(f"{words}\r")

    def ended(self) -> int:
        """Wait for the end; gives the exit status."""
        status = self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        return status

    def interrupt(self) -> int:
        """Ctrl+C until it ends; gives the exit status.

        Python does not see one that comes in the moment before it begins to wait for a line.
        """
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            self.types("\x03")
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(1.0)
        return self.ended()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        os.close(self._mine)


def _take_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
