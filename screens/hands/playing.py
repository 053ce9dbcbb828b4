"""Strokes sent to a running application, as fast as it takes them or at a pace that a person can follow."""

import asyncio
from collections.abc import Iterable
from typing import Any

from msgspec import Struct
from textual import events
from textual.app import App
from textual.keys import _character_to_key

from screens.hands.strokes import Key, Stroke, Text

CALM = 5
"""Turns of the loop without a message after which an application has nothing left to do."""


class Pace(Struct, frozen=True, kw_only=True):
    """Seconds to wait after each letter, and after each key that is not a letter."""

    letter: float = 0.0
    key: float = 0.0


FAST = Pace()
FOLLOWED = Pace(letter=0.012, key=0.25)
"""A pace at which a person can follow what is typed."""


async def settle(app: App[Any]) -> None:
    """Return when no part of the application has anything left to do, for several turns of the loop in a row.

    Textual's own pilot sleeps a fixed time for each key instead, which is both slower and less sure.
    """
    quiet = 0
    while quiet < CALM:
        await asyncio.sleep(0)
        quiet = 0 if _is_busy(app) else quiet + 1


def _is_busy(app: App[Any]) -> bool:
    """Whether a message is waiting anywhere, or the screen is about to be drawn."""
    parts = [app, *(part for screen in app.screen_stack for part in screen.walk_children(with_self=True))]
    if any(part._message_queue.qsize() + len(part._next_callbacks) for part in parts):
        return True
    top = app.screen_stack[-1]
    return bool(top._callbacks or top._dirty_widgets)


async def strike(app: App[Any], strokes: Iterable[Stroke], pace: Pace = FAST) -> None:
    """Press and type, each stroke once the one before has had its effect."""
    for stroke in strokes:
        match stroke:
            case Key(name):
                app.post_message(events.Key(name, None))
                await settle(app)
                await asyncio.sleep(pace.key)
            case Text(words):
                for letter in words:
                    app.post_message(events.Key(_character_to_key(letter), letter))
                    if pace.letter:
                        await settle(app)
                        await asyncio.sleep(pace.letter)
                await settle(app)
