"""What a child is in danger of: harm so far, what may happen, danger statements and safety goals."""

from typing import Literal

from conference_tui.conference.events.kinds import Category, Event


class HarmDetailed(Event, frozen=True, kw_only=True):
    """One cell group of the harm matrix: an incident and what it did (BA-15)."""

    child: str
    harm: Category
    incident: Literal["first", "worst", "most recent"]
    when: str = ""
    behaviour: str = ""
    severity: str = ""
    impact: str = ""


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
