"""The dates in lines."""

from conference_tui.overview.values import Data
from conference_tui.overview_text.lines import Lines, day, heading, item, paragraph


def deadline_lines(due: Data) -> Lines:
    """One deadline: what is due and when, how that stands, and how it was reckoned."""
    yield from item(f"{due['what']}: {due['when']}.")
    if due.get("booked"):
        on_day = f", working day {due['working_day']}" if due["working_day"] is not None else ""
        yield from item(f"On {day(due['booked'])}{on_day}: {due['standing']['sentence']}.", 1)
    if due["sentence"] != due["when"]:
        yield from item(f"How it is counted: {due['sentence']}.", 1)


def deadlines_lines(deadlines: list[Data]) -> Lines:
    """Every date that can be told."""
    yield from heading("Dates")
    if not deadlines:
        yield from paragraph("No date can be told before the day of the meeting is given.")
    for due in deadlines:
        yield from deadline_lines(due)
