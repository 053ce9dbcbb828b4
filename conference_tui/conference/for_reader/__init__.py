"""The conference as one reader may know it: what a copy is drawn from, reduced before anything is drawn (HF-10).

Nothing is drawn and then covered. What is not named here is not in the reduced conference: a new part of the state
is left out of every copy until somebody says who may read it.
"""

from msgspec import Struct
from msgspec.structs import replace

from conference_tui.conference.for_reader.entries import SUMMARY, Dropped, entries_dropped, themed
from conference_tui.conference.for_reader.frame import with_family
from conference_tui.conference.for_reader.omissions import omissions_of
from conference_tui.conference.for_reader.reader import Reader
from conference_tui.conference.for_reader.small_papers import card, sheet
from conference_tui.conference.for_reader.whole import whole
from conference_tui.conference.papers import FILE, Copy, Paper
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.rewriting import rewritten
from conference_tui.conference.state import EMPTY, Conference

__all__ = [
    "SUMMARY",
    "Dropped",
    "TakenOut",
    "dropped",
    "for_reader",
    "omissions",
    "taken_out",
    "themed",
]


def for_reader(conference: Conference, procedure: Procedure, copy: Copy) -> Conference:
    """The conference that a copy is drawn from. Raises KeyError for a reader without a row.

    Only what the paper names is left; then every word of it is read through.
    """
    if copy.reader == FILE and not copy.child:
        return replace(conference, documents=(), copies=EMPTY, entry_choices=EMPTY, words_judged=EMPTY)
    reader = Reader(conference, procedure, copy)
    known = frozenset((*conference.people, *conference.children, *conference.relatives))
    return rewritten(_left(reader), reader.hide, reader.renamed, known, reader.hide_in_places)


def _left(reader: Reader) -> Conference:
    match reader.copy.paper:
        case Paper.ACTION_SHEET:
            return sheet(reader)
        case Paper.DATE_CARD:
            return card(reader)
        case Paper.OUTLINE_PLAN | Paper.IN_NEED_OUTLINE:
            return with_family(reader, whole(reader))
    return whole(reader)


def dropped(conference: Conference, procedure: Procedure, copy: Copy) -> tuple[Dropped, ...]:
    """The entries that a reader's copy leaves out whole, each with why; for the chair to look at and to change."""
    if copy.reader == FILE:
        return ()
    return tuple(entries_dropped(Reader(conference, procedure, copy)))


def omissions(conference: Conference, procedure: Procedure, copy: Copy) -> tuple[str, ...]:
    """What is left out of a copy and why, a sentence each."""
    if copy.reader == FILE:
        return ("What was said in the closed slot.",) if conference.closed_slots else ()
    return tuple(omissions_of(Reader(conference, procedure, copy)))


class TakenOut(Struct, frozen=True):
    """What is taken out of a copy wherever it stands."""

    people: frozenset[str]
    """Ids of those who may not be named."""
    words: tuple[str, ...]


def taken_out(conference: Conference, procedure: Procedure, copy: Copy) -> TakenOut:
    """Whom a copy may not name, and which words beside names and withheld whereabouts it may not hold."""
    if copy.reader == FILE and not copy.child:
        return TakenOut(frozenset(), ())
    reader = Reader(conference, procedure, copy)
    return TakenOut(reader.gone, reader.words_taken_out())
