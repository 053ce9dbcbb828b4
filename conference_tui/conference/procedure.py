"""One authority's procedure as a value: agenda, script, quorum, limits, ages, definitions, wording.

Almost every number and rule of a conference differs between authorities, so none of them stands in the
code: each comes from a procedure file, beside the source it was taken from. Here is what such a file holds;
``procedure_file.py`` reads one. A key that is not known is a mistake, so that a slip of the pen shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Protocol

import msgspec

from conference_tui.conference.guidance import Guidance
from conference_tui.conference.procedure_agenda import Stage, StageId, Statement
from conference_tui.conference.procedure_decision import (
    Category,
    CategoryCode,
    HarmMatrix,
    Outcome,
    OutcomeId,
    Removal,
    Scale,
    Threshold,
)
from conference_tui.conference.procedure_limits import Limit
from conference_tui.conference.procedure_quorum import Quorum
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


class Sourced(Protocol):
    """Anything in a procedure that names where it was taken from."""

    @property
    def source(self) -> str:
        """The key of the source."""


class RoleTitles(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What this authority calls those with a part in the conference. Titles are changing nationally."""

    chair: str
    key_worker: str
    minute_taker: str
    manager: str
    advocate: str
    supporter: str
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
