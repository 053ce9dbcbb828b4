"""What may be recorded now, and if not, why not: a sentence to the person.

The program guides and does not trap: only what would make the record false or disclose something is refused.
Everything else that is wanting is a reminder (`reminders.py`).
"""

from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.subjects.by_kind import refused
from conference_tui.conference.text import LONGEST

IS_CLOSED = "The conference is closed; what is recorded stands. An addendum can be added at the close."


def refusal(conference: Conference, event: e.Event, procedure: Procedure) -> str:
    """Why `event` cannot be recorded now; empty when it can."""
    if conference.opened is None and not isinstance(event, e.ConferenceOpened):
        return "Set the conference up first: it needs a reference."
    if conference.closed and not event.after_close and not _follows_a_birth(event, conference):
        return IS_CLOSED
    if conference.closed_slot and not event.during_closed_slot:
        return "The closed slot is open. End it first; until then nothing goes into the open record."
    if conference.adjourned and event.in_meeting_only:
        return "The conference is adjourned. Let it go on first."
    return _too_long(event) or refused(event, conference, procedure)


def refusal_in_closed_slot(event: e.ContributionMade) -> str:
    """Why something said in the closed slot cannot be recorded in its own record; empty when it can."""
    return _too_long(event) or ("" if event.words else "Nothing was typed.")


def _follows_a_birth(event: e.Event, conference: Conference) -> bool:
    """A birth brings the review forward: another day is booked although it is closed, or why not is said (HF-3)."""
    is_reason = isinstance(event, e.ReasonGiven) and event.matter.startswith("late:")
    return (isinstance(event, e.ReviewBooked) or is_reason) and bool(conference.births)


def _too_long(event: e.Event) -> str:
    longest = max(_typed(event), key=len, default="")
    return (
        f"That is longer than {LONGEST:,} characters. Record it in parts." if len(longest) > LONGEST else ""
    )


def _typed(event: e.Event) -> list[str]:
    if isinstance(event, e.ContributionCorrected):
        return [event.why, *_typed(event.correct)]
    values = [getattr(event, name) for name in event.__struct_fields__]
    several = [each for value in values if isinstance(value, tuple) for each in value]
    return [value for value in (*values, *several) if isinstance(value, str)]
