"""A review is begun from the record of the conference before it, through the store and the meeting's door."""

from datetime import date
from pathlib import Path

from conference_tui import authorities, conferences
from conference_tui.conference import events as e
from conference_tui.conference.carried_over import carried_over
from conference_tui.store.folder import Folder
from tests import small_conference as small


def test_a_review_opens_from_the_last_record(tmp_path: Path) -> None:
    """BA-13: in one piece with what was carried over; the record of the last conference is not touched."""
    folder = Folder.at(tmp_path / "store")
    before = small.recorded(folder)
    last = conferences.read(folder, before)
    scale = authorities.load(last.procedure.name).scale
    meeting = conferences.start(folder, "LRK-7-R1", e.Kind.REVIEW, clock=small.ten_past_two)
    meeting.record(*carried_over(last.conference, scale.polarity), by="chair")
    meeting.record(e.ConferenceArranged(held=date(2027, 2, 23)), by="chair")
    meeting.close()
    read = conferences.read(folder, conferences.find(folder, "LRK-7-R1")).conference
    assert read.last_conference is not None
    assert (read.last_conference.ref, read.last_conference.review) == ("LRK-7", 1)
    with_plan = {
        child
        for child, decided in last.conference.decisions.items()
        if decided.made.outcome is e.Outcome.CHILD_PROTECTION
    }
    assert set(read.children) == set(read.earlier_plans) == with_plan
    assert [each.what for each in read.earlier_actions.values()] == [
        each.what
        for each in last.conference.actions.values()
        if not each.children or with_plan.intersection(each.children)
    ]
    assert conferences.read(folder, before).entries == last.entries


def test_nothing_of_a_closed_slot_comes_along(tmp_path: Path) -> None:
    """BA-11: what was said in it lies in a record that nobody reads for a review."""
    folder = Folder.at(tmp_path / "store")
    last = conferences.read(folder, small.recorded(folder)).conference
    told = repr(carried_over(last, "high-is-safe"))
    assert "EarlierActionGiven" in told
    assert small.SAID_IN_CLOSED_SLOT not in told
    assert "third party" not in told
