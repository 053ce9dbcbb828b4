"""The commands that show screens."""

import argparse
import sys
from pathlib import Path

from conference_tui import garbage
from conference_tui.commands.asking import CommandError
from conference_tui.commands.place import folder_at, folder_for_screens, folder_of, named_store

DEMONSTRATION_PLANS = Path("demonstration-plans")
"""Where the demonstration leaves its plans when it is not told where."""


def home(asked: argparse.Namespace) -> int:
    """Show the list of conferences on the screen."""
    _begin_on_terminal("conference")
    from conference_tui import app

    return app.run(folder_for_screens(asked))


def new(asked: argparse.Namespace) -> int:
    """Set up a new conference on the screen."""
    _begin_on_terminal("conference new")
    if asked.review_of:
        folder = folder_of(asked)
        from conference_tui import app, conferences

        return app.run(folder, review_of=conferences.find(folder, asked.review_of))
    from conference_tui import app

    return app.run(folder_for_screens(asked), new=True)


def open_(asked: argparse.Namespace) -> int:
    """Go on with a conference on the screen."""
    _begin_on_terminal("conference open")
    folder = folder_of(asked)
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
    given = named_store(asked)
    if given and folder_at(asked, make=True).has_vault:
        raise CommandError(
            f"{given} holds conferences under a passphrase; nothing invented goes among them. Name another folder."
        )
    from conference_tui import demo

    if asked.play:
        return demo.play(asked.out or DEMONSTRATION_PLANS, asked.fast, given, asked.case)
    return demo.run(given, asked.case)


def _begin_on_terminal(command: str) -> None:
    """Refuse where there is no terminal."""
    _needs_terminal(command)
    garbage.begin()


def _needs_terminal(command: str) -> None:
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        raise CommandError(
            f"“{command}” is worked with keys, so it needs a terminal for input and output. "
            "Every command but “new”, “open” and “demo” works without one, and so does “demo --play”."
        )
