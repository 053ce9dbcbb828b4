"""The procedures there are, and whether a file of one can be used."""

import argparse
from pathlib import Path
from typing import Any

from conference_tui.commands.asking import WENT_WRONG
from conference_tui.commands.printed import print_json


def procedures(asked: argparse.Namespace) -> int:
    """Print the procedures, and what is wrong with one that cannot be used."""
    from conference_tui import authorities
    from conference_tui.overview_text.lines import item

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


def check(asked: argparse.Namespace) -> int:
    """Print everything that is wrong with a procedure file, and nothing where it can be used."""
    from conference_tui import authorities
    from conference_tui.conference.text import one_line

    found = authorities.check(Path(asked.file))
    if asked.json:
        print_json({"file": asked.file, "mistakes": found})
    else:
        for sentence in found:
            print(one_line(sentence))
    return WENT_WRONG if found else 0
