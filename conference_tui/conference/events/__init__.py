"""Everything that can happen in a conference: one frozen struct for each, named in the past tense.

An event with an id of its own (a person, a view, an action …) that comes a second time replaces what stood
under that id: so a correction is a new fact, and the earlier one stays in the record. Undo strikes an
event by its sequence number (`Struck`), redo takes the strike back (`Restored`).

A module for each subject has the structs; what they change, what refuses them and their
sentences stand in modules of the same name in `folding/`, `rules/` and `timeline/`.
Everywhere else they are had from here: `from conference_tui.conference import events as e`.
"""

from typing import TYPE_CHECKING, Union

from msgspec import UNSET, Struct, UnsetType

from conference_tui.conference.events.afterwards import (
    AddendumAdded,
    ChildBorn,
    ComplaintDecided,
    ComplaintReceived,
)
from conference_tui.conference.events.agenda import FamilyAsked, StageFinished, StageOpened, StatementSaid
from conference_tui.conference.events.before import (
    ChecklistTicked,
    FamilyAskedAboutObserver,
    NeedNoted,
    ParticipationDecided,
    PreMeetingHeld,
    ReferrerNoted,
    ReportReceived,
)
from conference_tui.conference.events.chairing import (
    ChairChanged,
    ConferenceAdjourned,
    ConferenceClosed,
    ConferenceResumed,
    InquorateProceeded,
    ReasonGiven,
)
from conference_tui.conference.events.closed_slot import ClosedSlotBegan, ClosedSlotEnded, CopyNumbered
from conference_tui.conference.events.core_group import (
    CoreGroupMemberChosen,
    CoreGroupMemberRemoved,
    KeyWorkerNamed,
    VisitsAgreed,
)
from conference_tui.conference.events.danger import (
    DangerStatementMade,
    FutureRiskDiscussed,
    HarmDetailed,
    SafetyGoalSet,
)
from conference_tui.conference.events.decision import ChairViewGiven, DecisionMade, DissentDeclared, ViewGiven
from conference_tui.conference.events.family import RelationGiven, RelativeNamed, TreeInPlansChosen
from conference_tui.conference.events.kept_apart import (
    AdultsKeptApart,
    ExclusionDecided,
    ExclusionEnded,
    SplitSittingBegan,
    SplitSittingPlanned,
)
from conference_tui.conference.events.kinds import Category, Column, Dissent, Event, Hash, Kind, Mode, Outcome
from conference_tui.conference.events.next_meetings import CoreGroupBooked, InNeedMeetingBooked, ReviewBooked
from conference_tui.conference.events.papers import (
    CopyDecided,
    DocumentMade,
    EntryChosen,
    EntryWorded,
    WordsJudged,
)
from conference_tui.conference.events.plan import (
    ActionAgreed,
    AdviceLeft,
    BirthPlanSet,
    BottomLineSet,
    ContingencySet,
    NetworkSupportOffered,
    RecommendationMade,
)
from conference_tui.conference.events.record import (
    ClockWentBack,
    RecordImported,
    Restored,
    RetentionSet,
    Sealed,
    Struck,
)
from conference_tui.conference.events.review import (
    ActionReviewed,
    EarlierActionGiven,
    EarlierBirthPlanGiven,
    EarlierEntryGiven,
    EarlierMemberGiven,
    EarlierPlanGiven,
    EarlierScoreGiven,
    EarlierStatementGiven,
    LastConferenceGiven,
    ReviewAnswered,
)
from conference_tui.conference.events.room import (
    AbsenceNoted,
    ApologySent,
    PersonArrived,
    PersonIntroduced,
    PersonLeft,
)
from conference_tui.conference.events.said import (
    ChildViewsGiven,
    ChildViewsMissing,
    ContributionCorrected,
    ContributionMade,
    SummaryGiven,
)
from conference_tui.conference.events.scaling import (
    LowScoreAnswered,
    ScoreGiven,
    ScoresShown,
    SupporterAskedToScore,
)
from conference_tui.conference.events.setting_up import (
    ChildEntered,
    ConferenceArranged,
    ConferenceOpened,
    KeyDateGiven,
    PersonEntered,
)

__all__ = [
    "AbsenceNoted",
    "ActionAgreed",
    "ActionReviewed",
    "AddendumAdded",
    "AdultsKeptApart",
    "AdviceLeft",
    "AnyEvent",
    "ApologySent",
    "BirthPlanSet",
    "BottomLineSet",
    "Category",
    "ChairChanged",
    "ChairViewGiven",
    "ChecklistTicked",
    "ChildBorn",
    "ChildEntered",
    "ChildViewsGiven",
    "ChildViewsMissing",
    "ClockWentBack",
    "ClosedSlotBegan",
    "ClosedSlotEnded",
    "Column",
    "ComplaintDecided",
    "ComplaintReceived",
    "ConferenceAdjourned",
    "ConferenceArranged",
    "ConferenceClosed",
    "ConferenceOpened",
    "ConferenceResumed",
    "ContingencySet",
    "ContributionCorrected",
    "ContributionMade",
    "CopyDecided",
    "CopyNumbered",
    "CoreGroupBooked",
    "CoreGroupMemberChosen",
    "CoreGroupMemberRemoved",
    "DangerStatementMade",
    "DecisionMade",
    "Dissent",
    "DissentDeclared",
    "DocumentMade",
    "EarlierActionGiven",
    "EarlierBirthPlanGiven",
    "EarlierEntryGiven",
    "EarlierMemberGiven",
    "EarlierPlanGiven",
    "EarlierScoreGiven",
    "EarlierStatementGiven",
    "EntryChosen",
    "EntryWorded",
    "Event",
    "ExclusionDecided",
    "ExclusionEnded",
    "FamilyAsked",
    "FamilyAskedAboutObserver",
    "FutureRiskDiscussed",
    "HarmDetailed",
    "Hash",
    "InNeedMeetingBooked",
    "InquorateProceeded",
    "KeyDateGiven",
    "KeyWorkerNamed",
    "Kind",
    "LastConferenceGiven",
    "LowScoreAnswered",
    "Mode",
    "Moment",
    "NeedNoted",
    "NetworkSupportOffered",
    "Outcome",
    "ParticipationDecided",
    "PersonArrived",
    "PersonEntered",
    "PersonIntroduced",
    "PersonLeft",
    "PreMeetingHeld",
    "ReasonGiven",
    "RecommendationMade",
    "RecordImported",
    "Recorded",
    "ReferrerNoted",
    "RelationGiven",
    "RelativeNamed",
    "ReportReceived",
    "Restored",
    "RetentionSet",
    "ReviewAnswered",
    "ReviewBooked",
    "SafetyGoalSet",
    "ScoreGiven",
    "ScoresShown",
    "Sealed",
    "SplitSittingBegan",
    "SplitSittingPlanned",
    "StageFinished",
    "StageOpened",
    "StatementSaid",
    "Struck",
    "SummaryGiven",
    "SupporterAskedToScore",
    "TreeInPlansChosen",
    "ViewGiven",
    "VisitsAgreed",
    "WordsJudged",
]

if TYPE_CHECKING:
    AnyEvent = Event
else:
    AnyEvent = Union[tuple(Event.__subclasses__())]  # noqa: UP007 - of as many as there are
"""Every kind of event, for decoding."""


class Moment(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the room was when something was recorded, and about whom it is: the same for every kind of entry.

    It is recorded with the entry and never worked out again: who may read the entry goes by it (HF-10, HV-3).
    """

    here: tuple[str, ...] = ()
    """Ids of those who heard it, in the room or from afar."""
    online: tuple[str, ...] = ()
    """Those of them who were not in the room."""
    stage: str = ""
    """The item of the agenda."""
    sitting: str = ""
    """The sitting of a split conference that was on."""
    kept_out: tuple[str, ...] = ()
    """Ids of those who were kept out just then."""
    about: tuple[str, ...] | None = None
    """Ids of the children whom it is about; all of them are named one by one. None is not known."""
    own_matter_of: str = ""
    """The adult whose own matter it is: their health, their adviser, where they live; empty where it is nobody's."""


class Recorded(Struct, frozen=True, kw_only=True):
    """An event as it lies in the record."""

    seq: int
    """Its place; order is this number, never the clock."""
    at: str
    """Wall-clock time, ISO 8601 with offset."""
    tick: int = 0
    """Monotonic milliseconds since the program started: shows a clock that was set back.

    0 for what a conference was made with, before its meeting was open.
    """
    by: str = ""
    """Who typed it: "chair" or "minute-taker"."""
    event: AnyEvent
    moment: Moment | UnsetType = UNSET
    """What the room was; not there in what a program recorded that did not know of it."""
