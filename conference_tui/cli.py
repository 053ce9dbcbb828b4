"""The command `conference`: what can be asked of the program from a shell.

A command imports what it needs when it runs, so that help, dates and procedures answer at once. Whatever goes
wrong is told in one line on standard error, and the exit status is 2; there is never a traceback, because it
would print what people said.
"""

import argparse
import io
import json
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from conference_tui import __version__

if TYPE_CHECKING:
    import datetime as dt

    from conference_tui.conference.events import DocumentMade
    from conference_tui.conferences import Summary
    from conference_tui.documents.pack import Progress
    from conference_tui.meeting import Meeting
    from conference_tui.store.folder import Folder

STORE_VARIABLE = "CONFERENCE_STORE"

WENT_WRONG = 2
INTERRUPTED = 130
NOBODY_READS = 141
"""As a shell says it of a program whose output nobody wanted any more."""

DEMONSTRATION_PLANS = Path("demonstration-plans")
"""Where the demonstration leaves its plans when it is not told where."""


class CommandError(Exception):
    """What was asked for cannot be done; the message is the sentence for the person."""


SPEAKS_FOR_ITSELF = frozenset(
    {
        "conference_tui.cli.CommandError",
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
        return _tell("Interrupted. What was shown as saved is saved.", INTERRUPTED)
    except Exception as error:
        return _tell(sentence_for(error))
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


def _tell(sentence: str, status: int = WENT_WRONG) -> int:
    from conference_tui.conference.text import one_line

    print(f"conference: {one_line(sentence)}", file=sys.stderr)
    return status


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
        raise CommandError(f"{message}. See “{self.prog} --help”.")


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
    parser.set_defaults(command=_home)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int], says: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=says, description=says, allow_abbrev=False)
        _store_option(added, argparse.SUPPRESS)
        added.set_defaults(command=run)
        return added

    command("new", _new, "Set up a new conference.")
    _ref(command("open", _open, "Open a conference and go on with it."))
    _json_option(command("list", _list, "List the conferences: reference, children, date, stage."))
    show = command("show", _show, "Print everything that follows from a conference's record, as plain text.")
    _ref(show)
    _json_option(show)
    export = command("export", _export, "Make the plan of each child as a PDF.")
    _ref(export)
    export.add_argument("--to", metavar="DIR", type=Path, required=True, help="the folder for the plans")
    _dates_options(
        command("dates", _dates, "Reckon every date of a conference, and say how each is counted.")
    )
    _json_option(command("procedures", _procedures, "List the procedures that a conference can follow."))
    demo = command("demo", _demo, "Open an invented conference half-way through, or watch it run by itself.")
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


# --- The data folder ----------------------------------------------------------------------------------------


def _store(asked: argparse.Namespace) -> str | None:
    """The folder that was named; None for the platform's own."""
    if asked.store is not None and not asked.store.strip():
        raise CommandError("--store is empty. Name a folder, or leave the option out.")
    return asked.store or os.environ.get(STORE_VARIABLE) or None


def _folder(asked: argparse.Namespace, *, make: bool = False) -> "Folder":
    """The data folder. A folder that was named is only made by a command that puts something into it."""
    from conference_tui.store.folder import Folder

    given = _store(asked)
    if given and not make and not Path(given).expanduser().is_dir():
        raise CommandError(f"There is no folder {given}. Check --store or {STORE_VARIABLE}.")
    return Folder.at(given)


def _needs_terminal(command: str) -> None:
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        raise CommandError(
            f"“{command}” is worked with keys, so it needs a terminal for input and output. "
            "Without one there are “list”, “show”, “export” and “dates”."
        )


# --- The commands that show screens -------------------------------------------------------------------------


def _home(asked: argparse.Namespace) -> int:
    _needs_terminal("conference")
    from conference_tui import app

    return app.run(_folder(asked, make=True))


def _new(asked: argparse.Namespace) -> int:
    _needs_terminal("conference new")
    from conference_tui import app

    return app.run(_folder(asked, make=True), new=True)


def _open(asked: argparse.Namespace) -> int:
    _needs_terminal("conference open")
    folder = _folder(asked)
    from conference_tui import conferences

    record = conferences.find(folder, asked.ref)
    from conference_tui import app

    return app.run(folder, open_record=record)


def _demo(asked: argparse.Namespace) -> int:
    if not asked.play:
        if asked.fast or asked.out:
            raise CommandError("--out and --fast go with --play: “conference demo --play --fast”.")
        _needs_terminal("conference demo")
    from conference_tui import demo

    if asked.play:
        return demo.play(asked.out or DEMONSTRATION_PLANS, asked.fast)
    return demo.run(_store(asked))


# --- The commands that print --------------------------------------------------------------------------------


def _list(asked: argparse.Namespace) -> int:
    folder = _folder(asked)
    from conference_tui import conferences

    found = conferences.summaries(folder)
    if asked.json:
        import msgspec

        return _print_json({"conferences": msgspec.to_builtins(found)})
    if not found:
        print(f"There are no conferences in {folder.path} yet. “conference new” sets one up.")
    for summary in found:
        print("\n".join(_summary_lines(summary)))
    return 0


def _summary_lines(summary: "Summary") -> list[str]:
    from conference_tui.conference.text import listed, say_date
    from conference_tui.overview_text import item

    held = f"held {say_date(summary.held)}" if summary.held else "date not given"
    if summary.is_closed:
        stage = "closed"
    else:
        stage = f"open, at “{summary.stage.replace('_', ' ')}”" if summary.stage else "not begun"
    entries = "1 entry" if summary.entries == 1 else f"{summary.entries:,} entries"
    lines = [*item(f"{summary.ref or 'No reference'}: {summary.kind or 'kind not known'}, {held}; {stage}.")]
    lines += item(f"Children: {listed(summary.children) or 'none entered'}.", 1)
    if summary.chair:
        lines += item(f"Chair: {summary.chair}.", 1)
    lines += item(f"{entries}, in the record {summary.record}.", 1)
    if summary.trouble:
        lines += item(summary.trouble, 1)
    return lines


def _show(asked: argparse.Namespace) -> int:
    folder = _folder(asked)
    from conference_tui import authorities, conferences
    from conference_tui.overview import overview
    from conference_tui.overview_text import as_text

    record = conferences.find(folder, asked.ref)
    read = conferences.read(folder, record)
    found = overview(read.conference, read.procedure, authorities.bank_holidays())
    about = {"id": record, "entries": read.entries, "warning": read.warning, "damage": read.damage}
    if asked.json:
        _print_json({"record": about, **found})
    else:
        print(as_text(found), end="")
    if read.damage:
        return _tell(f"{read.damage} Shown are the {read.entries} entries before the damage.")
    return _tell(read.warning, 0) if read.warning else 0


def _procedures(asked: argparse.Namespace) -> int:
    from conference_tui import authorities
    from conference_tui.overview_text import item

    found = [_procedure_data(name) for name in authorities.names()]
    if asked.json:
        return _print_json({"procedures": found})
    for each in found:
        if each["trouble"]:
            lines = [*item(f"{each['name']}: cannot be used."), *item(each["trouble"], 1)]
        else:
            lines = [*item(f"{each['name']}: {each['authority']}."), *item(f"Quorum: {each['quorum']}", 1)]
        print("\n".join(lines))
    return 0


def _procedure_data(name: str) -> dict[str, Any]:
    """One procedure with its limits; of one that cannot be used, why not."""
    from conference_tui import authorities
    from conference_tui.conference.procedure_mistakes import ProcedureError

    try:
        found = authorities.load(name)
    except ProcedureError as mistake:
        return {
            "name": name,
            "title": "",
            "authority": "",
            "quorum": "",
            "limits": [],
            "trouble": str(mistake),
        }
    limits = [
        {
            "key": limit.key,
            "what": limit.what,
            "count": limit.count,
            "unit": limit.unit,
            "direction": limit.direction,
            "from": limit.from_,
            "also": [{"count": each.count, "unit": each.unit, "from": each.from_} for each in limit.also],
            "note": limit.note,
            "source": found.source_of(limit),
        }
        for limit in found.limits.values()
    ]
    return {
        "name": name,
        "title": found.title,
        "authority": found.authority,
        "quorum": found.quorum.says,
        "limits": limits,
        "trouble": "",
    }


def _print_json(value: object) -> int:
    """Print JSON in ASCII alone: no character of it can act on a terminal."""
    print(json.dumps(value, indent=2, ensure_ascii=True).replace("\x7f", "\\u007f"))
    return 0


# --- Documents ----------------------------------------------------------------------------------------------


def _export(asked: argparse.Namespace) -> int:
    folder = _folder(asked)
    from conference_tui import conferences

    meeting = conferences.open_meeting(folder, conferences.find(folder, asked.ref))
    try:
        return _make_plans(meeting, asked.to.expanduser())
    finally:
        meeting.close()


def _make_plans(meeting: "Meeting", to: Path) -> int:
    """Make every plan, print where it lies, and record that it was made (HF-10)."""
    from conference_tui.conference.text import clean
    from conference_tui.documents import pack

    conference = meeting.conference
    children = pack.children_with_plans(conference)
    if not children:
        raise CommandError(
            f"No child of {conference.ref} has a plan: there is no decision that leads to one."
        )
    if why := meeting.refusal(_made(children[0], "", "")):
        raise CommandError(f"{why} No plan was made.")
    for child in children:
        if (there := to / pack.file_name(conference, child)).exists():
            raise CommandError(
                f"{there} is there already and was left as it is. Name another folder with --to."
            )
    not_saved: list[str] = []
    meeting.troubles.append(lambda _, sentence: not_saved.append(sentence))
    for made in pack.make_plans(conference, meeting.procedure, meeting.calendar, to, _progress()):
        meeting.record(_made(made.child, made.path.name, made.sha256))
        print(clean(str(made.path)))
    meeting.flush()
    if not_saved:
        raise CommandError(f"The plans are in {to}, but that they were made is not recorded. {not_saved[0]}")
    if undecided := [
        child.label for child in conference.children.values() if child.id not in conference.decisions
    ]:
        raise CommandError(f"There is no plan for {', '.join(undecided)}: no decision has been made.")
    return 0


def _made(child: str, file: str, sha256: str) -> "DocumentMade":
    from conference_tui.conference.events import DocumentMade

    return DocumentMade(document="outline plan", child=child, recipient="chair", file=file, sha256=sha256)


def _progress() -> "Progress | None":
    """Say on a terminal how far it is; output that goes elsewhere stays free of it."""
    if not sys.stderr.isatty():
        return None

    def say(done: int, of: int) -> None:
        print(f"\rPlans made: {done} of {of}", end="\n" if done == of else "", file=sys.stderr, flush=True)

    return say


# --- Dates --------------------------------------------------------------------------------------------------


def _dates(asked: argparse.Namespace) -> int:
    from conference_tui.dates_command import as_text, reckoned

    event, held = _day(asked.event, "--event"), _day(asked.held, "--held")
    if event is None and held is None:
        raise CommandError("Give --event, --held or both: without a day nothing can be counted.")
    if asked.previous and asked.type != "review":
        raise CommandError("--previous goes with --type review only.")
    found = reckoned(asked.type, asked.procedure, event, held, asked.previous or "initial")
    if asked.json:
        return _print_json(found)
    print(as_text(found), end="")
    return 0


def _day(typed: str | None, option: str) -> "dt.date | None":
    from conference_tui.conference.text import read_date

    if typed is None:
        return None
    try:
        return read_date(typed)
    except ValueError as wrong:
        raise CommandError(f"{option}: {wrong}") from wrong
