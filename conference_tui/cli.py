"""The command `conference`: what can be asked of the program from a shell.

A command imports what it needs when it runs, so that help, dates and procedures answer at once. Whatever goes
wrong is told in one line on standard error, and the exit status is 2; there is never a traceback, because it
would print what people said.
"""

import argparse
import io
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from conference_tui import __version__, surroundings
from conference_tui.commands import asking, on_screen, plans, printed

INTERRUPTED = 130
NOBODY_READS = 141
"""As a shell says it of a program whose output nobody wanted any more."""

SPEAKS_FOR_ITSELF = frozenset(
    {
        "conference_tui.commands.asking.CommandError",
        "conference_tui.authorities.UnknownProcedureError",
        "conference_tui.conference.procedure_mistakes.ProcedureError",
        "conference_tui.conferences.UnknownConference",
        "conference_tui.documents.fonts.UnprintableCharacter",
        "conference_tui.meeting.Refused",
        "conference_tui.store.errors.StoreError",
    }
)
"""Errors whose message is a sentence to the person. Named, so that none has to be imported to be recognised."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    surroundings.keep_memory_to_itself()
    _write_what_can_be_written()
    try:
        asked = _parser().parse_args(argv)
        command: Callable[[argparse.Namespace], int] = asked.command
        status = command(asked)
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
    kinds = {f"{kind.__module__}.{kind.__qualname__}" for kind in type(error).__mro__}
    if kinds & SPEAKS_FOR_ITSELF:
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


# --- What can be asked --------------------------------------------------------------------------------------


class _Parser(argparse.ArgumentParser):
    """argparse, with each mistake told in one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command as it was typed."""
        raise asking.CommandError(f"{message}. See “{self.prog} --help”.")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="conference",
        description="Run a live child protection conference in the terminal. "
        "Without a command: the list of conferences, to start or go on from.",
        epilog="“conference demo” shows an invented conference. "
        "Data lies in the folder of --store, of CONFERENCE_STORE, or of the platform, in this order.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"conference {__version__}")
    _store_option(parser, None)
    parser.set_defaults(command=on_screen.home)
    added_to = parser.add_subparsers(title="commands", metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int], says: str) -> argparse.ArgumentParser:
        added = added_to.add_parser(name, help=says, description=says, allow_abbrev=False)
        _store_option(added, argparse.SUPPRESS)
        added.set_defaults(command=run)
        return added

    command("new", on_screen.new, "Set up a new conference.")
    _ref(command("open", on_screen.open_, "Open a conference and go on with it."))
    _json_option(command("list", printed.list_, "List the conferences: reference, children, date, stage."))
    show = command(
        "show", printed.show, "Print everything that follows from a conference's record, as plain text."
    )
    _ref(show)
    _json_option(show)
    export = command("export", plans.export, "Make the plan of each child as a PDF.")
    _ref(export)
    export.add_argument("--to", metavar="DIR", required=True, help="the folder for the plans")
    _dates_options(
        command("dates", printed.dates, "Work out every date of a conference, and say how each is counted.")
    )
    _json_option(
        command("procedures", printed.procedures, "List the procedures that a conference can follow.")
    )
    demo = command(
        "demo", on_screen.demo, "Open an invented conference half-way through, or watch it run by itself."
    )
    demo.add_argument("--play", action="store_true", help="run the whole conference by itself")
    demo.add_argument("--out", metavar="DIR", type=Path, help="with --play: the folder for the plans")
    demo.add_argument("--fast", action="store_true", help="with --play: as fast as it goes")
    return parser


def _store_option(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument("--store", metavar="DIR", default=default, help="the folder in which the data lies")


def _ref(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ref", metavar="REF", help="the conference's reference, or the id of its record")


def _json_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON (docs/commands.md lists the keys)")


def _dates_options(parser: argparse.ArgumentParser) -> None:
    kinds = ("initial", "review", "pre-birth")
    parser.add_argument("--type", choices=kinds, required=True, help="the sort of conference")
    parser.add_argument(
        "--event",
        metavar="DATE",
        help="what the conference is counted from: the strategy discussion, or what else the procedure names; "
        "for a review the conference before it",
    )
    parser.add_argument("--held", metavar="DATE", help="the day of the conference itself")
    parser.add_argument("--procedure", metavar="NAME", default="plain", help="see “conference procedures”")
    parser.add_argument(
        "--previous", choices=kinds, help="of a review: what the conference before it was (initial)"
    )
    _json_option(parser)
