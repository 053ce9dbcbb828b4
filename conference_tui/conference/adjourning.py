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
    is_before: bool
    """Whether the day lies before that on which the conference is broken off."""
    stays_on: dt.date | None
    """The day that everything goes on being counted from, because a child was decided on it already."""

    @property
    def sentence(self) -> str:
        """By when it meets again, and what becomes of the conference's own limit then."""
        if self.again and self.again.date is None:
            return f"By when it meets again cannot be told: {self.again.unknown}."
        by = f"It meets again by {self.again.when} at the latest" if self.again else ""
        if self.stays_on:
            stays = f"every date goes on being counted from {say_date(self.stays_on)}, for a child is decided already"
            return f"{by}; {stays}." if by else f"{stays[0].upper()}{stays[1:]}."
        if not by or self.own is None or self.standing is None:
            return f"{by}." if by else ""
        return f"{by}{self._number()}; {self._limit()}."

    @property
    def of_the_day(self) -> str:
        """What becomes of the limits on the day; said while it is typed. Nothing of a day before it was broken off."""
        if self.on is None or self.is_before:
            return ""
        day = say_date(self.on)
        late = bool(self.again and self.again.date and self.on > self.again.date)
        by = f" It meets again by {self.again.when} at the latest." if self.again and late else ""
        if self.stays_on:
            return f"{day}: every date goes on being counted from {say_date(self.stays_on)}.{by}"
        if self.own is None or self.standing is None:
            return f"{day}.{by}"
        return f"{day}{self._number()}; {self._limit()}.{by}"

    @property
    def counted(self) -> str:
        """How both days are counted: the rule, the day 0 and the holidays of each."""
        told = [f"Meets again: {self.again.sentence}."] if self.again else []
        if self.own and not self.stays_on:
            told.append(f"{self.own.what}: {self.own.sentence}.")
        elif self.own is None:
            told.append(
                "What becomes of the conference's own limit cannot be told: the day it runs from is not entered."
            )
        return " ".join(told)

    def _limit(self) -> str:
        if self.own is None or self.standing is None:
            return ""
        limit = f"the limit, {self.own.when},"
        if self.standing.in_time is None:
            return f"{limit} cannot be compared"
        if self.standing.in_time:
            return f"{limit} is kept"
        late_by = self.standing.late_by
        by = f" by {in_words(late_by, 'working_days')}" if late_by else ""
        return f"{limit} would be missed{by}"

    def _number(self) -> str:
        return "" if self.working_day is None else f", on working day {self.working_day}"


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
        is_before=bool(day and broken_off and day < broken_off),
        stays_on=conference.held if conference.decisions else None,
    )


def _number(own: Deadline, day: dt.date, calendar: Calendar) -> int | None:
    try:
        return working_day_number(calendar, own.day0, day)
    except HolidaysUnknownError:
        return None
