"""What addenda, a birth and complaints change."""

from typing import Any

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.folding.by_kind import changes, keep_by, put
from conference_tui.conference.state import Birth, Complaint, Conference


def _born(state: Conference, event: e.ChildBorn) -> dict[str, Any]:
    child = state.children.get(event.child)
    if child is None:
        return {}
    born = replace(child, born=event.born, name=event.name or child.name, sex=event.sex or child.sex)
    after_close = state.closed is not None
    birth = Birth(told=event, documents=len(state.documents), after_close=after_close)
    return {
        "children": put(state.children, event.child, born),
        "births": put(state.births, event.child, birth),
    }


def _complaint(state: Conference, event: e.ComplaintReceived) -> dict[str, Any]:
    before = state.complaints.get(event.complaint)
    complaint = Complaint(received=event, decided=before.decided if before else None)
    return {"complaints": put(state.complaints, event.complaint, complaint)}


def _complaint_decided(state: Conference, event: e.ComplaintDecided) -> dict[str, Any]:
    before = state.complaints.get(event.complaint)
    if before is None:
        return {}
    return {"complaints": put(state.complaints, event.complaint, replace(before, decided=event))}


keep_by(e.AddendumAdded, "addenda", "addendum")
changes(e.ChildBorn, _born)
changes(e.ComplaintReceived, _complaint)
changes(e.ComplaintDecided, _complaint_decided)
