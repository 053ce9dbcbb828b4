"""What the folder's registers hold: conferences that were erased, and what went wrong with the program."""

import argparse
from typing import TYPE_CHECKING

from conference_tui.commands.asking import CommandError
from conference_tui.commands.place import folder_of
from conference_tui.commands.printed import print_json

if TYPE_CHECKING:
    from conference_tui.store.register import Erasure, Incident


def erased(asked: argparse.Namespace) -> int:
    """Print what is kept of each conference that was erased."""
    folder = folder_of(asked)
    from conference_tui.store.register import Erasures

    found = Erasures(folder).all()
    if asked.json:
        return print_json({"erased": [_erasure_data(each) for each in found]})
    if not found:
        print(f"No conference in {folder.path} has been erased.")
    for each in found:
        print("\n".join(_erasure_lines(each)))
    return 0


def _erasure_data(erasure: "Erasure") -> dict[str, object]:
    return {
        "ref": erasure.ref,
        "record": erasure.record,
        "entries": erasure.count,
        "seal": _seal(erasure),
        "reason": erasure.reason,
        "by": erasure.by,
        "at": erasure.at.isoformat(timespec="seconds"),
    }


def _erasure_lines(erasure: "Erasure") -> list[str]:
    from conference_tui.conference.text import say_date
    from conference_tui.overview_text.lines import item

    when = f"{say_date(erasure.at.date())} at {erasure.at:%H:%M}"
    lines = [
        *item(f"{erasure.ref or 'No reference'}: erased {when} by {erasure.by}. Reason: {erasure.reason}.")
    ]
    if seal := _seal(erasure):
        lines += item(f"Its last seal: {seal}.", 1)
    lines += item(f"Its record was {erasure.record}.", 1)
    return lines


def _seal(erasure: "Erasure") -> str:
    from conference_tui.conference import seal

    return seal.line(erasure.count, erasure.head) if erasure.head else ""


def incidents(asked: argparse.Namespace) -> int:
    """Print the reports of what went wrong: one line for each, or all of one."""
    folder = folder_of(asked)
    from conference_tui.store.register import Incidents

    found = Incidents(folder).all()
    if asked.number is not None:
        found = tuple(each for each in found if each.number == asked.number)
        if not found:
            raise CommandError(f"There is no incident {asked.number}. “conference incidents” lists them.")
    if asked.json:
        return print_json({"incidents": [_incident_data(each) for each in found]})
    if not found:
        print(f"No incident is known in {folder.path}.")
    for each in found:
        print(_incident_text(each, whole=asked.number is not None))
    return 0


def _incident_data(incident: "Incident") -> dict[str, object]:
    return {
        "number": incident.number,
        "at": incident.at.isoformat(timespec="seconds"),
        "report": incident.report,
    }


def _incident_text(incident: "Incident", *, whole: bool) -> str:
    """The first line of a report tells the kind of mistake and its place."""
    from conference_tui.conference.text import clean, say_date

    head, _, _ = incident.report.partition("\n")
    when = f"{say_date(incident.at.date())} at {incident.at:%H:%M}"
    return f"- {incident.number}: {when}. {clean(incident.report if whole else head)}"
