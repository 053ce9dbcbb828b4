"""The restricted record: what was said in the closed slot, as one numbered copy for one holder (BA-11).

It is drawn by its own command, from that slot's own record, and leaves this module only under a passphrase.
"""

import io
from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from conference_tui.conference.events import CopyNumbered
from conference_tui.conference.papers import Layout
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import ClosedSlot, Conference
from conference_tui.conference.text import say_date, say_time
from conference_tui.documents.encrypted import encrypted
from conference_tui.documents.sections import opening
from conference_tui.documents.sections.present import label, part
from conference_tui.documents.setting import set_pdf
from conference_tui.documents.writing import Of, Writing, Written

_WIDTHS = (0.08, 0.2, 0.2, 0.52)


class Line(Struct, frozen=True, kw_only=True):
    """One contribution of the slot."""

    number: int
    at: datetime | None
    """None where the record does not tell."""
    speaker: str
    """The id of a person of the conference."""
    words: str
    struck: bool
    """Whether it was taken back."""


def draw_restricted(
    conference: Conference,
    procedure: Procedure,
    said: Sequence[Line],
    copies: Sequence[CopyNumbered],
    copy: CopyNumbered,
    passphrase: str,
    layout: Layout = Layout.STANDARD,
) -> bytes:
    """The copy as a PDF under `passphrase`; nothing of it is ever without one.

    Raises NoPassphrase, and UnprintableCharacter for a character that no font has.
    """
    out = io.BytesIO()
    set_pdf(write_restricted(conference, procedure, said, copies, copy), out, layout)
    return encrypted(out.getvalue(), passphrase)


def write_restricted(
    conference: Conference,
    procedure: Procedure,
    said: Sequence[Line],
    copies: Sequence[CopyNumbered],
    copy: CopyNumbered,
) -> Written:
    """The copy, part by part."""
    writing = Writing("restricted_record")
    kind = conference.opened.kind.value if conference.opened else "initial"
    of = Of(authority=procedure.authority, kind=kind, ref=conference.ref)
    title = writing.say("title", "record")
    writing.title(title, of)
    on = say_date(copy.on)
    writing.text(writing.say("opening", "copy", copy=copy.copy, holder=copy.holder, on=on), marked=True)
    writing.text(writing.say("opening", "rule"))
    writing.heading("conference")
    slots = [(writing.say("slot", "title"), _times(writing, slot)) for slot in conference.closed_slots]
    facts = [(writing.say("facts", key), told) for key, told in opening.of_conference(writing, conference)]
    writing.table((), [*facts, *slots], (0.4, 0.6))
    for slot in conference.closed_slots:
        writing.list_under("present", [_named(conference, someone) for someone in slot.stayed])
        writing.list_under("left", [_named(conference, someone) for someone in slot.left])
    _said(writing, conference, said)
    writing.list_under(
        "copies",
        [
            writing.say("copies", "each", copy=each.copy, holder=each.holder, on=say_date(each.on))
            for each in copies
        ],
    )
    footer = writing.say("footer", "numbered", ref=conference.ref, copy=copy.copy)
    return replace(writing.finish(title, of), footer=footer)


def _times(writing: Writing, slot: ClosedSlot) -> str:
    if slot.ended:
        return writing.say("slot", "held", began=say_time(slot.began), ended=say_time(slot.ended))
    return writing.say("slot", "open", began=say_time(slot.began))


def _named(conference: Conference, someone: str) -> str:
    told = part(conference, someone)
    return f"{label(conference, someone)} ({told})" if told else label(conference, someone)


def _said(writing: Writing, conference: Conference, said: Sequence[Line]) -> None:
    writing.heading("said")
    if not said:
        writing.text(writing.say("said", "nothing"))
        return
    columns = [writing.say("said", key) for key in ("number", "when", "who", "words")]
    rows = []
    for line in said:
        when = f"{say_date(line.at.date())} {say_time(line.at.time())}" if line.at else ""
        words = writing.say("said", "taken_back", words=line.words) if line.struck else line.words
        rows.append((str(line.number), when, label(conference, line.speaker), words))
    cards = [writing.say("said", "card", number=row[0]) for row in rows]
    writing.table(columns, rows, _WIDTHS, cards=cards)
