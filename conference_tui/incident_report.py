"""What is kept of a mistake in the program, so that it can be mended: its kind and its places, never a value.

What an exception says of itself is often a value, and so somebody's words: of a closed slot, which go into no other
file (BA-11), or of a conference that is erased one day. So a report can be handed to whoever mends the program.
"""

import platform
import sys
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path

from conference_tui import __version__
from conference_tui.store.errors import StoreError
from conference_tui.store.folder import Folder
from conference_tui.store.register import Incidents

LONGEST = 20_000
"""Characters of a report: a mistake that comes back within itself has thousands of places."""


def summary(error: BaseException | None) -> str:
    """The kind of the mistake and where it was made, in one line without any value."""
    if error is None:
        return "A mistake that left no trace"
    places = traceback.extract_tb(error.__traceback__)
    where = f" in {_place(places[-1])}" if places else ""
    return f"{type(error).__name__}{where}"


def report(error: BaseException | None) -> str:
    """Everything that helps to mend the program and is nobody's words; its first line is the `summary`."""
    lines = [summary(error), ""]
    for each in _chain(error):
        lines += [
            type(each).__name__,
            *(f"  {_place(frame)}" for frame in traceback.extract_tb(each.__traceback__)),
        ]
    lines += ["", f"conference {__version__}, Python {platform.python_version()}, {sys.platform}"]
    return "\n".join(lines)[:LONGEST]


def keep(folder: Folder, text: str) -> str:
    """Put a report into the folder's register, and say under which number; or say that this was not possible."""
    try:
        number = Incidents(folder).add(text)
    except (StoreError, OSError):
        return "No report of it could be kept. Write the line below down for whoever mends the program."
    return f"This is incident {number}: “conference incidents {number}” shows the report to whoever mends the program."


def keep_each(folder: Folder, errors: Iterable[BaseException]) -> str:
    """Keep a report of each mistake, those that are the same once, and say under which numbers; empty where there is none."""
    reports = dict.fromkeys(report(error) for error in errors)
    return " ".join(keep(folder, each) for each in reports)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """An exception, and what it came from."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _place(frame: traceback.FrameSummary) -> str:
    return f"{Path(frame.filename).name}, line {frame.lineno}, {frame.name}"
