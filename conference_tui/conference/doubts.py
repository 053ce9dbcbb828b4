"""What the rules would not have let be recorded, in entries that came from somewhere else.

They are told before an archive is taken, and they stop nobody: another program may have other rules, and what it
recorded is a fact.
"""

from collections.abc import Iterable

from conference_tui.conference import events as e
from conference_tui.conference.folding import apply, fold
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.reminders import close_refusal
from conference_tui.conference.rules import refusal
from conference_tui.conference.state import Conference
from conference_tui.conference.working_days import Calendar

MOST_REPLAYS = 200
"""How often the entries are gone through anew because something was undone: a file can ask for it at every line."""

_NEVER_ASKED = (e.Struck, e.Restored, e.Sealed, e.ClockWentBack, e.RecordImported)
"""What no rule is asked about: undo, and what the record says of itself."""


def doubts(entries: Iterable[e.Recorded], procedure: Procedure, calendar: Calendar) -> tuple[str, ...]:
    """A sentence for each entry that would have been refused where it stands; none where all is in order."""
    found: list[str] = []
    before: list[e.Recorded] = []
    conference, is_stale, replays = Conference(), False, 0
    for entry in entries:
        if isinstance(entry.event, e.Struck | e.Restored):
            is_stale = True
        else:
            if is_stale:
                conference, is_stale, replays = fold(before), False, replays + 1
            if replays > MOST_REPLAYS:
                return (*found, f"From entry {entry.seq} on, too much was undone to go through all of it.")
            if why := _refusal(conference, entry.event, procedure, calendar):
                found.append(
                    f"Entry {entry.seq} ({type(entry.event).__name__}) would not be recorded here: {why}"
                )
            conference = apply(conference, entry.event)
        before.append(entry)
    return tuple(found)


def _refusal(conference: Conference, event: e.Event, procedure: Procedure, calendar: Calendar) -> str:
    if isinstance(event, _NEVER_ASKED):
        return ""
    why = refusal(conference, event, procedure)
    if not why and isinstance(event, e.ConferenceClosed):
        return close_refusal(conference, procedure, calendar)
    return why
