"""The plans, the core group and the review booked, in lines."""

from conference_tui.conference import events as e
from conference_tui.conference.text import listed
from conference_tui.overview.values import Data
from conference_tui.overview_text.lines import (
    Lines,
    aside,
    day,
    heading,
    item,
    labelled,
    labelled_items,
    moment,
    name_of,
    names_of,
    paragraph,
    parts,
    stopped,
)


def plans_lines(plans: list[Data]) -> Lines:
    """Each child's plan."""
    yield from heading("Plans")
    for found in plans:
        yield ""
        yield from heading(f"For {name_of(found['child'])}", 3)
        for number, action in enumerate(found["actions"], start=1):
            yield from _action(number, action)
        if not found["actions"]:
            yield from paragraph("No action has been agreed.")
        for settled in found["birth_plan"]:
            yield from paragraph(f"{settled['matter']}: {settled['words']}")
        yield from labelled(*(("Bottom line", words) for words in found["bottom_lines"]))
        yield from labelled(*(("If the plan does not hold", words) for words in found["contingency"]))
        for offered in found["network"]:
            yield from paragraph(f"{name_of(offered['person'])} will: {offered['words']}")
        for made in found["recommendations"]:
            told = [f"by {day(made['by'])}" if made["by"] else "", name_of(made["owner"])]
            extra = ", ".join(part for part in told if part)
            yield from paragraph(f"Recommendation: {made['words']}{f' ({extra})' if extra else ''}")
        if worker := found["key_worker"]:
            qualified = "qualified" if worker["qualified"] else "whether qualified is not recorded"
            yield from paragraph(f"Lead social worker: {worker['name']} ({qualified})")
        if visits := found["visits"]:
            yield from paragraph(f"Visits: every {stopped(visits['every'])} {visits['how']}")
        if booked := found["in_need_meeting"]:
            yield from paragraph(f"First child in need meeting: {moment(booked['on'], booked['at'])}")


def _action(number: int, action: Data) -> Lines:
    who = listed([str(each["name"]) for each in action["who"]] + ([action["also"]] if action["also"] else []))
    yield from item(f"Action {number}: {stopped(action['what'])} Who: {who}. When: {stopped(action['when'])}")
    yield from labelled_items(1, *parts(e.ActionAgreed, action))


def core_group_lines(found: Data, review: Data | None) -> Lines:
    """The core group, and the review that is booked."""
    yield from heading("Core group and review")
    title = found["meets"].capitalize()
    if first := found["first"]:
        where = f", {first['venue']}" if first["venue"] else ""
        yield from paragraph(f"{title}: {moment(first['on'], first['at'])}{where}")
        yield from labelled(*parts(e.CoreGroupBooked, first))
    else:
        yield from paragraph(f"{title}: not booked.")
    for member in found["members"]:
        note = f" ({aside(member['note'])})" if member["note"] else ""
        yield from item(f"{member['name']}, for {names_of(member['children'])}{note}")
    if review:
        reason = f". {review['reason']}" if review["reason"] else ""
        yield from paragraph(f"Review: {moment(review['on'], review['at'])}{reason}")
    else:
        yield from paragraph("Review: not booked.")
