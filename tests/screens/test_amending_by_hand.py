"""Hands type everything that comes after the close, on the real screen."""

from datetime import date
from pathlib import Path

from msgspec.structs import replace

from conference_tui.conference import events as e
from tests.screens.driving import by_hand, conference, last
from tests.screens.late_stages import TEN_TO_FOUR, at_stage

CLOSED = e.ConferenceClosed(at=TEN_TO_FOUR)


async def test_hands_type_an_addendum_and_how_long_the_record_is_kept(tmp_path: Path) -> None:
    """M20, HF-10: also by somebody else than the chair, and once more with another day."""
    added = e.AddendumAdded(
        addendum="", words="The bus pass came.", by="Harriet Sloan", on=date(2026, 12, 3), children=("maya",)
    )
    kept = e.RetentionSet(until=date(2040, 12, 31), why="Children's records")
    async with at_stage(tmp_path, "close", CLOSED) as (app, _):
        await by_hand(app, added)
        (recorded,) = conference(app).addenda.values()
        assert replace(recorded, addendum="") == added
        await by_hand(app, kept)
        longer = replace(kept, until=date(2044, 8, 30), why="Children's records, until Teddy is 23")
        await by_hand(app, longer)
        assert list(last(app, 2)) == [kept, longer]


async def test_hands_type_a_complaint_and_what_came_of_it(tmp_path: Path) -> None:
    """HV-16: of somebody of the conference and of somebody else; an appeal changes the outcome."""
    async with at_stage(tmp_path, "close", CLOSED) as (app, stage):
        outcomes = stage.meeting.procedure.complaints.outcomes
        for person in ("tamsin", "Mr P. Orrell"):
            received = e.ComplaintReceived(
                complaint="", person=person, words=f"Too fast for {person}.", on=date(2026, 12, 4)
            )
            await by_hand(app, received)
            (recorded,) = last(app)
            assert isinstance(recorded, e.ComplaintReceived)
            assert replace(recorded, complaint="") == received
            decided = e.ComplaintDecided(
                complaint=recorded.complaint,
                outcome=outcomes[0] if outcomes else "not upheld",
                words="The agenda was kept.",
                on=date(2026, 12, 18),
            )
            in_other_words = replace(decided, outcome="left to the panel", words="", on=date(2027, 1, 8))
            for event in (decided, in_other_words):
                await by_hand(app, event)
                assert last(app) == [event]
