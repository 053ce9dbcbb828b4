"""What every part of the overview is written with: somebody by id and name, and a time of day."""

from collections.abc import Iterable
from typing import Any, TypeAlias

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
