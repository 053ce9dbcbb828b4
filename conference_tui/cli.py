"""The command `conference`: what can be asked of the program from a shell.

A command imports what it needs when it runs, so that help, dates and procedures answer at once. Whatever goes
wrong is told in one line on standard error, and the exit status is 2; there is never a traceback, because it
would print what people said.
"""

import io
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from conference_tui import surroundings
from conference_tui.commands import asking, parser
from conference_tui.spoken import Spoken

INTERRUPTED = 130
NOBODY_READS = 141
"""As a shell says it of a program whose output nobody wanted any more."""


def main(argv: Sequence[str] | None = None) -> int:
    """Be the command `conference`: ask the system for what it can give, then run what was asked for."""
    surroundings.load_one_openssl()
    surroundings.keep_memory_to_itself()
    surroundings.keep_values_out_of_messages()
    surroundings.forget_debugging()
    return run(argv)


def run(argv: Sequence[str] | None = None) -> int:
    """Run one command in the process as it is, and return its exit status."""
    _write_what_can_be_written()
    try:
        status = parser.run(argv)
        if sys.stdout:
            sys.stdout.flush()
    except BrokenPipeError:
        # Python would try again to write when it ends, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOBODY_READS
    except KeyboardInterrupt:
        asking.tell("Interrupted. What was shown as saved is saved.")
        return INTERRUPTED
    except Exception as error:
        asking.tell(sentence_for(error))
        return asking.WENT_WRONG
    return status


def sentence_for(error: Exception) -> str:
    """What went wrong, in one line. Of an error that nobody foresaw only its kind and place: never a value."""
    if isinstance(error, Spoken):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror}. What was shown as saved is saved."
    if isinstance(error, ImportError) and error.name:
        return f"A part of the program is not there ({error.name}). No data is touched. Install it again."
    last = traceback.extract_tb(error.__traceback__)[-1]
    return (
        f"The program made an error ({type(error).__name__} in {Path(last.filename).name}, line {last.lineno}). "
        "What was shown as saved is saved. Try again; if it comes back, report it with this line."
    )


def _write_what_can_be_written() -> None:
    """On a terminal that cannot show a letter, show a sign in its place and do not stop."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
