"""Somebody of the family who is kept from all or part of the conference, and a referrer who is not named."""

from datetime import date, time

import pytest
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.agenda import family_to_ask, find_stage, heard
from conference_tui.conference.reminders import at_stage, reminders
from conference_tui.conference.rules import refusal
from conference_tui.conference.state import Conference
from conference_tui.overview.whole import overview
from conference_tui.overview_text.whole import as_text
from tests.conference.building import CALENDAR, INVITED, PLAIN, ROOM, build, of_one

KEPT_OUT = e.ExclusionDecided(
    person="tamsin",
    ground=PLAIN.exclusion.grounds[1],
    reason="Threats on 11 November.",
    parts=("mapping",),
    requested=date(2026, 11, 26),
    views_by="sloan",
    told="By letter of 27 November.",
    told_on=date(2026, 11, 27),
    challenge="The letter says how; a talk with the chair was offered.",
)
FROM_ALL = replace(KEPT_OUT, parts=())
IN = e.PersonArrived(person="tamsin", at=time(13, 30))


def why(event: e.Event, conference: Conference = INVITED) -> str:
    return refusal(conference, event, PLAIN)


def test_who_is_kept_out_is_not_told_as_somebody_who_has_not_spoken() -> None:
    """HV-3: their views are asked of somebody else; the room is not to wait for them."""
    there = build(IN, KEPT_OUT, on=ROOM)
    assert "tamsin" not in heard(there, "mapping").silent
    assert "tamsin" in heard(there, "plan").silent


def words(conference: Conference) -> dict[str, str]:
    return {each.key: each.words for each in reminders(conference, PLAIN, CALENDAR) if each.is_open}


def test_who_which_parts_why_and_what_is_owed_to_them() -> None:
    """HV-3: all of it is recorded, told as data and as text."""
    conference = build(KEPT_OUT, on=INVITED)
    (found,) = overview(conference, PLAIN, CALENDAR)["exclusions"]
    assert (found["parts"], found["reason"], found["told"]) == (["mapping"], KEPT_OUT.reason, KEPT_OUT.told)
    assert found["views_by"] == {"id": "sloan", "name": "Sloan"}
    text = " ".join(as_text(overview(conference, PLAIN, CALENDAR)).split())
    assert "Tamsin Orrell, of mapping: Violence" in text
    assert "Views told by: Sloan" in text
    assert "Told to them: Fri 27 Nov 2026, By letter of 27 November." in text
    assert "How they can challenge it: The letter says how" in text


def test_an_exclusion_has_its_ground_and_its_reason() -> None:
    """HV-3: never without either, and only of the family and who came with them."""
    assert why(KEPT_OUT) == ""
    assert "Say on which ground" in why(replace(KEPT_OUT, ground=""))
    assert "Say why" in why(replace(KEPT_OUT, reason=""))
    assert why(replace(KEPT_OUT, person="joss")) == ""
    for someone in ("sloan", "maya", "nobody"):
        assert "Only somebody of the family" in why(replace(KEPT_OUT, person=someone))


@pytest.mark.parametrize(
    ("left_out", "key"),
    [
        ("told", "exclusion told:tamsin"),
        ("views_by", "exclusion views:tamsin"),
        ("challenge", "exclusion challenge:tamsin"),
    ],
)
def test_what_is_owed_to_somebody_who_is_kept_out_is_reminded_of(left_out: str, key: str) -> None:
    """HV-3: the reason is explained to them, and somebody tells their views."""
    assert key in words(build(replace(KEPT_OUT, **{left_out: ""}), on=INVITED))
    assert key not in words(build(KEPT_OUT, on=INVITED))


@pytest.mark.parametrize(("asked", "late"), [(date(2026, 11, 26), False), (date(2026, 11, 27), True)])
def test_a_request_is_made_three_working_days_before(asked: date, late: bool) -> None:
    """HV-3: what comes later is said to be late, and is the chair's to decide all the same."""
    requested = build(replace(KEPT_OUT, requested=asked), on=INVITED)
    assert ("exclusion request:tamsin" in words(requested)) is late
    assert why(replace(KEPT_OUT, requested=asked)) == ""


def test_who_is_kept_out_of_all_of_it_does_not_come_in() -> None:
    """HV-3: until that is ended, with the time; who is kept out of a part comes to the others."""
    out = build(FROM_ALL, on=INVITED)
    assert "kept out of the whole conference" in why(IN, out)
    assert why(IN, build(KEPT_OUT, on=INVITED)) == ""
    ended = e.ExclusionEnded(person="tamsin", at=time(14, 0))
    assert why(ended, out) == ""
    assert why(IN, build(ended, on=out)) == ""
    assert "is not kept out" in why(ended, build(ended, on=out))
    assert overview(build(ended, on=out), PLAIN, CALENDAR)["exclusions"][0]["ended"] == "14:00"


def test_at_a_part_that_somebody_is_kept_out_of_it_is_said_that_they_are_here() -> None:
    """HV-3."""
    here = build(KEPT_OUT, e.StageOpened(stage="mapping"), on=ROOM)
    assert "exclusion here:tamsin" in words(here)
    assert "exclusion here:tamsin" not in words(build(e.StageOpened(stage="plan"), on=here))
    ended = e.ExclusionEnded(person="tamsin", at=time(14))
    assert "exclusion here:tamsin" not in words(build(ended, on=here))
    assert "exclusion here:tamsin" not in words(build(e.PersonLeft(person="tamsin", at=time(14)), on=here))


def test_the_margin_says_who_is_kept_out_of_this_part_and_asks_for_their_views() -> None:
    """HV-3, HV-8: at that part only; once who tells them was asked, that is done."""
    out = build(e.PersonLeft(person="tamsin", at=time(14)), KEPT_OUT, on=ROOM)
    mapping, plan = find_stage(PLAIN, "mapping"), find_stage(PLAIN, "plan")
    said = [each.words for each in at_stage(out, PLAIN, CALENDAR, "mapping")]
    assert "Tamsin Orrell is kept out of this part. Their views are told by Sloan." in said
    assert "tamsin" in family_to_ask(out, mapping)
    assert "tamsin" not in family_to_ask(out, plan)
    told = e.FamilyAsked(stage="mapping", person="tamsin", words="I want to be heard.", by="sloan")
    assert "tamsin" not in family_to_ask(build(told, on=out), mapping)
    assert "tamsin" not in family_to_ask(build(KEPT_OUT, on=INVITED), mapping)
    text = " ".join(as_text(overview(build(told, on=out), PLAIN, CALENDAR)).split())
    assert "Tamsin Orrell, told by Sloan: “I want to be heard.”" in text


def test_a_plan_does_not_tell_that_somebody_was_kept_out() -> None:
    """HV-3, N.6."""
    noted = e.ReferrerNoted(what="the school")
    of_maya = of_one(build(KEPT_OUT, noted, on=INVITED), "maya")
    assert not of_maya.exclusions
    assert of_maya.referrer is None


def test_a_referrer_who_asked_not_to_be_named_is_never_stored() -> None:
    """HV-1: refused with a name, and refused where the name already lies in the record."""
    public = e.ReferrerNoted(what="a member of the public", anonymous=True)
    assert why(public) == ""
    assert "never stored" in why(replace(public, name="Sue Marl"))
    named = build(e.ReferrerNoted(what="the school", name="Owen Farrant"), on=INVITED)
    assert "cannot be made anonymous" in why(public, named)
    assert "Say who referred" in why(e.ReferrerNoted(what=""))
    text = as_text(overview(build(public, on=INVITED), PLAIN, CALENDAR))
    assert "Referred by: a member of the public, asked not to be named" in text
    assert "Referred by: the school, Owen Farrant" in as_text(overview(named, PLAIN, CALENDAR))
