"""The demonstration's conference under every procedure, typed through the real screens to its close and its plans.

What happens in it is the same each time. What the procedure says of it is not: the order of the agenda, what is
said, the quorum, the dates, the scale, and what holds up the close until the chair types a reason.
"""

import asyncio
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import replace
from textual.widgets import Static

from conference_tui import authorities, demonstration
from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.conference.procedure import Stage
from conference_tui.conference.reminders import holding_up
from conference_tui.conference.state import Conference, apply
from conference_tui.demo import MeetingClock
from conference_tui.demonstration import Step
from conference_tui.overview import overview
from conference_tui.store.folder import Folder
from screens.calm import settle
from screens.hands import strokes_for
from screens.hands.closing import make_documents
from screens.hands.playing import strike
from screens.hands.strokes import Stroke, keys, line, one
from screens.meeting import MeetingScreen
from tests import case_s1
from tests.documents.pdf_checks import Reading, found_in
from tests.screens.driving import meeting, meeting_screen, shows
from tests.screens.late_stages import shown

USUAL = ("before", "introductions", "apologies", "closed", "reason", "mapping", "child")
DECISION_FIRST = (*USUAL, "summary", "scaling", "threshold", "plan", "core_group", "close")
PLAN_FIRST = (*USUAL, "summary", "scaling", "plan", "threshold", "core_group", "close")
CHILD_FIRST = (*USUAL[:5], "child", "mapping", *DECISION_FIRST[7:])
QUILLSHIRE = """
title = "Quillshire"
authority = "Quillshire Council"
agenda = [
  "before", "introductions", "apologies", "closed", "reason", "child", "mapping",
  "summary", "scaling", "threshold", "plan", "core_group", "close",
]
agenda_source = "quillshire"

[sources]
quillshire = "Quillshire, an invented guide"

[quorum]
model = "social-care-plus-two"
required = ["social_care"]
others = 4
merge_disciplines = true
says = "Social care and four other agencies; two schools count once."
source = "quillshire"

[limits.first_review]
count = 2
source = "quillshire"

[scale]
polarity = "high-is-danger"
question = "How great is the danger, from 0 to 10?"
zero_means = "services can step back"
ten_means = "the child cannot live at home"
low_score = 8
low_prompt = "A score of 8 or more: what is done today?"
source = "quillshire"
"""
"""A procedure of somebody's own, as far from the five as one can be."""
INQUORATE = e.InquorateProceeded(
    reason="Nobody else has ever been involved with the family.", safeguards="Harriet rings daily."
)
IN_NEED = 3
"""The number of the child with a child in need plan."""
STUCK = 300.0
"""Seconds after which a program that takes no key any more is given up."""
REASON = "The hall was not to be had before."


class Case(Struct, frozen=True, kw_only=True):
    """What must come out of the conference under one procedure; the figures were worked out by hand."""

    name: str
    order: tuple[str, ...] = DECISION_FIRST
    rule: str
    """The beginning of the procedure's rule on the quorum."""
    inquorate: e.InquorateProceeded | None = None
    """What the chair types where the procedure wants more agencies than come."""
    held_on: int = 13
    """The working day after what the conference is counted from."""
    dates: dict[str, str] = {}
    """Limits that differ from those of `case_s1.DATES`."""
    reasons: tuple[str, ...] = ()
    """What holds up the close until the chair types a reason, as the keys begin."""
    prompt: str = "A score of 2 or less: what is done today?"
    ten_means: str = "everyone is confident the child is safe enough for services to step back"
    says: str
    """Of a statement that only this procedure's chair makes, the beginning or the whole."""
    on_paper: tuple[str, ...]
    """What every plan says in this authority's words."""
    only_with_protection: tuple[str, ...] = ()
    """What stands in a child protection plan and in no child in need plan."""


CASES = (
    Case(
        name="barnsley",
        rule="Children's social care, health and the police must be here.",
        says="I am employed by the council, and I am independent",
        on_paper=("The complaints team of children's social care, Barnsley", "Lead social worker"),
    ),
    Case(
        name="hammersmith_fulham",
        rule="The guide names who should be there",
        held_on=16,
        dates={"conference": "2026-11-30"},
        reasons=("late:conference",),
        says="This conference follows the London",
        on_paper=(
            "The complaints procedure of Hammersmith & Fulham Council",
            "the chair or your social worker gives you the form",
            "Key worker",
            REASON,
        ),
    ),
    Case(
        name="havering",
        rule="The page names who is there: the social worker or team manager",
        dates={"first_core_group": "2026-12-11"},
        says="I am the chairperson of this conference",
        on_paper=("The chair of the conference, Havering Council", "Key Worker", "Family Rights Group"),
    ),
    Case(
        name="kensington_chelsea",
        order=PLAN_FIRST,
        rule="The guide names who is there: the child from 7",
        says="Please help me to draw a diagram",
        on_paper=("The Customer Care Team of Kensington and Chelsea",),
    ),
    Case(
        name="plain",
        rule="Children's social care and at least two other agencies",
        says="I do not work with this family, and I am independent",
        on_paper=("A complaint cannot itself change the decision",),
    ),
    Case(
        name="quillshire",
        order=CHILD_FIRST,
        rule="Social care and four other agencies; two schools count once.",
        inquorate=INQUORATE,
        dates={"first_review": "2027-02-01"},
        reasons=("late:first_review",),
        prompt="A score of 8 or more: what is done today?",
        ten_means="the child cannot live at home",
        says="I do not work with this family, and I am independent",
        on_paper=(INQUORATE.reason, INQUORATE.safeguards),
        only_with_protection=(REASON,),
    ),
)


@pytest.fixture(autouse=True)
def _own_procedure() -> None:
    """Quillshire's file lies where the program looks for a person's own."""
    folder = Path(os.environ["XDG_CONFIG_HOME"], "conference-tui", "procedures")
    folder.mkdir(parents=True)
    (folder / "quillshire.toml").write_text(QUILLSHIRE, encoding="utf-8")


# --- What happens, as the procedure orders it ---------------------------------------------------------------


def steps(case: Case) -> Iterator[Step]:
    """The demonstration in the procedure's order, with its script said and no other's."""
    by_stage: dict[str, list[Step]] = {}
    for step in demonstration.steps():
        by_stage.setdefault(step.stage, []).append(step)
    opened, *set_up = by_stage["set_up"]
    assert isinstance(opened.event, e.ConferenceOpened)
    yield replace(opened, event=replace(opened.event, procedure=case.name))
    yield from set_up
    for stage in authorities.load(case.name).stages:
        for event in _at(stage, [step.event for step in by_stage[stage.id]]):
            yield Step(stage=stage.id, event=event)
            if case.inquorate and stage.id == "apologies" and isinstance(event, e.StageOpened):
                yield Step(stage=stage.id, event=case.inquorate)


def _at(stage: Stage, happens: list[e.AnyEvent]) -> Iterator[e.AnyEvent]:
    """What happens at a stage; the chair's statements are this procedure's, one after the other."""
    left = [statement.id for statement in stage.statements]
    for event in happens:
        if isinstance(event, e.StageFinished):
            yield from (e.StatementSaid(stage=stage.id, statement=each) for each in left)
            left = []
        if not isinstance(event, e.StatementSaid):
            yield event
        elif left:
            yield replace(event, statement=left.pop(0))


class Played:
    """The conference while it is typed, and what stood on the screen meanwhile."""

    def __init__(self, app: ConferenceApp, clock: MeetingClock, case: Case) -> None:
        self.case = case
        self.expected = Conference()
        """What the typing should have added up to by now; hands take the names from it."""
        self.seen: dict[str, str] = {}
        """By the stage: what it says when everything of it was typed."""
        self.script = ""
        """What each stage said when it was opened, with all that the chair has to say."""
        self.prompt = ""
        """The rows of the scale when the scores were shown."""
        self.reasons: list[e.ReasonGiven] = []
        self._app = app
        self._clock = clock

    async def to_the_close(self) -> None:
        """Type everything, with the reasons that the close wants."""
        await settle(self._app)
        for step in steps(self.case):
            if isinstance(step.event, e.ConferenceClosed):
                await self._give_reasons()
            await self._type(step.event)

    async def _type(self, event: e.AnyEvent) -> None:
        self._clock.turn_to(event)
        match event:
            case e.ConferenceOpened():
                await strike(self._app, _opening(event))
                await self._begun()
            case e.StageOpened():
                await strike(self._app, keys("f3"))
                self.script += await self._look()
            case e.StageFinished():
                self.seen[event.stage] = await self._look()
            case _:
                await strike(self._app, strokes_for(event, self.expected))
        if isinstance(event, e.ScoresShown):
            self.prompt = await self._look()
        if not (self.expected.closed_slot and isinstance(event, e.ContributionMade)):
            self.expected = apply(self.expected, event)

    async def _give_reasons(self) -> None:
        """A typed reason for each thing that holds up the close, once the close was refused for it."""
        procedure, calendar = authorities.load(self.case.name), authorities.bank_holidays()
        for each in holding_up(self.expected, procedure, calendar):
            await strike(self._app, keys("c", "ctrl+s"))
            await shows(self._app, each.words.partition(";")[0])
            await strike(self._app, keys("escape"))
            self.reasons.append(e.ReasonGiven(matter=each.key, reason=REASON))
            await self._type(self.reasons[-1])

    async def _look(self) -> str:
        """What the stage says: what stands above its sheet, and every row."""
        await settle(self._app)
        stage = meeting_screen(self._app).stage
        assert stage is not None
        above = "\n".join(str(each.content) for each in stage.query(Static))
        return f"{above}\n{shown(stage)}"

    async def _begun(self) -> None:
        while not (isinstance(self._app.screen, MeetingScreen) and self._app.screen.line.has_focus):
            await asyncio.sleep(0)
            await settle(self._app)
        await strike(self._app, keys("escape"))

    async def make_plans(self, out: Path) -> None:
        """Make the plans with the keys of the close."""
        await strike(self._app, make_documents(out))
        await self._app.workers.wait_for_complete()
        await settle(self._app)


def _opening(opened: e.ConferenceOpened) -> Iterator[Stroke]:
    yield from keys("f2")
    yield from line(opened.ref)
    yield from one(opened.kind.value)
    yield from one(authorities.load(opened.procedure).title.split()[0])
    yield from line(opened.chair)
    yield from line(opened.minute_taker)


# --- The test -----------------------------------------------------------------------------------------------


@pytest.mark.terminal
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
async def test_the_conference_is_run_to_its_close_and_its_plans(case: Case, tmp_path: Path) -> None:
    """What differs between procedures differs, and all else is the same.

    Order KC-6, BR-4; script BA-12, HF-11; quorum BA-4; dates BA-3, HF-2, HV-14; scale BA-16;
    which plan HV-10, KC-8; key worker and core group BA-7, BR-6, HV-12; complaints and support BA-27, HF-15, HV-17;
    nothing of the closed slot BA-11.
    """
    clock, out = MeetingClock(), tmp_path / "plans"
    app = ConferenceApp(Folder.at(tmp_path / "store", throw_away=True), clock=clock)
    played = Played(app, clock, case)
    try:
        async with asyncio.timeout(STUCK), app.run_test(size=(120, 40), notifications=True):
            await played.to_the_close()
            await played.make_plans(out)
            entries = [entry.event for entry in meeting(app).entries]
            told = told_of(meeting(app).conference, case)
    finally:
        app.close_meeting()
    visited = [event.stage for event in entries if isinstance(event, e.StageOpened)]
    assert tuple(dict.fromkeys(visited)) == ("set_up", *case.order)
    assert case_s1.without_ids(told) == case_s1.without_ids(told_of(played.expected, case))
    assert_what_the_procedure_says(told, played)
    assert_the_plans(out, case)


def told_of(conference: Conference, case: Case) -> dict[str, Any]:
    """A conference as `conference show --json` tells it."""
    procedure, calendar = authorities.load(case.name), authorities.bank_holidays()
    told: dict[str, Any] = json.loads(json.dumps(overview(conference, procedure, calendar)))
    return told


def assert_what_the_procedure_says(told: dict[str, Any], played: Played) -> None:
    """Order, script, quorum, dates, scale and reasons are the procedure's; the decisions are the same as ever."""
    case = played.case
    assert told["conference"]["closed"] == "15:50"
    assert [each["stage"] for each in told["conference"]["agenda"]] == ["set_up", *case.order]
    assert all("Script  all said ✓" in played.seen[stage] for stage in case.order)
    assert case.says in played.script
    assert told["quorum"]["rule"].startswith(case.rule)
    assert told["quorum"]["now"]["is_quorate"] is not bool(case.inquorate)
    verdict = "■ NOT QUORATE" if case.inquorate else "✓ QUORATE"
    assert verdict in played.seen["apologies"]
    assert f"Rule: {case.rule}" in played.seen["apologies"]
    dates = {each["key"]: each for each in told["deadlines"]}
    assert {key: dates[key]["date"] for key in case_s1.DATES} == {**case_s1.DATES, **case.dates}
    assert dates["conference"]["working_day"] == case.held_on
    assert [each.matter.rpartition(":")[0] for each in played.reasons] == list(case.reasons)
    assert {each["matter"]: each["reason"] for each in told["reasons"]} == {
        each.matter: REASON for each in played.reasons
    }
    assert case.prompt in played.prompt
    assert case.ten_means in played.seen["scaling"]
    decided = {each["child"]["name"]: each["decision"] for each in told["decisions"]}
    assert {name: each["sentence"] for name, each in decided.items()} == case_s1.SENTENCES
    assert {name: (each["outcome"], each["category"]) for name, each in decided.items()} == case_s1.OUTCOMES


def assert_the_plans(out: Path, case: Case) -> None:
    """A plan for each child in this authority's words, with nothing in it of another child or of the closed slot."""
    case_s1.assert_each_plan_is_one_childs(out)
    for path in out.iterdir():
        text = " ".join(Reading(path).text.split())
        assert [words for words in case.on_paper if words not in text] == []
        has_protection = f"child-{IN_NEED}-" not in path.name
        assert all((words in text) is has_protection for words in case.only_with_protection)
        assert found_in(path, ["07700 900417", "anonymous"]) == []
