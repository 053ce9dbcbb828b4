"""A review: the conference before it, and what became of its plan (BA-13)."""

from datetime import date
from typing import Literal

from conference_tui.conference.events.kinds import Category, Column, Event, Kind
from conference_tui.conference.review_prompts import PromptId


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
