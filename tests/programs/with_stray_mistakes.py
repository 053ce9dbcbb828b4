"""Mistakes where nobody catches them, each with somebody's words in it."""

import asyncio
import gc
import threading

from conference_tui import surroundings
from conference_tui.cli import main

main(["procedures", "--json"])
surroundings.log_nothing()


def fail() -> None:
    """As a mistake in a thread of its own."""
    raise ValueError("Harkaway")


class Stray:
    """As a mistake where an object ends."""

    def __del__(self) -> None:
        raise KeyError("Harkaway")


async def forgotten() -> None:
    """As a mistake in a task that nobody waits for."""

    async def task() -> None:
        raise LookupError("Harkaway")

    kept = asyncio.create_task(task())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del kept
    gc.collect()


thread = threading.Thread(target=fail)
thread.start()
thread.join()
Stray()
asyncio.run(forgotten())
raise RuntimeError("Harkaway")
