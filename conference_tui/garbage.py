"""When Python looks for garbage: in a meeting in the pauses between keys, not while somebody waits for a frame.

A full look takes as long as a frame or two once a thousand entries are drawn, and Python by itself would choose the
moment at which much was made, which is when a stage is shown. The short looks, at what was made last, stay where
they are.
"""

import gc
from collections.abc import Callable
from time import monotonic

LOADED_BETWEEN_LOOKS = 2_000
"""New objects between two short looks; Python's own 700 cost a tenth of the start."""

LOOKED_FOR_EVERY = 0.5
"""Seconds between two looks at whether there is a pause."""

PAUSE = 0.3
"""Seconds without a key after which nobody waits for anything."""

WORTH_A_LOOK = 2
"""Longer looks, each at ten short ones' leavings, after which a pause is used for a full one."""

WITHOUT_A_PAUSE = 100
"""The same, after which the full one waits no longer: nobody types for so long without a pause."""


def begin() -> None:
    """Look seldom: almost nothing that is loaded from now on is garbage."""
    gc.set_threshold(LOADED_BETWEEN_LOOKS)


def keep_what_stays() -> None:
    """Look now, and then no more at what stays for the whole meeting; and from now on in pauses.

    Once, and before anything of the meeting is drawn: drawn lines do not stay, and have cycles in them, so that one that
    is kept here would never be let go.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(LOADED_BETWEEN_LOOKS, 10, WITHOUT_A_PAUSE)


class Pauses:
    """The moments at which nobody waits."""

    def __init__(self, seconds: Callable[[], float] = monotonic) -> None:
        self._seconds = seconds
        self._touched = seconds()

    def touch(self) -> None:
        """Somebody pressed a key."""
        self._touched = self._seconds()

    def look(self) -> None:
        """Look for garbage if nobody pressed a key for a while; called by a timer."""
        if self._seconds() - self._touched >= PAUSE:
            self.use()

    def use(self) -> None:
        """Look for garbage, if much was made since the last time: nobody waits."""
        if gc.get_count()[2] >= WORTH_A_LOOK:
            gc.collect()
