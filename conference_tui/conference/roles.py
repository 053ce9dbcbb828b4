"""Which of the roles that a procedure names nobody has been entered for (HF-4, KC-3)."""

from conference_tui.conference.people import Discipline, Person, Standing
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference

_MAY_BE = frozenset({"supporter", "interpreter", "observer", "other professional"})
"""Roles that are offered and that nobody misses."""
_BY_STANDING = {"advocate": Standing.ADVOCATE, "family network": Standing.NETWORK}
_BY_DISCIPLINE = {"police": Discipline.POLICE, "school or nursery": Discipline.EDUCATION}

_AS_PARENT = "person with parental responsibility"


def nobody_entered_as(conference: Conference, procedure: Procedure) -> tuple[str, ...]:
    """Roles of the procedure, in its order, that nobody was entered for, however the role was written."""
    people = conference.people.values()
    return tuple(
        role
        for role in procedure.roles
        if role.casefold() not in _MAY_BE
        and not (role.casefold() == "child" and conference.children)
        and not any(_is_in(role.casefold(), person) for person in people)
    )


def _is_in(role: str, person: Person) -> bool:
    """Whether somebody was entered for a role: by the word itself, or by what the role alone stands for."""
    if role in person.role.casefold():
        return True
    if person.standing is _BY_STANDING.get(role):
        return True
    if role == _AS_PARENT:
        return bool(person.responsibility_for)
    wanted = _BY_DISCIPLINE.get(role)
    return wanted is not None and person.is_professional and person.discipline is wanted
