"""Whatever an archive holds, once it is taken it can be read on every page: no event of another program breaks one."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conference_tui import authorities
from conference_tui.conference import events as e
from conference_tui.conference.folding import fold
from conference_tui.conference.timeline import lines
from conference_tui.exchange import archive
from conference_tui.exchange.archive import About
from conference_tui.overview.whole import overview
from conference_tui.overview_text.whole import as_text

from . import building

PROCEDURE = authorities.load()
CALENDAR = authorities.bank_holidays()


@pytest.fixture
def few_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """So few that ids meet: of people and children that are there, and of others; days at both ends of time."""
    monkeypatch.setitem(building.PLAIN, str, st.sampled_from(["", "a", "b", "mapping", "Larkmoor Council"]))
    monkeypatch.setitem(building.PLAIN, int, st.integers(-5, 12))
    days = [date.min, date(2026, 12, 1), date(2026, 12, 2), date(2027, 2, 23), date.max]
    monkeypatch.setitem(building.PLAIN, date, st.sampled_from(days))


@pytest.mark.usefixtures("few_words")
def test_any_entries_that_are_taken_can_be_folded_told_and_shown() -> None:
    kinds = [kind for kind in building.ALL_KINDS if kind not in (e.Struck, e.Restored, e.ConferenceOpened)]

    @settings(
        max_examples=150,
        deadline=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.large_base_example],
    )
    @given(events=st.lists(st.one_of(*map(building.built, kinds)), min_size=30, max_size=60))
    def can_be_shown(events: list[e.AnyEvent]) -> None:
        opened = e.ConferenceOpened(ref="LRK-7", kind=e.Kind.REVIEW, procedure="plain")
        entries = [
            e.Recorded(seq=seq, at="2026-12-01T13:30:00+00:00", event=event)
            for seq, event in enumerate((opened, *events), start=1)
        ]
        taken = archive.read(archive.write(entries, About(ref="LRK-7"))).entries
        conference = fold(taken)
        assert len(lines(taken, conference, PROCEDURE)) == len(taken)
        assert "LRK-7" in as_text(overview(conference, PROCEDURE, CALENDAR))

    can_be_shown()
