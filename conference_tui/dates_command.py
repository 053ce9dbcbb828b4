"""The dates of a conference without its record: what `conference dates` reckons and prints."""

import datetime as dt

from conference_tui import authorities
from conference_tui.conference import dates
from conference_tui.conference.events import Kind
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.text import say_date
from conference_tui.overview import Data, deadline_data, standing_data
from conference_tui.overview_text import day, deadline_lines, heading, paragraph


def reckoned(
    kind: str, procedure_name: str, event: dt.date | None, held: dt.date | None, previous: str = "initial"
) -> Data:
    """Every date that can be told from the day counted from and the day of the conference.

    Raises UnknownProcedureError or ProcedureError.
    """
    procedure, calendar = authorities.load(procedure_name), authorities.bank_holidays()
    found = dates.conference_dates(
        procedure, calendar, Kind(kind), event=event, held=held, previous=Kind(previous)
    )
    return {
        "type": kind,
        "procedure": procedure.name,
        "authority": procedure.authority,
        "event": event.isoformat() if event else None,
        "event_is": _event_is(procedure, Kind(kind)),
        "held": held.isoformat() if held else None,
        "warnings": _warnings(calendar, event, held),
        "dates": [_due(due, procedure, calendar, held) for due in found],
    }


def _event_is(procedure: Procedure, kind: Kind) -> str:
    if kind is Kind.REVIEW:
        return "conference before"
    return procedure.limit("conference").from_.replace("_", " ")


def _warnings(calendar: dates.Calendar, event: dt.date | None, held: dt.date | None) -> list[str]:
    found = [dates.day_warning(calendar, held)] if held else []
    if held and event and held < event:
        found.append(f"{say_date(held)} is before {say_date(event)}, the day it is counted from: check both.")
    return [warning for warning in found if warning]


def _due(due: dates.Deadline, procedure: Procedure, calendar: dates.Calendar, held: dt.date | None) -> Data:
    """One date; of the conference's own limit also how the day of the conference stands to it."""
    is_its_own = due.key == "conference" and held is not None
    return {
        **deadline_data(due, procedure),
        "booked": held.isoformat() if held and is_its_own else None,
        "working_day": _working_day(calendar, due.day0, held) if held and is_its_own else None,
        "standing": standing_data(dates.standing(due, held, calendar)) if held and is_its_own else None,
    }


def _working_day(calendar: dates.Calendar, day0: dt.date, held: dt.date) -> int | None:
    try:
        return dates.working_day_number(calendar, day0, held)
    except dates.HolidaysUnknownError:
        return None


def as_text(found: Data) -> str:
    """The dates in lines of at most 80 columns, ending in a line end."""
    lines = [
        *heading(f"Dates of a conference: {found['type']}", 1),
        "",
        *paragraph(f"Procedure: {found['procedure']} ({found['authority']})"),
    ]
    if found["event"]:
        lines += paragraph(f"Counted from: {day(found['event'])} ({found['event_is']})")
    if found["held"]:
        lines += paragraph(f"Held: {day(found['held'])}")
    for warning in found["warnings"]:
        lines += paragraph(f"Warning: {warning}")
    lines.append("")
    for due in found["dates"]:
        lines += deadline_lines(due)
    return "\n".join(lines) + "\n"
