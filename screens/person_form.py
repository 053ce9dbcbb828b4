"""Everything about somebody who is invited: how they take part, for whom, and what is kept from others."""

from conference_tui.conference import events as e
from conference_tui.conference.people import STANDINGS, Discipline, Person, Standing, Whom
from conference_tui.conference.state import Conference
from conference_tui.conference.text import listed, write_date
from conference_tui.meeting import Meeting
from screens.fields import one_of
from screens.form import Field, Form, Values, Wanting


def person_form(meeting: Meeting, person: Person) -> Form:
    """A form for somebody new, or to be corrected."""
    is_new = person.id not in meeting.conference.people

    def save(values: Values) -> None:
        standing = values.needed("standing", values.one("standing"), "How do they take part?")
        meeting.record(_read(meeting.conference, values, person.id, Standing(standing)))

    return Form(
        person.name or "Somebody who is invited",
        _fields(meeting, person, is_new=is_new),
        save,
        meeting=meeting,
        key="person/new" if is_new else f"person/{person.id}",
        only_changes=not is_new,
    )


def _read(conference: Conference, values: Values, person: str, standing: Standing) -> e.PersonEntered:
    is_new = person not in conference.people
    child = values.one("child") if is_new and may_be_child(conference) else ""
    discipline = values.one("discipline")
    knows, whom = _knows(values)
    return e.PersonEntered(
        person=child or person,
        name=values.line("name") or (conference.name(child) if child else ""),
        standing=standing,
        role=values.line("other_role") or values.one("role"),
        agency=values.line("agency"),
        discipline=Discipline(discipline) if discipline else None,
        parent_of=values.several("parent_of"),
        responsibility_for=values.several("responsible"),
        responsibility_unknown=values.several("responsible_unknown"),
        knows=knows,
        knows_whom=whom,
        supports=values.one("supports"),
        born=values.date("born"),
        address=values.line("address"),
        phone=values.line("phone"),
        withheld_from=values.several("withheld"),
        screen_name=values.line("screen_name"),
        language=values.line("language"),
    )


YOUNGEST_PARENT = 10
"""In whole years: of younger children it is not asked whether they are parents."""
WHOM = ((Whom.ALL.value, "all of them"), (Whom.NONE.value, "none of them"))
"""Beside the names of the children: nothing chosen is not said."""


def _knows(values: Values) -> tuple[tuple[str, ...], Whom]:
    """The children that are named, or all or none of them. Raises Wanting where more than one of the three is chosen."""
    chosen = values.several("knows")
    whom = [each for each in chosen if each in dict(WHOM)]
    if whom and len(chosen) > 1:
        raise Wanting("knows", "Choose all of the children, none of them, or those that they know.")
    return ((), Whom(whom[0])) if whom else (chosen, Whom.NOT_SAID)


def _fields(meeting: Meeting, person: Person, *, is_new: bool) -> list[Field]:
    return [
        Field(name="name", label="Name", value=person.name, hint="empty where only the agency is known"),
        *_child_besides(meeting.conference, is_new=is_new),
        Field(
            name="standing",
            label="Takes part as",
            kind="one",
            options=tuple((standing.value, words) for standing, words in STANDINGS.items()),
            chosen=() if is_new else (person.standing.value,),
        ),
        *_role_fields(meeting, person),
        *_child_fields(meeting, person),
        *_own_fields(meeting, person),
    ]


def may_be_child(conference: Conference) -> tuple[tuple[str, str], ...]:
    """The children whom somebody who is entered may be, such as a mother of 15: ids with their names."""
    held = conference.held
    return tuple(
        (child.id, child.label)
        for child in conference.children.values()
        if child.id not in conference.people
        and not child.unborn
        and ((age := child.age_on(held) if held else None) is None or age >= YOUNGEST_PARENT)
    )


def _child_besides(conference: Conference, *, is_new: bool) -> list[Field]:
    """Asked where somebody is entered and can be one of the children, whose id and name they then have."""
    children = may_be_child(conference) if is_new else ()
    return [one_of("child", "Is also the child", children)] if children else []


def _role_fields(meeting: Meeting, person: Person) -> list[Field]:
    """The procedure's roles in its order, and any other; agency and discipline are the person's to say (HF-4, KC-3)."""
    roles = meeting.procedure.roles
    return [
        Field(
            name="role",
            label="Role",
            kind="one",
            options=tuple((role, role) for role in roles),
            chosen=(person.role,),
        ),
        Field(
            name="other_role",
            label="In other words",
            value="" if person.role in roles else person.role,
            hint="for example aunt; goes before the role above",
        ),
        Field(name="agency", label="Agency", value=person.agency, hint="for professionals"),
        Field(
            name="discipline",
            label="Discipline",
            kind="one",
            options=tuple((each.value, each.label) for each in Discipline),
            chosen=(person.discipline.value,) if person.discipline else (),
        ),
    ]


def _child_fields(meeting: Meeting, person: Person) -> list[Field]:
    children = tuple((child.id, child.short) for child in meeting.conference.children.values())
    return [
        Field(
            name="knows",
            label="Knows",
            kind="several",
            options=(*children, *WHOM),
            chosen=person.knows or (person.knows_whom.value,),
        ),
        Field(name="parent_of", label="Parent of", kind="several", options=children, chosen=person.parent_of),
        Field(
            name="responsible",
            label="Responsibility for",
            kind="several",
            options=children,
            chosen=person.responsibility_for,
        ),
        Field(
            name="responsible_unknown",
            label="  not known for",
            kind="several",
            options=children,
            chosen=person.responsibility_unknown,
        ),
    ]


def _own_fields(meeting: Meeting, person: Person) -> list[Field]:
    """For whom they are there; and what is kept from others, whom from being asked before it is typed."""
    conference = meeting.conference
    children = tuple((child.id, child.short) for child in conference.children.values())
    others = tuple((other.id, other.label) for other in conference.people.values() if other.id != person.id)
    return [
        Field(
            name="supports",
            label="Supports, or for",
            kind="one",
            options=(*others, *children),
            chosen=(person.supports,),
        ),
        Field(
            name="language",
            label="Language",
            value=person.language,
            hint="that is interpreted; of others the one they speak best",
        ),
        Field(name="born", label="Born", value=write_date(person.born)),
        Field(
            name="withheld",
            label="Withheld from",
            kind="several",
            options=others,
            chosen=person.withheld_from,
        ),
        Field(name="address", label="Address", value=person.address, masked_by="withheld"),
        Field(name="phone", label="Telephone", value=person.phone, masked_by="withheld"),
        Field(name="screen_name", label="Name in the call", value=person.screen_name),
    ]


def person_words(meeting: Meeting, person: Person) -> str:
    """Somebody in a row: never an address, which the whole room could read."""
    name = meeting.conference.name
    names = [meeting.conference.short(child) for child in person.responsibility_for]
    open_for = [meeting.conference.short(child) for child in person.responsibility_unknown]
    parts = (
        person.label,
        "child of the conference" if person.id in meeting.conference.children else "",
        person.role or STANDINGS[person.standing],
        person.agency,
        f"parental responsibility: {listed(names)}" if names else "",
        f"parental responsibility not known: {listed(open_for)}" if open_for else "",
        person.language,
        f"with {name(person.supports)}" if person.supports else "",
        "address withheld" if person.withheld_from else "",
    )
    return " · ".join(part for part in parts if part)
