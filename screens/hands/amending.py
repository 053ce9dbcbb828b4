"""Typing what comes after the close: an addendum, a complaint and its outcome, how long the record is kept."""

from collections.abc import Iterator
from datetime import date

from conference_tui import authorities
from conference_tui.conference import events as e
from conference_tui.conference.state import Conference
from conference_tui.conference.text import write_date
from screens.hands import hand
from screens.hands.choices import about, choose, instead
from screens.hands.set_up import day, names
from screens.hands.strokes import Key, Stroke, keys, line, row


def _day(on: date) -> Iterator[Stroke]:
    """A day in the place of today's, which stands there."""
    yield Key("ctrl+u")
    yield from line(day(on))


@hand(e.AddendumAdded)
def _(event: e.AddendumAdded, conference: Conference) -> Iterator[Stroke]:
    yield from keys("a")
    yield from line(event.words)
    yield from instead(conference.name(event.by), conference.chair)
    yield from _day(event.on)
    yield from about(event.children, conference)
    yield from line("")


@hand(e.ComplaintReceived)
def _(event: e.ComplaintReceived, conference: Conference) -> Iterator[Stroke]:
    everyone = conference.everybody()
    yield from keys("x")
    known = event.person in everyone
    yield from choose(conference.name(event.person) if known else "", names(conference, everyone))
    yield from line("" if known else event.person)
    yield from line(event.words)
    yield from _day(event.on)


@hand(e.ComplaintDecided)
def _(event: e.ComplaintDecided, conference: Conference) -> Iterator[Stroke]:
    procedure = authorities.load(conference.opened.procedure if conference.opened else authorities.DEFAULT)
    outcomes = list(procedure.complaints.outcomes)
    complaint = conference.complaints[event.complaint]
    before = complaint.decided
    chosen = event.outcome if event.outcome in outcomes else ""
    chosen_before = before.outcome if before and before.outcome in outcomes else ""
    yield from row(complaint.received.words.splitlines()[0])
    if outcomes:
        yield from choose(chosen, outcomes, chosen_before)
    yield from instead(
        "" if chosen else event.outcome, before.outcome if before and not chosen_before else ""
    )
    yield from instead(event.words, before.words if before else "")
    yield from _day(event.on)


@hand(e.RetentionSet)
def _(event: e.RetentionSet, conference: Conference) -> Iterator[Stroke]:
    before = conference.retention
    yield from keys("k")
    yield from instead(day(event.until), write_date(before.until) if before else "")
    yield from instead(event.why, before.why if before else "")
