"""What comes after the close: addenda, a birth, complaints."""

from datetime import date

from conference_tui.conference.events.kinds import Event


class AddendumAdded(Event, frozen=True, kw_only=True):
    """Something added after the close; what was recorded before stays as it is (HF-10)."""

    addendum: str
    words: str
    by: str
    """Who adds it: a person of the conference, or a name as typed."""
    on: date


class ChildBorn(Event, frozen=True, kw_only=True):
    """A child that was expected is born; also entered once the conference is closed (HF-1, HF-3)."""

    child: str
    born: date
    name: str = ""
    """Empty while the child has no other name yet."""
    sex: str = ""


class ComplaintReceived(Event, frozen=True, kw_only=True):
    """Somebody complained about the conference."""

    complaint: str
    person: str
    """Who complains: a person of the conference, or a name as typed."""
    words: str
    on: date


class ComplaintDecided(Event, frozen=True, kw_only=True):
    """What came of a complaint. A later one, after an appeal, stands in its place."""

    complaint: str
    outcome: str
    """One of the outcomes that the procedure has, or in other words."""
    words: str = ""
    on: date
