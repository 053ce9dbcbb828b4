"""What a conference was made of: every entry that counts, in order, kept with the state that they add up to."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conference_tui.conference.events import Moment, Recorded


class Log:
    """The entries that count, in order; a value that is never written to.

    A longer one shares its lists with the one that it came from, so that one more entry takes the same time after ten
    and after ten thousand. Two states are the same when they say the same, however they came about: any two logs are
    equal.
    """

    __slots__ = ("_count", "_entries", "_places")

    def __init__(self) -> None:
        self._entries: list[tuple[str, Recorded]] = []
        self._places: dict[str, int] = {}
        """Where each key stands for the first time: words that are corrected were heard when they were said."""
        self._count = 0

    def with_one_more(self, key: str, entry: "Recorded") -> "Log":
        """The log after one more entry, which has its moment, under its key."""
        longer = Log()
        if len(self._entries) == self._count:
            longer._entries, longer._places = self._entries, self._places
        else:
            longer._entries = self._entries[: self._count]
            longer._places = {key: place for key, place in self._places.items() if place < self._count}
        longer._places.setdefault(key, self._count)
        longer._entries.append((key, entry))
        longer._count = self._count + 1
        return longer

    def moment(self, key: str) -> "Moment | None":
        """The moment at which what has this key was recorded for the first time; None where nothing has it."""
        place = self._places.get(key, self._count)
        if place >= self._count:
            return None
        return self._entries[place][1].moment or None

    def __iter__(self) -> "Iterator[tuple[str, Recorded]]":
        """Each entry with its key."""
        for place in range(self._count):
            yield self._entries[place]

    def __len__(self) -> int:
        return self._count

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Log)

    def __repr__(self) -> str:
        return f"Log of {self._count}"

    def __hash__(self) -> int:
        return 0
