"""What comes after the conference: meetings, and each limit with its rule (BA-22, BA-23, HF-14)."""

from collections.abc import Iterable
from datetime import date, time

from conference_tui.conference.child_view import ChildView
from conference_tui.conference.deadlines import Due
from conference_tui.conference.events import CoreGroupBooked, Kind, Outcome
from conference_tui.conference.text import say_date, say_long_date, say_time
from conference_tui.documents import dates_picture
from conference_tui.documents.writing import Writing

FOR_THE_FAMILY = (
    "first_core_group",
    "later_core_group",
    "first_visit",
    "cin_first_meeting",
    "first_review",
    "pre_birth_review",
    "later_review",
    "letter",
    "minutes",
)
"""The limits that matter to those who are given a paper, in this order."""

_WIDTHS = (0.27, 0.27, 0.46)


def moment(writing: Writing, day: date, at: time | None) -> str:
    """A day, with the time where there is one: "Thursday 10 December 2026 at 10:00"."""
    told = say_long_date(day)
    return writing.say("dates", "moment", day=told, time=say_time(at)) if at else told


def meetings(writing: Writing, view: ChildView) -> None:
    """Who works the plan out, and when they meet first."""
    if view.decided.outcome is Outcome.CHILD_IN_NEED:
        writing.heading("in_need")
        in_need_meeting(writing, view)
        return
    writing.heading("core_group")
    if view.later.core_group:
        columns = [writing.say("support", key) for key in ("member", "role")]
        rows = [(m.name, "\n".join(part for part in (m.role, m.note) if part)) for m in view.later.core_group]
        writing.table(columns, rows, (0.4, 0.6))
    else:
        writing.text(writing.say("core_group", "none"))
    core_group_booked(writing, view.later.core_group_booked, view.conference.kind)


def core_group_booked(writing: Writing, booked: CoreGroupBooked | None, kind: Kind) -> None:
    """When and where it meets first, or after a review again, and who chairs."""
    first, again = ("again", "_again") if kind is Kind.REVIEW else ("first", "")
    if booked is None:
        writing.text(writing.say("core_group", f"not_booked{again}"))
        return
    when = moment(writing, booked.on, booked.at)
    if booked.venue:
        writing.text(writing.say("core_group", f"{first}_at", when=when, venue=booked.venue))
    else:
        writing.text(writing.say("core_group", first, when=when))
    if booked.chaired_by:
        writing.text(writing.say("core_group", f"chaired_by{again}", who=booked.chaired_by))
    if booked.later_chaired_by:
        writing.text(writing.say("core_group", "later_chaired_by", who=booked.later_chaired_by))


def in_need_meeting(writing: Writing, view: ChildView) -> None:
    """When the first child in need meeting is."""
    booked = view.later.in_need_meeting
    if booked:
        writing.text(writing.say("in_need", "booked", when=moment(writing, booked.on, booked.at)))
    else:
        writing.text(writing.say("in_need", "not_booked"))


def dates(writing: Writing, view: ChildView, keys: Iterable[str] = FOR_THE_FAMILY) -> None:
    """The limits of these keys, each with its rule, the day it is counted from and the holidays in between."""
    by_key = {due.deadline.key: due for due in view.later.dates}
    due = [by_key[key] for key in keys if key in by_key]
    if not due:
        return
    writing.heading("dates")
    review = view.later.review_booked
    if review:
        writing.text(writing.say("dates", "review", when=moment(writing, review.on, review.at)))
        if review.reason:
            writing.text(writing.say("dates", "review_reason", reason=review.reason))
    dates_picture.timeline(writing, view.conference.held, due)
    due_table(writing, due)


def due_table(writing: Writing, due: Iterable[Due]) -> None:
    """Limits as a table, by their days: what, when, and how that is counted."""
    columns = [writing.say("dates", key) for key in ("what", "when", "rule")]
    in_order = sorted(due, key=lambda each: each.booked or each.deadline.date or date.max)
    writing.table(columns, [_due(writing, each) for each in in_order], _WIDTHS)


def _due(writing: Writing, due: Due) -> tuple[str, str, str]:
    deadline = due.deadline
    limit = writing.say("dates", "at_the_latest", limit=deadline.when) if deadline.date else deadline.when
    if due.booked and deadline.date:
        limit = writing.say("dates", "booked", booked=say_date(due.booked), limit=deadline.when)
    elif due.booked:
        limit = say_date(due.booked)
    standing = f" ({due.standing.sentence})" if due.is_late and due.standing else ""
    return deadline.what, f"{limit}{standing}", deadline.sentence
