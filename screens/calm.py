"""Whether an application has anything left to do: every key takes effect before the next one is delivered.

Textual tells nobody whether it is at rest, so its own queues are looked at, which are private: a new version of it
may need a change here, and here alone.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

from textual import events
from textual.app import App
from textual.widget import Widget

CALM = 3
"""Turns of the loop without anything to do after which an application is at rest."""

PATIENCE = 0.5
"""Seconds after which a key is delivered although the application is not at rest."""


def is_leaving(app: App[Any]) -> bool:
    """Whether the application is at its end: there may be no screen any more that could take a key."""
    return app._exit or app._closing or not app.screen_stack


def is_there(part: Widget) -> bool:
    """Whether news may still be shown on a screen, or on a part of one: not when it is being taken away.

    A part that is being taken away is attached until its last child is gone, so that `is_attached` is not enough.
    """
    return part.is_attached and not part._pruning and part.screen in part.app.screen_stack


def has_messages(app: App[Any]) -> bool:
    """Whether a message is waiting anywhere, or the screen on top is only being made or has rows out of sight to draw."""
    if is_leaving(app):
        return False
    parts = [app, *(part for screen in app.screen_stack for part in screen.walk_children(with_self=True))]
    if any(part._message_queue.qsize() + len(part._next_callbacks) for part in parts):
        return True
    top = app.screen_stack[-1]
    return not top.is_running or getattr(top, "has_more_to_draw", False)


def is_busy(app: App[Any]) -> bool:
    """Whether a message is waiting anywhere, or the screen on top is about to be drawn."""
    if has_messages(app):
        return True
    if is_leaving(app):
        return False
    top = app.screen_stack[-1]
    return bool(top._callbacks or top._dirty_widgets)


async def settle(app: App[Any]) -> None:
    """Return when the application is at rest; what is to be drawn is drawn at once, and not with the next frame.

    Textual's own pilot sleeps a fixed time for each key instead, which is both slower and less sure.
    """
    quiet = 0
    while quiet < CALM:
        await asyncio.sleep(0)
        if _holds_keys(app) or has_messages(app):
            quiet = 0
        elif is_busy(app):
            quiet = 0
            with app._context():
                app.screen_stack[-1]._on_timer_update()
        else:
            quiet += 1


async def done(app: App[Any]) -> None:
    """Return when every key has had its effect, drawn or not."""
    quiet = 0
    while quiet < CALM:
        await asyncio.sleep(0)
        quiet = 0 if _holds_keys(app) or has_messages(app) else quiet + 1


def _holds_keys(app: App[Any]) -> bool:
    """Keys that an application at its end still holds are never delivered: nobody waits for them."""
    return not is_leaving(app) and getattr(app, "keys_waiting", False)


class Keyboard:
    """Holds keys and pastes back until what the key before them did is done; not until it is drawn.

    Textual gives a key to whatever has the focus at that moment. When a key opens a form, the keys typed before
    the form has the focus would go nowhere: a fast typist would lose the beginning of a name.
    """

    def __init__(self, app: App[Any], deliver: Callable[[events.Event], Awaitable[None]]) -> None:
        self._app = app
        self._deliver = deliver
        self._waiting: deque[events.Event] = deque()
        self._task: asyncio.Task[None] | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether keys are held back."""
        return bool(self._waiting) or (self._task is not None and not self._task.done())

    def take(self, event: events.Event) -> None:
        """Take a key or a paste; it is delivered in its turn, and not at all once the application is leaving."""
        self._waiting.append(event)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._run())

    def forget(self) -> None:
        """Drop what is held back."""
        self._waiting.clear()

    async def _run(self) -> None:
        while self._waiting:
            await self._calm()
            if is_leaving(self._app):
                self.forget()
            if not self._waiting:
                return
            event = self._waiting.popleft()
            try:
                await self._deliver(event)
            except Exception as error:
                self._app._handle_exception(error)

    async def _calm(self) -> None:
        """Wait until the application is at rest, or patience ends."""
        end = asyncio.get_running_loop().time() + PATIENCE
        quiet = 0
        while quiet < CALM and asyncio.get_running_loop().time() < end:
            if is_leaving(self._app):
                return
            quiet = 0 if self._is_busy() else quiet + 1
            if quiet < CALM:
                await asyncio.sleep(0)

    def _is_busy(self) -> bool:
        """A screen on which nothing has the focus yet is one that is still being made."""
        return self._app.screen_stack[-1].focused is None or has_messages(self._app)
