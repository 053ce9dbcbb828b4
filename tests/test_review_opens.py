"""A review is begun from the record of the conference before it, or from its archive, through the store."""

from datetime import date, time
from pathlib import Path

import pytest

from conference_tui import archiving, conferences, reviews
from conference_tui.conference import events as e
from conference_tui.conference.state import Conference
from conference_tui.exchange import sealed
from conference_tui.exchange.errors import ArchiveRefused
from conference_tui.meeting import Refused
from conference_tui.store.folder import Folder
from tests import small_conference as small

REF = "LRK-7-R1"


def opened(folder: Folder, last: reviews.Last, held: date | None = date(2027, 2, 23)) -> Conference:
    """The review as it is read again from the disk."""
    meeting = reviews.open_review(
        folder, REF, last, chair="Bo Lind", held=held, begins=time(13, 30), clock=small.ten_past_two
    )
    meeting.close()
    return conferences.read(folder, conferences.find(folder, REF)).conference


def test_a_review_opens_from_the_last_record(tmp_path: Path) -> None:
    """BA-13: in one piece with what was carried over; the record of the last conference is not touched."""
    folder = Folder.at(tmp_path / "store")
    before = small.closed(folder)
    last = conferences.read(folder, before)
    read = opened(folder, reviews.of_record(folder, before))
    assert read.opened == e.ConferenceOpened(
        ref=REF, kind=e.Kind.REVIEW, procedure=last.procedure.name, chair="Bo Lind"
    )
    assert (read.arranged.held, read.arranged.begins) == (date(2027, 2, 23), time(13, 30))
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


def test_a_review_opens_from_an_archive_of_which_nothing_else_is_stored(tmp_path: Path) -> None:
    """BA-13: on another computer, with the archive's own passphrase; the last conference does not come into the list."""
    there, here = Folder.at(tmp_path / "there"), Folder.at(tmp_path / "here")
    record = small.closed(there)
    content = sealed.encrypt(archiving.archive(there, record), "seven herons under the viaduct")
    read = opened(here, reviews.of_archive(content, "seven herons under the viaduct"))
    expected = opened(there, reviews.of_record(there, record))
    assert (read.earlier_actions, read.earlier_statements) == (
        expected.earlier_actions,
        expected.earlier_statements,
    )
    assert [each.ref for each in conferences.summaries(here)] == [REF]
    with pytest.raises(ArchiveRefused, match="not the passphrase"):
        reviews.of_archive(content, "eight herons")


@pytest.mark.parametrize("held", [date(2026, 12, 1), date(2026, 11, 1)])
def test_where_one_thing_cannot_be_recorded_there_is_no_review(held: date, tmp_path: Path) -> None:
    """BA-13, M12: nothing half; a review on the day of its conference is refused as a whole."""
    folder = Folder.at(tmp_path / "store")
    record = small.closed(folder)
    with pytest.raises(Refused, match="rule 8841"):
        opened(folder, reviews.of_record(folder, record), held)
    assert folder.conferences() == [record]


def test_what_is_not_closed_has_no_review(tmp_path: Path) -> None:
    """BA-13: nor what left no child with a plan."""
    folder = Folder.at(tmp_path / "store")
    with pytest.raises(Refused, match="LRK-7 is not closed"):
        opened(folder, reviews.of_record(folder, small.recorded(folder)))
    assert len(folder.conferences()) == 1


def test_nothing_of_a_closed_slot_comes_along(tmp_path: Path) -> None:
    """BA-11: what was said in it lies in a record that nobody reads for a review."""
    folder = Folder.at(tmp_path / "store")
    told = repr(opened(folder, reviews.of_record(folder, small.closed(folder))))
    assert "EarlierActionGiven" in told
    assert small.SAID_IN_CLOSED_SLOT not in told
    assert "third party" not in told
