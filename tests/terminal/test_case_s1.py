"""The whole demonstration conference, typed on a keyboard into a real terminal."""

from pathlib import Path

from conference_tui import demonstration
from conference_tui.conference import events as e
from conference_tui.conference.state import Conference, apply
from conference_tui.demo import strokes_of
from conference_tui.store.folder import Folder
from screens.hands.closing import make_documents
from tests import case_s1
from tests.terminal.conftest import Windows


def test_typed_in_whole_it_gives_every_figure(window: Windows, tmp_path: Path) -> None:
    """Dates, quorum, prompts, sentences, categories; and each plan holds that child and no other."""
    store, plans = tmp_path / "store", tmp_path / "plans"
    terminal = window((120, 40))
    Folder.at(store, throw_away=True)
    terminal.start(store)
    terminal.shows("There is no conference here yet")
    conference = Conference()
    for step in demonstration.steps():
        terminal.strike(strokes_of(step, conference))
        if isinstance(step.event, e.ConferenceOpened):
            terminal.shows("0 Set-up")
            terminal.press("escape")
        if not (conference.closed_slot and isinstance(step.event, e.ContributionMade)):
            conference = apply(conference, step.event)
    terminal.strike(make_documents(plans))
    terminal.until(lambda _: len(list(plans.glob("*.pdf"))) == len(case_s1.ONE_CHILDS_OWN), "plans")
    terminal.press("ctrl+q")
    assert terminal.ended() == 0
    told = case_s1.shown(store)
    case_s1.assert_every_figure(told)
    assert case_s1.without_ids(told) == case_s1.without_ids(case_s1.expected())
    case_s1.assert_each_plan_is_one_childs(plans)
