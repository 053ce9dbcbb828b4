"""The dates of a conference without its record: what `conference dates` reckons and prints."""

import datetime as dt

from conference_tui import authorities
from conference_tui.conference import dates
from conference_tui.conference.events import Kind
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.text import say_date
from conference_tui.overview.due import deadline_data, standing_data
from conference_tui.overview.values import Data


def reckoned(
    kind: str,
    procedure_name: str,
    event: dt.date | None,
    held: dt.date | None,
    previous: str = "initial",
    happened: dates.Happened | None = None,
) -> Data:
    """Every date that can be told from the day counted from and the day of the conference.

    ``happened`` gives what else is known: the first core group, the review booked, the birth, the expected date
    of birth, the day the minutes were sent, the close (a datetime). Raises UnknownProcedureError or ProcedureError.
    """
    procedure, calendar = authorities.load(procedure_name), authorities.bank_holidays()
    found = dates.conference_dates(
        procedure, calendar, kind, event=event, held=held, previous=previous, happened=happened
    )
    known = happened or {}
    return {
        "type": kind,
        "procedure": procedure.name,
        "authority": procedure.authority,
        "event": event.isoformat() if event else None,
        "event_is": _event_is(procedure, kind),
        "held": held.isoformat() if held else None,
        "warnings": _warnings(procedure, calendar, kind, event, held, known),
        "dates": [_due(due, procedure, calendar, _booked(due.key, kind, held, known)) for due in found],
    }


def _event_is(procedure: Procedure, kind: str) -> str:
    if kind == Kind.REVIEW:
        return "conference before"
    return procedure.limit(dates.own_limit(kind)).from_.replace("_", " ")


def _warnings(
    procedure: Procedure,
    calendar: dates.Calendar,
    kind: str,
    event: dt.date | None,
    held: dt.date | None,
    known: dates.Happened,
) -> list[str]:
    found = [dates.day_warning(calendar, held)] if held else []
    if held and event and kind == Kind.REVIEW:
        found.append(dates.review_refusal(event, held))
    elif held and event and held < event:
        found.append(f"{say_date(held)} is before {say_date(event)}, the day it is counted from: check both.")
    if held and (review := known.get("review")):
        found.append(dates.review_refusal(held, review))
        minutes = dates.deadline(procedure.limit("minutes"), calendar, held)
        found.append(dates.minutes_advice(minutes, review))
    return [warning for warning in found if warning]


def _booked(key: str, kind: str, held: dt.date | None, known: dates.Happened) -> dt.date | None:
    """What is known to be booked against a limit."""
    if key == "conference":
        return held
    if key == "first_core_group":
        return known.get("core_group")
    return known.get("review") if key == dates.review_limit(kind) else None


def _due(due: dates.Deadline, procedure: Procedure, calendar: dates.Calendar, booked: dt.date | None) -> Data:
    """One date, and how what is booked, or the day of the conference itself, stands to it."""
    return {
        **deadline_data(due, procedure),
        "booked": booked.isoformat() if booked else None,
        "working_day": _working_day(calendar, due.day0, booked) if booked else None,
        "standing": standing_data(dates.standing(due, booked, calendar)) if booked else None,
    }


def _working_day(calendar: dates.Calendar, day0: dt.date, held: dt.date) -> int | None:
    try:
        return dates.working_day_number(calendar, day0, held)
    except dates.HolidaysUnknownError:
        return None


def as_text(found: Data) -> str:
    """The dates in lines of at most 80 columns, ending in a line end."""
    from conference_tui.overview_text.due import deadline_lines
    from conference_tui.overview_text.lines import day, heading, paragraph

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
