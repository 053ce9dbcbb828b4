"""Which conference it was, and which child the paper is about."""

from datetime import date

from msgspec import Struct

from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference


class Held(Struct, frozen=True, kw_only=True):
    """The conference: what kind, when, where and who chaired."""

    ref: str
    kind: e.Kind
    held: date | None
    venue: str
    chair: str
    """Everybody who chaired, with when (M16)."""
    authority: str


class OneChild(Struct, frozen=True, kw_only=True):
    """The child that the paper is about."""

    id: str
    name: str
    born: date | None
    expected: date | None
    age: int | None
    authority_id: str
    previous_plans: int | None


def held(own: Conference, procedure: Procedure) -> Held:
    """The conference that was held."""
    return Held(
        ref=own.ref,
        kind=own.opened.kind if own.opened else e.Kind.INITIAL,
        held=own.held,
        venue=own.arranged.venue,
        chair=own.every_chair,
        authority=procedure.authority,
    )


def one_child(own: Conference, child: str) -> OneChild:
    """The child, as old as on the day of the conference."""
    found = own.children[child]
    return OneChild(
        id=child,
        name=found.label,
        born=found.born,
        expected=found.expected,
        age=found.age_on(own.held) if own.held else None,
        authority_id=found.authority_id,
        previous_plans=found.previous_plans,
    )
