"""What is refused, and what changes, by kind of event: the modules beside this one declare it here, each its subject's."""

from collections.abc import Callable, Mapping
from functools import singledispatch
from types import MappingProxyType
from typing import Any, TypeVar

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.keys import NAMED_BY
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference


@singledispatch
def refused(_: e.Event, __: Conference, ___: Procedure) -> str:
    """Why one kind of event cannot be recorded now; empty when it can. Most kinds are never refused."""
    return ""


def requires(kind: type[e.Event], attribute: str, wanting: str) -> None:
    """Declare that one field of a kind of event may not be empty."""

    def check(event: e.Event, _: Conference, __: Procedure) -> str:
        return "" if getattr(event, attribute) else wanting

    refused.register(kind)(check)


@singledispatch
def changed(event: e.Event, _: Conference) -> Conference:
    """The conference after one more event of a kind.

    Raises TypeError for a kind of which nothing says what it changes.
    """
    raise TypeError(f"nothing says what {type(event).__name__} changes")


E_ = TypeVar("E_", bound=e.Event)


def changes(kind: type[E_], fields: Callable[[Conference, E_], dict[str, Any]], *keys: str) -> None:
    """Declare what one kind of event changes; one takes the place of another with the same `keys`."""
    if keys:
        NAMED_BY[kind] = keys

    def change(event: E_, conference: Conference) -> Conference:
        return replace(conference, **fields(conference, event))

    changed.register(kind)(change)


def keep(kind: type[e.Event], attribute: str) -> None:
    """The last event of this kind is the value of an attribute."""
    changes(kind, lambda _, event: {attribute: event})


def collect(kind: type[e.Event], attribute: str, *keys: str) -> None:
    """Events of this kind are collected in a tuple; one takes the place of another with the same `keys`."""
    NAMED_BY[kind] = keys

    def change(state: Conference, event: e.Event) -> dict[str, Any]:
        before: tuple[e.Event, ...] = getattr(state, attribute)
        named = tuple(getattr(event, key) for key in keys)
        if not any(named):  # a thousand contributions are not to be compared with each other
            return {attribute: (*before, event)}
        same = [tuple(getattr(each, key) for key in keys) == named for each in before]
        if True in same:
            place = same.index(True)
            return {attribute: (*before[:place], event, *before[place + 1 :])}
        return {attribute: (*before, event)}

    changes(kind, change)


def keep_by(kind: type[e.Event], attribute: str, *keys: str) -> None:
    """Events of this kind lie under one of their fields, or several together; a later one replaces."""
    NAMED_BY[kind] = keys

    def change(state: Conference, event: e.Event) -> dict[str, Any]:
        values = tuple(getattr(event, key) for key in keys)
        return {attribute: put(getattr(state, attribute), values[0] if len(values) == 1 else values, event)}

    changes(kind, change)


def nothing(_: Conference, __: e.Event) -> dict[str, Any]:
    """What an event changes that changes nothing of the state."""
    return {}


def put(mapping: Mapping[Any, Any], key: object, value: object) -> Mapping[Any, Any]:
    """A mapping with one more key, or another value under it."""
    return MappingProxyType({**mapping, key: value})


def without(mapping: Mapping[Any, Any], key: object) -> Mapping[Any, Any]:
    """A mapping without one key."""
    return MappingProxyType({k: v for k, v in mapping.items() if k != key})
