"""What could be clearer, through the real screens: while it is typed, beside the plan, and as a list (BA-20, HV-11)."""

from pathlib import Path

from conference_tui.conference import events as e
from conference_tui.conference.plan_advice import advice
from screens.advised import AdviceList
from screens.form import Form
from screens.meeting import MeetingScreen
from screens.widgets.sheet import Sheet
from tests.screens.driving import (
    at_sheet,
    by_hand,
    conference,
    last,
    meeting,
    meeting_screen,
    press,
    said,
    text_of,
    write,
)
from tests.screens.late_stages import HOSTILE, at_stage, of, shown, unwrapped

VAGUE = e.ActionAgreed(
    action="v1", children=("teddy",), what="Monitor Teddy.", who=("nandra",), when="ongoing", how_known=""
)
ALONE = "“Monitor” alone does not say what is done, or how often."


async def test_a_vague_action_is_told_while_it_is_typed_and_stops_nobody(tmp_path: Path) -> None:
    """BA-20, KC-7: in the line of the form; it is recorded as it stands, and removal of a child comes first."""
    async with at_stage(tmp_path, "plan") as (app, _):
        await press(app, "a", "space", *["enter"] * 4)
        await write(app, "Liaise with the scho")
        assert "“Liaise” in plain words: talk with." in unwrapped(text_of(app))
        await write(app, "ol to remove Maya from home.")
        assert "Only a court can remove a child" in unwrapped(text_of(app))
        await press(app, "ctrl+u")
        await write(app, "Monitor Maya")
        assert ALONE not in unwrapped(text_of(app))
        await write(app, ".")
        assert ALONE in unwrapped(text_of(app))
        await press(app, "enter", "space", "enter", "enter")
        await write(app, "asap ")
        assert "“asap” is no time" in unwrapped(text_of(app))
        await press(app, "ctrl+s")
        (made,) = conference(app).actions.values()
        assert (made.what, made.when) == ("Monitor Maya.", "asap")


async def test_what_a_danger_statement_and_its_goal_lack_is_told_once_the_sentence_ends(
    tmp_path: Path,
) -> None:
    """HV-9: who is worried, and for how long; nothing while somebody is in the middle of it."""
    async with at_stage(tmp_path, "summary") as (app, stage):
        await press(app, "d", "space", "enter")
        await write(app, "Maya will be hit again")
        assert "by name" not in unwrapped(text_of(app))
        await write(app, ".")
        assert "It does not say who is worried, by name" in unwrapped(text_of(app))
        await press(app, "enter")
        await write(app, "No shouting.")
        assert "It does not say for how long." in unwrapped(text_of(app))
        await press(app, "ctrl+s")
        assert len(conference(app).danger_statements) == 1
        assert "things could be clearer here · k lists them" in shown(stage)


async def test_the_plan_counts_lists_and_leads_to_each_place(tmp_path: Path) -> None:
    """BA-20, HV-11: a line in the stage, the margin of a wide terminal, a key, and Enter goes to the row."""
    actions = of("plan", e.ActionAgreed)
    async with at_stage(tmp_path, "plan", *actions, VAGUE, size=(120, 40)) as (app, stage):
        found = advice(conference(app), meeting(app).procedure)
        assert "Could be clearer" in text_of(app)
        assert f"· {len(found)} things could be clearer here · k lists them" in shown(stage)
        await press(app, "k")
        assert isinstance(app.screen, AdviceList)
        assert "Action 8: Monitor Teddy." in text_of(app)
        assert ALONE in text_of(app)
        assert "Leeds Safeguarding Children Partnership, SMART planning" in text_of(app)
        await press(app, "slash")
        await write(app, ALONE)
        await press(app, "enter")
        assert isinstance(app.screen, MeetingScreen)
        assert stage.sheet.highlighted is not None
        assert stage.sheet.rows[stage.sheet.highlighted].key == "action:v1"


async def test_a_plan_that_lacks_something_opens_the_form_for_it(tmp_path: Path) -> None:
    """BA-20: no contingency for a child: Enter asks for one, with that child ticked."""
    async with at_stage(tmp_path, "plan", *of("plan", e.ActionAgreed)) as (app, _):
        await press(app, "k", "slash")
        await write(app, "what happens if the plan of Teddy Voss")
        await press(app, "enter")
        assert isinstance(app.screen, Form)
        assert app.screen.values().several("children") == ("teddy",)
        await press(app, "tab")
        await write(app, "Ring Bridie.")
        await press(app, "ctrl+s")
        (made,) = conference(app).contingencies.values()
        assert made.children == ("teddy",)


async def test_from_the_plan_to_a_danger_statement_and_back_again(tmp_path: Path) -> None:
    """HV-9, BR-5: the list is of both stages, and goes to the one where the words were typed."""
    bad = e.DangerStatementMade(statement="ds9", children=("maya",), words=f"Neglect. {HOSTILE}")
    async with at_stage(tmp_path, "plan", bad) as (app, _):
        await press(app, "k", "slash")
        await write(app, "It does not say who is worried")
        await press(app, "enter")
        stage = meeting_screen(app).stage
        assert stage is not None
        assert stage.ID == "summary"
        assert stage.sheet.highlighted is not None
        assert stage.sheet.rows[stage.sheet.highlighted].key == "ds9"
        await press(app, "k", "slash")
        await write(app, "has no safety goal")
        await press(app, "enter")
        assert stage.sheet.rows[stage.sheet.highlighted].key == "goal for ds9"


async def test_what_the_chair_leaves_is_not_told_again_until_it_is_looked_at_again(tmp_path: Path) -> None:
    """BA-20: “leave it” is recorded, listed, taken back with the same key, and undone like everything."""
    async with at_stage(tmp_path, "plan", VAGUE) as (app, stage):
        found = next(each for each in advice(conference(app), meeting(app).procedure) if each.says == ALONE)
        left = e.AdviceLeft(advice=found.key, says=ALONE)
        await by_hand(app, left)
        assert last(app) == [left]
        assert found not in advice(conference(app), meeting(app).procedure)
        await press(app, "k")
        assert isinstance(app.screen, AdviceList)
        assert any("Left as it is" in row.text.plain for row in app.screen.query_one(Sheet).rows)
        await press(app, "slash")
        await write(app, f"✓ {ALONE}")
        await press(app, "escape", "l", "escape")
        assert found in advice(conference(app), meeting(app).procedure)
        await by_hand(app, left)
        await at_sheet(app, "plan")
        await press(app, "ctrl+z")
        assert found in advice(conference(app), meeting(app).procedure)
        assert "could be clearer here" in shown(stage)


async def test_where_nothing_could_be_clearer_nothing_is_in_the_way(tmp_path: Path) -> None:
    """BA-20: the demonstration's plan is written well: no line, no list."""
    plan = of("plan", e.ActionAgreed, e.BottomLineSet, e.ContingencySet, e.NetworkSupportOffered)
    async with at_stage(tmp_path, "plan", *plan, size=(120, 40)) as (app, stage):
        assert "clearer" not in shown(stage)
        assert "clearer" not in text_of(app)
        await press(app, "k")
        assert "Nothing was found that could be clearer." in said(app)


async def test_of_whom_nothing_is_asked_yet_is_shown_with_an_action_at_hand(tmp_path: Path) -> None:
    """HV-11: expectations of everyone, parents included: who of parents and core group does nothing yet."""
    async with at_stage(tmp_path, "plan", *of("plan", e.ActionAgreed)) as (app, stage):
        assert "○ Dean Pike · father of Maya and Jared" in shown(stage)
        assert {row.key for row in stage.sheet.rows if row.key.startswith("part:")} == {"part:dean"}
        await press(app, "slash")
        await write(app, "○ Dean Pike")
        await press(app, "enter")
        assert isinstance(app.screen, Form)
        assert app.screen.values().several("who") == ("dean",)
        await press(app, "escape")
        meeting(app).record(e.CoreGroupMemberChosen(person="tiplady", children=("maya",)))
        stage.refresh_rows()
        assert "○ Joanne Tiplady · school nurse" in shown(stage)
