"""Who gets what, row by row and cell by cell, of both reference cases; and what the chair can change."""

import pytest
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference import recipients
from conference_tui.conference.papers import FILE, Copy, Paper
from conference_tui.conference.people import Standing
from conference_tui.conference.recipients import children_read_of, copies, row_of, rows, waiting
from conference_tui.conference.rules import refusal
from conference_tui.conference.state import Conference
from tests.conference.building import PLAIN, build
from tests.conference.cases import BARNSLEY, over_christmas, siblings

S1 = siblings()
S2 = over_christmas()
OP, CIN, DL, CL = Paper.OUTLINE_PLAN, Paper.IN_NEED_OUTLINE, Paper.DECISION_LETTER, Paper.CHILD_LETTER
AS, OM, DC = Paper.ACTION_SHEET, Paper.MINUTES, Paper.DATE_CARD
ALL = ("maya", "teddy", "jared")


def got(conference: Conference, reader: str) -> set[tuple[Paper, str]]:
    return {(copy.paper, copy.child) for copy in copies(conference, BARNSLEY) if copy.reader == reader}


def letters(*children: str) -> set[tuple[Paper, str]]:
    return {(DL, child) for child in children}


PLANS = {(OP, "maya"), (OP, "teddy"), (CIN, "jared")}


@pytest.mark.parametrize(
    ("reader", "gets"),
    [
        ("tamsin", PLANS | letters(*ALL) | {(OM, ""), (DC, "")}),
        ("callum", {(OP, "teddy"), (DL, "teddy"), (AS, ""), (OM, "")}),
        ("dean", {(OP, "maya"), (CIN, "jared"), (OM, "")} | letters("maya", "jared")),
        ("maya", {(CL, "maya"), (DC, "")}),
        ("jared", {(CL, "jared")}),
        ("teddy", set()),
        ("bridie", {(AS, ""), (DC, "")}),
        ("joss", set()),
        ("simone", set()),
        ("Children's social care", PLANS | letters(*ALL) | {(OM, "")}),
        ("Ashmere Constabulary", PLANS | letters(*ALL) | {(OM, "")}),
        ("Ashmere Community Health", PLANS | letters(*ALL) | {(OM, "")}),
        ("Wexcombe High", {(OP, "maya"), (CIN, "jared"), (OM, "")} | letters("maya", "jared")),
        ("Thistlewick Primary", {(OP, "teddy"), (DL, "teddy"), (OM, "")}),
        ("Tannery Lane Surgery", PLANS | letters(*ALL) | {(OM, "")}),
        ("Harbour Lantern", set()),
    ],
)
def test_every_row_of_the_case_with_siblings(reader: str, gets: set[tuple[Paper, str]]) -> None:
    """BA-20, BA-7, HF-10: S1's table, cell by cell; what is not in it is not handed out."""
    assert got(S1, reader) == gets


@pytest.mark.parametrize(
    ("reader", "paper", "child", "answer"),
    [
        ("callum", OP, "maya", "never"),
        ("callum", CIN, "jared", "never"),
        ("dean", OP, "teddy", "never"),
        ("maya", OM, "", "chair"),
        ("maya", OP, "maya", "no"),
        ("teddy", CL, "teddy", "chair"),
        ("joss", OP, "maya", "via"),
        ("simone", OP, "maya", "via"),
        ("bridie", OP, "maya", "chair"),
        ("bridie", OM, "", "no"),
        ("callum", DC, "", "chair"),
        ("Wexcombe High", OP, "teddy", "no"),
        ("Thistlewick Primary", OP, "maya", "no"),
        ("Harbour Lantern", OP, "maya", "chair"),
        ("Harbour Lantern", CIN, "jared", "no"),
        ("Harbour Lantern", OM, "", "chair"),
    ],
)
def test_why_somebody_does_not_get_a_paper(reader: str, paper: Paper, child: str, answer: str) -> None:
    """HF-10: no, never, only through another, or not until the chair says so: each with one sentence."""
    row = row_of(S1, BARNSLEY, reader)
    assert row is not None
    cell = row.cell(paper, child)
    assert cell is not None
    assert (cell.answer, cell.gets) == (answer, False)
    assert cell.why.endswith(".")


@pytest.mark.parametrize(
    ("reader", "paper", "children"),
    [
        ("tamsin", OM, set(ALL)),
        ("callum", OM, {"teddy"}),
        ("callum", AS, {"maya", "teddy"}),
        ("dean", OM, {"maya", "jared"}),
        ("bridie", AS, set(ALL)),
        ("Wexcombe High", OM, {"maya", "jared"}),
        ("Thistlewick Primary", OM, {"teddy"}),
        ("Ashmere Constabulary", OM, set(ALL)),
        (FILE, OM, set(ALL)),
    ],
)
def test_about_whom_a_paper_may_speak(reader: str, paper: Paper, children: set[str]) -> None:
    """HF-10: each reader's minutes are of the children they may read of."""
    assert children_read_of(S1, BARNSLEY, Copy(paper=paper, reader=reader)) == children


@pytest.mark.parametrize(
    ("reader", "gets"),
    [
        ("shanice", {(OP, "lola"), (DL, "lola"), (OM, ""), (DC, "")}),
        ("keely", set()),
        ("lola", {(CL, "lola")}),
        *(
            (agency, {(OP, "lola"), (DL, "lola"), (OM, "")})
            for agency in (
                "Children's social care",
                "Saltgate Primary",
                "Ashmere Constabulary",
                "Ashmere Community Health",
                "Cinder Row Surgery",
            )
        ),
        ("Ashmere Homes", set()),
        ("marlon", set()),
    ],
)
def test_every_row_of_the_case_over_christmas(reader: str, gets: set[tuple[Paper, str]]) -> None:
    """BA-4, BA-20: S2's list: agencies that were absent get theirs all the same, a landlord does not."""
    assert got(S2, reader) == gets


def test_keelys_sheet_goes_through_shanice() -> None:
    """HV-2: a supporter who does something gets it with the consent of the one they came with."""
    row = row_of(S2, PLAIN, "keely")
    assert row is not None
    cell = row.cell(AS)
    assert cell is not None
    assert (cell.answer, cell.why) == ("via", "Came with Shanice Brindle: gets papers through them.")
    agreed = build(e.CopyDecided(reader="keely", paper=AS, gets=True, why="Shanice agrees."), on=S2)
    assert got(agreed, "keely") == {(AS, "")}


def test_a_father_of_whom_nothing_is_known_has_no_row() -> None:
    """BA-6: not until somebody knows whether he has parental responsibility; then he has."""
    assert [person.id for person in waiting(S2)] == ["marlon"]
    assert row_of(S2, PLAIN, "marlon") is None
    confirmed = e.PersonEntered(
        person="marlon", name="Marlon Tate", standing=Standing.PARENT, role="father", parent_of=("lola",),
        responsibility_for=("lola",),
    )  # fmt: skip
    assert got(build(confirmed, on=S2), "marlon") == {(OP, "lola"), (DL, "lola"), (OM, ""), (DC, "")}


def test_what_nobody_knows_of_a_parent_is_not_told_as_none() -> None:
    """BA-6: of a parent who was here, and whose parental responsibility nobody has asked about."""
    dean = S1.people["dean"]
    asked = e.PersonEntered(
        person="dean",
        name=dean.name,
        standing=dean.standing,
        parent_of=("maya",),
        responsibility_unknown=("maya",),
    )
    row = row_of(build(asked, on=S1), BARNSLEY, "dean")
    plan = row.cell(OP, "maya") if row else None
    assert plan is not None
    assert (plan.answer, plan.gets) == ("chair", False)
    assert (
        plan.why
        == "Nobody knows whether they have parental responsibility for this child: the chair decides."
    )


def test_the_file_has_everything() -> None:
    """HF-10: the authority keeps a copy of each."""
    assert got(S1, FILE) == PLANS | letters(*ALL) | {(OM, ""), (Paper.ATTENDANCE, "")}


def test_the_chair_changes_a_cell_with_a_reason() -> None:
    """HF-10: the school may have the sibling's plan, and a mother may be kept from the minutes."""
    allowed = e.CopyDecided(
        reader="Wexcombe High", paper=OP, child="teddy", gets=True, why="Both walk home together."
    )
    kept = e.CopyDecided(reader="tamsin", paper=OM, gets=False, why="She asked for a talk in place of them.")
    changed = build(allowed, kept, on=S1)
    assert (OP, "teddy") in got(changed, "Wexcombe High")
    assert (OM, "") not in got(changed, "tamsin")
    row = row_of(changed, BARNSLEY, "tamsin")
    assert row is not None
    cell = row.cell(OM)
    assert cell is not None
    assert (cell.by_chair, cell.why) == (True, "She asked for a talk in place of them.")


def test_what_is_never_handed_out_cannot_be_allowed() -> None:
    """HF-10: another child's plan is given to no parent of a sibling, whatever is typed."""
    asked = e.CopyDecided(reader="callum", paper=OP, child="maya", gets=True, why="He asks for it.")
    assert "never handed" in refusal(S1, asked, BARNSLEY)
    without = e.CopyDecided(reader="maya", paper=OM, gets=True, why="")
    assert refusal(S1, without, BARNSLEY) == "Say why; it is recorded."
    nobody = e.CopyDecided(reader="somebody", paper=OM, gets=True, why="x")
    assert refusal(S1, nobody, BARNSLEY) == "There is no such paper for them."
    assert refusal(build(asked, on=S1), asked, BARNSLEY)
    assert (OP, "maya") not in got(build(asked, on=S1), "callum")


def test_who_was_kept_out_gets_the_minutes_without_those_parts() -> None:
    """HV-3: all of it: the chair decides, or said that they do not get them."""
    part = e.ExclusionDecided(person="dean", ground="risk", reason="Threats.", parts=("mapping",))
    whole = replace(part, parts=())
    without = replace(whole, without_minutes="They would put Maya at risk.")
    for kept, gets, why in (
        (part, True, "leave those parts out"),
        (whole, False, "the chair decides"),
        (without, False, "They would put Maya at risk."),
    ):
        row = row_of(build(kept, on=S1), BARNSLEY, "dean")
        assert row is not None
        cell = row.cell(OM)
        assert cell is not None
        assert cell.gets is gets
        assert why in cell.why


def test_everybody_of_the_conference_has_one_row() -> None:
    """HF-10: nobody is forgotten, nobody is there twice."""
    readers = [row.reader for row in rows(S1, BARNSLEY)]
    family = [person.id for person in S1.people.values() if not person.is_professional]
    assert sorted(readers) == sorted(
        [*family, *S1.children, *{p.agency for p in S1.people.values() if p.is_professional}, FILE]
    )
    assert recipients.waiting(S1) == ()


def test_before_a_child_is_entered_nobody_but_the_file_gets_anything() -> None:
    """BA-20: a conference of which only the people are known yet can be shown all the same."""
    only_people = build(e.PersonEntered(person="ann", name="Ann Bell", standing=Standing.NETWORK))
    assert [row.cells for row in rows(only_people, BARNSLEY) if row.reader == "ann"] == [()]
    assert {copy.reader for copy in copies(only_people, BARNSLEY)} <= {"file"}
