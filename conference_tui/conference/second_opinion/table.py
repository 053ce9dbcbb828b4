"""Who reads what, as the check has it: by kind of entry, and by what a field says it is.

Written by itself, and more bluntly than the rules by which copies are reduced: the two are to be able to disagree. What
is not named here is the file's alone.
"""

from collections.abc import Mapping
from enum import StrEnum

from conference_tui.conference import events as e
from conference_tui.conference.events.roles import Role
from conference_tui.conference.papers import Paper


class By(StrEnum):
    """What decides who reads an entry."""

    NOTHING = "nothing: everybody reads it"
    PERSON = "whom it is about: not where that is somebody who is not named to the reader"
    ROOM = "likewise, and in a split conference who sat with the reader"
    EXCLUSION = "whom it is about, and agencies"
    TREE = "whether it is of the child's own family, on a plan"
    CHILDREN = "about which children it is"
    SAID = "about which children it is, who heard it, and whose matter it is"
    ADDED = "about which children it is, and whose matter"
    AGREED = "about which children it is, who does it, and whose matter it is"
    MEETING = "who else will be there"
    WORDED = "for whom the chair worded it"


KINDS: Mapping[type[e.Event], By] = {
    e.ConferenceOpened: By.NOTHING,
    e.ConferenceArranged: By.NOTHING,
    e.KeyDateGiven: By.NOTHING,
    e.StageOpened: By.NOTHING,
    e.StageFinished: By.NOTHING,
    e.ChairChanged: By.NOTHING,
    e.InquorateProceeded: By.NOTHING,
    e.ConferenceAdjourned: By.NOTHING,
    e.ConferenceResumed: By.NOTHING,
    e.ClosedSlotBegan: By.NOTHING,
    e.ClosedSlotEnded: By.NOTHING,
    e.ConferenceClosed: By.NOTHING,
    e.LastConferenceGiven: By.NOTHING,
    e.ReviewBooked: By.NOTHING,
    e.PersonEntered: By.PERSON,
    e.PersonArrived: By.ROOM,
    e.PersonIntroduced: By.ROOM,
    e.PersonLeft: By.ROOM,
    e.ApologySent: By.ROOM,
    e.AbsenceNoted: By.ROOM,
    e.ReportReceived: By.ROOM,
    e.ExclusionDecided: By.EXCLUSION,
    e.ExclusionEnded: By.EXCLUSION,
    e.RelativeNamed: By.TREE,
    e.RelationGiven: By.TREE,
    e.ChildEntered: By.CHILDREN,
    e.ChildBorn: By.CHILDREN,
    e.ParticipationDecided: By.CHILDREN,
    e.ChildViewsMissing: By.CHILDREN,
    e.ViewGiven: By.CHILDREN,
    e.ChairViewGiven: By.CHILDREN,
    e.DecisionMade: By.CHILDREN,
    e.DissentDeclared: By.CHILDREN,
    e.DangerStatementMade: By.CHILDREN,
    e.SafetyGoalSet: By.CHILDREN,
    e.ReasonGiven: By.CHILDREN,
    e.KeyWorkerNamed: By.CHILDREN,
    e.VisitsAgreed: By.CHILDREN,
    e.InNeedMeetingBooked: By.CHILDREN,
    e.EarlierPlanGiven: By.CHILDREN,
    e.EarlierStatementGiven: By.CHILDREN,
    e.EarlierScoreGiven: By.CHILDREN,
    e.ContributionMade: By.SAID,
    e.ContributionCorrected: By.SAID,
    e.FamilyAsked: By.SAID,
    e.ChildViewsGiven: By.SAID,
    e.HarmDetailed: By.SAID,
    e.FutureRiskDiscussed: By.SAID,
    e.SummaryGiven: By.SAID,
    e.ScoreGiven: By.SAID,
    e.LowScoreAnswered: By.SAID,
    e.ReviewAnswered: By.SAID,
    e.ActionReviewed: By.SAID,
    e.AddendumAdded: By.ADDED,
    e.ActionAgreed: By.AGREED,
    e.EarlierActionGiven: By.AGREED,
    e.BottomLineSet: By.AGREED,
    e.ContingencySet: By.AGREED,
    e.NetworkSupportOffered: By.AGREED,
    e.RecommendationMade: By.AGREED,
    e.BirthPlanSet: By.AGREED,
    e.CoreGroupBooked: By.MEETING,
    e.CoreGroupMemberChosen: By.MEETING,
    e.EntryWorded: By.WORDED,
}
"""By kind of entry; a kind that is not here is read by the file alone."""

_FRAME: tuple[type[e.Event], ...] = (
    e.ConferenceOpened,
    e.ConferenceArranged,
    e.ConferenceResumed,
    e.ChairChanged,
    e.ConferenceClosed,
    e.PersonEntered,
    e.ChildEntered,
    e.ChildBorn,
    e.KeyWorkerNamed,
)
SMALL_PAPERS: Mapping[Paper, frozenset[type[e.Event]]] = {
    Paper.ACTION_SHEET: frozenset({*_FRAME, e.ActionAgreed, e.NetworkSupportOffered, e.EntryWorded}),
    Paper.DATE_CARD: frozenset(
        {
            *_FRAME,
            e.DecisionMade,
            e.VisitsAgreed,
            e.CoreGroupMemberChosen,
            e.CoreGroupBooked,
            e.ReviewBooked,
            e.InNeedMeetingBooked,
            e.LastConferenceGiven,
        }
    ),
}
"""The papers that hold nothing of the case, and what they are drawn from."""
WITH_TREE = (Paper.OUTLINE_PLAN, Paper.IN_NEED_OUTLINE)
"""The papers that show the child's family."""


class For(StrEnum):
    """Who reads a field of an entry that somebody reads."""

    READERS = "whoever reads the entry"
    PROFESSIONALS = "agencies, and whom the entry is about"
    FILE = "the file alone"


ROLES: Mapping[str, For] = {
    Role.WORDS: For.READERS,
    Role.TOLD: For.READERS,
    Role.NAME: For.READERS,
    Role.PERSON: For.READERS,
    Role.CHILD: For.READERS,
    Role.AGENCY: For.READERS,
    Role.PLACE: For.READERS,
    Role.VENUE: For.READERS,
    Role.NUMBER: For.READERS,
    Role.PROFESSIONAL: For.PROFESSIONALS,
    Role.FILED: For.FILE,
}
"""By what a field says it is; a role that is not here is for the file alone."""
WITHOUT_WORDS = frozenset({Role.MOMENT, Role.CHOICE, Role.ID})
"""What there is nothing to look for in: anybody may say a time, a number of a scale, a yes."""
AT_HOME = frozenset(
    {
        (e.PersonEntered, "address"),
        (e.PersonEntered, "phone"),
        (e.PersonEntered, "screen_name"),
        (e.ChildEntered, "lives"),
    }
)
"""Fields that no paper prints: where somebody lives, and how to ring. For the file, and for whom it is about."""
NOT_SEARCHED = frozenset(
    {
        *((e.DocumentMade, each) for each in ("document", "child", "recipient", "reader")),
        (e.WordsJudged, "words"),
        (e.WordsJudged, "reader"),
        (e.CopyDecided, "reader"),
    }
)
"""What was handed to whom, and words that the chair has judged: both are looked for elsewhere, or nobody's words."""
