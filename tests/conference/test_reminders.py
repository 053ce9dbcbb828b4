"""What is still open: it reminds, and only some of it holds up the close."""

from datetime import date, time

import pytest
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.agenda import Heard, family_to_ask, heard, unsaid
from conference_tui.conference.mapping import GREY, WELL, WORRIES, concerns, new_to_the_family, on_map
from conference_tui.conference.moments import moment_of
from conference_tui.conference.reminders import Reminder, at_stage, holding_up, reminders
from conference_tui.conference.state import Conference
from tests.conference.building import (
    BARNSLEY,
    CALENDAR,
    CIN,
    CP,
    INVITED,
    MAYA,
    OPENED,
    PHY,
    POLICE,
    ROOM,
    SOCIAL_CARE,
    arrive,
    build,
    view,
)


def keys(conference: Conference) -> set[str]:
    return {each.key for each in reminders(conference, BARNSLEY, CALENDAR) if each.is_open}


def blocking(conference: Conference) -> set[str]:
    return {each.key for each in holding_up(conference, BARNSLEY, CALENDAR)}


def find(conference: Conference, key: str) -> Reminder:
    return next(each for each in reminders(conference, BARNSLEY, CALENDAR) if each.key == key)


DECIDED = build(
    view("maya", SOCIAL_CARE, CP, PHY),
    view("maya", POLICE, CP, PHY),
    view("teddy", SOCIAL_CARE, CIN),
    e.DecisionMade(child="maya", outcome=CP, category=PHY),
    e.DecisionMade(child="teddy", outcome=CIN),
    on=ROOM,
)
NEEDED = (
    e.KeyWorkerNamed(child="maya", person="sloan", qualified=True),
    e.ContingencySet(contingency="k1", children=("maya",), words="Ring Bridie."),
    e.ActionAgreed(action="a1", children=("maya",), what="Check-in.", who=("farrant",), when="weekly"),
    e.CoreGroupBooked(on=date(2026, 12, 10)),
    e.ReviewBooked(on=date(2027, 2, 23)),
    e.ChildViewsGiven(child="maya", words="I want it to stop."),
    e.ChildViewsMissing(child="teddy", reason="He did not want to say."),
)


def test_what_a_conference_cannot_close_without() -> None:
    """BA-20, BA-22, HF-6, HF-14: key worker, contingency, an action, dates and each child's views."""
    assert blocking(DECIDED) == {
        "key worker:maya",
        "contingency:maya",
        "actions:maya",
        "core group",
        "review",
        "views:maya",
        "views:teddy",
    }
    assert blocking(build(*NEEDED, on=DECIDED)) == set()


@pytest.mark.parametrize("left_out", NEEDED, ids=lambda event: type(event).__name__)
def test_each_of_them_holds_up_the_close_alone(left_out: e.Event) -> None:
    """BA-20, BA-22, HF-6, HF-14: none of them hides behind another."""
    conference = build(*(event for event in NEEDED if event is not left_out), on=DECIDED)
    assert len(blocking(conference)) == 1


def test_visits_and_members_are_reminded_of_and_hold_up_nothing() -> None:
    """BA-23, HF-14: they belong to the plan, and the core group can settle them."""
    open_ones = {"visits:maya", "members"}
    assert open_ones <= keys(DECIDED)
    assert not open_ones & blocking(DECIDED)
    agreed = build(
        e.VisitsAgreed(child="maya", every="10 working days"),
        e.CoreGroupMemberChosen(person="sloan", children=("maya",)),
        on=DECIDED,
    )
    assert not open_ones & keys(agreed)


def test_a_typed_reason_lets_the_chair_go_on_and_stays() -> None:
    """BA-20: a plan without contingency cannot be closed without a reason, which is kept."""
    with_reason = build(e.ReasonGiven(matter="contingency:maya", reason="Core group tomorrow."), on=DECIDED)
    assert "contingency:maya" not in blocking(with_reason)
    assert find(with_reason, "contingency:maya").reason == "Core group tomorrow."


def test_a_child_in_need_plan_asks_for_none_of_it() -> None:
    """BA-26: key worker, contingency and core group belong to a child protection plan."""
    assert not {key for key in keys(DECIDED) if key.endswith(":teddy")} - {
        "views:teddy",
        "participation:teddy",
    }


def test_decisions_are_asked_for_child_by_child() -> None:
    """BA-17: for each child individually."""
    assert {"decision:maya", "decision:teddy"} <= blocking(ROOM)


def test_without_a_quorum_the_close_waits_for_the_chairs_reason() -> None:
    """BA-4: the verdict is said, and reason with safeguards answers it."""
    short = build(*arrive("sloan", "amadi"), on=INVITED)
    assert find(short, "quorum").words.startswith("Not quorate: missing health")
    assert "quorum" in blocking(short)
    proceeded = build(e.InquorateProceeded(reason="x", safeguards="y"), on=short)
    assert "quorum" not in keys(proceeded)
    assert "quorum" not in keys(ROOM)


def test_nobody_recorded_is_no_verdict() -> None:
    """BA-4: an empty room is not called inquorate; it is not known."""
    assert find(INVITED, "presence").words.startswith("Nobody is recorded as here")
    assert "presence" in blocking(INVITED)


def test_a_reason_for_an_empty_list_does_not_stand_in_for_a_quorum() -> None:
    """BA-4: whoever comes afterwards, going ahead without a quorum has a reason of its own."""
    early = build(e.ReasonGiven(matter="presence", reason="Nobody ticked it."), *arrive("sloan"), on=INVITED)
    assert "quorum" in blocking(early)


def test_the_quorum_of_the_decision_is_what_counts() -> None:
    """BA-4, M14: whoever goes home after the decision does not undo it; who came late does not mend it."""
    assert "quorum" not in keys(build(e.PersonLeft(person="amadi", at=time(15, 20)), on=DECIDED))
    left_before = build(e.PersonLeft(person="tiplady", at=time(14, 50)), on=ROOM)
    decided = build(e.DecisionMade(child="maya", outcome=CP, category=PHY), on=left_before)
    back = build(e.PersonArrived(person="tiplady", at=time(15, 30)), on=decided)
    assert "quorum" in blocking(back)
    one_before = build(e.DecisionMade(child="teddy", outcome=CIN), on=ROOM)
    then_without = build(
        e.PersonLeft(person="amadi", at=time(15, 20)),
        e.DecisionMade(child="maya", outcome=CIN),
        on=one_before,
    )
    assert "quorum" in blocking(then_without)


def test_education_missing_is_a_warning_only() -> None:
    """BA-4: for a child of school age; it holds up nothing."""
    without = build(e.PersonLeft(person="farrant", at=time(14, 0)), on=ROOM)
    assert "education" in keys(without)
    assert "education" not in blocking(without)


def test_an_open_closed_slot_holds_up_the_close() -> None:
    """BA-11: it is ended before anything else."""
    slot = e.ClosedSlotBegan(at=time(13, 42), left=("tamsin", "joss"), stayed=("sloan",))
    assert "slot" in blocking(build(slot, on=ROOM))
    assert "slot" not in keys(build(slot, e.ClosedSlotEnded(at=time(13, 48)), on=ROOM))


def test_a_conference_that_is_late_wants_a_reason() -> None:
    """BA-3, BA-22: late needs a reason, and is recorded."""
    late = build(e.KeyDateGiven(what="strategy discussion", on=date(2026, 11, 5)), on=ROOM)
    reminder = find(late, "late:conference:2026-12-01")
    assert reminder.words == (
        "Initial conference held: Tue 1 Dec 2026 is late by 3 working days; the limit is Thu 26 Nov 2026."
    )
    answered = build(e.ReasonGiven(matter=reminder.key, reason="The chair was ill."), on=late)
    assert reminder.key not in blocking(answered)
    review = build(e.ReviewBooked(on=date(2027, 3, 2)), on=DECIDED)
    assert "late:first_review:2027-03-02" in blocking(review)


def test_a_reason_for_one_late_day_is_none_for_another() -> None:
    """BA-22: whoever books a later day still has to say why."""
    late = build(e.ReviewBooked(on=date(2027, 3, 2)), on=DECIDED)
    reason = e.ReasonGiven(matter="late:first_review:2027-03-02", reason="Half-term.")
    answered = build(reason, on=late)
    assert not [key for key in blocking(answered) if key.startswith("late:first_review")]
    later = build(e.ReviewBooked(on=date(2027, 4, 6)), on=answered)
    assert [key for key in blocking(later) if key.startswith("late:first_review")] == [
        "late:first_review:2027-04-06"
    ]


def test_a_reason_for_a_late_day_is_about_those_whose_day_it_is() -> None:
    """BA-22: a day of the conference is every child's, so that its reason is printed; a first meeting is not."""
    meets = e.InNeedMeetingBooked(child="teddy", on=date(2027, 1, 5))
    conference = build(meets, on=DECIDED)

    def about(matter: str) -> tuple[str, ...] | None:
        return moment_of(conference, e.ReasonGiven(matter=matter, reason="Half-term.")).about

    every = tuple(conference.children)
    assert len(every) > 1
    assert about("late:conference:2026-12-01") == every
    assert about("brought forward:first_review:2027-03-02") == every
    assert about("late:cin_first_meeting:2027-01-05") == ("teddy",)
    assert about("late:cin_first_meeting:2027-01-06") is None
    assert about("contingency:maya") == ("maya",)


def test_before_the_meeting() -> None:
    """BA-8, BA-9, HF-9: how each child takes part; the chair meets each parent."""
    assert {"participation:maya", "participation:teddy", "met:tamsin"} <= keys(INVITED)
    prepared = build(
        e.ParticipationDecided(child="maya", attends="no"), e.PreMeetingHeld(person="tamsin"), on=INVITED
    )
    assert not {"participation:maya", "met:tamsin"} & keys(prepared)


def test_online_needs_a_reason() -> None:
    """BA-10: for each person."""
    online = e.PersonArrived(person="tamsin", at=time(13, 30), mode=e.Mode.ONLINE)
    assert "online" in keys(build(online, on=INVITED))
    assert "online" not in keys(build(replace(online, reason="Ill."), on=INVITED))


def test_everyone_is_introduced() -> None:
    """HV-6."""
    assert "Sloan" in find(ROOM, "introductions").words
    introduced = build(e.PersonIntroduced(person="sloan"), on=ROOM)
    assert "Sloan" not in find(introduced, "introductions").words


def test_who_has_not_spoken() -> None:
    """HV-7: everyone is asked; a supporter is not expected to speak, and who is not here cannot."""
    said = e.ContributionMade(contribution="c", stage="mapping", speaker="amadi", words="x")
    conference = build(said, e.PersonArrived(person="maya", at=time(14, 25)), on=ROOM)
    assert heard(conference, "mapping") == Heard(
        spoke=("amadi",), silent=("sloan", "quill", "tiplady", "farrant", "hale", "tamsin", "maya")
    )
    assert heard(INVITED, "mapping") == Heard(spoke=(), silent=())


def test_the_family_is_asked_at_each_stage() -> None:
    """HV-8: pointed out until asked; saying something counts, and so does having nothing to add."""
    mapping = BARNSLEY.stage("mapping")
    assert family_to_ask(ROOM, mapping) == ("tamsin",)
    assert "Not asked at this point: Tamsin." in [
        each.words for each in at_stage(ROOM, BARNSLEY, CALENDAR, "mapping")
    ]
    asked = build(e.FamilyAsked(stage="mapping", person="tamsin"), on=ROOM)
    assert family_to_ask(asked, mapping) == ()
    assert family_to_ask(asked, BARNSLEY.stage("plan")) == ("tamsin",)
    assert family_to_ask(ROOM, BARNSLEY.stage("closed")) == ()


def test_the_script_is_ticked_as_said() -> None:
    """BA-12, HF-11: at its stage, and gone when all of it was said."""
    stage = BARNSLEY.stage("summary")
    assert unsaid(ROOM, stage) == ("summary", "future")
    assert at_stage(ROOM, BARNSLEY, CALENDAR, "summary")[0].words == "2 of the script not said yet."
    said = build(
        *(e.StatementSaid(stage="summary", statement=each, at=time(14, 56)) for each in unsaid(ROOM, stage)),
        on=ROOM,
    )
    assert unsaid(said, stage) == ()
    assert unsaid(ROOM, BARNSLEY.stage("closed")) == ()  # no slot was held, so there was nothing to say
    assert "script:summary" not in [each.key for each in at_stage(said, BARNSLEY, CALENDAR, "summary")]


def test_a_stage_that_the_procedure_does_not_have_asks_for_nothing() -> None:
    assert at_stage(ROOM, BARNSLEY, CALENDAR, "no such stage") == ()


def test_worries_that_no_action_answers() -> None:
    """BA-13, BR-5, KC-2: the three columns, and what the plan leaves out."""
    columns = {
        "c1": e.Column.HARM,
        "c2": e.Column.COMPLICATING,
        "c3": e.Column.STRENGTH,
        "c4": e.Column.SAFETY,
        "c5": e.Column.GREY,
        "c6": None,
    }
    said = [
        e.ContributionMade(contribution=name, stage="mapping", speaker="sloan", words="x", column=column)
        for name, column in columns.items()
    ]
    mapped = build(*said, on=DECIDED)
    assert [
        [made.contribution for made in on_map(mapped.contributions, third)] for third in (WELL, WORRIES, GREY)
    ] == [["c3", "c4"], ["c1", "c2"], ["c5"]]
    action = e.ActionAgreed(action="a1", children=("maya",), what="x", who=("sloan",), when="now", worry="c1")
    assert find(build(action, on=mapped), "worries").words == "1 of the worries on the map have no action."
    both = build(action, replace(action, action="a2", worry="c2"), on=mapped)
    assert "worries" not in keys(both)


def test_what_a_contribution_is_about_and_what_the_family_hears_first_here() -> None:
    """BA-2, BA-14: named children, or all of them; a new worry is marked."""
    about_maya = e.ContributionMade(
        contribution="c", stage="mapping", speaker="sloan", words="x", children=("maya",), new_today=True
    )
    assert concerns(about_maya, "maya")
    assert not concerns(about_maya, "teddy")
    assert concerns(replace(about_maya, children=()), "teddy")
    assert new_to_the_family(build(about_maya, on=ROOM)) == (about_maya,)


def test_a_low_score_is_a_reminder_once() -> None:
    """BA-16: one prompt, however many low scores there are, and it holds up nothing."""
    low = [
        e.ScoreGiven(person=person, question="maya", score=1, rationale="x") for person in ("sloan", "amadi")
    ]
    shown = build(*low, e.ScoresShown(question="maya"), on=ROOM)
    asked = [each for each in reminders(shown, BARNSLEY, CALENDAR) if each.stage == "scaling"]
    assert [each.words for each in asked] == [BARNSLEY.scale.low_prompt]
    assert not asked[0].holds_up_close


def test_no_reminder_in_an_empty_conference_fails() -> None:
    """A conference that has only just been opened can be asked too."""
    assert {each.key for each in reminders(build(OPENED), BARNSLEY, CALENDAR)} == {"presence"}
    assert "decision:maya" in keys(build(OPENED, MAYA))


def test_a_review_that_is_brought_forward_wants_its_reason() -> None:
    """HF-3 (S2): asked in the procedure's words; given with the booking, or typed as the chair's reason."""
    early = e.ReviewBooked(on=date(2026, 12, 22))
    booked = build(early, on=DECIDED)
    key = "brought forward:first_review:2026-12-22"
    assert find(booked, key).words == (
        "First review conference: Tue 22 Dec 2026 is brought forward. "
        "The review is earlier than it has to be. Why is it brought forward?"
    )
    assert key in blocking(booked)
    assert key not in keys(build(replace(early, reason="Not quorate today."), on=DECIDED))
    assert key not in blocking(build(e.ReasonGiven(matter=key, reason="Not quorate."), on=booked))
