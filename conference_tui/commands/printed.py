"""The commands that print what is known, as text for people or as data for programs."""

import argparse
import json
from typing import TYPE_CHECKING

from conference_tui.commands.asking import WENT_WRONG, tell
from conference_tui.commands.place import folder_of

if TYPE_CHECKING:
    from conference_tui.conferences import Summary


def list_(asked: argparse.Namespace) -> int:
    """Print the conferences of the folder."""
    folder = folder_of(asked)
    from conference_tui import conferences

    found = conferences.summaries(folder)
    missing = folder.without_record()
    strange = folder.without_key()
    if missing and not asked.json:
        tell(conferences.missing_files(len(missing)))
    if strange:
        tell(_without_key(len(strange)))
    if asked.json:
        import msgspec

        return print_json({"conferences": msgspec.to_builtins(found), "missing": missing})
    if not found and not missing:
        print(f"There are no conferences in {folder.path} yet. “conference new” sets one up.")
    for summary in found:
        print("\n".join(_summary_lines(summary)))
    return 0


def _without_key(count: int) -> str:
    """The sentence for so many files of records that no key of the folder opens."""
    which = "A file of a record is" if count == 1 else f"{count:,} files of records are"
    return (
        f"{which} here that no key of this folder opens. Nothing has been changed. Restore the backup that has "
        "its keys.json into a folder of its own; what came from another folder comes over with “conference archive” "
        "there and “conference import” here."
    )


def _summary_lines(summary: "Summary") -> list[str]:
    from conference_tui.conference.text import listed, say_date
    from conference_tui.overview_text.lines import item

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
    from conference_tui.overview.whole import overview
    from conference_tui.overview_text.whole import as_text

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


def print_json(value: object) -> int:
    """Print JSON in ASCII alone: no character of it can act on a terminal."""
    print(json.dumps(value, indent=2, ensure_ascii=True).replace("\x7f", "\\u007f"))
    return 0
