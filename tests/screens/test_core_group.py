"""Core group and dates, through the real screen (BA-22, BA-23, HF-3, HF-14)."""

from datetime import date
from pathlib import Path

import pytest

from conference_tui.conference import events as e
from tests.screens.driving import by_hand, conference, last, press, text_of, write
from tests.screens.late_stages import CLEANED, HOSTILE, at_stage, of, shown, unwrapped

OF_THE_STAGE = (
    e.KeyWorkerNamed,
    e.VisitsAgreed,
    e.CoreGroupMemberChosen,
    e.CoreGroupBooked,
    e.ReviewBooked,
    e.InNeedMeetingBooked,
)


async def test_hands_type_core_group_and_dates_of_the_demonstration(tmp_path: Path) -> None:
    """BA-22, BA-23, HF-14: everything of the stage by keyboard, and each date with its rule and standing."""
    typed = of("core_group", *OF_THE_STAGE)
    async with at_stage(tmp_path, "core_group") as (app, stage):
        await by_hand(app, *typed)
        assert last(app, len(typed)) == typed
        rows = shown(stage)
        assert (
            "First core group · Thu 10 Dec 2026 10:00 · Wexcombe High · ✓ in time, the limit is Tue 15 Dec"
            in rows
        )
        assert "Bernard Quill chairs it, Harriet Sloan the later ones" in rows
        assert "2. by Thu 7 Jan 2027" in rows
        assert "Review conference · Tue 23 Feb 2027 13:30 · ✓ in time, the limit is Mon 1 Mar 2027" in rows
        assert "Child in need meeting for Jared Orrell-Pike · Mon 14 Dec 2026 16:00 · ✓ in time" in rows
        assert "(working day 13): in time" in rows
        assert "not counted: Fri 25 Dec 2026 (Christmas Day)" in rows
        assert "day 0 Tue 1 Dec 2026" in rows


async def test_a_late_core_group_is_told_while_it_is_typed(tmp_path: Path) -> None:
    """BA-22: checked against the limit at once; it can still be booked, and then holds up the close."""
    async with at_stage(tmp_path, "core_group") as (app, stage):
        await press(app, "c")
        await write(app, "17/12")
        told = unwrapped(text_of(app))
        assert "Thu 17 Dec 2026 · ! late by 2 working days, the limit is Tue 15 Dec 2026" in told
        await press(app, "ctrl+s")
        booked = conference(app).core_group_booked
        assert booked is not None
        assert booked.on == date(2026, 12, 17)
        assert "! late by 2 working days" in shown(stage)


async def test_a_day_before_the_conference_is_refused_and_stays_in_the_field(tmp_path: Path) -> None:
    """BA-22: nothing that follows the conference lies before it; what was typed is not lost."""
    async with at_stage(tmp_path, "core_group") as (app, _):
        await press(app, "r")
        await write(app, "1/12/2026")
        await press(app, "enter")
        await write(app, "half past one")
        await press(app, "ctrl+s")
        assert "is not a time" in text_of(app)
        await press(app, "ctrl+u")
        await write(app, "13:30")
        await press(app, "ctrl+s")
        assert "comes after the day" in text_of(app)
        assert "1/12/2026" in text_of(app)
        assert conference(app).review_booked is None


async def test_a_review_is_brought_forward_with_its_reason(tmp_path: Path) -> None:
    """HF-3: the chair may bring a review forward; the reason stands beside it, as it was typed."""
    booked = e.ReviewBooked(on=date(2027, 1, 19), reason=CLEANED)
    async with at_stage(tmp_path, "core_group") as (app, stage):
        await press(app, "r")
        await write(app, "19/1/2027")
        await press(app, "enter", "enter")
        await write(app, HOSTILE)
        await press(app, "enter")
        assert last(app) == [booked]
        assert f"brought forward: {CLEANED}" in shown(stage)


async def test_a_member_is_changed_and_taken_out(tmp_path: Path) -> None:
    """BA-23: membership is chosen from everyone, for each child, and can be taken back."""
    chosen = e.CoreGroupMemberChosen(person="dean", children=("maya",), note="Online.")
    changed = e.CoreGroupMemberChosen(person="dean", children=("jared",), note="By telephone.")
    removed = e.CoreGroupMemberRemoved(person="dean")
    async with at_stage(tmp_path, "core_group") as (app, stage):
        await by_hand(app, chosen, changed)
        assert last(app, 2) == [chosen, changed]
        assert "✓ Dean Pike · father" in shown(stage)
        await by_hand(app, removed)
        assert last(app) == [removed]
        assert not conference(app).core_group


@pytest.mark.parametrize("size", [(60, 15), (120, 40)])
async def test_the_form_of_a_booking_fits(tmp_path: Path, size: tuple[int, int]) -> None:
    """BA-22: the limit stands in the field of the day before anything is typed, at any size."""
    async with at_stage(tmp_path, "core_group", size=size) as (app, _):
        await press(app, "c")
        assert "by Tue 15 Dec 2026" in text_of(app)
