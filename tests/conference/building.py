"""Small conferences, built from events as the program builds them."""

from datetime import date, time
from pathlib import Path

from conference_tui import authorities
from conference_tui.conference import events as e
from conference_tui.conference.child_view import ChildView, for_child
from conference_tui.conference.folding import apply
from conference_tui.conference.papers import FILE, Copy, Paper
from conference_tui.conference.people import Discipline, Standing
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.reading.read import read
from conference_tui.conference.state import Conference
from conference_tui.conference.working_days import Calendar
from conference_tui.documents.plan import write_plan

NO_FOLDER = Path("no such folder")
PLAIN = authorities.load("plain", NO_FOLDER)
"""Children's social care and two others make it quorate."""
BARNSLEY = authorities.load("barnsley", NO_FOLDER)
"""Children's social care, health and the police make it quorate."""
CALENDAR = authorities.bank_holidays()

HELD = date(2026, 12, 1)
SOCIAL_CARE, POLICE, HEALTH = "Children's social care", "Ashmere Constabulary", "Ashmere Community Health"
SCHOOL, CHARITY = "Wexcombe High", "Kestrel Family Support"

OPENED = e.ConferenceOpened(ref="ASH-1", kind=e.Kind.INITIAL, procedure="plain")
ARRANGED = e.ConferenceArranged(held=HELD, begins=time(13, 30))
MAYA = e.ChildEntered(child="maya", name="Maya Orrell-Pike", born=date(2013, 5, 14))
TEDDY = e.ChildEntered(child="teddy", name="Teddy Voss", born=date(2021, 8, 30))


def build(*happened: e.Event, on: Conference | None = None) -> Conference:
    """What the events add up to."""
    conference = on or Conference()
    for event in happened:
        conference = apply(conference, event)
    return conference


def professional(
    person: str, agency: str, discipline: Discipline, knows: tuple[str, ...] = ()
) -> e.PersonEntered:
    """Somebody of an agency, named after the id."""
    return e.PersonEntered(
        person=person,
        name=person.title(),
        standing=Standing.PROFESSIONAL,
        agency=agency,
        discipline=discipline,
        knows=knows,
    )


SLOAN = professional("sloan", SOCIAL_CARE, Discipline.SOCIAL_CARE)
QUILL = professional("quill", SOCIAL_CARE, Discipline.SOCIAL_CARE)
AMADI = professional("amadi", POLICE, Discipline.POLICE)
TIPLADY = professional("tiplady", HEALTH, Discipline.HEALTH)
FARRANT = professional("farrant", SCHOOL, Discipline.EDUCATION, knows=("maya",))
HALE = professional("hale", CHARITY, Discipline.OTHER)
PROFESSIONALS = (SLOAN, QUILL, AMADI, TIPLADY, FARRANT, HALE)
TAMSIN = e.PersonEntered(
    person="tamsin",
    name="Tamsin Orrell",
    standing=Standing.PARENT,
    parent_of=("maya", "teddy"),
    responsibility_for=("maya", "teddy"),
)
JOSS = e.PersonEntered(person="joss", name="Joss Whelan", standing=Standing.SUPPORTER, supports="tamsin")
INVITED = build(OPENED, ARRANGED, MAYA, TEDDY, *PROFESSIONALS, TAMSIN, JOSS)
"""Two children, five agencies, a mother and her friend; nobody is here yet."""


def arrive(*people: str, at: time = time(13, 30)) -> tuple[e.PersonArrived, ...]:
    """They all come in."""
    return tuple(e.PersonArrived(person=person, at=at) for person in people)


ROOM = build(*arrive("sloan", "quill", "amadi", "tiplady", "farrant", "hale", "tamsin", "joss"), on=INVITED)
"""Everyone is here."""


def view(
    child: str,
    agency: str,
    outcome: e.Outcome | None,
    category: e.Category | None = None,
    *,
    reason: str = "",
    dissent: e.Dissent = e.Dissent.NONE,
) -> e.ViewGiven:
    """One agency's view on a child."""
    return e.ViewGiven(
        child=child, agency=agency, by="", outcome=outcome, category=category, reason=reason, dissent=dissent
    )


CP, CIN, NO_PLAN = e.Outcome.CHILD_PROTECTION, e.Outcome.CHILD_IN_NEED, e.Outcome.NO_PLAN
PHY, EMO, NEG = e.Category.PHYSICAL, e.Category.EMOTIONAL, e.Category.NEGLECT


def of_one(conference: Conference, child: str, procedure: Procedure = PLAIN) -> Conference:
    """What the authority's own plan of a child is drawn from."""
    return read(conference, procedure, Copy(paper=Paper.OUTLINE_PLAN, reader=FILE, child=child))


def view_of(conference: Conference, procedure: Procedure, calendar: Calendar, child: str) -> ChildView:
    """What that plan is drawn from."""
    return for_child(of_one(conference, child, procedure), procedure, calendar, child)


def plan_of(conference: Conference, child: str, procedure: Procedure = PLAIN) -> str:
    """What that plan says, part by part."""
    return str(write_plan(view_of(conference, procedure, CALENDAR, child), procedure).parts)
