"""A conference is set up: its kind, its day and place, the dates it is counted from, its children and people."""

from datetime import date, time
from typing import Annotated, Literal

from conference_tui.conference.events.kinds import Event, Kind
from conference_tui.conference.events.roles import (
    AChild,
    AnAgency,
    Children,
    ForProfessionals,
    Id,
    Name,
    Named,
    Number,
    People,
    Place,
    Someone,
    Venue,
    Words,
    new,
)
from conference_tui.conference.people import Discipline, Standing, Whom


class ConferenceOpened(Event, frozen=True, kw_only=True):
    """The conference was set up."""

    ref: Id
    kind: Kind
    procedure: Id
    """The name of the procedure's file, without its ending."""
    chair: Name = ""
    minute_taker: Name = ""


class ConferenceArranged(Event, frozen=True, kw_only=True):
    """When and where."""

    held: date | None = None
    begins: time | None = None
    venue: Venue = ""
    online_reason: ForProfessionals = ""
    """Why it is held online, where it is (BA-10)."""


class KeyDateGiven(Event, frozen=True, kw_only=True):
    """A date that deadlines are counted from, or that the census asks for."""

    what: Literal["referral", "strategy discussion", "section 47", "transfer"]
    """`transfer` is the written notification that a child with a plan has moved here."""
    on: date
    note: Words = ""


class ChildEntered(Event, frozen=True, kw_only=True):
    """A child the conference is about, or a correction to one. Fields as in `people.Child`."""

    child: Annotated[AChild, new("child")]
    name: Name
    born: date | None = None
    expected: date | None = None
    sex: Id = ""
    ethnicity: Id = ""
    authority_id: Number = ""
    lives: Place = ""
    lives_with: People = ()
    school: Place = ""
    previous_plans: int | None = None


class PersonEntered(Event, frozen=True, kw_only=True):
    """Somebody invited or come, or a correction. Fields as in `people.Person`."""

    person: Annotated[Someone, new("person")]
    name: Name
    standing: Standing
    role: Words = ""
    agency: Annotated[AnAgency, Named()] = ""
    discipline: Discipline | None = None
    parent_of: Children = ()
    responsibility_for: Children = ()
    responsibility_unknown: Children = ()
    knows: Children = ()
    knows_whom: Whom = Whom.NOT_SAID
    supports: Someone = ""
    born: date | None = None
    address: Place = ""
    phone: Number = ""
    withheld_from: People = ()
    screen_name: Name = ""
    language: Name = ""
