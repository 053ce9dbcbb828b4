"""The checklists and the reports in lines."""

from conference_tui.overview.values import Data
from conference_tui.overview_text.due import deadline_lines
from conference_tui.overview_text.lines import Lines, heading, item


def checklists_lines(items: list[Data]) -> Lines:
    """What was seen to before the start and what came with a transfer, and what was not (BA-9, HF-1)."""
    for checklist, title in (("before", "Before the start"), ("transfer pack", "From the other authority")):
        own = [each for each in items if each["checklist"] == checklist]
        if not own:
            continue
        yield from heading(title)
        for each in own:
            done = (f"Done at {each['at']}." if each["at"] else "Done.") if each["done"] else "Not done."
            yield from item(f"{each['words']} {done} {each['note']}".strip())


def reports_lines(found: Data) -> Lines:
    """When reports were due, and how each stands."""
    yield from heading("Reports")
    if due := found["due"]:
        yield from deadline_lines(due)
    for report in found["agencies"]:
        mark = "To be said: " if report["flagged"] else ""
        yield from item(f"{report['agency']}: {mark}{report['sentence']}.")
