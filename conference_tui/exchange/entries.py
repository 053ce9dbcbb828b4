"""One entry of an archive: exactly what the record of a conference could hold at that place."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any, get_args

import msgspec

from conference_tui.conference import events as e
from conference_tui.conference.references import not_there
from conference_tui.exchange.errors import refused_line
from conference_tui.exchange.lines import shown
from conference_tui.exchange.unfit import unfit

HAVE_MOMENTS = 2
"""The version of the archive since which an entry says what the room was."""
_KINDS = {kind.__name__ for kind in get_args(e.AnyEvent)}


def read_entry(given: dict[str, Any], line: int, seq: int, *, version: int) -> e.Recorded:
    """The entry in a line that should have this number. Raises ArchiveRefused with line and reason."""
    if version < HAVE_MOMENTS and "moment" in given:
        raise refused_line(
            line, f"has a moment, which entries have since version {HAVE_MOMENTS} of the format"
        )
    event = given.get("event")
    kind = event.get("type") if isinstance(event, dict) else None
    if isinstance(event, dict) and not (isinstance(kind, str) and kind in _KINDS):
        raise refused_line(line, f"is of the kind “{shown(kind)}”, which this program does not know")
    try:
        entry = msgspec.convert(given, e.Recorded)
    except msgspec.ValidationError as error:
        raise refused_line(line, unfit(error)) from None
    if why := _unknown_field(given, entry) or _what_cannot_be(entry, seq):
        raise refused_line(line, why)
    return entry


def refuse_unfit(entries: Sequence[e.Recorded]) -> None:
    """Refuse an archive of which an entry names something that is not there. Raises ArchiveRefused with line and reason."""
    if found := not_there(entries):
        first = min(found)
        raise refused_line(first + 1, shown(found[first]))


def is_a_moment(text: str) -> bool:
    """Whether a text is a date and time in ISO 8601, with its offset."""
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _unknown_field(given: dict[str, Any], made: msgspec.Struct) -> str:
    known = {*made.__struct_encode_fields__, made.__struct_config__.tag_field}
    for name in given:
        if name not in known:
            return f"has the field “{shown(name)}”, which {type(made).__name__} does not have"
    for name, inner in given.items():
        part = getattr(made, name, None)
        if isinstance(part, msgspec.Struct) and (why := _unknown_field(inner, part)):
            return why
    return ""


def _what_cannot_be(entry: e.Recorded, seq: int) -> str:
    event = entry.event
    if entry.seq != seq:
        return f"has the number {entry.seq} where {seq} comes next"
    if not is_a_moment(entry.at):
        return f"has “{shown(entry.at)}” for its time; it is written like 2026-12-01T13:30:00+00:00"
    if entry.tick < 0:
        return "has a tick below nought"
    if seq == 1 and not isinstance(event, e.ConferenceOpened):
        return "does not open the conference; the first entry is a ConferenceOpened"
    if isinstance(event, e.ConferenceOpened) and not event.ref:
        return "opens a conference without a reference"
    if isinstance(event, e.Struck | e.Restored) and not 1 <= event.seq < seq:
        return f"is about entry {event.seq}, which is not before it"
    if any(isinstance(part, time) and part.tzinfo for part in msgspec.structs.astuple(event)):
        return "has a time of day with an offset; it is written like 13:30:00"
    return ""
