"""Nobody has touched the keyboard: when that is to be said, and when the program locks."""

import os
import time
from collections.abc import Callable
from enum import StrEnum

LOCK_AFTER = "CONFERENCE_LOCK_AFTER"
"""The setting in the environment: whole minutes, 0 for never."""
USUAL_MINUTES = 10
WARNING = 30.0
"""Seconds before the lock from which it is announced."""


def now() -> float:
    """Seconds that go on while the laptop sleeps: a closed lid counts as nobody there."""
    sleeping_too = getattr(time, "CLOCK_BOOTTIME", None)  # Linux has it
    return time.monotonic() if sleeping_too is None else time.clock_gettime(sleeping_too)


def minutes_from_environment() -> int:
    """After how many minutes the program is to lock; the usual number where nothing usable is set."""
    given = os.environ.get(LOCK_AFTER, "").strip()
    return int(given) if given.isascii() and given.isdigit() else USUAL_MINUTES


class Quiet(StrEnum):
    """How long nobody has been there."""

    NOT_LONG = "not long"
    WARN = "warn"
    LOCK = "lock"


class Idle:
    """Counts the seconds since the last touch.

    The time is given to it, so that a test needs not wait.
    """

    def __init__(self, minutes: int, clock: Callable[[], float] = now) -> None:
        """Lock after `minutes`; 0 for never. `clock` gives seconds."""
        self.minutes = minutes
        self._clock = clock
        self._touched = clock()

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = self._clock()

    @property
    def seconds_left(self) -> float:
        """How long until the lock; negative when it is overdue."""
        return self.minutes * 60 - (self._clock() - self._touched)

    @property
    def state(self) -> Quiet:
        """Whether it is time to warn, or to lock."""
        if not self.minutes or self.seconds_left > WARNING:
            return Quiet.NOT_LONG
        return Quiet.WARN if self.seconds_left > 0 else Quiet.LOCK
