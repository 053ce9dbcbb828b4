"""Processes that draw beside this one, so that a pack takes half as long where there are two processors.

A hand gets a conference that was reduced for one reader, and no more: no key, no closed slot, no other reader's copy.
It has nothing of this process's memory, writes no file, and ends when its pipe does. What it does not
draw, because it could not be started, died, or met something that cannot be drawn, is drawn here, where the trouble is told.
"""

import copyreg
import gc
import os
import pickle
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from queue import SimpleQueue
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Any, Self

from conference_tui.conference.procedure import Procedure
from conference_tui.conference.working_days import Calendar

if TYPE_CHECKING:
    from conference_tui.documents.draw import Drawn, Order

MOST = 4
"""More are not worth their memory, about 50 MiB each."""
WORTH_IT = 8
"""From so many copies on it is quicker to start them than to draw alone."""
_BEGIN = "from conference_tui.documents.drawing_hands import serve; serve()"

Settings = tuple[Procedure, Calendar]


def _unchanging(held: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    """A mapping as it was sent: its own type cannot be found under the name that it tells."""
    return MappingProxyType(held)


copyreg.pickle(MappingProxyType, lambda held: (_unchanging, (dict(held),)))


class Hands:
    """As many processes as there are processors; used for one pack, as a context manager.

    They take up their work at once: whoever makes them early finds them ready.
    """

    def __init__(self, count: int | None = None) -> None:
        """`count` is how many; none where there is one processor alone."""
        if count is None:
            processors = _processors()
            count = min(processors, MOST) if processors > 1 else 0
        self._all = [hand for hand in (_started() for _ in range(count)) if hand]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all of them, whatever they are doing."""
        while self._all:
            hand = self._all.pop()
            hand.kill()
            for pipe in (hand.stdin, hand.stdout):
                if pipe:
                    with suppress(OSError):
                        pipe.close()
            hand.wait()

    def draw(
        self, orders: "Iterable[Order]", settings: Settings
    ) -> "Iterator[tuple[Order, Drawn | Exception]]":
        """Each copy as it is drawn, in the order in which they were asked for; or why it cannot be."""
        if not self._all:
            yield from ((order, _drawn_here(order, settings)) for order in orders)
            return
        free: SimpleQueue[_Hand] = SimpleQueue()
        for hand in self._all:
            free.put(_Hand(hand, settings))

        def drawn(order: "Order") -> "Drawn | None":
            hand = free.get()
            try:
                return hand.draw(order)
            finally:
                free.put(hand)

        with ThreadPoolExecutor(len(self._all), "drawing") as threads:
            try:
                asked = [(order, threads.submit(drawn, order)) for order in orders]
                for order, answer in asked:
                    yield order, answer.result() or _drawn_here(order, settings)
            finally:
                threads.shutdown(wait=False, cancel_futures=True)
                self.close()  # a thread that still waits for an answer gets none


class _Hand:
    """One process, as the thread that talks to it knows it."""

    def __init__(self, process: "subprocess.Popen[bytes]", settings: Settings) -> None:
        self._process = process
        self._settings: Settings | None = settings
        self._is_there = True

    def draw(self, order: "Order") -> "Drawn | None":
        """The copy; None where the process cannot draw it, or is gone."""
        from conference_tui.documents.draw import Drawn

        asked, answers = self._process.stdin, self._process.stdout
        if not self._is_there or asked is None or answers is None:
            return None
        try:
            if self._settings:
                asked.write(pickle.dumps(self._settings))
                self._settings = None
            asked.write(pickle.dumps(order))
            asked.flush()
            answer = pickle.load(answers)
        except Exception:  # a process that is gone, or was never a drawing hand, answers in any way
            self._is_there = False
            return None
        return answer if isinstance(answer, Drawn) else None


def _drawn_here(order: "Order", settings: Settings) -> "Drawn | Exception":
    """The copy drawn in this process, or why it cannot be: one that cannot must not cost the others."""
    # ReportLab: only when something is drawn, not when the hands are got ready
    from conference_tui.documents.draw import carry_out

    try:
        return carry_out(order, *settings)
    except Exception as error:
        return error


def serve() -> None:
    """What a drawing process does: draw what comes in, until nothing more does."""
    from conference_tui.documents import fonts
    from conference_tui.documents.draw import carry_out

    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever a library may print is no answer
    fonts.register()
    gc.freeze()
    gc.disable()  # it lives for one pack: looking for garbage takes longer than all of it is worth
    with suppress(EOFError, KeyboardInterrupt, OSError):
        settings = pickle.load(asked)
        while True:
            order = pickle.load(asked)
            try:
                answer = carry_out(order, *settings)
            except Exception:
                answer = None
            pickle.dump(answer, answers)
            answers.flush()


def _started() -> "subprocess.Popen[bytes] | None":
    with suppress(OSError, ValueError):
        return subprocess.Popen(
            [
                sys.executable,
                "-P",
                "-c",
                _BEGIN,
            ],  # -P: nothing is loaded from the folder one happens to be in
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    return None


def _processors() -> int:
    """How many this process may use; where that is not told, how many there are."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1
