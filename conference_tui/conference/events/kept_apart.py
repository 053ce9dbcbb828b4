"""Who is kept out of the conference, and a conference that is held in two sittings (BA-6, HV-3)."""

from datetime import date, time

from conference_tui.conference.events.kinds import Event


class ExclusionDecided(Event, frozen=True, kw_only=True):
    """The chair keeps somebody of the family from all or part of the conference (HV-3)."""

    person: str
    ground: str
    """One of the procedure's, or in other words."""
    reason: str
    parts: tuple[str, ...] = ()
    """The items of the agenda; none is all of them."""
    evidence: str = ""
    requested: date | None = None
    """The day on which the chair was asked; None where nobody asked before the meeting."""
    requested_by: str = ""
    views_by: str = ""
    """Who tells their views to the conference: a person of it, or in words."""
    told: str = ""
    """How the reason was explained to them; empty while it was not."""
    told_on: date | None = None
    """The day on which it was explained."""
    challenge: str = ""
    """How they were told that they can challenge it; empty while they were not."""
    represented_by: str = ""
    """A friend or advocate who comes in their place."""
    without_minutes: str = ""
    """Why they do not get the minutes of it, which is a decision of its own; empty where they do."""


class ExclusionEnded(Event, frozen=True, kw_only=True):
    """Somebody who was kept out may come in again."""

    person: str
    at: time


class SplitSittingPlanned(Event, frozen=True, kw_only=True):
    """One sitting of a conference that is held in two, because some of the family do not meet (BA-6, HV-3)."""

    sitting: str
    title: str
    people: tuple[str, ...]
    """Who sits in this one, children too; who is in none of them sits in all."""


class SplitSittingBegan(Event, frozen=True, kw_only=True):
    """A sitting of a split conference began; who comes and who leaves for it is recorded beside it."""

    sitting: str
    at: time
