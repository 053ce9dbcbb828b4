"""What a conference was made of: every entry that counts, in order, kept with the state that they add up to."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from conference_tui.conference.events import Moment, Recorded


PART = 512
"""Entries in one part of a log: as many are copied at most where another log went on with them."""


class _Part:
    """A run of entries with their keys, and where each key stands in it. Several logs share one and add to it."""

    __slots__ = ("entries", "places")

    def __init__(self, entries: "Iterable[tuple[str, Recorded]]" = ()) -> None:
        self.entries: list[tuple[str, Recorded]] = []
        self.places: dict[str, list[int]] = {}
        for key, entry in entries:
            self.add(key, entry)

    def add(self, key: str, entry: "Recorded") -> None:
        """One more entry."""
        self.places.setdefault(key, []).append(len(self.entries))
        self.entries.append((key, entry))


class Log:
    """The entries that count, in order; a value that is never written to.

    A longer one shares its parts with the one that it came from, so that one more entry takes the same time after ten
    and after ten thousand, also where another went on from there before it. Two states are the same when they say the
    same, however they came about: any two logs are equal.
    """

    __slots__ = ("_count", "_full", "_last")

    def __init__(self) -> None:
        self._full: tuple[_Part, ...] = ()
        """The parts before the last, to which nothing is added any more."""
        self._last = _Part()
        self._count = 0
        """How many entries of the last part are of this log."""

    def with_one_more(self, key: str, entry: "Recorded") -> "Log":
        """The log after one more entry, which has its moment, under its key."""
        longer = Log()
        if self._count == PART:
            longer._full = (*self._full, self._last)
        else:
            longer._full = self._full
            is_longest = len(self._last.entries) == self._count
            longer._last = self._last if is_longest else _Part(self._last.entries[: self._count])
        longer._last.add(key, entry)
        longer._count = len(longer._last.entries)
        return longer

    def moment(self, key: str) -> "Moment | None":
        """The moment of what has this key; None where nothing has it.

        Who heard it is as it was said for the first time, about whom it is as it was said last (`moments`).
        """
        runs = [found for part in (*self._full, self._last) if (found := self._of(part, key))]
        if not runs:
            return None
        first, last = runs[0][0], runs[-1][-1]
        if not first.moment or not last.moment or first is last:
            return first.moment or None
        return replace(first.moment, about=last.moment.about, own_matter_of=last.moment.own_matter_of)

    def _of(self, part: _Part, key: str) -> "list[Recorded]":
        """The entries of a part that have this key."""
        limit = self._count if part is self._last else PART
        return [part.entries[place][1] for place in part.places.get(key, ()) if place < limit]

    def __iter__(self) -> "Iterator[tuple[str, Recorded]]":
        """Each entry with its key."""
        for part in self._full:
            yield from part.entries
        for place in range(self._count):
            yield self._last.entries[place]

    def __len__(self) -> int:
        return len(self._full) * PART + self._count

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Log)

    def __repr__(self) -> str:
        return f"Log of {self._count}"

    def __hash__(self) -> int:
        return 0
