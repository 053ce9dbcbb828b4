"""What coming and going change."""

from typing import Any

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.folding.by_kind import changes, keep_by, put
from conference_tui.conference.state import Conference, Presence


def _arrived(state: Conference, event: e.PersonArrived) -> dict[str, Any]:
    before = state.presence.get(event.person)
    earlier = before.earlier if before else ()
    if before and before.left is not None:
        earlier = (*earlier, (before.arrived, before.left))
    stay = Presence(arrived=event.at, mode=event.mode, reason=event.reason, earlier=earlier)
    return {"presence": put(state.presence, event.person, stay)}


def _left(state: Conference, event: e.PersonLeft) -> dict[str, Any]:
    stay = state.presence.get(event.person)
    if stay is None:
        return {}
    return {"presence": put(state.presence, event.person, replace(stay, left=event.at))}


changes(e.PersonArrived, _arrived)
changes(e.PersonLeft, _left)
keep_by(e.PersonIntroduced, "introduced", "person")
keep_by(e.ApologySent, "apologies", "person")
keep_by(e.AbsenceNoted, "absences", "person")
