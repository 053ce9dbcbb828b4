"""Kills the store's writer at random moments, again and again on the same data."""

import random
from pathlib import Path

from tests.faults.judge import Finding, Told, Verdict, judge
from tests.faults.place import recover
from tests.faults.running import Nursery
from tests.faults.tally import Tally
from tests.faults.writer import Job

MOST_ENTRIES = 24
"""Told of before a kill."""
LONGEST_OPENING = 0.006
"""Seconds within which a kill comes while the record is being made or opened."""
LONGEST_SAVING = 0.002
"""Seconds within which a kill comes after the last entry was told of."""
KILLS_OF_ONE_FOLDER = 50


def kill_again_and_again(
    nursery: Nursery, place: Path, kills: int, *, seed: int = 20261201, mistake: str = "", until: str = ""
) -> Tally:
    """Kill a writer so many times; every fresh start must find all that was told, and all found before.

    `until` is a verdict after which no more are killed.
    """
    tally, chance, told = Tally("killed at a random moment"), random.Random(seed), Told()
    for kill in range(kills):
        if kill % KILLS_OF_ONE_FOLDER == 0:
            store, told = place / f"store-{kill}", Told()
        after = chance.choice((0, 1, chance.randrange(MOST_ENTRIES)))
        job = Job(
            store=str(store),
            run=f"run{kill}",
            in_flight=chance.choice((1, 2, 8)),
            characters=chance.choice((20, 200, 2_000, 9_000)),
            mistake=mistake,
        )
        later = chance.random() * (LONGEST_SAVING if after else LONGEST_OPENING)
        before = len(told.saved)
        nursery.run_and_kill(job, told, after=after, later=later)
        tally.note("entries told as saved", len(told.saved) - before)
        found = recover(store)
        unasked = len(found.entries) - len(told.saved)
        wrong = judge(told, found) + [Finding(Verdict.REFUSED, sentence) for sentence in told.refusals]
        tally.add(wrong, f"kill {kill} after {len(told.saved)} entries")
        tally.note("an entry kept that had not been told yet", int(unasked > 0))
        told.saw(found)
        if tally.found[until]:
            break
        if wrong:
            store, told = place / f"store-{kill}-anew", Told()
    return tally
