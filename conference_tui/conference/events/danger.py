"""What a child is in danger of: harm so far, what may happen, danger statements and safety goals."""

from typing import Annotated, Literal

from conference_tui.conference.events.kinds import Category, Event
from conference_tui.conference.events.roles import AChild, Children, Id, Named, Part, Words, new


class HarmDetailed(Event, frozen=True, kw_only=True):
    """One cell group of the harm matrix: an incident and what it did (BA-15)."""

    child: AChild
    harm: Category
    incident: Literal["first", "worst", "most recent"]
    when: Words = ""
    behaviour: Words = ""
    severity: Words = ""
    impact: Words = ""

    parts_told = (
        Part("when", "When"),
        Part("behaviour", "Behaviour"),
        Part("severity", "Severity"),
        Part("impact", "Impact"),
    )


class FutureRiskDiscussed(Event, frozen=True, kw_only=True):
    """What may happen to this child if nothing changes, as typed (HV-9)."""

    child: AChild
    words: Words


class DangerStatementMade(Event, frozen=True, kw_only=True):
    """Who is worried, about what, and what may happen."""

    statement: Annotated[Id, new("statement")]
    children: Children
    words: Words


class SafetyGoalSet(Event, frozen=True, kw_only=True):
    """What will be seen, by whom and for how long; answers a danger statement."""

    goal: Annotated[Id, new("goal")]
    statement: Annotated[Id, Named(("statement",))]
    words: Words
