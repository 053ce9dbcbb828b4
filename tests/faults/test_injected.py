"""Every system call of a writer fails once, or is the last thing that it does."""

from pathlib import Path

import pytest

from tests.faults.inject import During, How, inject
from tests.faults.running import Nursery

LONG = pytest.mark.long


def in_every_run(*quick: During) -> list[object]:
    """All that a writer may be at; what is not quick, with hundreds of calls, is for a long run."""
    return [pytest.param(during, marks=() if during in quick else LONG) for during in During]


@pytest.mark.strace
@pytest.mark.parametrize("during", in_every_run(During.OPENING, During.SAVING))
def test_killed_at_any_system_call_nothing_is_lost_and_the_record_goes_on(
    nursery: Nursery, tmp_path: Path, during: During
) -> None:
    tally = inject(nursery, tmp_path, during, (How.KILLED,))
    assert tally.holds, tally


@pytest.mark.strace
@pytest.mark.parametrize("how", [How.INPUT_OUTPUT, How.NO_SPACE])
@pytest.mark.parametrize("during", in_every_run(During.SAVING))
def test_when_any_system_call_fails_it_is_told_nothing_is_lost_and_the_record_goes_on(
    nursery: Nursery, tmp_path: Path, during: During, how: How
) -> None:
    tally = inject(nursery, tmp_path, during, (how,))
    assert tally.holds, tally
    if (during, how) == (During.SAVING, How.INPUT_OUTPUT):
        assert tally.notes["told as not saved"] > 0
        assert tally.notes["told that it is not known"] > 0
