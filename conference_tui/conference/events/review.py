"""A review: the conference before it, and what became of its plan (BA-13)."""

from datetime import date
from typing import Annotated, Literal

from conference_tui.conference.events.kinds import Category, Column, Event, Kind
from conference_tui.conference.events.roles import (
    AChild,
    Children,
    Id,
    Named,
    Question,
    Several,
    Someone,
    Words,
    new,
)
from conference_tui.conference.review_prompts import PromptId


class LastConferenceGiven(Event, frozen=True, kw_only=True):
    """The conference that a review follows, from its record or as typed (BA-13)."""

    held: date
    kind: Kind = Kind.INITIAL
    review: int = 1
    """Which review the one that is held now is, the first being 1."""
    ref: Id = ""
    polarity: Literal["", "high-is-safe", "high-is-danger"] = ""
    """Which way its scale ran; empty where nobody knows."""
    core_group: date | None = None
    """The next core group that is booked; it is not held where no plan goes on."""


class EarlierPlanGiven(Event, frozen=True, kw_only=True):
    """The child protection plan that a child comes to the review with."""

    child: AChild
    begun: date
    category: Category | None = None
    key_worker: Someone = ""
    """Who led for the child: a person of this conference. As all of it, not in force again by itself."""
    qualified: bool = False
    visits: Words = ""
    """How often the child was seen, as `VisitsAgreed.every`."""
    visits_how: Words = ""


class EarlierMemberGiven(Event, frozen=True, kw_only=True):
    """Somebody who was of the core group, and for which children."""

    person: Someone
    children: Children
    note: Words = ""


class EarlierBirthPlanGiven(Event, frozen=True, kw_only=True):
    """What was settled about the birth of a child, as `BirthPlanSet`."""

    child: AChild
    matter: Words
    words: Words


class EarlierActionGiven(Event, frozen=True, kw_only=True):
    """One action of the plan that is reviewed (BA-13)."""

    action: Annotated[Id, new("action")]
    what: Words
    children: Children = ()
    """For whom; none is all of them."""
    who: Words = ""
    """In words: not everybody who did something then is of this conference."""
    when: Words = ""


class EarlierStatementGiven(Event, frozen=True, kw_only=True):
    """A danger statement of the conference before, with its goals; under the same id it can be taken over."""

    statement: Annotated[Id, new("statement")]
    children: Children
    words: Words
    goals: Several = ()


class EarlierEntryGiven(Event, frozen=True, kw_only=True):
    """What stood on the map of the conference before (BA-13)."""

    entry: Id
    column: Column
    words: Words
    children: Children = ()
    speaker: Words = ""
    """In words, as it was then."""
    apart: bool = False
    """Somebody of the family did not hear it, who sat in another sitting or was kept out: it is not shown to the room."""


class EarlierScoreGiven(Event, frozen=True, kw_only=True):
    """What somebody answered on the scale at the conference before."""

    question: Question
    """The id of the danger statement, or of the child."""
    person: Someone
    score: int


class ActionReviewed(Event, frozen=True, kw_only=True):
    """What became of an action of the plan, and what shows it (BA-13)."""

    action: Annotated[Id, Named(("action",))]
    outcome: Literal["done", "partly", "not done"]
    evidence: Words


class ReviewAnswered(Event, frozen=True, kw_only=True):
    """What was said about a child to something that a review asks (BA-24 to BA-26)."""

    child: AChild
    prompt: PromptId
    words: Words
    answer: Literal["", "yes", "no"] = ""
    """Where it is a question: whether there is progress, whether services are added, whether support is taken."""
