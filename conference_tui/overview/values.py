"""What every part of the overview is written with: an event as data, somebody by id and name, a time of day."""

from collections.abc import Iterable, Mapping
from datetime import time
from types import MappingProxyType
from typing import Any, TypeAlias

from msgspec import Struct

from conference_tui.conference import events as e
from conference_tui.conference.events.roles import Role
from conference_tui.conference.keys import NAMED_BY
from conference_tui.conference.state import Conference

Data: TypeAlias = dict[str, Any]
"""A JSON object."""


def clock_time(at: Any) -> str | None:  # noqa: ANN401 - a time or a datetime, or nothing
    """Hours and minutes, as 13:30; None stays None."""
    return f"{at:%H:%M}" if at is not None else None


def who(conference: Conference, someone: str) -> Data:
    """Somebody by id and name."""
    return {"id": someone, "name": conference.name(someone)}


def anyone(conference: Conference, someone: str) -> Data | None:
    """Somebody, where anybody was named."""
    return who(conference, someone) if someone else None


def all_of(conference: Conference, ids: Iterable[str]) -> list[Data]:
    """Several people by id and name."""
    return [who(conference, someone) for someone in ids]


def told(
    conference: Conference, found: Struct, *without: str, roles: Mapping[str, Role] = MappingProxyType({})
) -> Data:
    """An event by its fields, each as what it is; its own id is called `id`. `roles` are those of what is no event."""
    own_id = ""
    if isinstance(found, e.Event):
        roles, named_by = found.roles, NAMED_BY.get(type(found), ())
        own_id = named_by[0] if len(named_by) == 1 and roles[named_by[0]] is Role.ID else ""
    return {
        "id" if field == own_id else field: _value(conference, getattr(found, field), roles.get(field))
        for field in found.__struct_fields__
        if field not in without
    }


def _value(conference: Conference, value: Any, role: Role | None) -> object:  # noqa: ANN401 - whatever a field holds
    if role in (Role.PERSON, Role.CHILD):
        return all_of(conference, value) if isinstance(value, tuple) else anyone(conference, value)
    return clock_time(value) if isinstance(value, time) else value
