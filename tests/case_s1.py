"""What must come out of the demonstration conference, however it was typed in.

The figures are those of the case as it was worked out by hand, on the bank holidays of England and Wales.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from conference_tui import authorities, demonstration
from conference_tui.conference import events as e
from conference_tui.conference.folding import apply
from conference_tui.conference.state import Conference
from conference_tui.overview.whole import overview
from tests.documents.pdf_checks import assert_accessible, found_in

REF = demonstration.REF
CLOSED_WORDS = "A neighbour heard the shouting"
SENTENCES = {
    "Maya Orrell-Pike": "All 4 agencies giving a view considered that a child protection plan is needed, "
    "category physical abuse; the chair decided: child protection plan, physical abuse.",
    "Teddy Voss": "3 of 4 agencies considered that a child protection plan is needed; "
    "1 considered a child in need plan. The chair decided: child protection plan, emotional abuse.",
    "Jared Orrell-Pike": "3 of 4 agencies considered that a child in need plan is needed; "
    "1 considered a child protection plan. The chair decided: child in need plan.",
}
OUTCOMES = {
    "Maya Orrell-Pike": ("cp_plan", "PHY"),
    "Teddy Voss": ("cp_plan", "EMO"),
    "Jared Orrell-Pike": ("cin_plan", None),
}
DATES = {
    "conference": "2026-12-03",
    "reports_initial": "2026-11-27",
    "letter": "2026-12-02",
    "outline_plan": "2026-12-02",
    "first_core_group": "2026-12-15",
    "first_visit": "2026-12-15",
    "later_core_group": "2027-01-07",
    "cin_first_meeting": "2026-12-15",
    "first_review": "2027-03-01",
    "later_review": "2027-08-23",
    "minutes": "2026-12-31",
    "corrections": "2027-01-15",
}
ONE_CHILDS_OWN = {
    1: ("Maya", ("Teddy", "Jared", "CPCS1B", "CPCS1C", "emotional abuse", "Drawing", "Thistlewick")),
    2: ("Teddy", ("Maya", "Jared", "CPCS1A", "CPCS1C", "physical abuse", "Dean", "Quarry Lodge", "cable")),
    3: ("Jared", ("Maya", "Teddy", "CPCS1A", "CPCS1B", "Calmer Ground", "cable", "Thistlewick")),
}
"""By the child's number: the name, and what no line of this child's plan may hold."""


def shown(store: Path, ref: str = REF) -> dict[str, Any]:
    """The conference as `conference show --json` tells it."""
    command = [sys.executable, "-m", "conference_tui", "--store", str(store), "show", ref, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def expected() -> dict[str, Any]:
    """What the same events add up to without anybody typing them."""
    conference = Conference()
    for step in demonstration.steps():
        if not (conference.closed_slot and isinstance(step.event, e.ContributionMade)):
            conference = apply(conference, step.event)
    procedure = authorities.load(demonstration.PROCEDURE)
    told: dict[str, Any] = json.loads(
        json.dumps(overview(conference, procedure, authorities.bank_holidays()))
    )
    return told


def without_ids(told: object) -> object:
    """What is told, without what the typing made up (ids) and what only the run knows (documents, progress)."""
    if isinstance(told, dict):
        left_out = {"id", "about", "record", "documents", "seals", "entries", "progress", "said", "saved"}
        left_out |= {"reader"} | ({"child"} if isinstance(told.get("child"), str) else set())
        kept = {key: without_ids(value) for key, value in told.items() if key not in left_out}
        if "key" in kept:
            kept["key"] = str(kept["key"]).partition(":")[0]
        return kept
    if isinstance(told, list):
        return [without_ids(each) for each in told]
    return told


def assert_every_figure(told: dict[str, Any]) -> None:
    """Dates, quorum, reports, prompt, spread, sentences and categories of the case."""
    decided = {each["child"]["name"]: each["decision"] for each in told["decisions"]}
    assert {name: each["sentence"] for name, each in decided.items()} == SENTENCES
    assert {name: (each["outcome"], each["category"]) for name, each in decided.items()} == OUTCOMES
    dates = {each["key"]: each["date"] for each in told["deadlines"]}
    assert {key: dates.get(key) for key in DATES} == DATES
    held = next(each for each in told["deadlines"] if each["key"] == "conference")
    assert held["working_day"] == 13
    assert held["standing"]["in_time"] is True
    assert told["quorum"]["now"]["is_quorate"]
    assert all(each["is_quorate"] for each in told["quorum"]["at_decisions"])
    reports = {each["agency"]: each["sentence"] for each in told["reports"]["agencies"]}
    assert "late by 1 working day" in reports["Ashmere Community Health"]
    assert "not shared with Dean Pike (who has parental responsibility)" in reports["Tannery Lane Surgery"]
    assert reports["Ashmere Constabulary"] == "verbal"
    assert reports["Harbour Lantern"] == "no report"
    question = told["scaling"]["questions"][0]
    assert (question["lowest"], question["highest"]) == (2, 8)
    assert question["low_prompt"]
    assert question["low_answer"]
    assert "mean" not in question
    assert [each["code"] for each in (child["participation"] for child in told["children"])] == [
        "PN2",
        "PN6",
        "PN6",
    ]
    assert CLOSED_WORDS not in json.dumps(told)
    assert "unanimous" not in json.dumps(told)


def assert_each_plan_is_one_childs(folder: Path) -> None:
    """A plan for each child, accessible, with that child in it and nothing of another's."""
    assert sorted(path.name for path in folder.iterdir()) == [
        f"{REF}-child-{n}-plan.pdf" for n in ONE_CHILDS_OWN
    ]
    for number, (name, others) in ONE_CHILDS_OWN.items():
        path = folder / f"{REF}-child-{number}-plan.pdf"
        reading = assert_accessible(path)
        assert name in reading.text
        assert SENTENCES[next(full for full in SENTENCES if full.startswith(name))] in " ".join(
            reading.text.split()
        )
        assert found_in(path, [*others, CLOSED_WORDS, "unanimous"]) == []
