"""A child that is not born yet, and the birth that is entered later."""

from datetime import date, time

import pytest
from msgspec.structs import replace

from conference_tui import authorities
from conference_tui.conference import birth, hearing, roles
from conference_tui.conference import events as e
from conference_tui.conference.agenda import find_stage, unsaid
from conference_tui.conference.deadlines import due_dates
from conference_tui.conference.papers import Copy, Paper
from conference_tui.conference.reading.read import read as as_reader
from conference_tui.conference.reminders import holding_up, reminders
from conference_tui.conference.rules import refusal
from conference_tui.conference.state import Conference
from conference_tui.conference.versions import drawn_from
from conference_tui.overview.whole import overview
from conference_tui.overview_text.whole import as_text
from tests.conference.building import (
    CALENDAR,
    CP,
    INVITED,
    NO_FOLDER,
    OPENED,
    PHY,
    ROOM,
    TAMSIN,
    build,
    of_one,
)

HAMMERSMITH = authorities.load("hammersmith_fulham", NO_FOLDER)
EXPECTED = date(2027, 1, 4)
UNBORN = e.ChildEntered(child="baby", name="Baby Orrell", expected=EXPECTED)
MOTHER = replace(TAMSIN, role="mother", parent_of=("baby",))
EXPECTING = build(replace(OPENED, kind=e.Kind.PRE_BIRTH), UNBORN, MOTHER, on=ROOM)
PLANNED = build(
    e.DecisionMade(child="baby", outcome=CP, category=PHY), e.ReviewBooked(on=date(2027, 2, 23)), on=EXPECTING
)
CLOSED = build(
    e.ConferenceClosed(at=time(15, 50)),
    e.DocumentMade(document="outline plan", child="baby", recipient="the chair", file="p.pdf", sha256="0"),
    on=PLANNED,
)
BORN = e.ChildBorn(child="baby", born=date(2027, 1, 7), name="Rose Orrell", sex="F")
MATTERS = HAMMERSMITH.pre_birth.settles


def test_nothing_is_missed_around_a_child_that_is_not_born() -> None:
    """HF-1, HF-4: no school, no advocate of the child, nothing to be said to the child, and nobody told that it was not."""
    unborn_alone = build(replace(OPENED, kind=e.Kind.PRE_BIRTH), UNBORN, MOTHER)
    missed = roles.nobody_entered_as(unborn_alone, HAMMERSMITH)
    assert "Midwife" in missed
    assert not {
        "Child",
        "Advocate",
        "Teacher",
        "School nurse",
        "School or nursery",
        "Pre-school worker",
    } & set(missed)
    born_too = build(e.ChildEntered(child="ivo", name="Ivo", born=date(2018, 1, 1)), on=unborn_alone)
    assert {"Advocate", "Teacher"} <= set(roles.nobody_entered_as(born_too, HAMMERSMITH))
    childs_words = find_stage(HAMMERSMITH, "child")
    assert unsaid(unborn_alone, childs_words) == ()
    assert unsaid(born_too, childs_words)


def test_who_leads_is_called_by_the_title_of_the_procedure() -> None:
    """HF-14: the reminder says it as the form and the papers do."""
    assert words(PLANNED)["key worker:baby"] == "Key worker for Baby Orrell is not named."


def words(conference: Conference) -> dict[str, str]:
    return {each.key: each.words for each in reminders(conference, HAMMERSMITH, CALENDAR) if each.is_open}


def why(event: e.Event, conference: Conference) -> str:
    return refusal(conference, event, HAMMERSMITH)


def test_an_unborn_child_is_called_after_the_mother() -> None:
    """HF-1: Baby and her surname; a name of its own before the birth is pointed out, and stops nobody."""
    assert birth.suggested_name(birth.mother_of(EXPECTING, "baby")) == "Baby Orrell"
    assert "unborn name:baby" not in words(EXPECTING)
    named = build(replace(UNBORN, name="Rose Orrell"), on=EXPECTING)
    assert words(named)["unborn name:baby"] == (
        "Until the birth Rose Orrell is called after the mother: Baby Orrell."
    )
    assert EXPECTING.children["baby"].label == "Baby Orrell"
    assert build(replace(UNBORN, name=""), on=EXPECTING).name("baby") == "Unborn baby"


def test_of_two_parents_the_mother_is_known_by_her_role_and_nobody_is_guessed() -> None:
    """HF-1."""
    father = replace(MOTHER, person="sam", name="Sam Voss", role="father")
    assert birth.mother_of(build(father, on=EXPECTING), "baby") == "Tamsin Orrell"
    unknown = build(father, replace(MOTHER, role=""), on=EXPECTING)
    assert birth.mother_of(unknown, "baby") == ""
    assert birth.suggested_name("") == ""


@pytest.mark.parametrize(("sex", "refused"), [("F", True), ("M", True), ("U", False), ("", False)])
def test_the_sex_of_an_unborn_child_is_not_entered(sex: str, refused: bool) -> None:
    """HF-1: census rule 8750."""
    assert ("rule 8750" in why(replace(UNBORN, sex=sex), EXPECTING)) is refused
    assert why(replace(UNBORN, sex=sex, expected=None, born=date(2020, 1, 7)), EXPECTING) == ""


def test_a_plan_for_an_unborn_child_settles_the_birth_and_going_home() -> None:
    """HF-1, N.4: it holds up the close until each point is settled, or the chair types a reason."""
    key = "birth plan:baby"
    holding = {each.key for each in holding_up(PLANNED, HAMMERSMITH, CALENDAR)}
    assert key in holding
    assert all(matter in words(PLANNED)[key] for matter in MATTERS)
    assert key not in words(EXPECTING)
    settled = [e.BirthPlanSet(child="baby", matter=matter, words="As agreed.") for matter in MATTERS]
    assert words(build(*settled[1:], on=PLANNED))[key] == f"Not settled for Baby Orrell: {MATTERS[0]}."
    assert key not in words(build(*settled, on=PLANNED))
    assert key not in words(build(e.ReasonGiven(matter=key, reason="Midwife on Monday."), on=PLANNED))
    assert why(replace(settled[0], words=""), PLANNED) == "Say what is settled."


def test_the_birth_is_entered_although_the_conference_is_closed() -> None:
    """HF-1, HF-10: it keeps the record; only then another review can be booked."""
    booked = e.ReviewBooked(on=date(2027, 2, 3))
    assert why(BORN, CLOSED) == ""
    assert why(booked, CLOSED).startswith("The conference is closed")
    born = build(BORN, on=CLOSED)
    child = born.children["baby"]
    assert (child.label, child.born, child.sex, child.expected) == ("Rose Orrell", BORN.born, "F", EXPECTED)
    assert why(booked, born) == ""
    assert why(e.SummaryGiven(words="x"), born).startswith("The conference is closed")


def test_only_a_child_that_was_expected_is_born() -> None:
    """HF-1."""
    assert "was expected" in why(replace(BORN, child="maya"), CLOSED)
    assert "was expected" in why(replace(BORN, child="nobody"), CLOSED)
    assert "already a child called" in why(replace(BORN, name="Teddy Voss"), CLOSED)
    assert build(replace(BORN, child="nobody"), on=CLOSED).births == {}


def test_a_birth_moves_the_review_and_says_what_is_late_for_it() -> None:
    """HF-1, HF-3: a month after it; the day that was booked is late, and needs a reason."""
    born = build(BORN, on=CLOSED)
    found = {each.now.deadline.key: each for each in birth.moved_by_birth(born, HAMMERSMITH, CALENDAR)}
    review = found["pre_birth_review"]
    assert (review.was.deadline.when, review.now.deadline.when) == ("Mon 1 Mar 2027", "Fri 5 Feb 2027")
    assert words(born)["moved:pre_birth_review"] == review.sentence
    assert "is late by 12 working days" in review.sentence
    assert "late:pre_birth_review:2027-02-23" in words(born)
    booked = build(e.ReviewBooked(on=date(2027, 2, 3)), on=born)
    dues = {due.deadline.key: due for due in due_dates(booked, HAMMERSMITH, CALENDAR)}
    assert not dues["pre_birth_review"].is_late
    assert birth.moved_by_birth(CLOSED, HAMMERSMITH, CALENDAR) == ()
    by_correction = build(replace(UNBORN, born=date(2026, 11, 20)), on=PLANNED)
    keys = [each.now.deadline.key for each in birth.moved_by_birth(by_correction, HAMMERSMITH, CALENDAR)]
    assert keys[0] == "pre_birth_review"
    reviewed = build(replace(OPENED, kind=e.Kind.REVIEW), on=by_correction)
    assert birth.moved_by_birth(reviewed, HAMMERSMITH, CALENDAR) == ()


def test_documents_from_before_the_birth_are_made_again_as_the_next_version() -> None:
    """HF-1, N.7: until each of them was."""
    assert birth.to_reissue(CLOSED) == ()
    born = build(BORN, on=CLOSED)
    (again,) = birth.to_reissue(born)
    assert (again.made.file, again.version) == ("p.pdf", 2)
    assert "reissue" in words(born)
    made = build(replace(CLOSED.documents[0], file="p-2.pdf"), on=born)
    assert birth.to_reissue(made) == ()


def test_a_copy_that_the_birth_has_not_touched_need_not_be_made_again() -> None:
    """N.7: a sibling's plan says the same as before."""
    decided = build(
        replace(MOTHER, responsibility_for=("baby", "maya")),
        e.DecisionMade(child="maya", outcome=CP, category=PHY),
        on=PLANNED,
    )
    copies = [
        Copy(paper=Paper.OUTLINE_PLAN, reader="tamsin", child=child, reader_name="Tamsin Orrell")
        for child in ("baby", "maya")
    ]
    made = [
        e.DocumentMade(
            document=copy.paper.value, child=copy.child, recipient=copy.reader_name, file=f"{copy.child}.pdf",
            sha256="0", reader=copy.reader, drawn_from=drawn_from(as_reader(decided, HAMMERSMITH, copy)),
        )
        for copy in copies
    ]  # fmt: skip
    handed_out = build(*made, on=decided)
    assert birth.held_from_before(handed_out, HAMMERSMITH) == ()
    (again,) = birth.held_from_before(build(BORN, on=handed_out), HAMMERSMITH)
    assert (again.made, again.version) == (made[0], 2)


def test_correcting_something_else_does_not_undo_a_birth() -> None:
    """HF-1: whoever mends the school as it was entered before the birth leaves the birth alone."""
    born = build(BORN, UNBORN, on=CLOSED)
    assert born.children["baby"].born == BORN.born
    assert why(replace(UNBORN, sex="F"), build(BORN, on=PLANNED)) == ""


def test_a_siblings_paper_knows_nothing_of_the_birth() -> None:
    """N.6."""
    settled = e.BirthPlanSet(child="baby", matter=MATTERS[0], words="At St Brannoc's.")
    of_maya = of_one(build(settled, BORN, on=PLANNED), "maya")
    assert not of_maya.birth_plans
    assert not of_maya.births


def test_what_follows_from_a_birth_is_told() -> None:
    """HF-1: as data, and as text."""
    settled = e.BirthPlanSet(child="baby", matter=MATTERS[0], words="At St Brannoc's.")
    found = overview(build(BORN, on=build(settled, on=CLOSED)), HAMMERSMITH, CALENDAR)
    assert found["births"]["born"] == [{"child": {"id": "baby", "name": "Rose Orrell"}, "born": "2027-01-07"}]
    assert found["births"]["to_reissue"][0]["version"] == 2
    text = as_text(found)
    assert "Rose Orrell, on Thu 7 Jan 2027." in text
    assert "At St Brannoc's." in text
    assert "## Born since" not in as_text(overview(INVITED, HAMMERSMITH, CALENDAR))


@pytest.mark.parametrize("paper", [Paper.DATE_CARD, Paper.OUTLINE_PLAN, Paper.DECISION_LETTER])
def test_every_paper_made_after_a_birth_tells_the_limits_that_it_has_moved(paper: Paper) -> None:
    """HF-3: also one that says nothing else of the child."""
    responsible = replace(MOTHER, responsibility_for=("baby",))
    chosen = e.CoreGroupMemberChosen(person="tamsin", children=("baby",))
    born = build(BORN, on=build(responsible, chosen, on=CLOSED))
    child = "" if paper is Paper.DATE_CARD else "baby"
    less = as_reader(born, HAMMERSMITH, Copy(paper=paper, reader="tamsin", child=child))
    (review,) = [
        due for due in due_dates(less, HAMMERSMITH, CALENDAR) if due.deadline.key == "pre_birth_review"
    ]
    assert review.deadline.date == date(2027, 2, 5)


def test_nobody_waits_for_the_words_of_a_child_who_is_not_born() -> None:
    """HF-1, HF-6: nor once the child is born after the close; a child born before the meeting is one like others."""
    born = build(BORN, on=CLOSED)
    before = build(replace(BORN, born=date(2026, 11, 30)), on=EXPECTING)
    for conference, waits in ((EXPECTING, False), (CLOSED, False), (born, False), (before, True)):
        found = {"views:baby", "participation:baby"} <= set(words(conference))
        board = hearing.board(conference, HAMMERSMITH)
        assert found is waits
        assert (conference.name("baby") in [voice.who for voice in board.voices]) is waits
        (heard,) = [each for each in board.children if each.child == "baby"]
        assert (heard.own_words == "not born yet: there are no words to hear") is not waits
        assert ("baby" in conference.children_to_hear()) is waits


def test_an_unborn_child_has_no_first_name() -> None:
    """HF-1: "Baby" alone tells nobody who is meant; a name of its own is shortened as everybody's."""
    assert EXPECTING.short("baby") == "Baby Orrell"
    assert build(replace(UNBORN, name=""), on=EXPECTING).short("baby") == "Unborn baby"
    assert build(replace(UNBORN, name="Unborn Orrell"), on=EXPECTING).short("baby") == "Unborn Orrell"
    assert build(BORN, on=CLOSED).short("baby") == "Rose"
