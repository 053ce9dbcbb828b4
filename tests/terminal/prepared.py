"""A small conference for the windows of these tests, and how it is opened."""

from datetime import UTC, datetime, time
from pathlib import Path

from conference_tui.conference import events as e
from conference_tui.conference.people import Discipline, Standing
from conference_tui.store.folder import Folder
from tests.screens.driving import REF, recorded
from tests.terminal.tmux import Terminal

FAMILY: tuple[e.AnyEvent, ...] = (
    e.ChildEntered(child="maya", name="Maya Orrell-Pike"),
    e.PersonEntered(person="tamsin", name="Tamsin Orrell", standing=Standing.PARENT, role="mother"),
    e.PersonEntered(
        person="amadi",
        name="Ruth Amadi",
        standing=Standing.PROFESSIONAL,
        agency="Ashmere Constabulary",
        discipline=Discipline.POLICE,
    ),
    e.PersonArrived(person="tamsin", at=time(13, 30)),
    e.PersonArrived(person="amadi", at=time(13, 30)),
)


def a_conference(store: Path, *happened: e.AnyEvent) -> str:
    """Put a conference into a data folder; gives the id of its record."""
    return recorded(Folder.at(store, throw_away=True), *FAMILY, *happened, clock=long_ago)


def long_ago() -> datetime:
    """A time before that of the program in the window, whose clock is the machine's own."""
    return datetime(2024, 1, 9, 14, 10, tzinfo=UTC)


def opened(terminal: Terminal, store: Path) -> Terminal:
    """Open it in a window; the keyboard is in the capture line."""
    terminal.start(store, "open", REF)
    terminal.shows(REF, "saved")
    terminal.settle()
    return terminal


def words_kept(store: Path, record: str) -> list[str]:
    """The words of every contribution in the record."""
    from conference_tui.conferences import read

    return [made.words for made in read(Folder.at(store), record).conference.contributions]
