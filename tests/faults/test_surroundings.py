"""Two programs at once, a lock left behind, a folder that cannot be written to, clocks that go back."""

import os
import shutil
import sysconfig
from pathlib import Path

import pytest

from tests.faults.application import Application
from tests.faults.application_kills import REF, SPEAKER, a_meeting, found_in
from tests.faults.judge import Told, judge
from tests.faults.place import recover
from tests.faults.running import Nursery
from tests.faults.writer import Job

ONLY_READS = (
    "setpriv",
    "--bounding-set=-dac_override,-dac_read_search",
    "--inh-caps=-dac_override,-dac_read_search",
)
"""Root without the right to write everywhere."""
FAKE_CLOCK = Path("/usr/lib", str(sysconfig.get_config_var("MULTIARCH")), "faketime", "libfaketimeMT.so.1")
TIMES = ("+0", "-1d", "@1970-01-02 00:00:00", "@2099-12-31 23:59:59", "-3h", "@2038-01-19 03:14:07")


@pytest.mark.parametrize("attempt", range(5))
def test_of_two_programs_at_once_one_works_and_the_other_is_told_who(
    nursery: Nursery, tmp_path: Path, attempt: int
) -> None:
    store, first, second = tmp_path / "store", Told(), Told()
    job = Job(store=str(store), entries=200, run="first")
    with (
        nursery.writing(job, first) as one,
        nursery.writing(Job(store=str(store), run="second"), second) as two,
    ):
        one.go_on()
        assert one.until("SAVING")
        two.go_on()
        one.go_on()
        assert not two.until("SAVING")
        one.to_the_end()
    assert "already open in another window" in second.refusals[0]
    assert f"process {one.pid}" in second.refusals[0]
    assert len(first.saved) == 200
    assert judge(first, recover(store)) == []


def test_two_programs_that_both_make_the_first_conference_make_two_and_lose_nothing(
    nursery: Nursery, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    told = [Told(), Told(), Told()]
    jobs = [Job(store=str(store), entries=30, run=run) for run in ("a", "b", "c")]
    for job, heard in zip(jobs, told, strict=True):
        with nursery.writing(job, heard) as one:
            one.go_on()
            if one.until("SAVING"):
                one.go_on()
            one.to_the_end()
    everything = Told()
    for heard in told:
        everything.tried.update(heard.tried)
        everything.saved.update(heard.saved)
    assert len(everything.saved) == 90
    assert judge(everything, recover(store)) == []


def test_a_lock_that_a_killed_program_left_keeps_nobody_out(nursery: Nursery, tmp_path: Path) -> None:
    store, told = tmp_path / "store", Told()
    for run in range(10):
        nursery.run_and_kill(Job(store=str(store), run=f"run{run}"), told, after=3, later=0)
        told.saw(recover(store))
    assert told.refusals == []
    assert judge(told, recover(store)) == []


@pytest.mark.skipif(
    os.geteuid() == 0 and not shutil.which("setpriv"), reason="Debian's package util-linux brings setpriv"
)
def test_in_a_folder_that_cannot_be_written_to_nothing_is_told_as_saved(
    nursery: Nursery, tmp_path: Path
) -> None:
    store, before, told = tmp_path / "store", Told(), Told()
    nursery.run(Job(store=str(store), entries=3, run="before"), before)
    for path in store.iterdir():
        path.chmod(0o400)
    store.chmod(0o500)
    with Nursery(through=ONLY_READS if os.geteuid() == 0 else ()) as without_rights:
        without_rights.run(Job(store=str(store), entries=3), told)
    store.chmod(0o700)
    for path in store.iterdir():
        path.chmod(0o600)
    assert told.saved == {}
    assert "Permission denied" in told.refusals[0]
    assert judge(before, recover(store)) == []


def clock_at(time: str) -> dict[str, str]:
    """What gives a program another clock."""
    return {"LD_PRELOAD": str(FAKE_CLOCK), "FAKETIME": time, "FAKETIME_DONT_FAKE_MONOTONIC": "1"}


@pytest.mark.skipif(
    not FAKE_CLOCK.exists(), reason="Debian's package libfaketime brings a clock that can be set"
)
def test_whatever_the_clock_says_the_order_and_the_words_stay(nursery: Nursery, tmp_path: Path) -> None:
    store, told = tmp_path / "store", Told()
    for run, time in enumerate(TIMES):
        with Nursery(clock_at(time)) as elsewhen:
            elsewhen.run(Job(store=str(store), entries=5, run=f"run{run}"), told)
        found = recover(store)
        assert len(found.entries) == 5 * (run + 1)
        assert judge(told, found) == []
    assert told.refusals == []


def test_a_clock_that_went_back_is_told_in_the_record_of_the_running_program(tmp_path: Path) -> None:
    store = tmp_path / "store"
    record = a_meeting(store)
    for days, line in ((0, "first"), (1, "second"), (20_000, "third")):
        program = ("tests.faults.another_clock", str(days))
        with Application(store, REF, program=program) as application:
            application.until_opened()
            wanted = application.saved + 1
            application.type(f"{SPEAKER}: {line}\r")
            application.until_saved(wanted)
    names = [entry.name.partition("-")[0] for entry in found_in(store, record).entries]
    assert names[-5:] == ["first", "ClockWentBack", "second", "ClockWentBack", "third"]
