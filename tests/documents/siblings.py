"""An initial conference about three siblings with three fathers' worth of trouble: the reference case S1, as events.

Everybody and every place is invented. Two fathers, an address withheld from one of them, three outcomes.
"""

import datetime as dt

from conference_tui.conference import events as e
from conference_tui.conference.folding import apply
from conference_tui.conference.people import Discipline, Standing
from conference_tui.conference.state import Conference

MAYA, TEDDY, JARED = "maya", "teddy", "jared"
WITHHELD = ("14 Quarry Lodge Lane", "Quarry Lodge Lane", "07700 900417")
CP, CIN = e.Outcome.CHILD_PROTECTION, e.Outcome.CHILD_IN_NEED

Given = list[e.Event]


def conference(*more: e.Event) -> Conference:
    """The whole case, then whatever else is given."""
    state = Conference()
    for event in (*people(), *said(), *decided(), *planned(), *more):
        state = apply(state, event)
    return state


def people() -> Given:
    held = dt.date(2026, 12, 1)
    found: Given = [
        e.ConferenceOpened(
            ref="ASH-2026-1201-OR", kind=e.Kind.INITIAL, procedure="plain", chair="Ingrid Valdes-Moore"
        ),
        e.ConferenceArranged(held=held, begins=dt.time(13, 30), venue="County Hall room 3"),
        e.KeyDateGiven(what="strategy discussion", on=dt.date(2026, 11, 12)),
        _child(MAYA, "Maya Orrell-Pike", dt.date(2013, 5, 14), "8 Tannery Court", ("tamsin", "callum")),
        _child(TEDDY, "Teddy Voss", dt.date(2021, 8, 30), "8 Tannery Court", ("tamsin", "callum")),
        _child(JARED, "Jared Orrell-Pike", dt.date(2010, 3, 2), "31 Mill Rise", ("bridie",)),
        _parent("tamsin", "Tamsin Orrell", "mother", (MAYA, TEDDY, JARED)),
        _parent("callum", "Callum Voss", "Teddy's father", (TEDDY,)),
        e.PersonEntered(
            person="dean",
            name="Dean Pike",
            standing=Standing.PARENT,
            role="father",
            parent_of=(MAYA, JARED),
            responsibility_for=(MAYA, JARED),
            address="14 Quarry Lodge Lane, Wenlow",
            phone="07700 900417",
            withheld_from=("callum",),
        ),
        e.PersonEntered(person="bridie", name="Bridie Orrell", standing=Standing.NETWORK, role="grandmother"),
        e.PersonEntered(
            person="simone", name="Simone Achter", standing=Standing.ADVOCATE, supports=MAYA, role="advocate"
        ),
    ]
    found += [
        _professional("sloan", "Harriet Sloan", "Children's social care", "social worker", "social_care"),
        _professional("quill", "Bernard Quill", "Children's social care", "team manager", "social_care"),
        _professional("amadi", "DC Ruth Amadi", "Ashmere Constabulary", "detective", "police"),
        _professional("tiplady", "Joanne Tiplady", "ACH", "school nurse", "health"),
        _professional("farrant", "Owen Farrant", "Wexcombe High", "safeguarding lead", "education"),
        _professional("nandra", "Priya Nandra", "Thistlewick Primary", "class teacher", "education"),
    ]
    found += [
        e.PersonArrived(person=event.person, at=dt.time(13, 30))
        for event in found
        if isinstance(event, e.PersonEntered)
    ]
    return found


def said() -> Given:
    made = e.Column
    return [
        _said("c1", "amadi", made.HARM, (MAYA,), "On 11 November Callum struck Maya on the left forearm."),
        _said("c2", "sloan", made.HARM, (MAYA,), "Maya describes two earlier times since summer."),
        _said("c3", "nandra", made.HARM, (TEDDY,), "Teddy wets himself at school, 4 times in November."),
        _said("c4", "tiplady", made.COMPLICATING, (), "Tamsin's low mood, treated since spring."),
        _said("c5", "farrant", made.STRENGTH, (MAYA,), "Maya has 96% attendance and talks to her tutor."),
        _said("c6", "bridie", made.STRENGTH, (), "Bridie has all three every Sunday."),
        _said("c7", "tamsin", made.SAFETY, (MAYA, TEDDY), "Tamsin took Teddy and Maya to Bridie's."),
        e.ContributionMade(
            contribution="c8",
            stage="mapping",
            speaker="sloan",
            words="Has Jared been hit? He says not since he moved.",
            column=made.GREY,
            children=(JARED,),
            owner="sloan",
            by=dt.date(2026, 12, 15),
        ),
        _said("c9", "dean", None, (), "Dean says since moving to Quarry Lodge Lane it is nearer for Maya."),
        e.DangerStatementMade(
            statement="ds1",
            children=(MAYA,),
            words="Harriet and Tamsin are worried that Callum will hit Maya again when he is angry.",
        ),
        e.DangerStatementMade(
            statement="ds2",
            children=(TEDDY,),
            words="Harriet and Bridie are worried that Teddy will go on hearing Maya being shouted at.",
        ),
        e.SafetyGoalSet(goal="sg1", statement="ds1", words="Callum will ring Bridie when he feels angry."),
        e.SafetyGoalSet(goal="sg2", statement="ds2", words="Teddy will hear adults talk calmly."),
        *(
            e.ScoreGiven(person=person, question="ds1", score=score, rationale="as told")
            for person, score in (("sloan", 3), ("amadi", 2), ("tamsin", 6), ("callum", 8), (MAYA, 4))
        ),
        e.ScoresShown(question="ds1"),
        e.LowScoreAnswered(question="ds1", answer="Callum stays at 5 Ropewalk tonight."),
    ]


def decided() -> Given:
    high, primary = "Wexcombe High", "Thistlewick Primary"
    care, police, health = "Children's social care", "Ashmere Constabulary", "ACH"
    physical, emotional = e.Category.PHYSICAL, e.Category.EMOTIONAL
    given: Given = [_view(MAYA, agency, CP, physical) for agency in (care, police, health, high)]
    given += [_view(TEDDY, agency, CP, emotional) for agency in (care, police, health)]
    given.append(
        e.ViewGiven(
            child=TEDDY,
            agency=primary,
            by="nandra",
            outcome=CIN,
            reason="Teddy is settled in class and a child in need plan would reach him sooner.",
            dissent=e.Dissent.NOTED,
        )
    )
    given += [_view(JARED, agency, CIN) for agency in (care, health, high)]
    given.append(_view(JARED, police, CP, physical))
    given += [
        e.DecisionMade(child=MAYA, outcome=CP, category=physical),
        e.DecisionMade(child=TEDDY, outcome=CP, category=emotional),
        e.DecisionMade(child=JARED, outcome=CIN),
    ]
    return given


def planned() -> Given:
    both, every = (MAYA, TEDDY), (MAYA, TEDDY, JARED)
    return [
        _action("a1", (MAYA,), "Callum is not alone with Maya.", "callum", "from 1 December", worry="ds1"),
        _action("a2", both, "Callum starts Calmer Ground.", "callum", "by 11 January", worry="ds1"),
        _action("a4", (TEDDY,), "Teddy has drawing and talking.", "nandra", "from 7 December", worry="c3"),
        _action("a5", (MAYA,), "Maya checks in every week.", "farrant", "from 2 December"),
        _action("a6", (JARED,), "The first child in need meeting is held.", "sloan", "by 15 December"),
        _action("a7", every, "Bridie is the first phone call for all three.", "bridie", "now"),
        e.BottomLineSet(line="b1", children=every, words="No one hits a child in this house."),
        e.ContingencySet(
            contingency="k1", children=both, words="If Maya is hurt, Tamsin and the children go to Bridie."
        ),
        e.NetworkSupportOffered(
            support="n1", person="bridie", children=(MAYA, TEDDY), words="Has the children every Sunday."
        ),
        e.RecommendationMade(
            recommendation="r1",
            words="A family network meeting.",
            by=dt.date(2026, 12, 22),
            owner="sloan",
        ),
        *(e.KeyWorkerNamed(child=child, person="sloan", qualified=True) for child in every),
        *(
            e.VisitsAgreed(child=child, every="10 working days", how="alone, bedroom seen")
            for child in (MAYA, TEDDY)
        ),
        e.CoreGroupMemberChosen(person="sloan", children=both),
        e.CoreGroupMemberChosen(person="farrant", children=(MAYA,)),
        e.CoreGroupMemberChosen(person="nandra", children=(TEDDY,)),
        e.CoreGroupMemberChosen(person="tamsin", children=both),
        e.CoreGroupMemberChosen(person="callum", children=(TEDDY,), note="Teddy's part only"),
        e.CoreGroupMemberChosen(person="dean", children=(MAYA,), note="online"),
        e.CoreGroupMemberChosen(person="bridie", children=both),
        e.CoreGroupBooked(
            on=dt.date(2026, 12, 10),
            at=dt.time(10),
            venue="Wexcombe High",
            chaired_by="quill",
            later_chaired_by="sloan",
        ),
        e.ReviewBooked(on=dt.date(2027, 2, 23), at=dt.time(13, 30)),
        e.InNeedMeetingBooked(child=JARED, on=dt.date(2026, 12, 15)),
        e.ConferenceClosed(at=dt.time(15, 50)),
    ]


def _child(child: str, name: str, born: dt.date, lives: str, lives_with: tuple[str, ...]) -> e.ChildEntered:
    return e.ChildEntered(
        child=child,
        name=name,
        born=born,
        lives=lives,
        lives_with=lives_with,
        authority_id=f"CPCS1-{child}",
        previous_plans=0,
    )


def _parent(person: str, name: str, role: str, children: tuple[str, ...]) -> e.PersonEntered:
    return e.PersonEntered(
        person=person,
        name=name,
        standing=Standing.PARENT,
        role=role,
        parent_of=children,
        responsibility_for=children,
    )


def _professional(person: str, name: str, agency: str, role: str, discipline: str) -> e.PersonEntered:
    return e.PersonEntered(
        person=person,
        name=name,
        standing=Standing.PROFESSIONAL,
        agency=agency,
        role=role,
        discipline=Discipline(discipline),
    )


def _said(
    number: str, speaker: str, column: e.Column | None, children: tuple[str, ...], words: str
) -> e.ContributionMade:
    return e.ContributionMade(
        contribution=number, stage="mapping", speaker=speaker, words=words, column=column, children=children
    )


def _view(child: str, agency: str, outcome: e.Outcome, category: e.Category | None = None) -> e.ViewGiven:
    return e.ViewGiven(child=child, agency=agency, by="somebody", outcome=outcome, category=category)


def _action(
    number: str, children: tuple[str, ...], what: str, who: str, when: str, worry: str = ""
) -> e.ActionAgreed:
    return e.ActionAgreed(
        action=number,
        children=children,
        what=what,
        who=(who,),
        when=when,
        worry=worry,
        how_known=f"{what.split(maxsplit=1)[0]} says so at the core group.",
    )
