"""Names in letters that change with their neighbours: seen right, and read as they were typed."""

import subprocess
import unicodedata
from pathlib import Path

import pytest

from conference_tui.conference import events as e
from conference_tui.conference.papers import Layout
from conference_tui.documents import fonts, shaping
from tests.conference.building import build
from tests.documents.pdf_checks import Reading, assert_accessible, found_in
from tests.documents.test_papers import copy, drawn, renamed

NAMES = {
    "bridie": "শর্মা কৌশিক মোহাম্মদ",
    "joss": "پروین ٹیپو",
    "callum": "Callum عبد الله Voss",
    "dean": "Łukasz Nguyễn Ọlá İpek Ŵyn",
    "tamsin": "شيماء",
}
CONFERENCE = renamed({**NAMES, "maya": "Maya দুর্গা"})


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[Layout, Path]:
    folder, made = tmp_path_factory.mktemp("scripts"), {}
    for layout in (Layout.STANDARD, Layout.LARGE_PRINT, Layout.EASY_READ):
        made[layout] = folder / f"{layout}.pdf"
        made[layout].write_bytes(drawn(copy("minutes", "", "tamsin"), CONFERENCE, layout).data)
    return made


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


@pytest.mark.parametrize("layout", [Layout.STANDARD, Layout.LARGE_PRINT, Layout.EASY_READ])
def test_every_name_is_read_as_it_was_typed(papers: dict[Layout, Path], layout: Layout) -> None:
    """HF-16: in the order of the letters, not of the glyphs; no code that stands for nothing."""
    reading = assert_accessible(papers[layout])
    told = composed(reading.text)
    for name in (*NAMES.values(), "Maya দুর্গা"):
        assert composed(name) in told
    assert not [letter for letter in told if unicodedata.category(letter) == "Co"]
    assert "Maya দুর্গা" in [composed(words) for words in reading.bookmarks]


def test_a_name_in_such_letters_is_found_by_who_looks_for_it(papers: dict[Layout, Path]) -> None:
    """HF-10: the leak check reads what the glyphs mean."""
    assert found_in(papers[Layout.STANDARD], ["عبد الله", "ٹیپو", "দুর্গা"])
    assert not found_in(papers[Layout.STANDARD], ["رحيم", "রহিমা"])


def test_other_programs_read_it_too(papers: dict[Layout, Path]) -> None:
    read = subprocess.run(
        ["pdftotext", str(papers[Layout.STANDARD]), "-"], capture_output=True, text=True, check=True
    )
    marks = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u200e\u200f"))
    told = composed(read.stdout.translate(marks))
    for name in ("শর্মা", "پروین ٹیپو", "عبد الله", "شيماء", "দুর্গা"):
        assert composed(name) in told


def test_from_right_to_left_the_first_letter_stands_rightmost() -> None:
    """And each letter has the form that its neighbours ask for."""
    fonts.register()
    (run,) = fonts.runs("شيماء")
    assert run.font == shaping.ARABIC.font
    assert fonts.plain(run.text) == "شيماء"
    places, pen = [], 0.0
    for place in run.text.__shapeData__:  # type: ignore[attr-defined]  # a ShapedStr
        places.append(pen + place.x_offset)
        pen += place.x_advance
    assert places == sorted(places, reverse=True)
    alone = {fonts.runs(letter)[0].text for letter in "شيماء"}
    assert not alone & set(run.text[:-1])


def test_a_vowel_that_is_written_before_its_consonant_is_drawn_before_and_read_after() -> None:
    (run,) = fonts.runs("কি")
    assert fonts.plain(run.text) == "কি"
    glyphs = [fonts.plain(each) for each in run.text]
    assert len(glyphs) == 2


@pytest.mark.parametrize(("text", "font"), [("مريم", shaping.ARABIC.font), ("দুর্গা", shaping.BENGALI.font)])
def test_a_name_beside_english_keeps_its_own_run(text: str, font: str) -> None:
    found = fonts.runs(f"Maya {text}, aged 5")
    assert [run.font for run in found] == [fonts.REGULAR, font, fonts.REGULAR]
    assert [fonts.plain(run.text) for run in found] == ["Maya ", text, ", aged 5"]


def test_a_long_text_from_right_to_left_goes_on_line_by_line(tmp_path: Path) -> None:
    """Each line holds the words that are read before those of the next."""
    long = " ".join(["بريدي", "تأخذ", "الأطفال", "كل", "أحد", "من", "بيت", "أمهم", "إلى", "بيتها"] * 3)
    summed = build(e.SummaryGiven(words=long, children=tuple(CONFERENCE.children)), on=CONFERENCE)
    path = tmp_path / "minutes.pdf"
    path.write_bytes(drawn(copy("minutes", "", "tamsin"), summed).data)
    assert composed(long) in composed(Reading(path).text)


def test_the_order_in_which_papers_are_made_changes_no_byte() -> None:
    def made() -> bytes:
        return drawn(copy("action_sheet", "", "callum"), CONFERENCE).data

    before = made()
    fonts.runs("مريم رحيم বাঁশি")
    assert made() == before


def test_a_letter_of_a_script_without_a_font_is_an_error_with_the_name() -> None:
    with pytest.raises(fonts.UnprintableCharacter, match="王芳"):
        fonts.runs("Maya 王芳")
