"""Any paper of the conference, for one reader, in one layout.

What is drawn from is a conference that was reduced to what this reader may know; there is no other source.
"""

import io
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from conference_tui.conference.child_view import ChildView, for_child
from conference_tui.conference.papers import FILE, Copy, Layout, Paper
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.working_days import Calendar
from conference_tui.documents.action_sheet import write_action_sheet
from conference_tui.documents.attendance import write_attendance
from conference_tui.documents.braille import set_brf
from conference_tui.documents.child_letter import write_child_letter
from conference_tui.documents.date_card import write_date_card
from conference_tui.documents.letter import write_letter
from conference_tui.documents.minutes import write_minutes
from conference_tui.documents.plan import write_plan
from conference_tui.documents.setting import set_pdf
from conference_tui.documents.writing import Of, Written


class Drawn(Struct, frozen=True, kw_only=True):
    """A finished paper."""

    data: bytes
    suffix: str
    """How its file's name ends: ".pdf" or ".brf"."""
    title: str
    pages: int
    in_print: bytes = b""
    """Of a copy in braille the same words in print: contractions hide them from a search."""


class Order(Struct, frozen=True, kw_only=True):
    """A copy that is to be drawn, and all that may be known for it."""

    copy: Copy
    reduced: Conference
    layout: Layout
    drawn_from: str


class NotDrawnHere(ValueError):
    """A paper that is not drawn from the open record; the message is a sentence to the person."""


def draw(copy: Copy, reduced: Conference, procedure: Procedure, calendar: Calendar, layout: Layout) -> Drawn:
    """The copy as a file in memory; the same input gives the same bytes.

    Raises NoPlan for a plan of a child without one, UnprintableCharacter for a character that cannot be printed,
    NoBraille where liblouis is wanting, and KeyError for a child whom `reduced` does not hold.
    """
    written = write(copy, reduced, procedure, calendar)
    if layout is Layout.BRAILLE:
        data, pages = set_brf(written)
        return Drawn(data=data, suffix=".brf", title=written.title, pages=pages)
    out = io.BytesIO()
    pages = set_pdf(written, out, layout)
    return Drawn(data=out.getvalue(), suffix=".pdf", title=written.title, pages=pages)


def carry_out(order: Order, procedure: Procedure, calendar: Calendar) -> Drawn:
    """What was asked for, with the same in print where a search could not read it. Raises what `draw` raises."""
    drawn = draw(order.copy, order.reduced, procedure, calendar, order.layout)
    if drawn.suffix == ".pdf":
        return drawn
    in_print = draw(order.copy, order.reduced, procedure, calendar, Layout.STANDARD)
    return replace(drawn, in_print=in_print.data)


def write(copy: Copy, reduced: Conference, procedure: Procedure, calendar: Calendar) -> Written:
    """What the copy says, before it is laid out."""
    of = Of(
        authority=procedure.authority,
        kind=reduced.kind.value,
        ref=reduced.ref,
        reader_name=copy.reader_name,
        is_files=copy.reader == FILE,
        version=copy.version,
    )
    if copy.paper in _OF_A_CHILD:
        view = for_child(reduced, procedure, calendar, copy.child)
        return _OF_A_CHILD[copy.paper](view, reduced, procedure, of)
    if copy.paper in _OF_ALL:
        return _OF_ALL[copy.paper](copy, reduced, procedure, calendar, of)
    raise NotDrawnHere(f"The {copy.paper.value.replace('_', ' ')} is not drawn from the open record.")


def _plan(view: ChildView, _: Conference, procedure: Procedure, of: Of) -> Written:
    return write_plan(view, procedure, of)


def _action_sheet(copy: Copy, reduced: Conference, procedure: Procedure, _: Calendar, of: Of) -> Written:
    return write_action_sheet(reduced, procedure, copy.reader, of)


_OF_A_CHILD: dict[Paper, Callable[[ChildView, Conference, Procedure, Of], Written]] = {
    Paper.OUTLINE_PLAN: _plan,
    Paper.IN_NEED_OUTLINE: _plan,
    Paper.DECISION_LETTER: write_letter,
    Paper.CHILD_LETTER: write_child_letter,
}
_OF_ALL: dict[Paper, Callable[[Copy, Conference, Procedure, Calendar, Of], Written]] = {
    Paper.ACTION_SHEET: _action_sheet,
    Paper.MINUTES: write_minutes,
    Paper.ATTENDANCE: write_attendance,
    Paper.DATE_CARD: write_date_card,
}
