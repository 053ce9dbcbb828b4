"""What comes after the close: addenda, a birth, complaints."""

from datetime import date
from typing import Annotated

from conference_tui.conference.events.kinds import Event
from conference_tui.conference.events.roles import AChild, Children, Id, MaybeInWords, Name, Named, Words, new


class AddendumAdded(Event, frozen=True, kw_only=True):
    """Something added after the close; what was recorded before stays as it is (HF-10)."""

    after_close = True

    addendum: Id
    words: Words
    by: MaybeInWords
    """Who adds it: a person of the conference, or a name as typed."""
    on: date
    children: Children = ()
    """Whom it is about; none, in records of before, is not known where there are several."""


class ChildBorn(Event, frozen=True, kw_only=True):
    """A child that was expected is born; also entered once the conference is closed (HF-1, HF-3)."""

    after_close = True

    child: AChild
    born: date
    name: Name = ""
    """Empty while the child has no other name yet."""
    sex: Id = ""


class ComplaintReceived(Event, frozen=True, kw_only=True):
    """Somebody complained about the conference."""

    after_close = True

    complaint: Annotated[Id, new("complaint")]
    person: MaybeInWords
    """Who complains: a person of the conference, or a name as typed."""
    words: Words
    on: date


class ComplaintDecided(Event, frozen=True, kw_only=True):
    """What came of a complaint. A later one, after an appeal, stands in its place."""

    after_close = True

    complaint: Annotated[Id, Named(("complaint",))]
    outcome: Words
    """One of the outcomes that the procedure has, or in other words."""
    words: Words = ""
    on: date
