"""Attendance and apologies: who was there, and who was not; nothing of what was said."""

from conference_tui.conference.papers import Copy
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.working_days import Calendar
from conference_tui.documents.sections import opening, present
from conference_tui.documents.writing import Of, Writing, Written


def write_attendance(_: Copy, reduced: Conference, __: Procedure, ___: Calendar, of: Of) -> Written:
    """The list, part by part."""
    writing = Writing("attendance")
    title = writing.say("title", "attendance")
    writing.title(title, of)
    writing.left_out_here()
    writing.heading("conference")
    opening.table(writing, opening.of_conference(writing, reduced))
    if not reduced.presence:
        writing.text(writing.say("present", "nobody"))
    present.people(writing, reduced)
    present.apologies(writing, reduced, reasons=False)
    return writing.finish(title, of)
