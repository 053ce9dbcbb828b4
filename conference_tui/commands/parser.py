"""What can be asked of `conference`: its commands, their options, and what `--help` says of them."""

import argparse
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from conference_tui import __version__
from conference_tui.commands import (
    archives,
    closed,
    dates,
    forms,
    invitations,
    keeping,
    on_screen,
    plans,
    printed,
    procedures,
    registers,
    vault,
)
from conference_tui.commands.asking import CommandError
from conference_tui.commands.place import PASSPHRASE_OPTION

Command = Callable[[argparse.Namespace], int]


def run(argv: Sequence[str] | None) -> int:
    """Do what was asked for. Raises CommandError for what is no command."""
    asked = _parser().parse_args(argv)
    command: Command = asked.command
    return command(asked)


class _Parser(argparse.ArgumentParser):
    """argparse, with each mistake told in one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command as it was typed."""
        raise CommandError(f"{_plainly(message)} See “{self.prog} --help”.")


_MISTAKES = (
    (r"argument COMMAND: invalid choice: '?(.*?)'? \(choose from .*", "“{0}” is not a command."),
    (r"argument (.+?): invalid choice: '?(.*?)'? \(choose from (.*)\)", "{0}: “{1}” is not one of {2}."),
    (r"argument (.+?): invalid int value: '?(.*?)'?", "{0} is a number; “{1}” is not."),
    (r"argument (.+?): expected one argument", "{0} wants one value after it."),
    (r"the following arguments are required: (.*)", "Something is missing: {0}."),
    (r"unrecognized arguments: (.*)", "“{0}” is not known here."),
)
"""What argparse says, and what people are told."""


def _plainly(message: str) -> str:
    for says, told in _MISTAKES:
        if found := re.fullmatch(says, message, re.DOTALL):
            return told.format(*(part.replace("'", "") for part in found.groups()))
    return f"{message}."


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="conference",
        description="Run a live child protection conference in the terminal. "
        "Without a command: the list of conferences, to start or go on from.",
        epilog="“conference demo” shows an invented conference. "
        "“conference vault new” puts the data under a passphrase, as the first start with screens does. "
        "Data lies in the folder of --store, of CONFERENCE_STORE, or of the platform, in this order.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"conference {__version__}")
    _store_option(parser, None)
    _passphrase_option(parser, None)
    parser.set_defaults(command=on_screen.home)
    commands = _Commands(parser, "COMMAND")
    _meeting_commands(commands)
    _record_commands(commands)
    _vault_commands(commands)
    _other_commands(commands)
    return parser


class _Commands:
    """The commands of a parser."""

    def __init__(self, parser: argparse.ArgumentParser, metavar: str, *, required: bool = False) -> None:
        self._added_to = parser.add_subparsers(title="commands", metavar=metavar, required=required)

    def add(
        self, name: str, run: Command | None, says: str, *, reads: bool = True
    ) -> argparse.ArgumentParser:
        """Add one; `reads` says that it reads the folder, and so may need its passphrase."""
        added: argparse.ArgumentParser = self._added_to.add_parser(
            name, help=says, description=says, allow_abbrev=False
        )
        _store_option(added, argparse.SUPPRESS)
        if reads:
            _passphrase_option(added, argparse.SUPPRESS)
        if run:
            added.set_defaults(command=run)
        return added


def _meeting_commands(commands: _Commands) -> None:
    new = commands.add("new", on_screen.new, "Set up a new conference.")
    new.add_argument(
        "--review-of",
        metavar="REF",
        default="",
        help="open the review of that closed conference, with its plan and its map",
    )
    _ref(commands.add("open", on_screen.open_, "Open a conference and go on with it."))
    _json(commands.add("list", printed.list_, "List the conferences: reference, children, date, stage."))
    show = commands.add(
        "show", printed.show, "Print everything that follows from a conference's record, as plain text."
    )
    _ref(show)
    _json(show)
    _invite(commands)
    _export(commands)
    _form(commands)


def _invite(commands: _Commands) -> None:
    invite = commands.add(
        "invite", invitations.invite, "Enter everybody of an invitation list: all of them, or nobody."
    )
    _ref(invite)
    invite.add_argument(
        "file", metavar="FILE", help="the list, a CSV file as docs/invitations.md describes it"
    )
    invite.add_argument("--yes", action="store_true", help="do not ask, once it has been shown who it is")


def _export(commands: _Commands) -> None:
    export = commands.add(
        "export", plans.export, "Make everybody's documents: to each what they should have."
    )
    _ref(export)
    export.add_argument("--to", metavar="DIR", required=True, help="the folder for the documents")
    export.add_argument(
        "--for",
        dest="for_",
        metavar="PERSON",
        help="only those of one person, child or agency, or of “The file”",
    )
    export.add_argument("--large-print", action="store_true", help="in large print, a card for each action")
    export.add_argument("--easy-read", action="store_true", help="one idea a line")
    export.add_argument("--braille", action="store_true", help="in braille (BRF); needs liblouis")
    export.add_argument(
        "--passphrase", action="store_true", help="under a passphrase, for sending; it is asked for"
    )
    _file(export, plans.SECRET_OPTION, "the file that holds that passphrase, instead of typing it twice")


def _form(commands: _Commands) -> None:
    form = commands.add(
        "form", forms.form, "Make the blank form of questions for parents as a PDF.", reads=False
    )
    form.add_argument(
        "--procedure", metavar="NAME", default="", help="the procedure whose questions they are"
    )
    form.add_argument("--to", metavar="DIR", required=True, help="the folder for the form")
    form.add_argument("--large-print", action="store_true", help="in 18 points, with more room to write")


def _record_commands(commands: _Commands) -> None:
    _verify(commands)
    _closed(commands)
    _archive(commands)
    _import(commands)
    says = "Print the JSON Schema of a line of an archive."
    commands.add("schema", archives.schema, says, reads=False)
    _erase(commands)
    _json(commands.add("erased", registers.erased, "List what is kept of conferences that were erased."))
    incidents = commands.add("incidents", registers.incidents, "List what went wrong with the program.")
    incidents.add_argument(
        "number",
        metavar="NUMBER",
        type=int,
        nargs="?",
        help="print the whole report",
    )
    _json(incidents)


def _verify(commands: _Commands) -> None:
    verify = commands.add("verify", keeping.verify, "Say whether a conference's record is intact.")
    _ref(verify)
    verify.add_argument(
        "--sheet", metavar="SEAL", help="a seal as it stands on paper: the number and the letters, in quotes"
    )
    _json(verify)


def _closed(commands: _Commands) -> None:
    says = "Print the closed slot's record. The passphrase is always asked for."
    added = commands.add("closed", closed.closed, says)
    _ref(added)
    added.add_argument("--copy-for", metavar="NAME", help="number this as a copy, and record who holds it")
    added.add_argument(
        "--pdf", metavar="FILE", help="with --copy-for: write the copy, under a passphrase of its own"
    )
    added.add_argument("--large-print", action="store_true", help="with --pdf: in 18 points")
    _file(added, closed.SECRET_OPTION, "the file that holds the copy's passphrase, instead of typing it")


def _archive(commands: _Commands) -> None:
    archive = commands.add(
        "archive", archives.archive, "Write a conference into one file, under a passphrase."
    )
    _ref(archive)
    _archive_file(archive)
    archive.add_argument("--plain", action="store_true", help="without a passphrase: readable for everybody")
    archive.add_argument(
        archives.IN_CLEAR_OPTION, action="store_true", help="with --plain: do not ask, it is meant"
    )


def _import(commands: _Commands) -> None:
    added = commands.add(
        "import", archives.import_, "Make a conference of an archive: all of it, or nothing."
    )
    _archive_file(added)
    added.add_argument("--yes", action="store_true", help="do not ask, once it has been shown what it is")


def _archive_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="the archive")
    _file(
        parser, archives.SECRET_OPTION, "the file that holds the archive's passphrase, instead of typing it"
    )


def _erase(commands: _Commands) -> None:
    erase = commands.add(
        "erase", keeping.erase, "Destroy a conference's keys, so that nobody reads it again."
    )
    _ref(erase)
    erase.add_argument("--reason", metavar="WORDS", required=True, help="why; it is kept")
    erase.add_argument("--by", metavar="NAME", required=True, help="who erases it; it is kept")
    erase.add_argument("--yes", action="store_true", help="do not ask")


def _vault_commands(commands: _Commands) -> None:
    about = "Set or change the passphrase of the data folder."
    inner = _Commands(commands.add("vault", None, about, reads=False), "WHAT", required=True)
    inner.add("new", vault.new, "Put the folder under a passphrase.")
    _new_passphrase(inner.add("passphrase", vault.passphrase, "Change the passphrase."))
    recover = inner.add("recover", vault.recover, "Set a new passphrase with the recovery key.", reads=False)
    _file(recover, vault.RECOVERY_OPTION, "the file that holds the recovery key, instead of typing it")
    _new_passphrase(recover)
    says = "Make new keys and a new recovery key, after one was seen or lost."
    rotate = inner.add("rotate", vault.rotate, says)
    rotate.add_argument(
        "--yes", action="store_true", help="do not ask; the recovery sheet from before opens nothing any more"
    )


def _other_commands(commands: _Commands) -> None:
    says = "Work out every date of a conference, and say how each is counted."
    added = commands.add("dates", dates.dates, says, reads=False)
    dates.options(added)
    _json(added)
    _procedures(commands)
    demo = commands.add(
        "demo",
        on_screen.demo,
        "Open an invented conference half-way through, or watch it run by itself.",
        reads=False,
    )
    demo.add_argument(
        "--case",
        choices=("siblings", "inquorate"),
        default="siblings",
        help="which conference: three siblings (as always), or one without a quorum before Christmas",
    )
    demo.add_argument("--play", action="store_true", help="run the whole conference by itself")
    demo.add_argument("--out", metavar="DIR", type=Path, help="with --play: the folder for the plans")
    demo.add_argument("--fast", action="store_true", help="with --play: as fast as it goes")


def _procedures(commands: _Commands) -> None:
    says = "List the procedures that a conference can follow."
    added = commands.add("procedures", procedures.procedures, says, reads=False)
    _json(added)
    inner = _Commands(added, "WHAT")
    added.usage = f"{added.prog} [-h] [--store DIR] [--json] [WHAT ...]"  # argparse shows WHAT as needed
    check = inner.add(
        "check", procedures.check, "Tell everything that is wrong with a procedure file.", reads=False
    )
    check.add_argument("file", metavar="FILE", help="the file, wherever it lies; its name ends in .toml")
    _json(check)


# --- Options that several have ------------------------------------------------------------------------------


def _store_option(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument("--store", metavar="DIR", default=default, help="the folder in which the data lies")


def _passphrase_option(parser: argparse.ArgumentParser, default: str | None) -> None:
    says = (
        "the file that holds the folder's passphrase, instead of typing it (also CONFERENCE_PASSPHRASE_FILE)"
    )
    _file(parser, PASSPHRASE_OPTION, says, default)


def _new_passphrase(parser: argparse.ArgumentParser) -> None:
    _file(parser, vault.NEW_OPTION, "the file that holds the new passphrase, instead of typing it twice")


def _file(parser: argparse.ArgumentParser, option: str, says: str, default: str | None = None) -> None:
    parser.add_argument(option, metavar="FILE", type=Path, default=default, help=says)


def _ref(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ref", metavar="REF", help="the conference's reference, or the id of its record")


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON (docs/commands.md lists the keys)")
