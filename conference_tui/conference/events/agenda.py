"""The way through the agenda: items opened and done, statements said, the family asked at each."""

from datetime import time

from conference_tui.conference.events.kinds import Event
from conference_tui.conference.events.roles import Children, Id, MaybeInWords, Someone, Words


class StageOpened(Event, frozen=True, kw_only=True):
    """The chair went to an item of the agenda."""

    during_closed_slot = True
    after_close = True
    stands = True

    stage: Id


class StageFinished(Event, frozen=True, kw_only=True):
    """The chair is done with an item of the agenda."""

    stage: Id


class StatementSaid(Event, frozen=True, kw_only=True):
    """The chair said a statement of the script (BA-12, HF-11)."""

    during_closed_slot = True

    stage: Id
    statement: Id
    at: time | None = None


class FamilyAsked(Event, frozen=True, kw_only=True):
    """A member of the family was asked to comment or add at a stage; no words is "nothing to add" (HV-8)."""

    stage: Id
    person: Someone
    words: Words = ""
    by: MaybeInWords = ""
    """Who told it in their place, where they are kept out (HV-3): a person of the conference, or in words."""
    children: Children = ()
    """Whom it is about; none, in records of before, is not known where there are several."""
