"""An initial conference about one girl whose parents are kept apart, in two sittings, as entries with their moments.

Everybody and every place is invented. The mother withholds where she lives; she came with an adviser whom the father is
not to know of. What is hard in it is who reads what: so each entry says who heard it, in which sitting, and whose matter it is.
"""

import datetime as dt
from collections.abc import Iterator

from conference_tui.conference import events as e
from conference_tui.conference.folding import apply
from conference_tui.conference.people import Discipline, Standing
from conference_tui.conference.state import Conference

NIA, CARYS, RHODRI, MAIR = "nia", "carys", "rhodri", "mair"
DILYS, TULL, EFA, HUW, LENA, AMIN, SIMONE = "dilys", "tull", "efa", "huw", "lena", "amin", "simone"
CARE, POLICE, HEALTH, SCHOOL = "Ashmere Council", "Ashmere Constabulary", "Ashmere Health", "Coedlan Primary"
SURGERY, REFUGE, LANDLORD = "Bryn Surgery", "Harbour Lantern", "Ashmere Homes"
A, B = "with-carys", "with-rhodri"
SITS_IN = {
    A: (CARYS, DILYS, TULL, EFA, HUW, LENA, MAIR),
    B: (RHODRI, DILYS, TULL),
}
"""Who sits in which sitting."""
WHARF, RING, ROW, LANE, RISE = (
    "9 Heron Wharf",
    "07700 900311",
    "22 Foundry Row",
    "4 Quarry Lane",
    "3 Mill Lane",
)
CLOSED_WORDS = ("A neighbour called Tregarth heard it through the wall.",)
"""Said in the closed slot, which is another record."""

PUSHED = "On 3 October Rhodri pushed Carys against the cooker while Nia watched."
PANIC = "I see Dr Amin for panic attacks."
SESSIONS = "She has done six of ten sessions of Steps Forward."
READING = "She is first in the reading group and stays for choir."
SUNDAYS = "I want to see Nia on Sundays."
OF_NIA = "I want Dad to stop shouting. I want to see Taid."
MOVED = f"I have moved to my brother's, {LANE}."
SAW = "Nia saw you push her mother on 3 October."
ASHAMED = "I am ashamed of it, and I told nobody."
SUMMARY = "Nia has seen violence and is afraid; school holds her."
EVIDENCE = "the order, and a call on 2 January from the refuge"
BEFORE = "She has a new number and fears the car park."
GATE = "Rhodri does not come to Coedlan's gate; Mr Bevan rings the police if he does."
GOES_ON = "Carys goes on with Steps Forward until March."
VISITS = "Dilys sees Nia each week at Heron Wharf, on her own."
RINGS = "If Rhodri comes to where they live, Carys rings 999 and goes to Mair's."
MEETS = "Rhodri meets Dilys at the Old Library on Friday 29 January at 09:30."
NUMBER = "Her new number reached me on 20 January."
TYPED_OPENLY = "Tregarth is to be asked about the night of 3 October."
SCORES = {
    DILYS: "It has happened and can happen again.",
    CARYS: "I sleep with the lights on now.",
    RHODRI: "I have never touched the child herself.",
    LENA: "She is safer than she was in autumn.",
}
REFUGE_VIEW = "We see how frightened she still is."


def conference(*more: e.Event, apart: bool = True) -> Conference:
    """The whole case; not `apart` is the same family without an order: one sitting, and no address withheld."""
    state = Conference()
    for recorded in entries(apart=apart):
        state = apply(state, recorded)
    for event in more:
        state = apply(state, event)
    return state


def entries(*, apart: bool = True) -> Iterator[e.Recorded]:
    """Every entry with its moment, in order."""
    every = [*_set_up(apart=apart), *_sitting_a(), *_sitting_b(), *_decided(), *_planned(), *_after()]
    for number, (event, sitting, own) in enumerate(every, 1):
        here: tuple[str, ...] = SITS_IN.get(sitting, ())
        if not apart:
            here, sitting = ((*SITS_IN[A], RHODRI) if sitting else ()), ""
        if isinstance(event, e.SummaryGiven):
            here = (*SITS_IN[A], RHODRI)
        moment = e.Moment(here=here, sitting=sitting, about=(NIA,), own_matter_of=own)
        yield e.Recorded(seq=number, at="2027-01-18T09:30:00+00:00", event=event, moment=moment)


Given = Iterator[tuple[e.Event, str, str]]
"""Each event with the sitting that it was recorded in and the adult whose own matter it is."""


def _set_up(*, apart: bool) -> Given:
    events: list[e.Event] = [
        e.ConferenceOpened(ref="ASH-2027-0118-KP", kind=e.Kind.INITIAL, procedure="barnsley", chair="Ingrid Valdes-Moore"),
        e.ConferenceArranged(held=dt.date(2027, 1, 18), begins=dt.time(9, 30), venue="County Hall, room 3"),
        e.ChildEntered(child=NIA, name="Nia Prosser", born=dt.date(2018, 5, 2), sex="F", school=SCHOOL, lives_with=(CARYS,)),
        _parent(CARYS, "Carys Prosser", "mother", WHARF, RING, (RHODRI,) if apart else ()),
        _parent(RHODRI, "Rhodri Vaughan", "father", ROW, "07700 900622"),
        e.PersonEntered(
            person=MAIR, name="Mair Prosser", standing=Standing.NETWORK, role="grandmother",
            address=RISE, withheld_from=(RHODRI,) if apart else (),
        ),
        e.PersonEntered(person=SIMONE, name="Simone Achter", standing=Standing.ADVOCATE, supports=NIA, role="advocate"),
        _professional(DILYS, "Dilys Hart", CARE, Discipline.SOCIAL_CARE),
        _professional(TULL, "Sam Tull", POLICE, Discipline.POLICE),
        _professional(EFA, "Efa Lloyd", HEALTH, Discipline.HEALTH),
        _professional(HUW, "Huw Bevan", SCHOOL, Discipline.EDUCATION),
        _professional(AMIN, "Dr Amin", SURGERY, Discipline.HEALTH),
        _professional(LENA, "Lena Marsh", REFUGE, Discipline.OTHER, supports=CARYS),
        e.PreMeetingHeld(person=CARYS, note=BEFORE),
    ]  # fmt: skip
    if apart:
        events += [
            e.AdultsKeptApart(one=CARYS, other=RHODRI, why="Non-molestation order until 14 June 2027."),
            e.SplitSittingPlanned(sitting=A, title="In the morning", people=SITS_IN[A]),
            e.SplitSittingPlanned(sitting=B, title="After the break", people=SITS_IN[B]),
            e.ExclusionDecided(person=RHODRI, ground="Violence", reason="She is afraid of him.", parts=("closed",),
                               evidence=EVIDENCE, requested_by="Lena Marsh"),
        ]  # fmt: skip
    for event in events:
        yield event, "", ""


def _sitting_a() -> Given:
    for who in SITS_IN[A]:
        yield e.PersonArrived(person=who, at=dt.time(9, 30)), A, ""
    yield e.PersonIntroduced(person=LENA, involvement="domestic abuse adviser of the mother"), A, ""
    yield _said("k1", DILYS, PUSHED, e.Column.HARM), A, ""
    yield _said("k2", CARYS, PANIC), A, CARYS
    yield _said("k3", LENA, SESSIONS), A, CARYS
    yield _said("k4", HUW, READING, e.Column.STRENGTH), A, ""
    yield e.ContributionMade(contribution="k5", stage="mapping", speaker=RHODRI, words=SUNDAYS, children=(NIA,), in_writing=True), A, ""  # fmt: skip
    yield e.ChildViewsGiven(child=NIA, words=OF_NIA, by=SIMONE, views="k6"), A, ""
    for who in (DILYS, CARYS, LENA):
        yield e.ScoreGiven(person=who, question=NIA, score=3, rationale=SCORES[who]), A, ""


def _sitting_b() -> Given:
    for who in (RHODRI, DILYS, TULL):
        yield e.PersonArrived(person=who, at=dt.time(10, 45)), B, ""
    yield _said("k7", RHODRI, MOVED), B, ""
    yield _said("k8", DILYS, SAW, e.Column.HARM), B, ""
    yield e.FamilyAsked(stage="mapping", person=RHODRI, words=ASHAMED, children=(NIA,)), B, ""
    yield e.ScoreGiven(person=RHODRI, question=NIA, score=8, rationale=SCORES[RHODRI]), B, ""
    yield e.ScoresShown(question=NIA), B, ""
    yield e.SummaryGiven(words=SUMMARY, children=(NIA,)), B, ""


def _decided() -> Given:
    plan, emotional = e.Outcome.CHILD_PROTECTION, e.Category.EMOTIONAL
    for agency, by in ((CARE, DILYS), (POLICE, TULL), (HEALTH, EFA), (SCHOOL, HUW)):
        yield e.ViewGiven(child=NIA, agency=agency, by=by, outcome=plan, category=emotional), A, ""
    yield e.ViewGiven(child=NIA, agency=REFUGE, by=LENA, outcome=plan, category=emotional, reason=REFUGE_VIEW), A, ""  # fmt: skip
    yield e.DecisionMade(child=NIA, outcome=plan, category=emotional), "", ""


def _planned() -> Given:
    def action(key: str, what: str, *who: str) -> e.ActionAgreed:
        return e.ActionAgreed(action=key, children=(NIA,), what=what, who=who, when="now")

    yield action("k13", GATE, HUW), "", ""
    yield action("k14", GOES_ON, CARYS), "", CARYS
    yield action("k15", VISITS, DILYS), "", ""
    yield e.ContingencySet(contingency="k16", children=(NIA,), words=RINGS), "", ""
    for who in (CARYS, DILYS, HUW, EFA, LENA):
        yield e.CoreGroupMemberChosen(person=who, children=(NIA,)), "", ""
    yield (
        e.CoreGroupBooked(on=dt.date(2027, 1, 28), at=dt.time(14), venue="Family Centre, Brook Street"),
        "",
        "",
    )
    yield action("k18", MEETS, RHODRI, DILYS), "", RHODRI
    yield e.KeyWorkerNamed(child=NIA, person=DILYS, qualified=True), "", ""


def _after() -> Given:
    yield e.ClosedSlotBegan(at=dt.time(11, 15), left=(RHODRI,), stayed=(DILYS, TULL)), B, ""
    yield e.ClosedSlotEnded(at=dt.time(11, 20)), B, ""
    yield _said("k22", DILYS, TYPED_OPENLY), B, ""
    yield e.ConferenceClosed(at=dt.time(11, 25)), "", ""
    yield e.AddendumAdded(addendum="k21", words=NUMBER, by=DILYS, on=dt.date(2027, 1, 20), children=(NIA,)), "", CARYS  # fmt: skip


def _said(key: str, speaker: str, words: str, column: e.Column | None = None) -> e.ContributionMade:
    return e.ContributionMade(
        contribution=key, stage="mapping", speaker=speaker, words=words, column=column, children=(NIA,)
    )


def _parent(
    person: str, name: str, role: str, address: str, phone: str, withheld: tuple[str, ...] = ()
) -> e.PersonEntered:
    return e.PersonEntered(
        person=person, name=name, standing=Standing.PARENT, role=role, parent_of=(NIA,), responsibility_for=(NIA,),
        address=address, phone=phone, withheld_from=withheld,
    )  # fmt: skip


def _professional(
    person: str, name: str, agency: str, discipline: Discipline, supports: str = ""
) -> e.PersonEntered:
    return e.PersonEntered(
        person=person, name=name, standing=Standing.PROFESSIONAL, role="professional", agency=agency,
        discipline=discipline, supports=supports,
    )  # fmt: skip
