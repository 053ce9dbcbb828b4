"""The conference itself in lines."""

from conference_tui.overview.values import Data
from conference_tui.overview_text.lines import (
    Lines,
    aside,
    day,
    heading,
    labelled,
    moment,
    paragraph,
    stopped,
)


def conference_lines(found: Data) -> Lines:
    """The conference itself: what, where, when, who chairs, and its agenda."""
    yield from heading(f"Conference {found['ref']}", 1)
    yield ""
    yield from labelled(
        ("Kind", found["kind"]),
        ("Held", moment(found["held"], found["begins"])),
        ("Note", found["day_warning"]),
        ("Where", found["venue"]),
        ("Why online", found["online_reason"]),
        ("Chair", found["chairs"]),
        ("Minute-taker", found["minute_taker"]),
        ("Procedure", f"{found['procedure']} ({found['authority']})"),
    )
    for given in found["key_dates"]:
        note = f" ({aside(given['note'])})" if given["note"] else ""
        yield from paragraph(f"{given['what'].capitalize()}: {day(given['on'])}{note}")
    if referrer := found["referrer"]:
        named = "asked not to be named" if referrer["is_anonymous"] else referrer["name"]
        yield from paragraph(f"Referred by: {', '.join(part for part in (referrer['what'], named) if part)}")
    for sitting in found["adjournments"]:
        again = (
            f"went on {moment(sitting['resumed_on'], sitting['resumed_at'])}"
            if sitting["resumed_on"]
            else "has not gone on"
        )
        yield from paragraph(
            f"Adjourned: {moment(sitting['on'], sitting['at'])}; it {again}. Why: {stopped(sitting['reason'])} "
            f"Until then: {sitting['safeguards']}"
        )
    now = next((each["title"] for each in found["agenda"] if each["stage"] == found["stage"]), "")
    if found["closed"]:
        yield from paragraph(f"Closed at {found['closed']}.")
    else:
        yield from paragraph(f"At: {now}." if now else "The meeting has not begun.")
    done = [each["title"] for each in found["agenda"] if each["progress"] == "done"]
    yield from labelled(("Items done", "; ".join(done)))
