"""The two reference conferences, as what their events add up to."""

from datetime import date, time

from conference_tui import authorities, demonstration
from conference_tui.conference import events as e
from conference_tui.conference.people import Discipline, Standing
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference, apply
from tests.conference.building import NO_FOLDER, build

BARNSLEY: Procedure = authorities.load("barnsley", NO_FOLDER)
CLOSED_WORDS = tuple(
    step.event.words
    for step in demonstration.steps()
    if isinstance(step.event, e.ContributionMade) and step.stage == "closed"
)


def siblings() -> Conference:
    """Three children, three outcomes, two fathers of whom one must not learn where the other lives (S1)."""
    conference = Conference()
    for step in demonstration.steps():
        if not (conference.closed_slot and isinstance(step.event, e.ContributionMade)):
            conference = apply(conference, step.event)
    return conference


def _professional(person: str, name: str, role: str, agency: str, discipline: Discipline) -> e.PersonEntered:
    return e.PersonEntered(
        person=person,
        name=name,
        standing=Standing.PROFESSIONAL,
        role=role,
        agency=agency,
        discipline=discipline,
    )


def over_christmas() -> Conference:
    """One child, an inquorate conference, a father of whom nothing is known (S2)."""
    here = ("shanice", "keely", "ratcliff", "halloran", "pask")
    return build(
        e.ConferenceOpened(ref="ASH-2026-1222-BR", kind=e.Kind.INITIAL, procedure="plain", chair="Ingrid Valdes-Moore"),
        e.ConferenceArranged(held=date(2026, 12, 22), begins=time(10)),
        e.ChildEntered(
            child="lola", name="Lola-May Brindle", born=date(2018, 10, 1), authority_id="CPCS2A",
            lives="40 Cinder Row, flat 6", lives_with=("shanice",), school="Saltgate Primary", previous_plans=1,
        ),
        e.PersonEntered(
            person="shanice", name="Shanice Brindle", standing=Standing.PARENT, role="mother", parent_of=("lola",),
            responsibility_for=("lola",),
        ),
        e.PersonEntered(
            person="marlon", name="Marlon Tate", standing=Standing.PARENT, role="father", parent_of=("lola",)
        ),
        e.PersonEntered(person="keely", name="Keely Brindle", standing=Standing.SUPPORTER, role="aunt", supports="shanice"),
        _professional("ratcliff", "Dev Ratcliff", "social worker", "Children's social care", Discipline.SOCIAL_CARE),
        _professional("halloran", "Noor Halloran", "manager", "Children's social care", Discipline.SOCIAL_CARE),
        _professional("pask", "Gwen Pask", "head", "Saltgate Primary", Discipline.EDUCATION),
        _professional("police", "", "police", "Ashmere Constabulary", Discipline.POLICE),
        _professional("nurse", "", "school nurse", "Ashmere Community Health", Discipline.HEALTH),
        _professional("fenn", "Dr Fenn", "GP", "Cinder Lane Surgery", Discipline.HEALTH),
        _professional("homes", "", "landlord", "Ashmere Homes", Discipline.OTHER),
        *(e.PersonArrived(person=who, at=time(10)) for who in here),
        e.ApologySent(person="police", reason="A major incident."),
        e.ReportReceived(person="police"),
        e.ApologySent(person="homes"),
        e.ReportReceived(person="homes", shared=date(2026, 12, 21)),
        e.InquorateProceeded(reason="A delay leaves Lola without a plan.", safeguards="Keely stays nights."),
        e.ContributionMade(
            contribution="alone", stage="mapping", speaker="ratcliff", column=e.Column.HARM,
            words="Lola was left alone overnight at least three times.",
        ),
        e.ContributionMade(
            contribution="shift", stage="mapping", speaker="shanice",
            words="I thought she'd sleep through. I needed the shift.",
        ),
        e.DecisionMade(child="lola", outcome=e.Outcome.CHILD_PROTECTION, category=e.Category.NEGLECT),
        e.ActionAgreed(action="dentist", children=("lola",), what="Make a dentist's appointment.", who=("shanice",), when="by 30 December"),
        e.ActionAgreed(
            action="rota", children=("lola",), what="A night-time rota is written and signed.", who=("shanice", "keely"),
            when="on 22 December", also="Mrs Dacosta",
        ),
        e.ActionAgreed(action="trace", children=("lola",), what="Find out where Lola's father is.", who=("ratcliff",), when="by 8 January"),
        e.CoreGroupMemberChosen(person="shanice", children=("lola",)),
        e.CoreGroupMemberChosen(person="ratcliff", children=("lola",)),
        e.CoreGroupBooked(on=date(2027, 1, 6), at=time(14), venue="Saltgate Primary"),
        e.ReviewBooked(on=date(2027, 1, 19), at=time(10)),
        e.ConferenceClosed(at=time(11, 35)),
    )  # fmt: skip
