"""strace(1) on one thread of a writer, or on all of them: to look on, or to make a system call fail.

It is attached while the writer waits, so that calls are counted from there on; Debian's package strace brings it.
"""

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HAS_STRACE = shutil.which("strace") is not None
WANTS_STRACE = "strace is not installed: Debian's package strace brings it"
CALLS = "%file,%desc"
"""Everything that takes the name of a file, or the number of an open one."""
_LONGEST = 1 << 25


@contextmanager
def attached(thread: int, *options: str) -> Iterator[None]:
    """Attached to a thread that waits; at the end of the block its process must have ended."""
    tracer = subprocess.Popen(
        ["strace", "-p", str(thread), *options], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    )
    assert tracer.stderr
    try:
        if "attached" not in (said := tracer.stderr.readline()):
            raise AssertionError(f"strace: {said}")
        yield
        tracer.wait(timeout=30)
    finally:
        tracer.kill()
        tracer.wait()
        tracer.stderr.close()


def watching(log: Path, *, all_threads: bool) -> list[str]:
    """The options with which every call and its data are written to a file."""
    wanted = ["-y", "-xx", "-s", str(_LONGEST), "-e", f"trace={CALLS},sendto", "-o", str(log)]
    return ["-f", *wanted] if all_threads else wanted


def broken(call: str, number: int, how: str) -> list[str]:
    """The options with which one call, of that name and number, does not do what it should; `how` is strace's word."""
    return ["-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:{how}:when={number}"]


_CALL = re.compile(r"(\w+)\(")
_NO_FILES = {"sendto", "mmap", "ioctl", "fcntl"}


def counted(log: Path) -> dict[str, int]:
    """How often each call was made on a file, by the trace of one thread."""
    found: dict[str, int] = {}
    for line in log.read_text().splitlines():
        if (match := _CALL.match(line)) and match[1] not in _NO_FILES:
            found[match[1]] = found.get(match[1], 0) + 1
    return found
