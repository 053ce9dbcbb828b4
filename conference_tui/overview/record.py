"""What is still open, and what the record says of itself, as data: seals, retention, addenda, complaints, an import."""

from conference_tui.conference import events as e
from conference_tui.conference import reminders, seal
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Complaint, Conference
from conference_tui.conference.working_days import Calendar
from conference_tui.overview.values import Data, anyone, who


def reminders_data(conference: Conference, procedure: Procedure, calendar: Calendar) -> list[Data]:
    """What is open, and what was answered with the chair's reason."""
    return [
        {
            "key": each.key,
            "stage": each.stage,
            "words": each.words,
            "holds_up_close": each.holds_up_close,
            "is_open": each.is_open,
            "reason": each.reason,
        }
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


def retention_data(conference: Conference) -> Data | None:
    """Until when the record is kept and why; None while nobody has said."""
    kept = conference.retention
    return {"until": kept.until, "why": kept.why} if kept else None


def addenda_data(conference: Conference) -> list[Data]:
    """What was added after the close (M20)."""
    return [
        {"id": added.addendum, "words": added.words, "by": who(conference, added.by), "on": added.on}
        for added in conference.addenda.values()
    ]


def complaint_data(conference: Conference, complaint: Complaint) -> Data:
    """A complaint, and what came of it."""
    received, decided = complaint.received, complaint.decided
    return {
        "id": received.complaint,
        "person": who(conference, received.person),
        "words": received.words,
        "on": received.on,
        "decided": {"outcome": decided.outcome, "words": decided.words, "on": decided.on}
        if decided
        else None,
    }


def imported_data(conference: Conference) -> Data | None:
    """How much came out of an archive; None where the record began here."""
    came = conference.imported
    return {"count": came.count, "exported": came.exported} if came else None
