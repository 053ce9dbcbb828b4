"""What the program asks of the system: that what people said stays in its memory, and whether its window is there.

Words, names and keys are in memory while a conference is open, and Python cannot wipe them. What can be done is
to keep others from looking: no image of the memory on the disk after a crash, and none for other programs of
the same person. Swap and hibernation are the disk encryption's; an administrator can always look.
"""

import os
import sys
import traceback
from collections.abc import MutableMapping
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType, TracebackType
from typing import cast

_PR_SET_DUMPABLE = 4
"""Linux, prctl(2)."""


def keep_memory_to_itself() -> None:
    """Write no core dump, and let no other process of the same person read this one's memory.

    What the system does not have is left out without a word: a conference must not fail to open for it. The
    second half is Linux's; there it also stops dumps that are piped to a collector, which heed no limit.
    """
    with suppress(ImportError, ValueError, OSError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(ImportError, OSError, AttributeError):
            import ctypes

            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def keep_values_out_of_messages() -> None:
    """Tell a mistake that nobody caught by its kind and place; Python would print what it says of itself too."""
    import threading

    sys.excepthook = _told
    sys.unraisablehook = lambda stray: _told(stray.exc_type, stray.exc_value, stray.exc_traceback)
    threading.excepthook = lambda stray: _told(stray.exc_type, stray.exc_value, stray.exc_traceback)


def forget_debugging() -> None:
    """Take away the settings by which Textual writes keys and screens into files, or sends them to another program.

    Before anything of Textual is imported: it looks at them then.
    """
    for name in ("TEXTUAL", "TEXTUAL_LOG", "TEXTUAL_SCREENSHOT", "TEXTUAL_DRIVER"):
        os.environ.pop(name, None)


def load_one_openssl() -> None:
    """Leave Python's own OpenSSL on the disk: the one in `cryptography` is there anyway, and 4 MiB are enough once.

    asyncio asks for `ssl` and hashlib for `_hashlib`, and both do without. No connection is ever made by this
    program; and SHA-2 is in Python itself, where it was not built without. To be called before either is loaded.
    """
    modules = cast("MutableMapping[str, ModuleType | None]", sys.modules)
    modules.setdefault("ssl", None)
    sha2 = ("_sha2",) if sys.version_info >= (3, 12) else ("_sha256", "_sha512")
    if all(map(find_spec, (*sha2, "_md5", "_sha1", "_sha3", "_blake2"))):
        modules.setdefault("_hashlib", None)


def log_nothing() -> None:
    """Let no library write logs: where nobody asked for any, Python prints them to the terminal."""
    import logging

    logging.disable()


def has_window() -> bool:
    """Whether there is still a terminal to read from; on Windows that cannot be told, and counts as yes."""
    return sys.platform == "win32" or sys.__stdin__ is None or os.isatty(sys.__stdin__.fileno())


def write_to_nobody() -> None:
    """Let what is still written and read go nowhere: a terminal that is gone answers with errors, for ever."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        if not os.isatty(number):
            os.dup2(nowhere, number)
    os.close(nowhere)


def _told(kind: type[BaseException], _: BaseException | None, trace: TracebackType | None) -> None:
    places = traceback.extract_tb(trace)
    where = f" in {Path(places[-1].filename).name}, line {places[-1].lineno}" if places else ""
    with suppress(OSError, ValueError, AttributeError):  # there may be nothing left to write to
        print(f"conference: The program made an error ({kind.__name__}{where}).", file=sys.stderr)
