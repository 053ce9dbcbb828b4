"""The way through the agenda: items opened and done, statements said, the family asked at each."""

from datetime import time

from conference_tui.conference.events.kinds import Event


class StageOpened(Event, frozen=True, kw_only=True):
    """The chair went to an item of the agenda."""

    stage: str


class StageFinished(Event, frozen=True, kw_only=True):
    """The chair is done with an item of the agenda."""

    stage: str


class StatementSaid(Event, frozen=True, kw_only=True):
    """The chair said a statement of the script (BA-12, HF-11)."""

    stage: str
    statement: str
    at: time | None = None


class FamilyAsked(Event, frozen=True, kw_only=True):
    """A member of the family was asked to comment or add at a stage; no words is "nothing to add" (HV-8)."""

    stage: str
    person: str
    words: str = ""
    by: str = ""
    """Who told it in their place, where they are kept out (HV-3): a person of the conference, or in words."""
