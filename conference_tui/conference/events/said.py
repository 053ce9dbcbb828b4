"""What was said: contributions and their corrections, the child's own views, the summary."""

from datetime import date
from typing import Annotated, Literal

from conference_tui.conference.events.kinds import Column, Event
from conference_tui.conference.events.roles import AChild, Children, Id, Part, Someone, Words, new


class ContributionMade(Event, frozen=True, kw_only=True):
    """What one person said (BA-2). `speaker` may be a child, or a person whose report was read."""

    in_meeting_only = True

    contribution: Annotated[Id, new("contribution")]
    stage: Id
    speaker: Someone
    words: Words
    column: Column | None = None
    children: Children = ()
    """Whom it concerns; none is all of them."""
    example: Words = ""
    impact: Words = ""
    domain: Literal["", "needs", "parenting", "family and environment"] = ""
    new_today: bool = False
    """A worry the family hears for the first time (BA-14)."""
    owner: Someone = ""
    """For a grey area: who will find out."""
    by: date | None = None
    in_writing: bool = False
    """Written down by the speaker and not said in the room (HF-5, HF-9, KC-9)."""
    answers: Words = ""
    """The question of the parents' form that it answers, in its words (KC-9)."""

    parts_told = (
        Part("answers", "To the question"),
        Part("example", "Example"),
        Part("impact", "Impact"),
        Part("owner", "Who will find out"),
        Part("by", "By"),
    )


class ContributionCorrected(Event, frozen=True, kw_only=True):
    """A contribution as it should have stood; what stood before remains in the record."""

    correct: ContributionMade
    why: Words = ""


class ChildViewsGiven(Event, frozen=True, kw_only=True):
    """The child's own views, from whom and how (HF-6)."""

    child: AChild
    words: Words
    by: Someone = ""
    """Who brought them: a person's or the child's id."""
    how: Words = ""
    views: Id = ""
    """An id, by which these words can be corrected."""


class ChildViewsMissing(Event, frozen=True, kw_only=True):
    """Why there are no views of a child (HF-6)."""

    child: AChild
    reason: Words


class SummaryGiven(Event, frozen=True, kw_only=True):
    """The chair's summary, as typed: one for each child, or one for several (BA-16, HV-9)."""

    words: Words
    children: Children = ()
    """Whom it is about; none, in records of before, is not known where there are several."""
