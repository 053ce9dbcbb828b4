"""The conference itself as data: what kind it is, who chairs, when and where, its sittings and its agenda."""

from conference_tui.conference import agenda, dates
from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference, Sitting
from conference_tui.conference.working_days import Calendar
from conference_tui.overview.values import Data, clock_time, told


def conference_data(conference: Conference, procedure: Procedure, calendar: Calendar) -> Data:
    """What the conference is, who chairs it, when and where, its sittings and its agenda."""
    opened, arranged = conference.opened, conference.arranged
    return {
        "ref": conference.ref,
        "kind": opened.kind if opened else None,
        "procedure": procedure.name,
        "authority": procedure.authority,
        "chair": conference.chair,
        "chairs": conference.every_chair,
        "adjournments": [_sitting(conference, sitting) for sitting in conference.sittings],
        "referrer": _referrer(conference.referrer),
        "minute_taker": opened.minute_taker if opened else "",
        "held": arranged.held,
        "begins": clock_time(arranged.begins),
        "venue": arranged.venue,
        "online_reason": arranged.online_reason,
        "day_warning": dates.day_warning(calendar, arranged.held) if arranged.held else "",
        "key_dates": [told(conference, given) for given in conference.key_dates.values()],
        "stage": conference.stage,
        "agenda": [
            {
                "stage": item.stage.id,
                "title": item.stage.title,
                "number": item.number,
                "progress": item.progress,
            }
            for item in agenda.items(conference, procedure)
        ],
        "closed": clock_time(conference.closed.at) if conference.closed else None,
    }


def _sitting(conference: Conference, sitting: Sitting) -> Data:
    resumed = sitting.resumed
    return {
        "on": sitting.on,
        **told(conference, sitting.adjourned),
        "resumed_on": resumed.on if resumed else None,
        "resumed_at": clock_time(resumed.at) if resumed else None,
    }


def _referrer(noted: e.ReferrerNoted | None) -> Data | None:
    return {"what": noted.what, "name": noted.name, "is_anonymous": noted.anonymous} if noted else None
