"""Who is here, for which agency, and whether that makes the conference quorate."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from conference_tui.conference.people import Discipline, Person
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.text import listed


class Agency(Struct, frozen=True, kw_only=True):
    """An organisation that people attend for. Two people of one agency are one agency, with one view."""

    name: str
    discipline: Discipline
    people: tuple[str, ...]
    knows: frozenset[str]
    """Children that anyone of the agency knows."""

    def present(self, here: Iterable[str]) -> bool:
        """Whether anyone of the agency is among the people `here`."""
        return not set(self.people).isdisjoint(here)


def agencies(conference: Conference) -> tuple[Agency, ...]:
    """Every agency that was invited, in the order in which its first person was entered."""
    by_name: dict[str, list[Person]] = {}
    for person in conference.people.values():
        if person.is_professional and person.agency:
            by_name.setdefault(person.agency, []).append(person)
    return tuple(
        Agency(
            name=name,
            discipline=next((p.discipline for p in people if p.discipline), Discipline.OTHER),
            people=tuple(person.id for person in people),
            knows=frozenset(child for person in people for child in person.knows),
        )
        for name, people in by_name.items()
    )


def agency_of(conference: Conference, person: str) -> str:
    """The agency somebody attends for; empty for family and for whom the record does not know."""
    found = conference.people.get(person)
    return found.agency if found and found.is_professional else ""


class Verdict(StrEnum):
    """Whether the conference may decide."""

    QUORATE = "quorate"
    INQUORATE = "not quorate"


class Quorum(Struct, frozen=True, kw_only=True):
    """The verdict on a set of people, and everything it rests on (BA-4)."""

    verdict: Verdict
    present: tuple[str, ...]
    """Agencies that are here."""
    missing: tuple[str, ...]
    """What would have to be here, in words."""
    warnings: tuple[str, ...]
    """What is expected and not required, such as education for a school-age child."""
    rule: str
    """The procedure's rule in its own words."""

    @property
    def is_quorate(self) -> bool:
        """Whether the rule is met."""
        return self.verdict is Verdict.QUORATE

    @property
    def sentence(self) -> str:
        """The verdict with its reasons, in one line."""
        here = f"present: {listed(self.present)}" if self.present else "no agency is present"
        return f"{self.verdict_alone.removesuffix('.')} ({here})."

    @property
    def verdict_alone(self) -> str:
        """The verdict with what is missing; without who is here, for that may tell of another child."""
        return "Quorate." if self.is_quorate else f"Not quorate: missing {listed(self.missing)}."


def quorum(conference: Conference, procedure: Procedure, here: Iterable[str] | None = None) -> Quorum:
    """The verdict for the people who are here now, or for another set such as those at a decision."""
    ids = frozenset(conference.present() if here is None else here)
    present = tuple(agency for agency in agencies(conference) if agency.present(ids))
    missing = _missing(present, procedure)
    return Quorum(
        verdict=Verdict.INQUORATE if missing else Verdict.QUORATE,
        present=tuple(agency.name for agency in present),
        missing=missing,
        warnings=_education(conference, present, procedure),
        rule=procedure.quorum.says,
    )


def _missing(present: tuple[Agency, ...], procedure: Procedure) -> tuple[str, ...]:
    rule = procedure.quorum
    disciplines = [agency.discipline for agency in present]
    missing = [Discipline(name).label for name in rule.required if Discipline(name) not in disciplines]
    others = [discipline for discipline in disciplines if discipline not in rule.required]
    count = _merged(others) if rule.merge_disciplines else len(others)
    if rule.others and count < rule.others:
        lacking = rule.others - count
        missing.append("one more agency" if lacking == 1 else f"{lacking} more agencies")
    return tuple(missing)


def _merged(disciplines: list[Discipline]) -> int:
    """Agencies where two of one discipline count once; "other" is no discipline that two could share."""
    named = {discipline for discipline in disciplines if discipline is not Discipline.OTHER}
    return len(named) + disciplines.count(Discipline.OTHER)


def _education(conference: Conference, present: tuple[Agency, ...], procedure: Procedure) -> tuple[str, ...]:
    """Education is expected, not required, for a child of school age (BA-4)."""
    rule = procedure.quorum
    if conference.held is None or any(agency.discipline is Discipline.EDUCATION for agency in present):
        return ()
    of_school_age = [
        child.label
        for child in conference.children.values()
        if (age := child.age_on(conference.held)) is not None
        and rule.education_from_age <= age <= rule.education_to_age
    ]
    if not of_school_age:
        return ()
    return (f"Education is expected for {listed(of_school_age)}, and nobody from education is here.",)


def absent(conference: Conference) -> tuple[Person, ...]:
    """People who were invited and have not been here."""
    return tuple(person for person in conference.people.values() if person.id not in conference.presence)
