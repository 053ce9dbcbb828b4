"""Which kinds of event are recorded at which time: in the meeting, in the closed slot, after the close."""

from conference_tui.conference import events as e
from conference_tui.conference.state import Conference

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


def follows_a_birth(event: e.Event, conference: Conference) -> bool:
    """A birth brings the review forward: another day is booked although it is closed, or why not is said (HF-3)."""
    is_reason = isinstance(event, e.ReasonGiven) and event.matter.startswith("late:")
    return (isinstance(event, e.ReviewBooked) or is_reason) and bool(conference.births)
