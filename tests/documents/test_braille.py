"""Braille: a BRF file for an embosser, from the same parts as the paper."""

import re
import shutil
import subprocess
from pathlib import Path

import msgspec
import pytest

from conference_tui.conference.papers import Layout
from conference_tui.conference.state import Conference
from conference_tui.documents.braille import CELLS, LINES, NoBraille, NotInBraille
from conference_tui.documents.draw import Drawn, draw
from tests.documents.test_papers import CALENDAR, CASE, COPIES, PROCEDURE, copy

needs_liblouis = pytest.mark.skipif(
    shutil.which("lou_translate") is None, reason="braille is made with liblouis: apt install liblouis-bin"
)


def brf(paper: str, child: str, reader: str, conference: Conference = CASE) -> Drawn:
    return draw(copy(paper, child, reader), conference, PROCEDURE, CALENDAR, Layout.BRAILLE)


def in_braille(words: str) -> str:
    """The words as liblouis alone writes them, without the spaces that a line end takes the place of."""
    command = ["lou_translate", "-f", "en-us-brf.dis,en-ueb-g2.ctb"]
    done = subprocess.run(command, input=f"{words}\n", capture_output=True, text=True, check=True)
    return squeezed(done.stdout)


def squeezed(signs: str) -> str:
    return re.sub(r"\s+", "", signs)


def named(name: str) -> Conference:
    bridie = msgspec.structs.replace(CASE.people["bridie"], name=name)
    return msgspec.structs.replace(CASE, people={**CASE.people, "bridie": bridie})


@needs_liblouis
@pytest.mark.parametrize(("paper", "child", "reader"), COPIES)
def test_every_paper_fits_the_page_of_an_embosser(paper: str, child: str, reader: str) -> None:
    """HF-16"""
    drawn = brf(paper, child, reader)
    pages = drawn.data.decode("ascii").split("\f")
    assert drawn.suffix == ".brf"
    assert pages.pop() == ""
    assert len(pages) == drawn.pages
    for number, page in enumerate(pages, 1):
        lines = page.split("\r\n")
        assert len(lines) <= LINES
        assert max(map(len, lines)) <= CELLS
        assert lines[0].strip() == in_braille(str(number))
        assert lines[-1].strip(), "an empty line at the end of a page"
    assert drawn.data == brf(paper, child, reader).data


@needs_liblouis
def test_the_plan_in_braille_says_what_the_plan_says() -> None:
    """HF-16: contracted English braille of what was typed; a table row by row, a picture in words."""
    signs = squeezed(brf("outline_plan", "maya", "tamsin").data.decode("ascii"))
    for told in (
        "Callum starts the “Calmer Ground” programme.",
        "When: by 11 January 2027",
        "What we are worried about",
        "1. On 11 November Callum struck Maya on the left forearm with a phone charger cable",
        "A line from 0 to 10 with a mark for each person.",
        "Lead social worker: Harriet Sloan.",
    ):
        assert in_braille(told).rstrip("4") in re.sub(r"#[A-J]+(?=,)", lambda found: found[0], signs), told


@needs_liblouis
def test_a_heading_is_never_the_last_line_of_its_page() -> None:
    headings = {in_braille(told) for told in ("What will happen", "Bottom lines", "If you are unhappy")}
    for page in brf("outline_plan", "maya", "tamsin").data.decode("ascii").split("\f")[:-1]:
        assert squeezed(page.split("\r\n")[-1]) not in headings


@needs_liblouis
@pytest.mark.parametrize(
    ("name", "stands"), [("Żaneta Ọlá", "Zaneta Olá"), ("Zoë Brânză", "Zoë Brânză"), ("Thị Hồng", "Thi Hông")]
)
def test_a_mark_that_braille_has_no_sign_for_is_left_out_and_that_is_said(name: str, stands: str) -> None:
    told = squeezed(brf("action_sheet", "", "callum", named("X")).data.decode("ascii"))
    assert in_braille("these letters stand without a mark") not in told
    signs = squeezed(brf("minutes", "", "tamsin", named(name)).data.decode("ascii"))
    assert in_braille(stands) in signs
    assert (in_braille("these letters stand without a mark") in signs) is (name != stands)


@needs_liblouis
def test_a_name_without_signs_is_an_error_that_says_which() -> None:
    with pytest.raises(NotInBraille, match="শর্মা"):
        brf("minutes", "", "tamsin", named("শর্মা"))


def test_without_liblouis_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoBraille, match="apt install liblouis-bin"):
        brf("date_card", "", "tamsin")
