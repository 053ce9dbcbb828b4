"""A disk that is full, and files that may not grow."""

from pathlib import Path

import pytest

from tests.faults.full import fill_small_disks, limit_files, may_mount
from tests.faults.running import Nursery


@pytest.mark.skipif(
    not may_mount(),
    reason="unshare and mount, from Debian's packages util-linux and mount, may not mount a tmpfs here",
)
def test_on_a_small_disk_that_fills_up_nothing_told_is_lost_and_with_room_it_goes_on() -> None:
    done = fill_small_disks()
    assert done.returncode == 0, done.stdout + done.stderr
    assert "told as not saved" in done.stdout


def test_where_no_file_may_grow_nothing_told_is_lost_and_without_the_limit_it_goes_on(
    nursery: Nursery, tmp_path: Path
) -> None:
    tally = limit_files(nursery, tmp_path)
    assert tally.holds, tally
    assert tally.notes["entries told as not saved"] > 0
