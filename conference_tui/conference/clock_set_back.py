"""A clock that is set back while a conference runs: the record says so, its order being that of its numbers."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from conference_tui.conference import events as e

CLOCK_MAY_LAG = timedelta(minutes=1)
"""How far a clock may be set back before the record says so: a time server does less."""


def clock_went_back(entries: Sequence[e.Recorded], now: datetime) -> e.ClockWentBack | None:
    """What is to be recorded first where the clock is well behind the last entry's; a time that is none is passed over."""
    if not entries:
        return None
    try:
        was = datetime.fromisoformat(entries[-1].at)
        went_back = was - now > CLOCK_MAY_LAG
    except (TypeError, ValueError):
        return None
    return e.ClockWentBack(was=entries[-1].at, now=now.isoformat(timespec="seconds")) if went_back else None
