"""The room: who came and left, who was introduced, who is not there."""

from datetime import time

from conference_tui.conference.events.kinds import Event, Mode
from conference_tui.conference.events.roles import ForProfessionals, Someone, Words


class PersonArrived(Event, frozen=True, kw_only=True):
    """Somebody joined, in the room or from afar. `person` may be a child."""

    during_closed_slot = True
    in_meeting_only = True

    person: Someone
    at: time
    mode: Mode = Mode.ROOM
    reason: ForProfessionals = ""


class PersonLeft(Event, frozen=True, kw_only=True):
    """Somebody left."""

    during_closed_slot = True

    person: Someone
    at: time


class PersonIntroduced(Event, frozen=True, kw_only=True):
    """Somebody said who they are and how they are involved (HV-6)."""

    person: Someone
    involvement: Words = ""


class ApologySent(Event, frozen=True, kw_only=True):
    """Somebody sent an apology."""

    person: Someone
    reason: Words = ""


class AbsenceNoted(Event, frozen=True, kw_only=True):
    """Somebody did not come; what was tried to have them here (BA-6)."""

    person: Someone
    tried: Words = ""
