"""One authority's procedure as a value: agenda, script, quorum, limits, ages, definitions, wording.

Almost every number and rule of a conference differs between authorities, so none of them stands in the
code: each comes from a procedure file, beside the source it was taken from. Here is what such a file holds;
``procedure_file.py`` reads one. A key that is not known is a mistake, so that a slip of the pen shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Protocol, get_args

import msgspec

from conference_tui.conference.guidance import Guidance
from conference_tui.conference.procedure_recipients import Recipients
from conference_tui.conference.procedure_tables import (
    ChecklistItem,
    Exclusion,
    Expectations,
    Formats,
    KeyWorkerRule,
    ParentsForm,
    PlanRule,
    PreBirth,
    Referrer,
    Review,
    Supporters,
    TransferIn,
)

StageId = Literal[
    "before",
    "introductions",
    "apologies",
    "closed",
    "reason",
    "progress",
    "mapping",
    "child",
    "summary",
    "scaling",
    "threshold",
    "plan",
    "core_group",
    "close",
]
"""A stage of the agenda. Every procedure has each of them once; the order is the procedure's (KC-6)."""

STAGE_IDS: tuple[StageId, ...] = get_args(StageId)
"""The stages in the order of the plain default."""

KindId = Literal["initial", "review", "pre-birth", "transfer-in"]
"""A kind of conference, as a stage names it (HF-1)."""

CategoryCode = Literal["NEG", "PHY", "SAB", "EMO"]
"""The four categories of harm, by the codes of the children in need census (BA-17)."""

OutcomeId = Literal["cp_plan", "cin_plan", "no_plan"]
"""The three outcomes that a conference has for each child."""

Unit = Literal["working_days", "calendar_days", "months", "hours"]
"""How a limit is counted."""

EventId = Literal[
    "notification",
    "strategy_discussion",
    "transfer",
    "conference",
    "close",
    "core_group",
    "visit",
    "review",
    "birth",
    "expected_birth",
    "minutes_sent",
]
"""What a limit may be counted from; `transfer` is the written notification that a child has moved here."""

Discipline = Literal["social_care", "health", "police", "education"]
"""A discipline that a quorum may name."""

REQUIRED_LIMITS = (
    "conference",
    "transfer_in",
    "letter",
    "outline_plan",
    "first_core_group",
    "later_core_group",
    "first_visit",
    "visits",
    "first_review",
    "later_review",
    "pre_birth_review",
    "minutes",
    "corrections",
    "dissent",
    "reports_initial",
    "reports_review",
    "cin_first_meeting",
)
"""The limits that every procedure must give. A file may add others under keys of its own."""


class Sourced(Protocol):
    """Anything in a procedure that names where it was taken from."""

    @property
    def source(self) -> str:
        """The key of the source."""


class Statement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something the chair says, in fixed and reviewed words (BA-12, HF-11)."""

    id: str
    """Names the statement in the record; never reused for other words."""
    text: str
    source: str


class Stage(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One item of the agenda."""

    id: StageId | Literal["set_up"]
    """In a procedure one of `STAGE_IDS`; the set-up before them is the same everywhere."""
    title: str
    short: str = ""
    """A title of a word or two for the list of stages; without it the title."""
    says: str
    """What the procedure says here, for the help screen."""
    source: str
    asks_family: bool = True
    """Whether the family is asked for its word before the stage is left (HV-8)."""
    kinds: tuple[KindId, ...] = ()
    """The kinds of conference that have this stage; none named is all of them (BA-13)."""
    statements: tuple[Statement, ...] = ()


class RoleTitles(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What this authority calls those with a part in the conference. Titles are changing nationally."""

    chair: str
    key_worker: str
    minute_taker: str
    manager: str
    advocate: str
    supporter: str
    source: str


class QuorumException(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who has to be there at the least, so that the chair may go ahead without a quorum (BA-4)."""

    required: tuple[Discipline, ...]
    others: int
    """How many further agencies."""
    grounds: tuple[str, ...]
    """On what grounds; the chair's own reason is typed in any case."""
    source: str


class Quorum(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When a conference is quorate (BA-4); local policy, not law."""

    model: Literal["named-partners", "social-care-plus-two"]
    says: str
    """The rule in one or two plain sentences."""
    may_proceed: str
    """When the chair may go ahead without a quorum; the reason is always recorded."""
    source: str
    required: tuple[Discipline, ...]
    """The disciplines that must be there."""
    others: int
    """How many further agencies with direct contact must be there; 0 where the partners are named."""
    education_from_age: int
    """From this age education is expected to attend."""
    education_to_age: int
    """Up to and with this age."""
    merge_disciplines: bool
    """Whether two organisations of one discipline count once."""
    police_at_initial: Literal["counted", "only-if-involved"]
    """Whether the quorum of an initial conference needs the police, or expects them, in any case."""
    police_at_review: Literal["counted", "only-if-involved"]
    """The same for a review (HV-15)."""
    expected: tuple[Discipline, ...] = ()
    """Disciplines that the rule does not need and whose absence is pointed out (HF-4, KC-3)."""
    exception: QuorumException
    note: str = ""
    """How the source was read, or what of the rule was taken from elsewhere."""


class SecondLimit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A second limit beside the first one; the earlier governs."""

    count: int
    unit: Unit
    from_: EventId | None = msgspec.field(name="from", default=None)
    """The event counted from; as the first limit where it is not given."""


class Limit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How one date is reckoned (BA-3, BA-22, HF-2, HF-3, HF-8, HV-14, BR-7, KC-10)."""

    key: str
    """Its name in the file, such as ``first_core_group``."""
    what: str
    """What is due, in the words that are printed."""
    count: int
    unit: Unit
    from_: EventId = msgspec.field(name="from")
    direction: Literal["after", "before"] = "after"
    also: tuple[SecondLimit, ...] = ()
    """Further limits of which the earliest governs."""
    pull_back: bool = True
    """Whether a limit on a day that is not a working day is pulled back to the one before."""
    note: str = ""
    """How the source's words were read, where they can be read in two ways."""
    source: str


class Ages(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ages that a child's part in the conference depends on, in whole years."""

    child_invited: int | None = None
    """From this age a child is usually invited; None where the procedure names no age (BA-8, HF-4, KC-1)."""
    child_invited_over: int | None = None
    """Over this age a child is usually invited, where the procedure says "over" (HV-4)."""
    invited_to: Literal["all", "part"] = "all"
    """To how much of it a child of that age is invited."""
    younger: str = ""
    """What the procedure says of children under that age; empty where it says nothing."""
    advocate_over: int | None = None
    """Over this age an advocate is offered; None where the procedure names no age."""
    advocate_needs_consent: bool = False
    """Whether a parent's consent is sought for the advocate (BA-8)."""
    advocate: str = ""
    """What the procedure says of an advocate for a child of any age; empty where it says nothing."""
    advocate_service: str = ""
    """The advocacy service the procedure names; empty where it names none."""
    says: str
    source: str


class OnlineRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When a conference, or one person, may be online (BA-10)."""

    says: str
    source: str


class Venue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where conferences are held (BA-10, HF-7)."""

    name: str
    access: str
    """Access for those who come; says so where it is not known."""
    source: str


class Category(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the four categories of harm, with the definition the chair reads out (BA-17)."""

    code: CategoryCode
    title: str
    definition: str
    source: str


class Threshold(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The test for a child protection plan, and what significant harm means (HF-13)."""

    question: str
    """What each agency is asked, for one child at a time."""
    test: str
    significant_harm: str
    source: str


class Outcome(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the three outcomes for a child."""

    id: OutcomeId
    title: str
    clause: str
    """As it stands after "considered that": "a child protection plan is needed"."""
    noun: str
    """As it stands after "considered": "a child in need plan"."""
    source: str


class Scale(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The safety scale: its ends in words, and which way it runs (BA-16)."""

    minimum: int
    maximum: int
    polarity: Literal["high-is-safe", "high-is-danger"]
    question: str
    zero_means: str
    ten_means: str
    low_score: int
    """A score this worrying or worse raises one prompt."""
    low_prompt: str
    """The prompt; its answer is recorded."""
    source: str


class HarmMatrix(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The grid in which harm is described by example (BA-15)."""

    columns: tuple[str, ...]
    rows: tuple[str, ...]
    source: str


class Complaints(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How to complain (BA-27, HF-15, HV-16, KC-11)."""

    text: str
    addressed_to: str
    reply: str
    """When a reply is given; says so where the procedure does not tell."""
    outcomes: tuple[str, ...] = ()
    """What can come of a complaint (HV-16)."""
    grounds: tuple[str, ...] = ()
    """What can be complained about (KC-11)."""
    form: str = ""
    """From whom the form is to be had; empty where there is none (HF-15)."""
    source: str


class SupportOrganisation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somewhere a family can find help, for the family's copy (HV-17)."""

    name: str
    what: str
    source: str


class Removal(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Wording that would remove a child, which no conference can decide (BA-21, HV-13)."""

    phrases: tuple[str, ...]
    """Phrases as ``removal.py`` reads them."""
    child_words: tuple[str, ...]
    """Words that stand for a child, beside the children's names."""
    explanation: str
    recommendation: str
    """The recommendation that a conference may make instead."""
    source: str


class Procedure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One authority's procedure, as its file gives it."""

    name: str
    """The file's name without its ending: how the procedure is asked for."""
    title: str
    authority: str
    """The authority as it is printed."""
    sources: dict[str, str]
    """Every source that a ``source`` in the file names."""
    role_titles: RoleTitles
    roles: tuple[str, ...]
    """The roles offered when somebody is added, in this order (HF-4)."""
    roles_source: str
    stages: tuple[Stage, ...]
    agenda_source: str
    """Where the order of the stages was taken from."""
    quorum: Quorum
    limits: dict[str, Limit]
    ages: Ages
    online: OnlineRule
    venues: tuple[Venue, ...] = ()
    threshold: Threshold
    categories: tuple[Category, ...]
    outcomes: tuple[Outcome, ...]
    scale: Scale
    harm_matrix: HarmMatrix
    complaints: Complaints
    review: Review
    exclusion: Exclusion
    referrer: Referrer
    supporters: Supporters
    checklist: tuple[ChecklistItem, ...]
    parents_form: ParentsForm
    key_worker: KeyWorkerRule
    plan: PlanRule
    formats: Formats
    transfer_in: TransferIn
    pre_birth: PreBirth
    recipients: Recipients
    expectations: Expectations | None = None
    """What a family may expect; None where the procedure does not say."""
    support: tuple[SupportOrganisation, ...] = ()
    removal: Removal
    guidance: Guidance

    def stage(self, id: StageId) -> Stage:  # noqa: A002 - the word of the file
        """The stage of that id."""
        return next(stage for stage in self.stages if stage.id == id)

    def statements(self) -> Iterator[Statement]:
        """Everything the chair says, in the order of the agenda."""
        for stage in self.stages:
            yield from stage.statements

    def statement_ids(self) -> tuple[str, ...]:
        """The ids of everything the chair says, in the order of the agenda."""
        return tuple(statement.id for statement in self.statements())

    def statement(self, id: str) -> Statement:  # noqa: A002
        """The statement of that id. Raises KeyError when the procedure has none such."""
        for statement in self.statements():
            if statement.id == id:
                return statement
        raise KeyError(id)

    def limit(self, key: str) -> Limit:
        """The limit of that key. Raises KeyError when the procedure has none such."""
        return self.limits[key]

    def category(self, code: CategoryCode) -> Category:
        """The category of that code."""
        return next(category for category in self.categories if category.code == code)

    def outcome(self, id: OutcomeId) -> Outcome:  # noqa: A002
        """The outcome of that id."""
        return next(outcome for outcome in self.outcomes if outcome.id == id)

    def source_of(self, part: Sourced) -> str:
        """The source of one part, in full."""
        return self.sources[part.source]
