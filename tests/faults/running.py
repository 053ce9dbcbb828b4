"""Runs a writer to its end, or kills it, and hears all that it tells."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import msgspec

from tests.faults.judge import Told
from tests.faults.writer import Job

PROJECT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds without a word after which a writer counts as hanging."""


class Hangs(AssertionError):
    """A writer says nothing any more and does not end."""


class Writing:
    """One writer that is running.

    Attributes:
        told: all that it has said so far.
        pid: its process.
        threads: the threads that save, once it is at that.

    """

    def __init__(self, way: socket.socket, told: Told) -> None:
        self.told = told
        self.pid = 0
        self.threads: tuple[int, ...] = ()
        self._way = way
        self._way.settimeout(PATIENCE)
        self._rest = b""
        self._lines: list[str] = []

    def until(self, *beginnings: str) -> bool:
        """Listen until a line begins so, and tell whether one came before the end."""
        return any(line.startswith(beginnings) for line in iter(self._next, None))

    def go_on(self) -> None:
        """Let it go on from where it waits."""
        try:
            self._way.send(b"go\n")
        except BrokenPipeError:
            return

    def kill(self) -> None:
        """Kill it at once."""
        try:
            os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            return

    def to_the_end(self) -> None:
        """Listen until it is gone."""
        while self._next() is not None:
            pass

    def close(self) -> None:
        """Make sure that it is gone."""
        if self.pid:
            self.kill()
            self.to_the_end()
        self._way.close()

    def _next(self) -> str | None:
        while not self._lines:
            try:
                data = self._way.recv(1 << 16)
            except TimeoutError:
                raise Hangs(f"nothing said for {PATIENCE} s; {len(self.told.saved)} entries saved") from None
            except ConnectionResetError:
                return None
            if not data:
                return None
            *lines, self._rest = (self._rest + data).split(b"\n")
            self._lines = [line.decode() for line in lines]
        line = self._lines.pop(0)
        self.told.hear(line)
        match line.split():
            case ["HERE", pid]:
                self.pid = int(pid)
            case ["SAVING", *threads]:
                self.threads = tuple(map(int, threads))
        return line


class Nursery:
    """Makes writers; as a context manager. `environment` is added to theirs, `through` a command put before them."""

    def __init__(self, environment: Mapping[str, str] | None = None, through: Sequence[str] = ()) -> None:
        self._asking, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._program = subprocess.Popen(
            [*through, sys.executable, "-m", "tests.faults.nursery"],
            stdin=theirs.fileno(),
            cwd=PROJECT,
            env={**os.environ, **(environment or {})},
        )
        theirs.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._asking.close()
        self._program.wait()

    @contextmanager
    def writing(self, job: Job, told: Told) -> Iterator[Writing]:
        """A writer that waits before it opens the record; it is gone afterwards."""
        ours, theirs = socket.socketpair()
        socket.send_fds(self._asking, [msgspec.json.encode(job)], [theirs.fileno()])
        theirs.close()
        writing = Writing(ours, told)
        try:
            writing.until("HERE")
            yield writing
        finally:
            writing.close()

    def run(self, job: Job, told: Told) -> None:
        """Run a writer to its end."""
        with self.writing(job, told) as writing:
            writing.go_on()
            if writing.until("SAVING"):
                writing.go_on()
                writing.to_the_end()

    def run_and_kill(self, job: Job, told: Told, *, after: int, later: float) -> None:
        """Run a writer, and kill it some seconds after so many entries were told of; with none, while it opens."""
        with self.writing(job, told) as writing:
            writing.go_on()
            if after and writing.until("SAVING"):
                writing.go_on()
                for _ in range(after):
                    writing.until("ACK", "NAK", "FAILED")
            time.sleep(later)  # not for something to happen, but for a moment that no line marks
            writing.kill()
            writing.to_the_end()
