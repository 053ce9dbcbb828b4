"""The two reference conferences: every figure on dates, reports and quorum, under both models of a quorum.

Model A is social care and two others, model B the partners by name.
"""

from datetime import date, time
from importlib.resources import files

import pytest

from conference_tui.conference import dates
from conference_tui.conference import events as e
from conference_tui.conference.adjourning import foreseen
from conference_tui.conference.attendance import quorum
from conference_tui.conference.deadlines import Due, due_dates
from conference_tui.conference.decision import sentence
from conference_tui.conference.people import Discipline, Standing
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.procedure_file import parse
from conference_tui.conference.reminders import close_refusal, holding_up
from conference_tui.conference.reports import report_standings
from conference_tui.conference.state import Conference
from tests.conference.building import (
    BARNSLEY,
    CALENDAR,
    CP,
    EMO,
    NEG,
    PHY,
    PLAIN,
    SOCIAL_CARE,
    arrive,
    build,
    professional,
    view,
)

A, B = PLAIN, BARNSLEY
PLAIN_TEXT = files("data").joinpath("procedures", "plain.toml").read_text(encoding="utf-8")
both = pytest.mark.parametrize("procedure", [A, B], ids=["A", "B"])

POLICE, ACH, GP = "Ashmere Constabulary", "Ashmere Community Health", "Tannery Lane Surgery"


def dues(conference: Conference, procedure: Procedure = PLAIN) -> dict[str, Due]:
    return {due.deadline.key: due for due in due_dates(conference, procedure, CALENDAR)}


def limits(conference: Conference, procedure: Procedure) -> dict[str, str]:
    return {key: due.deadline.when for key, due in dues(conference, procedure).items()}


# --- S1: siblings with different outcomes -------------------------------------------------------------------

WEXCOMBE, THISTLEWICK, LANTERN = "Wexcombe High", "Thistlewick Primary", "Harbour Lantern"

S1 = build(
    e.ConferenceOpened(ref="ASH-2026-1201-OR", kind=e.Kind.INITIAL, procedure="plain"),
    e.ConferenceArranged(held=date(2026, 12, 1), begins=time(13, 30)),
    e.KeyDateGiven(what="referral", on=date(2026, 11, 9)),
    e.KeyDateGiven(what="strategy discussion", on=date(2026, 11, 12)),
    e.ChildEntered(child="maya", name="Maya Orrell-Pike", born=date(2013, 5, 14)),
    e.ChildEntered(child="teddy", name="Teddy Voss", born=date(2021, 8, 30)),
    e.ChildEntered(child="jared", name="Jared Orrell-Pike", born=date(2010, 3, 2)),
    professional("sloan", SOCIAL_CARE, Discipline.SOCIAL_CARE),
    professional("quill", SOCIAL_CARE, Discipline.SOCIAL_CARE),
    professional("amadi", POLICE, Discipline.POLICE),
    professional("tiplady", ACH, Discipline.HEALTH),
    professional("farrant", WEXCOMBE, Discipline.EDUCATION, knows=("maya", "jared")),
    professional("nandra", THISTLEWICK, Discipline.EDUCATION, knows=("teddy",)),
    professional("keane", GP, Discipline.HEALTH),
    professional("lantern", LANTERN, Discipline.OTHER),
    e.PersonEntered(
        person="dean",
        name="Dean Pike",
        standing=Standing.PARENT,
        parent_of=("maya", "jared"),
        responsibility_for=("maya", "jared"),
    ),
    *arrive("sloan", "quill", "amadi", "tiplady", "farrant", "nandra", "dean"),
    e.ReportReceived(person="sloan", shared=date(2026, 11, 25)),
    e.ReportReceived(person="farrant", shared=date(2026, 11, 27)),
    e.ReportReceived(person="nandra", shared=date(2026, 11, 27)),
    e.ReportReceived(person="tiplady", shared=date(2026, 11, 30)),
    e.ReportReceived(person="keane", shared=date(2026, 11, 26), not_shared_with=("dean",)),
    e.ReportReceived(person="amadi", form="verbal"),
    e.ApologySent(person="keane"),
)
S1_BOOKED = build(
    e.DecisionMade(child="maya", outcome=CP, category=PHY),
    e.DecisionMade(child="teddy", outcome=CP, category=EMO),
    e.DecisionMade(child="jared", outcome=e.Outcome.CHILD_IN_NEED),
    e.CoreGroupBooked(on=date(2026, 12, 10), at=time(10)),
    e.ReviewBooked(on=date(2027, 2, 23), at=time(13, 30)),
    e.DissentDeclared(child="teddy", agency=THISTLEWICK, dissent=e.Dissent.FORMAL, reason="x"),
    e.ConferenceClosed(at=time(15, 50)),
    on=S1,
)


@both
def test_s1_the_dates(procedure: Procedure) -> None:
    """BA-3, BA-5, BA-22, HF-3, BR-7, KC-10: worked out by hand."""
    assert limits(S1_BOOKED, procedure) == {
        "conference": "Thu 3 Dec 2026",
        "reports_initial": "Fri 27 Nov 2026",
        "exclusion_request": "Thu 26 Nov 2026",
        "letter": "Wed 2 Dec 2026",
        "outline_plan": "Wed 2 Dec 2026",
        "first_visit": "Tue 15 Dec 2026",
        "first_core_group": "Tue 15 Dec 2026",
        "later_core_group": "Thu 7 Jan 2027",
        "cin_first_meeting": "Tue 15 Dec 2026",
        "first_review": "Mon 1 Mar 2027",
        "later_review": "Mon 23 Aug 2027",
        "minutes": "Thu 31 Dec 2026",
        "corrections": "Fri 15 Jan 2027",
        "dissent": "Fri 4 Dec 2026 15:50",
    }
    due = dues(S1_BOOKED, procedure)
    assert (due["conference"].working_day, due["conference"].is_late) == (13, False)
    assert [each.needs_reason for each in due.values()] == [""] * len(due)
    assert {holiday.date for holiday in due["minutes"].deadline.skipped} == {
        date(2026, 12, 25),
        date(2026, 12, 28),
    }


def test_s1_minutes_of_a_procedure_that_gives_fifteen_days() -> None:
    """KC-10: the number is the procedure's."""
    own = '[limits.minutes]\ncount = 15\nsource = "own"\n'
    assert limits(S1_BOOKED, parse(own, "own", PLAIN_TEXT))["minutes"] == "Tue 22 Dec 2026"
    without_group = build(e.DecisionMade(child="maya", outcome=CP, category=PHY), on=S1)
    assert limits(without_group, PLAIN)["later_core_group"] == "Tue 12 Jan 2027"


@both
def test_s1_the_reports(procedure: Procedure) -> None:
    """BA-5: the school nurse late, the GP not shared with a parent who has responsibility, verbal, none."""
    told = {each.agency: each.sentence for each in report_standings(S1, procedure, CALENDAR)}
    assert told[SOCIAL_CARE].endswith("in time (due Fri 27 Nov 2026)")
    assert "late by 1 working day" in told[ACH]
    assert "not shared with Dean Pike (who has parental responsibility)" in told[GP]
    assert (told[POLICE], told[LANTERN]) == ("verbal", "no report is recorded")


@both
def test_s1_the_quorum(procedure: Procedure) -> None:
    """BA-4: quorate under both; a father who leaves changes nothing, for he is no agency."""
    verdict = quorum(S1, procedure)
    assert verdict.is_quorate
    assert verdict.present == (SOCIAL_CARE, POLICE, ACH, WEXCOMBE, THISTLEWICK)
    assert (verdict.warnings, verdict.may_proceed) == ((), False)
    assert quorum(build(e.PersonLeft(person="dean", at=time(15, 10)), on=S1), procedure) == verdict


# --- S2: inquorate, over Christmas --------------------------------------------------------------------------

SALTGATE, HOMES = "Saltgate Primary", "Ashmere Homes"

S2 = build(
    e.ConferenceOpened(ref="ASH-2026-1222-BR", kind=e.Kind.INITIAL, procedure="plain"),
    e.ConferenceArranged(held=date(2026, 12, 22), begins=time(10)),
    e.KeyDateGiven(what="referral", on=date(2026, 12, 4)),
    e.KeyDateGiven(what="strategy discussion", on=date(2026, 12, 7)),
    e.ChildEntered(child="lola", name="Lola-May Brindle", born=date(2018, 10, 1), previous_plans=1),
    professional("ratcliff", SOCIAL_CARE, Discipline.SOCIAL_CARE),
    professional("halloran", SOCIAL_CARE, Discipline.SOCIAL_CARE),
    professional("pask", SALTGATE, Discipline.EDUCATION, knows=("lola",)),
    professional("constable", POLICE, Discipline.POLICE),
    professional("nurse", ACH, Discipline.HEALTH),
    professional("fenn", "Fenn and Partners", Discipline.HEALTH),
    professional("landlord", HOMES, Discipline.OTHER),
    e.PersonEntered(person="shanice", name="Shanice Brindle", standing=Standing.PARENT, parent_of=("lola",)),
    e.PersonEntered(person="keely", name="Keely Brindle", standing=Standing.NETWORK),
    *arrive("ratcliff", "halloran", "pask", "shanice", "keely", at=time(10)),
    e.ReportReceived(person="ratcliff", shared=date(2026, 12, 18)),
    e.ReportReceived(person="pask", shared=date(2026, 12, 18)),
    e.ReportReceived(person="landlord", shared=date(2026, 12, 21)),
    e.ReportReceived(person="constable", shared=date(2026, 12, 21)),
    e.ApologySent(person="constable", reason="A major incident."),
    e.ApologySent(person="landlord"),
)
S2_DECIDED = build(
    view("lola", SOCIAL_CARE, CP, NEG),
    view("lola", SALTGATE, CP, NEG),
    e.DecisionMade(child="lola", outcome=CP, category=NEG),
    e.CoreGroupBooked(on=date(2027, 1, 6), at=time(14)),
    e.ReviewBooked(on=date(2027, 1, 19), at=time(10)),
    on=S2,
)
WENT_AHEAD = e.InquorateProceeded(
    reason="The next day before the limit is 30 December, and school closes today.",
    safeguards="Keely stays at night until 4 January.",
)


@both
def test_s2_the_dates_over_christmas(procedure: Procedure) -> None:
    """BA-3, BA-22, HF-3: 25 and 28 December and 1 January are not counted."""
    told = limits(S2_DECIDED, procedure)
    assert {key: told[key] for key in ("conference", "reports_initial", "letter", "first_core_group")} == {
        "conference": "Wed 30 Dec 2026",
        "reports_initial": "Fri 18 Dec 2026",
        "letter": "Wed 23 Dec 2026",
        "first_core_group": "Fri 8 Jan 2027",
    }
    assert told["first_visit"] == "Fri 8 Jan 2027"
    assert told["later_core_group"] == "Wed 3 Feb 2027"
    assert told["first_review"] == "Mon 22 Mar 2027"
    assert told["later_review"] == "Mon 19 Jul 2027"
    assert (told["minutes"], told["corrections"]) == ("Fri 22 Jan 2027", "Fri 5 Feb 2027")
    held = dues(S2_DECIDED, procedure)["conference"]
    assert (held.working_day, held.is_late) == (11, False)


@both
def test_s2_an_early_review_needs_a_reason(procedure: Procedure) -> None:
    """HF-3: 28 days after the conference and so inside a month; the limit is still shown."""
    review = dues(S2_DECIDED, procedure)["first_review"]
    assert (review.needs_reason, review.is_late) == ("brought forward", False)
    assert (date(2027, 1, 19) - date(2026, 12, 22)).days == 28
    in_a_month = build(e.ReviewBooked(on=date(2027, 1, 22)), on=S2_DECIDED)
    assert dues(in_a_month, procedure)["first_review"].needs_reason == ""
    late = build(e.ReviewBooked(on=date(2027, 3, 23)), on=S2_DECIDED)
    assert dues(late, procedure)["first_review"].needs_reason == "late"


@both
def test_s2_the_minutes_are_due_after_the_early_review(procedure: Procedure) -> None:
    """KC-10: said, so that they are sent before it."""
    minutes = dues(S2_DECIDED, procedure)["minutes"].deadline
    assert "send them before it" in dates.minutes_advice(minutes, date(2027, 1, 19))


@both
def test_s2_the_reports(procedure: Procedure) -> None:
    """BA-5: two on time, two late, two missing."""
    told = {each.agency: each.sentence for each in report_standings(S2, procedure, CALENDAR)}
    on_time = [agency for agency, words in told.items() if "in time" in words]
    late = [agency for agency, words in told.items() if "late by 1 working day" in words]
    missing = [agency for agency, words in told.items() if words == "no report is recorded"]
    assert (on_time, late, missing) == ([SOCIAL_CARE, SALTGATE], [POLICE, HOMES], [ACH, "Fenn and Partners"])


def test_s2_the_quorum_under_a() -> None:
    """BA-4: social care and one; a report is no attendance; the chair may go ahead on grounds."""
    verdict = quorum(S2, A)
    assert verdict.missing == ("one more agency",)
    assert verdict.may_proceed
    assert verdict.grounds[0] == "There is enough information to decide."
    assert len(verdict.grounds) == 3


def test_s2_the_quorum_under_b() -> None:
    """BA-4: health and the police are missing; education is here."""
    verdict = quorum(S2, B)
    assert (verdict.missing, verdict.warnings) == (("health", "police"), ())
    assert verdict.grounds == ("The chair is satisfied that there are no other professionals involved.",)


def test_grounds_are_offered_only_to_those_who_are_enough_for_them() -> None:
    """BA-4: social care alone may not go ahead under A, and who is quorate needs no grounds."""
    alone = build(e.PersonLeft(person="pask", at=time(10, 5)), on=S2)
    assert (quorum(alone, A).may_proceed, quorum(alone, A).grounds) == (False, ())
    assert quorum(alone, A).missing == ("2 more agencies",)


@both
def test_s2_cannot_be_closed_until_reason_and_safeguards_are_typed(procedure: Procedure) -> None:
    """BA-4: the close is held up by the quorum, and by nothing of it afterwards."""
    assert "quorum" in [each.key for each in holding_up(S2_DECIDED, procedure, CALENDAR)]
    assert "Not quorate" in close_refusal(S2_DECIDED, procedure, CALENDAR)
    went = build(WENT_AHEAD, on=S2_DECIDED)
    assert "quorum" not in [each.key for each in holding_up(went, procedure, CALENDAR)]


@both
def test_s2_the_decision(procedure: Procedure) -> None:
    """BA-17: two of two."""
    told = sentence(S2_DECIDED, procedure, "lola")
    assert told.startswith("Both agencies giving a view considered that a child protection plan is needed")
    assert told.endswith("category neglect; the chair decided: child protection plan, neglect.")


@both
def test_s2_what_if_it_is_adjourned(procedure: Procedure) -> None:
    """BA-3, BA-4: again by 8 January, which is working day 21, and the limit missed by 6; each with its rule."""
    again = foreseen(S2, procedure, CALENDAR)
    assert again.again is not None
    assert again.again.when == "Fri 8 Jan 2027"
    assert again.standing is not None
    assert (again.working_day, again.standing.late_by) == (21, 6)
    assert again.sentence == (
        "It meets again by Fri 8 Jan 2027 at the latest, on working day 21; the limit, Wed 30 Dec 2026, would be "
        "missed by 6 working days."
    )
    assert again.counted == (
        "Meets again: 10 working days after Tue 22 Dec 2026; not counted: Fri 25 Dec 2026 (Christmas Day), "
        "Mon 28 Dec 2026 (Boxing Day) and Fri 1 Jan 2027 (New Year’s Day). "
        "Initial conference held: 15 working days after Mon 7 Dec 2026; not counted: Fri 25 Dec 2026 "
        "(Christmas Day) and Mon 28 Dec 2026 (Boxing Day)."
    )


@both
def test_s2_adjourned_to_another_day(procedure: Procedure) -> None:
    """BA-3, BA-4: the chair's own day is reckoned too; a decision keeps its dates; what is unknown is said."""
    soon = foreseen(S2, procedure, CALENDAR, date(2026, 12, 29))
    assert (soon.working_day, soon.sentence.endswith("is kept.")) == (14, True)
    assert (
        "would be missed by 1 working day." in foreseen(S2, procedure, CALENDAR, date(2026, 12, 31)).sentence
    )
    decided = foreseen(S2_DECIDED, procedure, CALENDAR).sentence
    assert "every date goes on being counted from Tue 22 Dec 2026" in decided
    late = build(e.ConferenceArranged(held=date(2028, 12, 22)), on=S2)
    assert "bank holidays unknown for 2029" in foreseen(late, procedure, CALENDAR).sentence
    no_day = build(
        e.ConferenceOpened(ref="X", kind=e.Kind.INITIAL, procedure="plain"),
        e.ConferenceArranged(held=date(2026, 12, 22)),
    )
    assert foreseen(no_day, procedure, CALENDAR).counted.endswith("the day it runs from is not entered.")


# --- The small cases that are dates -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("held", "letter", "ten", "twenty", "review", "fifteen"),
    [
        (date(2026, 11, 30), "Tue 1 Dec 2026", "Mon 14 Dec 2026", "Wed 30 Dec 2026", "Fri 26 Feb 2027", "Mon 21 Dec 2026"),
        (date(2026, 8, 28), "Tue 1 Sep 2026", "Mon 14 Sep 2026", "Mon 28 Sep 2026", "Thu 26 Nov 2026", "Mon 21 Sep 2026"),
        (date(2027, 11, 29), "Tue 30 Nov 2027", "Mon 13 Dec 2027", "Wed 29 Dec 2027", "Fri 25 Feb 2028", "Mon 20 Dec 2027"),
    ],
    ids=["M1", "M2", "M3"],
)  # fmt: skip
@both
def test_the_small_cases(
    held: date, letter: str, ten: str, twenty: str, review: str, fifteen: str, procedure: Procedure
) -> None:
    """BA-22, HF-3, KC-10 (M1 to M3): the end of February, the summer bank holiday, a leap year with days in lieu."""
    told = limits(build(e.ConferenceArranged(held=held), on=S1), procedure)
    assert (told["letter"], told["first_core_group"], told["minutes"]) == (letter, ten, twenty)
    assert told["first_review"] == review
    own = parse('[limits.minutes]\ncount = 15\nsource = "own"\n', "own", PLAIN_TEXT)
    assert limits(build(e.ConferenceArranged(held=held), on=S1), own)["minutes"] == fifteen


def test_a_review_on_or_before_the_day_the_plan_begins_is_refused() -> None:
    """M12: by the census, rule 8841."""
    held = date(2026, 12, 1)
    assert "rule 8841" in dates.review_refusal(held, held)
    assert "rule 8841" in dates.review_refusal(held, date(2026, 11, 30))
    assert dates.review_refusal(held, date(2026, 12, 2)) == ""


def test_a_plan_that_ends_on_the_day_it_begins_is_refused() -> None:
    """M11: by the census, rule 8840."""
    begun = date(2026, 12, 1)
    assert "rule 8840" in dates.ending_refusal(begun, begun)
    assert dates.ending_refusal(begun, date(2026, 12, 2)) == ""


def test_an_agency_that_leaves_before_the_decision() -> None:
    """M14, BA-4: the verdict at the decision is another than the one before, and both can be told."""
    left = build(e.PersonLeft(person="amadi", at=time(14, 50)), on=S1)
    decided = build(e.DecisionMade(child="maya", outcome=CP, category=PHY), on=left)
    at_decision = quorum(decided, B, decided.decisions["maya"].present)
    assert (quorum(S1, B).is_quorate, at_decision.missing) == (True, ("police",))
    assert quorum(decided, A, decided.decisions["maya"].present).is_quorate
