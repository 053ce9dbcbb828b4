"""Views, decisions and disagreements in lines."""

from conference_tui.conference.text import listed
from conference_tui.overview.values import Data
from conference_tui.overview_text.lines import Lines, heading, item, labelled, name_of, paragraph, quoted


def decisions_lines(decisions: list[Data]) -> Lines:
    """The decision on each child."""
    yield from heading("Threshold and decision")
    for found in decisions:
        yield ""
        yield from heading(name_of(found["child"]), 3)
        for view in found["views"]:
            yield from _view(view)
        if found["not_given"]:
            yield from paragraph(f"No view yet from {listed(found['not_given'])}.")
        yield from labelled(("The chair's own view", found["chair_view"]))
        if made := found["decision"]:
            yield from paragraph(f"Decision: {made['words']}.")
            yield from paragraph(made["sentence"])
            yield from labelled(("The chair's reason", made["reason"]))
        for dissent in found["dissents"]:
            at = f" at {dissent['at']}" if dissent["at"] else ""
            how = (
                "formal dissent"
                if dissent["dissent"] == "formal"
                else "disagrees, and asks for it to be noted"
            )
            yield from item(f"{dissent['agency']}: {how}{at}. {quoted(dissent['reason'])}")
        for point in found["open"]:
            yield from paragraph(f"Open: {point['words']}")


def _view(view: Data) -> Lines:
    if view["outcome"] is None:
        why = ": ".join(filter(None, ("does not know the child" if view["unknown"] else "", view["reason"])))
        yield from item(f"{view['agency']}: no view, because: {why}")
        return
    category = f", {view['category_title']}" if view["category_title"] else ""
    dissent = {"": "", "noted": " Disagrees, and asks for it to be noted.", "formal": " Formal dissent."}
    reason = f" {quoted(view['reason'])}" if view["reason"] else ""
    yield from item(
        f"{view['agency']} ({name_of(view['by'])}): {view['outcome_title'].lower()}{category}."
        f"{reason}{dissent[view['dissent']]}"
    )
