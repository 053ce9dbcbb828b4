"""Everything about a child who is born, new or to be corrected; an unborn one is asked for in `unborn.py`."""

from conference_tui.conference import events as e
from conference_tui.conference.people import Child
from conference_tui.conference.state import Conference
from conference_tui.conference.text import write_date
from conference_tui.meeting import Meeting
from screens.form import Field, Form, Values

SEXES = (("F", "female"), ("M", "male"), ("U", "not known"))
"""What may be told; it may also be left open."""


def child_form(meeting: Meeting, child: Child) -> Form:
    """A form for a child."""
    is_new = child.id not in meeting.conference.children

    def save(values: Values) -> None:
        meeting.record(_read(values, child.id))

    return Form(
        child.name or "A child",
        [*_who(child), *_where(meeting.conference, child)],
        save,
        meeting=meeting,
        key="child/new" if is_new else f"child/{child.id}",
        only_changes=not is_new,
    )


def _read(values: Values, child: str) -> e.ChildEntered:
    name = values.needed("name", values.line("name"), "Enter the name; “name not known” is a name too.")
    return e.ChildEntered(
        child=child,
        name=name,
        born=values.date("born"),
        expected=values.date("expected"),
        sex=values.one("sex"),
        ethnicity=values.line("ethnicity"),
        authority_id=values.line("authority_id"),
        lives=values.line("lives"),
        lives_with=values.several("lives_with"),
        school=values.line("school"),
        previous_plans=values.number("previous"),
    )


def _who(child: Child) -> list[Field]:
    return [
        Field(name="name", label="Name", value=child.name),
        Field(
            name="born",
            label="Born",
            value=write_date(child.born),
            hint="for example 14/5/2013; empty where not known",
        ),
        Field(name="expected", label="Expected", value=write_date(child.expected), hint="of an unborn child"),
        Field(
            name="sex",
            label="Sex",
            kind="one",
            options=SEXES,
            chosen=(child.sex,),
        ),
        Field(name="ethnicity", label="Ethnicity", value=child.ethnicity),
        Field(name="authority_id", label="Authority's number", value=child.authority_id),
    ]


def _where(conference: Conference, child: Child) -> list[Field]:
    previous = "" if child.previous_plans is None else str(child.previous_plans)
    return [
        Field(
            name="lives",
            label="Lives",
            value=child.lives,
            hint="the address",
            masked=conference.is_withheld(child.id),
        ),
        lives_with(conference, child, "Lives with"),
        Field(name="school", label="School", value=child.school),
        Field(name="previous", label="Earlier plans", value=previous, hint="a number; empty where not known"),
    ]


def lives_with(conference: Conference, child: Child, label: str) -> Field:
    """With whom of those who are entered a child lives, or will."""
    people = tuple((each.id, each.label) for each in conference.people.values() if each.id != child.id)
    return Field(name="lives_with", label=label, kind="several", options=people, chosen=child.lives_with)
