"""What comes after the conference: meetings, and each limit with its rule (BA-22, BA-23, HF-14)."""

from collections.abc import Iterable
from datetime import date, time

from conference_tui.conference.child_view import ChildView
from conference_tui.conference.deadlines import Due
from conference_tui.conference.events import Kind, Outcome
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_date, say_long_date, say_time
from conference_tui.documents import dates_picture
from conference_tui.documents.sections.discussed import whom
from conference_tui.documents.sections.present import label, part
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
    if view.outcome is Outcome.CHILD_IN_NEED:
        writing.heading("in_need")
        in_need_meeting(writing, view)
        return
    writing.heading("core_group")
    if view.own.core_group:
        _members(writing, view.own)
    else:
        writing.text(writing.say("core_group", "none"))
    core_group_booked(writing, view.own)


def of_all(writing: Writing, reduced: Conference, procedure: Procedure) -> None:
    """Key workers, visits, who is of the core group and for whom, and the meetings that are booked."""
    writing.heading("core_group")
    title = procedure.role_titles.key_worker
    for child, named in reduced.key_workers.items():
        told = {"title": title, "name": label(reduced, child), "who": label(reduced, named.person)}
        writing.text(writing.say("core_group", "key_worker", **told))
    for child, agreed in reduced.visits.items():
        key = "visits_how" if agreed.how else "visits"
        name = label(reduced, child)
        writing.text(writing.say("core_group", key, name=name, every=agreed.every, how=agreed.how))
    if reduced.core_group:
        _members(writing, reduced)
    if reduced.core_group_booked:
        core_group_booked(writing, reduced)
    for child, meeting in reduced.in_need_meetings.items():
        when = moment(writing, meeting.on, meeting.at)
        writing.text(writing.say("core_group", "in_need", name=label(reduced, child), when=when))
    _review_booked(writing, reduced)


def _members(writing: Writing, own: Conference) -> None:
    """Who is of the core group, and of several children for whom."""
    columns = [writing.say("support", "member"), writing.say("support", "role")]
    several = len(own.children) > 1
    rows = []
    for member in own.core_group.values():
        told = "\n".join(each for each in (part(own, member.person), member.note) if each)
        row = [label(own, member.person), told]
        rows.append([*row, whom(own, member.children or tuple(own.children))] if several else row)
    widths = (0.3, 0.35, 0.35) if several else (0.4, 0.6)
    writing.table([*columns, *([writing.say("core_group", "for")] if several else [])], rows, widths)


def core_group_booked(writing: Writing, own: Conference) -> None:
    """When and where it meets first, or after a review again, and who chairs."""
    booked = own.core_group_booked
    first, again = ("again", "_again") if own.kind is Kind.REVIEW else ("first", "")
    if booked is None:
        writing.text(writing.say("core_group", f"not_booked{again}"))
        return
    key = f"{first}_at" if booked.venue else first
    when = moment(writing, booked.on, booked.at)
    writing.text(writing.say("core_group", key, when=when, venue=booked.venue))
    if booked.chaired_by:
        who = label(own, booked.chaired_by)
        writing.text(writing.say("core_group", f"chaired_by{again}", who=who))
    if booked.later_chaired_by:
        who = label(own, booked.later_chaired_by)
        writing.text(writing.say("core_group", "later_chaired_by", who=who))


def in_need_meeting(writing: Writing, view: ChildView) -> None:
    """When the first child in need meeting is."""
    booked = view.own.in_need_meetings.get(view.child.id)
    if booked:
        writing.text(writing.say("in_need", "booked", when=moment(writing, booked.on, booked.at)))
    else:
        writing.text(writing.say("in_need", "not_booked"))


def _review_booked(writing: Writing, own: Conference) -> None:
    if review := own.review_booked:
        writing.text(writing.say("dates", "review", when=moment(writing, review.on, review.at)))
        if review.reason:
            writing.text(writing.say("dates", "review_reason", reason=review.reason))


def dates(writing: Writing, view: ChildView, keys: Iterable[str] = FOR_THE_FAMILY) -> None:
    """The limits of these keys, each with its rule, the day it is counted from and the holidays in between."""
    if due := _of_keys(view.dates, keys):
        writing.heading("dates")
        _review_booked(writing, view.own)
        dates_picture.timeline(writing, view.own.held, due)
        due_table(writing, due)


def dates_of_all(writing: Writing, due: Iterable[Due]) -> None:
    """Every limit from the conference on, with its rule."""
    if found := _of_keys(due, (*FOR_THE_FAMILY, "outline_plan", "corrections", "dissent")):
        writing.heading("dates")
        due_table(writing, found)


def _of_keys(dates: Iterable[Due], keys: Iterable[str]) -> list[Due]:
    by_key = {due.deadline.key: due for due in dates}
    return [by_key[key] for key in keys if key in by_key]


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
