"""The measuring itself, on a short run: nothing here asserts a time."""

import os
import sys
from collections.abc import Sequence

import pytest

from tests.bench.floor import READY
from tests.bench.on_screen import floor
from tests.bench.report import Line, page
from tests.bench.terminal import NotReady, Terminal, p50, p95, python

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="memory is read from /proc, which Linux alone has"
)


def test_a_key_in_a_program_is_seen_to_bring_a_frame() -> None:
    with Terminal(*floor("input")) as terminal:
        assert terminal.ready(READY) > 0
        answer = terminal.press(b"x")
        peak, now = terminal.memory()
    assert 0 < answer.frame <= answer.settled
    assert peak >= now > 0


def test_a_program_that_shows_something_else_is_told_with_what_it_wrote() -> None:
    command = python("-c", "print('something else')")
    with Terminal(*command) as terminal, pytest.raises(NotReady, match="something else"):
        terminal.ready(READY)


def test_the_program_gets_no_setting_of_the_one_who_measures(monkeypatch: pytest.MonkeyPatch) -> None:
    """COLUMNS would freeze the size; PYTHONDONTWRITEBYTECODE would compile everything at each start."""
    monkeypatch.setenv("COLUMNS", "33")
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    code = "import os; print(sorted({'COLUMNS', 'PYTHONDONTWRITEBYTECODE'} & set(os.environ)), os.get_terminal_size())"
    with Terminal(*python("-c", code), size=(90, 30)) as terminal:
        terminal.rest(1.0)
        assert terminal.text().strip() == "[] os.terminal_size(columns=90, lines=30)"
    assert os.environ["COLUMNS"] == "33"


@pytest.mark.parametrize(
    ("values", "median", "high"), [([3.0], 3.0, 3.0), (range(1, 101), 50.5, 95), ([1, 2, 9], 2, 9)]
)
def test_percentiles_are_values_that_were_measured(
    values: Sequence[float], median: float, high: float
) -> None:
    assert (p50(values), p95(values)) == (median, high)


def test_a_budget_that_was_missed_is_said() -> None:
    lines = [
        Line("fast", "1 ms", "", "2 ms", True),
        Line("slow", "3 ms", "", "2 ms", False),
        Line("free", "4 ms"),
    ]
    rows = page({"Keys": lines}).splitlines()[-3:]
    assert rows == [
        "| fast | 1 ms |  | 2 ms | yes |",
        "| slow | 3 ms |  | 2 ms | **no** |",
        "| free | 4 ms |  |  |  |",
    ]
