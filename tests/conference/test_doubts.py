"""What the rules would not have let be recorded, in entries from somewhere else."""

from datetime import time

import pytest

from conference_tui.conference import doubts as module
from conference_tui.conference import events as e
from conference_tui.conference.doubts import doubts
from conference_tui.conference.folding import fold
from tests.conference.building import ARRANGED, CALENDAR, MAYA, OPENED, PLAIN, SLOAN, arrive

CLOSED = e.ConferenceClosed(at=time(15, 50))
SAID = e.ContributionMade(contribution="c1", stage="mapping", speaker="sloan", words="words")
ROOM: tuple[e.AnyEvent, ...] = (OPENED, ARRANGED, MAYA, SLOAN, *arrive("sloan"))


def doubtful(*events: e.AnyEvent) -> tuple[str, ...]:
    entries = [e.Recorded(seq=seq, at="", event=event) for seq, event in enumerate(events, start=1)]
    assert fold(entries)
    return doubts(entries, PLAIN, CALENDAR)


def test_what_is_in_order_raises_none() -> None:
    """Undo, seals and an import are no doubt: they are how a record looks."""
    sealed = e.Sealed(count=8, head="0" * 64)
    imported = e.RecordImported(count=9)
    assert doubtful(*ROOM, SAID, e.Struck(seq=6, why="undo"), e.Restored(seq=6), sealed, imported) == ()


def test_each_is_named_with_its_number_and_the_reason() -> None:
    """BA-17, HF-10, global rule 4: what would make the record false, and a close over open questions."""
    left = e.PersonLeft(person="tamsin", at=time(14, 0))
    found = doubtful(*ROOM, left, CLOSED, SAID)
    assert found[0] == "Entry 6 (PersonLeft) would not be recorded here: tamsin is not here."
    assert found[1].startswith("Entry 7 (ConferenceClosed) would not be recorded here: ")
    assert found[2].startswith(
        "Entry 8 (ContributionMade) would not be recorded here: The conference is closed"
    )
    assert len(found) == 3


def test_what_was_undone_before_counts_as_undone() -> None:
    closed_too_early = (*ROOM, CLOSED, e.Struck(seq=6, why="undo"), SAID)
    assert len(doubtful(*closed_too_early)) == 1


def test_the_work_that_a_file_can_ask_for_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_REPLAYS", 2)
    undone = [event for _ in range(4) for event in (SAID, e.Struck(seq=6, why="undo"))]
    assert doubtful(*ROOM, *undone) == ("From entry 12 on, too much was undone to go through all of it.",)
