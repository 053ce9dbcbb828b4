"""What events are made from: the event itself, and the kinds, columns, outcomes and categories that there are."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from msgspec import Meta, Struct

from conference_tui.conference.events.roles import Id, Named, Part, Role, ids_declared, roles_declared


class Kind(StrEnum):
    """What sort of conference (HF-1)."""

    INITIAL = "initial"
    REVIEW = "review"
    PRE_BIRTH = "pre-birth"
    TRANSFER_IN = "transfer-in"
    """A child who moves here with a plan of another authority; run as an initial conference."""


class Column(StrEnum):
    """Where a contribution stands on the map (BA-13, KC-2)."""

    STRENGTH = "strength"
    SAFETY = "safety"
    HARM = "harm"
    DANGER = "danger"
    COMPLICATING = "complicating"
    GREY = "grey"


class Outcome(StrEnum):
    """The three outcomes there are for each child (HF-13); their words are the procedure's."""

    CHILD_PROTECTION = "cp_plan"
    CHILD_IN_NEED = "cin_plan"
    NO_PLAN = "no_plan"


class Category(StrEnum):
    """The categories of harm, by the codes of the census; MUL is accepted and not recommended (M13)."""

    PHYSICAL = "PHY"
    EMOTIONAL = "EMO"
    SEXUAL = "SAB"
    NEGLECT = "NEG"
    MULTIPLE = "MUL"


class Dissent(StrEnum):
    """How an agency disagrees: asked to be noted is not the same as formal dissent."""

    NONE = ""
    NOTED = "noted"
    FORMAL = "formal"


class Mode(StrEnum):
    """How somebody attends (BA-10)."""

    ROOM = "in the room"
    ONLINE = "online"
    TELEPHONE = "by telephone"


Hash = Annotated[Id, Meta(pattern="^([0-9a-f]{64})?$", max_length=64)]
"""A SHA-256 in hexadecimal, or nothing."""


class Event(Struct, frozen=True, kw_only=True, tag=True, omit_defaults=True, gc=False):
    """Anything that happened. The class name is its kind in the record.

    Each field says what it is, by its type (`roles`); one that does not is a TypeError when the program starts.
    """

    roles: ClassVar[Mapping[str, Role]] = {}
    """What each field is, by its name."""
    ids: ClassVar[Mapping[str, Named]] = {}
    """What its fields are the ids of, by their names, where the role does not say it."""
    parts_told: ClassVar[tuple[Part, ...]] = ()
    """What is told beside its sentence, in this order."""
    in_meeting_only: ClassVar[bool] = False
    """Whether it happens nowhere but in the meeting: not while it is adjourned."""
    during_closed_slot: ClassVar[bool] = False
    """Whether the open record may learn it while the confidential slot is open: nothing that was said in it (BA-11)."""
    after_close: ClassVar[bool] = False
    """Whether it is still recorded once the chair has closed the meeting: who is handed what, and what is added to
    what stays as it is (HF-10)."""
    stands: ClassVar[bool] = False
    """Whether undo passes over it and nobody strikes it: a move between items, what was handed out, that people had to
    leave the room, what the record says of itself."""

    def __init_subclass__(cls, **options: Any) -> None:  # noqa: ANN401 - msgspec's own
        super().__init_subclass__(**options)
        cls.roles = roles_declared(cls)
        cls.ids = ids_declared(cls)
