"""What a conference was made of: every entry that counts, in order, kept with the state that they add up to."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from conference_tui.conference.events import Moment, Recorded


class Log:
    """The entries that count, in order; a value that is never written to.

    A longer one shares its lists with the one that it came from, so that one more entry takes the same time after ten
    and after ten thousand. Two states are the same when they say the same, however they came about: any two logs are
    equal.
    """

    __slots__ = ("_before", "_count", "_entries", "_first", "_last")

    def __init__(self) -> None:
        self._entries: list[tuple[str, Recorded]] = []
        self._first: dict[str, int] = {}
        """Where each key stands for the first time."""
        self._last: dict[str, int] = {}
        """Where each key stands for the last time, in the longest log of those that share it."""
        self._before: list[int] = []
        """Of each place, where its key stood before; a place that is below nought where it did not."""
        self._count = 0

    def with_one_more(self, key: str, entry: "Recorded") -> "Log":
        """The log after one more entry, which has its moment, under its key."""
        longer = Log()
        if len(self._entries) == self._count:
            longer._entries, longer._before = self._entries, self._before
            longer._first, longer._last = self._first, self._last
        else:
            self._begin(longer)
        place = self._count
        longer._before.append(longer._last.get(key, -1))
        longer._first.setdefault(key, place)
        longer._last[key] = place
        longer._entries.append((key, entry))
        longer._count = place + 1
        return longer

    def _begin(self, other: "Log") -> None:
        """Give a log what is in this one in lists of its own, for another went on with these."""
        other._entries, other._before = self._entries[: self._count], self._before[: self._count]
        other._first, other._last = self._first.copy(), self._last.copy()
        for place in range(len(self._entries) - 1, self._count - 1, -1):
            key, before = self._entries[place][0], self._before[place]
            if before < 0:
                del other._first[key], other._last[key]
            else:
                other._last[key] = before

    def moment(self, key: str) -> "Moment | None":
        """The moment of what has this key; None where nothing has it.

        Who heard it is as it was said for the first time, about whom it is as it was said last (`moments`).
        """
        place = self._first.get(key, self._count)
        if place >= self._count:
            return None
        last = self._last[key]
        while last >= self._count:
            last = self._before[last]
        first, latest = self._entries[place][1].moment, self._entries[last][1].moment
        if not first or not latest or place == last:
            return first or None
        return replace(first, about=latest.about, own_matter_of=latest.own_matter_of)

    def __iter__(self) -> "Iterator[tuple[str, Recorded]]":
        """Each entry with its key."""
        for place in range(self._count):
            yield self._entries[place]

    def __len__(self) -> int:
        return self._count

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Log)

    def __hash__(self) -> int:
        return 0
