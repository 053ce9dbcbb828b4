"""Everything that follows from a conference's record, as plain data: what `conference show --json` prints.

Dates and times are text (2026-12-01, 13:30), people stand there by id and by name, and nothing is worked out
here that the rules of `conference/` do not say. Two things are never in it: scores that are still hidden, and
an address or telephone number that is withheld from anyone. The keys are stable: docs/commands.md lists them.
"""

from typing import Protocol

import msgspec

from conference_tui.conference import events as e
from conference_tui.conference.deadlines import due_dates
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.working_days import Calendar
from conference_tui.overview.attendance import attendance_data, closed_slots_data, split_sittings_data
from conference_tui.overview.decisions import decision_data
from conference_tui.overview.due import due_data
from conference_tui.overview.exclusions import exclusion_data, kept_apart_data
from conference_tui.overview.guidance import guidance_data, heard_data
from conference_tui.overview.handing_out import handing_out
from conference_tui.overview.mapped import (
    asked_data,
    danger_statements_data,
    harm_data,
    map_data,
    summaries_data,
)
from conference_tui.overview.opening import conference_data
from conference_tui.overview.people import (
    births_data,
    child_data,
    family_tree_data,
    observers_data,
    person_data,
)
from conference_tui.overview.plans import booked_data, core_group_data, plan_data
from conference_tui.overview.preparation import checklists_data, reports_data
from conference_tui.overview.quorum import quorum_data
from conference_tui.overview.record import (
    addenda_data,
    complaint_data,
    reminders_data,
    seal_data,
)
from conference_tui.overview.review import review_data
from conference_tui.overview.scores import scaling_data
from conference_tui.overview.values import Data, told

FORMAT = 1
"""Grows by one when a key is taken away or changes its meaning; new keys may come at any time."""


class HasConference(Protocol):
    """A running meeting, or anything else that holds a conference."""

    @property
    def conference(self) -> Conference:
        """The open record as it stands."""


def overview(about: Conference | HasConference, procedure: Procedure, calendar: Calendar) -> Data:
    """Everything derived, for one conference; JSON-able as it is."""
    conference = about if isinstance(about, Conference) else about.conference
    found = {
        "format": FORMAT,
        "conference": conference_data(conference, procedure, calendar),
        "children": [child_data(conference, child) for child in conference.children.values()],
        "people": [person_data(conference, person) for person in conference.people.values()],
        "family_tree": family_tree_data(conference),
        "attendance": attendance_data(conference),
        "births": births_data(conference, procedure, calendar),
        "checklists": checklists_data(conference, procedure),
        "exclusions": [exclusion_data(conference, each) for each in conference.exclusions.values()],
        "kept_apart": kept_apart_data(conference),
        "observers": observers_data(conference),
        "split_sittings": split_sittings_data(conference),
        "closed_slots": closed_slots_data(conference),
        "quorum": quorum_data(conference, procedure),
        "reports": reports_data(conference, procedure, calendar),
        "map": map_data(conference),
        "harm": harm_data(conference, procedure),
        "asked": asked_data(conference),
        "heard": heard_data(conference, procedure),
        "summaries": summaries_data(conference),
        "danger_statements": danger_statements_data(conference),
        "scaling": scaling_data(conference, procedure),
        "decisions": [decision_data(conference, procedure, child) for child in conference.children],
        "plans": [plan_data(conference, child) for child in conference.children],
        "guidance": guidance_data(conference, procedure),
        "core_group": core_group_data(conference),
        "review": booked_data(conference.review_booked),
        "review_of": review_data(conference, procedure),
        "deadlines": [due_data(due, procedure) for due in due_dates(conference, procedure, calendar)],
        "reminders": reminders_data(conference, procedure, calendar),
        "reasons": [{"matter": matter, "reason": reason} for matter, reason in conference.reasons.items()],
        "handing_out": handing_out(conference, procedure),
        "documents": [msgspec.structs.asdict(made) for made in conference.documents],
        "seals": [seal_data(conference, sealed) for sealed in conference.seals],
        "retention": _told(conference, conference.retention),
        "addenda": addenda_data(conference),
        "complaints": [complaint_data(conference, each) for each in conference.complaints.values()],
        "imported": _told(conference, conference.imported, "head", "record"),
    }
    plain: Data = msgspec.json.decode(msgspec.json.encode(found))
    return plain


def _told(conference: Conference, event: e.Event | None, *without: str) -> Data | None:
    """What was recorded once; None where it was not."""
    return told(conference, event, *without) if event else None
