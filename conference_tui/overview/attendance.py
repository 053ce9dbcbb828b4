"""Who was here and when, who sat in which sitting, and the closed slots, as data."""

from conference_tui.conference import events as e
from conference_tui.conference.attendance import agency_of
from conference_tui.conference.state import Conference, Presence
from conference_tui.overview.values import Data, all_of, clock_time, told, who


def attendance_data(conference: Conference) -> list[Data]:
    """Everyone invited, and the children who came, with when they were here."""
    came = conference.presence
    everybody = [each for each in conference.everybody() if each in conference.people or each in came]
    return [_attends(conference, someone) for someone in everybody]


def _attends(conference: Conference, someone: str) -> Data:
    stay = conference.presence.get(someone)
    apology, absence = conference.apologies.get(someone), conference.absences.get(someone)
    introduced = conference.introduced.get(someone)
    return {
        **who(conference, someone),
        "agency": agency_of(conference, someone),
        "status": _status(conference, someone, stay),
        "arrived": clock_time(stay.arrived) if stay else None,
        "left": clock_time(stay.left) if stay else None,
        "earlier": [{"arrived": clock_time(a), "left": clock_time(b)} for a, b in stay.earlier]
        if stay
        else [],
        "mode": stay.mode if stay else None,
        "reason": stay.reason if stay else "",
        "involvement": introduced.involvement if introduced else "",
        "introduced": introduced is not None,
        "apology": apology.reason if apology else "",
        "tried": absence.tried if absence else "",
    }


def _status(conference: Conference, someone: str, stay: Presence | None) -> str:
    if stay:
        return "here" if stay.left is None else "left"
    if someone in conference.apologies:
        return "apology"
    return "absent" if someone in conference.absences else "not here"


def split_sittings_data(conference: Conference) -> list[Data]:
    """Of a conference in two sittings: who sits in each, and when it began (each time)."""
    return [
        {
            "title": planned.title,
            "people": all_of(conference, planned.people),
            "began": [
                clock_time(begun.at) for begun in conference.split_begun if begun.sitting == planned.sitting
            ],
        }
        for planned in conference.split_sittings.values()
    ]


def closed_slots_data(conference: Conference) -> list[Data]:
    """That slots were held; nothing of what was said in them is within reach (BA-11)."""
    return [told(conference, slot, roles=e.ClosedSlotBegan.roles) for slot in conference.closed_slots]
