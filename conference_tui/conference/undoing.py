"""What undo, redo and striking may take back, and what they leave: the entries of a record looked at from the last."""

from collections.abc import Sequence
from typing import TypeGuard

from msgspec import Struct

from conference_tui.conference import events as e
from conference_tui.conference.folding import struck_numbers
from conference_tui.conference.rules import IS_CLOSED
from conference_tui.conference.state import UNDO

NOT_THERE = "That is no longer in the record."


IN_ONE_GO = 1000
"""Milliseconds within which entries follow each other that the program records together; nobody types as fast."""


class Step(Struct, frozen=True):
    """One step back or forward."""

    events: tuple[e.Struck | e.Restored, ...]
    """What is recorded for it."""
    of: e.AnyEvent
    """What is taken back, or there again."""


def step_back(entries: Sequence[e.Recorded]) -> Step | str:
    """What undo does now, or why there is nothing to undo.

    The last thing done is struck; or where it was a strike for a reason, what that struck is restored. The close is
    not taken back, nor anything before it (HF-10).
    """
    struck = struck_numbers(entries)
    for entry in reversed(entries):
        if not entry.tick:
            break  # what the conference was made with came in one piece, before anybody typed
        if _is_strike(entry.event) and entry.event.seq in struck:
            return Step((e.Restored(seq=entry.event.seq),), entry.event)
        if isinstance(entry.event, e.ConferenceClosed) and entry.seq not in struck:
            return IS_CLOSED
        if entry.seq not in struck and not _stands(entry):
            change = [each for each in _change_of_sitting(entries, entry) if each.seq not in struck]
            undone = tuple(e.Struck(seq=each.seq, why=UNDO) for each in reversed(change))
            return Step(undone, _what_it_was(change))
    return "There is nothing to undo."


def step_forward(entries: Sequence[e.Recorded]) -> Step | str:
    """What redo does now: take back the last undo, unless something else was recorded after it; or why nothing."""
    struck = struck_numbers(entries)
    for entry in reversed(entries):
        if _is_strike(entry.event) or not entry.event.stands:
            break
        if isinstance(entry.event, e.Struck) and entry.event.seq in struck:
            seq = entry.event.seq
            undone = next(each for each in entries if each.seq == seq)
            change = [each for each in _change_of_sitting(entries, undone) if each.seq in struck]
            return Step(tuple(e.Restored(seq=each.seq) for each in change), _what_it_was(change))
    return "There is nothing to redo."


def changes_sitting(step: Step, entries: Sequence[e.Recorded]) -> bool:
    """Whether a step takes back that a sitting began, or brings it again: the words that the room sees go with it."""
    numbers = {each.seq for each in step.events}
    return any(isinstance(each.event, e.SplitSittingBegan) and each.seq in numbers for each in entries)


def _change_of_sitting(entries: Sequence[e.Recorded], entry: e.Recorded) -> list[e.Recorded]:
    """Those who left, that a sitting began, and those who came, where an entry is one of them; else the entry alone.

    They were recorded in one go, and a room with half of them would be one that there never was.
    """
    if not isinstance(entry.event, e.PersonLeft | e.SplitSittingBegan | e.PersonArrived):
        return [entry]
    happened = [each for each in entries if not each.event.stands]
    for place in (at for at, each in enumerate(happened) if isinstance(each.event, e.SplitSittingBegan)):
        first = last = place
        while first and _goes_with(happened[first - 1], happened[first], e.PersonLeft):
            first -= 1
        while last + 1 < len(happened) and _goes_with(happened[last + 1], happened[last], e.PersonArrived):
            last += 1
        if entry in happened[first : last + 1]:
            return happened[first : last + 1]
    return [entry]


def _goes_with(other: e.Recorded, entry: e.Recorded, kind: type[e.PersonLeft | e.PersonArrived]) -> bool:
    at = getattr(entry.event, "at", None)
    in_one_go = abs(other.tick - entry.tick) < IN_ONE_GO
    return isinstance(other.event, kind) and other.event.at == at and in_one_go


def _what_it_was(change: Sequence[e.Recorded]) -> e.AnyEvent:
    began = (each.event for each in change if isinstance(each.event, e.SplitSittingBegan))
    return next(began, change[-1].event)


def of_this_slot(entries: Sequence[e.Recorded]) -> list[e.Recorded]:
    """Of a closed slot's record, what is of the slot that is open: undo and redo go back so far, no farther (BA-11)."""
    begins = [place for place, entry in enumerate(entries, 1) if isinstance(entry.event, e.ClosedSlotBegan)]
    return list(entries[begins[-1] :] if begins else entries)


def number_of(happened: e.Event, entries: Sequence[e.Recorded]) -> int | None:
    """The number of the last entry of an event that counts; None where there is none."""
    struck = struck_numbers(entries)
    found = (each.seq for each in reversed(entries) if each.event == happened and each.seq not in struck)
    return next(found, None)


def strike_refusal(entries: Sequence[e.Recorded], seq: int) -> str:
    """Why an entry cannot be struck for what it is; empty where it can."""
    entry = next((each for each in entries if each.seq == seq), None)
    if entry is None or seq in struck_numbers(entries):
        return NOT_THERE
    return "That stands: it says what happened in the room or with the record." if _stands(entry) else ""


def is_since_the_close(entries: Sequence[e.Recorded], seq: int) -> bool:
    """Whether an entry was recorded after the close that counts."""
    struck = struck_numbers(entries)
    closes = [
        each.seq for each in entries if isinstance(each.event, e.ConferenceClosed) and each.seq not in struck
    ]
    return bool(closes) and seq > closes[-1]


def _stands(entry: e.Recorded) -> bool:
    """Whether an entry is neither undone nor struck."""
    is_beginning = entry.seq == 1 and isinstance(entry.event, e.ConferenceOpened)
    return is_beginning or entry.event.stands


def _is_strike(event: e.Event) -> TypeGuard[e.Struck]:
    """Whether something was struck for a reason, and not by undo."""
    return isinstance(event, e.Struck) and event.why != UNDO
