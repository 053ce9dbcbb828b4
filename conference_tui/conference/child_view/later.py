"""What follows for the child: who is responsible, the visits, the core group and the dates."""

from msgspec import Struct
from msgspec.structs import replace

from conference_tui.conference import events as e
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


def later(own: Conference, procedure: Procedure, calendar: Calendar, child: str) -> Later:
    """What follows for this child."""
    return Later(
        key_worker=own.name(own.key_workers[child].person) if child in own.key_workers else "",
        visits=own.visits.get(child),
        core_group=_members(own),
        core_group_booked=_core_group_booked(own),
        review_booked=own.review_booked,
        in_need_meeting=own.in_need_meetings.get(child),
        dates=due_dates(own, procedure, calendar),
    )


def _members(own: Conference) -> tuple[Member, ...]:
    members = []
    for chosen in own.core_group.values():
        person = own.people.get(chosen.person)
        role = ", ".join(part for part in (person.role, person.agency) if part) if person else ""
        members.append(Member(name=own.name(chosen.person), role=role, note=chosen.note))
    return tuple(members)


def _core_group_booked(own: Conference) -> e.CoreGroupBooked | None:
    booked = own.core_group_booked
    if booked is None:
        return None
    return replace(
        booked,
        chaired_by=own.name(booked.chaired_by),
        later_chaired_by=own.name(booked.later_chaired_by),
    )
