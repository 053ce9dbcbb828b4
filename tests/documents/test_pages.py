"""How a paper falls on its pages and reads there: nothing torn apart, no page for two lines, no word in the wrong place."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.papers import FILE, Copy, Layout, Paper
from conference_tui.conference.reading.read import read as as_reader
from conference_tui.conference.state import Conference
from conference_tui.documents.draw import draw
from conference_tui.documents.setting import set_pdf
from conference_tui.documents.writing import Part, Table, Text, Title, Written
from tests.conference.building import CALENDAR, build
from tests.conference.cases import BARNSLEY, over_christmas, siblings
from tests.documents.pdf_checks import Reading

S1, S2 = siblings(), over_christmas()
LINE = "She rang her aunt because the baby would not stop crying."


def pages(parts: list[Part], folder: Path, layout: Layout = Layout.STANDARD) -> Reading:
    """A paper of these parts, finished and read again."""
    written = Written(title="T", author="A", subject="S", footer="F", parts=(Title(words="T"), *parts))
    with (folder / "paper.pdf").open("wb") as out:
        set_pdf(written, out, layout)
    return Reading(folder / "paper.pdf")


def told(conference: Conference, paper: Paper, reader: str, child: str, folder: Path) -> str:
    """The words of a copy, one after the other."""
    copy = Copy(paper=paper, reader=reader, child=child, reader_name="The file" if reader == FILE else "R")
    (folder / "paper.pdf").write_bytes(
        draw(copy, as_reader(conference, BARNSLEY, copy), BARNSLEY, CALENDAR, Layout.STANDARD).data
    )
    return " ".join(Reading(folder / "paper.pdf").text.split())


def test_a_row_is_torn_apart_only_where_it_is_taller_than_a_page(tmp_path: Path) -> None:
    """HF-16: a row of four lines at the foot of a page goes to the next one whole."""
    row = ("What", "\n".join([LINE] * 4))
    for above in range(28, 36):
        parts: list[Part] = [Text(words=LINE)] * above
        reading = pages([*parts, Table(columns=(), rows=(row,) * 6, widths=(0.3, 0.7))], tmp_path)
        assert reading.pages > 1
        assert {len(on) for on in _rows_on(reading)} == {1}, above
    tall = pages([Table(columns=(), rows=(("What", "\n".join([LINE] * 80)),), widths=(0.3, 0.7))], tmp_path)
    assert tall.rows(0)[0][1].count("aunt") == 80


def test_no_row_of_a_table_stands_alone_overleaf(tmp_path: Path) -> None:
    """HF-16: of a table that goes on overleaf two rows at the least."""
    for above in range(10, 30):
        parts: list[Part] = [Text(words=LINE)] * above
        table = Table(columns=("Agency", "View"), rows=(("Police", "yes"),) * 12, widths=(0.3, 0.7))
        places = [min(on) for on in _rows_on(pages([*parts, table, *[Text(words=LINE)] * 9], tmp_path))][1:]
        assert places.count(max(places)) != 1, above


def test_a_last_page_of_a_few_lines_is_spared(tmp_path: Path) -> None:
    """HF-16: the paper is set closer then; where that does not help, and where the last page is used, it is not."""
    on_one, on_the_last = [], []
    for lines in range(20, 60):
        reading = pages([Text(words=LINE)] * lines, tmp_path)
        if reading.pages == 1:
            on_one.append(lines)
        else:
            on_the_last.append(sum(1 in node.pages for node in reading.of("P")))
    assert max(on_one) > 32, "set closer, a page has room for more"
    assert min(on_the_last) > 3


def test_the_words_above_a_picture_stand_on_its_page(tmp_path: Path) -> None:
    """BA-16: the question that the marks answer; and a statement that stands above is not said again."""
    copy = Copy(paper=Paper.MINUTES, reader="shanice", reader_name="Shanice Brindle")
    path = tmp_path / "paper.pdf"
    for layout in (Layout.STANDARD, Layout.LARGE_PRINT, Layout.EASY_READ):
        path.write_bytes(draw(copy, as_reader(S2, BARNSLEY, copy), BARNSLEY, CALENDAR, layout).data)
        nodes = Reading(path).tree
        (scale,) = [n for n, node in enumerate(nodes) if node.spoken.startswith("A line from 0 to 10")]
        assert " ".join(nodes[scale - 1].text.split()) == "About danger statement 1:"
        assert nodes[scale - 1].pages == nodes[scale].pages, layout


def test_the_dates_are_told_in_their_order(tmp_path: Path) -> None:
    """BA-22"""
    card = told(S1, Paper.DATE_CARD, "tamsin", "", tmp_path)
    rules = card.partition("How it is counted")[2]
    order = ["Decision letter sent", "First core group", "First child in need", "First visit", "Minutes sent"]
    places = [rules.index(each) for each in [*order, "Next core group", "First review", "Next review"]]
    assert places == sorted(places)


def test_whose_copy_it_is_reads_as_a_sentence(tmp_path: Path) -> None:
    """The authority's own copy is for nobody who could be greeted."""
    letter = told(S1, Paper.DECISION_LETTER, FILE, "maya", tmp_path)
    assert "This copy is for the file. A child protection conference was held about Maya" in letter
    assert "on Tuesday 1 December 2026. This letter says" in letter


def test_who_has_no_name_begins_with_a_capital_letter(tmp_path: Path) -> None:
    """BA-6: of whom only the part and the agency are known; and brackets do not stand within brackets."""
    minutes = told(S2, Paper.MINUTES, "shanice", "", tmp_path)
    assert "Officer, Ashmere Constabulary: A major incident" in minutes
    assert "Landlord, Ashmere Homes: Sent a report." in minutes
    plan = told(S2, Paper.OUTLINE_PLAN, "shanice", "lola", tmp_path)
    assert "Electricity on emergency credit in 9 of 12 weeks. (Ashmere Homes, name not known)" in plan
    assert "))" not in plan


def test_a_child_who_came_is_told_to_be_one(tmp_path: Path) -> None:
    """BA-6: no empty place beside the name."""
    assert "Maya Orrell-Pike child 14:25 to 14:55, in the room" in told(
        S1, Paper.ATTENDANCE, FILE, "", tmp_path
    )


@pytest.mark.parametrize("paper", [Paper.OUTLINE_PLAN, Paper.DECISION_LETTER, Paper.MINUTES])
def test_after_a_review_the_core_group_does_not_meet_for_the_first_time(paper: Paper, tmp_path: Path) -> None:
    """BA-22, HV-15"""
    assert S1.opened
    review = build(replace(S1.opened, kind=e.Kind.REVIEW), on=S1)
    child = "" if paper is Paper.MINUTES else "maya"
    minutes = told(review, paper, "tamsin", child, tmp_path)
    assert "The core group meets on Thursday 10 December 2026 at 10:00, Wexcombe High." in minutes
    assert "Bernard Quill chairs that meeting." in minutes
    letter = told(review, Paper.CHILD_LETTER, "maya", "maya", tmp_path)
    assert "On Thursday 10 December 2026 at 10:00 the core group meets. Those are" in letter
    assert "for the first time" not in letter
    assert "now have" not in letter


def _rows_on(reading: Reading) -> list[set[int]]:
    """The pages on which each row of the tables is drawn."""
    found: list[set[int]] = []
    for node in reading.tree:
        if node.tag == "TR":
            found.append(set())
        elif node.tag in {"TH", "TD"}:
            found[-1] |= node.pages
    return found
