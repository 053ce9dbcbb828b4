"""What the events of a record add up to: the state folded from them, one after another."""

from collections.abc import Iterable

from msgspec import UNSET
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.keys import key_of
from conference_tui.conference.moments import moment_of
from conference_tui.conference.state import Conference
from conference_tui.conference.subjects.by_kind import changed


def fold(recorded: Iterable[e.Recorded]) -> Conference:
    """What a whole record adds up to. Struck events do not count, nor do strikes that were taken back.

    Nor does the seal of a decision that is struck: it stays in the record, and is not the seal of what counts now.
    """
    every = list(recorded)
    struck = struck_numbers(every)
    places = {place for place, entry in enumerate(every, start=1) if entry.seq in struck}
    conference = Conference()
    for entry in every:
        of_what_is_struck = isinstance(entry.event, e.Sealed) and entry.event.count in places
        if entry.seq not in struck and not of_what_is_struck:
            conference = apply(conference, entry)
    return conference


def apply(conference: Conference, happened: e.Recorded | e.Event) -> Conference:
    """The conference after one more entry. `Struck` and `Restored` change nothing here, only in a `fold`.

    An entry without a moment, from a record of before or not recorded yet, has that of now.
    """
    entry = happened if isinstance(happened, e.Recorded) else e.Recorded(seq=0, at="", event=happened)
    if entry.moment is UNSET:
        entry = replace(entry, moment=moment_of(conference, entry.event))
    after = changed(entry.event, conference)
    return replace(after, log=conference.log.with_one_more(key_of(entry.event), entry))


def struck_numbers(recorded: Iterable[e.Recorded]) -> frozenset[int]:
    """Sequence numbers that do not count now."""
    struck: set[int] = set()
    for entry in recorded:
        if isinstance(entry.event, e.Struck):
            struck.add(entry.event.seq)
        elif isinstance(entry.event, e.Restored):
            struck.discard(entry.event.seq)
    return frozenset(struck)
