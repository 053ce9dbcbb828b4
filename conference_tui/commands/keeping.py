"""Whether a record is what it was, and the end of it: verifying and erasing."""

import argparse

from conference_tui.commands.asking import WENT_WRONG, CommandError, confirm
from conference_tui.commands.place import folder_of
from conference_tui.commands.printed import print_json


def verify(asked: argparse.Namespace) -> int:
    """Say whether a record is intact, and whether it is the one of a sheet of paper."""
    folder = folder_of(asked)
    from conference_tui import conferences
    from conference_tui.overview_text.lines import item
    from conference_tui.verify import verify as verified

    verdict = verified(folder, conferences.find(folder, asked.ref), asked.sheet or "")
    if asked.json:
        print_json({"intact": verdict.intact, "sentences": verdict.sentences})
    else:
        for sentence in verdict.sentences:
            print("\n".join(item(sentence)))
    return 0 if verdict.intact else WENT_WRONG


def erase(asked: argparse.Namespace) -> int:
    """Destroy the keys of a conference; what is kept is that it was there, who erased it and why."""
    from conference_tui.conference.text import one_line

    reason, by = one_line(asked.reason), one_line(asked.by)
    if not (reason and by):
        raise CommandError("Say why it is erased (--reason) and who erases it (--by). Nothing has been done.")
    folder = folder_of(asked)
    from conference_tui import conferences

    record = conferences.find(folder, asked.ref)
    if not asked.yes:
        confirm(
            f"Everything recorded in {asked.ref} will be out of reach for ever on this computer, the closed slot's "
            "record too. Copies elsewhere stay: archives, backups with their keys, printed plans.",
            asked.ref,
            "--yes",
        )
    conferences.erase(folder, record, reason=reason, by=by)
    print(f"{asked.ref} is erased. “conference erased” shows what is kept of it.")
    return 0
