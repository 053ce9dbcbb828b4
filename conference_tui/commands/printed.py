"""The commands that print what is known, as text for people or as data for programs."""

import argparse
import json
from typing import TYPE_CHECKING, Any

from conference_tui.commands.asking import WENT_WRONG, CommandError, tell
from conference_tui.commands.place import folder_of

if TYPE_CHECKING:
    import datetime as dt

    from conference_tui.conferences import Summary


def list_(asked: argparse.Namespace) -> int:
    """Print the conferences of the folder."""
    folder = folder_of(asked)
    from conference_tui import conferences

    found = conferences.summaries(folder)
    if asked.json:
        import msgspec

        return print_json({"conferences": msgspec.to_builtins(found)})
    if not found:
        print(f"There are no conferences in {folder.path} yet. “conference new” sets one up.")
    for summary in found:
        print("\n".join(_summary_lines(summary)))
    return 0


def _summary_lines(summary: "Summary") -> list[str]:
    from conference_tui.conference.text import listed, say_date
    from conference_tui.overview_text import item

    held = f"held {say_date(summary.held)}" if summary.held else "date not given"
    if summary.is_closed:
        stage = "closed"
    else:
        stage = f"open, at “{summary.stage.replace('_', ' ')}”" if summary.stage else "not begun"
    entries = "1 entry" if summary.entries == 1 else f"{summary.entries:,} entries"
    lines = [*item(f"{summary.ref or 'No reference'}: {summary.kind or 'kind not known'}, {held}; {stage}.")]
    lines += item(f"Children: {listed(summary.children) or 'none entered'}.", 1)
    if summary.chair:
        lines += item(f"Chair: {summary.chair}.", 1)
    lines += item(f"{entries}, in the record {summary.record}.", 1)
    if summary.trouble:
        lines += item(summary.trouble, 1)
    return lines


def show(asked: argparse.Namespace) -> int:
    """Print everything that follows from a record; of a damaged one what is before the damage."""
    folder = folder_of(asked)
    from conference_tui import authorities, conferences
    from conference_tui.overview import overview
    from conference_tui.overview_text import as_text

    record = conferences.find(folder, asked.ref)
    read = conferences.read(folder, record)
    found = overview(read.conference, read.procedure, authorities.bank_holidays())
    about = {"id": record, "entries": read.entries, "warning": read.warning, "damage": read.damage}
    if asked.json:
        print_json({"record": about, **found})
    else:
        print(as_text(found), end="")
    if read.damage:
        tell(f"{read.damage} Shown are the {read.entries} entries before the damage.")
        return WENT_WRONG
    if read.warning:
        tell(read.warning)
    return 0


def procedures(asked: argparse.Namespace) -> int:
    """Print the procedures, and what is wrong with one that cannot be used."""
    from conference_tui import authorities
    from conference_tui.overview_text import item

    found = [_procedure_data(name) for name in authorities.names()]
    if asked.json:
        return print_json({"procedures": found})
    for each in found:
        if each["trouble"]:
            lines = [*item(f"{each['name']}: cannot be used."), *item(each["trouble"], 1)]
        else:
            lines = [*item(f"{each['name']}: {each['authority']}."), *item(f"Quorum: {each['quorum']}", 1)]
        print("\n".join(lines))
    return 0


def _procedure_data(name: str) -> dict[str, Any]:
    """One procedure with its limits; of one that cannot be used, why not."""
    from conference_tui import authorities
    from conference_tui.conference.procedure_mistakes import ProcedureError

    try:
        found = authorities.load(name)
    except ProcedureError as mistake:
        return {
            "name": name,
            "title": "",
            "authority": "",
            "quorum": "",
            "limits": [],
            "trouble": str(mistake),
        }
    limits = [
        {
            "key": limit.key,
            "what": limit.what,
            "count": limit.count,
            "unit": limit.unit,
            "direction": limit.direction,
            "from": limit.from_,
            "also": [{"count": each.count, "unit": each.unit, "from": each.from_} for each in limit.also],
            "note": limit.note,
            "source": found.source_of(limit),
        }
        for limit in found.limits.values()
    ]
    return {
        "name": name,
        "title": found.title,
        "authority": found.authority,
        "quorum": found.quorum.says,
        "limits": limits,
        "trouble": "",
    }


def dates(asked: argparse.Namespace) -> int:
    """Print every date of a conference that is not in any record."""
    from conference_tui.dates_command import as_text, reckoned

    event, held = _day(asked.event, "--event"), _day(asked.held, "--held")
    if event is None and held is None:
        raise CommandError("Give --event, --held or both: without a day nothing can be counted.")
    if asked.previous and asked.type != "review":
        raise CommandError("--previous goes with --type review only.")
    found = reckoned(asked.type, asked.procedure, event, held, asked.previous or "initial")
    if asked.json:
        return print_json(found)
    print(as_text(found), end="")
    return 0


def _day(typed: str | None, option: str) -> "dt.date | None":
    from conference_tui.conference.text import read_date

    if typed is None:
        return None
    try:
        return read_date(typed)
    except ValueError as wrong:
        raise CommandError(f"{option}: {wrong}") from wrong


def print_json(value: object) -> int:
    """Print JSON in ASCII alone: no character of it can act on a terminal."""
    print(json.dumps(value, indent=2, ensure_ascii=True).replace("\x7f", "\\u007f"))
    return 0
