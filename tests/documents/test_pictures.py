"""The family tree and the line of dates on paper: what is read out, what is seen, and what is not in it (KC-4)."""

import io
from pathlib import Path

import pytest

from conference_tui import authorities
from conference_tui.conference import events as e
from conference_tui.conference import family_tree
from conference_tui.conference.papers import Copy, Layout, Paper
from conference_tui.conference.people import Relation
from conference_tui.conference.reading.read import read as as_reader
from conference_tui.conference.state import Conference
from conference_tui.documents.draw import draw
from conference_tui.documents.family_tree import TreePicture
from conference_tui.documents.plan import draw_plan
from tests.conference.building import view_of
from tests.documents import siblings
from tests.documents.pdf_checks import Reading, assert_accessible, found_in

PROCEDURE, CALENDAR = authorities.load("plain"), authorities.bank_holidays()
DRAWN: tuple[e.Event, ...] = (
    e.RelationGiven(person="bridie", of="tamsin", relation=Relation.PARENT),
    e.RelationGiven(person="callum", of="tamsin", relation=Relation.PARTNER),
    e.RelativeNamed(relative="walter", name="Walter Orrell-Żak", role="grandfather", died="2019"),
    e.RelationGiven(person="walter", of="tamsin", relation=Relation.ADOPTIVE),
    e.RelationGiven(person="dean", of="tamsin", relation=Relation.SEPARATED),
    e.RelativeNamed(relative="moira", name="Moira Pike"),
    e.RelationGiven(person="moira", of="dean", relation=Relation.PARENT),
)
CASE = siblings.conference(*DRAWN)
ON_PAPER = (Layout.STANDARD, Layout.LARGE_PRINT, Layout.EASY_READ)


def plan(folder: Path, child: str, layout: Layout = Layout.STANDARD, case: Conference = CASE) -> Path:
    out = io.BytesIO()
    draw_plan(view_of(case, PROCEDURE, CALENDAR, child), PROCEDURE, out, layout)
    path = folder / f"{child}-{layout}.pdf"
    path.write_bytes(out.getvalue())
    return path


def spoken(reading: Reading, begins: str) -> list[str]:
    return [node.spoken for node in reading.of("Figure") if node.spoken.startswith(begins)]


@pytest.mark.parametrize("layout", ON_PAPER)
def test_the_family_tree_is_drawn_and_read_out(tmp_path: Path, layout: Layout) -> None:
    """KC-4: in letters of every size; what is read out is every sentence of the tree, and nothing more."""
    reading = assert_accessible(plan(tmp_path, "maya", layout))
    (told,) = spoken(reading, "A family tree.")
    sentences = family_tree.tree_of(CASE, "maya").sentences
    assert told == f"A family tree. {' '.join(sentences)}"
    assert "Bridie Orrell is a parent of Tamsin Orrell." in told
    assert "Walter Orrell-Żak is an adoptive parent of Tamsin Orrell." in told
    assert [node.text for node in reading.of("H2")].index("The family") == 3


def test_in_one_childs_plan_stands_this_childs_family_alone(tmp_path: Path) -> None:
    """KC-4: Teddy's plan knows nothing of Maya's father, of his mother, or of the other children."""
    found = found_in(plan(tmp_path, "teddy"), ["Maya", "Jared", "Dean", "Pike", "Moira", *siblings.WITHHELD])
    assert found == []
    reading = assert_accessible(plan(tmp_path, "jared"))
    (told,) = spoken(reading, "A family tree.")
    assert "Jared Orrell-Pike and Bridie Orrell live together." in told
    assert found_in(plan(tmp_path, "jared"), ["Teddy", "Maya", "Callum", *siblings.WITHHELD]) == []


def test_the_chair_can_leave_the_tree_out_of_the_plans(tmp_path: Path) -> None:
    """KC-4: also out of a reader's own copy."""
    case = siblings.conference(*DRAWN, e.TreeInPlansChosen(shown=False))
    reading = assert_accessible(plan(tmp_path, "maya", case=case))
    assert spoken(reading, "A family tree.") == []
    assert "The family" not in [node.text for node in reading.of("H2")]
    copy = Copy(paper=Paper.OUTLINE_PLAN, reader="tamsin", child="maya")
    assert not as_reader(case, PROCEDURE, copy).tree_in_plans


def test_a_family_too_large_for_the_page_is_told_in_sentences(tmp_path: Path) -> None:
    """KC-4: letters are not made smaller; no name is cut."""
    many: list[e.Event] = []
    for number in range(12):
        many += [
            e.RelativeNamed(relative=f"r{number}", name=f"Bartholomew Featherstonehaugh {number}"),
            e.RelationGiven(person=f"r{number}", of="tamsin", relation=Relation.SIBLING),
        ]
    case = siblings.conference(*many)
    reading = assert_accessible(plan(tmp_path, "maya", case=case))
    assert spoken(reading, "A family tree.") == []
    assert reading.text.count("is a brother or sister of Tamsin Orrell.") == 12
    assert TreePicture(family_tree.tree_of(case, "maya")).height(12) > 1000


def test_the_picture_is_as_wide_as_the_text_at_most() -> None:
    """KC-4: at 12, 16 and 18 points."""
    tree = family_tree.tree_of(CASE, "maya")
    heights = [TreePicture(tree).height(size) for size in (12, 16, 18)]
    assert heights == sorted(heights)
    assert heights[-1] < 700


def test_the_dates_are_a_line_that_is_read_out_in_order(tmp_path: Path) -> None:
    """BA-22: the conference first, what is booked and the last days after it, as in the table below."""
    reading = assert_accessible(plan(tmp_path, "maya"))
    (told,) = spoken(reading, "A line with dates on it")
    assert "Tue 1 Dec 2026: Conference." in told
    order = [
        told.index(day) for day in ("1 Dec 2026", "2 Dec 2026", "10 Dec 2026", "31 Dec 2026", "23 Feb 2027")
    ]
    assert order == sorted(order)
    assert "First core group: booked." in told
    assert "Minutes sent: the last day." in told


def test_the_date_card_has_the_line_too(tmp_path: Path) -> None:
    """BA-22: with no child's name in it."""
    copy = Copy(paper=Paper.DATE_CARD, reader="tamsin", reader_name="Tamsin Orrell")
    path = tmp_path / "card.pdf"
    path.write_bytes(draw(copy, CASE, PROCEDURE, CALENDAR, Layout.LARGE_PRINT).data)
    (told,) = spoken(assert_accessible(path), "A line with dates on it")
    assert "First review conference: booked." in told
    assert found_in(path, ["Maya", "Teddy", "Jared"]) == []
