"""Threshold and decision, through the real screen (HF-13, BA-17, BA-18, BA-19)."""

from pathlib import Path

import pytest

from conference_tui.conference import events as e
from conference_tui.conference import seal
from conference_tui.conference.attendance import Knows, agencies
from conference_tui.conference.decision import sentence
from conference_tui.conference.reminders import holding_up
from screens.calm import settle
from screens.threshold import Threshold
from tests.meeting.running import typed
from tests.screens.driving import by_hand, conference, last, meeting, press, text_of, write
from tests.screens.late_stages import CLEANED, HOSTILE, TEN_TO_FOUR, at_stage, of, shown, unwrapped

OF_THE_STAGE = (e.ViewGiven, e.ChairViewGiven, e.DecisionMade, e.DissentDeclared)


async def test_hands_type_every_view_and_decision_of_the_demonstration(tmp_path: Path) -> None:
    """BA-17, HF-13: one view from each agency on each child, and a decision on each, all by keyboard."""
    by_keyboard = of("threshold", *OF_THE_STAGE)
    async with at_stage(tmp_path, "threshold") as (app, stage):
        await by_hand(app, *by_keyboard)
        assert [typed(event) for event in last(app, len(by_keyboard))] == by_keyboard
        assert isinstance(stage, Threshold)
        teddy = sentence(conference(app), meeting(app).procedure, "teddy")
        assert teddy.startswith("3 of 4 agencies considered")
        stage.see("teddy")
        assert teddy in shown(stage)


async def test_nothing_is_chosen_before_the_agency_says_it(tmp_path: Path) -> None:
    """BA-17: an empty form records nothing, and says what is wanting."""
    async with at_stage(tmp_path, "threshold") as (app, _stage):
        before = meeting(app).count
        await press(app, "slash")
        await write(app, "○ Ashmere Constabulary · ")
        await press(app, "enter", "ctrl+s")
        assert meeting(app).count == before
        assert "What does the agency consider needed?" in text_of(app)


async def test_an_agency_that_does_not_know_a_child_can_give_no_view(tmp_path: Path) -> None:
    """BA-17: it is shown as such, and the form offers no outcome."""
    async with at_stage(tmp_path, "threshold") as (app, stage):
        assert "Thistlewick Primary · does not know Maya" in shown(stage)
        assert "Harbour Lantern · not here" in shown(stage)
        await press(app, "slash")
        await write(app, "– Thistlewick Primary · ")
        await press(app, "enter")
        assert "gives no view" in text_of(app)
        assert "Child protection plan" not in text_of(app)


async def test_an_agency_says_that_it_does_not_know_the_child(tmp_path: Path) -> None:
    """BA-17, HF-10: by a choice and not in words; from then on it is no agency of that child's."""
    says = e.ViewGiven(child="jared", agency="Ashmere Community Health", by="tiplady", unknown=True)
    async with at_stage(tmp_path, "threshold") as (app, stage):
        await by_hand(app, says)
        assert last(app) == [says]
        assert isinstance(stage, Threshold)
        stage.see("jared")
        assert "Ashmere Community Health · gives no view: does not know the child" in shown(stage)
        health = next(each for each in agencies(conference(app)) if each.name == says.agency)
        assert (health.knows("jared"), health.knows("teddy")) == (Knows.NO, Knows.NOT_SAID)
        corrected = e.ViewGiven(
            child="jared",
            agency=says.agency,
            by="tiplady",
            outcome=e.Outcome.CHILD_IN_NEED,
            reason="Seen once.",
        )
        await by_hand(app, corrected)
        assert last(app) == [corrected]


def tie() -> list[e.AnyEvent]:
    """One view each way."""
    return [
        e.ViewGiven(child="maya", agency="Children's social care", by="sloan", outcome=e.Outcome.CHILD_IN_NEED),
        e.ViewGiven(
            child="maya",
            agency="Ashmere Constabulary",
            by="amadi",
            outcome=e.Outcome.CHILD_PROTECTION,
            category=e.Category.PHYSICAL,
        ),
    ]  # fmt: skip


async def test_a_tie_asks_for_the_chairs_reason_before_and_when_saving(tmp_path: Path) -> None:
    """BA-19: without a largest group the decision is the chair's, with a reason; what was typed stays."""
    async with at_stage(tmp_path, "threshold", *tie()) as (app, stage):
        await press(app, "d")
        await write(app, "need")
        assert "There is no largest group" in text_of(app)
        await press(app, "ctrl+s")
        assert "reason is needed" in text_of(app)
        assert not conference(app).decisions
        await write(app, HOSTILE)  # goes to the reason: in the choice of a category letters would choose
        await press(app, "enter")
        assert conference(app).decisions["maya"].made.reason == CLEANED
        assert "There was no consensus (1 to 1)." in shown(stage)
        assert "unanimous" not in shown(stage).casefold()


async def test_against_the_largest_group_needs_a_reason(tmp_path: Path) -> None:
    """BA-18: the override is refused without a reason, with the sentence that says why."""
    views = [v for v in of("threshold", e.ViewGiven) if isinstance(v, e.ViewGiven) and v.child == "maya"]
    async with at_stage(tmp_path, "threshold", *views) as (app, _stage):
        await press(app, "d")
        await write(app, "need")
        await press(app, "ctrl+s")
        assert "The decision is against the largest group of agencies." in text_of(app)
        assert not conference(app).decisions


async def test_formal_dissent_shows_its_clock(tmp_path: Path) -> None:
    """BA-19: dissent is recorded by agency; formal dissent runs 72 hours from the close."""
    made = [e.DecisionMade(child="maya", outcome=e.Outcome.CHILD_IN_NEED, reason="No view was given.")]
    dissent = e.DissentDeclared(
        child="maya",
        agency="Ashmere Constabulary",
        dissent=e.Dissent.FORMAL,
        reason=CLEANED,
        at=TEN_TO_FOUR,
    )
    async with at_stage(tmp_path, "threshold", *made) as (app, stage):
        await by_hand(app, dissent)
        assert last(app) == [dissent]
        assert "within 72 hours of the close; the clock starts there" in shown(stage)
        assert CLEANED in shown(stage)
        running = meeting(app)
        for wanting in holding_up(running.conference, running.procedure, running.calendar):
            running.record(e.ReasonGiven(matter=wanting.key, reason=CLEANED))
        running.record(e.ConferenceClosed(at=TEN_TO_FOUR))
        stage.refresh_rows()
        assert "Fri 4 Dec 2026 15:50" in shown(stage)


async def test_the_chairs_own_view_is_kept_apart(tmp_path: Path) -> None:
    """BA-17: it is recorded, and not counted."""
    own = e.ChairViewGiven(child="teddy", words="He hears everything. 🧸 [/")
    async with at_stage(tmp_path, "threshold") as (app, _stage):
        await by_hand(app, own)
        assert last(app) == [own]
        assert not conference(app).views


async def test_definitions_are_one_key_away_also_from_the_form(tmp_path: Path) -> None:
    """BA-17: threshold, significant harm and the categories, read out by the chair."""
    async with at_stage(tmp_path, "threshold", size=(100, 50)) as (app, _stage):
        await press(app, "w")
        assert "Significant harm" in text_of(app)
        await press(app, "escape", "d", "f1")
        assert "What the words mean" in text_of(app)
        await press(app, "escape", "escape")
        assert "Decide" in text_of(app)


@pytest.mark.parametrize("size", [(80, 24), (60, 15), (120, 40)])
async def test_all_three_outcomes_are_in_sight(tmp_path: Path, size: tuple[int, int]) -> None:
    """HF-13: no outcome is hidden in the form of a view, at any size."""
    async with at_stage(tmp_path, "threshold", size=size) as (app, _stage):
        await press(app, "slash")
        await write(app, "○ Ashmere Constabulary · ")
        await press(app, "enter")
        assert all(
            title in text_of(app) for title in ("Child protection plan", "Child in need plan", "No plan")
        )


async def test_the_seal_of_a_decision_is_shown_beside_it(tmp_path: Path) -> None:
    """BA-18: what was decided can be compared with the paper: the number and the seal are read into the minutes."""
    async with at_stage(tmp_path, "threshold") as (app, stage):
        await by_hand(app, *of("threshold", *OF_THE_STAGE))
        meeting(app).settle()
        await settle(app)
        sealed = conference(app).seals[-1]
        assert sealed.head
        assert seal.words(sealed) in shown(stage)
        assert "read it into the minutes" in shown(stage)


async def test_the_seal_is_in_sight_when_a_decision_is_made(tmp_path: Path) -> None:
    """BA-18: what is to be read into the minutes is not looked for."""
    async with at_stage(tmp_path, "threshold") as (app, _):
        decision = of("threshold", e.DecisionMade)[0]
        meeting(app).record(*of("threshold", e.ViewGiven))
        await settle(app)
        await press(app, "home")
        meeting(app).record(decision)
        meeting(app).settle()
        await settle(app)
        assert "read it into the minutes" in unwrapped(text_of(app))


async def test_a_choice_that_was_not_recorded_is_there_again(tmp_path: Path) -> None:
    """BA-18: also in a form that remarks on what is chosen; and it is told that it is not what is recorded."""
    async with at_stage(tmp_path, "threshold") as (app, _):
        await press(app, "d", "right")
        assert "(•) Child in need plan" in text_of(app)
        assert "not recorded" not in text_of(app)
        await press(app, "escape", "d")
        assert "(•) Child in need plan" in text_of(app)
        assert "typed here before, and not recorded" in text_of(app)
        assert not conference(app).decisions


async def test_the_next_child_s_turn_begins_at_the_top(tmp_path: Path) -> None:
    """BA-17: the question and the agencies are in sight, wherever the cursor stood for the child before."""
    async with at_stage(tmp_path, "threshold", size=(80, 24)) as (app, stage):
        stage.first_focus().focus()
        await press(app, "end", "n")
        await settle(app)
        assert stage.sheet.highlighted is not None
        assert stage.sheet.rows[stage.sheet.highlighted].key == "teddy:Children's social care"
