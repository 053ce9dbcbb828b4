"""The demonstration's conference under every procedure, typed through the real screens to its close and its plans.

What happens in it is the same each time. What the procedure says of it is not: the order of the agenda, what is
said, the quorum, the dates, the scale, and what holds up the close until the chair types a reason.
"""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from conference_tui import demonstration
from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.demo import MeetingClock
from conference_tui.demonstration import Step
from conference_tui.store.folder import Folder
from tests import case_s1
from tests.documents.pdf_checks import Reading, found_in
from tests.played import Played, told_of, under
from tests.screens.driving import meeting

USUAL = ("before", "introductions", "apologies", "closed", "reason", "mapping", "child")
DECISION_FIRST = (*USUAL, "summary", "scaling", "threshold", "plan", "core_group", "close")
PLAN_FIRST = (*USUAL, "summary", "scaling", "plan", "threshold", "core_group", "close")
CHILD_FIRST = (*USUAL[:5], "child", "mapping", *DECISION_FIRST[7:])
QUILLSHIRE = """
title = "Quillshire"
authority = "Quillshire Council"
agenda = [
  "before", "introductions", "apologies", "closed", "reason", "child", "progress", "mapping",
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
STUCK = 900.0
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
    for step in under(case.name, demonstration.steps()):
        yield step
        if case.inquorate and step.stage == "apologies" and isinstance(step.event, e.StageOpened):
            yield Step(stage=step.stage, event=case.inquorate)


# --- The test -----------------------------------------------------------------------------------------------


@pytest.mark.long
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
    played = Played(app, clock, steps(case), case.name, REASON)
    try:
        async with asyncio.timeout(STUCK), app.run_test(size=(120, 40), notifications=True):
            await played.to_the_close()
            await played.make_plans(out)
            entries = [entry.event for entry in meeting(app).entries]
            told = told_of(meeting(app).conference, case.name)
    finally:
        app.close_meeting()
    visited = [event.stage for event in entries if isinstance(event, e.StageOpened)]
    assert tuple(dict.fromkeys(visited)) == ("set_up", *case.order)
    assert case_s1.without_ids(told) == case_s1.without_ids(told_of(played.expected, case.name))
    assert_what_the_procedure_says(told, played, case)
    assert_the_plans(out, case)


def assert_what_the_procedure_says(told: dict[str, Any], played: Played, case: Case) -> None:
    """Order, script, quorum, dates, scale and reasons are the procedure's; the decisions are the same as ever."""
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
