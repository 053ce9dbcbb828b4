"""Kills: of the store at random moments, of the running program while a person types."""

from pathlib import Path

import pytest

from tests.faults.application_kills import kill_the_program
from tests.faults.kills import kill_again_and_again
from tests.faults.running import Nursery


@pytest.mark.long
def test_the_store_is_killed_two_hundred_times_on_the_same_data(nursery: Nursery, tmp_path: Path) -> None:
    tally = kill_again_and_again(nursery, tmp_path, 200)
    assert tally.holds, tally
    assert tally.cases == 200


@pytest.mark.parametrize(("seed", "kills"), [(1, 5), pytest.param(2, 25, marks=pytest.mark.long)])
def test_the_running_program_is_killed_again_and_again_while_a_person_types(
    tmp_path: Path, seed: int, kills: int
) -> None:
    tally = kill_the_program(tmp_path / "store", kills, seed=seed)
    assert tally.holds, tally
    assert tally.cases == kills
    assert tally.notes["lines seen as saved"] > 0
    assert tally.notes["lines that came back"] > 0
    assert tally.notes["lines taken and ended"] > 0
