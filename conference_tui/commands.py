"""What each command does. A command is given what was asked for and gives the exit status.

Whatever takes long to load is imported by the command that needs it, when it runs.
"""

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt

    from conference_tui.conferences import Summary
    from conference_tui.documents.pack import Progress
    from conference_tui.meeting import Meeting
    from conference_tui.store.folder import Folder

STORE_VARIABLE = "CONFERENCE_STORE"

WENT_WRONG = 2
"""The exit status of a command that did not do everything it was asked for."""

DEMONSTRATION_PLANS = Path("demonstration-plans")
"""Where the demonstration leaves its plans when it is not told where."""


class CommandError(Exception):
    """What was asked for cannot be done; the message is the sentence for the person."""


def tell(sentence: str) -> None:
    """Say something to the person, in one line on standard error."""
    from conference_tui.conference.text import one_line

    print(f"conference: {one_line(sentence)}", file=sys.stderr)


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
        raise CommandError(
            f"There is no folder {given}. Check --store or {STORE_VARIABLE}; “conference new” begins one there."
        )
    return Folder.at(given)


def _needs_terminal(command: str) -> None:
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        raise CommandError(
            f"“{command}” is worked with keys, so it needs a terminal for input and output. "
            "Without one there are “list”, “show”, “export” and “dates”."
        )


# --- The commands that show screens -------------------------------------------------------------------------


def home(asked: argparse.Namespace) -> int:
    """Show the list of conferences on the screen."""
    _needs_terminal("conference")
    from conference_tui import app

    return app.run(_folder(asked, make=True))


def new(asked: argparse.Namespace) -> int:
    """Set up a new conference on the screen."""
    _needs_terminal("conference new")
    from conference_tui import app

    return app.run(_folder(asked, make=True), new=True)


def open_(asked: argparse.Namespace) -> int:
    """Go on with a conference on the screen."""
    _needs_terminal("conference open")
    folder = _folder(asked)
    from conference_tui import conferences

    record = conferences.find(folder, asked.ref)
    from conference_tui import app

    return app.run(folder, open_record=record)


def demo(asked: argparse.Namespace) -> int:
    """Open the demonstration, or let it run by itself."""
    if not asked.play:
        if asked.fast or asked.out:
            raise CommandError("--out and --fast go with --play: “conference demo --play --fast”.")
        _needs_terminal("conference demo")
    from conference_tui import demo

    if asked.play:
        return demo.play(asked.out or DEMONSTRATION_PLANS, asked.fast, _store(asked))
    return demo.run(_store(asked))


# --- The commands that print --------------------------------------------------------------------------------


def list_(asked: argparse.Namespace) -> int:
    """Print the conferences of the folder."""
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


def show(asked: argparse.Namespace) -> int:
    """Print everything that follows from a record; of a damaged one what is before the damage."""
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
        tell(f"{read.damage} Shown are the {read.entries} entries before the damage.")
        return WENT_WRONG
    if read.warning:
        tell(read.warning)
    return 0


def procedures(asked: argparse.Namespace) -> int:
    """Print the procedures, and what is wrong with one that cannot be used."""
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


def export(asked: argparse.Namespace) -> int:
    """Make the plan of each child."""
    folder = _folder(asked)
    if not asked.to.strip():
        raise CommandError("--to is empty. Name a folder for the plans.")
    to = Path(asked.to).expanduser()
    from conference_tui import conferences

    meeting = conferences.open_meeting(folder, conferences.find(folder, asked.ref))
    try:
        return _make_plans(meeting, to)
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
    if why := meeting.refusal(pack.Made(child=children[0], path=to, sha256="", pages=0).event()):
        raise CommandError(f"{why} No plan was made.")
    for child in children:
        if (there := to / pack.file_name(conference, child)).exists():
            raise CommandError(
                f"{there} is there already and was left as it is. Name another folder with --to."
            )
    not_saved: list[str] = []
    meeting.troubles.append(lambda _, sentence: not_saved.append(sentence))
    try:
        plans = pack.make_plans(conference, meeting.procedure, meeting.calendar, to, _progress())
    except OSError as error:
        why = error.strerror or str(error)
        raise CommandError(
            f"The plans could not be written to {to}: {why}. Name another folder with --to."
        ) from error
    for made in plans:
        meeting.record(made.event())
        print(clean(str(made.path)))
    meeting.flush()
    if not_saved:
        raise CommandError(f"The plans are in {to}, but that they were made is not recorded. {not_saved[0]}")
    if undecided := [
        child.label for child in conference.children.values() if child.id not in conference.decisions
    ]:
        raise CommandError(f"There is no plan for {', '.join(undecided)}: no decision has been made.")
    return 0


def _progress() -> "Progress | None":
    """Say on a terminal how far it is; output that goes elsewhere stays free of it."""
    if not sys.stderr.isatty():
        return None

    def say(done: int, of: int) -> None:
        print(f"\rPlans made: {done} of {of}", end="\n" if done == of else "", file=sys.stderr, flush=True)

    return say


# --- Dates --------------------------------------------------------------------------------------------------


def dates(asked: argparse.Namespace) -> int:
    """Print every date of a conference that is not in any record."""
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
