"""Mistakes that a store can have. Each is put into a writer on purpose, to see that the harness finds it."""

import os
import queue
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from conference_tui.store.errors import StoreError
from conference_tui.store.writer import Saved, Writer

WRITERS = (
    "does not sync",
    "renames what was not synced",
    "does not sync names",
    "takes errors for success",
    "tells what is in the queue",
    "saves in another order",
    "saves other words",
    "saves twice",
    "saves what nobody entered",
)


@contextmanager
def made(mistake: str) -> Iterator[None]:
    """Make a mistake for a while; none where it is empty."""
    match mistake:
        case "":
            yield
        case "does not sync":
            with patch.object(os, "fsync", lambda _: None):
                yield
        case "renames what was not synced":
            with patch.object(os, "fsync", _syncs_only(lambda fd: not _path(fd).endswith(".tmp"))):
                yield
        case "does not sync names":
            with patch.object(os, "fsync", _syncs_only(lambda fd: not stat.S_ISDIR(os.fstat(fd).st_mode))):
                yield
        case "takes errors for success":
            with patch.object(os, "fsync", _in_any_case(os.fsync)), patch.object(os, "write", _write):
                yield
        case "tells what is in the queue":
            with patch.object(Writer, "submit", _told_at_once(Writer.submit)):
                yield
        case "saves in another order":
            with patch.object(queue, "Queue", queue.LifoQueue):
                yield
        case "saves other words":
            with patch.object(Writer, "submit", _altered(Writer.submit)):
                yield
        case "saves twice":
            with patch.object(Writer, "submit", _twice(Writer.submit)):
                yield
        case "saves what nobody entered":
            with patch.object(Writer, "submit", _more(Writer.submit)):
                yield
        case _:
            raise ValueError(mistake)


_SYNC, _WRITE = os.fsync, os.write
_Submit = Callable[..., None]


def _path(fd: int) -> str:
    return str(Path(f"/proc/self/fd/{fd}").readlink())


def _syncs_only(wanted: Callable[[int], bool]) -> Callable[[int], None]:
    def fsync(fd: int) -> None:
        if wanted(fd):
            _SYNC(fd)

    return fsync


def _in_any_case(call: Callable[[int], None]) -> Callable[[int], None]:
    def done(fd: int) -> None:
        try:
            call(fd)
        except OSError:
            return

    return done


def _write(fd: int, data: bytes | memoryview) -> int:
    try:
        return _WRITE(fd, data)
    except OSError:
        return len(data)


def _told_at_once(submit: _Submit) -> _Submit:
    numbers: dict[int, int] = {}

    def told(writer: Writer, event: object, on_saved: Callable[[Saved], None], _: object) -> None:
        numbers[id(writer)] = numbers.get(id(writer), writer._record.count) + 1
        on_saved(Saved(numbers[id(writer)], ""))
        submit(writer, event, _nobody, _nobody)

    return told


def _altered(submit: _Submit) -> _Submit:
    def altered(writer: Writer, event: dict[str, object], *answers: object) -> None:
        submit(writer, {**event, "words": "She said nothing."}, *answers)

    return altered


def _twice(submit: _Submit) -> _Submit:
    def twice(writer: Writer, event: object, *answers: object) -> None:
        submit(writer, event, _nobody, _nobody)
        submit(writer, event, *answers)

    return twice


def _more(submit: _Submit) -> _Submit:
    def more(writer: Writer, event: object, *answers: object) -> None:
        submit(writer, event, *answers)
        submit(writer, {"name": "invented"}, _nobody, _nobody)

    return more


def _nobody(_: Saved | StoreError) -> None:
    """Nobody hears."""
