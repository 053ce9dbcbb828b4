"""The demonstration runs by itself through the real screens, without a terminal."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests import case_s1


@pytest.mark.terminal
def test_the_whole_conference_plays_itself(tmp_path: Path) -> None:
    """Every figure of the case, and a plan for each child, from keys alone."""
    store, out = tmp_path / "store", tmp_path / "plans"
    options = ["--store", str(store), "demo", "--play", "--fast", "--out", str(out)]
    command = [sys.executable, "-m", "conference_tui", *options]
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    told = case_s1.shown(store)
    case_s1.assert_every_figure(told)
    assert case_s1.without_ids(told) == case_s1.without_ids(case_s1.expected())
    case_s1.assert_each_plan_is_one_childs(out)
