"""Everything that can happen in a conference: one frozen struct for each, named in the past tense.

An event with an id of its own (a person, a view, an action …) that comes a second time replaces what stood
under that id: so a correction is a new fact, and the earlier one stays in the record. Undo strikes an
event by its sequence number (`Struck`), redo takes the strike back (`Restored`).
"""

from datetime import date, time
from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta, Struct

from conference_tui.conference.papers import Layout, Paper
from conference_tui.conference.people import Discipline, Relation, Standing
from conference_tui.conference.review_prompts import PromptId


class Kind(StrEnum):
    """What sort of conference (HF-1)."""

    INITIAL = "initial"
    REVIEW = "review"
    PRE_BIRTH = "pre-birth"
    TRANSFER_IN = "transfer-in"
    """A child who moves here with a plan of another authority; run as an initial conference."""


class Column(StrEnum):
    """Where a contribution stands on the map (BA-13, KC-2)."""

    STRENGTH = "strength"
    SAFETY = "safety"
    HARM = "harm"
    DANGER = "danger"
    COMPLICATING = "complicating"
    GREY = "grey"


class Outcome(StrEnum):
    """The three outcomes there are for each child (HF-13); their words are the procedure's."""

    CHILD_PROTECTION = "cp_plan"
    CHILD_IN_NEED = "cin_plan"
    NO_PLAN = "no_plan"


class Category(StrEnum):
    """The categories of harm, by the codes of the census; MUL is accepted and not recommended (M13)."""

    PHYSICAL = "PHY"
    EMOTIONAL = "EMO"
    SEXUAL = "SAB"
    NEGLECT = "NEG"
    MULTIPLE = "MUL"


class Dissent(StrEnum):
    """How an agency disagrees: asked to be noted is not the same as formal dissent."""

    NONE = ""
    NOTED = "noted"
    FORMAL = "formal"


class Mode(StrEnum):
    """How somebody attends (BA-10)."""

    ROOM = "in the room"
    ONLINE = "online"
    TELEPHONE = "by telephone"


Hash = Annotated[str, Meta(pattern="^([0-9a-f]{64})?$", max_length=64)]
"""A SHA-256 in hexadecimal, or nothing."""


class Event(Struct, frozen=True, kw_only=True, tag=True, omit_defaults=True):
    """Anything that happened. The class name is its kind in the record."""


# --- Setting up ---------------------------------------------------------------------------------------------


class ConferenceOpened(Event, frozen=True, kw_only=True):
    """The conference was set up."""

    ref: str
    kind: Kind
    procedure: str
    """The name of the procedure's file, without its ending."""
    chair: str = ""
    minute_taker: str = ""


class ConferenceArranged(Event, frozen=True, kw_only=True):
    """When and where."""

    held: date | None = None
    begins: time | None = None
    venue: str = ""
    online_reason: str = ""
    """Why it is held online, where it is (BA-10)."""


class KeyDateGiven(Event, frozen=True, kw_only=True):
    """A date that deadlines are counted from, or that the census asks for."""

    what: Literal["referral", "strategy discussion", "section 47", "transfer"]
    """`transfer` is the written notification that a child with a plan has moved here."""
    on: date
    note: str = ""


class ChildEntered(Event, frozen=True, kw_only=True):
    """A child the conference is about, or a correction to one. Fields as in `people.Child`."""

    child: str
    name: str
    born: date | None = None
    expected: date | None = None
    sex: str = ""
    ethnicity: str = ""
    authority_id: str = ""
    lives: str = ""
    lives_with: tuple[str, ...] = ()
    school: str = ""
    previous_plans: int | None = None


class PersonEntered(Event, frozen=True, kw_only=True):
    """Somebody invited or come, or a correction. Fields as in `people.Person`."""

    person: str
    name: str
    standing: Standing
    role: str = ""
    agency: str = ""
    discipline: Discipline | None = None
    parent_of: tuple[str, ...] = ()
    responsibility_for: tuple[str, ...] = ()
    responsibility_unknown: tuple[str, ...] = ()
    knows: tuple[str, ...] = ()
    supports: str = ""
    born: date | None = None
    address: str = ""
    phone: str = ""
    withheld_from: tuple[str, ...] = ()
    screen_name: str = ""
    language: str = ""


class RelativeNamed(Event, frozen=True, kw_only=True):
    """Somebody of the family who is neither invited nor a child of the conference (KC-4). Fields as in `people.Relative`."""

    relative: str
    name: str = ""
    role: str = ""
    died: str = ""
    in_tree: bool = True
    """False takes somebody out again who was drawn by mistake."""


class RelationGiven(Event, frozen=True, kw_only=True):
    """How two of the family belong together (KC-4). Told again of the same two, it takes the place of what stood."""

    person: str
    of: str
    relation: Relation | None = None
    """What `person` is of `of`. None: the two are not joined any more."""
    note: str = ""
    """In the family's own words: "mother's mother", "since last summer"."""


class TreeInPlansChosen(Event, frozen=True, kw_only=True):
    """Whether each child's plan shows the family tree; it does unless the chair says otherwise (KC-4)."""

    shown: bool


# --- Before the meeting -------------------------------------------------------------------------------------


class ReferrerNoted(Event, frozen=True, kw_only=True):
    """Who referred the family; of somebody who asked not to be named never the name (HV-1)."""

    what: str
    """In words: "the school", "a member of the public"."""
    name: str = ""
    anonymous: bool = False


class ExclusionDecided(Event, frozen=True, kw_only=True):
    """The chair keeps somebody of the family from all or part of the conference (HV-3)."""

    person: str
    ground: str
    """One of the procedure's, or in other words."""
    reason: str
    parts: tuple[str, ...] = ()
    """The items of the agenda; none is all of them."""
    evidence: str = ""
    requested: date | None = None
    """The day on which the chair was asked; None where nobody asked before the meeting."""
    requested_by: str = ""
    views_by: str = ""
    """Who tells their views to the conference: a person of it, or in words."""
    told: str = ""
    """How the reason was explained to them; empty while it was not."""
    told_on: date | None = None
    """The day on which it was explained."""
    challenge: str = ""
    """How they were told that they can challenge it; empty while they were not."""
    represented_by: str = ""
    """A friend or advocate who comes in their place."""
    without_minutes: str = ""
    """Why they do not get the minutes of it, which is a decision of its own; empty where they do."""


class ExclusionEnded(Event, frozen=True, kw_only=True):
    """Somebody who was kept out may come in again."""

    person: str
    at: time


class FamilyAskedAboutObserver(Event, frozen=True, kw_only=True):
    """The family was asked whether somebody may be there to observe (HF-4). Asked again, it replaces."""

    person: str
    agrees: Literal["yes", "no"]
    words: str = ""
    """Who was asked, and what they said."""


class SplitSittingPlanned(Event, frozen=True, kw_only=True):
    """One sitting of a conference that is held in two, because some of the family do not meet (BA-6, HV-3)."""

    sitting: str
    title: str
    people: tuple[str, ...]
    """Who sits in this one, children too; who is in none of them sits in all."""


class PreMeetingHeld(Event, frozen=True, kw_only=True):
    """The chair met somebody before the start (BA-9, KC-4). Told again, it takes the place of what stood."""

    person: str
    at: time | None = None
    note: str = ""


class NeedNoted(Event, frozen=True, kw_only=True):
    """What somebody needs to take part: interpreter, hearing loop, breaks (BA-9, HF-16), and who sees to it."""

    person: str
    need: str
    met: str = ""


class ChecklistTicked(Event, frozen=True, kw_only=True):
    """Something that is seen to before the start was seen to, or came with a transfer (BA-9, BR-3, HV-5, KC-4)."""

    checklist: Literal["before", "transfer pack"]
    item: str
    """Of the checklist its id in the procedure; of the pack its words."""
    done: bool = True
    at: time | None = None
    """When it was seen to; of the pack, when it was found to be here."""
    note: str = ""


class ParticipationDecided(Event, frozen=True, kw_only=True):
    """Whether and how a child takes part, decided by the chair with parent and social worker (BA-8)."""

    child: str
    attends: Literal["all", "part", "no"]
    reason: str = ""
    advocate: Literal["", "offered", "declined", "consent refused", "present"] = ""
    code: str = ""
    """Participation code PN0 to PN7 of the authority's own record."""
    parts: tuple[str, ...] = ()
    """To which items of the agenda the child comes, where it is to a part of them."""


# --- The room -----------------------------------------------------------------------------------------------


class PersonArrived(Event, frozen=True, kw_only=True):
    """Somebody joined, in the room or from afar. `person` may be a child."""

    person: str
    at: time
    mode: Mode = Mode.ROOM
    reason: str = ""


class PersonLeft(Event, frozen=True, kw_only=True):
    """Somebody left."""

    person: str
    at: time


class PersonIntroduced(Event, frozen=True, kw_only=True):
    """Somebody said who they are and how they are involved (HV-6)."""

    person: str
    involvement: str = ""


class ApologySent(Event, frozen=True, kw_only=True):
    """Somebody sent an apology."""

    person: str
    reason: str = ""


class AbsenceNoted(Event, frozen=True, kw_only=True):
    """Somebody did not come; what was tried to have them here (BA-6)."""

    person: str
    tried: str = ""


class ReportReceived(Event, frozen=True, kw_only=True):
    """A report, and when the family had it (BA-5)."""

    person: str
    form: Literal["written", "verbal", "none"] = "written"
    shared: date | None = None
    """The day the family received it; None is not yet, or not known."""
    not_shared_with: tuple[str, ...] = ()
    author_agrees: bool = False
    translation: Literal["", "not needed", "needed", "done"] = ""
    """Whether the family needs it in another language (HF-8); empty where nobody has said."""
    language: str = ""


class SplitSittingBegan(Event, frozen=True, kw_only=True):
    """A sitting of a split conference began; who comes and who leaves for it is recorded beside it."""

    sitting: str
    at: time


class InquorateProceeded(Event, frozen=True, kw_only=True):
    """The chair went on although the conference is not quorate, and why (BA-4)."""

    reason: str
    safeguards: str
    """What keeps the child safe until the missing views are in."""


class ClosedSlotBegan(Event, frozen=True, kw_only=True):
    """The confidential slot began: who left, who stayed (BA-11). What is said lies in a record of its own."""

    at: time
    left: tuple[str, ...]
    stayed: tuple[str, ...]
    reason: str = ""


class ClosedSlotEnded(Event, frozen=True, kw_only=True):
    """The confidential slot ended."""

    at: time


class ChairChanged(Event, frozen=True, kw_only=True):
    """Somebody else chairs from now on (M16); what was decided before stays with who chaired then."""

    chair: str
    at: time
    on: date | None = None
    """The day, where the conference was adjourned and went on at another one."""
    reason: str = ""


class ConferenceAdjourned(Event, frozen=True, kw_only=True):
    """The conference was broken off, to go on at another time (BA-4)."""

    at: time
    reason: str
    safeguards: str
    """What keeps each child safe until it meets again."""
    until: date | None = None


class ConferenceResumed(Event, frozen=True, kw_only=True):
    """The conference went on. Where nothing was decided before, this is the day on which it is held."""

    on: date
    at: time


class StageOpened(Event, frozen=True, kw_only=True):
    """The chair went to an item of the agenda."""

    stage: str


class StageFinished(Event, frozen=True, kw_only=True):
    """The chair is done with an item of the agenda."""

    stage: str


class StatementSaid(Event, frozen=True, kw_only=True):
    """The chair said a statement of the script (BA-12, HF-11)."""

    stage: str
    statement: str
    at: time | None = None


class FamilyAsked(Event, frozen=True, kw_only=True):
    """A member of the family was asked to comment or add at a stage; no words is "nothing to add" (HV-8)."""

    stage: str
    person: str
    words: str = ""
    by: str = ""
    """Who told it in their place, where they are kept out (HV-3): a person of the conference, or in words."""


# --- What was said ------------------------------------------------------------------------------------------


class ContributionMade(Event, frozen=True, kw_only=True):
    """What one person said (BA-2). `speaker` may be a child, or a person whose report was read."""

    contribution: str
    stage: str
    speaker: str
    words: str
    column: Column | None = None
    children: tuple[str, ...] = ()
    """Whom it concerns; none is all of them."""
    example: str = ""
    impact: str = ""
    domain: Literal["", "needs", "parenting", "family and environment"] = ""
    new_today: bool = False
    """A worry the family hears for the first time (BA-14)."""
    owner: str = ""
    """For a grey area: who will find out."""
    by: date | None = None
    in_writing: bool = False
    """Written down by the speaker and not said in the room (HF-5, HF-9, KC-9)."""
    answers: str = ""
    """The question of the parents' form that it answers, in its words (KC-9)."""


class ContributionCorrected(Event, frozen=True, kw_only=True):
    """A contribution as it should have stood; what stood before remains in the record."""

    correct: ContributionMade
    why: str = ""


class HarmDetailed(Event, frozen=True, kw_only=True):
    """One cell group of the harm matrix: an incident and what it did (BA-15)."""

    child: str
    harm: Category
    incident: Literal["first", "worst", "most recent"]
    when: str = ""
    behaviour: str = ""
    severity: str = ""
    impact: str = ""


class ChildViewsGiven(Event, frozen=True, kw_only=True):
    """The child's own views, from whom and how (HF-6)."""

    child: str
    words: str
    by: str = ""
    """Who brought them: a person's or the child's id."""
    how: str = ""
    views: str = ""
    """An id, by which these words can be corrected."""


class ChildViewsMissing(Event, frozen=True, kw_only=True):
    """Why there are no views of a child (HF-6)."""

    child: str
    reason: str


class SummaryGiven(Event, frozen=True, kw_only=True):
    """The chair's summary, as typed (BA-16, HV-9)."""

    words: str


class FutureRiskDiscussed(Event, frozen=True, kw_only=True):
    """What may happen to this child if nothing changes, as typed (HV-9)."""

    child: str
    words: str


class DangerStatementMade(Event, frozen=True, kw_only=True):
    """Who is worried, about what, and what may happen."""

    statement: str
    children: tuple[str, ...]
    words: str


class SafetyGoalSet(Event, frozen=True, kw_only=True):
    """What will be seen, by whom and for how long; answers a danger statement."""

    goal: str
    statement: str
    words: str


# --- A review: the conference before it, and what became of its plan ----------------------------------------


class LastConferenceGiven(Event, frozen=True, kw_only=True):
    """The conference that a review follows, from its record or as typed (BA-13)."""

    held: date
    kind: Kind = Kind.INITIAL
    review: int = 1
    """Which review the one that is held now is, the first being 1."""
    ref: str = ""
    polarity: Literal["", "high-is-safe", "high-is-danger"] = ""
    """Which way its scale ran; empty where nobody knows."""
    core_group: date | None = None
    """The next core group that is booked; it is not held where no plan goes on."""


class EarlierPlanGiven(Event, frozen=True, kw_only=True):
    """The child protection plan that a child comes to the review with."""

    child: str
    begun: date
    category: Category | None = None
    key_worker: str = ""
    """Who led for the child: a person of this conference. As all of it, not in force again by itself."""
    qualified: bool = False
    visits: str = ""
    """How often the child was seen, as `VisitsAgreed.every`."""
    visits_how: str = ""


class EarlierMemberGiven(Event, frozen=True, kw_only=True):
    """Somebody who was of the core group, and for which children."""

    person: str
    children: tuple[str, ...]
    note: str = ""


class EarlierBirthPlanGiven(Event, frozen=True, kw_only=True):
    """What was settled about the birth of a child, as `BirthPlanSet`."""

    child: str
    matter: str
    words: str


class EarlierActionGiven(Event, frozen=True, kw_only=True):
    """One action of the plan that is reviewed (BA-13)."""

    action: str
    what: str
    children: tuple[str, ...] = ()
    """For whom; none is all of them."""
    who: str = ""
    """In words: not everybody who did something then is of this conference."""
    when: str = ""


class EarlierStatementGiven(Event, frozen=True, kw_only=True):
    """A danger statement of the conference before, with its goals; under the same id it can be taken over."""

    statement: str
    children: tuple[str, ...]
    words: str
    goals: tuple[str, ...] = ()


class EarlierEntryGiven(Event, frozen=True, kw_only=True):
    """What stood on the map of the conference before (BA-13)."""

    entry: str
    column: Column
    words: str
    children: tuple[str, ...] = ()
    speaker: str = ""
    """In words, as it was then."""
    apart: bool = False
    """Somebody of the family did not hear it, who sat in another sitting or was kept out: it is not shown to the room."""


class EarlierScoreGiven(Event, frozen=True, kw_only=True):
    """What somebody answered on the scale at the conference before."""

    question: str
    """The id of the danger statement, or of the child."""
    person: str
    score: int


class ActionReviewed(Event, frozen=True, kw_only=True):
    """What became of an action of the plan, and what shows it (BA-13)."""

    action: str
    outcome: Literal["done", "partly", "not done"]
    evidence: str


class ReviewAnswered(Event, frozen=True, kw_only=True):
    """What was said about a child to something that a review asks (BA-24 to BA-26)."""

    child: str
    prompt: PromptId
    words: str
    answer: Literal["", "yes", "no"] = ""
    """Where it is a question: whether there is progress, whether services are added, whether support is taken."""


# --- Scaling ------------------------------------------------------------------------------------------------


class SupporterAskedToScore(Event, frozen=True, kw_only=True):
    """The chair asks a supporter for a score, which they otherwise do not give; or does so no longer (HV-2)."""

    person: str
    asked: bool = True


class ScoreGiven(Event, frozen=True, kw_only=True):
    """One answer on the scale, with its reason (BA-16). Hidden until `ScoresShown`."""

    person: str
    question: str
    """The danger statement, or the child, that is scaled."""
    score: int
    rationale: str


class ScoresShown(Event, frozen=True, kw_only=True):
    """The scores on a question were shown together."""

    question: str


class LowScoreAnswered(Event, frozen=True, kw_only=True):
    """What is done today about a score at or under the procedure's limit."""

    question: str
    answer: str


# --- Threshold, category, decision --------------------------------------------------------------------------


class ViewGiven(Event, frozen=True, kw_only=True):
    """One agency's view on one child (BA-17). Without an outcome: it gives none, for the reason."""

    child: str
    agency: str
    by: str
    outcome: Outcome | None = None
    category: Category | None = None
    reason: str = ""
    dissent: Dissent = Dissent.NONE


class ChairViewGiven(Event, frozen=True, kw_only=True):
    """The chair's own view, asked for and kept apart from the agencies' (BA-17)."""

    child: str
    words: str


class DecisionMade(Event, frozen=True, kw_only=True):
    """The chair's decision on one child (BA-18, BA-19)."""

    child: str
    outcome: Outcome
    category: Category | None = None
    reason: str = ""
    """Mandatory without a largest group, and against it."""


class DissentDeclared(Event, frozen=True, kw_only=True):
    """An agency's disagreement with a decision, noted or formal."""

    child: str
    agency: str
    dissent: Dissent
    reason: str
    at: time | None = None


class ReasonGiven(Event, frozen=True, kw_only=True):
    """The chair's typed reason for going on although something is missing or late; it is printed."""

    matter: str
    """Which reminder it answers, by its key."""
    reason: str


# --- The plan -----------------------------------------------------------------------------------------------


class ActionAgreed(Event, frozen=True, kw_only=True):
    """One row of the plan (BA-20, HV-11)."""

    action: str
    children: tuple[str, ...]
    what: str
    who: tuple[str, ...]
    """People of the conference; a child's id where the child does it."""
    when: str
    """As agreed, in words: "by 11 January 2027", "from 1 December", "now"."""
    by: date | None = None
    """The date in it, where there is one."""
    need: str = ""
    worry: str = ""
    """The contribution or danger statement that it answers (BR-5)."""
    goal: str = ""
    how_known: str = ""
    also: str = ""
    """Others who do it and are not people of the conference."""


class AdviceLeft(Event, frozen=True, kw_only=True):
    """The chair looked at something that could be clearer in the plan, and leaves it as it is."""

    advice: str
    """Which advice, by its key."""
    says: str = ""
    """What it said then."""


class BirthPlanSet(Event, frozen=True, kw_only=True):
    """What is settled about the birth of an unborn child and about going home (HF-1)."""

    child: str
    matter: str
    """Which of the procedure's points it settles, in its words; or another one."""
    words: str


class BottomLineSet(Event, frozen=True, kw_only=True):
    """What is not negotiable."""

    line: str
    children: tuple[str, ...]
    words: str


class ContingencySet(Event, frozen=True, kw_only=True):
    """What happens if the plan does not hold, and who calls whom (BA-20)."""

    contingency: str
    children: tuple[str, ...]
    words: str


class NetworkSupportOffered(Event, frozen=True, kw_only=True):
    """What somebody of the family's network will do (BA-7, BA-20)."""

    support: str
    person: str
    children: tuple[str, ...]
    words: str


class RecommendationMade(Event, frozen=True, kw_only=True):
    """A recommendation to others; never the removal of a child (BA-21)."""

    recommendation: str
    words: str
    children: tuple[str, ...] = ()
    by: date | None = None
    owner: str = ""


class KeyWorkerNamed(Event, frozen=True, kw_only=True):
    """The lead social worker for a child (HF-14)."""

    child: str
    person: str
    qualified: bool = False


class VisitsAgreed(Event, frozen=True, kw_only=True):
    """How often the key worker sees the child (HF-14)."""

    child: str
    every: str
    """In words: "10 working days"."""
    how: str = ""
    """Alone, bedroom seen, announced."""


class CoreGroupMemberChosen(Event, frozen=True, kw_only=True):
    """Somebody of the core group, and for which children (BA-23)."""

    person: str
    children: tuple[str, ...]
    note: str = ""


class CoreGroupMemberRemoved(Event, frozen=True, kw_only=True):
    """Somebody no longer of the core group."""

    person: str


class CoreGroupBooked(Event, frozen=True, kw_only=True):
    """The first core group (BA-22)."""

    on: date
    at: time | None = None
    venue: str = ""
    chaired_by: str = ""
    later_chaired_by: str = ""


class ReviewBooked(Event, frozen=True, kw_only=True):
    """The review conference (BA-22, HF-3)."""

    on: date
    at: time | None = None
    reason: str = ""
    """Why it is brought forward, where it is."""


class InNeedMeetingBooked(Event, frozen=True, kw_only=True):
    """The first child in need meeting of a child stepping down or not up."""

    child: str
    on: date
    at: time | None = None


class ConferenceClosed(Event, frozen=True, kw_only=True):
    """The chair closed the meeting."""

    at: time


class CopyDecided(Event, frozen=True, kw_only=True):
    """The chair lets somebody have a copy, or not have one, other than the procedure says (HF-10)."""

    reader: str
    """A person's or child's id, or an agency's name."""
    paper: Paper
    child: str = ""
    """Whom it is about; empty where it is about several."""
    gets: bool
    why: str


class EntryChosen(Event, frozen=True, kw_only=True):
    """The chair says how an entry stands in the minutes, or that a reader may see it or not (BA-2, HF-10)."""

    entry: str
    """The id of a contribution, an action, or `summary`."""
    how: Literal["named", "themed", "left out", "shown"]
    """With who said it; without; not at all; or although it would be left out."""
    reader: str = ""
    """For whom; empty is for every reader."""
    why: str = ""


class WordsJudged(Event, frozen=True, kw_only=True):
    """The chair's answer to the leak check: these words may stand in a reader's copies, or are taken out."""

    reader: str
    words: str
    stays: bool
    why: str


class DocumentMade(Event, frozen=True, kw_only=True):
    """A document was written for somebody (HF-10)."""

    document: str
    child: str
    recipient: str
    file: str
    sha256: str
    reader: str = ""
    """A person's or child's id, an agency's name or `papers.FILE`; empty in records from before there were copies."""
    version: int = 1
    layout: Layout = Layout.STANDARD
    drawn_from: Hash = ""
    """What it was drawn from, in one number: another one now means that it is out of date (N7)."""


# --- Corrections --------------------------------------------------------------------------------------------


class Sealed(Event, frozen=True, kw_only=True):
    """How far the record had come, and the hash that stands for all of it up to there.

    It follows a decision and the close by itself. While it is not on the disk it has no `head`.
    """

    count: int
    """How many entries the record had: the number of the decision or of the close."""
    head: Hash
    """SHA-256 of that entry as it lies on the disk, in hexadecimal; each entry carries the one before."""
    child: str = ""
    """The child whose decision was sealed; empty at the close."""
    key: str = ""
    """At the close: the public Ed25519 key of the folder, in hexadecimal; empty where it was not signed."""
    signature: str = ""
    """The Ed25519 signature over the record's id, count and head, in hexadecimal."""


class ClockWentBack(Event, frozen=True, kw_only=True):
    """The computer's clock was set back by more than a minute since the entry before."""

    was: str
    """What the entry before says, ISO 8601 with offset."""
    now: str
    """What the clock said then."""


class CopyNumbered(Event, frozen=True, kw_only=True):
    """A copy of the closed slot's record was handed out; stands in that record only (BA-11)."""

    copy: int
    """1 for the first; a number is never given twice."""
    holder: str
    """Who holds it, as typed."""
    on: date


class RetentionSet(Event, frozen=True, kw_only=True):
    """How long the record is kept, and by which rule. A later one stands in its place."""

    until: date
    why: str = ""


class AddendumAdded(Event, frozen=True, kw_only=True):
    """Something added after the close; what was recorded before stays as it is (HF-10)."""

    addendum: str
    words: str
    by: str
    """Who adds it: a person of the conference, or a name as typed."""
    on: date


class ChildBorn(Event, frozen=True, kw_only=True):
    """A child that was expected is born; also entered once the conference is closed (HF-1, HF-3)."""

    child: str
    born: date
    name: str = ""
    """Empty while the child has no other name yet."""
    sex: str = ""


class ComplaintReceived(Event, frozen=True, kw_only=True):
    """Somebody complained about the conference."""

    complaint: str
    person: str
    """Who complains: a person of the conference, or a name as typed."""
    words: str
    on: date


class ComplaintDecided(Event, frozen=True, kw_only=True):
    """What came of a complaint. A later one, after an appeal, stands in its place."""

    complaint: str
    outcome: str
    """One of the outcomes that the procedure has, or in other words."""
    words: str = ""
    on: date


class RecordImported(Event, frozen=True, kw_only=True):
    """Every entry before this one came out of an archive, as it was."""

    count: int
    """How many entries came."""
    head: Hash = ""
    """The hash of the last of them in the record that they came from; empty where the archive told none."""
    record: str = ""
    """The id of that record: signatures from before name it."""
    exported: str = ""
    """When the archive was written, ISO 8601; empty where it does not say."""


class Struck(Event, frozen=True, kw_only=True):
    """An earlier event no longer counts. It stays in the record."""

    seq: int
    why: str = ""


class Restored(Event, frozen=True, kw_only=True):
    """A strike was taken back."""

    seq: int


AnyEvent = (
    ConferenceOpened
    | ConferenceArranged
    | KeyDateGiven
    | ChildEntered
    | PersonEntered
    | RelativeNamed
    | RelationGiven
    | TreeInPlansChosen
    | ReferrerNoted
    | ExclusionDecided
    | ExclusionEnded
    | FamilyAskedAboutObserver
    | SplitSittingPlanned
    | SplitSittingBegan
    | SupporterAskedToScore
    | PreMeetingHeld
    | NeedNoted
    | ChecklistTicked
    | ParticipationDecided
    | PersonArrived
    | PersonLeft
    | PersonIntroduced
    | ApologySent
    | AbsenceNoted
    | ReportReceived
    | InquorateProceeded
    | ClosedSlotBegan
    | ClosedSlotEnded
    | ChairChanged
    | ConferenceAdjourned
    | ConferenceResumed
    | StageOpened
    | StageFinished
    | StatementSaid
    | FamilyAsked
    | ContributionMade
    | ContributionCorrected
    | HarmDetailed
    | ChildViewsGiven
    | ChildViewsMissing
    | SummaryGiven
    | FutureRiskDiscussed
    | DangerStatementMade
    | SafetyGoalSet
    | LastConferenceGiven
    | EarlierPlanGiven
    | EarlierMemberGiven
    | EarlierBirthPlanGiven
    | EarlierActionGiven
    | EarlierStatementGiven
    | EarlierEntryGiven
    | EarlierScoreGiven
    | ActionReviewed
    | ReviewAnswered
    | ScoreGiven
    | ScoresShown
    | LowScoreAnswered
    | ViewGiven
    | ChairViewGiven
    | DecisionMade
    | DissentDeclared
    | ReasonGiven
    | ActionAgreed
    | AdviceLeft
    | BirthPlanSet
    | BottomLineSet
    | ContingencySet
    | NetworkSupportOffered
    | RecommendationMade
    | KeyWorkerNamed
    | VisitsAgreed
    | CoreGroupMemberChosen
    | CoreGroupMemberRemoved
    | CoreGroupBooked
    | ReviewBooked
    | InNeedMeetingBooked
    | ConferenceClosed
    | CopyDecided
    | EntryChosen
    | WordsJudged
    | DocumentMade
    | Sealed
    | ClockWentBack
    | CopyNumbered
    | RetentionSet
    | AddendumAdded
    | ChildBorn
    | ComplaintReceived
    | ComplaintDecided
    | RecordImported
    | Struck
    | Restored
)
"""Every kind of event, for decoding."""


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
