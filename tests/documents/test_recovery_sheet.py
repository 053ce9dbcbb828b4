"""The recovery sheet: one readable page with the key on it, made in memory."""

from datetime import date
from pathlib import Path

from conference_tui.documents.recovery_sheet import draw_sheet
from tests.documents.pdf_checks import Reading, assert_accessible

GROUPS = tuple(f"{letter}{number:03}" for number, letter in enumerate("ABCDEFGHJKMNP", 1))


def test_every_group_stands_on_one_page_in_its_order(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(draw_sheet(GROUPS, date(2026, 12, 1)))
    reading = Reading(path)
    assert reading.pages == 1
    places = [reading.text.index(group) for group in GROUPS]
    assert places == sorted(places)
    assert "Made on Tuesday 1 December 2026" in reading.text
    assert "Group 13" in reading.text


def test_the_sheet_is_accessible(tmp_path: Path) -> None:
    """The same standard as for what families are given."""
    path = tmp_path / "sheet.pdf"
    path.write_bytes(draw_sheet(GROUPS, date(2026, 12, 1)))
    assert_accessible(path)
