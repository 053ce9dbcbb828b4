"""The reserve for a full disk (issue: a full disk loses nothing that could still be saved)."""

import errno
import json
import os
import shutil
import stat
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from conference_tui.store import ballast
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from conference_tui.store.writer import Writer

from .programs import start

OWN_MOUNTS = ["unshare", "--user", "--map-root-user", "--mount"]


def may_mount() -> bool:
    if not shutil.which("unshare"):
        return False
    return subprocess.run([*OWN_MOUNTS, "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not may_mount(), reason="a full disk of its own needs a mount namespace")
def test_on_a_full_disk_the_reserve_saves_what_comes_and_is_filled_again_when_there_is_room(
    tmp_path: Path,
) -> None:
    with start("fill_the_disk", tmp_path, before=OWN_MOUNTS) as program:
        said, _ = program.communicate()
    report = json.loads(said)
    assert report["whole"] == [ballast.BYTES, ""]
    assert report["first"] == [""] * 4
    left, warning = report["in use"]
    assert 0 < left < ballast.BYTES
    assert warning.startswith("The disk is full or nearly full. Entries go on being saved")
    assert "not saved: No space left on device" in report["draft"], "typing takes nothing of the reserve"
    entries, sentence, left, warning = report["used up"]
    assert entries > 50
    assert "not saved: No space left on device" in sentence
    assert left == 0
    assert "nothing is left" in warning
    assert report["room again"] == ["", ballast.BYTES, ""]
    count, all_are_there, warning = report["again"]
    assert (count, all_are_there, warning) == (entries + 6, True, "")


def test_a_running_record_has_a_reserve_that_is_its_owners_alone_and_says_nothing(folder: Folder) -> None:
    with Record.create(folder) as record:
        writer = Writer(record)
        writer.close()
        reserve = folder.path / ballast.NAME
        assert reserve.stat().st_size == ballast.BYTES
        assert reserve.stat().st_blocks * 512 >= ballast.BYTES, "a hole would be no room"
        assert stat.S_IMODE(reserve.stat().st_mode) == 0o600
        assert record.reserve_warning == ""


def test_only_a_full_disk_draws_on_the_reserve_and_each_time_no_more_than_a_piece(tmp_path: Path) -> None:
    ballast.refill(tmp_path)
    reserve, left = tmp_path / ballast.NAME, []

    def fails_with(code: int, times: int) -> None:
        left.append(reserve.stat().st_size)
        if len(left) <= times:
            raise OSError(code, os.strerror(code))

    ballast.with_room(tmp_path, 1000, lambda: fails_with(errno.ENOSPC, 3))
    assert left[0] == ballast.BYTES
    assert len({before - after for before, after in pairwise(left)}) == 1
    assert left[-1] > ballast.BYTES * 9 // 10
    left.clear()
    with pytest.raises(OSError, match="Input/output"):
        ballast.with_room(tmp_path, 1000, lambda: fails_with(errno.EIO, 1))
    assert len(left) == 1
    ballast.refill(tmp_path)
    assert reserve.stat().st_size == ballast.BYTES


def test_where_there_never_was_a_reserve_a_full_disk_is_told_at_once(tmp_path: Path) -> None:
    tries = []

    def write() -> None:
        tries.append(1)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(OSError, match="No space"):
        ballast.with_room(tmp_path, 1000, write)
    assert len(tries) == 1
    assert ballast.warning(tmp_path) == ""
