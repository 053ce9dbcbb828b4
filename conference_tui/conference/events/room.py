"""The room: who came and left, who was introduced, who is not there."""

from datetime import time

from conference_tui.conference.events.kinds import Event, Mode


class PersonArrived(Event, frozen=True, kw_only=True):
    """Somebody joined, in the room or from afar. `person` may be a child."""

    person: str
    at: time
    mode: Mode = Mode.ROOM
    reason: str = ""


class PersonLeft(Event, frozen=True, kw_only=True):
    """Somebody left."""

    person: str
    at: time


class PersonIntroduced(Event, frozen=True, kw_only=True):
    """Somebody said who they are and how they are involved (HV-6)."""

    person: str
    involvement: str = ""


class ApologySent(Event, frozen=True, kw_only=True):
    """Somebody sent an apology."""

    person: str
    reason: str = ""


class AbsenceNoted(Event, frozen=True, kw_only=True):
    """Somebody did not come; what was tried to have them here (BA-6)."""

    person: str
    tried: str = ""
