"""What may be recorded now, and if not, why not: a sentence to the person.

The program guides and does not trap: only what would make the record false or disclose something is refused.
Everything else that is wanting is a reminder (`reminders.py`).
"""

from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.subjects.by_kind import refused
from conference_tui.conference.text import LONGEST

DURING_CLOSED_SLOT = (e.ClosedSlotEnded, e.PersonLeft, e.PersonArrived, e.StageOpened, e.StatementSaid)
"""What the open record may learn while the confidential slot is open: nothing that was said in it (BA-11)."""

AMENDMENTS = (e.AddendumAdded, e.ChildBorn, e.ComplaintReceived, e.ComplaintDecided)
"""What is added to a conference that is closed; what was recorded before stays as it is (HF-10)."""

HANDING_OUT = (e.CopyDecided, e.EntryChosen, e.EntryWorded, e.AdultsKeptApart, e.WordsJudged, e.DocumentMade)
"""What is settled about who is handed what."""

AFTER_CLOSE = (*HANDING_OUT, e.StageOpened, e.RetentionSet, *AMENDMENTS)
"""What is still recorded once the chair has closed the meeting."""

IN_THE_MEETING = (
    e.PersonArrived,
    e.ContributionMade,
    e.ScoreGiven,
    e.ViewGiven,
    e.DecisionMade,
    e.ClosedSlotBegan,
    e.SplitSittingBegan,
    e.ConferenceClosed,
    e.ConferenceAdjourned,
)
"""What happens nowhere but in the meeting: not while it is adjourned."""

IS_CLOSED = "The conference is closed; what is recorded stands. An addendum can be added at the close."


def refusal(conference: Conference, event: e.Event, procedure: Procedure) -> str:
    """Why `event` cannot be recorded now; empty when it can."""
    if conference.opened is None and not isinstance(event, e.ConferenceOpened):
        return "Set the conference up first: it needs a reference."
    if conference.closed and not isinstance(event, AFTER_CLOSE) and not _follows_a_birth(event, conference):
        return IS_CLOSED
    if conference.closed_slot and not isinstance(event, DURING_CLOSED_SLOT):
        return "The closed slot is open. End it first; until then nothing goes into the open record."
    if conference.adjourned and isinstance(event, IN_THE_MEETING):
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
