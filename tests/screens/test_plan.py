"""The plan, through the real screen (BA-20, BA-21, BR-5, HF-14, HV-11, KC-7)."""

from pathlib import Path

import msgspec

from conference_tui.conference import events as e
from conference_tui.conference.folding import fold
from screens.plan import Plan
from tests.screens.driving import by_hand, conference, last, meeting, press, text_of, write
from tests.screens.late_stages import CLEANED, HOSTILE, at_stage, of, shown, unwrapped

AGREED = (
    e.NetworkSupportOffered,
    e.ActionAgreed,
    e.BottomLineSet,
    e.ContingencySet,
    e.RecommendationMade,
    e.KeyWorkerNamed,
    e.VisitsAgreed,
)
IDS = ("action", "line", "contingency", "support", "recommendation")


def without_id(event: e.Event) -> dict[str, object]:
    """An event as it is, but for the id of its own that the program gives it."""
    return {name: value for name, value in msgspec.structs.asdict(event).items() if name not in IDS}


async def test_hands_type_the_whole_plan_of_the_demonstration(tmp_path: Path) -> None:
    """BA-20, HV-11, KC-7, HF-14: everything of the plan, by the keyboard alone, to the last field."""
    typed = [*of("plan", *AGREED), *of("core_group", *AGREED)]
    async with at_stage(tmp_path, "plan") as (app, stage):
        await by_hand(app, *typed)
        assert [type(event) for event in last(app, len(typed))] == [type(event) for event in typed]
        assert [without_id(event) for event in last(app, len(typed))] == [without_id(ev) for ev in typed]
        assert "Callum Voss · from 1 December 2026 · for Maya" in shown(stage)


async def test_words_that_would_remove_a_child_are_told_as_they_are_typed(tmp_path: Path) -> None:
    """BA-21, HV-13: explained at once, refused, and a key records the permitted recommendation instead."""
    async with at_stage(tmp_path, "plan") as (app, _):
        await press(app, "a")
        await write(app, "maya")
        await press(app, "space", *["enter"] * 4)
        await write(app, "Remove Maya from home")
        assert "Only a court can remove a child" in unwrapped(text_of(app))
        assert "Ctrl+R" in text_of(app)
        await press(app, "ctrl+s")
        assert not conference(app).actions
        assert "Remove Maya from home" in text_of(app)
        await press(app, "ctrl+r")
        (made,) = conference(app).recommendations.values()
        assert made.words == meeting(app).procedure.removal.recommendation
        assert made.children == ("maya",)


async def test_an_action_needs_who_and_when_and_keeps_what_was_typed(tmp_path: Path) -> None:
    """BA-20: an action without who or when cannot be agreed; nothing typed is lost by that, whatever it is."""
    async with at_stage(tmp_path, "plan", size=(120, 40)) as (app, stage):
        await press(app, "a", "space", *["enter"] * 4)
        await write(app, HOSTILE)
        await press(app, "ctrl+s")
        assert "Who?" in text_of(app)
        await press(app, "enter", "space", "ctrl+s")
        assert "By when?" in text_of(app)
        assert not conference(app).actions
        await press(app, "escape", "a")
        assert "[@click=app.quit]me" in text_of(app)
        assert text_of(app).count("[x]") == 2
        await press(app, *["enter"] * 7)
        await write(app, "now")
        await press(app, "ctrl+s")
        (made,) = conference(app).actions.values()
        assert made.what == CLEANED
        assert CLEANED in shown(stage)


async def test_a_date_alone_is_a_time(tmp_path: Path) -> None:
    """BA-20: by when, told as a date alone."""
    async with at_stage(tmp_path, "plan", size=(120, 40)) as (app, _):
        await press(app, "a", "space", *["enter"] * 4)
        await write(app, "Ring the school")
        await press(app, "enter", "space", "enter", "enter", "enter")
        await write(app, "15/12")
        await press(app, "ctrl+s")
        (made,) = conference(app).actions.values()
        assert made.when == "by Tue 15 Dec 2026"


async def test_a_worry_without_an_action_is_shown_until_it_has_one(tmp_path: Path) -> None:
    """BR-5: each action may name the worry that it answers; those with none are shown."""
    (action, *_) = of("plan", e.ActionAgreed)
    assert isinstance(action, e.ActionAgreed)
    async with at_stage(tmp_path, "plan") as (app, stage):
        unanswered = [row.key for row in stage.sheet.rows]
        assert f"worry:{action.worry}" in unanswered
        await by_hand(app, action)
        assert f"worry:{action.worry}" not in [row.key for row in stage.sheet.rows]


async def test_a_correction_keeps_the_id_and_a_strike_leaves_nothing_behind(tmp_path: Path) -> None:
    """BA-20: edited and struck, with the reason in the record; an earlier wording does not come back."""
    line = e.BottomLineSet(line="b1", children=("maya",), words="No shouting.")
    async with at_stage(tmp_path, "plan", line) as (app, stage):
        await press(app, "slash")
        await write(app, "No shouting.")
        await press(app, "enter", "enter")
        await write(app, " None.")
        await press(app, "enter")
        assert conference(app).bottom_lines["b1"].words == "No shouting. None."
        await press(app, "slash")
        await write(app, "No shouting.")
        await press(app, "escape", "x", "ctrl+s")
        assert "Why is it struck?" in text_of(app)
        await write(app, "said twice")
        await press(app, "enter")
        assert not conference(app).bottom_lines
        assert not fold(meeting(app).entries).bottom_lines
        struck = [event for event in last(app, 2) if isinstance(event, e.Struck)]
        assert [event.why for event in struck] == ["said twice", "said twice"]
        assert "No shouting" not in shown(stage)


async def test_one_childs_plan_alone(tmp_path: Path) -> None:
    """BA-20: actions for one child, several or all; the chair sees one child's plan with a key."""
    async with at_stage(tmp_path, "plan", *of("plan", e.ActionAgreed)) as (app, stage):
        assert isinstance(stage, Plan)
        await press(app, "n", "n", "n")
        assert "Hold the first meeting of the child in need plan." in shown(stage)
        assert "Bridie is the first phone call" in shown(stage)
        assert "Calmer Ground" not in shown(stage)
        await press(app, "n")
        assert "Calmer Ground" in shown(stage)


async def test_a_key_worker_who_is_not_qualified_is_marked(tmp_path: Path) -> None:
    """HF-14: the key worker is a qualified social worker; where not, it is said."""
    named = e.KeyWorkerNamed(child="maya", person="farrant", qualified=False)
    async with at_stage(tmp_path, "plan") as (app, stage):
        await by_hand(app, named)
        assert last(app) == [named]
        assert "Owen Farrant ! not a qualified social worker" in shown(stage)
