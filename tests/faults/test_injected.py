"""Every system call of a writer fails once, or is the last thing that it does."""

from pathlib import Path

import pytest

from tests.faults.inject import During, How, inject
from tests.faults.running import Nursery


@pytest.mark.strace
@pytest.mark.parametrize("during", During)
def test_killed_at_any_system_call_nothing_is_lost_and_the_record_goes_on(
    nursery: Nursery, tmp_path: Path, during: During
) -> None:
    tally = inject(nursery, tmp_path, during, (How.KILLED,))
    assert tally.holds, tally


@pytest.mark.strace
@pytest.mark.parametrize("how", [How.INPUT_OUTPUT, How.NO_SPACE])
@pytest.mark.parametrize("during", During)
def test_when_any_system_call_fails_it_is_told_nothing_is_lost_and_the_record_goes_on(
    nursery: Nursery, tmp_path: Path, during: During, how: How
) -> None:
    tally = inject(nursery, tmp_path, during, (how,))
    assert tally.holds, tally


@pytest.mark.strace
def test_what_the_disk_did_not_take_or_confirm_is_told_as_such(nursery: Nursery, tmp_path: Path) -> None:
    tally = inject(nursery, tmp_path, During.SAVING, (How.INPUT_OUTPUT,))
    assert tally.notes["told as not saved"] > 0
    assert tally.notes["told that it is not known"] > 0
