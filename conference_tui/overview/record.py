"""What is still open, and what the record says of itself, as data: seals, retention, addenda, complaints, an import."""

from conference_tui.conference import events as e
from conference_tui.conference import reminders, seal
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Complaint, Conference
from conference_tui.conference.working_days import Calendar
from conference_tui.overview.values import Data, anyone, told


def reminders_data(conference: Conference, procedure: Procedure, calendar: Calendar) -> list[Data]:
    """What is open, and what was answered with the chair's reason."""
    return [
        {"is_open": each.is_open, **told(conference, each, "is_before_copies")}
        for each in reminders.reminders(conference, procedure, calendar)
    ]


def seal_data(conference: Conference, sealed: e.Sealed) -> Data:
    """A seal, as it is printed and as it is compared; of a child's decision, or without a child of the close."""
    return {
        "child": anyone(conference, sealed.child),
        "count": sealed.count,
        "head": sealed.head,
        "seal": seal.short(sealed.head),
        "signed": bool(sealed.signature),
    }


def addenda_data(conference: Conference) -> list[Data]:
    """What was added after the close (M20)."""
    return [told(conference, added, "children") for added in conference.addenda.values()]


def complaint_data(conference: Conference, complaint: Complaint) -> Data:
    """A complaint, and what came of it."""
    received, decided = complaint.received, complaint.decided
    return {
        **told(conference, received, "complaint"),
        "id": received.complaint,
        "decided": told(conference, decided, "complaint") if decided else None,
    }
