"""Where procedures and bank holidays are found: the one place that reads their files."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from conference_tui.conference.dates import Calendar
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.procedure_file import mistakes, parse
from conference_tui.conference.procedure_mistakes import ProcedureError
from conference_tui.spoken import Spoken

DEFAULT = "plain"
"""The procedure that is used where none is named, and that others are laid over."""


DECEMBER = 12
LARGEST = 1_000_000
"""Bytes of a procedure file; the plain default has a thirtieth of that."""


class UnknownProcedureError(Spoken, LookupError):
    """There is no procedure of the name that was asked for; the sentence names those that there are."""


def names(own: Path | None = None) -> tuple[str, ...]:
    """The names of all procedures, in order: those shipped and a user's own.

    ``own`` is the folder of the user's procedures; without it, ``procedures`` in the platform's configuration
    folder. A user's file of the same name stands in the place of the one shipped.
    """
    shipped = {file.name for file in _shipped().iterdir() if file.name.endswith(".toml")}
    folder = own or _configuration()
    users = {file.name for file in folder.glob("*.toml")} if folder.is_dir() else set()
    return tuple(sorted(name.removesuffix(".toml") for name in shipped | users))


def load(name: str = DEFAULT, own: Path | None = None) -> Procedure:
    """The procedure of that name; what its file leaves out is the plain default's.

    Raises UnknownProcedureError when there is none such, ProcedureError when its file cannot be used.
    """
    if name not in names(own):
        known = ", ".join(names(own))
        raise UnknownProcedureError(f"There is no procedure called {name!r}. Known are: {known}.")
    plain = _shipped().joinpath(f"{DEFAULT}.toml").read_text(encoding="utf-8")
    file = (own or _configuration()) / f"{name}.toml"
    try:
        if file.is_file():
            return parse(file.read_text(encoding="utf-8-sig"), name, default=plain)
        if name == DEFAULT:
            return parse(plain, name)
        return parse(_shipped().joinpath(f"{name}.toml").read_text(encoding="utf-8"), name, default=plain)
    except (OSError, UnicodeDecodeError) as trouble:
        raise ProcedureError(name, None, "", f"The file {file} cannot be read: {trouble}.") from trouble


def check(file: Path) -> list[str]:
    """Everything that is wrong with a procedure file, a sentence each with line and key; empty where it can be used.

    The file may lie anywhere and need not be among those that the program uses. Raises nothing: a file that
    cannot be read is a sentence too.
    """
    try:
        if not file.is_file():
            return [f"There is no file {file}. Check the name, and the folder."]
        if file.stat().st_size > LARGEST:
            return [f"The file {file} is far too large for a procedure. Is it the right one?"]
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as trouble:
        line = trouble.object.count(b"\n", 0, trouble.start) + 1
        return [f"The file {file}, line {line}, is not text in UTF-8. Save it as UTF-8 in your editor."]
    except OSError as trouble:
        return [f"The file {file} cannot be read: {trouble.strerror}. Check who may read it."]
    plain = _shipped().joinpath(f"{DEFAULT}.toml").read_text(encoding="utf-8")
    found = [str(mistake) for mistake in mistakes(text, file.stem, default=plain)]
    if file.suffix != ".toml":
        found.insert(0, f"The name {file.name} has to end in .toml, so that the program finds it.")
    return found


@cache
def bank_holidays() -> Calendar:
    """The bank holidays of England and Wales that the package govuk-bank-holidays carries.

    Its file is read directly: the package's own module brings a client for the network with it, and nothing
    here may go out to one. The calendar knows whole years only: those whose Christmas is in the file.
    """
    file = files("govuk_bank_holidays").joinpath("bank-holidays.json")
    events = json.loads(file.read_text(encoding="utf-8"))["england-and-wales"]["events"]
    holidays = {dt.date.fromisoformat(event["date"]): str(event["title"]) for event in events}
    whole_years = [day.year for day in holidays if day.month == DECEMBER]
    return Calendar(holidays, first_year=min(whole_years), last_year=max(whole_years))


def _shipped() -> Traversable:
    return files("data").joinpath("procedures")


def _configuration() -> Path:
    """The user's own folder of procedures; platformdirs is imported only when it is asked for."""
    from platformdirs import user_config_path

    return user_config_path("conference-tui", appauthor=False) / "procedures"
