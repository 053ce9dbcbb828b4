"""N4: what a decision cannot be closed without, each through the real close, and its reason on the child's paper."""

import asyncio
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from screens.calm import settle
from screens.hands.closing import make_documents
from screens.stage import Stage
from tests.documents.pdf_checks import Reading
from tests.screens.driving import at_sheet, by_hand, conference, meeting, press, text_of, write
from tests.screens.late_stages import TEN_TO_FOUR, at_stage, shown, unwrapped

CLOSED = e.ConferenceClosed(at=TEN_TO_FOUR)
REASON = "The hall is locked at four; Bernard Quill settles it by telephone tomorrow."


def strike(app: ConferenceApp, *, those: Callable[[e.Event], bool]) -> None:
    """Take what was recorded back, so that it is wanting."""
    entries = [entry for entry in meeting(app).entries if those(entry.event)]
    assert entries
    meeting(app).record(*(e.Struck(seq=entry.seq, why="to test the close") for entry in entries))


async def is_held_up(app: ConferenceApp, stage: Stage, sentence: str) -> None:
    """The close says what is wanting, refuses, and takes no empty reason."""
    await settle(app)
    assert f"■ {sentence}" in shown(stage)
    await press(app, "c", "ctrl+s")
    assert sentence in unwrapped(text_of(app))
    assert conference(app).closed is None
    await press(app, "escape", "slash")
    await write(app, f"■ {sentence[:30]}")
    await press(app, "enter", "ctrl+s")
    assert "A reason cannot be empty" in unwrapped(text_of(app))
    await press(app, "escape")
    assert conference(app).closed is None


async def opens_with_a_reason(app: ConferenceApp, key: str) -> None:
    """A typed reason for each thing that is wanting, one of them under this key; then it closes."""
    await by_hand(app, e.ReasonGiven(matter=key, reason=REASON))
    for _ in range(8):
        await settle(app)
        if "■" not in shown(await at_sheet(app, "close")):
            break
        await by_hand(app, e.ReasonGiven(matter="whatever stands next", reason=REASON))
    assert conference(app).reasons[key] == REASON
    await by_hand(app, CLOSED)
    assert conference(app).closed == CLOSED


async def paper(app: ConferenceApp, folder: Path, child: str) -> str:
    """What the child's plan reads, made at the close."""
    await press(app, *make_documents(folder))
    await asyncio.wait_for(app.workers.wait_for_complete(), 60)
    await settle(app)
    (made,) = [each for each in conference(app).documents if each.child == child]
    return " ".join(Reading(Path(made.file)).text.split())


def is_cares_view(event: e.Event) -> bool:
    return isinstance(event, e.ViewGiven) and event.by == "sloan" and event.child == "maya"


def is_a(kind: type[e.Event]) -> Callable[[e.Event], bool]:
    return lambda event: isinstance(event, kind)


@pytest.mark.parametrize(
    ("wanting", "key", "sentence", "child"),
    [
        (
            is_cares_view,
            "social care view:maya",
            "No view from children's social care on Maya Orrell-Pike.",
            "maya",
        ),
        (
            lambda event: isinstance(event, e.KeyWorkerNamed) and event.child == "teddy",
            "key worker:teddy",
            "Lead social worker for Teddy Voss is not named.",
            "teddy",
        ),
        (is_a(e.CoreGroupBooked), "core group", "No date for the first core group.", "maya"),
        (is_a(e.ReviewBooked), "review", "No date for the review.", "maya"),
    ],
    ids=["no view from social care", "no lead worker", "no core group date", "no review date"],
)
async def test_what_is_wanting_holds_up_the_close_until_a_reason_is_typed_that_is_printed(
    wanting: Callable[[e.Event], bool], key: str, sentence: str, child: str, tmp_path: Path
) -> None:
    """N4, BA-17, BA-22, HF-14: no view of social care, no lead worker, no core group, no review."""
    async with at_stage(tmp_path / "store", "close") as (app, stage):
        strike(app, those=wanting)
        await is_held_up(app, stage, sentence)
        await opens_with_a_reason(app, key)
        printed = await paper(app, tmp_path / "out", child)
        assert sentence in printed
        assert REASON in printed


async def test_no_verdict_on_the_quorum(tmp_path: Path) -> None:
    """N4, BA-4: nobody is recorded as here, so that nobody can say whether it was quorate."""
    async with at_stage(tmp_path / "store", "close") as (app, stage):
        strike(app, those=is_a(e.PersonArrived))
        sentence = "Nobody is recorded as here, so there is no verdict on the quorum."
        await is_held_up(app, stage, sentence)
        await opens_with_a_reason(app, "presence")
        printed = await paper(app, tmp_path / "out", "maya")
        assert sentence in printed
        assert REASON in printed


async def test_inquorate_without_a_reason(tmp_path: Path) -> None:
    """N4, BA-4: going on wants the reason and what keeps the child safe, both recorded at the apologies, both printed."""
    async with at_stage(tmp_path / "store", "close") as (app, stage):
        strike(app, those=lambda event: isinstance(event, e.PersonArrived) and event.person == "amadi")
        await settle(app)
        assert "■ Not quorate: missing police" in shown(stage)
        await press(app, "c", "ctrl+s")
        assert "needs the chair's reason and what keeps the child safe" in unwrapped(text_of(app))
        await press(app, "escape", "slash")
        await write(app, "■ Not quorate")
        await press(app, "enter")
        await write(app, REASON)
        await press(app, "ctrl+s")
        assert "Say what keeps the child safe until the missing views are in." in unwrapped(text_of(app))
        await press(app, "escape")
        assert conference(app).closed is None
        await at_sheet(app, "apologies")
        await by_hand(app, e.InquorateProceeded(reason=REASON, safeguards="Harriet rings each morning."))
        await at_sheet(app, "close")
        assert "■" not in shown(stage)
        await by_hand(app, CLOSED)
        printed = await paper(app, tmp_path / "out", "maya")
        assert REASON in printed
        assert "Harriet rings each morning." in printed


async def test_a_child_protection_plan_without_its_category(tmp_path: Path) -> None:
    """N4, M13, BA-17: it is decided only with the chair's reason, and closed only with another; both are printed."""
    bare = e.DecisionMade(child="maya", outcome=e.Outcome.CHILD_PROTECTION)
    because = "The police and the school name two categories, and the medical is tomorrow."
    async with at_stage(tmp_path / "store", "close") as (app, stage):
        assert "needs its category" in meeting(app).refusal(bare)
        meeting(app).record(e.DecisionMade(child="maya", outcome=e.Outcome.CHILD_PROTECTION, reason=because))
        await is_held_up(app, stage, "No category for Maya Orrell-Pike.")
        await opens_with_a_reason(app, "category:maya")
        printed = await paper(app, tmp_path / "out", "maya")
        assert because in printed
        assert "No category for Maya Orrell-Pike." in printed
        assert REASON in printed


async def test_a_tie_without_the_chairs_reason(tmp_path: Path) -> None:
    """N4, BA-19: an agency changes its view after the decision, and there is no largest group any more.

    The paper says how the decision came about when it was made, each view as it stands, and what is wanting now.
    """
    view = e.ViewGiven(
        child="teddy",
        agency="Children's social care",
        by="sloan",
        outcome=e.Outcome.CHILD_IN_NEED,
        reason="He is calm.",
    )
    async with at_stage(tmp_path / "store", "close") as (app, stage):
        meeting(app).record(view)
        await is_held_up(app, stage, "Teddy Voss: There is no largest group: the decision is the chair's.")
        await opens_with_a_reason(app, "chair's reason:teddy")
        printed = await paper(app, tmp_path / "out", "teddy")
        assert "3 of 4 agencies considered that a child protection plan is needed" in printed
        assert "Children's social care child in need plan He is calm." in printed
        assert "Teddy Voss: There is no largest group: the decision is the chair's." in printed
        assert REASON in printed


async def test_against_the_larger_group_without_the_chairs_reason(tmp_path: Path) -> None:
    """N4, BA-19: two agencies change their views, and the decision stands against the larger group.

    The paper says how the decision came about when it was made, each view as it stands, and what is wanting now.
    """
    changed = [
        e.ViewGiven(
            child="teddy", agency=agency, by=by, outcome=e.Outcome.CHILD_IN_NEED, reason="He is calm."
        )
        for agency, by in (("Children's social care", "sloan"), ("Ashmere Community Health", "tiplady"))
    ]
    async with at_stage(tmp_path / "store", "close") as (app, stage):
        meeting(app).record(*changed)
        await is_held_up(app, stage, "Teddy Voss: The decision is against the largest group of agencies.")
        await opens_with_a_reason(app, "chair's reason:teddy")
        printed = await paper(app, tmp_path / "out", "teddy")
        assert "3 of 4 agencies considered that a child protection plan is needed" in printed
        assert "Children's social care child in need plan He is calm." in printed
        assert "Ashmere Community Health child in need plan He is calm." in printed
        assert "Teddy Voss: The decision is against the largest group of agencies." in printed
        assert REASON in printed


async def test_no_plan_for_the_birth_of_an_unborn_child(tmp_path: Path) -> None:
    """N4, HF-1: what the procedure wants settled about the birth and going home."""
    unborn = e.ChildEntered(child="baby", name="Baby Orrell", expected=date(2027, 3, 1))
    views = [
        e.ViewGiven(
            child="baby",
            agency=agency,
            by=by,
            outcome=e.Outcome.CHILD_PROTECTION,
            category=e.Category.NEGLECT,
        )
        for agency, by in (("Children's social care", "sloan"), ("Ashmere Constabulary", "amadi"))
    ]
    decided = e.DecisionMade(child="baby", outcome=e.Outcome.CHILD_PROTECTION, category=e.Category.NEGLECT)
    rest = (
        e.ChildViewsMissing(child="baby", reason="Not born yet."),
        e.KeyWorkerNamed(child="baby", person="sloan", qualified=True),
        e.ContingencySet(contingency="k9", children=("baby",), words="Ring Harriet Sloan."),
        e.ActionAgreed(action="a9", children=("baby",), what="See the midwife.", who=("tamsin",), when="now"),
    )
    async with at_stage(tmp_path / "store", "close", unborn, *views, decided, *rest) as (app, stage):
        await is_held_up(app, stage, "Not settled for Baby Orrell:")
        await opens_with_a_reason(app, "birth plan:baby")
        printed = await paper(app, tmp_path / "out", "baby")
        assert "Not settled for Baby Orrell:" in printed
        assert REASON in printed
