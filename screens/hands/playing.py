"""Strokes sent to a running application, as fast as it takes them or at a pace that a person can follow."""

import asyncio
from collections.abc import Iterable
from typing import Any

from msgspec import Struct
from textual import events
from textual.app import App
from textual.keys import _character_to_key

from screens.calm import done
from screens.hands.strokes import Key, Stroke, Text


class Pace(Struct, frozen=True, kw_only=True):
    """Seconds to wait after each letter, and after each key that is not a letter."""

    letter: float = 0.0
    key: float = 0.0


FAST = Pace()
FOLLOWED = Pace(letter=0.01, key=0.12)
"""A pace at which a person can follow what is typed."""


async def strike(app: App[Any], strokes: Iterable[Stroke], pace: Pace = FAST) -> None:
    """Press and type, each stroke once the one before has had its effect."""
    for stroke in strokes:
        match stroke:
            case Key(name):
                app.post_message(events.Key(name, None))
                await done(app)
                await asyncio.sleep(pace.key)
            case Text(words):
                for letter in words:
                    app.post_message(events.Key(_character_to_key(letter), letter))
                    if pace.letter:
                        await done(app)
                        await asyncio.sleep(pace.letter)
                await done(app)
