"""Dates reckoned for the tests, by the procedures and the calendar that come with the program."""

import datetime as dt
from pathlib import Path

import msgspec

from conference_tui import authorities
from conference_tui.conference.dates import Deadline, deadline
from conference_tui.conference.procedure import Procedure

PLAIN = authorities.load("plain", Path("no such folder"))
BARNSLEY = authorities.load("barnsley", Path("no such folder"))
CALENDAR = authorities.bank_holidays()
S1_STRATEGY = dt.date(2026, 11, 12)
S1_HELD = dt.date(2026, 12, 1)
S2_HELD = dt.date(2026, 12, 22)


def due(key: str, day0: dt.date, procedure: Procedure = PLAIN, count: int | None = None) -> Deadline:
    limit = procedure.limit(key)
    if count is not None:
        limit = msgspec.structs.replace(limit, count=count)
    return deadline(limit, CALENDAR, day0)


def at(day: dt.date, hour: int, minute: int) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour, minute))
