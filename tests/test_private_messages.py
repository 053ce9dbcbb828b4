"""Mistakes in the program are told by kind and place; what they say of themselves may be somebody's words."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conference_tui import incident_report
from conference_tui.store.folder import Folder
from conference_tui.store.register import Incidents
from tests.on_a_terminal import PROJECT

PROGRAM = PROJECT / "tests" / "programs" / "with_stray_mistakes.py"


def failed(words: str) -> ValueError:
    """A mistake as it is caught: with places, and with another one that it came from."""
    try:
        dict[str, str]()[words]
    except KeyError as error:
        try:
            int(words)
        except ValueError as last:
            last.__cause__ = error
            return last
    raise AssertionError(words)


def test_a_mistake_that_nobody_caught_is_told_without_its_words() -> None:
    done = subprocess.run(
        [sys.executable, str(PROGRAM)],
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert re.findall(r"error \((\w+) in with_stray_mistakes.py, line \d+\)", done.stderr) == [
        "ValueError",
        "KeyError",
        "RuntimeError",
    ]
    assert "Harkaway" not in done.stdout + done.stderr
    assert len(done.stderr.splitlines()) == 3


class TestReport:
    def test_it_has_kinds_and_places_of_the_whole_chain(self) -> None:
        report = incident_report.report(failed("Harkaway"))
        first, *rest = report.splitlines()
        assert re.fullmatch(r"ValueError in test_private_messages.py, line \d+, failed", first)
        assert "KeyError" in rest
        assert "Harkaway" not in report

    def test_it_has_an_end(self) -> None:
        def again(times: int) -> None:
            if times == 0:
                raise ValueError
            again(times - 1)

        with pytest.raises(ValueError) as caught:
            again(800)
        assert len(incident_report.report(caught.value)) == incident_report.LONGEST

    def test_it_is_kept_under_a_number(self, tmp_path: Path) -> None:
        folder = Folder.at(tmp_path / "store", throw_away=True)
        assert "incident 1:" in incident_report.keep(folder, "first")
        assert "incident 2:" in incident_report.keep(folder, "second")
        assert [each.report for each in Incidents(folder).all()] == ["first", "second"]

    def test_where_it_cannot_be_kept_that_is_said(self, tmp_path: Path) -> None:
        folder = Folder.at(tmp_path / "store")
        folder.make_vault("copper kettle on the stile")
        folder.lock()
        assert "No report of it could be kept" in incident_report.keep(folder, "first")
        (tmp_path / "other" / "keys.json").mkdir(parents=True)
        assert "No report of it could be kept" in incident_report.keep(Folder(tmp_path / "other"), "first")

    def test_without_a_mistake_there_is_still_a_line(self) -> None:
        assert incident_report.summary(None) == "A mistake that left no trace"


@pytest.mark.parametrize("kind", [ValueError, RecursionError, MemoryError])
def test_a_chain_that_bites_its_own_tail_ends(kind: type[Exception]) -> None:
    error, other = kind("a"), kind("b")
    error.__context__, other.__context__ = other, error
    assert incident_report.report(error).count(kind.__name__) == 3
