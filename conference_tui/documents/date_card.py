"""The date card: what is booked and the last day for each thing, with how it is counted (BA-22).

No child's name stands in its heading or its title: it may hang on a kitchen wall.
"""

from conference_tui.conference.deadlines import due_dates
from conference_tui.conference.papers import Copy
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_long_date
from conference_tui.conference.working_days import Calendar
from conference_tui.documents import dates_picture
from conference_tui.documents.letter import ring
from conference_tui.documents.sections import later
from conference_tui.documents.writing import Of, Writing, Written


def write_date_card(
    _: Copy, reduced: Conference, procedure: Procedure, calendar: Calendar, of: Of
) -> Written:
    """The card, part by part."""
    writing = Writing("date_card")
    title = writing.say("title", "card")
    writing.title(title, of)
    writing.left_out_here()
    if reduced.held:
        writing.text(writing.say("opening", "about", ref=reduced.ref, held=say_long_date(reduced.held)))
    else:
        writing.text(writing.say("opening", "undated", ref=reduced.ref))
    _booked(writing, reduced)
    workers = list(dict.fromkeys(each.person for each in reduced.key_workers.values()))
    ring(writing, reduced, procedure, workers[0] if workers else "")
    by_key = {due.deadline.key: due for due in due_dates(reduced, procedure, calendar)}
    due = [by_key[key] for key in later.FOR_THE_FAMILY if key in by_key]
    if due:
        writing.heading("dates")
        dates_picture.timeline(writing, reduced.held, due)
        later.due_table(writing, due)
    return writing.finish(title, of)


def _booked(writing: Writing, reduced: Conference) -> None:
    writing.heading("booked")
    rows = []
    core, review = reduced.core_group_booked, reduced.review_booked
    if core:
        when = later.moment(writing, core.on, core.at)
        told = f"{when}, {core.venue}" if core.venue else when
        rows.append((writing.say("booked", "core_group"), told))
    for meeting in reduced.in_need_meetings.values():
        rows.append((writing.say("booked", "in_need"), later.moment(writing, meeting.on, meeting.at)))
    if review:
        rows.append((writing.say("booked", "review"), later.moment(writing, review.on, review.at)))
    if rows:
        writing.table((), rows, (0.32, 0.68))
    else:
        writing.text(writing.say("booked", "none"))
