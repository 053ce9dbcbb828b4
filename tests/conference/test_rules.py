"""What may not be recorded, and the sentence that says why."""

from datetime import date, time

import pytest
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.people import Standing
from conference_tui.conference.reminders import reminders
from conference_tui.conference.rules import refusal, refusal_in_closed_slot
from conference_tui.conference.state import Conference
from conference_tui.conference.text import LONGEST
from tests.conference.building import (
    CALENDAR,
    CHARITY,
    CIN,
    CP,
    HELD,
    INVITED,
    OPENED,
    PHY,
    PLAIN,
    POLICE,
    ROOM,
    SCHOOL,
    build,
    view,
)
from tests.conference.test_state import KINDS

SAID = e.ContributionMade(contribution="c1", stage="mapping", speaker="sloan", words="words")
ACTION = e.ActionAgreed(
    action="a1", children=("maya",), what="Weekly check-in.", who=("farrant",), when="from 2 December 2026"
)
PERSON = e.PersonEntered(person="bridie", name="Bridie Orrell", standing=Standing.NETWORK)
SLOT = e.ClosedSlotBegan(
    at=time(13, 42), left=("tamsin", "joss"), stayed=("sloan", "quill", "amadi", "tiplady", "farrant", "hale")
)
IN_SLOT = build(SLOT, on=ROOM)
CLOSED = build(e.ConferenceClosed(at=time(15, 50)), on=ROOM)


def why(event: e.Event, conference: Conference = ROOM) -> str:
    return refusal(conference, event, PLAIN)


def test_first_there_has_to_be_a_conference() -> None:
    assert why(SAID, Conference()).startswith("Set the conference up first")
    assert why(OPENED, Conference()) == ""
    assert why(replace(OPENED, ref=""), Conference()).startswith("Give the conference a reference")


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        (replace(SAID, words=""), "Nothing was typed."),
        (e.ContributionCorrected(correct=SAID), "What was to be corrected is no longer there."),
        (e.ChildEntered(child="x", name="TEDDY VOSS"), "There is already a child called TEDDY VOSS."),
        (
            e.ChildEntered(child="x", name="X", born=date(2027, 1, 1)),
            "Fri 1 Jan 2027 is after the conference. For an unborn child",
        ),
        (
            e.PersonEntered(person="x", name="", standing=Standing.PROFESSIONAL),
            "Enter a name, or the agency where the name is not known.",
        ),
        (
            e.PersonEntered(person="x", name="tamsin orrell", standing=Standing.PARENT),
            "There is already somebody called tamsin orrell.",
        ),
        (
            e.PersonEntered(person="x", name="X", standing=Standing.PARENT, born=date(2090, 6, 11)),
            "Sun 11 Jun 2090 is after the conference.",
        ),
        (e.PersonLeft(person="nobody", at=time(14, 0)), "nobody is not here."),
        (e.PersonLeft(person="amadi", at=time(13, 0)), "Amadi came at 13:30"),
        (e.ClosedSlotEnded(at=time(13, 48)), "No closed slot is open."),
        (e.ChildViewsGiven(child="maya", words=""), "Nothing was typed. Where there are no views, say why."),
        (e.ChildViewsMissing(child="maya", reason=""), "Say why there are no views of the child."),
        (
            e.DangerStatementMade(statement="d", children=(), words="x"),
            "Say which child the danger statement is about.",
        ),
        (e.DangerStatementMade(statement="d", children=("maya",), words=""), "Nothing was typed."),
        (e.LowScoreAnswered(question="d", answer=""), "The answer to a low score cannot be empty."),
        (e.ReasonGiven(matter="core group", reason=""), "A reason cannot be empty: it is printed."),
        (
            e.DissentDeclared(child="maya", agency=POLICE, dissent=e.Dissent.FORMAL, reason=""),
            "Disagreement is recorded with its reason.",
        ),
    ],
)
def test_what_would_make_the_record_false_is_refused(event: e.Event, sentence: str) -> None:
    assert why(event).startswith(sentence)


@pytest.mark.parametrize(
    "event",
    [
        SAID,
        ACTION,
        e.ChildEntered(child="teddy", name="Teddy Voss"),
        e.ChildEntered(child="x", name="X", expected=date(2027, 1, 1)),
        e.PersonEntered(person="x", name="", standing=Standing.PROFESSIONAL, agency="Harbour Lantern"),
        e.PersonLeft(person="amadi", at=time(13, 30)),
        e.FamilyAsked(stage="mapping", person="tamsin"),
    ],
    ids=lambda event: type(event).__name__,
)
def test_what_is_in_order_is_not_refused(event: e.Event) -> None:
    """HF-1: an unborn child; a child without a date of birth; a name that is not known; nothing to add."""
    assert why(event) == ""


def test_a_correction_is_of_something_that_is_there() -> None:
    conference = build(SAID, on=ROOM)
    assert why(e.ContributionCorrected(correct=replace(SAID, words="better")), conference) == ""
    other = replace(SAID, contribution="c2")
    assert why(e.ContributionCorrected(correct=other), conference).startswith("What was to be corrected")
    emptied = e.ContributionCorrected(correct=replace(SAID, words=""))
    assert why(emptied, conference).startswith("A correction cannot be empty.")


def test_births_on_the_day_and_before_there_is_a_day() -> None:
    """HF-1: born on the day of the conference; and while it has no day, no birth is after it."""
    child, person = e.ChildEntered(child="x", name="X"), replace(PERSON, person="x", name="X")
    assert why(replace(child, born=HELD)) == why(replace(person, born=HELD)) == ""
    undated = build(OPENED)
    assert why(replace(child, born=HELD), undated) == why(replace(person, born=HELD), undated) == ""


@pytest.mark.parametrize("number", [0, 10])
def test_both_ends_of_the_scale_are_on_it(number: int) -> None:
    """BA-16."""
    given = e.ScoreGiven(person="sloan", question="maya", score=number, rationale="So it is.")
    assert why(given) == ""


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        (replace(ACTION, what=""), "Say what needs to happen."),
        (replace(ACTION, who=()), "An action without somebody who does it cannot be agreed."),
        (replace(ACTION, when=""), "An action without a time cannot be agreed."),
        (replace(ACTION, what="Place Maya in foster care"), "“Place Maya in foster"),
        (e.RecommendationMade(recommendation="r", words="Remove Teddy from home"), "“Remove Teddy"),
        (e.RecommendationMade(recommendation="r", words=""), "Nothing was typed."),
    ],
)
def test_actions_that_cannot_be_agreed(event: e.Event, sentence: str) -> None:
    """BA-20, BA-21, HV-11, HV-13: what, who, by when; and no removal of a child."""
    assert why(event).startswith(sentence)


def test_somebody_outside_the_conference_may_do_an_action() -> None:
    """BA-20: also those who are not people of the conference."""
    assert why(replace(ACTION, who=(), also="Mrs Dacosta")) == ""


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        (view("maya", "Nobody's Agency", CP, PHY), "Nobody's Agency is not an agency of this conference."),
        (view("teddy", SCHOOL, CIN), "Wexcombe High does not know Teddy Voss."),
        (view("maya", POLICE, CIN, PHY), "A category goes with a child protection plan only."),
        (view("maya", POLICE, None), "Say why the agency gives no view."),
        (
            view("maya", POLICE, CIN, dissent=e.Dissent.NOTED),
            "Say in a sentence why Ashmere Constabulary disagrees.",
        ),
        (e.DecisionMade(child="maya", outcome=CP), "A child protection plan needs its category."),
        (
            e.DecisionMade(child="maya", outcome=CIN, category=PHY),
            "A category goes with a child protection plan only.",
        ),
    ],
)
def test_views_and_decisions_that_are_refused(event: e.Event, sentence: str) -> None:
    """BA-17, BA-19, M13."""
    assert why(event).startswith(sentence)


def test_an_agency_that_left_gives_no_view_that_counts() -> None:
    """BA-17, M14: it left at 14:50, before the views; a report contains none either."""
    left = build(e.PersonLeft(person="amadi", at=time(14, 50)), on=ROOM)
    assert why(view("maya", POLICE, CP, PHY), left).startswith("Nobody from Ashmere Constabulary is here")
    assert why(view("maya", POLICE, None, reason="left at 14:50"), left) == ""
    assert why(view("maya", CHARITY, CP, PHY), left) == ""


def test_a_category_that_the_procedure_does_not_have() -> None:
    """BA-17: the categories are the procedure's."""
    without = replace(PLAIN, categories=tuple(c for c in PLAIN.categories if c.code != "PHY"))
    assert refusal(ROOM, view("maya", POLICE, CP, PHY), without) == "This procedure has no category PHY."


def test_going_ahead_without_a_quorum_needs_a_reason_and_what_keeps_the_child_safe() -> None:
    """BA-4."""
    assert why(e.InquorateProceeded(reason="", safeguards="x")).startswith("Going ahead without a quorum")
    assert why(e.InquorateProceeded(reason="x", safeguards="")).startswith("Say what keeps the child safe")
    assert why(e.InquorateProceeded(reason="x", safeguards="y")) == ""


def test_a_reason_alone_does_not_stand_in_for_what_keeps_the_child_safe() -> None:
    """BA-4: it has its own place; where nobody is recorded as here there is no verdict to answer."""
    reason = e.ReasonGiven(matter="quorum", reason="School closes today.")
    assert why(reason).startswith("Going ahead without a quorum also needs what keeps the child safe")
    assert why(replace(reason, matter="presence"), INVITED) == ""
    proceeded = build(e.InquorateProceeded(reason="x", safeguards="y"), on=ROOM)
    assert why(reason, proceeded) == ""


@pytest.mark.parametrize("day", [HELD, date(2026, 11, 30)])
def test_what_follows_the_conference_is_after_it(day: date) -> None:
    """BA-22, M11, M12: not on its day, and not before."""
    assert why(e.CoreGroupBooked(on=day)).startswith("The core group cannot be on")
    assert "rule 8841" in why(e.ReviewBooked(on=day))
    assert why(e.InNeedMeetingBooked(child="jared", on=day)).startswith("The child in need meeting cannot")
    assert why(e.ReviewBooked(on=date(2026, 12, 2))) == ""


def test_only_professionals_stay_for_the_closed_slot() -> None:
    """BA-11: family, supporters and children leave, and the record says that they did."""
    assert why(SLOT) == ""
    stays = replace(SLOT, stayed=(*SLOT.stayed, "joss"))
    assert why(stays) == "Joss Whelan cannot stay in the closed slot: it is for professionals only."
    forgotten = replace(SLOT, left=("joss",))
    assert (
        why(forgotten) == "Tamsin Orrell is still here. Nobody but professionals stays for the closed slot."
    )
    child_here = build(e.PersonArrived(person="maya", at=time(13, 35)), on=ROOM)
    assert why(SLOT, child_here).startswith("Maya Orrell-Pike is still here.")


def test_nothing_said_goes_into_the_open_record_while_the_closed_slot_is_open() -> None:
    """BA-11: what can carry words is refused; the door, the clock and the agenda go on."""
    for event in (
        SAID,
        ACTION,
        e.SummaryGiven(words="x"),
        e.FamilyAsked(stage="closed", person="sloan"),
        SLOT,
    ):
        assert why(event, IN_SLOT).startswith("The closed slot is open.")
    assert why(e.PersonArrived(person="tamsin", at=time(13, 45)), IN_SLOT).startswith(
        "Tamsin Orrell cannot come in while the closed slot is open."
    )
    assert why(e.PersonArrived(person="hale", at=time(13, 45)), IN_SLOT) == ""
    assert why(e.PersonLeft(person="hale", at=time(13, 45)), IN_SLOT) == ""
    assert why(e.ClosedSlotEnded(at=time(13, 48)), IN_SLOT) == ""


ADDENDUM = e.AddendumAdded(addendum="a1", words="The bus pass came.", by="sloan", on=date(2026, 12, 3))
COMPLAINT = e.ComplaintReceived(complaint="k1", person="tamsin", words="Too fast.", on=date(2026, 12, 4))
DECIDED_ON = e.ComplaintDecided(complaint="k1", outcome="upheld in part", on=date(2026, 12, 18))
KEPT = e.RetentionSet(until=date(2044, 8, 30), why="Children's records")
MADE = e.DocumentMade(document="plan", child="maya", recipient="tamsin", file="x.pdf", sha256="0")


def test_what_is_recorded_while_others_are_shut_out_is_known_one_by_one() -> None:
    """BA-11, HF-10: a kind of event says it itself, so that none is among them by oversight."""
    assert {kind for kind in KINDS if kind.during_closed_slot} == {
        e.ClosedSlotEnded,
        e.PersonLeft,
        e.PersonArrived,
        e.StageOpened,
        e.StatementSaid,
    }
    assert {kind for kind in KINDS if kind.after_close} == {
        *(e.CopyDecided, e.EntryChosen, e.EntryWorded, e.AdultsKeptApart, e.WordsJudged, e.DocumentMade),
        *(e.AddendumAdded, e.ChildBorn, e.ComplaintReceived, e.ComplaintDecided),
        *(e.StageOpened, e.RetentionSet),
    }


def test_a_closed_conference_stands() -> None:
    """HF-10: afterwards only what was handed out, and what is added as such."""
    assert why(SAID, CLOSED).startswith("The conference is closed")
    for event in (MADE, e.StageOpened(stage="plan"), ADDENDUM, COMPLAINT, KEPT):
        assert why(event, CLOSED) == ""
    assert why(e.Struck(seq=9, why="a slip"), CLOSED).startswith("The conference is closed")
    assert why(e.ConferenceClosed(at=time(16, 0)), CLOSED).startswith("The conference is closed")


@pytest.mark.parametrize(
    "event",
    [
        e.Sealed(count=1, head="0" * 64),
        e.ClockWentBack(was="2026-12-01T13:30:00+00:00", now="2026-12-01T12:30:00+00:00"),
        e.RecordImported(count=1),
    ],
    ids=lambda event: type(event).__name__,
)
def test_what_the_record_says_of_itself_is_typed_by_nobody(event: e.Event) -> None:
    assert why(event) == "The record says that of itself; nobody types it."
    assert why(event, CLOSED)


def test_plans_are_made_of_a_closed_conference_only() -> None:
    """HF-10: whoever makes them, and by whatever way."""
    assert why(MADE).startswith("Close the conference first")


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        (replace(ADDENDUM, words=""), "Nothing was typed."),
        (replace(ADDENDUM, by=""), "Say who adds it."),
        (replace(ADDENDUM, on=date(2026, 11, 30)), "Mon 30 Nov 2026 is before the conference"),
        (replace(COMPLAINT, person=""), "Say who complains."),
        (replace(COMPLAINT, words=""), "Say what the complaint is about."),
        (replace(COMPLAINT, on=date(2026, 11, 30)), "Mon 30 Nov 2026 is before the conference"),
        (DECIDED_ON, "There is no such complaint."),
        (replace(KEPT, why=""), "Say by which rule, or why"),
        (replace(KEPT, until=HELD), "Tue 1 Dec 2026 is not after the conference."),
    ],
)
def test_amendments_are_whole(event: e.Event, sentence: str) -> None:
    """M20: an amendment says what, who and when."""
    assert why(event, CLOSED).startswith(sentence)


def test_an_addendum_comes_after_the_close_and_stands() -> None:
    """M20: an addendum is added, and never put in the place of another."""
    assert why(ADDENDUM).startswith("An addendum comes after the close.")
    added = build(ADDENDUM, on=CLOSED)
    assert why(replace(ADDENDUM, words="other words"), added).startswith("That addendum stands.")
    assert why(replace(ADDENDUM, addendum="a2"), added) == ""


def test_what_came_of_a_complaint() -> None:
    received = build(COMPLAINT, on=CLOSED)
    assert why(DECIDED_ON, received) == ""
    assert why(replace(DECIDED_ON, outcome=""), received).startswith("Say what came of the complaint.")
    early = replace(DECIDED_ON, on=date(2026, 12, 3))
    assert why(early, received).startswith("Thu 3 Dec 2026 is before the complaint was received")


def test_an_entry_may_be_long_and_not_endless() -> None:
    """A paste of 10,000 characters is kept whole; above the limit nothing is cut off behind one's back."""
    assert why(replace(SAID, words="x" * 10_000)) == ""
    assert why(replace(SAID, words="x" * LONGEST)) == ""
    too_long = replace(SAID, words="x" * (LONGEST + 1))
    assert why(too_long).startswith("That is longer than 20,000 characters.")
    corrected = e.ContributionCorrected(correct=too_long)
    assert why(corrected, build(SAID, on=ROOM)).startswith("That is longer than")
    assert refusal_in_closed_slot(too_long).startswith("That is longer than")
    assert refusal_in_closed_slot(replace(SAID, words="")) == "Nothing was typed."
    assert refusal_in_closed_slot(SAID) == ""


def test_parental_responsibility_is_there_or_not_known() -> None:
    """BA-6: not both; what is not known is reminded of until it is."""
    both = e.PersonEntered(
        person="marlon",
        name="Marlon Tate",
        standing=Standing.PARENT,
        responsibility_for=("maya",),
        responsibility_unknown=("maya",),
    )
    assert "either there or not known" in refusal(ROOM, both, PLAIN)
    unknown = replace(both, responsibility_for=())
    assert refusal(ROOM, unknown, PLAIN) == ""
    open_ = {each.key: each.words for each in reminders(build(unknown, on=ROOM), PLAIN, CALENDAR)}
    assert open_["responsibility:marlon"] == (
        "Not known whether Marlon Tate has parental responsibility for Maya Orrell-Pike."
    )
