"""The family tree: who belongs to the family, how two of them belong together, and where it is shown (KC-4)."""

from typing import Annotated

from conference_tui.conference.events.kinds import Event
from conference_tui.conference.events.roles import Id, Name, Someone, Words, new
from conference_tui.conference.people import Relation


class RelativeNamed(Event, frozen=True, kw_only=True):
    """Somebody of the family who is neither invited nor a child of the conference (KC-4). Fields as in `people.Relative`."""

    relative: Annotated[Id, new("person")]
    name: Name = ""
    role: Words = ""
    died: Words = ""
    in_tree: bool = True
    """False takes somebody out again who was drawn by mistake."""


class RelationGiven(Event, frozen=True, kw_only=True):
    """How two of the family belong together (KC-4). Told again of the same two, it takes the place of what stood."""

    person: Someone
    of: Someone
    relation: Relation | None = None
    """What `person` is of `of`. None: the two are not joined any more."""
    note: Words = ""
    """In the family's own words: "mother's mother", "since last summer"."""


class TreeInPlansChosen(Event, frozen=True, kw_only=True):
    """Whether each child's plan shows the family tree; it does unless the chair says otherwise (KC-4)."""

    shown: bool
