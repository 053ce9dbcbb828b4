"""Whose voice was the last, and what was said last: from the record alone."""

from datetime import time

import pytest

from conference_tui.conference import events as e
from conference_tui.conference.attendance import away
from conference_tui.conference.capture import Captured
from conference_tui.conference.last_said import last_said, last_voice
from conference_tui.meeting import Meeting
from tests.meeting.running import SLOT

SAID = e.ContributionMade(
    contribution="c", stage="reason", speaker="sloan", words="He was out.", column=e.Column.HARM, children=("maya",)
)  # fmt: skip


def voice(meeting: Meeting) -> Captured | None:
    return last_voice(meeting.latest).said


@pytest.mark.parametrize(
    ("happened", "who"),
    [
        (SAID, "sloan"),
        (e.FamilyAsked(stage="reason", person="tamsin", words="No."), "tamsin"),
        (e.FamilyAsked(stage="reason", person="tamsin"), "tamsin"),
        (e.FamilyAsked(stage="reason", person="tamsin", words="No.", by="sloan"), None),
        (e.PersonIntroduced(person="tamsin", involvement="I am her mother."), "tamsin"),
        (e.ChildViewsGiven(child="maya", words="I want Gran.", by="maya"), "maya"),
        (e.ChildViewsGiven(child="maya", words="She wants Gran.", by="sloan"), None),
        (e.ApologySent(person="tamsin", reason="ill"), None),
        (SLOT, None),
    ],
)
def test_whose_voice_was_the_last(meeting: Meeting, happened: e.AnyEvent, who: str | None) -> None:
    """Where two speak, or another speaks in somebody's place, or it was read out, nobody's is."""
    assert voice(meeting) is None
    meeting.record(happened)
    found = voice(meeting)
    assert (found.speaker if found else None) == who


def test_what_nobody_speaks_changes_no_voice(meeting: Meeting) -> None:
    meeting.record(SAID)
    left = e.PersonLeft(person="tamsin", at=time(14))
    meeting.record(e.StageOpened(stage="mapping"), e.StatementSaid(stage="reason", statement="welcome"), left)
    assert voice(meeting) == Captured(speaker="sloan", words="", column=e.Column.HARM, children=("maya",))


def test_a_voice_goes_on_as_it_was_corrected(meeting: Meeting) -> None:
    meeting.record(SAID)
    correct = e.ContributionMade(contribution="c", stage="reason", speaker="tamsin", words="He was in.")
    meeting.record(e.ContributionCorrected(correct=correct))
    assert voice(meeting) == Captured(speaker="tamsin", words="")


def test_after_an_undo_and_a_redo_nobody_spoke_last(meeting: Meeting) -> None:
    meeting.record(SAID, e.FamilyAsked(stage="reason", person="tamsin", words="No."))
    meeting.undo()
    assert voice(meeting) is None
    meeting.redo()
    assert voice(meeting) is None


def test_the_voices_of_the_slot_stay_in_it_and_those_before_do_not_come_in(meeting: Meeting) -> None:
    """BA-11"""
    meeting.record(SAID, SLOT)
    assert voice(meeting) is None
    inside = e.ContributionMade(
        contribution="x", stage="closed", speaker="sloan", words="The neighbour rang."
    )
    meeting.record(inside)
    assert voice(meeting) == Captured(speaker="sloan", words="")
    meeting.record(e.ClosedSlotEnded(at=time(14)))
    assert voice(meeting) is None


def shown(meeting: Meeting, count: int = 5) -> list[tuple[str, str, str]]:
    found = last_said(meeting.latest, meeting.contributions, meeting.conference, count)
    return [(each.who, each.where, each.words) for each in found]


def test_what_was_said_last_is_shown_as_it_stands(meeting: Meeting) -> None:
    """Corrected, without what was struck; that something has no column is said."""
    correct = e.ContributionMade(contribution="c", stage="reason", speaker="sloan", words="He was\nin.")
    loose = e.ContributionMade(contribution="d", stage="reason", speaker="tamsin", words="And?")
    asked = e.FamilyAsked(stage="reason", person="tamsin")
    meeting.record(SAID, asked, loose)
    assert shown(meeting) == [
        ("Harriet Sloan", "harm, Maya", "He was out."),
        ("Tamsin Orrell", "asked", "nothing to add"),
        ("Tamsin Orrell", "no column yet", "And?"),
    ]
    assert shown(meeting, 2) == shown(meeting)[1:]
    meeting.undo()
    meeting.record(e.ContributionCorrected(correct=correct))
    assert shown(meeting) == [
        ("Harriet Sloan", "no column yet", "He was in."),
        ("Tamsin Orrell", "asked", "nothing to add"),
    ]


def test_of_another_sitting_only_that_is_shown(meeting: Meeting) -> None:
    """HV-3"""
    meeting.record(
        e.SplitSittingPlanned(sitting="one", title="First", people=("tamsin",)),
        e.SplitSittingPlanned(sitting="two", title="Second", people=("sloan",)),
        e.SplitSittingBegan(sitting="one", at=time(13, 45)),
        SAID,
        e.PersonLeft(person="tamsin", at=time(14)),
        e.SplitSittingBegan(sitting="two", at=time(14, 1)),
    )
    assert shown(meeting) == [("Harriet Sloan", "harm, Maya", "said in another sitting")]
    assert voice(meeting) is None


def test_who_is_not_in_the_room_and_why(meeting: Meeting) -> None:
    """Left, dialled off, not come, out for the closed slot."""
    assert away(meeting.conference) == {"maya": "has not come"}
    online = e.PersonArrived(person="maya", at=time(13, 40), mode=e.Mode.ONLINE)
    meeting.record(
        online, e.PersonLeft(person="maya", at=time(14)), e.PersonLeft(person="tamsin", at=time(14, 5))
    )
    assert away(meeting.conference) == {"maya": "dialled off at 14:00", "tamsin": "left at 14:05"}
    back = e.PersonArrived(person="tamsin", at=time(14, 10))
    meeting.record(back, SLOT)
    assert away(meeting.conference)["tamsin"] == "out of the room"
