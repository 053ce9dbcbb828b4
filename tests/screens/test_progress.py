"""A review on the screen: what became of the plan, what stood then beside today's, and what is asked."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, time
from pathlib import Path

import pytest
from msgspec.structs import replace

from conference_tui import conferences, reviews
from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.conference.people import Discipline, Standing
from conference_tui.store.folder import Folder
from screens.hands.strokes import row
from tests import review_case
from tests.screens.driving import (
    at_sheet,
    by_hand,
    conference,
    last,
    meeting_screen,
    press,
    running,
    said,
    shows,
    text_of,
)
from tests.screens.late_stages import shown

DS1 = "ds1"
CORE_GROUP = date(2027, 3, 4)


@asynccontextmanager
async def review(
    tmp_path: Path, *happened: e.AnyEvent, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[ConferenceApp]:
    """The first review of the demonstration's family as it opens, with what happened in it so far."""
    folder = Folder.at(tmp_path / "store", throw_away=True)
    before = reviews.of_record(folder, review_case.last_recorded(folder))
    clock = review_case.Clock(review_case.HELD)
    made = reviews.open_review(folder, "R1", before, held=review_case.HELD, begins=time(13, 30), clock=clock)
    made.record(*happened)
    made.close()
    async with running(folder, made.record_id, size=size) as app:
        yield app


async def rows(app: ConferenceApp, stage: str) -> str:
    """Everything the sheet of a stage says."""
    return shown(await at_sheet(app, stage))


def point_at(app: ConferenceApp, key: str) -> None:
    """Put the cursor on a row."""
    stage = meeting_screen(app).stage
    assert stage is not None
    stage.sheet.highlighted = [each.key for each in stage.sheet.rows].index(key)


def happened(*stages: str) -> tuple[e.AnyEvent, ...]:
    return tuple(event for stage in stages for event in review_case.FIRST_REVIEW[stage])


async def test_each_action_stands_with_what_became_of_it(tmp_path: Path) -> None:
    """BA-13: not yet gone through, then done, partly or not done with what shows it; never without."""
    async with review(tmp_path) as app:
        found = await rows(app, "progress")
        assert "0 of 6 gone through" in found
        assert "○ not yet gone through · Tamsin sees her GP." in found
        assert "Tamsin Orrell, by 15 December 2026 · for Maya and Teddy" in found
        await press(app, *row("Tamsin sees her GP."), *"not", "enter", "enter")
        assert "Say what shows it." in text_of(app)
        await press(app, *"Cancelled twice.", "enter")
        assert last(app) == [e.ActionReviewed(action="a3", outcome="not done", evidence="Cancelled twice.")]
        found = await rows(app, "progress")
        assert "✗ not done · Tamsin sees her GP." in found
        assert "What shows it: Cancelled twice." in found


async def test_a_danger_statement_stands_today_once_somebody_says_so(tmp_path: Path) -> None:
    """BA-13, BA-16: under the id it had, so that its numbers of both days belong together; its goal by itself."""
    async with review(tmp_path) as app:
        found = await rows(app, "progress")
        assert "○ 1. Maya: Harriet, DC Amadi" in found
        assert "Then: DC Ruth Amadi 2, Dean Pike 3, Harriet Sloan 3" in found
        assert not conference(app).danger_statements
        await press(app, "t")
        assert "Put the cursor on the action that goes on, or the danger statement" in said(app)
        await press(app, *row("○ 1. Maya"))
        made = conference(app).danger_statements[DS1]
        assert made.words == conference(app).earlier_statements[DS1].words
        assert not conference(app).safety_goals
        await press(app, *row("○ → Teddy will hear"))
        (goal,) = conference(app).safety_goals.values()
        assert goal.statement == "ds2"
        found = await rows(app, "progress")
        assert "✓ stands today 1. Maya" in found
        assert "✓ stands today 2. Teddy" in found
        assert "✓ stands today → Teddy will hear" in found


async def test_an_action_that_goes_on_is_asked_for_anew_with_what_it_was(tmp_path: Path) -> None:
    """BA-13, BA-20: nobody types it a second time; and nothing of it is in today's plan before somebody saves it."""
    async with review(tmp_path) as app:
        await at_sheet(app, "progress")
        point_at(app, "action:a5")
        await press(app, "t")
        assert not conference(app).actions
        await press(app, "ctrl+s")
        (made,) = conference(app).actions.values()
        assert (made.what, made.who, made.children) == ("Weekly check-in at school.", ("farrant",), ("maya",))
        assert made.when == "from 2 December 2026"


async def test_what_is_known_of_the_last_conference_is_corrected_where_it_stands(tmp_path: Path) -> None:
    """BA-13: an action, a danger statement with its goals, an entry of the map; each under the id it has."""
    async with review(tmp_path) as app:
        await at_sheet(app, "progress")
        before = conference(app)
        point_at(app, "action:a3")
        await press(app, "c", "enter", "ctrl+u", *"Tamsin sees Dr Keane.", "ctrl+s")
        assert last(app) == [replace(before.earlier_actions["a3"], what="Tamsin sees Dr Keane.")]
        point_at(app, "statement:ds2")
        await press(app, "c", "enter", "ctrl+u", *"Teddy hears it.", "ctrl+s")
        assert last(app) == [replace(before.earlier_statements["ds2"], words="Teddy hears it.")]
        point_at(app, "maps")
        await press(app, "c", "enter", "enter", "ctrl+u", *"She rang.", "ctrl+s")
        (corrected,) = last(app)
        assert isinstance(corrected, e.EarlierEntryGiven)
        assert corrected == replace(before.earlier_entries[corrected.entry], words="She rang.")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_last_map_stands_beside_todays(size: tuple[int, int], tmp_path: Path) -> None:
    """BA-13: then at the left, today at the right, and nothing of then is on today's map."""
    made = happened("mapping")
    async with review(tmp_path, *made, size=size) as app:
        assert "10 entries on Tue 1 Dec 2026, 2 today" in await rows(app, "progress")
        await press(app, "m")
        await shows(app, "Then, Tue 1 Dec 2026", "Working well 3", "Working well 1", "Worries 7", "Worries 1")
        await press(app, "escape")
        assert len(conference(app).contributions) == 2


async def test_what_a_review_asks_is_answered_by_people_in_words(tmp_path: Path) -> None:
    """BA-24: four questions of each child in the procedure's words; nothing is chosen before somebody chooses."""
    async with review(tmp_path) as app:
        found = await rows(app, "progress")
        assert "Asked about Maya Orrell-Pike  0 of 4 answered" in found
        assert "○ Teddy: What stood in the way, and what is done about it?" in found
        await press(app, *row("Teddy: What has changed"), "enter", *"Dry since January.", "enter")
        assert last(app) == [e.ReviewAnswered(child="teddy", prompt="progress", words="Dry since January.")]
        answered = replace(review_case.FIRST_REVIEW["progress"][10], words="Dry.")
        await by_hand(app, answered)
        assert "Something has got better: Dry." in await rows(app, "progress")


async def test_at_the_close_a_question_is_answered_as_itself(tmp_path: Path) -> None:
    """BA-24, BA-26, HF-6: why a plan ends, and why a child was not heard, stand where they belong, and not as left out."""
    made = [
        event
        for event in happened("introductions", "progress", "threshold")
        if not (isinstance(event, e.ReviewAnswered) and event.prompt == "ending_first")
    ]
    async with review(tmp_path, *made) as app:
        await at_sheet(app, "close")
        await press(app, *row("■ Teddy Voss: Three months"), *"All of it is done.", "ctrl+s")
        assert last(app) == [
            e.ReviewAnswered(child="teddy", prompt="ending_first", words="All of it is done.")
        ]
        await press(app, *row("■ No views of Teddy Voss"), *"He is asleep.", "ctrl+s")
        assert last(app) == [e.ChildViewsMissing(child="teddy", reason="He is asleep.")]
        found = await rows(app, "close")
        assert "Teddy Voss: Three months" not in found
        assert "No views of Teddy" not in found


async def test_at_the_decision_a_review_asks_what_the_decision_brings(tmp_path: Path) -> None:
    """BA-17, BA-24, BA-26, HV-15: the category then and now; the reason for the end, and what comes instead."""
    made = happened("introductions", "progress", "threshold")
    ended = [each for each in made if not (isinstance(each, e.ReviewAnswered) and each.child == "teddy")]
    async with review(tmp_path, *ended) as app:
        found = await rows(app, "threshold")
        assert "Until now: child protection plan since Tue 1 Dec 2026, physical abuse" in found
        assert "Category decided anew: was physical abuse, now emotional abuse" in found
        assert "✓ Maya: If the plan goes on" in found
        await press(app, *row("→ Teddy Voss"))
        found = await rows(app, "threshold")
        assert "The plan ends today." in found
        assert "Asked about Teddy Voss  0 of 2 answered" in found
        assert "○ Not answered at Progress: 4 of 4" in found
        assert found.count("Why does the plan end at the first review?") == 1
        declined = e.ReviewAnswered(child="teddy", prompt="step_down", words="Not now.", answer="no")
        await by_hand(app, declined)
        assert "Declined: Not now." in await rows(app, "threshold")


async def test_who_led_and_who_met_until_now_is_taken_over_one_by_one(tmp_path: Path) -> None:
    """BA-13, BA-23, HF-14: nothing of it is in force by itself, and nothing for a child whose plan ends."""
    async with review(tmp_path, *happened("introductions", "threshold")) as app:
        found = await rows(app, "core_group")
        assert "○ Leads for Maya Orrell-Pike · not named" in found
        assert "○ Harriet Sloan led for Maya Orrell-Pike, qualified social worker" in found
        assert "led for Teddy" not in found
        assert "Priya Nandra was of the core group" not in found
        await press(app, *row("Harriet Sloan led for Maya"))
        await press(app, *row("Maya Orrell-Pike was seen every 10 working days"))
        await press(app, *row("Dean Pike was of the core group"))
        now = conference(app)
        assert now.key_workers == {"maya": e.KeyWorkerNamed(child="maya", person="sloan", qualified=True)}
        assert now.visits["maya"].every == "10 working days"
        assert list(now.core_group) == ["dean"]
        assert "Harriet Sloan led" not in await rows(app, "core_group")


@pytest.mark.parametrize("stage", ["core_group", "close"])
async def test_a_core_group_that_is_not_held_is_told(stage: str, tmp_path: Path) -> None:
    """BA-22, BA-26: at the core group and at the close, where a plan has ended."""
    given = e.LastConferenceGiven(held=date(2026, 12, 1), core_group=CORE_GROUP)
    async with review(tmp_path, given, *happened("introductions", "threshold")) as app:
        told = "! The core group on Thu 4 Mar 2027 is held only for the plans that go on."
        assert told in await rows(app, stage)


@pytest.mark.parametrize(
    ("polarity", "found", "not_found"),
    [
        ("high-is-safe", "6 Harriet Sloan (last time 3): No blow.", "is not known"),
        ("high-is-danger", "The last scale ran the other way round", "last time"),
        ("", "Which way the last scale ran is not known", "last time"),
    ],
)
async def test_numbers_stand_beside_those_of_last_time(
    polarity: str, found: str, not_found: str, tmp_path: Path
) -> None:
    """BA-16: person by person once today's are shown, never a mean; refused where the scales ran other ways."""
    given = e.LastConferenceGiven(held=date(2026, 12, 1), polarity=polarity)  # type: ignore[arg-type]
    scored = (
        e.DangerStatementMade(statement=DS1, children=("maya",), words="Harriet is worried."),
        e.ScoreGiven(person="sloan", question=DS1, score=6, rationale="No blow."),
    )
    async with review(tmp_path, given, *happened("introductions"), *scored) as app:
        await at_sheet(app, "scaling")
        await press(app, *row("1. Harriet is worried."))
        assert "last time" not in await rows(app, "scaling")
        await press(app, "v", "v")
        await shows(
            app, *((found,) if "Harriet" not in found else ("Last time and today: Harriet Sloan 3 → 6.",))
        )
        await press(app, "escape")
        sheet = await rows(app, "scaling")
        assert found in sheet
        assert not_found not in sheet


HAND = (
    e.LastConferenceGiven(
        held=date(2026, 12, 1), kind=e.Kind.PRE_BIRTH, review=2, ref="OLD-1", polarity="high-is-danger",
        core_group=CORE_GROUP,
    ),
    e.EarlierPlanGiven(
        child="wren", begun=date(2026, 12, 1), category=e.Category.NEGLECT, key_worker="ada", qualified=True,
        visits="10 working days", visits_how="alone",
    ),
    e.EarlierMemberGiven(person="ada", children=("wren",), note="online"),
    e.EarlierBirthPlanGiven(child="wren", matter="Who is told", words="Nobody but the ward."),
)  # fmt: skip
"""What is typed in at the set-up."""
AT_PROGRESS = (
    e.EarlierActionGiven(action="a1", what="A cot.", children=("wren",), who="Ada", when="by Friday"),
    e.EarlierStatementGiven(
        statement="d1", children=("wren",), words="Ada is worried.", goals=("A cot for 6 months.", "Visits.")
    ),
    e.EarlierEntryGiven(
        entry="c1", column=e.Column.SAFETY, words="Gran has a key.", children=("wren",), speaker="Gran"
    ),
    e.EarlierScoreGiven(question="wren", person="ada", score=4),
)


async def test_without_a_record_everything_of_last_time_is_typed_in(tmp_path: Path) -> None:
    """BA-13, HF-1: a family that comes with paper; each kind of fact with its hand."""
    folder = Folder.at(tmp_path / "store", throw_away=True)
    made = conferences.start(folder, "R1", e.Kind.REVIEW, clock=review_case.Clock(review_case.HELD))
    made.record(
        e.ConferenceArranged(held=review_case.HELD),
        e.ChildEntered(child="wren", name="Wren Calloway", expected=date(2027, 4, 1)),
        e.PersonEntered(
            person="ada", name="Ada Okoro", standing=Standing.PROFESSIONAL,
            agency="Children's social care", discipline=Discipline.SOCIAL_CARE,
        ),
    )  # fmt: skip
    made.close()
    async with running(folder, made.record_id) as app:
        assert "○ Not entered: its date" in await rows(app, "set_up")
        await by_hand(app, *HAND)
        assert last(app, len(HAND)) == list(HAND)
        assert "Review 2, after OLD-1, pre-birth, Tue 1 Dec 2026" in await rows(app, "set_up")
        corrected = replace(HAND[0], review=1, core_group=date(2027, 3, 5))
        await by_hand(app, corrected, replace(HAND[1], visits="5 working days"), replace(HAND[2], note=""))
        assert conference(app).last_conference == corrected
        await at_sheet(app, "progress")
        await by_hand(app, *AT_PROGRESS)
        typed = last(app, len(AT_PROGRESS))
        named = ("action", "statement", "entry")
        told = [
            {name: getattr(each, name) for name in each.__struct_fields__ if name not in named}
            for each in typed
        ]
        assert told == [
            {name: getattr(each, name) for name in each.__struct_fields__ if name not in named}
            for each in AT_PROGRESS
        ]
        await press(app, *row("Wren Calloway, Who is told"))
        assert last(app) == [e.BirthPlanSet(child="wren", matter="Who is told", words="Nobody but the ward.")]


async def test_at_a_conference_that_is_no_review_there_is_nothing_of_it(tmp_path: Path) -> None:
    """HF-1."""
    folder = Folder.at(tmp_path / "store", throw_away=True)
    made = conferences.start(folder, "I1", e.Kind.INITIAL, clock=review_case.Clock(review_case.HELD))
    made.close()
    async with running(folder, made.record_id) as app:
        assert "The conference before" not in await rows(app, "set_up")
        await press(app, "l")
        assert "Only a review follows a conference." in said(app)
        await press(app, "f4", *"progress")
        assert "Progress since" not in text_of(app)
