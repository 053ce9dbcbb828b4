"""The written reports: who sent one, and whether the family had it in time (BA-5, HF-8, BR-2)."""

import datetime as dt

from msgspec import Struct

from conference_tui.conference import dates
from conference_tui.conference.attendance import Agency, agencies
from conference_tui.conference.events import Kind, ReportReceived
from conference_tui.conference.people import Discipline
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.text import listed, say_date
from conference_tui.conference.working_days import Calendar


class ReportStanding(Struct, frozen=True, kw_only=True):
    """How one report stands towards the family."""

    agency: str
    person: str
    """Whose report it is; where an agency has sent none, its first person."""
    sentence: str
    flagged: bool
    """Late, missing, or not shared with somebody: something the chair says aloud."""


def reports_due(
    conference: Conference, procedure: Procedure, calendar: Calendar, of: Discipline | None = None
) -> dates.Deadline | None:
    """The last day on which the family should have had the reports; None before the meeting has a date.

    ``of`` is whose report it is: for a review a procedure may give others than social care more time (HF-8).
    """
    if conference.held is None or conference.opened is None:
        return None
    key = "reports_review" if conference.opened.kind is Kind.REVIEW else "reports_initial"
    others = f"{key}_others"
    if of not in (None, Discipline.SOCIAL_CARE) and others in procedure.limits:
        key = others
    return dates.deadline(procedure.limit(key), calendar, conference.held)


def report_standings(
    conference: Conference, procedure: Procedure, calendar: Calendar
) -> tuple[ReportStanding, ...]:
    """Every agency with its report, or reports, in the order the agencies were entered."""
    return tuple(
        _standing(
            conference,
            agency.name,
            sender,
            reports_due(conference, procedure, calendar, agency.discipline),
            calendar,
        )
        for agency in agencies(conference)
        for sender in _senders(conference, agency)
    )


def _senders(conference: Conference, agency: Agency) -> tuple[str, ...]:
    sent = tuple(person for person in agency.people if person in conference.reports)
    return sent or agency.people[:1]


def _standing(
    conference: Conference,
    agency: str,
    sender: str,
    due: dates.Deadline | None,
    calendar: Calendar,
) -> ReportStanding:
    received = conference.reports.get(sender)
    if received is None:
        return ReportStanding(agency=agency, person=sender, sentence="no report is recorded", flagged=True)
    if received.form == "none":
        return ReportStanding(agency=agency, person=sender, sentence="no report", flagged=True)
    translation, wanting = _translation(received)
    if received.form == "verbal":
        return ReportStanding(agency=agency, person=sender, sentence=f"verbal{translation}", flagged=wanting)
    words, late = _shared(received.shared, due, calendar)
    if received.not_shared_with:
        names = [_with_responsibility(conference, person) for person in received.not_shared_with]
        words, late = f"{words}; not shared with {listed(names)}", True
    return ReportStanding(
        agency=agency, person=sender, sentence=f"{words}{translation}", flagged=late or wanting
    )


def _translation(received: ReportReceived) -> tuple[str, bool]:
    """Whether the family has it in their language, and whether that is still wanting (HF-8)."""
    into = f" into {received.language}" if received.language else ""
    match received.translation:
        case "done":
            return f"; translated{into}", False
        case "needed":
            return f"; translation{into} needed, not done", True
        case _:
            return "", False


def _shared(shared: dt.date | None, due: dates.Deadline | None, calendar: Calendar) -> tuple[str, bool]:
    if shared is None:
        return "written; when the family had it is not recorded", True
    words = f"shared with the family {say_date(shared)}"
    if due is None or due.date is None:
        return words, False
    standing = dates.standing(due, shared, calendar)
    return f"{words}, {standing.sentence} (due {say_date(due.date)})", standing.in_time is False


def _with_responsibility(conference: Conference, person: str) -> str:
    found = conference.people.get(person)
    has_it = bool(found and found.responsibility_for)
    return f"{conference.name(person)}{' (who has parental responsibility)' if has_it else ''}"
