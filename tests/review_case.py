"""What is invented of the reviews of the demonstration's family: the first on 23 February 2027, the second in August."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from conference_tui import conferences, demonstration, reviews
from conference_tui.conference import events as e
from conference_tui.conference.agenda import stages
from conference_tui.conference.carried_over import carried_over
from conference_tui.conference.folding import apply
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.demo import MeetingClock
from conference_tui.demonstration import Step
from conference_tui.store.folder import Folder

FIRST, SECOND = "ASH-2027-0223-OR", "ASH-2027-0817-OR"
HELD = date(2027, 2, 23)
SECOND_HELD = date(2027, 8, 17)
CP, CIN = e.Outcome.CHILD_PROTECTION, e.Outcome.CHILD_IN_NEED
EMO = e.Category.EMOTIONAL
AGENCIES = {
    "sloan": "Children's social care",
    "amadi": "Ashmere Constabulary",
    "tiplady": "Ashmere Community Health",
}
REASON = "It is settled at the core group."


class Clock(MeetingClock):
    """The clock on the wall of a review."""

    def __init__(self, day: date) -> None:
        super().__init__()
        self._day, self._now = day, time(9, 30)

    def __call__(self) -> datetime:
        """The time now."""
        return datetime.combine(self._day, self._now, tzinfo=UTC)


def last_recorded(folder: Folder) -> str:
    """The demonstration, recorded to its close; gives the id of its record."""
    opening, *others = demonstration.steps()
    assert isinstance(opening.event, e.ConferenceOpened)
    clock = MeetingClock()
    meeting = conferences.start(
        folder,
        opening.event.ref,
        opening.event.kind,
        procedure=opening.event.procedure,
        chair=opening.event.chair,
        minute_taker=opening.event.minute_taker,
        clock=clock,
    )
    for step in others:
        clock.turn_to(step.event)
        meeting.record(step.event)
    meeting.close()
    return meeting.record_id


def opened(last: reviews.Last, ref: str, held: date, begins: time, procedure: str = "barnsley") -> Conference:
    """The review as it opens, without anybody typing it."""
    conference = Conference()
    before = last.conference.opened
    opening = e.ConferenceOpened(
        ref=ref,
        kind=e.Kind.REVIEW,
        procedure=procedure,
        chair=last.conference.chair,
        minute_taker=before.minute_taker if before else "",
    )
    arranged = e.ConferenceArranged(held=held, begins=begins)
    for event in (opening, *carried_over(last.conference, last.polarity), arranged):
        conference = apply(conference, event)
    return conference


def first(procedure: Procedure, _: Conference) -> Iterator[Step]:
    """The first review, from the stage before the meeting to its close: Maya's plan goes on, Teddy's ends."""
    return _in_order(procedure, FIRST_REVIEW)


def second(procedure: Procedure, opened: Conference) -> Iterator[Step]:
    """The second review, on Maya alone: nothing has got better. Of the plan there is one action."""
    (action,) = opened.earlier_actions
    became = _became(action, "not done", "He left the programme in March.")
    happens = {**SECOND_REVIEW, "progress": (became, *SECOND_REVIEW["progress"])}
    return _in_order(procedure, happens)


def _in_order(procedure: Procedure, happens: dict[str, tuple[e.AnyEvent, ...]]) -> Iterator[Step]:
    for stage in stages(procedure, e.Kind.REVIEW)[1:]:
        yield Step(stage=stage.id, event=e.StageOpened(stage=stage.id))
        for event in happens.get(stage.id, ()):
            yield Step(stage=stage.id, event=event)
        if stage.id != "close":
            yield Step(stage=stage.id, event=e.StageFinished(stage=stage.id))


def _arrived(at: time, *family: str) -> tuple[e.AnyEvent, ...]:
    here = (*AGENCIES, *family)
    return (
        *(e.PersonArrived(person=person, at=at) for person in here),
        *(e.PersonIntroduced(person=person) for person in here),
    )


def _views(child: str, outcome: e.Outcome, category: e.Category | None = None) -> tuple[e.ViewGiven, ...]:
    return tuple(
        e.ViewGiven(child=child, agency=agency, by=person, outcome=outcome, category=category)
        for person, agency in AGENCIES.items()
    )


def _became(action: str, outcome: str, evidence: str) -> e.ActionReviewed:
    assert outcome in ("done", "partly", "not done")
    return e.ActionReviewed(action=action, outcome=outcome, evidence=evidence)  # type: ignore[arg-type]


FIRST_REVIEW: dict[str, tuple[e.AnyEvent, ...]] = {
    "before": (
        e.ParticipationDecided(child="maya", attends="no", reason="She has told Simone what she wants said."),
        e.ParticipationDecided(child="teddy", attends="no", reason="He is five."),
    ),
    "introductions": _arrived(time(13, 30), "tamsin", "callum"),
    "apologies": (e.ReportReceived(person="sloan", shared=date(2027, 2, 15)),),
    "progress": (
        _became("a1", "done", "He has lived at 5 Ropewalk since; the core group has it in its notes."),
        _became("a2", "partly", "Six of ten sessions; the trainer rang on 19 February."),
        _became("a3", "done", "Seen on 9 December, and the dose was changed."),
        _became("a4", "done", "Ten sessions; he draws the table with nobody under it."),
        _became("a5", "done", "Weekly, with notes."),
        _became("a7", "not done", "Nobody has rung her: there was no need."),
        e.ReviewAnswered(child="maya", prompt="progress", words="She sleeps at home again.", answer="yes"),
        e.ReviewAnswered(child="maya", prompt="barriers", words="His nights; the group meets at seven."),
        e.ReviewAnswered(child="maya", prompt="new_worries", words="None was named.", answer="no"),
        e.ReviewAnswered(child="maya", prompt="services", words="None more.", answer="no"),
        e.ReviewAnswered(child="teddy", prompt="progress", words="Dry since January.", answer="yes"),
        e.ReviewAnswered(child="teddy", prompt="barriers", words="None."),
        e.ReviewAnswered(child="teddy", prompt="new_worries", words="None was named.", answer="no"),
        e.ReviewAnswered(child="teddy", prompt="services", words="Football on Saturdays.", answer="yes"),
    ),
    "mapping": (
        e.ContributionMade(
            contribution="r-c1", stage="mapping", speaker="sloan", words="No blow since 11 November.",
            column=e.Column.SAFETY, children=("maya",),
        ),
        e.ContributionMade(
            contribution="r-c2", stage="mapping", speaker="tamsin", words="He still shouts on the telephone.",
            column=e.Column.HARM, children=("maya",),
        ),
    ),
    "child": (
        e.ChildViewsGiven(child="maya", words="I want to see him with Gran there.", by="sloan", how="Visit"),
        e.ChildViewsMissing(child="teddy", reason="He did not want to draw that day."),
    ),
    "summary": (e.SummaryGiven(words="Much is better; Maya is still shouted at.", children=("maya", "teddy")),),
    "threshold": (
        *_views("maya", CP, EMO),
        e.DecisionMade(child="maya", outcome=CP, category=EMO),
        *_views("teddy", CIN),
        e.DecisionMade(child="teddy", outcome=CIN),
        e.ReviewAnswered(child="maya", prompt="continuing", words="The category; the telephone calls."),
        e.ReviewAnswered(child="teddy", prompt="ending_first", words="Everything agreed for him is done."),
        e.ReviewAnswered(child="teddy", prompt="step_down", words="Tamsin takes it.", answer="yes"),
    ),
    "plan": (
        e.ActionAgreed(
            action="r-a1", children=("maya",), what="Callum ends the programme.", who=("callum",),
            when="by 30 April 2027", by=date(2027, 4, 30),
        ),
        e.ContingencySet(contingency="r-k1", children=("maya",), words="Tamsin rings Harriet."),
    ),
    "core_group": (
        e.KeyWorkerNamed(child="maya", person="sloan", qualified=True),
        e.VisitsAgreed(child="maya", every="10 working days"),
        e.CoreGroupMemberChosen(person="sloan", children=("maya",)),
        e.CoreGroupBooked(on=date(2027, 3, 16), at=time(10, 0), venue="Wexcombe High"),
        e.ReviewBooked(on=SECOND_HELD, at=time(10, 0)),
        e.InNeedMeetingBooked(child="teddy", on=date(2027, 3, 9)),
    ),
    "close": (e.ConferenceClosed(at=time(15, 10)),),
}  # fmt: skip

SECOND_REVIEW: dict[str, tuple[e.AnyEvent, ...]] = {
    "before": (e.ParticipationDecided(child="maya", attends="no", reason="She is at school camp."),),
    "introductions": _arrived(time(10, 0), "tamsin"),
    "apologies": (e.ReportReceived(person="sloan", shared=date(2027, 8, 5)),),
    "progress": (
        e.ReviewAnswered(child="maya", prompt="progress", words="The calls go on.", answer="no"),
        e.ReviewAnswered(child="maya", prompt="no_progress", words="A legal meeting on 24 August."),
        e.ReviewAnswered(child="maya", prompt="family_meeting", words="Bridie comes.", answer="yes"),
    ),
    "child": (e.ChildViewsMissing(child="maya", reason="She did not want to say it again."),),
    "threshold": (*_views("maya", CP, EMO), e.DecisionMade(child="maya", outcome=CP, category=EMO)),
    "plan": (e.ContingencySet(contingency="r-k2", children=("maya",), words="Tamsin rings the duty team."),),
    "core_group": (
        e.KeyWorkerNamed(child="maya", person="sloan", qualified=True),
        e.VisitsAgreed(child="maya", every="5 working days"),
        e.CoreGroupMemberChosen(person="sloan", children=("maya",)),
        e.CoreGroupBooked(on=date(2027, 9, 7)),
        e.ReviewBooked(on=date(2028, 2, 15)),
    ),
    "close": (e.ConferenceClosed(at=time(11, 30)),),
}
