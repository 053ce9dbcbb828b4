"""What the beginning and the end of a closed slot change (BA-11)."""

from typing import Any

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.folding.by_kind import changes, nothing
from conference_tui.conference.state import ClosedSlot, Conference


def _slot_began(state: Conference, event: e.ClosedSlotBegan) -> dict[str, Any]:
    slot = ClosedSlot(began=event.at, left=event.left, stayed=event.stayed, reason=event.reason)
    return {"closed_slots": (*state.closed_slots, slot)}


def _slot_ended(state: Conference, event: e.ClosedSlotEnded) -> dict[str, Any]:
    slot = state.closed_slot
    if slot is None:
        return {}
    return {"closed_slots": (*state.closed_slots[:-1], replace(slot, ended=event.at))}


changes(e.ClosedSlotBegan, _slot_began)
changes(e.ClosedSlotEnded, _slot_ended)
changes(e.CopyNumbered, nothing)
