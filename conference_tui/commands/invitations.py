"""Bringing an invitation list into a conference from a shell."""

import argparse
from pathlib import Path

from conference_tui.commands.asking import CommandError, confirm
from conference_tui.commands.place import folder_of


def invite(asked: argparse.Namespace) -> int:
    """Show who stands in a list, ask, and enter them: all of them, or nobody."""
    if not asked.file.strip():
        raise CommandError("FILE is empty. Name the invitation list.")
    folder = folder_of(asked)
    from conference_tui import conferences, inviting
    from conference_tui.overview_text.lines import item

    meeting = conferences.open_meeting(folder, conferences.find(folder, asked.ref))
    try:
        people = inviting.people_in(meeting, Path(asked.file).expanduser())
        for each in people:
            described = ", ".join(part for part in (each.role or each.standing.value, each.agency) if part)
            print("\n".join(item(f"{each.name or 'name not known'}, {described}.")))
        if not asked.yes:
            confirm(f"Enter these {len(people)} into {meeting.conference.ref}?", "yes", "--yes")
        inviting.invite(meeting, people)
        meeting.flush()
    finally:
        meeting.close()
    print(f"{len(people)} people are entered. docs/invitations.md describes the list.")
    return 0
