"""Which of the roles that a procedure names nobody has been entered for (HF-4, KC-3)."""

from conference_tui.conference.compared import folded
from conference_tui.conference.events import Kind
from conference_tui.conference.people import Discipline, Person, Standing
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference

_MAY_BE = frozenset({"supporter", "interpreter", "observer", "other professional"})
"""Roles that are offered and that nobody misses."""
_AROUND_A_BORN_CHILD = frozenset(
    {
        "child", "advocate", "school nurse", "teacher", "pre-school worker", "school or nursery", "nursery officer",
        "play worker", "youth worker",
    }
)  # fmt: skip
"""Roles that nobody misses where no child is born yet: an unborn child is asked for nothing that it has not."""
_BY_STANDING = {"advocate": Standing.ADVOCATE, "family network": Standing.NETWORK}
_BY_DISCIPLINE = {"police": Discipline.POLICE, "school or nursery": Discipline.EDUCATION}

_AS_PARENT = "person with parental responsibility"


def nobody_entered_as(conference: Conference, procedure: Procedure) -> tuple[str, ...]:
    """Roles of the procedure, in its order, that nobody was entered for, however the role was written."""
    people = conference.people.values()
    not_missed = _MAY_BE | (_AROUND_A_BORN_CHILD if _is_about_unborn_alone(conference) else frozenset())
    return tuple(
        role
        for role in procedure.roles
        if folded(role) not in not_missed
        and not (folded(role) == "child" and conference.children)
        and not any(_is_in(folded(role), person) for person in people)
    )


def _is_about_unborn_alone(conference: Conference) -> bool:
    children = conference.children.values()
    if not children:
        return conference.opened is not None and conference.opened.kind is Kind.PRE_BIRTH
    return all(conference.is_about_unborn(child.id) for child in children)


def _is_in(role: str, person: Person) -> bool:
    """Whether somebody was entered for a role: by the word itself, or by what the role alone stands for."""
    if role in folded(person.role):
        return True
    if person.standing is _BY_STANDING.get(role):
        return True
    if role == _AS_PARENT:
        return bool(person.responsibility_for)
    wanted = _BY_DISCIPLINE.get(role)
    return wanted is not None and person.is_professional and person.discipline is wanted
