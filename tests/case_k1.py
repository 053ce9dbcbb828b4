"""Two parents of one child who are kept apart: the case in which who may read what is hardest.

A mother and her adviser sit in one sitting, the father in another. Everybody and every place is invented.
"""

from datetime import date, time

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.folding import apply
from conference_tui.conference.moments import moment_of
from conference_tui.conference.people import Discipline, Standing
from conference_tui.conference.state import Conference

CARYS, RHODRI, NIA, MAIR = "carys", "rhodri", "nia", "mair"
POLICE, HEALTH, SCHOOL = "Ashmere Constabulary", "Ashmere Community Health", "Coedlan Primary"
SOCIAL_CARE, LANTERN, LANDLORD = "Children's social care", "Harbour Lantern", "Ashmere Homes"
CP, EMO = e.Outcome.CHILD_PROTECTION, e.Category.EMOTIONAL
PROFESSIONALS = (POLICE, HEALTH, SCHOOL, SOCIAL_CARE)


class Case:
    """The case while it is recorded, entry by entry."""

    def __init__(self) -> None:
        self.conference = Conference()

    def add(
        self,
        *events: e.Event,
        own: str = "",
        about: tuple[str, ...] | None = None,
        heard: tuple[str, ...] | None = None,
    ) -> None:
        """Record what happened; `own` is whose own matter it is, `heard` to whom it was read."""
        for event in events:
            moment = moment_of(self.conference, event)
            moment = replace(
                moment,
                own_matter_of=own,
                about=moment.about if about is None else about,
                here=moment.here if heard is None else heard,
            )
            entry = e.Recorded(seq=len(self.conference.log) + 1, at="", event=event, moment=moment)
            self.conference = apply(self.conference, entry)


def conference(*, kept_apart: bool = True) -> Conference:
    """The whole case, closed; or the same family with no order, no withheld address, and in one sitting."""
    case = Case()
    _set_up(case, kept_apart=kept_apart)
    _said_before_her(case, kept_apart=kept_apart)
    _said_before_him(case, kept_apart=kept_apart)
    _agreed(case)
    return case.conference


def _set_up(case: Case, *, kept_apart: bool) -> None:
    withheld = (RHODRI,) if kept_apart else ()
    case.add(
        e.ConferenceOpened(
            ref="ASH-2027-0118-KP", kind=e.Kind.INITIAL, procedure="barnsley", chair="Ingrid Valdes-Moore"
        ),
        e.ConferenceArranged(held=date(2027, 1, 18), begins=time(9, 30), venue="County Hall"),
        e.KeyDateGiven(what="strategy discussion", on=date(2027, 1, 5)),
        e.ChildEntered(
            child=NIA, name="Nia Prosser", born=date(2018, 5, 2), lives="9 Heron Wharf", lives_with=(CARYS,),
            school=SCHOOL,
        ),
        _parent(CARYS, "Carys Prosser", "mother", "9 Heron Wharf", "07700 900311", withheld),
        _parent(RHODRI, "Rhodri Vaughan", "father", "22 Foundry Row", "", ()),
        e.PersonEntered(
            person=MAIR, name="Mair Prosser", standing=Standing.NETWORK, role="grandmother",
            address="3 Mill Lane", supports=CARYS, withheld_from=withheld,
        ),
        _professional("dilys", "Dilys Hart", "social worker", SOCIAL_CARE, Discipline.SOCIAL_CARE),
        _professional("tull", "Sam Tull", "police constable", POLICE, Discipline.POLICE),
        _professional("efa", "Efa Lloyd", "school nurse", HEALTH, Discipline.HEALTH),
        _professional("huw", "Huw Bevan", "head teacher", SCHOOL, Discipline.EDUCATION),
        _professional("amin", "Dr Amin", "GP", "Coedlan Surgery", Discipline.HEALTH),
        replace(
            _professional("lena", "Lena Marsh", "domestic abuse adviser", LANTERN, Discipline.OTHER),
            supports=CARYS,
        ),
        e.PersonEntered(
            person="simone", name="Simone Achter", standing=Standing.ADVOCATE, role="advocate", supports=NIA
        ),
    )  # fmt: skip
    case.add(e.PreMeetingHeld(person=CARYS, note="She has a new number and fears the car park."))
    if kept_apart:
        case.add(
            e.AdultsKeptApart(one=CARYS, other=RHODRI, why="the order, and a call on 2 January from the refuge"),
            e.SplitSittingPlanned(
                sitting="a", title="First",
                people=(CARYS, MAIR, "dilys", "tull", "efa", "huw", "lena"),
            ),
            e.SplitSittingPlanned(sitting="b", title="Second", people=(RHODRI, "dilys", "tull")),
        )  # fmt: skip


def _said_before_her(case: Case, *, kept_apart: bool) -> None:
    if kept_apart:
        case.add(e.SplitSittingBegan(sitting="a", at=time(9, 30)))
    case.add(
        *(
            e.PersonArrived(person=who, at=time(9, 30))
            for who in (CARYS, MAIR, "dilys", "tull", "efa", "huw", "lena")
        )
    )
    if not kept_apart:
        case.add(e.PersonArrived(person=RHODRI, at=time(9, 30)))
    case.add(e.StageOpened(stage="mapping"))
    case.add(
        _said(
            1,
            "dilys",
            "On 3 October Rhodri pushed Carys against the cooker while Nia watched.",
            e.Column.HARM,
        )
    )
    case.add(_said(2, CARYS, "I see Dr Amin for panic attacks."), own=CARYS)
    case.add(_said(3, "lena", "She has done six of ten sessions of Steps Forward."), own=CARYS)
    case.add(
        _said(4, "huw", "She is first in the reading group and stays for choir.", e.Column.STRENGTH),
        replace(_said(5, RHODRI, "I want to see Nia on Sundays."), in_writing=True),
        e.ChildViewsGiven(
            child=NIA, words="I want Dad to stop shouting. I want to see Taid.", by="simone", views="v6"
        ),
        e.DangerStatementMade(statement="ds1", children=(NIA,), words="Nia will see violence again."),
        e.ScoreGiven(person=CARYS, question="ds1", score=5, rationale="I lock the door now."),
        e.ScoreGiven(person="lena", question="ds1", score=2, rationale="The risk list stands at sixteen."),
        e.ScoreGiven(person="huw", question="ds1", score=4, rationale="She tells us."),
    )


def _said_before_him(case: Case, *, kept_apart: bool) -> None:
    if kept_apart:
        case.add(
            *(e.PersonLeft(person=who, at=time(10, 35)) for who in (CARYS, MAIR, "efa", "huw", "lena")),
            e.SplitSittingBegan(sitting="b", at=time(10, 45)),
            e.PersonArrived(person=RHODRI, at=time(10, 45)),
        )
    case.add(_said(7, RHODRI, "I have moved to my brother's, 4 Quarry Lane."), own=RHODRI)
    case.add(
        _said(8, "dilys", "Nia saw you push her mother on 3 October.", e.Column.HARM),
        e.FamilyAsked(stage="mapping", person=RHODRI, words="I am ashamed of it."),
        e.ScoreGiven(person=RHODRI, question="ds1", score=7, rationale="I have stopped drinking."),
        e.ScoreGiven(person="tull", question="ds1", score=3, rationale="The order was broken once."),
        e.ScoresShown(question="ds1"),
        e.StageOpened(stage="summary"),
    )
    case.add(
        e.SummaryGiven(children=(NIA,), words="Nia has seen violence and is afraid; school holds her."),
        heard=(CARYS, RHODRI, "dilys", "tull"),
    )
    if kept_apart:  # the professionals decide when both have been heard
        case.add(
            e.PersonLeft(person=RHODRI, at=time(11, 15)),
            *(e.PersonArrived(person=who, at=time(11, 15)) for who in ("efa", "huw", "lena")),
        )
    views = (
        (SOCIAL_CARE, "dilys", "He still comes near."),
        (POLICE, "tull", "Two calls in a month."),
        (HEALTH, "efa", "She does not sleep."),
        (SCHOOL, "huw", "She is afraid of Fridays."),
        (LANTERN, "lena", "The danger is high."),
    )
    case.add(
        e.StageOpened(stage="threshold"),
        *(
            e.ViewGiven(child=NIA, agency=agency, by=by, outcome=CP, category=EMO, reason=reason)
            for agency, by, reason in views
        ),
        e.DecisionMade(child=NIA, outcome=CP, category=EMO),
    )


def _agreed(case: Case) -> None:
    case.add(
        e.StageOpened(stage="plan"),
        _action(
            13, "Rhodri does not come to Coedlan's gate; Mr Bevan rings the police if he does.", RHODRI, "huw"
        ),
    )
    case.add(_action(14, "Carys goes on with Steps Forward until March.", CARYS), own=CARYS)
    case.add(
        _action(15, "Dilys sees Nia each week at Heron Wharf, on her own.", "dilys"),
        e.ContingencySet(
            contingency="k16",
            children=(NIA,),
            words="If Rhodri comes to where they live, Carys rings 999 and goes to Mair's.",
        ),
        e.KeyWorkerNamed(child=NIA, person="dilys", qualified=True),
        *(
            e.CoreGroupMemberChosen(person=who, children=(NIA,))
            for who in ("dilys", "efa", "huw", "lena", CARYS)
        ),
        e.CoreGroupBooked(on=date(2027, 1, 28), at=time(14, 0), venue="Family Centre"),
        e.ReviewBooked(on=date(2027, 4, 12), at=time(10, 0)),
    )
    case.add(_action(18, "Rhodri meets Dilys on Fri 29 Jan 2027 at 09:30.", RHODRI, "dilys"), own=RHODRI)
    case.add(e.ConferenceClosed(at=time(11, 25)))
    case.add(
        e.AddendumAdded(
            addendum="a21",
            words="Her new number reached me on 20 January.",
            by="dilys",
            on=date(2027, 1, 20),
            children=(NIA,),
        ),
        own=CARYS,
    )


def _parent(
    person: str, name: str, role: str, address: str, phone: str, withheld: tuple[str, ...]
) -> e.PersonEntered:
    return e.PersonEntered(
        person=person,
        name=name,
        standing=Standing.PARENT,
        role=role,
        parent_of=(NIA,),
        responsibility_for=(NIA,),
        address=address,
        phone=phone,
        withheld_from=withheld,
    )


def _professional(person: str, name: str, role: str, agency: str, discipline: Discipline) -> e.PersonEntered:
    return e.PersonEntered(
        person=person,
        name=name,
        standing=Standing.PROFESSIONAL,
        role=role,
        agency=agency,
        discipline=discipline,
        knows=(NIA,),
    )


def _said(number: int, speaker: str, words: str, column: e.Column | None = None) -> e.ContributionMade:
    return e.ContributionMade(
        contribution=f"c{number}",
        stage="mapping",
        speaker=speaker,
        words=words,
        column=column,
        children=(NIA,),
    )


def _action(number: int, what: str, *who: str) -> e.ActionAgreed:
    return e.ActionAgreed(action=f"a{number}", children=(NIA,), what=what, who=who, when="now")
