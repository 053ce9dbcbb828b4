"""What CUPS says about a print job and its printer, asked over IPP (RFC 8011).

`lp` ends with status 0 as soon as a job is queued, also for a dead or paused printer, and `lpstat` shows printed and
given-up jobs alike. The scheduler itself knows; this asks it with the two requests that are needed.
"""

import http.client
import re
import socket
import struct
import subprocess
from collections.abc import Iterator
from enum import IntEnum

import msgspec

_GET_JOB, _GET_PRINTER = 0x0009, 0x000B
_OPERATION, _END = 0x01, 0x03
_INTEGERS = {0x21, 0x23}
_CHARSET, _LANGUAGE, _URI, _KEYWORD = 0x47, 0x48, 0x45, 0x44
_WAIT = 5.0


class JobState(IntEnum):
    """The states of a job, as RFC 8011 5.3.7 numbers them."""

    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELLED = 7
    ABORTED = 8
    COMPLETED = 9


class Job(msgspec.Struct, frozen=True):
    """A print job as the scheduler sees it; `message` is what it says about it, perhaps nothing."""

    state: JobState
    message: str


class Printer(msgspec.Struct, frozen=True):
    """A printer as the scheduler sees it; `message` is what it says about it, perhaps nothing."""

    stopped: bool
    message: str


class NoAnswer(Exception):
    """The scheduler could not be asked, or does not know the thing asked about."""


def job(number: int) -> Job:
    """How the job stands. Raises NoAnswer."""
    told = _ask(_GET_JOB, "job-uri", f"ipp://localhost/jobs/{number}", "/jobs/")
    state = told.get("job-state")
    if not isinstance(state, int):
        raise NoAnswer(f"job {number} is not known")
    message = told.get("job-printer-state-message") or told.get("job-state-message") or ""
    return Job(JobState(state), str(message).strip())


def printer(queue: str) -> Printer:
    """How the printer stands. Raises NoAnswer."""
    told = _ask(_GET_PRINTER, "printer-uri", f"ipp://localhost/printers/{queue}", f"/printers/{queue}")
    return Printer(told.get("printer-state") == 5, str(told.get("printer-state-message") or "").strip())


def _ask(operation: int, kind: str, uri: str, path: str) -> dict[str, str | int]:
    wanted = (
        "job-state",
        "job-printer-state-message",
        "job-state-message",
        "printer-state",
        "printer-state-message",
    )
    request = struct.pack(">BBHI", 1, 1, operation, 1) + bytes([_OPERATION])
    request += _attribute(_CHARSET, "attributes-charset", "utf-8")
    request += _attribute(_LANGUAGE, "attributes-natural-language", "en")
    request += _attribute(_URI, kind, uri)
    for number, keyword in enumerate(wanted):
        request += _attribute(_KEYWORD, "" if number else "requested-attributes", keyword)
    connection = _connection()
    try:
        connection.request("POST", path, request + bytes([_END]), {"Content-Type": "application/ipp"})
        answer = connection.getresponse().read()
    except (OSError, http.client.HTTPException) as error:
        raise NoAnswer(str(error)) from error
    finally:
        connection.close()
    return dict(_attributes(answer))


def _attribute(tag: int, name: str, text: str) -> bytes:
    key, value = name.encode(), text.encode()
    return struct.pack(f">BH{len(key)}sH{len(value)}s", tag, len(key), key, len(value), value)


def _attributes(answer: bytes) -> Iterator[tuple[str, str | int]]:
    """Name and first value of every attribute in the answer."""
    at = 8
    try:
        while (tag := answer[at]) != _END:
            at += 1
            if tag < 0x10:  # the beginning of a group, not an attribute
                continue
            (length,) = struct.unpack_from(">H", answer, at)
            name = answer[at + 2 : at + 2 + length].decode()
            at += 2 + length
            (length,) = struct.unpack_from(">H", answer, at)
            value = answer[at + 2 : at + 2 + length]
            at += 2 + length
            if name:
                yield (
                    name,
                    struct.unpack(">i", value)[0] if tag in _INTEGERS else value.decode("utf-8", "replace"),
                )
    except (IndexError, struct.error) as error:
        raise NoAnswer("the answer could not be read") from error


def _connection() -> http.client.HTTPConnection:
    """To the scheduler that `lp` uses: a socket file, or a host and port."""
    try:
        told = subprocess.run(["lpstat", "-H"], capture_output=True, text=True, timeout=_WAIT, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoAnswer(str(error)) from error
    server = told.stdout.strip()
    if server.startswith("/"):
        return _SocketFile(server)
    host = re.fullmatch(r"\[?(.+?)\]?(?::(\d+))?", server or "localhost")
    if host is None:
        raise NoAnswer(f"{server} is not an address")
    return http.client.HTTPConnection(host[1], int(host[2] or 631), timeout=_WAIT)


class _SocketFile(http.client.HTTPConnection):
    def __init__(self, path: str) -> None:
        super().__init__("localhost", timeout=_WAIT)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)
