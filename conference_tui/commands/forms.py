"""Making the blank form of questions for parents from a shell (KC-9)."""

import argparse
from pathlib import Path

from conference_tui.commands.asking import CommandError


def form(asked: argparse.Namespace) -> int:
    """Make the form in a folder, and print where it lies."""
    if not asked.to.strip():
        raise CommandError("--to is empty. Name a folder for the form.")
    from conference_tui import authorities
    from conference_tui.conference.papers import Layout
    from conference_tui.conference.procedure_mistakes import ProcedureError
    from conference_tui.conference.text import clean
    from conference_tui.documents.question_form import draw_question_form, file_name

    try:
        procedure = authorities.load(asked.procedure or authorities.DEFAULT)
    except (ProcedureError, authorities.UnknownProcedureError) as mistake:
        raise CommandError(f"{mistake} No form was made.") from mistake
    layout = Layout.LARGE_PRINT if asked.large_print else Layout.STANDARD
    to = Path(asked.to).expanduser()
    path = to / file_name(layout)
    if path.exists():
        raise CommandError(f"{path} is there already and was left as it is. Name another folder with --to.")
    try:
        to.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(draw_question_form(procedure, layout))
    except OSError as error:
        why = error.strerror or str(error)
        raise CommandError(
            f"The form could not be written to {to}: {why}. Name another folder with --to."
        ) from error
    print(clean(str(path)))
    return 0
