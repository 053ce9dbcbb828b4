"""A conference is set up: its kind, its day and place, the dates it is counted from, its children and people."""

from datetime import date, time
from typing import Literal

from conference_tui.conference.events.kinds import Event, Kind
from conference_tui.conference.people import Discipline, Standing


class ConferenceOpened(Event, frozen=True, kw_only=True):
    """The conference was set up."""

    ref: str
    kind: Kind
    procedure: str
    """The name of the procedure's file, without its ending."""
    chair: str = ""
    minute_taker: str = ""


class ConferenceArranged(Event, frozen=True, kw_only=True):
    """When and where."""

    held: date | None = None
    begins: time | None = None
    venue: str = ""
    online_reason: str = ""
    """Why it is held online, where it is (BA-10)."""


class KeyDateGiven(Event, frozen=True, kw_only=True):
    """A date that deadlines are counted from, or that the census asks for."""

    what: Literal["referral", "strategy discussion", "section 47", "transfer"]
    """`transfer` is the written notification that a child with a plan has moved here."""
    on: date
    note: str = ""


class ChildEntered(Event, frozen=True, kw_only=True):
    """A child the conference is about, or a correction to one. Fields as in `people.Child`."""

    child: str
    name: str
    born: date | None = None
    expected: date | None = None
    sex: str = ""
    ethnicity: str = ""
    authority_id: str = ""
    lives: str = ""
    lives_with: tuple[str, ...] = ()
    school: str = ""
    previous_plans: int | None = None


class PersonEntered(Event, frozen=True, kw_only=True):
    """Somebody invited or come, or a correction. Fields as in `people.Person`."""

    person: str
    name: str
    standing: Standing
    role: str = ""
    agency: str = ""
    discipline: Discipline | None = None
    parent_of: tuple[str, ...] = ()
    responsibility_for: tuple[str, ...] = ()
    responsibility_unknown: tuple[str, ...] = ()
    knows: tuple[str, ...] = ()
    supports: str = ""
    born: date | None = None
    address: str = ""
    phone: str = ""
    withheld_from: tuple[str, ...] = ()
    screen_name: str = ""
    language: str = ""
