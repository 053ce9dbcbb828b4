"""Threshold and category: the agencies' views, the chair's, the decision, and dissent from it."""

from datetime import time

from conference_tui.conference.events.kinds import Category, Dissent, Event, Outcome


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
