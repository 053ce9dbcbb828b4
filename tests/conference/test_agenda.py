"""Where the meeting stands, who has been heard, and whether the family was asked."""

from datetime import time

import pytest
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.agenda import SET_UP, Progress, family_to_ask, find_stage, heard, items, stages
from conference_tui.conference.state import Conference
from tests.conference.building import BARNSLEY, INVITED, OPENED, ROOM, build


def progress(conference: Conference) -> dict[str, Progress]:
    return {item.stage.id: item.progress for item in items(conference, BARNSLEY)}


def test_the_order_of_the_agenda_is_the_procedures() -> None:
    """KC-6: after the set-up, numbered from 1."""
    assert [stage.id for stage in stages(BARNSLEY)] == [SET_UP.id, *(s.id for s in BARNSLEY.stages)]
    assert [item.number for item in items(INVITED, BARNSLEY)] == list(range(len(BARNSLEY.stages)))


def test_a_stage_of_reviews_is_in_no_other_agenda() -> None:
    """BA-13, HF-1: what became of the plan is gone through at a review, before the map; elsewhere there is none."""
    review = build(replace(OPENED, kind=e.Kind.REVIEW))
    of_review = [item.stage.id for item in items(review, BARNSLEY)]
    assert of_review[of_review.index("progress") + 1] == "mapping"
    for kind in set(e.Kind) - {e.Kind.REVIEW}:
        ids = [item.stage.id for item in items(build(replace(OPENED, kind=kind)), BARNSLEY)]
        assert ids == [each for each in of_review if each != "progress"]


def test_what_is_done_what_is_now_and_what_is_open() -> None:
    """KC-6: going back to an item that is done makes it the one now."""
    assert set(progress(INVITED).values()) == {Progress.OPEN}
    moved = build(
        e.StageOpened(stage="before"),
        e.StageFinished(stage="before"),
        e.StageOpened(stage="mapping"),
        on=INVITED,
    )
    assert progress(moved)["before"] is Progress.DONE
    assert progress(moved)["mapping"] is Progress.NOW
    assert progress(moved)["plan"] is Progress.OPEN
    back = build(e.StageOpened(stage="before"), on=moved)
    assert (progress(back)["before"], progress(back)["mapping"]) == (Progress.NOW, Progress.OPEN)


def test_a_stage_is_found_by_its_id() -> None:
    assert find_stage(BARNSLEY, "mapping") is BARNSLEY.stage("mapping")
    assert find_stage(BARNSLEY, SET_UP.id) is SET_UP
    with pytest.raises(LookupError, match="no stage nowhere"):
        find_stage(BARNSLEY, "nowhere")


def test_who_was_asked_or_spoke_elsewhere_is_not_heard_here() -> None:
    """HV-7: at this stage; being asked counts as much as speaking, for those who are here."""
    conference = build(
        e.FamilyAsked(stage="mapping", person="tamsin"),
        e.FamilyAsked(stage="plan", person="hale"),
        e.ContributionMade(contribution="c", stage="plan", speaker="amadi", words="x"),
        on=ROOM,
    )
    assert heard(conference, "mapping").spoke == ("tamsin",)
    assert heard(conference, "plan").spoke == ("amadi", "hale")
    gone = build(e.PersonLeft(person="tamsin", at=time(15, 0)), on=conference)
    assert heard(gone, "mapping").spoke == ()
    assert "joss" not in heard(conference, "mapping").silent


def test_a_view_an_introduction_and_a_number_are_a_word_at_their_stage() -> None:
    """HV-7: who has just said what their agency considers is not told to the room as somebody not heard."""
    conference = build(
        e.PersonIntroduced(person="amadi"),
        e.ViewGiven(
            child="maya", agency="Ashmere Constabulary", by="amadi", outcome=e.Outcome.NO_PLAN, reason="x"
        ),
        on=ROOM,
    )
    for stage in ("introductions", "threshold"):
        assert "amadi" in heard(conference, stage).spoke
    assert "amadi" in heard(conference, "mapping").silent


def test_what_a_parent_says_counts_as_asked_at_that_stage_only() -> None:
    """HV-8."""
    spoke = e.ContributionMade(contribution="c", stage="mapping", speaker="tamsin", words="x")
    conference = build(spoke, on=ROOM)
    assert family_to_ask(conference, BARNSLEY.stage("mapping")) == ()
    assert family_to_ask(conference, BARNSLEY.stage("summary")) == ("tamsin",)
    assert family_to_ask(ROOM, BARNSLEY.stage("mapping")) == ("tamsin",)
    gone = build(e.PersonLeft(person="tamsin", at=time(15, 0)), on=ROOM)
    assert family_to_ask(gone, BARNSLEY.stage("mapping")) == ()


def test_nobody_who_is_out_of_the_room_is_to_be_heard() -> None:
    """BA-11, HV-7, HV-8: while the closed slot is open the family is not asked; afterwards it is again."""
    slot = e.ClosedSlotBegan(at=time(13, 42), left=("tamsin", "joss"), stayed=("sloan", "amadi"))
    during = build(slot, on=ROOM)
    assert "tamsin" in during.present()
    assert "tamsin" not in during.in_the_room()
    assert "tamsin" not in heard(during, "mapping").silent
    assert "amadi" in heard(during, "mapping").silent
    assert family_to_ask(during, BARNSLEY.stage("mapping")) == ()
    after = build(e.ClosedSlotEnded(at=time(13, 48)), on=during)
    assert "tamsin" in heard(after, "mapping").silent
    assert family_to_ask(after, BARNSLEY.stage("mapping")) == ("tamsin",)
