"""Threshold and category: the agencies' views, the chair's, the decision, and dissent from it."""

from datetime import time
from typing import Annotated

from conference_tui.conference.events.kinds import Category, Dissent, Event, Outcome
from conference_tui.conference.events.roles import AChild, AnAgency, Named, Sentence, Someone, Words


class ViewGiven(Event, frozen=True, kw_only=True):
    """One agency's view on one child (BA-17). Without an outcome: it gives none, for the reason."""

    in_meeting_only = True

    child: AChild
    agency: AnAgency
    by: Someone
    outcome: Outcome | None = None
    category: Category | None = None
    reason: Words = ""
    dissent: Dissent = Dissent.NONE
    unknown: bool = False
    """It gives none because it does not know this child: from then on it is taken not to."""

    @property
    def why_none(self) -> str:
        """Why it gives none, in words."""
        return ": ".join(filter(None, ("does not know the child" if self.unknown else "", self.reason)))


class ChairViewGiven(Event, frozen=True, kw_only=True):
    """The chair's own view, asked for and kept apart from the agencies' (BA-17)."""

    child: AChild
    words: Words


class DecisionMade(Event, frozen=True, kw_only=True):
    """The chair's decision on one child (BA-18, BA-19)."""

    in_meeting_only = True

    child: AChild
    outcome: Outcome
    category: Category | None = None
    reason: Words = ""
    """Mandatory without a largest group, and against it."""
    sentence: Sentence = ""
    """How it came about, computed from the views that there were; empty in records of before."""
    quorum: Sentence = ""
    """The verdict on those who were here, where it was made without a quorum."""
    quorum_before: Sentence = ""
    """The verdict when the apologies were gone through, where it was another one (M14)."""


class DissentDeclared(Event, frozen=True, kw_only=True):
    """An agency's disagreement with a decision, noted or formal."""

    child: Annotated[AChild, Named(("decision",))]
    agency: AnAgency
    dissent: Dissent
    reason: Words
    at: time | None = None
