"""What the chair is asked before copies are made: what holds one up, what is only offered, and about whom it is."""

from datetime import time
from functools import cache

import pytest

from conference_tui.conference import events as e
from conference_tui.conference.folding import apply
from conference_tui.conference.moments import Told, moment_of
from conference_tui.conference.papers import FILE, Copy, Paper
from conference_tui.conference.people import Discipline, Standing
from conference_tui.conference.reading.apart import reasons, unanswered
from conference_tui.conference.reading.questions import (
    asked,
    asked_for,
    holding_up,
    in_words,
    left_out,
    said_to_be_about,
    unknown,
)
from conference_tui.conference.recipients import copies, row_of
from conference_tui.conference.reminders import holding_up as holding_up_the_close
from conference_tui.conference.reminders import reminders
from conference_tui.conference.rules import refusal
from conference_tui.conference.state import Conference
from tests import case_k1, questions
from tests.case_k1 import CARYS, HEALTH, MAIR, NIA, RHODRI
from tests.conference.building import CALENDAR, build
from tests.conference.cases import BARNSLEY
from tests.documents.test_packs import CASES

IF_HE_COMES = "ContingencySet:k16"
HIS_PLAN = Copy(paper=Paper.OUTLINE_PLAN, reader=RHODRI, child=NIA)
HIS_MINUTES = Copy(paper=Paper.MINUTES, reader=RHODRI)
ASKED_BEFORE = 2
"""What the chair was asked before the pack of S1 before entries were asked about."""


@cache
def kept_apart() -> Conference:
    """Two parents of one child who are kept apart."""
    return case_k1.conference()


def keys(conference: Conference, copy: Copy) -> set[str]:
    """The entries that hold up a copy."""
    return {each.entry for each in holding_up(conference, BARNSLEY, copy)}


# --- What holds up a copy -----------------------------------------------------------------------------------------


def test_what_names_her_holds_up_his_copies_until_it_is_worded_or_left_out() -> None:
    """HF-10: the row protects her; he is told of it in the chair's words, or not at all."""
    conference = kept_apart()
    assert keys(conference, HIS_PLAN) == keys(conference, HIS_MINUTES) == {IF_HE_COMES}
    worded = e.EntryWorded(entry=IF_HE_COMES, reader=RHODRI, words="You keep away; else the police are rung.")
    assert keys(build(worded, on=conference), HIS_PLAN) == set()
    gone = e.EntryChosen(entry=IF_HE_COMES, reader=RHODRI, how="left out", why="It is hers.")
    assert keys(build(gone, on=conference), HIS_PLAN) == set()
    told = in_words(holding_up(conference, BARNSLEY, HIS_PLAN))
    assert told == "1 entry names somebody from whom they are kept apart: say first how it is put for them."


def test_what_is_only_offered_holds_up_nothing_and_is_asked_after_what_does() -> None:
    """HF-10: said in the other sitting about the child alone; an own matter: not in a copy until the chair says so."""
    conference = kept_apart()
    his = row_of(conference, BARNSLEY, RHODRI)
    assert his is not None
    found = asked_for(conference, BARNSLEY, his)
    assert [each.holds_up for each in found] == [True, False, False]
    assert [each.why for each in found[1:]] == [
        "It was said in the other sitting, about the child alone."
    ] * 2
    for copy in copies(conference, BARNSLEY):
        if copy.reader not in (RHODRI, FILE):
            assert keys(conference, copy) == set()
    health = Copy(paper=Paper.MINUTES, reader=HEALTH)
    assert [each.why for each in asked(conference, BARNSLEY, health)] == ["It is another adult's own matter."]


def test_only_what_a_choice_can_show_is_offered() -> None:
    """HF-10: nothing is recorded and ignored: whoever is shown an entry that was left out has it in the copy."""
    conference = kept_apart()
    for copy in (HIS_MINUTES, HIS_PLAN, Copy(paper=Paper.MINUTES, reader=CARYS)):
        found = left_out(conference, BARNSLEY, copy)
        assert found
        assert not {"First", "Second"} & {each.words for each in found}
        for each in found:
            shown = e.EntryChosen(entry=each.entry, reader=copy.reader, how="shown", why="It is known.")
            left = left_out(build(shown, on=conference), BARNSLEY, copy)
            assert each.entry not in {other.entry for other in left}, each.words


@pytest.mark.long
def test_the_chair_is_not_drowned_in_questions() -> None:
    """HF-10: before the pack of S1 hardly more is asked than when copies were looked through only."""
    case = CASES["S1"]()
    found = questions.count(case.conference, case.procedure)
    assert found.asked > 0
    assert ASKED_BEFORE <= found.total <= ASKED_BEFORE + 3
    assert found.holding_up == 0


# --- Kept apart ---------------------------------------------------------------------------------------------------


def test_two_of_whom_nobody_has_said_it_are_open_and_do_not_hold_up_the_close() -> None:
    """HV-3, HF-10: with what proposes it, and without it once the chair has said."""
    conference = kept_apart()
    assert unanswered(conference) == ((MAIR, RHODRI),)
    assert reasons(conference, MAIR, RHODRI) == ("an address is withheld",)
    assert reasons(conference, RHODRI, CARYS) == ("an address is withheld", "they sit in different sittings")
    key = f"apart:{MAIR}:{RHODRI}"
    (found,) = (each for each in reminders(conference, BARNSLEY, CALENDAR) if each.is_before_copies)
    words = "Are Mair Prosser and Rhodri Vaughan kept apart? Until you say so they count as kept apart."
    assert (found.key, found.words, found.stage) == (key, words, "before")
    assert key not in {each.key for each in holding_up_the_close(conference, BARNSLEY, CALENDAR)}
    said = build(e.AdultsKeptApart(one=RHODRI, other=MAIR, apart=False, why="He has it."), on=conference)
    assert unanswered(said) == ()


def test_two_are_told_in_the_order_of_their_names_whatever_their_ids() -> None:
    """HV-3: an id is made of chance, and whoever is typed again has another."""
    people = [
        e.PersonEntered(person="z9", name="Ann Abel", standing=Standing.PARENT, withheld_from=("a1",)),
        e.PersonEntered(person="a1", name="Bob Bell", standing=Standing.PARENT),
    ]
    conference = build(*reversed(people), people[0])
    assert unanswered(conference) == (("z9", "a1"),)
    (found,) = (each for each in reminders(conference, BARNSLEY, CALENDAR) if each.is_before_copies)
    assert found.words.startswith("Are Ann Abel and Bob Bell kept apart?")


def test_what_the_chair_says_of_two_adults_is_refused_where_it_makes_no_sense() -> None:
    """HV-3: the same one, nobody, and not kept apart without a reason."""
    conference = kept_apart()

    def why(one: str, other: str, *, apart: bool = True) -> str:
        return refusal(conference, e.AdultsKeptApart(one=one, other=other, apart=apart), BARNSLEY)

    assert why(CARYS, RHODRI) == ""
    assert why(CARYS, CARYS) == why(CARYS, "nobody") == "Choose two adults of the conference."
    assert why(CARYS, RHODRI, apart=False) == "Say why they are not kept apart; it is recorded."


@pytest.mark.parametrize(
    ("entry", "reader", "words", "refused"),
    [
        (IF_HE_COMES, RHODRI, "You keep away.", ""),
        ("ContingencySet:k99", RHODRI, "You keep away.", "That entry is not in the record."),
        (IF_HE_COMES, "nobody", "You keep away.", "Nobody of that name"),
        (IF_HE_COMES, FILE, "You keep away.", "Nobody of that name"),
        (IF_HE_COMES, RHODRI, "", "Nothing was typed."),
        (IF_HE_COMES, RHODRI, "You do not come to 9 heron wharf.", "withheld from them"),
        (IF_HE_COMES, RHODRI, "You do not ring 07700900311.", "withheld from them"),
        (IF_HE_COMES, HEALTH, "He does not come to 9 Heron Wharf.", ""),
    ],
)
def test_a_wording_is_refused_for_nobody_of_nothing_and_with_what_is_withheld(
    entry: str, reader: str, words: str, refused: str
) -> None:
    """HF-10"""
    found = refusal(kept_apart(), e.EntryWorded(entry=entry, reader=reader, words=words), BARNSLEY)
    assert refused in found
    assert bool(found) == bool(refused)


# --- About which children it is -----------------------------------------------------------------------------------

ANN, BEN, ADA, BOB = "ann", "ben", "ada", "bob"
FAMILY = (
    e.ConferenceOpened(ref="R-1", kind=e.Kind.INITIAL, procedure="barnsley"),
    e.ChildEntered(child=ANN, name="Ann Ferris"),
    e.ChildEntered(child=BEN, name="Ben Lowe"),
    *(
        e.PersonEntered(
            person=who, name=name, standing=Standing.PARENT, parent_of=of, responsibility_for=of
        )
        for who, name, of in ((ADA, "Ada Ferris", (ANN, BEN)), ("al", "Al Ferris", (ANN,)), (BOB, "Bob Lowe", (BEN,)))
    ),
    e.PersonEntered(
        person="sw", name="Sue Worth", standing=Standing.PROFESSIONAL, agency="Council",
        discipline=Discipline.SOCIAL_CARE, knows=(ANN, BEN),
    ),
    *(e.PersonArrived(person=who, at=time(9)) for who in (ADA, "al", BOB, "sw")),
    e.StageOpened(stage="mapping"),
)  # fmt: skip
AN_ANSWER = e.FamilyAsked(stage="mapping", person=ADA, words="It was the stairs.")
OF_HERS = e.FamilyAsked(stage="summary", person=ADA, words="I have been ill since.")
DECIDED = (
    *(e.DecisionMade(child=child, outcome=e.Outcome.CHILD_IN_NEED) for child in (ANN, BEN)),
    e.ConferenceClosed(at=time(11)),
)


@cache
def of_nobody_knows_whom() -> Conference:
    """Two answers of which it was not recorded about which child they are; one is an own matter."""
    conference = build(*FAMILY, AN_ANSWER)
    moment = moment_of(conference, OF_HERS, Told(own_matter_of=ADA))
    conference = apply(conference, e.Recorded(seq=1, at="", event=OF_HERS, moment=moment))
    return build(*DECIDED, on=conference)


def minutes(reader: str) -> Copy:
    """The minutes of somebody."""
    return Copy(paper=Paper.MINUTES, reader=reader)


def test_what_nobody_knows_about_whom_it_is_holds_up_the_copies_of_all_but_the_file_and_whose_it_is() -> None:
    """HF-10: and stands under what is open, with how many there are; it does not hold up the close."""
    conference = of_nobody_knows_whom()
    assert len(unknown(conference, BARNSLEY)) == 2
    for reader in ("al", BOB, "Council"):
        assert len(holding_up(conference, BARNSLEY, minutes(reader))) == 2, reader
    assert not holding_up(conference, BARNSLEY, minutes(ADA))
    assert not holding_up(conference, BARNSLEY, minutes(FILE))
    (found,) = (each for each in reminders(conference, BARNSLEY, CALENDAR) if each.key == "about whom")
    assert found.words.startswith("Of 2 entries it is not known which children they are about")
    assert (found.holds_up_close, found.is_before_copies) == (False, True)


def test_once_it_is_said_whoever_may_read_it_does_and_nothing_is_asked_any_more() -> None:
    """HF-10: about Ann: her father and the council read it, Ben's does not; an own matter goes to no parent unasked."""
    conference = of_nobody_knows_whom()
    both = [each.key for each in unknown(conference, BARNSLEY)]
    said = said_to_be_about(conference, BARNSLEY, both, (ANN,), "It was her turn.")
    how = {(each.entry.split(":")[1], each.reader): each.how for each in said}
    assert {reader: how["mapping", reader] for reader in ("al", BOB, "Council")} == {
        "al": "shown",
        BOB: "left out",
        "Council": "shown",
    }
    assert {reader: how["summary", reader] for reader in ("al", BOB, "Council")} == {
        "al": "left out",
        BOB: "left out",
        "Council": "shown",
    }
    answered = build(*said, on=conference)
    assert unknown(answered, BARNSLEY) == ()
    for reader in ("al", BOB, "Council", ADA):
        assert not holding_up(answered, BARNSLEY, minutes(reader))


def test_said_to_one_reader_alone_it_is_still_open_for_the_others() -> None:
    """HF-10"""
    conference = of_nobody_knows_whom()
    key = unknown(conference, BARNSLEY)[0].key
    one = e.EntryChosen(entry=key, reader="al", how="shown", why="It is Ann's.")
    assert key in {each.key for each in unknown(build(one, on=conference), BARNSLEY)}
