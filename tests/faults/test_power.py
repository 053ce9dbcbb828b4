"""The power goes, after every system call, with every part of what was not synced on the disk or not."""

from pathlib import Path

import pytest

from tests.faults.powerloss import ENTRIES, cut_power, cut_power_over_import, cut_power_over_typing
from tests.faults.running import Nursery


@pytest.mark.strace
@pytest.mark.parametrize("is_strict", [False, True])
def test_whenever_the_power_goes_everything_told_is_there_and_the_record_opens(
    nursery: Nursery, tmp_path: Path, is_strict: bool
) -> None:
    tally = cut_power(nursery, tmp_path, is_strict=is_strict)
    assert tally.holds, tally
    assert tally.notes["entries saved"] == 2 * ENTRIES
    assert tally.cases > 200


@pytest.mark.strace
@pytest.mark.parametrize("is_strict", [False, True])
def test_whenever_the_power_goes_over_an_import_all_of_it_is_there_or_nothing(
    nursery: Nursery, tmp_path: Path, is_strict: bool
) -> None:
    tally = cut_power_over_import(nursery, tmp_path, is_strict=is_strict)
    assert tally.holds, tally
    assert tally.notes["entries saved"] == ENTRIES


@pytest.mark.strace
@pytest.mark.parametrize("is_strict", [False, True])
def test_whenever_the_power_goes_the_unfinished_line_is_as_it_was_kept_last(
    nursery: Nursery, tmp_path: Path, is_strict: bool
) -> None:
    tally = cut_power_over_typing(nursery, tmp_path, is_strict=is_strict)
    assert tally.holds, tally
