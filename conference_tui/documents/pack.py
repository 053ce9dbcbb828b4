"""The plans of a whole conference, one file for each child that has one."""

import hashlib
import io
import os
import re
from collections.abc import Callable
from pathlib import Path

import msgspec

from conference_tui.conference.child_view import for_child
from conference_tui.conference.events import DocumentMade, Outcome
from conference_tui.conference.plan import HANDED_OUT_BY, OUTLINE_PLAN
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.working_days import Calendar

Progress = Callable[[int, int], None]
"""Called with how many documents are done and how many there will be."""

WITH_PLAN = (Outcome.CHILD_PROTECTION, Outcome.CHILD_IN_NEED)


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """A plan that was written."""

    child: str
    path: Path
    sha256: str
    pages: int

    def event(self, recipient: str = HANDED_OUT_BY) -> DocumentMade:
        """What the record says of it (HF-10)."""
        return DocumentMade(
            document=OUTLINE_PLAN,
            child=self.child,
            recipient=recipient,
            file=str(self.path.absolute()),
            sha256=self.sha256,
        )


def children_with_plans(conference: Conference) -> tuple[str, ...]:
    """Ids of the children for whom a plan can be drawn, in the order in which they were entered."""
    return tuple(
        child
        for child in conference.children
        if child in conference.decisions and conference.decisions[child].made.outcome in WITH_PLAN
    )


def file_name(conference: Conference, child: str) -> str:
    """A neutral name: the reference and the child's number in the conference, never a person's name."""
    number = list(conference.children).index(child) + 1
    ref = re.sub(r"[^\w.-]+", "-", conference.ref).strip("-.") or "conference"
    return f"{ref}-child-{number}-plan.pdf"


def make_plans(
    conference: Conference,
    procedure: Procedure,
    calendar: Calendar,
    folder: Path,
    progress: Progress | None = None,
) -> list[Made]:
    """Write the outline plan of each child that has one into `folder`, readable by this user only.

    All are drawn before the first is written: on UnprintableCharacter no file is there, old or half. A file of the
    same name is replaced whole. Raises UnprintableCharacter and OSError.
    """
    from conference_tui.documents.plan import (
        draw_plan,
    )  # ReportLab takes a tenth of a second: only when needed

    children = children_with_plans(conference)
    drawn: list[tuple[str, bytes, int]] = []
    for number, child in enumerate(children):
        if progress:
            progress(number, len(children))
        out = io.BytesIO()
        pages = draw_plan(for_child(conference, procedure, calendar, child), procedure, out)
        drawn.append((child, out.getvalue(), pages))
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    made = []
    for child, written, pages in drawn:
        path = folder / file_name(conference, child)
        _write(path, written)
        digest = hashlib.sha256(written).hexdigest()
        made.append(Made(child=child, path=path, sha256=digest, pages=pages))
    if progress:
        progress(len(children), len(children))
    return made


def _write(path: Path, content: bytes) -> None:
    """Replace the file whole, or not at all."""
    unfinished = path.with_name(f".{path.name}.part")
    unfinished.unlink(missing_ok=True)
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
