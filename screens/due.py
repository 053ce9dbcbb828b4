"""How a limit is told on screen: the day, what is booked against it, and how it was counted (BA-3, BA-22)."""

from textual.content import Content

from conference_tui.conference.deadlines import Due
from conference_tui.conference.text import say_date
from screens.widgets.sheet import plain


def due_text(due: Due) -> Content:
    """The day and how what is booked stands to it; under it the rule, day 0, and the holidays left out."""
    deadline = due.deadline
    how = ""
    if due.booked and due.standing:
        mark = {True: "✓", False: "!", None: "?"}[due.standing.in_time]
        nth = f" (working day {due.working_day})" if due.working_day is not None else ""
        how = f" · {mark} {say_date(due.booked)}{nth}: {due.standing.sentence}"
    head = Content.assemble(plain(deadline.when, "bold"), plain(f"  {deadline.what}{how}"))
    rule = plain(f"    {deadline.sentence}; day 0 {say_date(deadline.day0)}", "$text-muted")
    return Content("\n").join([head, rule])
