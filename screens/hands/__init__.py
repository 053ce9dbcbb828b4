"""How a person types an event: for each kind, the keys that record it from its stage.

The demonstration plays a whole conference with these hands through the real screens, and the test in a real
terminal types with the same ones. Before and after, the stage of the event is shown and its sheet has the
focus. Hands know names, never ids: a person sees no ids.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, TypeVar

from conference_tui import authorities
from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from screens.hands.strokes import Stroke

K = TypeVar("K", bound=e.Event)
Hand = Callable[[K, Conference], Iterator[Stroke]]
"""Makes the keys for an event, given the conference as it stands before it."""

_HANDS: dict[type[e.Event], Hand[Any]] = {}


def hand(kind: type[K]) -> Callable[[Hand[K]], Hand[K]]:
    """Declare how one kind of event is typed."""

    def declare(made: Hand[K]) -> Hand[K]:
        _HANDS[kind] = made
        return made

    return declare


def strokes_for(event: e.Event, conference: Conference) -> Iterator[Stroke]:
    """The keys that record an event. Raises LookupError where nobody declared how."""
    _load()
    if type(event) not in _HANDS:
        raise LookupError(f"Nobody knows how {type(event).__name__} is typed.")
    yield from _HANDS[type(event)](event, conference)


def procedure_of(conference: Conference) -> Procedure:
    """The procedure by which a conference runs: its words stand on the screen that is typed at."""
    return authorities.load(conference.opened.procedure if conference.opened else authorities.DEFAULT)


_MODULES = (
    "amending",
    "beginning",
    "births",
    "closing",
    "family",
    "handing_out",
    "listening",
    "people",
    "preparing",
    "reviewing",
    "set_up",
    "sitting",
)


def _load() -> None:
    """Import every module of hands, so that their declarations are there."""
    for module in _MODULES:
        import_module(f"screens.hands.{module}")
