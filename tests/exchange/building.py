"""Any record that could be: every kind of event with any values that fit, numbered as a record is."""

import types
from datetime import UTC, date, datetime, time
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from msgspec import UNSET, Struct
from msgspec.structs import replace

from conference_tui.conference import events as e

text = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\n"), max_size=12)
moments = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: text,
    int: st.integers(-5, 2_000),
    bool: st.booleans(),
    date: st.dates(),
    time: st.times(),
    type(None): st.none(),
    e.Hash: st.sampled_from(["", "5f" * 32]),
}


def values(hint: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401
    """Anything that a type allows."""
    if hint in PLAIN:
        return PLAIN[hint]
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return st.sampled_from(inner)
    if origin in (Union, types.UnionType):
        return st.one_of(*map(values, inner))
    if origin is tuple:
        return st.lists(values(inner[0]), max_size=3).map(tuple)
    if origin is Annotated:
        return values(inner[0])
    if issubclass(hint, Enum):
        return st.sampled_from(hint)
    return built(hint)


def built(kind: type[Struct]) -> st.SearchStrategy[Any]:
    """Any value of a struct."""
    hints = get_type_hints(kind, include_extras=True)
    return st.builds(kind, **{name: values(hints[name]) for name in kind.__struct_fields__})


ALL_KINDS: tuple[type[e.Event], ...] = get_args(e.AnyEvent)
opened = built(e.ConferenceOpened).filter(lambda event: bool(event.ref))
others = st.one_of(
    *(opened if kind is e.ConferenceOpened else built(kind) for kind in ALL_KINDS if kind is not e.Restored)
)


@st.composite
def records(draw: st.DrawFn) -> tuple[e.Recorded, ...]:
    """The entries of a record: opened first, strikes of what stands before, their own numbers."""
    events: list[e.AnyEvent] = [draw(opened), *draw(st.lists(others, max_size=8))]
    entries = []
    for seq, event in enumerate(events, start=1):
        if isinstance(event, e.Struck) and seq > 2:
            event = replace(event, seq=draw(st.integers(2, seq - 1)))
        elif isinstance(event, e.Struck):
            event = e.StageOpened(stage="")
        entries.append(
            e.Recorded(
                seq=seq,
                at=draw(moments).isoformat(timespec="seconds"),
                tick=draw(st.integers(0, 10**9)),
                by=draw(st.sampled_from(["", "chair", "minute-taker"])),
                event=event,
                moment=draw(st.one_of(st.just(UNSET), built(e.Moment))),
            )
        )
    return tuple(entries)


def small() -> tuple[e.Recorded, ...]:
    """Three entries that say something."""
    events: tuple[e.AnyEvent, ...] = (
        e.ConferenceOpened(ref="LRK-7", kind=e.Kind.INITIAL, procedure="plain"),
        e.ChildEntered(child="wren", name="Wren Calloway"),
        e.ContributionMade(
            contribution="c1", stage="mapping", speaker="dell", words="We are “tired”.", children=("wren",)
        ),
    )
    at = "2026-12-01T13:30:00+00:00"
    return tuple(e.Recorded(seq=seq, at=at, event=event) for seq, event in enumerate(events, start=1))
