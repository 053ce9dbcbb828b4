"""Try every fault for longer than the tests do: `python -m tests.faults [--kills 5000] [--application-kills 200] …`.

Prints one line for each kind of fault, and examples of what was found. The exit status is 0 when all held.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.faults import full
from tests.faults.application_kills import a_meeting, kill_the_program
from tests.faults.damage import LARGEST, cuts, damage, flips, others
from tests.faults.inject import During, How, inject
from tests.faults.judge import Told
from tests.faults.kills import kill_again_and_again
from tests.faults.powerloss import cut_power, cut_power_over_import, cut_power_over_typing
from tests.faults.running import Nursery
from tests.faults.strace import HAS_STRACE, WANTS_STRACE
from tests.faults.tally import Tally
from tests.faults.unfinished import type_and_kill
from tests.faults.writer import Job


def main() -> int:
    """Try all of them, and tell what came of it."""
    asked = _asked()
    begun, all_hold = time.monotonic(), True
    with tempfile.TemporaryDirectory(prefix="faults-") as place, Nursery() as nursery:
        for tally in _tallies(nursery, Path(place), asked):
            all_hold = all_hold and tally.holds
            print(f"{tally}  [{time.monotonic() - begun:.0f} s]", flush=True)
        if full.may_mount():
            done = full.fill_small_disks()
            all_hold = all_hold and done.returncode == 0
            print(done.stdout.strip(), done.stderr.strip())
        print(_unfinished(Path(place, "unfinished"), asked.typings))
    print("All held." if all_hold else "NOT all held.")
    return 0 if all_hold else 1


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--kills", type=int, default=1_000, help="kills of the store")
    parser.add_argument("--application-kills", type=int, default=100, help="kills of the running program")
    parser.add_argument("--mixtures", type=int, default=12, help="choices of sectors at each power cut")
    parser.add_argument("--entries", type=int, default=20, help="in the record whose files are damaged")
    parser.add_argument("--typings", type=int, default=10, help="kills in the middle of a sentence")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="of everything that is random")
    asked = parser.parse_args()
    print(f"seed {asked.seed}")
    return asked


def _tallies(nursery: Nursery, place: Path, asked: argparse.Namespace) -> Iterator[Tally]:
    yield kill_again_and_again(nursery, _made(place, "kills"), asked.kills, seed=asked.seed)
    yield kill_the_program(place / "application", asked.application_kills, seed=asked.seed)
    if HAS_STRACE:
        for during in During:
            yield inject(nursery, _made(place, during.name), during, tuple(How))
        for is_strict in (False, True):
            where = _made(place, f"power-{is_strict}")
            yield cut_power(nursery, where, is_strict=is_strict, mixtures=asked.mixtures, seed=asked.seed)
            where = _made(place, f"import-{is_strict}")
            yield cut_power_over_import(nursery, where, is_strict=is_strict)
            where = _made(place, f"typing-{is_strict}")
            yield cut_power_over_typing(nursery, where, is_strict=is_strict)
    else:
        print(WANTS_STRACE)
    yield full.limit_files(nursery, _made(place, "limits"))
    store, told = place / "damaged", Told()
    nursery.run(Job(store=str(store), entries=asked.entries), told)
    for path in sorted(store.iterdir()):
        if path.stat().st_size <= LARGEST:
            for ways in (cuts, flips, others):
                yield damage(store, told, path.name, ways)


def _unfinished(store: Path, times: int) -> str:
    record = a_meeting(store)
    results = [type_and_kill(store, record, letters=30 + 7 * each, every=0.02) for each in range(times)]
    broken = sum(not result.typed.startswith(result.kept) for result in results)
    oldest = max((result.oldest_lost for result in results), default=0.0)
    return (
        f"killed in the middle of a sentence: {times} cases: {broken} not as typed; "
        f"the oldest letter that was lost had been typed {oldest * 1000:.0f} ms before"
    )


def _made(place: Path, name: str) -> Path:
    path = place / name
    path.mkdir()
    return path


if __name__ == "__main__":
    sys.exit(main())
