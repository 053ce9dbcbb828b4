"""The harness has teeth: every mistake that is put into a store is found, and with the right verdict."""

from pathlib import Path

import pytest

from tests.faults import mistakes
from tests.faults.inject import During, How, inject
from tests.faults.kills import kill_again_and_again
from tests.faults.powerloss import cut_power, cut_power_over_typing
from tests.faults.running import Nursery

BY_KILLS = {
    "tells what is in the queue": "LOST",
    "saves in another order": "REORDERED",
    "saves other words": "ALTERED",
    "saves twice": "REORDERED",
    "saves what nobody entered": "PHANTOM",
}
BY_POWER = {
    "does not sync": "LOST",
    "renames what was not synced": "REFUSED",
    "does not sync names": "LOST",
}
BY_ERRORS = {"takes errors for success": "REFUSED"}


def test_every_mistake_is_looked_for() -> None:
    assert {*BY_KILLS, *BY_POWER, *BY_ERRORS} == set(mistakes.WRITERS)


@pytest.mark.parametrize("mistake", BY_KILLS)
def test_by_kills(nursery: Nursery, tmp_path: Path, mistake: str) -> None:
    verdict = BY_KILLS[mistake]
    assert kill_again_and_again(nursery, tmp_path, 60, mistake=mistake, until=verdict).found[verdict]


@pytest.mark.strace
@pytest.mark.parametrize("mistake", BY_POWER)
def test_by_power_cuts(nursery: Nursery, tmp_path: Path, mistake: str) -> None:
    verdict = BY_POWER[mistake]
    assert cut_power(nursery, tmp_path, is_strict=True, mistake=mistake, until=verdict).found[verdict]


@pytest.mark.strace
@pytest.mark.parametrize("mistake", ["does not sync", "renames what was not synced"])
def test_by_power_cuts_over_unfinished_typing(nursery: Nursery, tmp_path: Path, mistake: str) -> None:
    verdict = BY_POWER[mistake]
    tally = cut_power_over_typing(nursery, tmp_path, is_strict=True, mistake=mistake, until=verdict)
    assert tally.found[verdict]


@pytest.mark.strace
@pytest.mark.parametrize("mistake", BY_ERRORS)
def test_by_errors_of_the_disk(nursery: Nursery, tmp_path: Path, mistake: str) -> None:
    tally = inject(nursery, tmp_path, During.SAVING, (How.INPUT_OUTPUT,), mistake=mistake)
    assert tally.found[BY_ERRORS[mistake]] > 0


@pytest.mark.strace
@pytest.mark.parametrize("mistake", ["does not sync", "does not sync names"])
def test_a_kill_alone_does_not_show_what_only_a_power_cut_does(
    nursery: Nursery, tmp_path: Path, mistake: str
) -> None:
    """So that nobody takes the kills for proof that the disk has it: the system keeps what was not synced."""
    assert kill_again_and_again(nursery, tmp_path / "kills", 20, mistake=mistake).holds
