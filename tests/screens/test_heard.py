"""Who has been heard, one key away from everywhere (HV-7, HV-8, HF-6, HF-12)."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from conference_tui.conference import events as e
from screens.heard import Heard
from screens.meeting import MeetingScreen
from tests.screens.driving import conference, meeting, press, shows, text_of, write
from tests.screens.late_stages import at_stage, of, shown


@pytest.mark.parametrize("stage", ["mapping", "threshold", "close"])
async def test_the_board_is_one_key_away_from_every_item(stage: str, tmp_path: Path) -> None:
    """HV-7, HV-8: also from the capture line, with what is typed there left alone."""
    async with at_stage(tmp_path, stage) as (app, _):
        await press(app, "escape")
        await write(app, "Sloan: half a sen")
        await press(app, "ctrl+g")
        assert isinstance(app.screen, Heard)
        assert "Who has been heard" in text_of(app)
        assert "Tamsin Orrell" in text_of(app)
        await press(app, "escape")
        assert isinstance(app.screen, MeetingScreen)
        assert app.screen.line.text == "Sloan: half a sen"


async def test_family_children_and_agencies_stand_at_each_item(tmp_path: Path) -> None:
    """HV-7, HV-8, HF-6: who was heard, who was not, who is not here; each child's own words; the agency's share."""
    async with at_stage(tmp_path, "summary", size=(120, 40)) as (app, _):
        await press(app, "ctrl+g")
        lines = text_of(app).splitlines()
        row = next(line for line in lines if "Harbour Lantern" in line)
        assert row.count("–") == 3
        row = next(line for line in lines if "Callum Voss" in line)
        assert row.count("✓") >= 4
        text = text_of(app)
        assert "Own words: Maya Orrell-Pike" in text
        row = next(line for line in reversed(lines) if "Wexcombe High" in line)
        assert " ".join(row.strip("│ ").split()).startswith("Wexcombe High 0 1 0 no view yet")
        await press(app, "end")
        await shows(app, "Jared Orrell-Pike worries well grey view")


async def test_the_summary_shows_what_is_still_empty_for_each_child(tmp_path: Path) -> None:
    """HF-12, BA-13: columns of the map, and domains, child by child."""
    async with at_stage(tmp_path, "summary") as (_, stage):
        assert "○ Maya, nothing yet: grey areas\n" in shown(stage)
        assert "○ Jared, nothing yet: the child's needs\n" in shown(stage)


async def test_the_closed_slot_is_not_on_the_board(tmp_path: Path) -> None:
    """BA-11: nothing of the slot is counted, and nobody stands there as silent."""
    async with at_stage(tmp_path, "mapping", *of("mapping", e.ContributionMade)) as (app, _):
        await press(app, "ctrl+g")
        assert "Closed slot" not in text_of(app).split("Who has been heard", 1)[1].split("still to come")[0]


async def test_who_is_kept_out_does_not_stand_there_as_forgotten(tmp_path: Path) -> None:
    """HV-3, HV-8: with who tells their views, where somebody does."""
    out = e.ExclusionDecided(
        person="callum", ground="Risk of violence", reason="He threatened her.", parts=("plan", "threshold")
    )
    async with at_stage(tmp_path, "summary", size=(120, 40)) as (app, _):
        meeting(app).record(out)
        await press(app, "ctrl+g")
        row = next(line for line in text_of(app).splitlines() if "Callum Voss" in line)
        assert row.count("×") == 2
        await shows(app, "× Callum Voss is kept out. Nobody is named to tell their views.")
        await press(app, "escape")
        meeting(app).record(replace(out, views_by="sloan"))
        await press(app, "ctrl+g")
        await shows(app, f"Their views are told by {conference(app).name('sloan')}.")
