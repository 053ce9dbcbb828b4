"""Who was here, who sat in which sitting, and the quorum, in lines."""

from conference_tui.conference.text import listed
from conference_tui.overview.values import Data
from conference_tui.overview_text.lines import (
    Lines,
    aside,
    heading,
    item,
    labelled_items,
    name_of,
    names_of,
    paragraph,
    quoted,
)


def attendance_lines(everyone: list[Data], slots: list[Data], *, is_closed: bool) -> Lines:
    """Who was here, and the closed slots."""
    yield from heading("Attendance")
    if not everyone:
        yield from paragraph("Nobody has been invited.")
    for someone in everyone:
        agency = f" ({someone['agency']})" if someone["agency"] else ""
        yield from item(f"{someone['name']}{agency}: {_stay(someone)}.")
        yield from labelled_items(1, ("Involvement", someone["involvement"]), ("Tried", someone["tried"]))
    if is_closed and not slots:
        yield from paragraph("No closed session was held.")
    for slot in slots:
        until = slot["ended"] or "now, it is still open"
        yield from paragraph(
            f"Closed slot from {slot['began']} to {until}. Left the room: {names_of(slot['left']) or 'nobody'}. "
            f"Stayed: {names_of(slot['stayed']) or 'nobody'}. {slot['reason']}"
        )


def _stay(someone: Data) -> str:
    if someone["status"] == "apology":
        return f"sent an apology: {aside(someone['apology'])}" if someone["apology"] else "sent an apology"
    if not someone["arrived"]:
        return "absent" if someone["status"] == "absent" else "nothing is recorded"
    stays = [f"{each['arrived']} to {each['left']}" for each in someone["earlier"]]
    last = f"{someone['arrived']} to {someone['left']}" if someone["left"] else f"from {someone['arrived']}"
    reason = f" ({aside(someone['reason'])})" if someone["reason"] else ""
    return f"{someone['mode']}, {listed([*stays, last])}{reason}"


def split_sittings_lines(sittings: list[Data], observers: list[Data]) -> Lines:
    """Who sits in which sitting, and what the family said of each observer; nothing where there are none."""
    for sitting in sittings:
        began = f"; began {listed(sitting['began'])}" if sitting["began"] else "; has not begun"
        yield from paragraph(f"Sitting “{sitting['title']}”: {names_of(sitting['people'])}{began}.")
    for observer in observers:
        answer = {"yes": "agrees", "no": "does not agree"}[observer["agrees"]]
        words = f" {quoted(observer['words'])}" if observer["words"] else ""
        yield from paragraph(f"The family {answer} that {name_of(observer['person'])} observes.{words}")


def quorum_lines(found: Data) -> Lines:
    """Whether it was quorate."""
    yield from heading("Quorum")
    yield from paragraph(f"Now: {found['now']['sentence']}")
    for warning in found["now"]["warnings"]:
        yield from paragraph(warning)
    for ground in found["now"]["grounds"]:
        yield from item(f"The chair may go ahead on this ground: {ground}", 1)
    if found["changed"]:
        yield from paragraph(f"When the apologies were gone through: {found['at_the_apologies']['sentence']}")
    verdicts: dict[str, list[Data]] = {}
    for at_decision in found["at_decisions"]:
        verdicts.setdefault(at_decision["sentence"], []).append(at_decision["child"])
    for sentence, children in verdicts.items():
        yield from paragraph(f"At the decision on {names_of(children)}: {sentence}")
    if went_on := found["proceeded"]:
        yield from paragraph(f"The chair went on because: {went_on['reason']}")
        yield from paragraph(f"What keeps the children safe meanwhile: {went_on['safeguards']}")
    yield from paragraph(f"The rule: {found['rule']} (Source: {found['source']}.)")
