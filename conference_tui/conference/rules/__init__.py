"""What may be recorded now, and if not, why not: a sentence to the person.

The program guides and does not trap: only what would make the record false or disclose something is refused.
Everything else that is wanting is a reminder (`reminders.py`).
"""

from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.rules import (  # noqa: F401 - each declares what it refuses
    afterwards,
    before,
    chairing,
    closed_slot,
    danger,
    decision,
    family,
    kept_apart,
    next_meetings,
    papers,
    plan,
    record,
    review,
    room,
    said,
    scaling,
    setting_up,
)
from conference_tui.conference.rules.by_kind import refused
from conference_tui.conference.rules.when import (
    AFTER_CLOSE,
    DURING_CLOSED_SLOT,
    IN_THE_MEETING,
    IS_CLOSED,
    follows_a_birth,
)
from conference_tui.conference.state import Conference
from conference_tui.conference.text import LONGEST


def refusal(conference: Conference, event: e.Event, procedure: Procedure) -> str:
    """Why `event` cannot be recorded now; empty when it can."""
    if conference.opened is None and not isinstance(event, e.ConferenceOpened):
        return "Set the conference up first: it needs a reference."
    if conference.closed and not isinstance(event, AFTER_CLOSE) and not follows_a_birth(event, conference):
        return IS_CLOSED
    if conference.closed_slot and not isinstance(event, DURING_CLOSED_SLOT):
        return "The closed slot is open. End it first; until then nothing goes into the open record."
    if conference.adjourned and isinstance(event, IN_THE_MEETING):
        return "The conference is adjourned. Let it go on first."
    return _too_long(event) or refused(event, conference, procedure)


def refusal_in_closed_slot(event: e.ContributionMade) -> str:
    """Why something said in the closed slot cannot be recorded in its own record; empty when it can."""
    return _too_long(event) or ("" if event.words else "Nothing was typed.")


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
