"""The entries of one record while it is open, and what they add up to, kept so that a step back costs what is near."""

from collections.abc import Collection, Iterable

from conference_tui.conference import events as e
from conference_tui.conference.folding import apply
from conference_tui.conference.state import Conference
from conference_tui.conference.undoing import place_of

KEPT_NEAR = 8
"""How far back a state is kept, in steps of the largest power of two that divides its place."""


class History:
    """Entries in order, which of them are struck, and the state that those that count add up to.

    States are values: some from before are kept, close together near the end and ever farther apart behind. What
    changes at a place is added up again from the last of them before it.

    Attributes:
        entries: everything in the record.
        struck: the numbers of those that are struck now.
        conference: what those that count add up to.
    """

    def __init__(self, entries: Iterable[e.Recorded], aside: Collection[int] = ()) -> None:
        """Add up what was recorded; entries of the numbers `aside` never count."""
        self.entries = list(entries)
        self._aside = frozenset(aside)
        self.struck: set[int] = set()
        for entry in self.entries:
            self._strike(entry.event)
        self.conference = Conference()
        self._kept: list[tuple[int, Conference]] = [(0, self.conference)]
        """Places with the state before the entry there."""
        self._add_up(0)

    def add(self, entry: e.Recorded) -> None:
        """One more entry at the end."""
        self.entries.append(entry)
        if self._strike(entry.event):
            self._again_from(self.place(entry.event.seq))  # type: ignore[attr-defined]  # of both that strike
        else:
            self._add_up(len(self.entries) - 1)

    def put(self, entry: e.Recorded) -> None:
        """An entry in the place of the one of its number; where there is none, nothing."""
        place = self.place(entry.seq)
        if place < len(self.entries) and self.entries[place].seq == entry.seq:
            self.entries[place] = entry
            self._again_from(place)

    def take_out(self, seq: int) -> None:
        """Take the entry of a number out, as if it had never been; where there is none, nothing."""
        place = self.place(seq)
        if place == len(self.entries) or self.entries[place].seq != seq:
            return
        entry = self.entries.pop(place)
        if isinstance(entry.event, e.Struck | e.Restored):
            of = entry.event.seq
            self.struck.discard(of)
            for each in self.entries:
                if isinstance(each.event, e.Struck | e.Restored) and each.event.seq == of:
                    self._strike(each.event)
            place = min(place, self.place(of))
        self._again_from(place)

    def place(self, seq: int) -> int:
        """Where the entry of a number stands, or would stand."""
        return place_of(self.entries, seq)

    def find(self, seq: int) -> e.Recorded | None:
        """The entry of a number."""
        place = self.place(seq)
        found = self.entries[place] if place < len(self.entries) else None
        return found if found and found.seq == seq else None

    def _strike(self, event: e.Event) -> bool:
        if isinstance(event, e.Struck):
            self.struck.add(event.seq)
        elif isinstance(event, e.Restored):
            self.struck.discard(event.seq)
        return isinstance(event, e.Struck | e.Restored)

    def _again_from(self, place: int) -> None:
        while self._kept[-1][0] > place:
            self._kept.pop()
        at, self.conference = self._kept[-1]
        self._add_up(at)

    def _add_up(self, first: int) -> None:
        for place in range(first, len(self.entries)):
            if place > self._kept[-1][0]:
                self._keep(place)
            entry = self.entries[place]
            if self._counts(entry):
                self.conference = apply(self.conference, entry)

    def _keep(self, place: int) -> None:
        if place % KEPT_NEAR == 0:
            self._kept = [
                kept
                for kept in self._kept
                if not kept[0] or place - kept[0] <= KEPT_NEAR * (kept[0] & -kept[0])
            ]
        self._kept.append((place, self.conference))

    def _counts(self, entry: e.Recorded) -> bool:
        """Whether an entry counts; the seal of a decision that is struck is not the seal of what counts now."""
        if entry.seq in self.struck or entry.seq in self._aside:
            return False
        event = entry.event
        is_seal = isinstance(event, e.Sealed) and 0 < event.count <= len(self.entries)
        return not (is_seal and self.entries[event.count - 1].seq in self.struck)  # type: ignore[attr-defined]
