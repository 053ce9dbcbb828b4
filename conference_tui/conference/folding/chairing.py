"""What changes with how the conference is chaired: by whom, adjourned, taken up again, closed."""

from types import MappingProxyType
from typing import Any

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.folding.by_kind import changes, keep, put
from conference_tui.conference.state import Conference, Sitting


def _adjourned(state: Conference, event: e.ConferenceAdjourned) -> dict[str, Any]:
    """Everybody leaves; who was here is kept with the times."""
    presence = {
        someone: stay if stay.left is not None else replace(stay, left=event.at)
        for someone, stay in state.presence.items()
    }
    sitting = Sitting(on=state.held, adjourned=event)
    return {"sittings": (*state.sittings, sitting), "presence": MappingProxyType(presence)}


def _resumed(state: Conference, event: e.ConferenceResumed) -> dict[str, Any]:
    """What is counted from the conference is counted from the day on which it decided."""
    sitting = state.adjourned
    if sitting is None:
        return {}
    held = state.held if state.decisions else event.on
    return {
        "sittings": (*state.sittings[:-1], replace(sitting, resumed=event)),
        "arranged": replace(state.arranged, held=held),
        "at_the_apologies": frozenset(),
    }


keep(e.InquorateProceeded, "inquorate")
changes(e.ChairChanged, lambda s, ev: {"chairs": (*s.chairs, ev)})
changes(e.ConferenceAdjourned, _adjourned)
changes(e.ConferenceResumed, _resumed)
changes(e.ReasonGiven, lambda s, ev: {"reasons": put(s.reasons, ev.matter, ev.reason)})
keep(e.ConferenceClosed, "closed")
