"""Another chair, a conference that is broken off and goes on, and who has no view of their own."""

from datetime import date, time

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.attendance import agencies, quorum
from conference_tui.conference.deadlines import due_dates
from conference_tui.conference.decision import awaited, count
from conference_tui.conference.people import Standing
from conference_tui.conference.reminders import reminders
from conference_tui.conference.rules import refusal
from conference_tui.conference.scaling import may_score
from conference_tui.conference.state import Conference
from conference_tui.overview.whole import overview
from conference_tui.overview_text.whole import as_text
from tests.conference.building import (
    CALENDAR,
    CP,
    INVITED,
    OPENED,
    PHY,
    PLAIN,
    POLICE,
    ROOM,
    SOCIAL_CARE,
    arrive,
    build,
    plan_of,
    view,
)

CHAIRED = build(replace(OPENED, chair="Ines Corrigan"), on=ROOM)
CHANGED = e.ChairChanged(chair="Bo Lindqvist", at=time(14, 20), reason="Taken ill.")
DECIDES = e.DecisionMade(child="maya", outcome=CP, category=PHY)
STRATEGY = e.KeyDateGiven(what="strategy discussion", on=date(2026, 12, 7))
S2 = build(STRATEGY, e.ConferenceArranged(held=date(2026, 12, 22)), on=ROOM)
ADJOURNED = e.ConferenceAdjourned(
    at=time(10, 40), reason="Not quorate.", safeguards="Keely stays.", until=date(2027, 1, 8)
)
GOES_ON = e.ConferenceResumed(on=date(2027, 1, 8), at=time(10, 0))


def why(event: e.Event, conference: Conference) -> str:
    return refusal(conference, event, PLAIN)


def words(conference: Conference) -> dict[str, str]:
    return {each.key: each.words for each in reminders(conference, PLAIN, CALENDAR) if each.is_open}


def test_both_chairs_are_named_and_each_signs_what_they_decided() -> None:
    """BA-1, M16: with times; a reason that is corrected later stays with who decided."""
    decided = build(view("maya", SOCIAL_CARE, CP, PHY), DECIDES, CHANGED, on=CHAIRED)
    assert (decided.chair, decided.every_chair) == (
        "Bo Lindqvist",
        "Ines Corrigan until 14:20, then Bo Lindqvist",
    )
    corrected = build(replace(DECIDES, reason="As discussed."), on=decided)
    assert corrected.decisions["maya"].chair == "Ines Corrigan"
    after = build(replace(DECIDES, child="teddy"), on=decided)
    assert after.decisions["teddy"].chair == "Bo Lindqvist"
    assert f"('Chair', '{decided.every_chair}')" in plan_of(after, "teddy")
    assert "Chair: Ines Corrigan until 14:20, then Bo Lindqvist" in as_text(overview(after, PLAIN, CALENDAR))


def test_a_change_of_chair_has_a_name_and_an_order() -> None:
    """M16."""
    assert why(CHANGED, CHAIRED) == ""
    assert why(replace(CHANGED, chair=""), CHAIRED) == "Say who chairs now."
    assert "already" in why(replace(CHANGED, chair="ines corrigan"), CHAIRED)
    again = replace(CHANGED, chair="Ines Corrigan", at=time(14, 10))
    assert "changed at 14:20" in why(again, build(CHANGED, on=CHAIRED))


def test_a_chair_with_a_part_in_the_case_is_pointed_out() -> None:
    """BA-1: the chair is independent of those involved."""
    quill = build(replace(OPENED, chair="Quill"), on=ROOM)
    assert "independent" in words(quill)
    assert "independent" not in words(CHAIRED)


def test_what_is_broken_off_waits_until_it_goes_on() -> None:
    """BA-4: with reason, safeguards and when; nothing of the meeting happens meanwhile."""
    assert why(ADJOURNED, S2) == ""
    assert "Say why" in why(replace(ADJOURNED, reason=""), S2)
    assert "keeps the child safe" in why(replace(ADJOURNED, safeguards=""), S2)
    assert "before the conference" in why(replace(ADJOURNED, until=date(2026, 12, 1)), S2)
    off = build(ADJOURNED, on=S2)
    assert off.present() == frozenset()
    for event in (*arrive("sloan"), DECIDES, ADJOURNED, e.ConferenceClosed(at=time(11))):
        assert why(event, off) == "The conference is adjourned. Let it go on first."
    assert words(off)["adjourned"] == (
        "The conference is adjourned, until Fri 8 Jan 2027. It meets again by Fri 8 Jan 2027 at the latest."
    )
    text = " ".join(as_text(overview(off, PLAIN, CALENDAR)).split())
    assert "Adjourned: Tue 22 Dec 2026, 10:40; it has not gone on. Why: Not quorate." in text


def test_it_goes_on_after_it_was_broken_off() -> None:
    """BA-4."""
    off = build(ADJOURNED, on=S2)
    assert why(GOES_ON, off) == ""
    assert why(GOES_ON, S2) == "The conference is not adjourned."
    assert "is before" in why(replace(GOES_ON, on=date(2026, 12, 21)), off)
    assert "goes on after that" in why(replace(GOES_ON, on=date(2026, 12, 22), at=time(10, 30)), off)


def test_the_day_on_which_it_decides_is_the_day_it_is_held() -> None:
    """BA-3, BA-4 (S2, what if it is adjourned): working day 21, late by 6, and in need of a reason."""
    again = build(ADJOURNED, GOES_ON, *arrive("sloan", at=time(10)), on=S2)
    (own, *_) = due_dates(again, PLAIN, CALENDAR)
    assert (own.booked, own.working_day, own.needs_reason) == (date(2027, 1, 8), 21, "late")
    assert own.standing is not None
    assert own.standing.late_by == 6
    assert again.presence["sloan"].earlier == ((time(13, 30), time(10, 40)),)
    decided_before = build(DECIDES, ADJOURNED, GOES_ON, on=S2)
    assert decided_before.held == date(2026, 12, 22)


def test_two_people_of_one_agency_are_one_agency_with_one_view() -> None:
    """BA-4, BA-17: social worker and manager count once, also for the quorum."""
    assert [each.name for each in agencies(ROOM)].count(SOCIAL_CARE) == 1
    by_each = [replace(view("maya", SOCIAL_CARE, CP, PHY), by=person) for person in ("sloan", "quill")]
    given = build(*by_each, view("maya", POLICE, CP, PHY), on=ROOM)
    assert count(given, "maya").total == 2
    alone = build(*arrive("sloan", "quill"), on=INVITED)
    assert quorum(alone, PLAIN).present == (SOCIAL_CARE,)


def test_an_observer_has_no_view_and_no_score() -> None:
    """HF-4, BA-17, BA-16: nobody asks one, and neither is recorded."""
    observer = e.PersonEntered(
        person="vera", name="Vera Moss", standing=Standing.OBSERVER, agency="Ashmere College"
    )
    watched = build(observer, *arrive("vera"), on=ROOM)
    assert not may_score(watched, "vera")
    assert "is not asked for a score" in why(
        e.ScoreGiven(person="vera", question="maya", score=5, rationale="x"), watched
    )
    assert "Ashmere College" not in awaited(watched, "maya")
    assert "is not an agency" in why(view("maya", "Ashmere College", CP, PHY), watched)
    assert quorum(watched, PLAIN).present == quorum(ROOM, PLAIN).present
