"""Everything that can happen in a conference: one frozen struct for each, named in the past tense.

An event with an id of its own (a person, a view, an action …) that comes a second time replaces what stood
under that id: so a correction is a new fact, and the earlier one stays in the record. Undo strikes an
event by its sequence number (`Struck`), redo takes the strike back (`Restored`).

A module for each subject has the structs, and a new kind of event is listed nowhere else; what refuses them, what they
change and their sentences stand in the module of the same name in `subjects/`.
Everywhere else they are had from here: `from conference_tui.conference import events as e`.
"""

from typing import TYPE_CHECKING, Union

from msgspec import UNSET, Struct, UnsetType

from conference_tui.conference.events.afterwards import *
from conference_tui.conference.events.agenda import *
from conference_tui.conference.events.before import *
from conference_tui.conference.events.chairing import *
from conference_tui.conference.events.closed_slot import *
from conference_tui.conference.events.core_group import *
from conference_tui.conference.events.danger import *
from conference_tui.conference.events.decision import *
from conference_tui.conference.events.family import *
from conference_tui.conference.events.kept_apart import *
from conference_tui.conference.events.kinds import *
from conference_tui.conference.events.kinds import Event
from conference_tui.conference.events.next_meetings import *
from conference_tui.conference.events.papers import *
from conference_tui.conference.events.plan import *
from conference_tui.conference.events.record import *
from conference_tui.conference.events.review import *
from conference_tui.conference.events.room import *
from conference_tui.conference.events.said import *
from conference_tui.conference.events.scaling import *
from conference_tui.conference.events.setting_up import *

if TYPE_CHECKING:
    AnyEvent = Event
else:
    AnyEvent = Union[tuple(Event.__subclasses__())]  # noqa: UP007 - of as many as there are
"""Every kind of event, for decoding."""


class Moment(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What the room was when something was recorded, and about whom it is: the same for every kind of entry.

    It is recorded with the entry and never worked out again: who may read the entry goes by it (HF-10, HV-3).
    """

    here: tuple[str, ...] = ()
    """Ids of those who heard it, in the room or from afar."""
    online: tuple[str, ...] = ()
    """Those of them who were not in the room."""
    stage: str = ""
    """The item of the agenda."""
    sitting: str = ""
    """The sitting of a split conference that was on."""
    kept_out: tuple[str, ...] = ()
    """Ids of those who were kept out just then."""
    about: tuple[str, ...] | None = None
    """Ids of the children whom it is about; all of them are named one by one. None is not known."""
    own_matter_of: str = ""
    """The adult whose own matter it is: their health, their adviser, where they live; empty where it is nobody's."""


class Recorded(Struct, frozen=True, kw_only=True, gc=False):
    """An event as it lies in the record."""

    seq: int
    """Its place; order is this number, never the clock."""
    at: str
    """Wall-clock time, ISO 8601 with offset."""
    tick: int = 0
    """Monotonic milliseconds since the program started: shows a clock that was set back.

    0 for what a conference was made with, before its meeting was open.
    """
    by: str = ""
    """Who typed it: "chair" or "minute-taker"."""
    event: AnyEvent
    moment: Moment | UnsetType = UNSET
    """What the room was; not there in what a program recorded that did not know of it."""
