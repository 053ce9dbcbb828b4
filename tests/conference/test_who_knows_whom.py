"""Which agency knows which child: all, some, none and not said are four answers, wherever one depends on it."""

import msgspec
import pytest
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.attendance import Agency, Knows, agencies, quorum
from conference_tui.conference.carried_over import carried_over
from conference_tui.conference.decision import awaited
from conference_tui.conference.hearing import board
from conference_tui.conference.papers import Copy, Paper
from conference_tui.conference.people import Discipline, Whom
from conference_tui.conference.reading.questions import omissions
from conference_tui.conference.reading.read import read
from conference_tui.conference.recipients import copies, row_of
from conference_tui.conference.rules import refusal
from conference_tui.conference.state import Conference
from tests.conference.building import (
    ARRANGED,
    CHARITY,
    CP,
    HALE,
    INVITED,
    MAYA,
    OPENED,
    PHY,
    PLAIN,
    ROOM,
    SCHOOL,
    SLOAN,
    SOCIAL_CARE,
    TAMSIN,
    TEDDY,
    TIPLADY,
    arrive,
    build,
    of_one,
    view,
)

DECIDED = (
    e.DecisionMade(child="maya", outcome=CP, category=PHY, reason="The chair's."),
    e.DecisionMade(child="teddy", outcome=CP, category=PHY, reason="The chair's."),
)
NONE = replace(HALE, knows_whom=Whom.NONE)
ALL = replace(HALE, knows_whom=Whom.ALL)
SOME = replace(HALE, knows=("maya",))
DISOWNS = (
    replace(view("maya", CHARITY, None), unknown=True),
    replace(view("teddy", CHARITY, None), unknown=True),
)


def charity(conference: Conference) -> Agency:
    return next(each for each in agencies(conference) if each.name == CHARITY)


@pytest.mark.parametrize(
    ("entered", "maya", "teddy"),
    [
        (HALE, Knows.NOT_SAID, Knows.NOT_SAID),
        (ALL, Knows.YES, Knows.YES),
        (SOME, Knows.YES, Knows.NO),
        (NONE, Knows.NO, Knows.NO),
    ],
)
def test_all_some_none_and_not_said(entered: e.PersonEntered, maya: Knows, teddy: Knows) -> None:
    agency = charity(build(entered, on=INVITED))
    assert (agency.knows("maya"), agency.knows("teddy")) == (maya, teddy)


def test_an_agency_knows_whom_anybody_of_it_knows() -> None:
    """Who says nothing leaves it to the others of the agency."""
    other = replace(HALE, person="dunn", name="Dunn")
    some = build(NONE, replace(other, knows=("teddy",)), on=INVITED)
    assert [charity(some).knows(child) for child in ("maya", "teddy")] == [Knows.NO, Knows.YES]
    assert charity(build(NONE, other, on=INVITED)).knows_none_of(("maya", "teddy"))
    assert charity(build(ALL, replace(other, knows=("teddy",)), on=INVITED)).knows("maya") is Knows.YES


def test_a_record_of_before_says_of_nobody_that_they_know_none() -> None:
    old = b'{"type": "PersonEntered", "person": "hale", "name": "Hale", "standing": "professional", "knows": []}'
    entered = msgspec.json.decode(old, type=e.PersonEntered)
    assert entered.knows_whom is Whom.NOT_SAID
    assert b"knows" not in msgspec.json.encode(entered)


def test_named_children_and_all_of_them_or_none_are_not_said_together() -> None:
    assert "choose one of the three" in refusal(INVITED, replace(NONE, knows=("maya",)), PLAIN)
    assert not refusal(INVITED, NONE, PLAIN)


@pytest.mark.parametrize("says_so", [(NONE,), DISOWNS])
def test_who_knows_none_of_the_children_is_handed_nothing_until_the_chair_says_so(
    says_so: tuple[e.Event, ...],
) -> None:
    """HF-10: entered so, or said so when asked for a view; a charity that came and of which nothing is said gets all of it."""
    after = build(*says_so, *DECIDED, on=ROOM)
    assert [copy for copy in copies(build(*DECIDED, on=ROOM), PLAIN) if copy.reader == CHARITY]
    assert not [copy for copy in copies(after, PLAIN) if copy.reader == CHARITY]
    lets = e.CopyDecided(
        reader=CHARITY, paper=Paper.MINUTES, child="", gets=True, why="They take the work on."
    )
    row = row_of(build(lets, on=after), PLAIN, CHARITY)
    assert row is not None
    assert [cell.paper for cell in row.cells if cell.gets] == [Paper.MINUTES]


@pytest.mark.parametrize("says_so", [(NONE,), DISOWNS])
def test_who_knows_none_of_the_children_is_not_one_of_the_others_of_a_quorum(
    says_so: tuple[e.Event, ...],
) -> None:
    """BA-4: the rule is direct contact; who knows one of them has it, and of whom nothing is said counts."""
    here = ("sloan", "tiplady", "hale")
    invited = build(*arrive(*here), on=INVITED)
    assert quorum(invited, PLAIN).is_quorate
    assert quorum(build(SOME, on=invited), PLAIN).is_quorate
    short = quorum(build(*says_so, on=invited), PLAIN)
    assert short.missing == ("one more agency",)
    assert f"{CHARITY} knows none of the children and is not counted." in short.warnings[0]


def test_a_named_partner_counts_whatever_it_knows() -> None:
    """BA-4: what is printed of those is that they are here."""
    invited = build(replace(SLOAN, knows_whom=Whom.NONE), TIPLADY, on=INVITED)
    assert quorum(build(*arrive("sloan", "tiplady", "hale"), on=invited), PLAIN).is_quorate


def test_what_an_agency_said_of_a_child_when_it_was_asked_can_be_corrected() -> None:
    """BA-17: it needs no other reason, goes with no outcome, and does not stand in the way of a view."""
    assert not refusal(ROOM, DISOWNS[0], PLAIN)
    assert "or does not know the child" in refusal(
        ROOM, replace(view("maya", CHARITY, CP, PHY), unknown=True), PLAIN
    )
    said = build(DISOWNS[0], on=ROOM)
    assert [charity(said).knows(child) for child in ("maya", "teddy")] == [Knows.NO, Knows.NOT_SAID]
    corrected = view("maya", CHARITY, CP, PHY)
    assert not refusal(said, corrected, PLAIN)
    assert charity(build(corrected, on=said)).knows("maya") is Knows.NOT_SAID
    assert "does not know Maya" in refusal(build(NONE, on=ROOM), corrected, PLAIN)


def test_nobody_waits_for_the_view_of_who_knows_none_and_the_childs_paper_does_not_name_it() -> None:
    assert CHARITY in awaited(ROOM, "maya")
    assert CHARITY not in awaited(build(NONE, on=ROOM), "maya")
    assert ("maya", CHARITY) not in of_one(build(DISOWNS[0], on=ROOM), "maya").views
    given = view("maya", CHARITY, None, reason="left early")
    assert ("maya", CHARITY) in of_one(build(given, on=ROOM), "maya").views
    told = board(build(NONE, on=ROOM), PLAIN).children[0].agencies
    assert CHARITY not in [each.agency for each in told]
    assert SCHOOL in [each.agency for each in told]


def test_a_family_is_told_of_an_agency_that_knows_none_of_the_children_and_not_of_a_siblings() -> None:
    """HF-10: the one tells where another child goes, the other tells nothing of anybody."""
    father = e.PersonEntered(
        person="callum",
        name="Callum Voss",
        standing=TAMSIN.standing,
        parent_of=("teddy",),
        responsibility_for=("teddy",),
    )
    copy = Copy(paper=Paper.MINUTES, reader="callum")
    full = build(father, NONE, *DECIDED, *arrive("callum"), on=ROOM)
    assert f"{SCHOOL}: knows other children only." in omissions(full, PLAIN, copy)
    assert not any(CHARITY in words for words in omissions(full, PLAIN, copy))
    agencies_told = {person.agency for person in read(full, PLAIN, copy).people.values()}
    assert CHARITY in agencies_told
    assert SCHOOL not in agencies_told


def test_a_review_begins_with_what_was_said() -> None:
    """BA-13: who knew none of the children that come along does so until something else is entered."""
    held = build(*DISOWNS, *DECIDED, on=ROOM)
    entered = {event.person: event for event in carried_over(held, "") if isinstance(event, e.PersonEntered)}
    assert entered["hale"].knows_whom is Whom.NONE
    assert entered["tiplady"].knows_whom is Whom.NOT_SAID


def test_the_landlord_who_knows_no_child_and_sent_nobody() -> None:
    """HF-10: invited, knows no child, nobody came: no paper of any kind, and no part of the quorum."""
    landlord = e.PersonEntered(
        person="landlord",
        name="",
        standing=HALE.standing,
        role="landlord",
        agency="Ashmere Homes",
        discipline=Discipline.OTHER,
        knows_whom=Whom.NONE,
    )
    invited = build(OPENED, ARRANGED, MAYA, TEDDY, SLOAN, TAMSIN, landlord, *arrive("sloan", "tamsin"))
    row = row_of(build(*DECIDED, on=invited), PLAIN, "Ashmere Homes")
    assert row is not None
    assert not any(cell.gets for cell in row.cells)
    assert {cell.answer for cell in row.cells} == {"no"}
    assert SOCIAL_CARE in quorum(invited, PLAIN).present
    assert quorum(invited, PLAIN).missing == ("2 more agencies",)
