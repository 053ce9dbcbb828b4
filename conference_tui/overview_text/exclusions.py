"""Who was kept out and who is kept apart, in lines."""

from conference_tui.conference import events as e
from conference_tui.overview.values import Data
from conference_tui.overview_text.lines import (
    Lines,
    day,
    heading,
    item,
    labelled_items,
    name_of,
    parts,
    quoted,
)


def exclusions_lines(found: list[Data]) -> Lines:
    """Who was kept out, why, and what was owed to them for it."""
    yield from heading("Kept out")
    for each in found:
        of = ", ".join(part.replace("_", " ") for part in each["parts"]) or "the whole conference"
        ended = f" until {each['ended']}" if each["ended"] else ""
        yield from item(f"{name_of(each['person'])}, of {of}{ended}: {each['ground']}")
        told = {
            "requested_by": _asked_for(each),
            "told": _told(each),
            "challenge": each["challenge"] or "not told yet",
        }
        yield from labelled_items(1, *parts(e.ExclusionDecided, each, **told))


def kept_apart_lines(found: list[Data]) -> Lines:
    """Which adults are kept apart, and of whom it is asked."""
    yield from heading("Kept apart")
    for each in found:
        names = f"{name_of(each['one'])} and {name_of(each['other'])}"
        if each["said"]:
            why = f" Reason: {quoted(each['why'])}" if each["why"] else ""
            yield from item(f"{names}: {'' if each['apart'] else 'not '}kept apart.{why}")
        else:
            yield from item(f"{names}: not said yet, so they count as kept apart; asked, as {each['why']}.")


def _asked_for(exclusion: Data) -> str:
    by = f"by {name_of(exclusion['requested_by'])}" if exclusion["requested_by"] else ""
    on = f"on {day(exclusion['requested'])}" if exclusion["requested"] else ""
    return " ".join(part for part in (by, on) if part)


def _told(exclusion: Data) -> str:
    if not exclusion["told"]:
        return "not yet"
    return f"{day(exclusion['told_on'])}, {exclusion['told']}" if exclusion["told_on"] else exclusion["told"]
