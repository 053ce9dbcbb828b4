"""The demonstration conference in whole, through the one door: every figure that must come out of it.

Three children with three outcomes, two fathers of whom one must not learn where the other lives, a child of
thirteen who speaks with her advocate, a late report, one not shared, and a closed slot.
"""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from conference_tui import demonstration
from conference_tui.authorities import bank_holidays, load
from conference_tui.conference import dates, decision, scaling
from conference_tui.conference import events as e
from conference_tui.conference.agenda import stages, unsaid
from conference_tui.conference.attendance import not_here, quorum
from conference_tui.conference.deadlines import Due, due_dates
from conference_tui.conference.folding import apply
from conference_tui.conference.mapping import GREY, WELL, WORRIES, new_to_the_family, on_map
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.reminders import holding_up, reminders
from conference_tui.conference.reports import report_standings, reports_due
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_date
from conference_tui.meeting import Meeting
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from tests import case_s1
from tests.played import told_of, under

BARNSLEY, PLAIN, CALENDAR = load("barnsley"), load("plain"), bank_holidays()
MODELS = {"plain": PLAIN, "barnsley": BARNSLEY}
"""The two models of a quorum: A, social care and two others, and B, the partners by name."""


@pytest.fixture(scope="module", params=MODELS, ids=["A", "B"])
def meeting(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Meeting]:
    """The whole conference under each model, recorded and opened again."""
    folder, rules = Folder.at(tmp_path_factory.mktemp("case") / "store"), MODELS[request.param]
    first = Meeting(folder, Record.create(folder), rules, CALENDAR)
    first.record(*(step.event for step in under(request.param, demonstration.steps())))
    first.close()
    again = Meeting(folder, Record.open(folder, first.record_id), rules, CALENDAR)
    yield again
    again.close()


@pytest.fixture(scope="module")
def conference(meeting: Meeting) -> Conference:
    return meeting.conference


def states() -> Iterator[tuple[e.AnyEvent, Conference]]:
    """Every event of the open record, with the conference after it."""
    conference = Conference()
    for step in demonstration.steps():
        if conference.closed_slot is None or not isinstance(step.event, e.ContributionMade):
            conference = apply(conference, step.event)
            yield step.event, conference


def rules_of(conference: Conference) -> Procedure:
    """The procedure that the conference follows."""
    assert conference.opened is not None
    return MODELS[conference.opened.procedure]


def due(conference: Conference, key: str) -> Due:
    return next(
        each for each in due_dates(conference, rules_of(conference), CALENDAR) if each.deadline.key == key
    )


def sentences(conference: Conference) -> list[str]:
    """Everything that the program says about a conference by itself."""
    return [
        *(decision.sentence(conference, rules_of(conference), child) for child in conference.children),
        *(each.words for each in reminders(conference, rules_of(conference), CALENDAR)),
        *(each.sentence for each in report_standings(conference, rules_of(conference), CALENDAR)),
        *(each.deadline.sentence for each in due_dates(conference, rules_of(conference), CALENDAR)),
        quorum(conference, rules_of(conference)).sentence,
        quorum(conference, PLAIN).sentence,
    ]


def test_every_figure(conference: Conference) -> None:
    """BA-3, BA-4, BA-5, BA-16, BA-17, BA-22: as `conference show --json` tells them."""
    assert conference.opened is not None
    case_s1.assert_every_figure(told_of(conference, conference.opened.procedure))


# --- Dates --------------------------------------------------------------------------------------------------


def test_it_was_held_in_time(conference: Conference) -> None:
    """BA-3: due Thu 3 Dec 2026, held on working day 13."""
    held = due(conference, "conference")
    assert held.deadline.when == "Thu 3 Dec 2026"
    assert held.working_day == 13
    assert held.standing is not None
    assert held.standing.in_time


@pytest.mark.parametrize(
    ("key", "when"),
    [
        ("reports_initial", "Fri 27 Nov 2026"),
        ("letter", "Wed 2 Dec 2026"),
        ("outline_plan", "Wed 2 Dec 2026"),
        ("first_core_group", "Tue 15 Dec 2026"),
        ("first_visit", "Tue 15 Dec 2026"),
        ("cin_first_meeting", "Tue 15 Dec 2026"),
        ("later_core_group", "Thu 7 Jan 2027"),
        ("minutes", "Thu 31 Dec 2026"),
        ("corrections", "Fri 15 Jan 2027"),
        ("first_review", "Mon 1 Mar 2027"),
        ("later_review", "Mon 23 Aug 2027"),
    ],
)
def test_every_date_that_follows(conference: Conference, key: str, when: str) -> None:
    """BA-22, HF-3, KC-10: letter, plan, core groups, visit, minutes, corrections, review and the next one."""
    assert due(conference, key).deadline.when == when


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("first_core_group", dt.date(2026, 12, 10)),
        ("first_review", dt.date(2027, 2, 23)),
        ("cin_first_meeting", dt.date(2026, 12, 14)),
    ],
)
def test_what_is_booked_is_in_time(conference: Conference, key: str, day: dt.date) -> None:
    """BA-22, HV-14, BR-7: core group on 10 December, review on 23 February."""
    booked = due(conference, key)
    assert booked.booked == day
    assert booked.standing is not None
    assert booked.standing.in_time
    assert not booked.is_late


def test_the_second_core_group_if_the_first_had_been_on_its_last_day(conference: Conference) -> None:
    """BA-22: Tue 12 Jan 2027."""
    on_last_day = apply(conference, e.CoreGroupBooked(on=dt.date(2026, 12, 15)))
    assert due(on_last_day, "later_core_group").deadline.when == "Tue 12 Jan 2027"


def test_minutes_within_fifteen_working_days(conference: Conference) -> None:
    """KC-10: an authority that asks for them sooner gets Tue 22 Dec 2026."""
    sooner = replace(rules_of(conference).limit("minutes"), count=15)
    assert conference.held is not None
    assert dates.deadline(sooner, CALENDAR, conference.held).when == "Tue 22 Dec 2026"


def test_the_review_limit_is_three_months_and_ninety_days(conference: Conference) -> None:
    """HF-3, BR-1: both fall on the same day."""
    assert due(conference, "first_review").deadline.is_tie


def test_each_date_says_its_rule_and_the_holidays_left_out(conference: Conference) -> None:
    """BA-22: the rule, the day counted from, and the bank holidays by name."""
    minutes = due(conference, "minutes").deadline.sentence
    for part in ("20 working days after Tue 1 Dec 2026", "Christmas Day", "Boxing Day"):
        assert part in minutes
    for each in due_dates(conference, rules_of(conference), CALENDAR):
        assert say_date(each.deadline.day0) in each.deadline.sentence


def test_no_clock_of_a_formal_dissent(conference: Conference) -> None:
    """BA-19: two agencies asked to be noted, none dissented; had one, it would be Fri 4 Dec, 15:50."""
    assert set(decision.dissents(conference)) == {e.Dissent.NOTED}
    assert "dissent" not in {
        each.deadline.key for each in due_dates(conference, rules_of(conference), CALENDAR)
    }
    declared = e.DissentDeclared(
        child="jared", agency="Ashmere Constabulary", dissent=e.Dissent.FORMAL, reason="Not safe."
    )
    assert due(apply(conference, declared), "dissent").deadline.when == "Fri 4 Dec 2026 15:50"


# --- Reports and attendance ---------------------------------------------------------------------------------


def test_the_reports(conference: Conference) -> None:
    """BA-5, BR-2: the school nurse's was late, the GP's did not reach Dean, Harbour Lantern sent none."""
    limit = reports_due(conference, rules_of(conference), CALENDAR)
    assert limit is not None
    assert limit.when == "Fri 27 Nov 2026"
    standings = report_standings(conference, rules_of(conference), CALENDAR)
    found = {each.person: (each.flagged, each.sentence) for each in standings}
    in_time = "in time (due Fri 27 Nov 2026)"
    assert found == {
        "sloan": (False, f"shared with the family Wed 25 Nov 2026, {in_time}"),
        "amadi": (False, "verbal"),
        "tiplady": (
            True,
            "shared with the family Mon 30 Nov 2026, late by 1 working day (due Fri 27 Nov 2026)",
        ),
        "farrant": (False, f"shared with the family Fri 27 Nov 2026, {in_time}"),
        "nandra": (False, f"shared with the family Fri 27 Nov 2026, {in_time}"),
        "keane": (
            True,
            (
                f"shared with the family Thu 26 Nov 2026, {in_time}; "
                "not shared with Dean Pike (who has parental responsibility)"
            ),
        ),
        "harbour": (True, "no report"),
    }


def test_who_did_not_come(conference: Conference) -> None:
    """HF-5: an apology with a report; an agency that did not answer; two children at home."""
    assert [conference.name(person.id) for person in not_here(conference)] == [
        "Dr Lowri Keane",
        "Harbour Lantern (name not known)",
    ]
    assert list(conference.apologies) == ["keane"]


@pytest.mark.parametrize("procedure", [PLAIN, BARNSLEY], ids=["A", "B"])
def test_it_is_quorate_by_both_rules_and_stays_so(procedure: Procedure) -> None:
    """BA-4: from the apologies on to the decisions; that Dean leaves changes nothing, he is no agency."""
    for event, conference in states():
        if isinstance(event, e.ApologySent | e.PersonLeft | e.DecisionMade):
            verdict = quorum(conference, procedure)
            assert verdict.is_quorate
            assert verdict.warnings == ()
            assert verdict.present == (
                "Children's social care",
                "Ashmere Constabulary",
                "Ashmere Community Health",
                "Wexcombe High",
                "Thistlewick Primary",
            )


def test_when_people_came_and_went(conference: Conference) -> None:
    """BA-8, BA-10: Maya for her part; Dean online until ten past three, with his reason."""
    maya, dean = conference.presence["maya"], conference.presence["dean"]
    assert (maya.arrived, maya.left) == (dt.time(14, 25), dt.time(14, 55))
    assert (dean.arrived, dean.left, dean.mode) == (dt.time(13, 30), dt.time(15, 10), e.Mode.ONLINE)
    assert dean.reason
    assert conference.people["dean"].screen_name == "D"
    assert conference.people["dean"].withheld_from == ("callum",)


def test_how_each_child_took_part(conference: Conference) -> None:
    """BA-8, HF-6: Maya spoke and her advocate read; a drawing; a text message."""
    codes = {child: decided.code for child, decided in conference.participation.items()}
    assert codes == {"maya": "PN2", "teddy": "PN6", "jared": "PN6"}
    assert {views.child: views.by for views in conference.child_views} == {
        "maya": "maya",
        "teddy": "sloan",
        "jared": "sloan",
    }


# --- The closed slot ----------------------------------------------------------------------------------------


def test_nothing_of_the_closed_slot_is_in_the_open(meeting: Meeting) -> None:
    """BA-11: only that it was held, when, who left and who stayed."""
    conference = meeting.conference
    [slot] = conference.closed_slots
    assert (slot.began, slot.ended) == (dt.time(13, 42), dt.time(13, 48))
    assert set(slot.left) == {"tamsin", "callum", "dean", "bridie", "joss", "simone"}
    closed = [
        step.event
        for step in demonstration.steps()
        if step.stage == "closed" and isinstance(step.event, e.ContributionMade)
    ]
    assert len(closed) == 1
    for found in (repr(meeting.entries), repr(conference), " ".join(sentences(conference))):
        assert closed[0].words not in found
        assert "neighbour" not in found
        assert closed[0].contribution not in found


# --- The map, the scale -------------------------------------------------------------------------------------


def test_the_map(conference: Conference) -> None:
    """BA-13, KC-2: everything is attributed, to a column and to children."""
    columns = {
        third.id: [made.contribution for made in on_map(conference.contributions, third)]
        for third in (WELL, WORRIES, GREY)
    }
    assert columns == {
        "well": ["c-attendance", "c-sundays", "c-nine-nights"],
        "worries": ["c-cable", "c-earlier", "c-table", "c-wets", "c-mood", "c-nights", "c-workers"],
        "grey": ["c-jared-hit"],
    }
    grey = next(made for made in conference.contributions if made.contribution == "c-jared-hit")
    assert (grey.owner, grey.by) == ("sloan", dt.date(2026, 12, 15))
    assert [made.contribution for made in new_to_the_family(conference)] == ["c-earlier"]
    assert [harm.incident for harm in conference.harms.values()] == ["first", "worst", "most recent"]


@pytest.mark.parametrize("procedure", [PLAIN, BARNSLEY], ids=["A", "B"])
def test_one_low_score_one_prompt(procedure: Procedure) -> None:
    """BA-16: Amadi's 2 asks once what is done today, when the scores are shown, until it is answered."""
    asked = [
        any(scaling.low_score_prompt(state, each, procedure) for each in scaling.questions(state))
        for _, state in states()
    ]
    began = [now and not before for before, now in zip([False, *asked], asked, strict=False)]
    assert began.count(True) == 1
    assert not asked[-1]


def test_the_spread_and_no_mean(conference: Conference) -> None:
    """BA-16: from 2 to 8, each with a reason; nothing is averaged."""
    ds1 = next(each for each in scaling.questions(conference) if each.id == "ds1")
    shown = scaling.spread(conference, ds1)
    assert shown is not None
    assert (shown.lowest, shown.highest) == (2, 8)
    assert shown.sentence == "From 2 to 8."
    assert {score.person: score.score for score in shown.scores} == {
        "sloan": 3,
        "amadi": 2,
        "tiplady": 4,
        "farrant": 4,
        "nandra": 5,
        "tamsin": 6,
        "callum": 8,
        "dean": 3,
        "maya": 4,
    }
    assert all(score.rationale for score in shown.scores)


# --- Decisions ----------------------------------------------------------------------------------------------


SENTENCES = {
    "maya": (
        "All 4 agencies giving a view considered that a child protection plan is needed, category "
        "physical abuse; the chair decided: child protection plan, physical abuse."
    ),
    "teddy": (
        "3 of 4 agencies considered that a child protection plan is needed; 1 considered a child in need "
        "plan. The chair decided: child protection plan, emotional abuse."
    ),
    "jared": (
        "3 of 4 agencies considered that a child in need plan is needed; 1 considered a child protection "
        "plan. The chair decided: child in need plan."
    ),
}


@pytest.mark.parametrize("child", SENTENCES)
def test_the_three_sentences(conference: Conference, child: str) -> None:
    """BA-17, BA-19, HF-13: word for word."""
    assert decision.sentence(conference, rules_of(conference), child) == SENTENCES[child]


@pytest.mark.parametrize(
    ("child", "outcome", "category"),
    [
        ("maya", e.Outcome.CHILD_PROTECTION, e.Category.PHYSICAL),
        ("teddy", e.Outcome.CHILD_PROTECTION, e.Category.EMOTIONAL),
        ("jared", e.Outcome.CHILD_IN_NEED, None),
    ],
)
def test_the_three_outcomes(
    conference: Conference, child: str, outcome: e.Outcome, category: e.Category | None
) -> None:
    """BA-17: for each child individually, by the chair, who needed no reason of her own."""
    made = conference.decisions[child].made
    assert (made.outcome, made.category, made.reason) == (outcome, category, "")
    assert decision.count(conference, child).total == 4


def test_who_does_not_know_a_child_is_listed_and_not_counted(conference: Conference) -> None:
    """BA-17: each school speaks for the children it knows."""
    silent = {
        (view.agency, child)
        for child in conference.children
        for view in decision.count(conference, child).silent
    }
    assert silent == {
        ("Thistlewick Primary", "maya"),
        ("Wexcombe High", "teddy"),
        ("Thistlewick Primary", "jared"),
    }


def test_who_disagrees_has_a_reason_that_is_printed(conference: Conference) -> None:
    """BA-19: Thistlewick on Teddy, the police on Jared."""
    noted = {(view.child, view.agency) for view in conference.views.values() if view.dissent}
    assert noted == {("teddy", "Thistlewick Primary"), ("jared", "Ashmere Constabulary")}
    assert all(view.reason for view in conference.views.values() if view.dissent)


def test_no_sentence_says_that_everyone_agreed() -> None:
    """BA-19: "unanimous" at no moment of the meeting."""
    for event, conference in states():
        if isinstance(event, e.ViewGiven | e.DecisionMade | e.ScoresShown | e.ConferenceClosed):
            assert "unanimous" not in " ".join(sentences(conference)).lower()


# --- The plan -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("child", "actions"),
    [
        ("maya", ["a1", "a2", "a3", "a5", "a7"]),
        ("teddy", ["a2", "a3", "a4", "a7"]),
        ("jared", ["a6", "a7"]),
    ],
)
def test_each_childs_actions(conference: Conference, child: str, actions: list[str]) -> None:
    """BA-20, HV-11: for the right children, each with who and when; no other child is named in them."""
    of_child = [each for each in conference.actions.values() if child in each.children]
    assert [each.action for each in of_child] == actions
    assert all(each.who and each.when for each in of_child)
    others = [other.name.split()[0] for other in conference.children.values() if other.id != child]
    assert not [each for each in of_child if any(name in each.what for name in others)]


def test_what_the_linter_of_the_case_says(conference: Conference) -> None:
    """BA-20, HV-11: action 6 is for the child in need plan alone, action 1 has who and when, one statement a child."""
    assert conference.actions["a6"].children == ("jared",)
    assert conference.decisions["jared"].made.outcome is e.Outcome.CHILD_IN_NEED
    assert (conference.actions["a1"].who, conference.actions["a1"].when) == (
        ("callum",),
        "from 1 December 2026",
    )
    about = [child for each in conference.danger_statements.values() for child in each.children]
    assert about == ["maya", "teddy"]


def test_who_is_in_the_core_group_and_for_whom(conference: Conference) -> None:
    """BA-23: family, network and professionals; each father for his own child."""
    assert {person: member.children for person, member in conference.core_group.items()} == {
        "sloan": ("maya", "teddy"),
        "farrant": ("maya",),
        "nandra": ("teddy",),
        "tiplady": ("maya", "teddy"),
        "tamsin": ("maya", "teddy"),
        "callum": ("teddy",),
        "dean": ("maya",),
        "bridie": ("maya", "teddy"),
        "maya": ("maya",),
    }


def test_nothing_held_up_the_close(conference: Conference) -> None:
    """BA-20, BA-22, HF-14: key worker, visits, contingency, bottom lines, recommendation and dates are there."""
    assert conference.closed is not None
    assert conference.closed.at == dt.time(15, 50)
    assert holding_up(conference, rules_of(conference), CALENDAR) == ()
    assert {each.key for each in reminders(conference, rules_of(conference), CALENDAR)} == {
        "apart:callum:dean",
        "met:callum",
        "met:dean",
        "worries",
    }
    assert {worker.person for worker in conference.key_workers.values()} == {"sloan"}
    assert {visits.every for visits in conference.visits.values()} == {"10 working days"}
    assert [line.words for line in conference.bottom_lines.values()] == [
        "No one hits a child in this house.",
        "Maya can ring Bridie at any time.",
    ]
    assert [each.by for each in conference.recommendations.values()] == [dt.date(2026, 12, 22)]


# --- The demonstration itself -------------------------------------------------------------------------------


def test_the_whole_script_was_said(conference: Conference) -> None:
    """BA-12, HF-11: every statement of every stage, by its id in the procedure."""
    agenda = stages(rules_of(conference), e.Kind.INITIAL)[1:]
    assert {stage.id: unsaid(conference, stage) for stage in agenda} == {stage.id: () for stage in agenda}
    assert conference.finished == {stage.id for stage in agenda}


def test_nothing_in_it_is_refused_and_the_order_is_that_of_the_agenda() -> None:
    """KC-6: set-up, then the procedure's stages in their order."""
    visited = list(dict.fromkeys(step.stage for step in demonstration.steps()))
    assert visited == [stage.id for stage in stages(BARNSLEY, e.Kind.INITIAL)]


def test_half_way_is_in_the_middle_of_the_map(tmp_path: Path) -> None:
    """There is something to see, and something left to do."""
    folder = Folder.at(tmp_path / "store")
    meeting = Meeting(folder, Record.create(folder), BARNSLEY, CALENDAR)
    meeting.record(*(step.event for step in demonstration.half_way()))
    assert demonstration.half_way() == demonstration.steps()[: len(demonstration.half_way())]
    assert meeting.conference.stage == "mapping"
    assert meeting.conference.contributions[-1].contribution == "c-attendance"
    assert not meeting.in_closed_slot
    assert quorum(meeting.conference, BARNSLEY).is_quorate
    meeting.close()
