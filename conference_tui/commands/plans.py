"""Making the plans from a shell."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from conference_tui.commands.asking import CommandError
from conference_tui.commands.place import folder_of

if TYPE_CHECKING:
    from conference_tui.documents.pack import Progress
    from conference_tui.meeting import Meeting


def export(asked: argparse.Namespace) -> int:
    """Make the plan of each child."""
    folder = folder_of(asked)
    if not asked.to.strip():
        raise CommandError("--to is empty. Name a folder for the plans.")
    to = Path(asked.to).expanduser()
    from conference_tui import conferences

    meeting = conferences.open_meeting(folder, conferences.find(folder, asked.ref))
    try:
        return _make_plans(meeting, to)
    finally:
        meeting.close()


def _make_plans(meeting: "Meeting", to: Path) -> int:
    """Make every plan, print where it lies, and record that it was made (HF-10)."""
    from conference_tui.conference.text import clean
    from conference_tui.documents import pack

    conference = meeting.conference
    children = pack.children_with_plans(conference)
    if not children:
        raise CommandError(
            f"No child of {conference.ref} has a plan: there is no decision that leads to one."
        )
    if why := meeting.refusal(pack.Made(child=children[0], path=to, sha256="", pages=0).event()):
        raise CommandError(f"{why} No plan was made.")
    for child in children:
        if (there := to / pack.file_name(conference, child)).exists():
            raise CommandError(
                f"{there} is there already and was left as it is. Name another folder with --to."
            )
    not_saved: list[str] = []
    meeting.troubles.append(lambda _, sentence: not_saved.append(sentence))
    try:
        plans = pack.make_plans(conference, meeting.procedure, meeting.calendar, to, _progress())
    except OSError as error:
        why = error.strerror or str(error)
        raise CommandError(
            f"The plans could not be written to {to}: {why}. Name another folder with --to."
        ) from error
    for made in plans:
        meeting.record(made.event())
        print(clean(str(made.path)))
    meeting.flush()
    if not_saved:
        raise CommandError(f"The plans are in {to}, but that they were made is not recorded. {not_saved[0]}")
    if undecided := [
        child.label for child in conference.children.values() if child.id not in conference.decisions
    ]:
        raise CommandError(f"There is no plan for {', '.join(undecided)}: no decision has been made.")
    return 0


def _progress() -> "Progress | None":
    """Say on a terminal how far it is; output that goes elsewhere stays free of it."""
    if not sys.stderr.isatty():
        return None

    def say(done: int, of: int) -> None:
        print(f"\rPlans made: {done} of {of}", end="\n" if done == of else "", file=sys.stderr, flush=True)

    return say
