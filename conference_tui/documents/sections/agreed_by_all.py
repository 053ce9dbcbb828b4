"""What comes after the conference for several children together, as the minutes tell it (BA-22, BA-23, HF-14)."""

import msgspec

from conference_tui.conference.deadlines import due_dates
from conference_tui.conference.events import Kind
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.reminders import reminders
from conference_tui.conference.state import Conference
from conference_tui.conference.working_days import Calendar
from conference_tui.documents.sections import later
from conference_tui.documents.sections.discussed import whom
from conference_tui.documents.sections.present import label, part
from conference_tui.documents.writing import Writing


def core_groups(writing: Writing, reduced: Conference, procedure: Procedure) -> None:
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
        columns = [writing.say("support", "member"), writing.say("support", "role")]
        several = len(reduced.children) > 1
        rows = []
        for member in reduced.core_group.values():
            told_of = "\n".join(each for each in (part(reduced, member.person), member.note) if each)
            row = [label(reduced, member.person), told_of]
            rows.append([*row, whom(reduced, member.children or tuple(reduced.children))] if several else row)
        widths = (0.3, 0.35, 0.35) if several else (0.4, 0.6)
        writing.table([*columns, *([writing.say("core_group", "for")] if several else [])], rows, widths)
    booked = reduced.core_group_booked
    if booked:
        named_chairs = {
            "chaired_by": label(reduced, booked.chaired_by) if booked.chaired_by else "",
            "later_chaired_by": label(reduced, booked.later_chaired_by) if booked.later_chaired_by else "",
        }
        kind = reduced.opened.kind if reduced.opened else Kind.INITIAL
        later.core_group_booked(writing, msgspec.structs.replace(booked, **named_chairs), kind)
    for child, meeting in reduced.in_need_meetings.items():
        when = later.moment(writing, meeting.on, meeting.at)
        writing.text(writing.say("core_group", "in_need", name=label(reduced, child), when=when))
    if reduced.review_booked:
        when = later.moment(writing, reduced.review_booked.on, reduced.review_booked.at)
        writing.text(writing.say("dates", "review", when=when))
        if reduced.review_booked.reason:
            writing.text(writing.say("dates", "review_reason", reason=reduced.review_booked.reason))


def dates(writing: Writing, reduced: Conference, procedure: Procedure, calendar: Calendar) -> None:
    """Every limit from the conference on, with its rule."""
    keys = (*later.FOR_THE_FAMILY, "outline_plan", "corrections", "dissent")
    by_key = {due.deadline.key: due for due in due_dates(reduced, procedure, calendar)}
    due = [by_key[key] for key in keys if key in by_key]
    if due:
        writing.heading("dates")
        later.due_table(writing, due)


def overridden(writing: Writing, reduced: Conference, procedure: Procedure, calendar: Calendar) -> None:
    """What was missing or late, each with the chair's typed reason."""
    rows = [(each.words, each.reason) for each in reminders(reduced, procedure, calendar) if each.reason]
    if rows:
        writing.heading("overridden")
        writing.table((), rows, (0.45, 0.55))
