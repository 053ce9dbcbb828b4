"""Typing what happens to a whole sitting: another chair, adjourning, going on."""

from collections.abc import Iterator

from conference_tui.conference import events as e
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_time
from screens.hands import hand
from screens.hands.set_up import day
from screens.hands.strokes import Key, Stroke, keys, line, row


@hand(e.ChairChanged)
def _(event: e.ChairChanged, conference: Conference) -> Iterator[Stroke]:
    yield from keys("f12")
    yield from row(f"✓ {conference.every_chair or 'not named'}")
    yield from line(event.chair)
    yield Key("ctrl+u")
    yield from line(say_time(event.at))
    yield from line(event.reason)
    yield from keys("escape")


@hand(e.ConferenceAdjourned)
def _(event: e.ConferenceAdjourned, _: Conference) -> Iterator[Stroke]:
    yield from keys("f12")
    yield from row("○ Adjourn")
    yield Key("ctrl+u")
    yield from line(say_time(event.at))
    yield from line(event.reason)
    yield from line(event.safeguards)
    yield from line(day(event.until))
    yield from keys("escape")


@hand(e.ConferenceResumed)
def _(event: e.ConferenceResumed, _: Conference) -> Iterator[Stroke]:
    """The people are taken down after it, each as an arrival."""
    yield from keys("f12")
    yield from row("■ Adjourned")
    yield Key("ctrl+u")
    yield from line(day(event.on))
    yield Key("ctrl+u")
    yield from line(say_time(event.at))
    yield from line("")
    yield Key("ctrl+s")  # nobody is ticked, which the form asks about
    yield from keys("escape")
