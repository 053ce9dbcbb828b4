"""One child's view holds that child and no other."""

import datetime as dt

import msgspec
import pytest

from conference_tui import authorities
from conference_tui.conference import events as e
from conference_tui.conference.child_view import ChildView
from conference_tui.conference.left_out import ANOTHER_CHILD, ANOTHER_PERSON, WITHHELD, leaving_out
from conference_tui.conference.people import Standing
from conference_tui.documents.child_letter import write_child_letter
from conference_tui.documents.plan import of_view, write_plan
from conference_tui.documents.writing import Table
from tests.conference.building import of_one, view_of
from tests.documents import siblings
from tests.documents.siblings import JARED, MAYA, TEDDY


def seen(child: str, *more: e.Event) -> ChildView:
    return view_of(siblings.conference(*more), authorities.load("plain"), authorities.bank_holidays(), child)


def on_paper(view: ChildView) -> str:
    """The plan and the letter for the child, which are drawn from its view."""
    procedure = authorities.load("plain")
    of = of_view(view, procedure)
    return f"{write_plan(view, procedure).parts} {write_child_letter(view, view.own, procedure, of).parts}"


def actions(child: str) -> list[tuple[str, ...]]:
    """The rows of the actions in the child's plan, without their numbers."""
    plan = write_plan(seen(child), authorities.load("plain"))
    (table,) = [part for part in plan.parts if isinstance(part, Table) and part.cards]
    return [row[1:] for row in table.rows]


@pytest.mark.parametrize(
    ("child", "nowhere"),
    [
        (MAYA, ["teddy", "jared", "emo", "thistlewick", "nandra", "drawing", "wets"]),
        (TEDDY, ["maya", "jared", "orrell-pike", "phy", "dean", "simone", "farrant", "forearm", "check"]),
        (
            JARED,
            ["maya", "teddy", "voss", "callum", "emo", "ropewalk", "forearm", "nandra", "wexcombe high, "],
        ),
    ],
)
def test_nothing_of_a_sibling_is_in_a_childs_view(child: str, nowhere: list[str]) -> None:
    """BA-17"""
    written = on_paper(seen(child)).casefold()
    assert [word for word in nowhere if word in written] == []


@pytest.mark.parametrize("child", [MAYA, TEDDY, JARED])
def test_a_withheld_address_is_in_nobodys_view(child: str) -> None:
    """HF-10"""
    leak = e.ContributionMade(
        contribution="leak",
        stage="mapping",
        speaker="dean",
        words="Ring 07700900417 or come to 14 quarry lodge lane, Wenlow.",
        column=e.Column.STRENGTH,
    )
    view = seen(child, leak)
    written = on_paper(view).casefold()
    assert [place for place in siblings.WITHHELD if place.casefold() in written] == []
    assert f"Ring {WITHHELD} or come to {WITHHELD}.".casefold() in written


def test_a_siblings_name_in_a_sentence_gives_way_to_a_mark() -> None:
    assert (
        f"Harriet and Bridie are worried that Teddy will go on hearing {ANOTHER_CHILD} being shouted at."
        in on_paper(seen(TEDDY))
    )


def test_each_child_has_its_own_decision() -> None:
    """BA-17, BA-19"""
    maya, teddy, jared = (on_paper(seen(child)) for child in (MAYA, TEDDY, JARED))
    assert "All 4 agencies giving a view considered that" in maya
    assert "Category: physical abuse." in maya
    assert "3 of 4 agencies considered that a child protection plan is needed" in teddy
    assert "Category: emotional abuse." in teddy
    assert "Outline child in need plan for" in jared
    assert "Category" not in jared


def test_disagreement_stands_with_its_reason() -> None:
    """BA-19"""
    (thistlewick,) = [view for view in seen(TEDDY).views if view.agency == "Thistlewick Primary"]
    assert thistlewick.dissent is e.Dissent.NOTED
    assert "settled in class" in thistlewick.reason


def test_a_plan_has_only_its_own_actions_and_core_group() -> None:
    """BA-20, BA-23"""
    assert [who for _, _, who, *_ in actions(MAYA)] == [
        "Callum Voss",
        "Callum Voss",
        "Owen Farrant",
        "Bridie Orrell",
    ]
    assert list(seen(MAYA).own.core_group) == [
        "sloan",
        "farrant",
        "tamsin",
        "dean",
        "bridie",
    ]
    assert not seen(JARED).own.core_group
    assert seen(JARED).own.core_group_booked is None


def test_an_action_names_the_worry_it_answers_by_its_place() -> None:
    """BR-5"""
    maya, teddy = ([why for _, why, *_ in actions(child)] for child in (MAYA, TEDDY))
    assert maya[:2] == ["Danger statement 1", "Danger statement 1"]
    assert teddy[:2] == ["Not said", "Worry 1"]


def test_dates_are_those_of_the_childs_own_plan() -> None:
    """BA-22"""
    maya = {due.deadline.key: due for due in seen(MAYA).dates}
    jared = {due.deadline.key: due for due in seen(JARED).dates}
    assert maya["first_core_group"].deadline.date == dt.date(2026, 12, 15)
    assert maya["first_core_group"].booked == dt.date(2026, 12, 10)
    assert maya["first_review"].deadline.date == dt.date(2027, 3, 1)
    assert "cin_first_meeting" not in maya
    assert jared["cin_first_meeting"].deadline.date == dt.date(2026, 12, 15)
    assert not {"first_core_group", "first_review"} & set(jared)


def test_a_reason_about_a_sibling_stays_with_the_sibling() -> None:
    reasons = [
        e.ReasonGiven(matter=f"contingency:{JARED}", reason="Told apart"),
        e.ReasonGiven(matter=f"views:{TEDDY}", reason="He was asleep"),
    ]
    assert [reason for _, reason in seen(TEDDY, *reasons).overridden] == ["He was asleep"]
    assert seen(MAYA, *reasons).overridden == ()


def test_a_decision_without_a_quorum_says_so() -> None:
    """BA-4"""
    gone = [
        e.PersonLeft(person=person, at=dt.time(14)) for person in ("amadi", "tiplady", "farrant", "nandra")
    ]
    plan = on_paper(
        seen(
            MAYA,
            *gone,
            e.InquorateProceeded(reason="A delay would harm.", safeguards="Bridie stays."),
            e.DecisionMade(child=MAYA, outcome=siblings.CP, category=e.Category.PHYSICAL),
        )
    )
    assert "This conference was not quorate: missing 2 more agencies." in plan
    assert "Why the chair went ahead: A delay would harm." in plan
    assert "until the missing views are in: Bridie stays." in plan
    assert "not quorate" not in on_paper(seen(TEDDY))


@pytest.mark.parametrize(
    ("sibling", "typed", "shown"),
    [
        ("Maya Orrell", "maya cries", f"{ANOTHER_CHILD} cries"),
        ("Maya Orrell", "MAYA ORRELL’s coat", f"{ANOTHER_CHILD}’s coat"),
        ("Maya Orrell", "Mayan art", "Mayan art"),
        ("Will Voss", "He will call Will.", f"He will call {ANOTHER_CHILD}."),
        ("Will Voss", "Will Voss will", f"{ANOTHER_CHILD} will"),
        ("Zoë Ó Briain", "Zoë and Ó Briain", f"{ANOTHER_CHILD} and Ó {ANOTHER_CHILD}"),
    ],
)
def test_names_are_found_however_they_are_written(sibling: str, typed: str, shown: str) -> None:
    state = siblings.conference(
        e.ChildEntered(child="new", name=sibling), e.ChildEntered(child=MAYA, name="Ann Lee")
    )
    assert leaving_out(state, TEDDY)(typed) == shown


def test_somebody_with_a_siblings_first_name_does_not_give_it_away() -> None:
    """HF-10: the tutor's whole name stands; the first name alone may mean the sibling."""
    tutor = e.PersonEntered(person="tutor", name="Maya  Nowak", standing=Standing.PROFESSIONAL)
    hide = leaving_out(siblings.conference(tutor), TEDDY)
    assert hide("Maya cries, says Maya Nowak.") == f"{ANOTHER_CHILD} cries, says Maya Nowak."
    same = e.ChildEntered(child=TEDDY, name="Maya Teddy Voss")
    assert leaving_out(siblings.conference(same), TEDDY)("Maya cries") == "Maya cries"


@pytest.mark.parametrize(
    "typed", ["+44 7700 900417", "0044 (0)7700 900-417", "+447700900417", "07700.900.417"]
)
def test_a_withheld_number_is_found_however_it_is_written(typed: str) -> None:
    """HF-10"""
    assert leaving_out(siblings.conference(), MAYA)(f"Ring {typed}.") == f"Ring {WITHHELD}."


@pytest.mark.parametrize("phone", ["", "none", "999", "01632 960001 / 07700 900417 (after six)"])
def test_what_stands_for_a_number_is_no_mark_everywhere(phone: str) -> None:
    """HF-10: of several numbers each is withheld, and of none nothing."""
    aunt = e.PersonEntered(
        person="aunt", name="Ada Voss", standing=Standing.NETWORK, phone=phone, withheld_from=("callum",)
    )
    shown = leaving_out(siblings.conference(aunt), TEDDY)("Ring 01632960001 at 9.")
    assert shown == (f"Ring {WITHHELD} at 9." if "960001" in phone else "Ring 01632960001 at 9.")


def test_the_father_of_a_sibling_is_nobody_here() -> None:
    assert leaving_out(siblings.conference(), TEDDY)("Dean rang Simone") == (
        f"{ANOTHER_PERSON} rang {ANOTHER_PERSON}"
    )


def test_he_is_somebody_once_he_does_something_in_the_plan() -> None:
    action = e.ActionAgreed(action="x", children=(TEDDY,), what="Drives", who=("dean",), when="now")
    assert leaving_out(siblings.conference(action), TEDDY)("Dean drives") == "Dean drives"


def test_a_role_that_names_a_sibling_does_not_give_the_name_away() -> None:
    view = seen(MAYA, e.CoreGroupMemberChosen(person="callum", children=(MAYA, TEDDY)))
    assert f"('Callum Voss', \"{ANOTHER_CHILD}'s father\")" in on_paper(view)


def test_who_is_not_in_the_conference_is_not_known() -> None:
    with pytest.raises(KeyError):
        seen("nobody")


def test_a_child_alone_needs_no_marks() -> None:
    state = siblings.conference()
    alone = msgspec.structs.replace(state, children={TEDDY: state.children[TEDDY]})
    assert Standing.PARENT in {person.standing for person in alone.people.values()}
    assert leaving_out(alone, TEDDY)("Teddy and Tamsin") == "Teddy and Tamsin"


def test_nothing_that_came_after_the_close_nor_a_siblings_seal_is_left_in_the_reduced_conference() -> None:
    """BA-17: a complaint is no part of a child's paper, nor how a sibling's decision was sealed."""
    day = dt.date(2026, 12, 4)
    own, others = (
        e.Sealed(count=count, head="0" * 64, child=child) for count, child in ((7, MAYA), (9, TEDDY))
    )
    close = e.Sealed(count=12, head="0" * 64)
    left = of_one(
        siblings.conference(
            own,
            others,
            e.ConferenceClosed(at=dt.time(15, 50)),
            close,
            e.ComplaintReceived(complaint="k", person="tamsin", words="x", on=day),
            e.AddendumAdded(addendum="a", words="x", by="tamsin", on=day),
        ),
        MAYA,
    )
    assert left.seals == (own, close)
    assert (dict(left.complaints), dict(left.addenda)) == ({}, {})
