"""Sentences of setting up: the kind, the day and place, the children and people."""

from conference_tui.conference import events as e
from conference_tui.conference.text import say_date, say_time
from conference_tui.conference.timeline.telling import Told, says
from conference_tui.conference.timeline.words import ended, joined, quoted


def _opened(event: e.ConferenceOpened, _: Told) -> str:
    led = joined(
        f"chair {event.chair}" if event.chair else "",
        f"minute-taker {event.minute_taker}" if event.minute_taker else "",
    )
    return f"The {event.kind.value} conference {event.ref} was set up{f': {led}' if led else ''}"


def _arranged(event: e.ConferenceArranged, _: Told) -> str:
    when = joined(
        say_date(event.held) if event.held else "",
        say_time(event.begins) if event.begins else "",
        event.venue,
    )
    online = f" Held online: {quoted(event.online_reason)}" if event.online_reason else ""
    return f"When and where: {ended(when or 'not known')}{online}"


def _child_entered(event: e.ChildEntered, _: Told) -> str:
    born = f", born {say_date(event.born)}" if event.born else ""
    expected = f", expected {say_date(event.expected)}" if event.expected and not event.born else ""
    return f"Child entered: {event.name or 'name not known'}{born}{expected}"


def _person_entered(event: e.PersonEntered, _: Told) -> str:
    described = joined(event.role or event.standing.value, event.agency)
    return f"Entered: {event.name or 'name not known'}, {described}"


says(e.ConferenceOpened, _opened)
says(e.ConferenceArranged, _arranged)
says(e.ChildEntered, _child_entered)
says(e.PersonEntered, _person_entered)
says(
    e.KeyDateGiven,
    lambda ev, _: f"Date of the {ev.what}: {say_date(ev.on)}{f', {quoted(ev.note)}' if ev.note else ''}",
)
