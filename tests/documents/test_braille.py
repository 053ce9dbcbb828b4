"""Braille: a BRF file for an embosser, from the same parts as the paper."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from conference_tui.conference.compared import words
from conference_tui.conference.papers import Layout
from conference_tui.conference.state import Conference
from conference_tui.documents.braille import CELLS, LINES, NoBraille, NotInBraille, _translated, read_back
from conference_tui.documents.draw import Drawn
from tests.documents.test_papers import CASE, COPIES, copy, drawn, renamed

needs_liblouis = pytest.mark.skipif(
    shutil.which("lou_translate") is None, reason="braille is made with liblouis: apt install liblouis-bin"
)


def brf(paper: str, child: str, reader: str, conference: Conference = CASE) -> Drawn:
    return drawn(copy(paper, child, reader), conference, Layout.BRAILLE)


def in_braille(told: str) -> str:
    """The words as liblouis alone writes them, without the spaces that a line end takes the place of."""
    command = ["lou_translate", "-f", "en-us-brf.dis,en-ueb-g2.ctb"]
    done = subprocess.run(command, input=f"{told}\n", capture_output=True, text=True, check=True)
    return squeezed(done.stdout)


def in_signs(told: str) -> str:
    """A line of a braille file."""
    (signs,) = _translated([told])
    return signs


def squeezed(signs: str) -> str:
    return re.sub(r"\s+", "", signs)


def named(name: str) -> Conference:
    return renamed({"bridie": name})


@needs_liblouis
@pytest.mark.parametrize(("paper", "child", "reader"), COPIES)
def test_every_paper_fits_the_page_of_an_embosser(paper: str, child: str, reader: str) -> None:
    """HF-16"""
    made = brf(paper, child, reader)
    pages = made.data.decode("ascii").split("\f")
    assert made.suffix == ".brf"
    assert pages.pop() == ""
    assert len(pages) == made.pages
    for number, page in enumerate(pages, 1):
        lines = page.split("\r\n")
        assert len(lines) <= LINES
        assert max(map(len, lines)) <= CELLS
        assert lines[0].strip() == in_braille(str(number))
        assert lines[-1].strip(), "an empty line at the end of a page"
    assert made.data == brf(paper, child, reader).data


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
def test_every_line_is_read_back_those_with_a_backslash_too() -> None:
    """HF-10, HF-16: the sign for "ou" is a backslash in such files; a line that is passed over is one that nobody searched."""
    said = "You shouted about our group outside the house without a sound."
    lines = [said, "I want it to stop being shouty. I don't", "Look in notes\\old."]
    signs = [in_signs(line) for line in lines]
    assert "\\" in signs[0]
    back = read_back("\n".join(signs)).splitlines()
    assert [words(line) for line in back] == [words(line) for line in lines]
    for paper, child, reader in COPIES:
        told = brf(paper, child, reader).data.decode("ascii").replace("\f", "\n").splitlines()
        back = read_back("\n".join(told)).splitlines()
        assert [bool(line.strip()) for line in back] == [bool(line.strip()) for line in told]


@needs_liblouis
def test_a_cell_of_several_lines_is_heard_line_by_line() -> None:
    """HF-16: "Thu 10 Dec 2026; limit: Tue 15 Dec 2026", and no part that runs into the next."""
    told = read_back(brf("outline_plan", "maya", "tamsin").data.decode("ascii"))
    flat = " ".join(told.split())
    assert "When: Thu 10 Dec 2026; limit: Tue 15 Dec 2026" in flat
    assert "Why: To be safe at home; Worry 1" in flat


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
