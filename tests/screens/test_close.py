"""The close and the plans, through the real screen (BA-20, HF-10)."""

import asyncio
import hashlib
import stat
from pathlib import Path

import pytest

from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.conference import seal
from screens.calm import settle
from screens.close import Close
from screens.handing_out import HandingOut
from screens.hands.closing import make_documents
from screens.hands.strokes import row
from tests.documents.scheduler import running_scheduler
from tests.screens.driving import by_hand, conference, last, meeting, press, said, text_of, write
from tests.screens.late_stages import CLEANED, TEN_TO_FOUR, at_stage, of, shown, unwrapped

CLOSED = e.ConferenceClosed(at=TEN_TO_FOUR)


async def until_done(app: ConferenceApp) -> None:
    """Wait for everything that runs in the background, and for what it shows."""
    for _ in range(2):  # what is asked first, and what is made then
        await asyncio.wait_for(app.workers.wait_for_complete(), 60)
        await settle(app)


async def test_the_demonstration_is_held_up_by_nothing_and_closes_by_hand(tmp_path: Path) -> None:
    """BA-20: at the end of a complete meeting the close is one key and a time."""
    async with at_stage(tmp_path, "close") as (app, stage):
        assert "Holds up the close  nothing ✓" in shown(stage)
        await by_hand(app, *of("close", e.ConferenceClosed))
        assert last(app) == [CLOSED]
        assert "✓ Closed at 15:50" in shown(stage)
        assert "Thu 31 Dec 2026  Minutes" in shown(stage)


async def test_what_holds_up_the_close_opens_with_a_typed_reason_each(tmp_path: Path) -> None:
    """BA-20: a plan without contingency cannot be closed without a reason; each reason is printed."""
    async with at_stage(tmp_path, "close") as (app, stage):
        contingency = next(
            entry for entry in meeting(app).entries if isinstance(entry.event, e.ContingencySet)
        )
        meeting(app).record(e.Struck(seq=contingency.seq, why="to test the close"))
        await settle(app)
        assert "■ No contingency plan for Maya Orrell-Pike." in shown(stage)
        await press(app, "c", "ctrl+s")
        assert "No contingency plan for Maya" in text_of(app)
        assert conference(app).closed is None
        await press(app, "escape")
        reason = e.ReasonGiven(matter="contingency:maya", reason=CLEANED)
        await by_hand(app, reason)
        assert last(app) == [reason]
        assert f"Reason: {CLEANED}" in shown(stage)
        await by_hand(app, CLOSED)
        assert conference(app).closed == CLOSED


async def test_the_cursor_stays_among_what_holds_up_the_close_until_nothing_does(tmp_path: Path) -> None:
    """BA-20: a reason each, one Enter after the other; the row that has its reason goes below those without."""
    async with at_stage(tmp_path, "close") as (app, stage):
        kinds = (e.ContingencySet, e.ReviewBooked)
        wanting = [entry for entry in meeting(app).entries if isinstance(entry.event, kinds)]
        meeting(app).record(*(e.Struck(seq=entry.seq, why="to test the close") for entry in wanting))
        await settle(app)
        await press(app, "slash")
        await write(app, "■")
        await press(app, "escape")
        for left in range(shown(stage).count("■"), 0, -1):
            assert stage.sheet.highlighted is not None
            assert stage.sheet.rows[stage.sheet.highlighted].text.plain.startswith("■")
            await press(app, "enter")
            await write(app, CLEANED)
            await press(app, "ctrl+s")
            assert shown(stage).count("■") == left - 1
        assert stage.sheet.highlighted is not None
        assert stage.sheet.rows[stage.sheet.highlighted].key == "close"


async def test_the_plans_are_made_into_the_folder_that_is_named(tmp_path: Path) -> None:
    """BA-20, HF-10: the files exist at the close, are the user's alone, and the record holds their sums."""
    out = tmp_path / "handed out"
    async with at_stage(tmp_path / "store", "close", CLOSED) as (app, stage):
        await press(app, *make_documents(out))
        await until_done(app)
        made = [event for event in last(app, 3) if isinstance(event, e.DocumentMade)]
        assert [event.child for event in made] == ["maya", "teddy", "jared"]
        for event in made:
            assert hashlib.sha256(Path(event.file).read_bytes()).hexdigest() == event.sha256
            assert stat.S_IMODE(Path(event.file).stat().st_mode) == 0o600
            assert event.recipient == "the chair, to hand out"
            assert event.file in shown(stage)
        assert sorted(path.name for path in out.iterdir()) == sorted(Path(ev.file).name for ev in made)


async def test_a_plan_with_what_was_said_in_the_closed_slot_is_not_made(tmp_path: Path) -> None:
    """BA-11, HF-10: the slot is over, and its words are looked for all the same (N1); the others' plans are made."""
    said_then = "A neighbour heard the shouting on 11 November and has asked that the family never learns who rang us."
    leaked = e.ContingencySet(contingency="leak", children=("maya",), words=said_then)
    async with at_stage(tmp_path / "store", "close", leaked, CLOSED) as (app, _):
        await press(app, *make_documents(tmp_path / "out"))
        await until_done(app)
        assert "Plan of Maya Orrell-Pike for file: not made." in said(app)
        assert "said in the closed slot" in said(app)
        assert [each.child for each in conference(app).documents] == ["teddy", "jared"]
        assert sorted(map(str, (tmp_path / "out").iterdir())) == sorted(
            each.file for each in conference(app).documents
        )


async def test_before_the_close_no_plan_is_made(tmp_path: Path) -> None:
    """BA-20: a plan is made from what stands at the close, and the chair is told so."""
    async with at_stage(tmp_path, "close") as (app, _):
        await press(app, "m")
        assert "Close the conference first" in text_of(app)


async def test_a_letter_that_no_font_has_is_named_and_that_plan_is_not_made(tmp_path: Path) -> None:
    """BA-20: no plan with a hole in it; it is said whose is wanting, and the others are made."""
    line = e.BottomLineSet(line="b9", children=("teddy",), words="Quiet 🧸 evenings.")
    out = tmp_path / "out"
    async with at_stage(tmp_path / "store", "close", line, CLOSED) as (app, _):
        await press(app, *make_documents(out))
        await until_done(app)
        assert [each.child for each in conference(app).documents] == ["maya", "jared"]
        assert sorted(map(str, out.iterdir())) == sorted(each.file for each in conference(app).documents)
        told = [note.message for note in app._notifications]
        assert any("Plan of Teddy Voss for file: not made." in words and "🧸" in words for words in told)


async def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """BA-20: what happened, what is safe, what to do."""
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    async with at_stage(tmp_path / "store", "close", CLOSED) as (app, _):
        await press(app, *make_documents(tmp_path / "file"))
        await until_done(app)
        told = [note.message for note in app._notifications]
        assert any("could not be written" in words and "Name another folder" in words for words in told)
        assert not conference(app).documents


async def test_the_true_state_of_the_job_is_told(tmp_path: Path) -> None:
    """BA-20: printed is said only when the scheduler says so; with several printers the chair chooses."""
    with running_scheduler() as kept:
        async with at_stage(tmp_path / "store", "close", CLOSED) as (app, stage):
            assert isinstance(stage, Close)
            await press(app, *make_documents(tmp_path / "out"))
            await until_done(app)
            await press(app, "slash")
            await write(app, "✓ Teddy Voss · for")
            await press(app, "escape", "p")
            await until_done(app)
            await write(app, "takes")
            await press(app, "enter")
            await until_done(app)
            assert "Printed: the printer takes has taken the whole document." in shown(stage)
            assert list(kept.glob("*.pdf"))


async def test_a_plan_that_cannot_be_shown_says_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """BA-20: without a desktop the sentence has the file's place in it."""
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    async with at_stage(tmp_path / "store", "close", CLOSED) as (app, stage):
        await press(app, *make_documents(tmp_path / "out"))
        await until_done(app)
        await press(app, "slash")
        await write(app, "✓ Teddy Voss · for")
        await press(app, "escape", "o")
        await until_done(app)
        assert "There is no desktop here to show it on. The document is safe" in shown(stage)


async def test_the_seal_of_the_close_is_shown_signed(tmp_path: Path) -> None:
    """BA-20: the number and the letters that stand on every plan."""
    async with at_stage(tmp_path, "close", CLOSED) as (app, stage):
        sealed = conference(app).close_seal
        assert sealed is not None
        assert f"{seal.words(sealed)}, signed" in shown(stage)


async def test_once_closed_the_seal_is_in_sight_and_the_keys_that_are_left_are_named(tmp_path: Path) -> None:
    """BA-20, HF-10: nobody has to look for the seal, nor for the key of an addendum."""
    async with at_stage(tmp_path, "close") as (app, stage):
        assert "a Addendum" not in text_of(app)
        await by_hand(app, CLOSED)
        meeting(app).settle()
        await settle(app)
        sealed = conference(app).close_seal
        assert sealed is not None
        assert f"{seal.words(sealed)}, signed" in unwrapped(text_of(app))
        for key in ("a Addendum", "x Complaint", "k Keep until", "h Hand out", "m Plans alone"):
            assert key in text_of(app).splitlines()[-1]
        assert "c Close" not in text_of(app)
        assert "▸ " not in shown(stage)  # no statement that is not said any more stands above it
        assert "Script  0 of" in shown(stage)
        await press(app, "enter")
        assert isinstance(app.screen, HandingOut)


async def test_the_close_is_not_taken_back(tmp_path: Path) -> None:
    """HF-10: what is recorded stands; the key says what can be done."""
    async with at_stage(tmp_path, "close", CLOSED) as (app, _):
        await press(app, "ctrl+z")
        assert "what is recorded stands" in said(app)
        assert conference(app).closed


async def test_an_addendum_is_added_to_what_stands(tmp_path: Path) -> None:
    """HF-10: with who and when; before the close it belongs where it belongs."""
    async with at_stage(tmp_path, "close", CLOSED) as (app, stage):
        await press(app, "a")
        await write(app, "The date of birth was read from the passport.")
        await press(app, "enter", "ctrl+s")
        assert "About whom is it?" in text_of(app)
        assert not conference(app).addenda
        await write(app, "maya")
        await press(app, "space", "ctrl+s")
        (added,) = conference(app).addenda.values()
        assert added.words == "The date of birth was read from the passport."
        assert added.children == ("maya",)
        assert added.by == conference(app).opened.chair  # type: ignore[union-attr]
        assert "Addendum of Tue 1 Dec 2026, Ines Corrigan: The date of birth" in shown(stage)


async def test_before_the_close_there_is_no_addendum(tmp_path: Path) -> None:
    """HF-10"""
    async with at_stage(tmp_path, "close") as (app, stage):
        await press(app, "a", "x")
        assert "That comes after the close" in said(app)
        assert "After the close" not in shown(stage)


async def test_a_complaint_and_its_outcome_are_recorded(tmp_path: Path) -> None:
    """HF-10: who complained, about what, and what came of it; an appeal replaces the outcome."""
    async with at_stage(tmp_path, "close", CLOSED) as (app, stage):
        await press(app, "x")
        await write(app, "tamsin")
        await press(app, "enter", "enter")
        await write(app, "She was not given the report in time.")
        await press(app, "enter", "ctrl+s")
        (complaint,) = conference(app).complaints.values()
        assert complaint.received.person == "tamsin"
        assert "no outcome yet" in shown(stage)
        await press(app, *row("Complaint of"))
        await write(app, "Upheld")
        await press(app, "ctrl+s")
        assert "✓ Tue 1 Dec 2026 Upheld" in shown(stage)


async def test_how_long_the_record_is_kept_is_said_with_its_rule(tmp_path: Path) -> None:
    """HF-10"""
    async with at_stage(tmp_path, "close", CLOSED) as (app, stage):
        await press(app, "k")
        await write(app, "31/12/2040")
        await press(app, "ctrl+s")
        assert "Say by which rule" in text_of(app)
        await press(app, "enter")
        await write(app, "75 years from birth")
        await press(app, "ctrl+s")
        assert "Kept until Mon 31 Dec 2040: 75 years from birth" in shown(stage)
