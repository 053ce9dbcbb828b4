"""Who is kept out of the conference, and a conference that is held in two sittings (BA-6, HV-3)."""

from datetime import date, time
from typing import Annotated

from conference_tui.conference.events.kinds import Event
from conference_tui.conference.events.roles import (
    Filed,
    Id,
    Ids,
    MaybeInWords,
    Name,
    Named,
    Part,
    People,
    Someone,
    Words,
    new,
)


class AdultsKeptApart(Event, frozen=True, kw_only=True):
    """The chair says that two adults are kept apart, or are not; said again of the same two, it replaces."""

    after_close = True

    one: Someone
    other: Someone
    apart: bool = True
    why: Filed = ""


class ExclusionDecided(Event, frozen=True, kw_only=True):
    """The chair keeps somebody of the family from all or part of the conference (HV-3)."""

    person: Someone
    ground: Words
    """One of the procedure's, or in other words."""
    reason: Words
    parts: Ids = ()
    """The items of the agenda; none is all of them."""
    evidence: Filed = ""
    requested: date | None = None
    """The day on which the chair was asked; None where nobody asked before the meeting."""
    requested_by: Filed = ""
    views_by: MaybeInWords = ""
    """Who tells their views to the conference: a person of it, or in words."""
    told: Words = ""
    """How the reason was explained to them; empty while it was not."""
    told_on: date | None = None
    """The day on which it was explained."""
    challenge: Words = ""
    """How they were told that they can challenge it; empty while they were not."""
    represented_by: MaybeInWords = ""
    """A friend or advocate who comes in their place."""
    without_minutes: Words = ""
    """Why they do not get the minutes of it, which is a decision of its own; empty where they do."""

    parts_told = (
        Part("reason", "Reason"),
        Part("evidence", "Evidence"),
        Part("requested_by", "Asked for"),
        Part("views_by", "Views told by"),
        Part("told", "Told to them"),
        Part("challenge", "How they can challenge it"),
        Part("represented_by", "In their place"),
        Part("without_minutes", "Without the minutes"),
    )


class ExclusionEnded(Event, frozen=True, kw_only=True):
    """Somebody who was kept out may come in again."""

    person: Someone
    at: time


class SplitSittingPlanned(Event, frozen=True, kw_only=True):
    """One sitting of a conference that is held in two, because some of the family do not meet (BA-6, HV-3)."""

    sitting: Annotated[Id, new("sitting")]
    title: Name
    people: People
    """Who sits in this one, children too; who is in none of them sits in all."""


class SplitSittingBegan(Event, frozen=True, kw_only=True):
    """A sitting of a split conference began; who comes and who leaves for it is recorded beside it."""

    in_meeting_only = True

    sitting: Annotated[Id, Named(("sitting",))]
    at: time
