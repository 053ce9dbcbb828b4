"""What is still open, what was added after the close and what the record says of itself, in lines."""

from conference_tui.overview.values import Data
from conference_tui.overview_text.lines import Lines, day, heading, item, name_of, paragraph, quoted, stopped


def open_lines(reminders: list[Data], reasons: list[Data]) -> Lines:
    """What is open, and the chair's reasons."""
    yield from heading("Still open")
    wanting = [each for each in reminders if each["is_open"]]
    if not wanting:
        yield from paragraph("Nothing.")
    for each in wanting:
        holds_up = " (the close waits for it, or for a reason)" if each["holds_up_close"] else ""
        yield from item(f"{each['words']}{holds_up}")
    if reasons:
        yield ""
        yield from heading("The chair's reasons", 3)
        words = {each["key"]: each["words"] for each in reminders}
        for given in reasons:
            matter = words.get(given["matter"], given["matter"])
            yield from item(f"{matter} Reason: {quoted(given['reason'])}")


def amendments_lines(addenda: list[Data], complaints: list[Data]) -> Lines:
    """What was added after the close; nothing where nothing was."""
    if not (addenda or complaints):
        return
    yield from heading("Added after the close")
    for added in addenda:
        yield from item(f"Addendum of {name_of(added['by'])}, {day(added['on'])}: {quoted(added['words'])}")
    for made in complaints:
        yield from item(f"Complaint of {name_of(made['person'])}, {day(made['on'])}: {quoted(made['words'])}")
        if came := made["decided"]:
            words = f" {quoted(came['words'])}" if came["words"] else ""
            yield from item(f"What came of it, {day(came['on'])}: {quoted(came['outcome'])}{words}", 1)


def kept_lines(seals: list[Data], retention: Data | None, imported: Data | None) -> Lines:
    """What the record says of itself: how much came from elsewhere, its seals, until when it is kept."""
    yield from heading("The record")
    if imported:
        yield from paragraph(f"The first {imported['count']} entries came out of an archive.")
    if not seals:
        yield from paragraph("It has no seal yet: the first follows the first decision.")
    for sealed in seals:
        of = f"decision on {name_of(sealed['child'])}" if sealed["child"] else "close"
        signed = ", signed" if sealed["signed"] else ""
        yield from item(f"Seal of the {of}: record {sealed['count']}, seal {sealed['seal']}{signed}.")
    if retention:
        yield from paragraph(f"Kept until {day(retention['until'])}: {stopped(retention['why'])}")
    else:
        yield from paragraph("Until when it is kept has not been said.")
