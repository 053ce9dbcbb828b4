"""A whole conference typed on a keyboard into a real terminal, from the empty list to its plans."""

from collections.abc import Iterable
from pathlib import Path

from conference_tui.conference import events as e
from conference_tui.conference.folding import apply
from conference_tui.conference.state import Conference
from conference_tui.demo import strokes_of
from conference_tui.demonstration import Step
from conference_tui.store.folder import Folder
from screens.hands.closing import make_documents
from tests.terminal.tmux import Terminal


def type_whole(terminal: Terminal, happens: Iterable[Step], store: Path, plans: Path) -> None:
    """Type everything that happens, make a plan for each child decided on, and leave."""
    Folder.at(store, throw_away=True)
    terminal.start(store)
    terminal.shows("There is no conference here yet")
    conference = Conference()
    for step in happens:
        terminal.strike(strokes_of(step, conference))
        if isinstance(step.event, e.ConferenceOpened):
            terminal.shows("0 Set-up")
            terminal.press("escape")
        if not (conference.closed_slot and isinstance(step.event, e.ContributionMade)):
            conference = apply(conference, step.event)
    terminal.strike(make_documents(plans))
    terminal.until(lambda _: len(list(plans.glob("*.pdf"))) == len(conference.decisions), "plans")
    terminal.press("ctrl+q")
    assert terminal.ended() == 0
