"""What undo, redo and striking may take back, and what they leave: the entries of a record looked at from the last."""

from bisect import bisect_left
from collections import deque
from collections.abc import Collection, Sequence
from typing import TypeGuard

from msgspec import Struct

from conference_tui.conference import events as e
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


def place_of(entries: Sequence[e.Recorded], seq: int) -> int:
    """Where the entry of a number stands among entries, or would stand."""
    return bisect_left(entries, seq, key=lambda entry: entry.seq)


def step_back(entries: Sequence[e.Recorded], struck: Collection[int]) -> Step | str:
    """What undo does now, or why there is nothing to undo.

    `struck` are the numbers of those that do not count. The last thing done is struck; or where it was a strike for a reason, what that struck is restored. The close is
    not taken back, nor anything before it (HF-10).
    """
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


def step_forward(entries: Sequence[e.Recorded], struck: Collection[int]) -> Step | str:
    """What redo does now: take back the last undo, unless something else was recorded after it; or why nothing."""
    for entry in reversed(entries):
        if _is_strike(entry.event) or not entry.event.stands:
            break
        if isinstance(entry.event, e.Struck) and entry.event.seq in struck:
            undone = entries[place_of(entries, entry.event.seq)]
            change = [each for each in _change_of_sitting(entries, undone) if each.seq in struck]
            return Step(tuple(e.Restored(seq=each.seq) for each in change), _what_it_was(change))
    return "There is nothing to redo."


def changes_sitting(step: Step, entries: Sequence[e.Recorded]) -> bool:
    """Whether a step takes back that a sitting began, or brings it again: the words that the room sees go with it."""
    changed = (entries[place_of(entries, each.seq)] for each in step.events)
    return any(isinstance(each.event, e.SplitSittingBegan) for each in changed)


def _change_of_sitting(entries: Sequence[e.Recorded], entry: e.Recorded) -> list[e.Recorded]:
    """Those who left, that a sitting began, and those who came, where an entry is one of them; else the entry alone.

    They were recorded in one go, and a room with half of them would be one that there never was.
    """
    if not isinstance(entry.event, e.PersonLeft | e.SplitSittingBegan | e.PersonArrived):
        return [entry]
    happened = _in_one_go_with(entries, place_of(entries, entry.seq))
    for place in (at for at, each in enumerate(happened) if isinstance(each.event, e.SplitSittingBegan)):
        first = last = place
        while first and _goes_with(happened[first - 1], happened[first], e.PersonLeft):
            first -= 1
        while last + 1 < len(happened) and _goes_with(happened[last + 1], happened[last], e.PersonArrived):
            last += 1
        if entry in happened[first : last + 1]:
            return happened[first : last + 1]
    return [entry]


def _in_one_go_with(entries: Sequence[e.Recorded], place: int) -> list[e.Recorded]:
    """The entries around a place that each followed the one before at once, but those that stand."""
    found = deque([entries[place]])
    for before in range(place - 1, -1, -1):
        if not entries[before].event.stands:
            if not _at_once(entries[before], found[0]):
                break
            found.appendleft(entries[before])
    for after in range(place + 1, len(entries)):
        if not entries[after].event.stands:
            if not _at_once(entries[after], found[-1]):
                break
            found.append(entries[after])
    return list(found)


def _at_once(other: e.Recorded, entry: e.Recorded) -> bool:
    at = getattr(entry.event, "at", None)
    return getattr(other.event, "at", None) == at and abs(other.tick - entry.tick) < IN_ONE_GO


def _goes_with(other: e.Recorded, entry: e.Recorded, kind: type[e.PersonLeft | e.PersonArrived]) -> bool:
    return isinstance(other.event, kind) and _at_once(other, entry)


def _what_it_was(change: Sequence[e.Recorded]) -> e.AnyEvent:
    began = (each.event for each in change if isinstance(each.event, e.SplitSittingBegan))
    return next(began, change[-1].event)


def of_this_slot(entries: Sequence[e.Recorded]) -> list[e.Recorded]:
    """Of a closed slot's record, what is of the slot that is open: undo and redo go back so far, no farther (BA-11)."""
    for place in range(len(entries) - 1, -1, -1):
        if isinstance(entries[place].event, e.ClosedSlotBegan):
            return list(entries[place + 1 :])
    return list(entries)


def number_of(happened: e.Event, entries: Sequence[e.Recorded], struck: Collection[int]) -> int | None:
    """The number of the last entry of an event that counts; None where there is none."""
    found = (each.seq for each in reversed(entries) if each.event == happened and each.seq not in struck)
    return next(found, None)


def strike_refusal(entries: Sequence[e.Recorded], seq: int, struck: Collection[int]) -> str:
    """Why an entry cannot be struck for what it is; empty where it can."""
    place = place_of(entries, seq)
    if place == len(entries) or entries[place].seq != seq or seq in struck:
        return NOT_THERE
    stands = _stands(entries[place])
    return "That stands: it says what happened in the room or with the record." if stands else ""


def is_since_the_close(entries: Sequence[e.Recorded], seq: int, struck: Collection[int]) -> bool:
    """Whether an entry was recorded after the close that counts."""
    closes = (
        each.seq
        for each in reversed(entries)
        if isinstance(each.event, e.ConferenceClosed) and each.seq not in struck
    )
    close = next(closes, None)
    return close is not None and seq > close


def _stands(entry: e.Recorded) -> bool:
    """Whether an entry is neither undone nor struck."""
    is_beginning = entry.seq == 1 and isinstance(entry.event, e.ConferenceOpened)
    return is_beginning or entry.event.stands


def _is_strike(event: e.Event) -> TypeGuard[e.Struck]:
    """Whether something was struck for a reason, and not by undo."""
    return isinstance(event, e.Struck) and event.why != UNDO
