"""Garbage is looked for while nobody waits for a frame."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from conference_tui import garbage
from conference_tui.garbage import PAUSE, Pauses


class Knot:
    """Garbage that only a full look finds, once it has grown old."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def as_in_a_meeting() -> Iterator[None]:
    """What a meeting sets, and takes back."""
    before = gc.get_threshold()
    garbage.keep_what_stays()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


def old_knot() -> weakref.ref[Knot]:
    """A knot that outlived the short looks, with nobody holding it any more; and much made since a full look."""
    knot = Knot()
    gc.collect(0)
    for _ in range(garbage.WORTH_A_LOOK):
        gc.collect(1)
    return weakref.ref(knot)


class Clock:
    """Seconds that pass when they are told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_not_between_two_keys_but_when_a_pause_is_long_enough() -> None:
    clock = Clock()
    pauses = Pauses(clock)
    knot = old_knot()
    clock.now = 10
    pauses.touch()
    clock.now += PAUSE * 0.9
    pauses.look()
    assert knot() is not None
    clock.now += PAUSE * 0.2
    pauses.look()
    assert knot() is None


def test_not_at_all_while_nothing_was_made() -> None:
    clock = Clock()
    pauses = Pauses(clock)
    clock.now += PAUSE * 2
    old_knot()
    pauses.look()
    knot = weakref.ref(Knot())
    pauses.look()
    assert knot() is not None


def test_at_once_where_the_window_is_left() -> None:
    knot = old_knot()
    Pauses(Clock()).use()
    assert knot() is None
