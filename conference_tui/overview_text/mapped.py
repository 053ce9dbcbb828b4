"""The map, what was asked and the summing up, in lines."""

from conference_tui.conference import events as e
from conference_tui.overview.values import Data
from conference_tui.overview_text.lines import (
    Lines,
    heading,
    item,
    labelled_items,
    name_of,
    names_of,
    paragraph,
    parts,
    quoted,
)


def map_lines(found: Data, harms: list[Data]) -> Lines:
    """The map, and the harm."""
    yield from heading("Map")
    for column in found["columns"]:
        yield ""
        yield from heading(column["title"], 3)
        if not column["entries"]:
            yield from paragraph("Nothing yet.")
        for entry in column["entries"]:
            yield from _contribution(entry)
    if found["other"]:
        yield ""
        yield from heading("Also said", 3)
        for entry in found["other"]:
            yield from _contribution(entry)
    if harms:
        yield ""
        yield from heading("Harm matrix", 3)
        for harm in harms:
            yield from item(f"{name_of(harm['child'])}, {harm['harm_title']}, {harm['incident']}.")
            yield from labelled_items(1, *parts(e.HarmDetailed, harm))


def _contribution(entry: Data) -> Lines:
    about = "all the children" if entry["is_about_all"] else names_of(entry["children"])
    kind = f", {entry['kind']}" if entry["kind"] else ""
    writing = ", in writing" if entry["in_writing"] else ""
    yield from item(f"{name_of(entry['speaker'])}{writing}{kind}, about {about}: {quoted(entry['words'])}")
    yield from labelled_items(1, *parts(e.ContributionMade, entry))
    if entry["new_today"]:
        yield from item("The family heard this for the first time today.", 1)
    if entry["heard"]:
        yield from item(entry["heard"], 1)
    if entry.get("unanswered"):
        yield from item("No action of a plan answers this yet.", 1)


def asked_lines(asked: list[Data], agenda: list[Data]) -> Lines:
    """The family's word, item by item of the agenda."""
    yield from heading("The family's word")
    if not asked:
        yield from paragraph("Nobody of the family has been asked.")
    for stage in agenda:
        here = [each for each in asked if each["stage"] == stage["stage"]]
        if not here:
            continue
        yield from item(f"{stage['title']}:")
        for each in here:
            if each["words"]:
                by = f", told by {name_of(each['by'])}" if each["by"] else ""
                yield from item(f"{name_of(each['person'])}{by}: {quoted(each['words'])}", 1)
        if silent := [each["person"] for each in here if not each["words"]]:
            yield from item(f"Nothing to add: {names_of(silent)}.", 1)


def summing_up_lines(summaries: list[Data], children: list[Data], statements: list[Data]) -> Lines:
    """The summaries and the danger statements."""
    yield from heading("Summary, dangers and goals")
    for given in summaries:
        of = "" if len(given["children"]) in (0, len(children)) else f"Of {names_of(given['children'])}: "
        yield from paragraph(f"{of}{given['words']}")
    if not summaries:
        yield from paragraph("No summary has been typed.")
    for number, made in enumerate(statements, start=1):
        about = names_of(made["children"]) or "all the children"
        yield from item(f"Danger statement {number}, about {about}: {quoted(made['words'])}")
        for goal in made["goals"]:
            yield from item(f"Safety goal: {quoted(goal['words'])}", 1)
    if children and not statements:
        yield from paragraph("No danger statement has been made.")
