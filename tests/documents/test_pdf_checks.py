"""The checks of finished papers can fail: a file with one thing wrong is named for just that."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from reportlab.platypus import Flowable

from conference_tui.documents import fonts
from conference_tui.documents.flowables import TaggedParagraph
from conference_tui.documents.page import Sheets, Styles
from conference_tui.documents.structure import Element
from tests.documents.pdf_checks import Reading
from tests.documents.test_tagged import WORDS, write

_PdfObject = Any


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with everything in it, in which nothing is wrong."""
    path = write(tmp_path_factory.mktemp("checks") / "right.pdf")
    assert Reading(path).problems() == []
    return path


def elements(pdf: pikepdf.Pdf, tag: str) -> Iterator[_PdfObject]:
    """Every element of a tag."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == tag and "/P" in thing:
            yield thing


def first(pdf: pikepdf.Pdf, tag: str) -> _PdfObject:
    return next(elements(pdf, tag))


def _without_words(pdf: pikepdf.Pdf) -> None:
    del first(pdf, "/Figure")["/Alt"]


def _heads_nothing(pdf: pikepdf.Pdf) -> None:
    del first(pdf, "/TH")["/A"]


def _one_cell_less(pdf: pikepdf.Pdf) -> None:
    row = list(elements(pdf, "/TR"))[1]
    row.K = pikepdf.Array(list(row.K)[:-1])


def _torn_table(pdf: pikepdf.Pdf) -> None:
    """A cell that is no cell any more: its column is wanting in this row."""
    first(pdf, "/TD")["/S"] = pikepdf.Name("/P")


def _left_out_level(pdf: pikepdf.Pdf) -> None:
    first(pdf, "/H2")["/S"] = pikepdf.Name("/H3")


def _of_no_element(pdf: pikepdf.Pdf) -> None:
    first(pdf, "/H2")["/K"] = pikepdf.Array()


def _swapped(pdf: pikepdf.Pdf) -> None:
    """The second item of the list is read out before the first."""
    items = first(pdf, "/L")
    one, two, *others = list(items.K)
    items.K = pikepdf.Array([two, one, *others])


def _other_title(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = "Another"


def _no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def _not_in_the_file(pdf: pikepdf.Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and "/FontFile2" in thing:
            del thing["/FontFile2"]


def _drawn_loose(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"0 0 9 9 re f", prepend=True)


def _means(to: bytes) -> Callable[[pikepdf.Pdf], None]:
    """The letter e of every font means something else."""

    def change(pdf: pikepdf.Pdf) -> None:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
                table = thing.ToUnicode.read_bytes()
                thing.ToUnicode.write(re.sub(rb"(<\w\w>) <0065>", to, table))

    return change


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (_without_words, "a picture without words"),
        (_heads_nothing, "a heading cell of nothing"),
        (_one_cell_less, "a table of rows that differ"),
        (_torn_table, "a table of rows that differ"),
        (_left_out_level, "H1 then H3"),
        (_of_no_element, "marked, but in no element: Worries"),
        (_swapped, "read out in another order than it stands: page"),
        (_other_title, "the metadata has another title"),
        (_no_language, "not tagged, or without language or title"),
        (_not_in_the_file, "font not in the file"),
        (_drawn_loose, "outside every element: f"),
        (_means(rb"\1 <E065>"), "letters without a meaning of their own"),
        (_means(rb""), "unknown letters"),
    ],
)
def test_what_is_wrong_is_named(
    change: Callable[[pikepdf.Pdf], None], named: str, right: Path, tmp_path: Path
) -> None:
    """HF-16: and one that finds nothing looks all the same."""
    with pikepdf.open(right) as pdf:
        change(pdf)
        pdf.save(tmp_path / "wrong.pdf")
    problems = Reading(tmp_path / "wrong.pdf").problems()
    assert any(problem.startswith(named) for problem in problems), problems


def test_an_earlier_version_in_the_file_is_named(right: Path, tmp_path: Path) -> None:
    twice = tmp_path / "twice.pdf"
    twice.write_bytes(right.read_bytes() + b"\n%%EOF\n")
    assert any("2 revisions" in problem for problem in Reading(twice).problems())


def drawn(flowables: list[Flowable], root: Element, out: Path) -> Reading:
    with out.open("wb") as file:
        Sheets(file, title="T", author="A", subject="S", footer="F").write(flowables, root)
    return Reading(out)


@pytest.mark.parametrize("in_order", [True, False])
def test_two_paragraphs_that_are_read_out_the_other_way_round_are_named(
    in_order: bool, tmp_path: Path
) -> None:
    """HF-16: drawn one above the other, and put into the tree as they stand or not."""
    fonts.register()
    root, look = Element("Document"), Styles.of().text
    heading = root.add("H1")
    one, two = root.add("P"), root.add("P")
    drawing = [one, two] if in_order else [two, one]
    story: list[Flowable] = [TaggedParagraph("Plan", Styles.of().h1, heading)]
    story += [TaggedParagraph(f"{WORDS} {number}", look, each) for number, each in enumerate(drawing, 1)]
    out_of_order = [
        problem
        for problem in drawn(story, root, tmp_path / "two.pdf").problems()
        if "another order" in problem
    ]
    assert out_of_order == ([] if in_order else ["read out in another order than it stands: page 1"])


class _Joining(TaggedParagraph):
    """Writes its lines as ReportLab does: without a space at their ends."""

    def _space_line_ends(self) -> None:
        pass


def test_words_that_run_into_each_other_at_a_line_end_are_named(tmp_path: Path) -> None:
    """HF-16: both are named as one word, as a screen reader would say them."""
    fonts.register()
    for made, joins in ((TaggedParagraph, False), (_Joining, True)):
        root = Element("Document")
        reading = drawn([made(WORDS * 3, Styles.of().text, root.add("P"))], root, tmp_path / "lines.pdf")
        named = [problem for problem in reading.problems() if problem.startswith("words run together")]
        assert bool(named) is joins
