"""Typing what the chair says while copies are handed out: from the close, and back to it."""

from collections.abc import Iterator

from conference_tui import authorities
from conference_tui.conference import events as e
from conference_tui.conference.papers import FILE, whereabouts_of
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.reading.questions import asked_for
from conference_tui.conference.recipients import row_of, rows
from conference_tui.conference.state import Conference
from screens.asked_first import SHOWN, WORDED, for_the_room
from screens.handing_out_forms import GETS, HOW, STAYS, entries
from screens.hands import hand
from screens.hands.choices import choose
from screens.hands.strokes import Stroke, keys, line, row
from screens.one_reader import mark, paper_words


def _procedure(conference: Conference) -> Procedure:
    return authorities.load(conference.opened.procedure if conference.opened else authorities.DEFAULT)


def _readers(conference: Conference) -> dict[str, str]:
    found = rows(conference, _procedure(conference))
    return {each.reader: each.name for each in found if each.reader != FILE}


@hand(e.CopyDecided)
def _(event: e.CopyDecided, conference: Conference) -> Iterator[Stroke]:
    yield from keys("h")
    yield from row(f"{_readers(conference)[event.reader]} · ")
    reader = row_of(conference, _procedure(conference), event.reader)
    cell = reader.cell(event.paper, event.child) if reader else None
    if cell is None:
        raise LookupError("There is no such paper for them.")
    yield from row(f"{mark(cell)} {paper_words(conference, event.paper, event.child)}")
    titles = dict(GETS)
    yield from choose(titles["yes" if event.gets else "no"], list(titles.values()))
    yield from line(event.why)
    yield from keys("escape", "escape")


@hand(e.EntryChosen)
def _(event: e.EntryChosen, conference: Conference) -> Iterator[Stroke]:
    named, how = dict(entries(conference)), dict(HOW)
    if event.entry not in named:
        yield from _asked_for(event.entry, event.reader, conference)
        yield from choose(dict(SHOWN)[event.how], list(dict(SHOWN).values()))
        yield from line(event.why)
        yield from keys("escape", "escape")
        return
    readers = {"": "everybody's minutes", **_readers(conference)}
    yield from keys("h", "e")
    yield from choose(named[event.entry], list(named.values()))
    yield from choose(how[event.how], list(how.values()))
    yield from choose(readers[event.reader], list(readers.values()))
    yield from line(event.why)
    yield from keys("escape")


@hand(e.EntryWorded)
def _(event: e.EntryWorded, conference: Conference) -> Iterator[Stroke]:
    yield from _asked_for(event.entry, event.reader, conference)
    yield from choose(dict(WORDED)["worded"], list(dict(WORDED).values()))
    yield from line(event.words)
    yield from line("")
    yield from keys("escape", "escape")


def _asked_for(entry: str, reader: str, conference: Conference) -> Iterator[Stroke]:
    """Open what is asked about an entry for a reader."""
    procedure = _procedure(conference)
    found = row_of(conference, procedure, reader)
    asked = asked_for(conference, procedure, found) if found else ()
    question = next((each for each in asked if each.entry == entry), None)
    if question is None:
        raise LookupError("Nothing is asked about that entry for them.")
    yield from keys("h")
    yield from row(f"{_readers(conference)[reader]} · ")
    yield from row(for_the_room(conference, question.event, question.words))


@hand(e.WordsJudged)
def _(event: e.WordsJudged, conference: Conference) -> Iterator[Stroke]:
    if not event.reader:
        yield from keys("h", "l")
        yield from line(event.words)
        yield from keys("escape")
        return
    readers = _readers(conference)
    withheld = {person.id: person.label for person in conference.people.values() if person.withheld_from}
    whose = next((person for person in withheld if event.words == whereabouts_of(person)), "")
    yield from keys("h", "w")
    yield from choose(readers[event.reader], list(readers.values()))
    if withheld:
        nobody = "nobody: the words below"
        yield from choose(withheld.get(whose, nobody), [nobody, *withheld.values()])
    yield from line("" if whose else event.words)
    titles = dict(STAYS)
    yield from choose(titles["stays" if event.stays else "out"], list(titles.values()))
    yield from line(event.why)
    yield from keys("escape")
