"""What follows for the child: who is responsible, the visits, the core group and the dates."""

from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.child_view.naming import Hide, Label
from conference_tui.conference.deadlines import Due, due_dates
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.working_days import Calendar


class Member(Struct, frozen=True, kw_only=True):
    """Somebody of this child's core group."""

    name: str
    role: str
    note: str


class Later(Struct, frozen=True, kw_only=True):
    """What follows for this child."""

    key_worker: str
    visits: e.VisitsAgreed | None
    core_group: tuple[Member, ...]
    core_group_booked: e.CoreGroupBooked | None
    review_booked: e.ReviewBooked | None
    in_need_meeting: e.InNeedMeetingBooked | None
    dates: tuple[Due, ...]


def later(
    own: Conference, procedure: Procedure, calendar: Calendar, child: str, hide: Hide, label: Label
) -> Later:
    """What follows for this child."""
    return Later(
        key_worker=label(own.key_workers[child].person) if child in own.key_workers else "",
        visits=_hidden(own.visits.get(child), hide, "every", "how"),
        core_group=_members(own, hide, label),
        core_group_booked=_core_group_booked(own, hide, label),
        review_booked=_hidden(own.review_booked, hide, "reason"),
        in_need_meeting=own.in_need_meetings.get(child),
        dates=due_dates(own, procedure, calendar),
    )


def _members(own: Conference, hide: Hide, label: Label) -> tuple[Member, ...]:
    members = []
    for chosen in own.core_group.values():
        person = own.people.get(chosen.person)
        role = ", ".join(part for part in (person.role, person.agency) if part) if person else ""
        members.append(Member(name=label(chosen.person), role=hide(role), note=hide(chosen.note)))
    return tuple(members)


def _core_group_booked(own: Conference, hide: Hide, label: Label) -> e.CoreGroupBooked | None:
    booked = own.core_group_booked
    if booked is None:
        return None
    return replace(
        booked,
        venue=hide(booked.venue),
        chaired_by=label(booked.chaired_by),
        later_chaired_by=label(booked.later_chaired_by),
    )


T = TypeVar("T", bound=Struct)


def _hidden(event: T | None, hide: Hide, *fields: str) -> T | None:
    if event is None:
        return None
    return replace(event, **{field: hide(getattr(event, field)) for field in fields})
