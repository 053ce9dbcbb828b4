"""The conference without a quorum before Christmas, under both models of a quorum: every figure that must come out.

One agency and social care are here three days before Christmas; the child had a plan before; nobody knows where her
father is. The chair goes ahead, with a reason and with what keeps her safe, and sees beforehand what adjourning
would do.
"""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from conference_tui.authorities import bank_holidays, load
from conference_tui.conference import dates, decision
from conference_tui.conference import events as e
from conference_tui.conference.adjourning import foreseen
from conference_tui.conference.attendance import quorum
from conference_tui.conference.deadlines import Due, due_dates
from conference_tui.conference.folding import apply
from conference_tui.conference.reminders import close_refusal, holding_up, reminders
from conference_tui.conference.rules import refusal
from conference_tui.conference.state import Conference
from conference_tui.demonstration import Step
from conference_tui.documents.pack import make_plans
from conference_tui.meeting import Meeting
from conference_tui.overview_text.whole import as_text
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from tests import case_s2
from tests.case_s2 import MODELS, A, B
from tests.conference.building import plan_of
from tests.played import folded, told_of

CALENDAR = bank_holidays()
HELD = dt.date(2026, 12, 22)
both = pytest.mark.parametrize("model", MODELS, ids=["A", "B"])


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Conference]]:
    """The whole conference under each model, recorded through the one door, and opened again."""
    found = {}
    for model in MODELS:
        folder = Folder.at(tmp_path_factory.mktemp("case") / model)
        first = Meeting(folder, Record.create(folder), load(model), CALENDAR)
        first.record(*case_s2.events(model))
        first.close()
        again = Meeting(folder, Record.open(folder, first.record_id), load(model), CALENDAR)
        found[model] = again.conference
        again.close()
    yield found


def until(model: str, *kinds: type[e.Event]) -> Conference:
    """The conference as it stands just before the first event of these kinds."""
    taken: list[Step] = []
    for step in case_s2.steps(model):
        if isinstance(step.event, kinds):
            break
        taken.append(step)
    return folded(taken)


def without(model: str, *kinds: type[e.Event]) -> Conference:
    """The whole conference as far as it is open, without the events of these kinds."""
    return folded(
        step for step in case_s2.steps(model) if not isinstance(step.event, (*kinds, e.ConferenceClosed))
    )


def due(conference: Conference, model: str, key: str) -> Due:
    return next(each for each in due_dates(conference, load(model), CALENDAR) if each.deadline.key == key)


@both
def test_every_figure(recorded: dict[str, Conference], model: str) -> None:
    """BA-3, BA-4, BA-5, BA-17, BA-22, HF-3, KC-10: as `conference show --json` tells it."""
    case_s2.assert_every_figure(told_of(recorded[model], model), model)


@both
def test_each_date_says_its_rule_its_day_and_the_holidays(
    recorded: dict[str, Conference], model: str
) -> None:
    """BA-22 (N3): twenty working days over Christmas and New Year, each by name."""
    told = due(recorded[model], model, "minutes").deadline
    assert told.when == "Fri 22 Jan 2027"
    for part in ("20 working days after Tue 22 Dec 2026", "Christmas Day", "Boxing Day", "New Year’s Day"):
        assert part in told.sentence


def test_minutes_within_fifteen_working_days() -> None:
    """KC-10: an authority that asks for them sooner gets Fri 15 Jan 2027."""
    sooner = replace(load(A).limit("minutes"), count=15)
    assert dates.deadline(sooner, CALENDAR, HELD).when == "Fri 15 Jan 2027"


@both
def test_the_limit_of_the_review_is_three_months_and_ninety_days(
    recorded: dict[str, Conference], model: str
) -> None:
    """HF-3: both fall on Mon 22 Mar 2027; the early review stands, 28 days after, inside a month."""
    review = due(recorded[model], model, "first_review")
    assert review.deadline.is_tie
    assert (review.booked, review.needs_reason) == (dt.date(2027, 1, 19), "brought forward")
    assert recorded[model].held == HELD
    assert (dt.date(2027, 1, 19) - HELD).days == 28


# --- The quorum ---------------------------------------------------------------------------------------------


@both
def test_a_report_is_no_attendance(model: str) -> None:
    """BA-4: the police and the landlord sent reports, and neither is here."""
    verdict = quorum(until(model, e.InquorateProceeded), load(model))
    assert "Ashmere Constabulary" not in verdict.present
    assert "Ashmere Homes" not in verdict.present
    assert verdict.missing == tuple(case_s2.MISSING[model])
    assert verdict.warnings == ()  # education is here
    assert (verdict.may_proceed, verdict.grounds) == (True, tuple(case_s2.GROUNDS[model]))


@both
def test_it_cannot_be_closed_without_the_reason_and_the_safeguards(model: str, tmp_path: Path) -> None:
    """BA-4: neither alone is recorded, nothing else stands in for them, and nothing of it is open afterwards."""
    conference, rules = without(model, e.InquorateProceeded), load(model)
    assert [each.key for each in holding_up(conference, rules, CALENDAR)] == ["quorum"]
    assert "Not quorate" in close_refusal(conference, rules, CALENDAR)
    folder = Folder.at(tmp_path / "store")
    meeting = Meeting(folder, Record.create(folder), rules, CALENDAR)
    meeting.record(
        *(
            event
            for event in case_s2.events(model)
            if not isinstance(event, e.InquorateProceeded | e.ConferenceClosed)
        )
    )
    typed = case_s2.went_ahead()
    assert "needs the chair's reason" in meeting.refusal(replace(typed, reason=""))
    assert "Say what keeps the child safe" in meeting.refusal(replace(typed, safeguards=""))
    assert "what keeps the child safe" in meeting.refusal(e.ReasonGiven(matter="quorum", reason="No time."))
    assert meeting.refusal(e.ConferenceClosed(at=dt.time(11, 35)))
    meeting.record(typed, e.ConferenceClosed(at=dt.time(11, 35)))
    assert holding_up(meeting.conference, rules, CALENDAR) == ()
    meeting.close()


@both
def test_what_adjourning_would_have_done(model: str) -> None:
    """BA-3, BA-4: Fri 8 Jan 2027, working day 21, the limit of Wed 30 Dec missed by 6; and it is what then happens."""
    conference, rules = until(model, e.InquorateProceeded), load(model)
    before = foreseen(conference, rules, CALENDAR)
    assert before.again is not None
    assert before.standing is not None
    assert (before.again.when, before.working_day, before.standing.late_by) == ("Fri 8 Jan 2027", 21, 6)
    for event in (
        e.ConferenceAdjourned(at=dt.time(10, 12), reason="Not quorate.", safeguards="Keely stays."),
        e.ConferenceResumed(on=dt.date(2027, 1, 8), at=dt.time(10)),
    ):
        conference = apply(conference, event)
    held = due(conference, model, "conference")
    assert (held.booked, held.deadline.when, held.working_day) == (
        dt.date(2027, 1, 8),
        "Wed 30 Dec 2026",
        21,
    )
    assert held.standing is not None
    assert held.standing.late_by == 6


@both
def test_an_early_review_is_advised_until_it_is_booked(recorded: dict[str, Conference], model: str) -> None:
    """BA-4, HF-3: and then that the minutes, due after it, are sent before."""
    not_booked = without(model, e.ReviewBooked)
    assert "early review" in {each.key for each in reminders(not_booked, load(model), CALENDAR)}
    far = apply(not_booked, e.ReviewBooked(on=dt.date(2027, 3, 22)))
    assert "early review" in {each.key for each in reminders(far, load(model), CALENDAR)}
    assert "early review" not in {each.key for each in reminders(recorded[model], load(model), CALENDAR)}
    minutes = due(recorded[model], model, "minutes").deadline
    assert dates.minutes_advice(minutes, dt.date(2027, 1, 19)) == (
        "The minutes are due on Fri 22 Jan 2027, and the review is on Tue 19 Jan 2027: send them before it."
    )


# --- The decision and the rest ------------------------------------------------------------------------------


@both
def test_who_gave_no_view_is_listed_and_not_counted(recorded: dict[str, Conference], model: str) -> None:
    """BA-17: two of two; the reports of the police and of the landlord contain no view."""
    counted = decision.count(recorded[model], "lola")
    assert counted.total == 2
    assert {view.agency for view in counted.silent} == {"Ashmere Constabulary", "Ashmere Homes"}
    assert decision.sentence(recorded[model], load(model), "lola") == case_s2.SENTENCE
    assert recorded[model].decisions["lola"].made.reason == ""


@both
def test_an_action_without_somebody_who_does_it_is_refused(model: str) -> None:
    """HV-11: also to trace a father has an owner."""
    trace = next(
        event
        for event in case_s2.events(model)
        if isinstance(event, e.ActionAgreed) and event.what.startswith("Trace")
    )
    before = until(model, e.ActionAgreed)
    assert "Who?" in refusal(before, replace(trace, who=()), load(model))
    assert refusal(before, trace, load(model)) == ""


@both
def test_what_the_plan_is_drawn_from(recorded: dict[str, Conference], model: str) -> None:
    """BA-4, BA-20: the line that is printed has what is missing, the chair's words and the safeguards."""
    plan = plan_of(recorded[model], "lola", load(model))
    assert f"not quorate: missing {' and '.join(case_s2.MISSING[model])}." in plan
    assert "When the apologies were gone through" not in plan
    assert f"Why the chair went ahead: {case_s2.REASON}" in plan
    assert f"{case_s2.SAFEGUARDS}'" in plan
    assert "('Earlier child protection plans', '1')" in plan


@both
def test_the_plan_on_paper(recorded: dict[str, Conference], model: str, tmp_path: Path) -> None:
    """BA-4, BA-20, BA-27: what was missing, why the chair went ahead, what keeps her safe."""
    make_plans(recorded[model], load(model), CALENDAR, tmp_path)
    case_s2.assert_the_plan(tmp_path, model)


@both
def test_that_no_closed_session_was_held_is_said(recorded: dict[str, Conference], model: str) -> None:
    """BA-11: once it is closed; until then one may still come."""
    told = " ".join(as_text(told_of(recorded[model], model)).split())
    assert "No closed session was held." in told
    open_still = " ".join(as_text(told_of(without(model), model)).split())
    assert "No closed session was held." not in open_still


def test_both_models_are_those_of_the_case() -> None:
    """BA-4: A wants social care and two others, B social care, health and the police."""
    assert (load(A).quorum.required, load(A).quorum.others) == (("social_care",), 2)
    assert load(B).quorum.required == ("social_care", "health", "police")
