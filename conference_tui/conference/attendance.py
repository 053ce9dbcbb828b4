"""Who is here, for which agency, and whether that makes the conference quorate."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from conference_tui.conference.events import Kind
from conference_tui.conference.people import Discipline, Person, Whom
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.procedure_quorum import Quorum as QuorumRule
from conference_tui.conference.state import Conference
from conference_tui.conference.text import listed


class Knows(StrEnum):
    """Whether an agency knows a child."""

    YES = "yes"
    NO = "no"
    NOT_SAID = "not said"


class Agency(Struct, frozen=True, kw_only=True):
    """An organisation that people attend for. Two people of one agency are one agency, with one view."""

    name: str
    discipline: Discipline
    people: tuple[str, ...]
    known: frozenset[str] | None
    """Children that anyone of it was entered as knowing; None where that was not said of anybody."""
    unknown: frozenset[str] = frozenset()
    """Children that it does not know, as it said when it was asked for its view."""

    def knows(self, child: str) -> Knows:
        """Whether it knows this child: everything that depends on it asks here."""
        return Knows.NO if child in self.unknown else self.entered_as_knowing(child)

    def entered_as_knowing(self, child: str) -> Knows:
        """The same by what its people were entered with alone: what it said of a view may be corrected."""
        if self.known is None:
            return Knows.NOT_SAID
        return Knows.YES if child in self.known else Knows.NO

    def knows_none_of(self, children: Iterable[str]) -> bool:
        """Whether there are such children, and it is said of each that it does not know it."""
        answers = {self.knows(child) for child in children}
        return answers == {Knows.NO}

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
            known=_known(conference, people),
            unknown=frozenset(
                view.child for view in conference.views.values() if view.agency == name and view.unknown
            ),
        )
        for name, people in by_name.items()
    )


def _known(conference: Conference, people: list[Person]) -> frozenset[str] | None:
    said = [person for person in people if person.knows or person.knows_whom]
    if not said:
        return None
    if any(person.knows_whom is Whom.ALL for person in said):
        return frozenset(conference.children)
    return frozenset(child for person in said for child in person.knows)


def agency_of(conference: Conference, person: str) -> str:
    """The agency somebody attends for; empty for family and for whom the record does not know."""
    found = conference.people.get(person)
    return found.agency if found and found.is_professional else ""


QUORATE = "Quorate."


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
    may_proceed: bool = False
    """Whether those here are enough for the chair to go ahead without a quorum, on one of the `grounds`."""
    grounds: tuple[str, ...] = ()
    """The procedure's grounds for that; none where it is quorate, or where too few are here."""

    @property
    def is_quorate(self) -> bool:
        """Whether the rule is met."""
        return self.verdict is Verdict.QUORATE

    @property
    def sentence(self) -> str:
        """The verdict with its reasons, in one line."""
        return self.saying(self.verdict_alone)

    def saying(self, verdict: str) -> str:
        """A verdict on them, as it was recorded, with who is here."""
        here = f"present: {listed(self.present)}" if self.present else "no agency is present"
        return f"{verdict.removesuffix('.')} ({here})."

    @property
    def verdict_alone(self) -> str:
        """The verdict with what is missing; without who is here, for that may tell of another child."""
        return QUORATE if self.is_quorate else f"Not quorate: missing {listed(self.missing)}."


def quorum(conference: Conference, procedure: Procedure, here: Iterable[str] | None = None) -> Quorum:
    """The verdict for the people who are here now, or for another set such as those at a decision.

    The police count as involved when somebody of theirs was invited or came (HV-15).
    """
    ids = frozenset(conference.present() if here is None else here)
    present = tuple(agency for agency in agencies(conference) if agency.present(ids))
    rule, left_out = procedure.quorum, _left_out(conference, procedure.quorum)
    required = [Discipline(name) for name in rule.required if Discipline(name) not in left_out]
    missing = _missing(conference, present, required, rule.others, merge=rule.merge_disciplines)
    exception = rule.exception
    at_the_least = [Discipline(name) for name in exception.required]
    short = _missing(conference, present, at_the_least, exception.others, merge=rule.merge_disciplines)
    may_proceed = bool(missing) and not short
    return Quorum(
        verdict=Verdict.INQUORATE if missing else Verdict.QUORATE,
        present=tuple(agency.name for agency in present),
        missing=missing,
        warnings=_warnings(conference, present, rule, left_out),
        rule=rule.says,
        may_proceed=may_proceed,
        grounds=exception.grounds if may_proceed else (),
    )


def verdict_before(
    conference: Conference, procedure: Procedure, here: Iterable[str] | None = None
) -> Quorum | None:
    """The verdict on those who were here when the apologies were gone through (M14).

    None where that is the verdict for those `here` too, or the apologies were not gone through with anybody.
    """
    if not conference.at_the_apologies:
        return None
    before = quorum(conference, procedure, conference.at_the_apologies)
    return None if before.verdict is quorum(conference, procedure, here).verdict else before


def _missing(
    conference: Conference,
    present: tuple[Agency, ...],
    required: list[Discipline],
    others: int,
    *,
    merge: bool,
) -> tuple[str, ...]:
    """What is wanting; of those that are not named, who knows none of the children has had no contact, and is not counted."""
    here = [agency.discipline for agency in present]
    missing = [discipline.label for discipline in required if discipline not in here]
    further = [
        agency.discipline
        for agency in present
        if agency.discipline not in required and not agency.knows_none_of(conference.children)
    ]
    lacking = others - (_merged(further) if merge else len(further))
    if others and lacking > 0:
        missing.append("one more agency" if lacking == 1 else f"{lacking} more agencies")
    return tuple(missing)


def _merged(disciplines: list[Discipline]) -> int:
    """Agencies where two of one discipline count once; "other" is no discipline that two could share."""
    named = {discipline for discipline in disciplines if discipline is not Discipline.OTHER}
    return len(named) + disciplines.count(Discipline.OTHER)


def _left_out(conference: Conference, rule: QuorumRule) -> tuple[Discipline, ...]:
    """The police, where the procedure wants them only if they were involved, and nobody of theirs is known."""
    is_review = conference.opened is not None and conference.opened.kind is Kind.REVIEW
    counted = rule.police_at_review if is_review else rule.police_at_initial
    involved = any(agency.discipline is Discipline.POLICE for agency in agencies(conference))
    return () if counted == "counted" or involved else (Discipline.POLICE,)


def _warnings(
    conference: Conference, present: tuple[Agency, ...], rule: QuorumRule, left_out: tuple[Discipline, ...]
) -> tuple[str, ...]:
    """What is expected and not here, as one sentence after another: it is one reminder."""
    warnings = [*_expected(present, rule, left_out), *_education(conference, present, rule)]
    strangers = [agency.name for agency in present if agency.knows_none_of(conference.children)]
    if rule.others and strangers:
        count = (
            "knows none of the children and is"
            if len(strangers) == 1
            else "know none of the children and are"
        )
        warnings.append(f"{listed(strangers)} {count} not counted.")
    if any(discipline in rule.required for discipline in left_out):
        warnings.append(
            "The police are counted only if they were involved in the enquiry, and nobody of theirs is on the list."
        )
    return (" ".join(warnings),) if warnings else ()


def _expected(
    present: tuple[Agency, ...], rule: QuorumRule, left_out: tuple[Discipline, ...]
) -> tuple[str, ...]:
    """Whom the procedure names beyond its quorum, and who is not here (HF-4, HV-15, KC-3)."""
    here = [agency.discipline for agency in present]
    named = [Discipline(name) for name in rule.expected]
    absent = [each for each in named if each not in here and each not in left_out]
    if not absent:
        return ()
    who = listed([each.label for each in absent])
    return (f"Named by the procedure and not here: {who}.",)


def _education(conference: Conference, present: tuple[Agency, ...], rule: QuorumRule) -> tuple[str, ...]:
    """Education is expected, not required, for a child of school age (BA-4)."""
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


def not_here(conference: Conference) -> tuple[Person, ...]:
    """People who were invited and of whom it is not recorded that they have been here."""
    told = (person for person in conference.people.values() if person.id not in conference.untold)
    return tuple(person for person in told if person.id not in conference.presence)


def is_noted_missing(conference: Conference, person: str) -> bool:
    """Whether it is recorded that somebody did not come; of the others who are not here nothing is."""
    return person in conference.apologies or person in conference.absences
