"""The dates of a conference: everything that is due before and after it, in one list (BA-3, BA-22).

This is also where the rest of the date engine is found: one deadline, how a day stands to it, and the
counting of working days.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import msgspec

from conference_tui.conference.events import Kind
from conference_tui.conference.limits import Deadline, Happened, Standing, deadline, in_words, standing
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.procedure_limits import EventId, Limit
from conference_tui.conference.text import say_date
from conference_tui.conference.working_days import (
    SATURDAY,
    Calendar,
    Holiday,
    HolidaysUnknownError,
    add_months,
    add_working_days,
    pulled_back,
    working_day_number,
)

__all__ = [
    "Calendar",
    "Deadline",
    "Happened",
    "Holiday",
    "HolidaysUnknownError",
    "Standing",
    "add_months",
    "add_working_days",
    "conference_dates",
    "core_group_series",
    "day_warning",
    "deadline",
    "ending_refusal",
    "is_early",
    "minutes_advice",
    "own_limit",
    "pulled_back",
    "review_limit",
    "review_refusal",
    "standing",
    "working_day_number",
]


def day_warning(calendar: Calendar, held: dt.date) -> str:
    """What is unusual about a conference on that day; empty where nothing is (M7)."""
    if held.weekday() >= SATURDAY:
        return (
            f"{say_date(held)} is at a weekend: check the date. "
            "The children in need census refuses a conference at a weekend (rule 8875)."
        )
    try:
        if calendar.is_working(held):
            return ""
    except HolidaysUnknownError as unknown:
        return f"{say_date(held)}: {unknown}. Check the date, and every date counted from it."
    return f"{say_date(held)} is a bank holiday ({calendar.holidays[held]}): check the date."


def core_group_series(
    procedure: Procedure, calendar: Calendar, first: dt.date, until: dt.date
) -> tuple[Deadline, ...]:
    """The limits of the core groups that follow one on ``first``, up to and with the day ``until``.

    Each is counted from the one before (BA-22). Where the bank holidays are not known, the series ends with
    one that has no date.
    """
    limit = procedure.limit("later_core_group")
    series: list[Deadline] = []
    previous = first
    while True:
        following = deadline(limit, calendar, previous)
        if following.date is None:
            return (*series, following)
        if following.date > until:
            return tuple(series)
        series.append(following)
        previous = following.date


def is_early(procedure: Procedure, calendar: Calendar, held: dt.date, review: dt.date) -> bool:
    """Whether a review on that day is brought forward, which needs a reason (HF-3)."""
    limit = procedure.limits.get("early_review")
    early = deadline(limit, calendar, held) if limit else None
    return early is not None and early.date is not None and review < early.date


def review_refusal(held: dt.date, review: dt.date) -> str:
    """Why a review cannot be on that day; empty where it can (M12)."""
    if review > held:
        return ""
    return (
        f"The review is on {say_date(review)}, and the conference on {say_date(held)}: a review comes after the day "
        "on which the plan begins (census rule 8841). Check both days."
    )


def ending_refusal(begun: dt.date, ends: dt.date) -> str:
    """Why a plan that has begun on one day cannot end on the other; empty where it can (M11)."""
    if ends > begun:
        return ""
    return (
        f"The plan begins on {say_date(begun)} and would end on {say_date(ends)}: it cannot end before the day "
        "after it began (census rule 8840). Check both days."
    )


def minutes_advice(minutes: Deadline, review: dt.date) -> str:
    """A reminder where the minutes are not due before the review that needs them; empty otherwise."""
    if minutes.date is None or minutes.date < review:
        return ""
    return (
        f"The minutes are due on {say_date(minutes.date)}, and the review is on {say_date(review)}: "
        "send them before it."
    )


_AFTERWARDS = (
    "letter",
    "outline_plan",
    "first_visit",
    "first_core_group",
    "later_core_group",
    "cin_first_meeting",
)
_RECORD = ("minutes", "corrections", "dissent")
_BEFORE_A_FIRST = ("reports_initial", "exclusion_request", "invitation_list")
_KEYS: Mapping[str, tuple[str, ...]] = {
    Kind.INITIAL: ("conference", *_BEFORE_A_FIRST, *_AFTERWARDS, "first_review", "later_review", *_RECORD),
    Kind.TRANSFER_IN: (
        "transfer_in",
        *_BEFORE_A_FIRST,
        *_AFTERWARDS,
        "first_review",
        "later_review",
        *_RECORD,
    ),
    Kind.PRE_BIRTH: (
        "conference",
        *_BEFORE_A_FIRST,
        *_AFTERWARDS,
        "pre_birth_review",
        "later_review",
        *_RECORD,
    ),
    Kind.REVIEW: (
        "reports_review",
        "reports_review_others",
        "exclusion_request",
        "letter",
        "outline_plan",
        "later_core_group",
        "visits",
        "cin_first_meeting",
        "later_review",
        *_RECORD,
    ),
}
_OWN: Mapping[str, str] = {
    Kind.INITIAL: "conference",
    Kind.PRE_BIRTH: "conference",
    Kind.TRANSFER_IN: "transfer_in",
}
_REVIEW_AFTER: Mapping[str, str] = {
    Kind.INITIAL: "first_review",
    Kind.TRANSFER_IN: "first_review",
    Kind.PRE_BIRTH: "pre_birth_review",
    Kind.REVIEW: "later_review",
}
_STANDS_FOR: dict[EventId, tuple[str, ...]] = {
    "core_group": ("first_core_group",),
    "minutes_sent": ("minutes",),
    "review": ("first_review", "pre_birth_review"),
}
"""Where an event has not happened: the limit by which it will have, at the latest."""


def conference_dates(
    procedure: Procedure,
    calendar: Calendar,
    kind: Kind | str,
    *,
    event: dt.date | None = None,
    held: dt.date | None = None,
    happened: Mapping[EventId, dt.date] | None = None,
    previous: Kind | str = Kind.INITIAL,
) -> list[Deadline]:
    """Every date of a conference that can be told, in the order of the procedure's work.

    ``event`` is what the conference is counted from: for an initial or a pre-birth conference the event that
    the procedure names (BA-3: the strategy discussion; HF-2: the notification), for a transfer-in conference the
    written notification, for a review the conference before it, of the kind ``previous``. In every case the conference's own limit has the key ``conference``.
    ``held`` is its own day. ``happened`` gives what else is known: the
    first core group booked, the review booked, the minutes sent, the birth, the close (a datetime). Where a
    core group, a review or the sending of the minutes is not known, its limit stands for it and ``assumes``
    says so. A limit whose event is not known, and that nothing stands for, is left out.
    """
    known: dict[EventId, dt.date] = dict(happened or {})
    found: dict[str, Deadline] = {}
    if held is not None:
        known["conference"] = held
        if kind == Kind.REVIEW:
            known["review"] = held
    if kind == Kind.REVIEW and event is not None:
        limit = procedure.limit(review_limit(previous))
        due = deadline(limit, calendar, event, happened=known)
        found["conference"] = msgspec.structs.replace(due, key="conference")
    elif event is not None:
        known[procedure.limit(own_limit(kind)).from_] = event
    for key in _KEYS[kind]:
        if key in procedure.limits and (following := _due(procedure.limit(key), calendar, known, found)):
            own = key == _OWN.get(kind)
            found["conference" if own else key] = (
                msgspec.structs.replace(following, key="conference") if own else following
            )
    return list(found.values())


def own_limit(kind: Kind | str) -> str:
    """The key of the limit that a conference of that kind is itself held within (BA-3, HF-2).

    Raises LookupError for a review: that of a review is the `review_limit` of the conference before it.
    """
    return _OWN[kind]


def review_limit(previous: Kind | str) -> str:
    """The key of the limit for the review that follows a conference of that kind (BA-22, HF-3)."""
    return _REVIEW_AFTER[previous]


def _due(limit: Limit, calendar: Calendar, known: Happened, found: dict[str, Deadline]) -> Deadline | None:
    day0 = known.get(limit.from_)
    if day0 is not None:
        return deadline(limit, calendar, day0, happened=known)
    if limit.from_ == "birth" and (expected := known.get("expected_birth")):
        return deadline(
            limit, calendar, expected, happened=known, assumes="counted from the expected date of birth"
        )
    for key in _STANDS_FOR.get(limit.from_, ()):
        if key in found:
            return _counted_from(found[key], limit, calendar, known)
    return None


def _counted_from(latest: Deadline, limit: Limit, calendar: Calendar, known: Happened) -> Deadline:
    """The limit, counted from the last day on which what it follows may be."""
    assumes = f"counted from the last day for “{latest.what}”"
    if latest.date is not None:
        return deadline(limit, calendar, latest.date, happened=known, assumes=assumes)
    return Deadline(
        key=limit.key,
        what=limit.what,
        date=None,
        day0=latest.day0,
        rule=f"{in_words(limit.count, limit.unit)} {limit.direction} the last day for “{latest.what}”",
        unknown=latest.unknown,
        source=limit.source,
    )
