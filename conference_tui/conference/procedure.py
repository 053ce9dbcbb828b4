"""One authority's procedure as a value: agenda, script, quorum, limits, ages, definitions, wording.

Almost every number and rule of a conference differs between authorities, so none of them stands in the
code: each comes from a procedure file, beside the source it was taken from. Here is what such a file holds
and the one way to read it, ``parse``. A key that is not known is a mistake, so that a slip of the pen shows.
Nothing here touches a file; that is ``authorities.py``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Literal, TypeVar, get_args

import msgspec

from conference_tui.conference.procedure_mistakes import ProcedureError, mistake_at, mistake_of_msgspec

StageId = Literal[
    "before",
    "introductions",
    "apologies",
    "closed",
    "reason",
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

CategoryCode = Literal["NEG", "PHY", "SAB", "EMO"]
"""The four categories of harm, by the codes of the children in need census (BA-17)."""

OutcomeId = Literal["cp_plan", "cin_plan", "no_plan"]
"""The three outcomes that a conference has for each child."""

Unit = Literal["working_days", "calendar_days", "months", "hours"]
"""How a limit is counted."""

EventId = Literal[
    "notification",
    "strategy_discussion",
    "conference",
    "close",
    "core_group",
    "visit",
    "review",
    "birth",
    "minutes_sent",
]
"""What a limit may be counted from."""

Discipline = Literal["social_care", "health", "police", "education"]
"""A discipline that a quorum may name."""

REQUIRED_LIMITS = (
    "conference",
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


class Statement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something the chair says, in fixed and reviewed words (BA-12, HF-11)."""

    id: str
    """Names the statement in the record; never reused for other words."""
    text: str
    source: str


class Stage(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One item of the agenda."""

    id: StageId
    title: str
    says: str
    """What the procedure says here, for the help screen."""
    source: str
    asks_family: bool = True
    """Whether the family is asked for its word before the stage is left (HV-8)."""
    statements: tuple[Statement, ...] = ()


class RoleTitles(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What this authority calls those with a part in the conference. Titles are changing nationally."""

    chair: str
    key_worker: str
    minute_taker: str
    manager: str
    advocate: str
    supporter: str


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
    police_at_review: Literal["counted", "only-if-involved"]
    """Whether the quorum of a review needs the police (HV-15)."""


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
    source: str


class Ages(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ages that a child's part in the conference depends on, in whole years."""

    child_invited: int | None = None
    """From this age a child is usually invited; None where the procedure names no age (BA-8, HF-4, KC-1)."""
    advocate_over: int | None = None
    """Over this age an advocate is offered, with the consent that the procedure asks for."""
    advocate_service: str = ""
    """The advocacy service the procedure names; empty where it names none."""
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
    recording: str
    """The authority's rule on recording the meeting by sound or camera."""
    online: str
    """When a conference may be held online (BA-10)."""
    role_titles: RoleTitles
    roles: tuple[str, ...]
    """The roles offered when somebody is added, in this order (HF-4)."""
    stages: tuple[Stage, ...]
    quorum: Quorum
    limits: dict[str, Limit]
    ages: Ages
    venues: tuple[Venue, ...] = ()
    threshold: Threshold
    categories: tuple[Category, ...]
    outcomes: tuple[Outcome, ...]
    scale: Scale
    harm_matrix: HarmMatrix
    complaints: Complaints
    support: tuple[SupportOrganisation, ...] = ()
    removal: Removal

    def stage(self, id: StageId) -> Stage:  # noqa: A002 - the word of the file
        """The stage of that id."""
        return next(stage for stage in self.stages if stage.id == id)

    def stage_after(self, id: StageId) -> Stage | None:  # noqa: A002
        """The stage that follows in this procedure's order, None after the last."""
        ids = [stage.id for stage in self.stages]
        place = ids.index(id) + 1
        return self.stages[place] if place < len(self.stages) else None

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

    def source_of(self, part: Stage | Statement | Limit | Quorum | Category | Outcome | Scale | Venue) -> str:
        """The source of one part, in full."""
        return self.sources[part.source]


_T = TypeVar("_T")


def parse(text: str, name: str) -> Procedure:
    """Read one procedure from the text of its file.

    ``name`` is the file's name without ``.toml``. Raises ProcedureError, which names the file, the line where
    it can be found, the key, and what was expected there.
    """
    try:
        raw: dict[str, object] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as mistake:
        raise ProcedureError(name, None, "", f"This is not TOML: {mistake}.") from mistake
    raw["name"] = name
    raw["limits"] = _limits(raw.get("limits"), text, name)
    procedure = _convert(raw, Procedure, text, name, "")
    for key, expected in _mistakes(procedure):
        raise mistake_at(text, name, key, expected)
    return procedure


def _limits(raw: object, text: str, name: str) -> dict[str, Limit]:
    """The limits one by one, so that a mistake in one is told with its key."""
    if not isinstance(raw, dict):
        raise mistake_at(text, name, "limits", "Expected a table [limits.KEY] for each limit.")
    limits = {}
    for key, table in raw.items():
        under = f"limits.{key}"
        if not isinstance(table, dict):
            raise mistake_at(text, name, under, "Expected a table.")
        limits[key] = _convert({**table, "key": key}, Limit, text, name, under)
    return limits


def _convert(raw: object, kind: type[_T], text: str, name: str, under: str) -> _T:
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as mistake:
        raise mistake_of_msgspec(text, name, under, str(mistake)) from mistake


def _mistakes(procedure: Procedure) -> Iterator[tuple[str, str]]:
    """What the types alone do not show: things missing, twice, or not agreeing with each other."""
    yield from _each_once("stages", [stage.id for stage in procedure.stages], get_args(StageId))
    yield from _each_once("categories", [each.code for each in procedure.categories], get_args(CategoryCode))
    yield from _each_once("outcomes", [each.id for each in procedure.outcomes], get_args(OutcomeId))
    yield from _statements_twice(procedure)
    for key in REQUIRED_LIMITS:
        if key not in procedure.limits:
            yield "limits", f"The limit {key} is missing."
    for key, limit in procedure.limits.items():
        if limit.count < 0 or any(second.count < 0 for second in limit.also):
            yield f"limits.{key}.count", 'Expected 0 or more; direction = "before" counts backwards.'
        if limit.unit == "hours" and limit.also:
            yield f"limits.{key}.also", "A limit in hours has no second limit."
    if procedure.scale.minimum >= procedure.scale.maximum:
        yield "scale.maximum", "Expected a number greater than the minimum."
    if procedure.quorum.education_from_age > procedure.quorum.education_to_age:
        yield "quorum.education_to_age", "Expected an age not under education_from_age."
    for key, source in _named_sources(procedure):
        if source not in procedure.sources:
            known = ", ".join(sorted(procedure.sources))
            yield key, f"The source {source!r} is not in [sources], which has: {known}."


def _each_once(key: str, found: list[str], wanted: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for one in wanted:
        if found.count(one) != 1:
            times = "is missing" if one not in found else "is there more than once"
            yield key, f"Expected each of {', '.join(wanted)} once; {one} {times}."


def _statements_twice(procedure: Procedure) -> Iterator[tuple[str, str]]:
    seen = set()
    for place, stage in enumerate(procedure.stages):
        for number, statement in enumerate(stage.statements):
            if statement.id in seen:
                key = f"stages[{place}].statements[{number}].id"
                yield key, f"The statement id {statement.id!r} is already used; each is used once."
            seen.add(statement.id)


def _named_sources(procedure: Procedure) -> Iterator[tuple[str, str]]:
    """Every place that names a source, with the source named."""
    for place, stage in enumerate(procedure.stages):
        yield f"stages[{place}].source", stage.source
        for number, statement in enumerate(stage.statements):
            yield f"stages[{place}].statements[{number}].source", statement.source
    for key, limit in procedure.limits.items():
        yield f"limits.{key}.source", limit.source
    lists: dict[str, tuple[Venue | Category | Outcome | SupportOrganisation, ...]] = {
        "venues": procedure.venues,
        "categories": procedure.categories,
        "outcomes": procedure.outcomes,
        "support": procedure.support,
    }
    for key, parts in lists.items():
        for place, part in enumerate(parts):
            yield f"{key}[{place}].source", part.source
    for key in ("quorum", "ages", "threshold", "scale", "harm_matrix", "complaints", "removal"):
        yield f"{key}.source", getattr(procedure, key).source
