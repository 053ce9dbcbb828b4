"""A terminal that times: it runs a program on a pty, answers its queries, types, and notes when frames end.

Textual closes every frame with the mark of synchronized output, if the terminal has said that it knows it. That
mark is the end of a frame here. Linux only: memory and CPU time are read from /proc.
"""

import math
import os
import pty
import random
import re
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from fcntl import ioctl
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

PROJECT = Path(__file__).parents[2]
SIZE = (120, 40)
"""Columns and rows."""

_FRAME_END = b"\x1b[?2026l"
_ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",  # synchronized output: known
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",  # resizing told in band: not known
    b"\x1b[c": b"\x1b[?62;22c",
}
_LONGEST_MARK = max(len(mark) for mark in (_FRAME_END, *_ANSWERS))
_NOT_TEXT = re.compile(rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-9;:<>=?$ ]*[@-~]|\x1b.")
_QUIET = 0.08
"""Seconds of silence after which the program has come to rest."""
_NOT_PASSED_ON = (
    "COLUMNS",  # this and LINES: Textual would believe them and not the terminal
    "LINES",
    "PYTHONDONTWRITEBYTECODE",  # every start would compile every module
    "PYTHONUNBUFFERED",
    "CONFERENCE_STORE",
    "NO_COLOR",
    "TERM_PROGRAM",
    "TMUX",
)


class NotReady(AssertionError):
    """The program ended or did not show what was waited for; the message has what it wrote."""


class Answer(NamedTuple):
    """What a key brought about, in milliseconds from the key."""

    frame: float
    """To the end of the first frame."""
    settled: float
    """To the last output before the program came to rest."""


class Terminal:
    """A program on a pty, as a context manager; on leaving it is ended."""

    def __init__(self, *command: str, size: tuple[int, int] = SIZE) -> None:
        self._home = tempfile.TemporaryDirectory(prefix="bench-home-")
        ours, theirs = pty.openpty()
        ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self._fd = ours
        self._written = b""
        self._frames = 0
        self._last = self._frame_end = 0.0
        self._started = time.perf_counter()
        self._program = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=PROJECT,
            env=_environment(self._home.name),
            start_new_session=True,
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._program.terminate()
        deadline = time.perf_counter() + 3
        while self._program.poll() is None and time.perf_counter() < deadline:
            self._read(0.02)  # a program that still writes would wait for a reader for ever
        self._program.kill()
        self._program.wait()
        os.close(self._fd)
        self._home.cleanup()

    # --- Waiting ----------------------------------------------------------------------------------------------

    def ready(self, text: str, limit: float = 30.0) -> float:
        """Wait until a text is on the screen; milliseconds from the start to the end of that frame."""
        while time.perf_counter() - self._started < limit:
            if self._read(0.02) and text in self.text():
                return (self._wait_for_frame(self._frames) - self._started) * 1e3
            if self._program.poll() is not None:
                break
        raise NotReady(f"{text!r} was not shown:\n{self.text()[-3000:]}")

    def rest(self, quiet: float = _QUIET, limit: float = 10.0) -> None:
        """Wait until the program has been silent for that many seconds."""
        begun = last = time.perf_counter()
        while (now := time.perf_counter()) - begun < limit and now - last < quiet:
            if self._read(quiet - (now - last)):
                last = time.perf_counter()

    def watch(self, seconds: float) -> None:
        """Do nothing for so long but read what is written."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            self._read(left)

    def text(self) -> str:
        """Everything written so far, without control sequences."""
        return _NOT_TEXT.sub(b"", self._written).decode(errors="replace")

    # --- Typing -----------------------------------------------------------------------------------------------

    def type(self, keys: bytes) -> None:
        """Type without measuring, and wait for rest."""
        os.write(self._fd, keys)
        self.rest(0.25)

    def press(self, key: bytes, shows: str = "", limit: float = 3.0) -> Answer:
        """Type one key at a random moment (Textual draws on a timer) and time what comes. Raises NotReady.

        With `shows` the frame is the first in which that text is drawn.
        """
        self.rest()
        time.sleep(random.uniform(0, 0.04))
        self._read(0)
        before, written = self._frames, len(self._written)
        at = time.perf_counter()
        os.write(self._fd, key)
        frame = self._wait_for_frame(before, limit)
        while shows not in _NOT_TEXT.sub(b"", self._written[written:]).decode(errors="replace"):
            frame = self._wait_for_frame(self._frames, limit)
        self.rest()
        return Answer((frame - at) * 1e3, (self._last - at) * 1e3)

    def write(self, keys: bytes) -> None:
        """Type and read only what is there already."""
        os.write(self._fd, keys)
        self._read(0.005)

    def _wait_for_frame(self, before: int, limit: float = 3.0) -> float:
        """The moment at which the next frame after that many ended."""
        until = time.perf_counter() + limit
        while self._frames == before and time.perf_counter() < until:
            self._read(0.05)
        if self._frames == before:
            raise NotReady(f"no frame within {limit} s:\n{self.text()[-3000:]}")
        return self._frame_end

    def _read(self, wait: float) -> bool:
        if not select.select([self._fd], [], [], max(0.0, wait))[0]:
            return False
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:
            if self._program.poll() is None:
                time.sleep(0.005)
            return False
        self._last = time.perf_counter()
        # A mark can be split between two reads, so the end of the one before is looked at again.
        seam = self._written[-(_LONGEST_MARK - 1) :]
        for query, answer in _ANSWERS.items():
            os.write(self._fd, answer * _new(query, seam, data))
        if ends := _new(_FRAME_END, seam, data):
            self._frames += ends
            self._frame_end = self._last
        self._written += data
        return True

    # --- What it takes ----------------------------------------------------------------------------------------

    def memory(self) -> tuple[float, float]:
        """Resident memory in MiB: the peak so far, and now."""
        status = Path(f"/proc/{self._program.pid}/status").read_text(encoding="ascii")
        found = {
            name: int(kib) / 1024 for name, kib in re.findall(r"^(Vm\w+):\s+(\d+) kB", status, re.MULTILINE)
        }
        return found["VmHWM"], found["VmRSS"]

    def cpu(self) -> float:
        """Seconds of CPU time used so far."""
        fields = Path(f"/proc/{self._program.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _new(mark: bytes, seam: bytes, data: bytes) -> int:
    return (seam + data).count(mark) - seam.count(mark)


def _environment(home: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _NOT_PASSED_ON}
    folders = {f"XDG_{name}_HOME": f"{home}/{name.lower()}" for name in ("CONFIG", "DATA", "CACHE", "STATE")}
    return {
        **kept,
        **folders,
        "HOME": home,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
    }


def python(*rest: str) -> tuple[str, ...]:
    """A command for the Python that runs this."""
    return (sys.executable, *rest)


def p95(values: Sequence[float]) -> float:
    """The 95th percentile, by nearest rank."""
    return sorted(values)[max(0, math.ceil(0.95 * len(values)) - 1)]


def p50(values: Sequence[float]) -> float:
    """The median."""
    return statistics.median(values)
