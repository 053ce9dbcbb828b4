"""One entry as it is read: the event with its key and its moment."""

from msgspec import Struct

from conference_tui.conference import events as e


class Entry(Struct, frozen=True):
    """An entry of the record, with what was known when it was recorded."""

    key: str
    event: e.Event
    moment: e.Moment


def entry_of(key: str, recorded: e.Recorded) -> Entry:
    """An entry of a state's log."""
    assert isinstance(recorded.moment, e.Moment), "the fold gives each entry its moment"
    return Entry(key, recorded.event, recorded.moment)
