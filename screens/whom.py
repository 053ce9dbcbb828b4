"""What a form asks where its words do not tell: about whom they are, and whether they are an adult's own matter."""

from collections.abc import Callable

from conference_tui.conference.own_matter import NOBODY, adults, may_be_own
from conference_tui.conference.state import Conference
from conference_tui.meeting import Meeting
from screens.fields import Field, Values, one_of

ALL = "all of them"


def about_field(conference: Conference, chosen: tuple[str, ...] = ()) -> list[Field]:
    """About which children; nothing is asked where there is one."""
    if len(conference.children) < 2:
        return []
    options = ((ALL, ALL), *((child.id, child.label) for child in conference.children.values()))
    is_all = set(chosen) == set(conference.children)
    ticked = (ALL,) if is_all else chosen
    return [Field(name="about", label="About", kind="several", options=options, chosen=ticked)]


def read_about(values: Values, conference: Conference, *, words: str) -> tuple[str, ...]:
    """The children, named one by one. Where there are no `words` it is all of them. Raises Wanting."""
    every = tuple(conference.children)
    if len(every) < 2:
        return every
    chosen = values.several("about")
    if words:
        values.needed("about", chosen, "About whom is it?")
    return every if ALL in chosen or not chosen else chosen


def own_matter_field(conference: Conference, chosen: str = "") -> Field:
    """Whose own matter it is: nobody's, until somebody says."""
    people = ((NOBODY, NOBODY), *((person.id, person.label) for person in adults(conference)))
    return one_of("own_matter", "Own matter of", people, chosen or NOBODY)


def read_own_matter(values: Values) -> str:
    """The adult whose own matter it is; empty where it is nobody's."""
    chosen = values.one("own_matter")
    return "" if chosen == NOBODY else chosen


def proposes(meeting: Meeting, check: Callable[[str], str] | None = None) -> Callable[[str], str]:
    """A check of words as they are typed: another one's sentence first, else that they may be an own matter."""

    def propose(typed: str) -> str:
        return (check(typed) if check else "") or may_be_own(typed, meeting.conference, meeting.procedure)

    return propose
