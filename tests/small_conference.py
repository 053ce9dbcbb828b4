"""A small invented conference, recorded through the one door: two children with different outcomes."""

from datetime import UTC, date, datetime, time
from functools import partial

from conference_tui import conferences
from conference_tui.conference import events as e
from conference_tui.conference.people import Discipline, Standing
from conference_tui.conference.reminders import holding_up
from conference_tui.meeting import Meeting
from conference_tui.store.folder import Folder
from tests.invited import professional

REF = "LRK-7"
SAID_IN_CLOSED_SLOT = "An enquiry about the lodger is still going on."
WITHHELD_ADDRESS = "9 Withy Lane"
WITHHELD_PHONE = "07700 900123"


def ten_past_two() -> datetime:
    return datetime(2026, 12, 1, 14, 10, tzinfo=UTC)


def started(folder: Folder, ref: str = REF) -> Meeting:
    return conferences.start(
        folder,
        ref,
        e.Kind.INITIAL,
        chair="Ines Corrigan",
        minute_taker="Paulo Reed",
        clock=ten_past_two,
    )


def recorded(folder: Folder, ref: str = REF) -> str:
    """Record the whole conference and let it go; gives the id of its record."""
    meeting = started(folder, ref)
    for part in (SET_UP, ROOM, SAID, SCALED, DECIDED, PLANNED):
        meeting.record(*part, by="chair")
    meeting.record(
        e.ClosedSlotBegan(at=time(14, 40), left=("dell",), stayed=("ada", "omar"), reason="third party")
    )
    meeting.record(
        e.ContributionMade(contribution="secret", stage="closed", speaker="omar", words=SAID_IN_CLOSED_SLOT)
    )
    meeting.record(e.ClosedSlotEnded(at=time(14, 45)))
    meeting.close()
    return meeting.record_id


def close(meeting: Meeting) -> None:
    """Close a conference, with a reason for whatever holds it up."""
    for each in holding_up(meeting.conference, meeting.procedure, meeting.calendar):
        meeting.record(e.ReasonGiven(matter=each.key, reason="It is settled tomorrow."))
    meeting.record(e.ConferenceClosed(at=time(15, 10)))


def closed(folder: Folder, ref: str = REF) -> str:
    """As `recorded`, and the conference is closed."""
    record = recorded(folder, ref)
    meeting = conferences.open_meeting(folder, record, clock=ten_past_two)
    close(meeting)
    meeting.close()
    return record


_invited = partial(professional, knows=("wren", "ivo"))


SET_UP: tuple[e.AnyEvent, ...] = (
    e.ConferenceArranged(held=date(2026, 12, 1), begins=time(13, 30), venue="Room 2"),
    e.KeyDateGiven(what="strategy discussion", on=date(2026, 11, 12)),
    e.ChildEntered(
        child="wren", name="Wren Calloway", born=date(2017, 4, 2), previous_plans=0, school="Alder School"
    ),
    e.ChildEntered(child="ivo", name="Ivo Calloway"),
    e.PersonEntered(
        person="dell",
        name="Dell Calloway",
        standing=Standing.PARENT,
        role="mother",
        parent_of=("wren", "ivo"),
        responsibility_for=("wren", "ivo"),
        address="2 Mill Row",
    ),
    e.PersonEntered(
        person="rhys",
        name="Rhys Marden",
        standing=Standing.PARENT,
        role="father",
        parent_of=("wren",),
        responsibility_for=("wren",),
        address=WITHHELD_ADDRESS,
        phone=WITHHELD_PHONE,
        withheld_from=("dell",),
    ),
    _invited("ada", "Ada Thorne", "social worker", "Larkmoor Council", Discipline.SOCIAL_CARE),
    _invited("omar", "Omar Bly", "detective", "Larkmoor Police", Discipline.POLICE),
    _invited("jo", "Jo Pratt", "health visitor", "Larkmoor Health", Discipline.HEALTH),
    _invited("tess", "Tess Imrie", "head", "Alder School", Discipline.EDUCATION, knows=("wren",)),
    e.ParticipationDecided(child="wren", attends="no", reason="She asked not to.", advocate="offered"),
)

ROOM: tuple[e.AnyEvent, ...] = (
    *(e.PersonArrived(person=who, at=time(13, 30)) for who in ("dell", "ada", "omar", "jo")),
    e.PersonArrived(person="tess", at=time(13, 35), mode=e.Mode.ONLINE, reason="school run"),
    e.AbsenceNoted(person="rhys", tried="Two letters."),
    e.ReportReceived(person="ada", shared=date(2026, 11, 27)),
    e.ReportReceived(person="jo", shared=date(2026, 11, 30), not_shared_with=("rhys",)),
    e.ReportReceived(person="omar", form="verbal"),
    e.StageOpened(stage="mapping"),
)

SAID: tuple[e.AnyEvent, ...] = (
    e.ContributionMade(
        contribution="c1",
        stage="mapping",
        speaker="tess",
        column=e.Column.HARM,
        children=("wren",),
        words="Came to school with a bruise [red]on her arm[/].",
        new_today=True,
    ),
    e.ContributionMade(
        contribution="c2",
        stage="mapping",
        speaker="jo",
        column=e.Column.STRENGTH,
        words="Dell comes to every clinic.",
    ),
    e.ContributionMade(
        contribution="c3",
        stage="mapping",
        speaker="ada",
        column=e.Column.GREY,
        children=("ivo",),
        words="Who looks after Ivo on Fridays?",
        owner="ada",
        by=date(2026, 12, 15),
    ),
    e.ContributionMade(contribution="c4", stage="mapping", speaker="dell", words="I am tired."),
    e.FamilyAsked(stage="mapping", person="dell", words="He is never alone.", children=("ivo",)),
    e.FamilyAsked(stage="mapping", person="dell"),
    e.HarmDetailed(
        child="wren", harm=e.Category.PHYSICAL, incident="worst", when="8 November", impact="Pain"
    ),
    e.ChildViewsGiven(child="wren", words="I like it when it is quiet.", by="ada", how="a drawing"),
    e.ChildViewsMissing(child="ivo", reason="He does not speak yet."),
    e.SummaryGiven(words="Dell asks for help.", children=("wren", "ivo")),
    e.DangerStatementMade(statement="ds1", children=("wren",), words="Wren may be hurt again."),
    e.DangerStatementMade(statement="ds2", children=("ivo",), words="Ivo may be left alone."),
    e.SafetyGoalSet(goal="sg1", statement="ds1", words="Nobody hurts Wren for six months."),
)

SCALED: tuple[e.AnyEvent, ...] = (
    e.ScoreGiven(person="ada", question="ds1", score=4, rationale="Dell asks for help."),
    e.ScoreGiven(person="omar", question="ds1", score=2, rationale="There was an injury."),
    e.ScoreGiven(person="dell", question="ds1", score=8, rationale="It was once."),
    e.ScoresShown(question="ds1"),
    e.LowScoreAnswered(question="ds1", answer="Ada visits tonight."),
    e.ScoreGiven(person="ada", question="ds2", score=7, rationale="Only Fridays are unclear."),
)

_PLAN, _IN_NEED = e.Outcome.CHILD_PROTECTION, e.Outcome.CHILD_IN_NEED
_PHYSICAL = e.Category.PHYSICAL

DECIDED: tuple[e.AnyEvent, ...] = (
    e.ViewGiven(
        child="wren",
        agency="Larkmoor Council",
        by="ada",
        outcome=_PLAN,
        category=_PHYSICAL,
        reason="An injury.",
    ),
    e.ViewGiven(child="wren", agency="Larkmoor Police", by="omar", outcome=_PLAN, category=_PHYSICAL),
    e.ViewGiven(child="wren", agency="Larkmoor Health", by="jo", outcome=_PLAN, category=_PHYSICAL),
    e.ViewGiven(
        child="wren",
        agency="Alder School",
        by="tess",
        outcome=_IN_NEED,
        reason="She is settled with us.",
        dissent=e.Dissent.NOTED,
    ),
    e.DecisionMade(child="wren", outcome=_PLAN, category=_PHYSICAL),
    e.ViewGiven(child="ivo", agency="Larkmoor Council", by="ada", outcome=_IN_NEED),
    e.ViewGiven(child="ivo", agency="Larkmoor Health", by="jo", outcome=_IN_NEED),
    e.ViewGiven(child="ivo", agency="Alder School", by="tess", reason="does not know Ivo"),
    e.DecisionMade(child="ivo", outcome=_IN_NEED),
)

PLANNED: tuple[e.AnyEvent, ...] = (
    e.ActionAgreed(
        action="a1",
        children=("wren",),
        what="See the GP about the bruise",
        who=("dell",),
        when="by 15 December 2026",
        by=date(2026, 12, 15),
        worry="c1",
        goal="sg1",
        how_known="Jo hears from the GP.",
    ),
    e.ActionAgreed(action="a2", children=("ivo",), what="Ask about Fridays", who=("ada",), when="now"),
    e.BottomLineSet(line="b1", children=("wren",), words="Nobody hits a child."),
    e.ContingencySet(contingency="k1", children=("wren",), words="Ring Ada, and at night the duty team."),
    e.KeyWorkerNamed(child="wren", person="ada", qualified=True),
    e.VisitsAgreed(child="wren", every="10 working days", how="Alone."),
    e.CoreGroupMemberChosen(person="ada", children=("wren",)),
    e.CoreGroupBooked(on=date(2026, 12, 10), at=time(10, 0), venue="Alder School"),
    e.ReviewBooked(on=date(2027, 2, 23), at=time(13, 30)),
)
