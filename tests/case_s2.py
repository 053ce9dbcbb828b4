"""What must come out of the conference without a quorum before Christmas, however it was typed in.

The figures are those of the case as it was worked out by hand, on the bank holidays of England and Wales, under both
models of a quorum: A, social care and two others (the plain procedure), and B, partners by name (Barnsley's).
"""

from pathlib import Path
from typing import Any

from conference_tui import demonstration
from conference_tui.conference import events as e
from conference_tui.demonstration import Step
from tests.documents.pdf_checks import assert_accessible, found_in
from tests.played import under

REF = "ASH-2026-1222-BR"
A, B = "plain", "barnsley"
MODELS = (A, B)
SENTENCE = (
    "Both agencies giving a view considered that a child protection plan is needed, category neglect; "
    "the chair decided: child protection plan, neglect."
)
CHRISTMAS, BOXING, NEW_YEAR = "2026-12-25", "2026-12-28", "2027-01-01"
DATES = {
    "conference": ("2026-12-30", [CHRISTMAS, BOXING]),
    "reports_initial": ("2026-12-18", []),
    "letter": ("2026-12-23", []),
    "outline_plan": ("2026-12-23", []),
    "first_core_group": ("2027-01-08", [CHRISTMAS, BOXING, NEW_YEAR]),
    "first_visit": ("2027-01-08", [CHRISTMAS, BOXING, NEW_YEAR]),
    "later_core_group": ("2027-02-03", []),
    "first_review": ("2027-03-22", []),
    "later_review": ("2027-07-19", []),
    "minutes": ("2027-01-22", [CHRISTMAS, BOXING, NEW_YEAR]),
    "corrections": ("2027-02-05", []),
}
"""Each limit, and the bank holidays that are left out in counting it."""
MISSING = {A: ["one more agency"], B: ["health", "police"]}
GROUNDS = {
    A: [
        "There is enough information to decide.",
        "Three agencies are not involved with the child.",
        "A delay would harm the child.",
    ],
    B: ["The chair is satisfied that there are no other professionals involved."],
}
REPORTS = {
    "Children's social care": (False, "in time (due Fri 18 Dec 2026)"),
    "Saltgate Primary": (False, "in time (due Fri 18 Dec 2026)"),
    "Ashmere Constabulary": (True, "late by 1 working day (due Fri 18 Dec 2026)"),
    "Ashmere Homes": (True, "late by 1 working day (due Fri 18 Dec 2026)"),
    "Ashmere Community Health": (True, "no report"),
    "Cinder Row Surgery": (True, "no report"),
}
"""By the agency: whether something is to be said of its report, and how the sentence ends."""
REASON = "Next lawful date before the limit is 30 December"
SAFEGUARDS = "Keely stays nights 22 Dec–4 Jan."
FATHER = "Not known whether Marlon Tate has parental responsibility for Lola-May Brindle."


def steps(procedure: str = A) -> list[Step]:
    """Everything that happens, under one of the two models."""
    return list(under(procedure, demonstration.steps(demonstration.INQUORATE)))


def events(procedure: str = A) -> list[e.AnyEvent]:
    """The same without the stage of each."""
    return [step.event for step in steps(procedure)]


def went_ahead() -> e.InquorateProceeded:
    """The chair's reason and the interim safeguards, as typed."""
    return next(event for event in events() if isinstance(event, e.InquorateProceeded))


def assert_every_figure(told: dict[str, Any], procedure: str) -> None:
    """Dates with their holidays, quorum, reports, scores, sentence and the rest of the case."""
    by_key = {each["key"]: each for each in told["deadlines"]}
    found = {
        key: (due["date"], [holiday["date"] for holiday in due["skipped"]])
        for key, due in by_key.items()
        if key in DATES
    }
    assert found == DATES
    held = by_key["conference"]
    assert (held["working_day"], held["standing"]["in_time"]) == (11, True)
    assert by_key["first_core_group"]["standing"]["in_time"]
    assert_the_quorum(told["quorum"], procedure)
    reports = {each["agency"]: (each["flagged"], each["sentence"]) for each in told["reports"]["agencies"]}
    assert reports.keys() == REPORTS.keys()
    for agency, (flagged, ending) in REPORTS.items():
        assert reports[agency][0] is flagged
        assert reports[agency][1].endswith(ending)
    [decided] = told["decisions"]
    assert decided["decision"]["sentence"] == SENTENCE
    assert (decided["decision"]["outcome"], decided["decision"]["category"]) == ("cp_plan", "NEG")
    assert decided["total"] == 2
    [child] = told["children"]
    assert (child["previous_plans"], child["participation"]["code"]) == (1, "PN6")
    [asked] = told["scaling"]["questions"]
    assert (asked["lowest"], asked["highest"], asked["low_prompt"]) == (3, 5, "")
    assert "mean" not in asked
    assert told["review"]["on"] == "2027-01-19"
    assert told["closed_slots"] == []
    marlon = next(each for each in told["people"] if each["name"] == "Marlon Tate")
    assert marlon["responsibility_for"] == []
    assert [each["name"] for each in marlon["responsibility_unknown"]] == ["Lola-May Brindle"]
    assert FATHER in [each["words"] for each in told["reminders"]]
    assert "unanimous" not in str(told).lower()


def assert_the_quorum(told: dict[str, Any], procedure: str) -> None:
    """Not quorate now, at the apologies and at the decision; a report is no attendance; gone ahead with both."""
    for verdict in (told["now"], told["at_the_apologies"], *told["at_decisions"]):
        assert verdict["missing"] == MISSING[procedure]
        assert verdict["grounds"] == GROUNDS[procedure]
        assert verdict["present"] == ["Children's social care", "Saltgate Primary"]
    assert (told["differs"], told["changed"]) == (False, [])
    assert told["proceeded"]["reason"].startswith(REASON)
    assert told["proceeded"]["safeguards"].endswith(SAFEGUARDS)


def assert_the_plan(folder: Path, procedure: str) -> None:
    """One accessible plan; it says that the conference was not quorate, what was missing, why, and what is done."""
    [path] = folder.iterdir()
    assert path.name == f"{REF}-child-1-plan.pdf"
    text = " ".join(assert_accessible(path).text.split())
    missing = " and ".join(MISSING[procedure])
    assert f"This conference was not quorate: missing {missing}." in text
    for words in (REASON, SAFEGUARDS, SENTENCE, "Earlier child protection plans 1", "Tue 19 Jan 2027"):
        assert words in text
    assert found_in(path, ["unanimous"]) == []
