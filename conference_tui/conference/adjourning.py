"""What adjourning a conference would do to its dates: said beside the choice between going ahead and adjourning (BA-4)."""

import datetime as dt

from msgspec import Struct

from conference_tui.conference.deadlines import due_dates
from conference_tui.conference.limits import Deadline, Standing, deadline, in_words, standing
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_date
from conference_tui.conference.working_days import Calendar, HolidaysUnknownError, working_day_number


class Foreseen(Struct, frozen=True, kw_only=True):
    """What comes of meeting again on one day."""

    on: dt.date | None
    """The day; None where it cannot be told."""
    again: Deadline | None
    """By when it meets again; None where the procedure has no such limit, or the day of the conference is unknown."""
    own: Deadline | None
    """The limit that the conference is itself held within; None where it cannot be told."""
    working_day: int | None
    """Which working day after the day counted from that is; None where it cannot be told."""
    standing: Standing | None
    """How the day stands to the conference's own limit; None without one."""
    stays_on: dt.date | None
    """The day that everything goes on being counted from, because a child was decided on it already."""

    @property
    def sentence(self) -> str:
        """By when it meets again, and what becomes of the conference's own limit."""
        return " ".join(part for part in (self._again(), self._own()) if part)

    @property
    def of_the_day(self) -> str:
        """What becomes of the limits on that day; said while a day is typed."""
        is_late = self.again and self.again.date and self.on and self.on > self.again.date
        late = f"It meets again by {self.again.when} at the latest." if self.again and is_late else ""
        return " ".join(part for part in (self._own(), late) if part)

    def _again(self) -> str:
        if self.again is None:
            return ""
        return f"It meets again by {self.again.when} at the latest: {self.again.sentence}."

    def _own(self) -> str:
        if self.stays_on:
            return f"A child is decided already: every date goes on being counted from {say_date(self.stays_on)}."
        if self.on is None:
            return ""
        if self.own is None or self.standing is None:
            return "What becomes of the conference's own limit cannot be told: the day it runs from is not entered."
        counted = f"{say_date(self.on)} is {self._number()}after {say_date(self.own.day0)}"
        limit = f"the limit, {self.own.when} ({self.own.sentence}),"
        if self.standing.in_time is None:
            return f"{counted}; {limit} cannot be compared."
        if self.standing.in_time:
            return f"{counted}; {limit} is kept."
        late_by = self.standing.late_by
        by = f" by {in_words(late_by, 'working_days')}" if late_by else ""
        return f"{counted}; {limit} would be missed{by}."

    def _number(self) -> str:
        return "" if self.working_day is None else f"working day {self.working_day} "


def foreseen(
    conference: Conference, procedure: Procedure, calendar: Calendar, on: dt.date | None = None
) -> Foreseen:
    """What adjourning means for the dates, if it meets again on that day; on the last day for it where none is named.

    Where a child was decided already, its dates stay (see `state`), and nothing is late by an adjournment.
    """
    limit, sitting = procedure.limits.get("reconvened"), conference.adjourned
    broken_off = sitting.on if sitting else conference.held
    again = deadline(limit, calendar, broken_off) if limit and broken_off else None
    day = on or (again.date if again else None)
    dues = due_dates(conference, procedure, calendar)
    own = next((due.deadline for due in dues if due.deadline.key == "conference"), None)
    return Foreseen(
        on=day,
        again=again,
        own=own,
        working_day=_number(own, day, calendar) if own and day else None,
        standing=standing(own, day, calendar) if own and day else None,
        stays_on=conference.held if conference.decisions else None,
    )


def _number(own: Deadline, day: dt.date, calendar: Calendar) -> int | None:
    try:
        return working_day_number(calendar, own.day0, day)
    except HolidaysUnknownError:
        return None
