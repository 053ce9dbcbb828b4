"""`conference procedures check`: what is wrong with a procedure file, by line and key."""

import json
from pathlib import Path

import pytest

from conference_tui import cli

GOOD = 'title = "Wenlow"\nauthority = "Wenlow Council"\n'
BAD = f'{GOOD}[limits.minutes]\ncuont = 15\nunit = "weeks"\n'


def test_of_a_file_that_can_be_used_nothing_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "wenlow.toml"
    file.write_text(GOOD, encoding="utf-8")
    assert cli.run(["procedures", "check", str(file)]) == 0
    assert capsys.readouterr() == ("", "")


def test_every_mistake_is_named_with_its_line_and_key(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All of them at once, each on a line of its own, and the exit status says so."""
    file = tmp_path / "wenlow.toml"
    file.write_text(BAD, encoding="utf-8")
    assert cli.run(["procedures", "check", str(file)]) == 2
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if "limits.minutes.cuont" in line and "line 4" in line]
    assert [line for line in lines if "limits.minutes.unit" in line and "line 5" in line]
    assert cli.run(["procedures", "check", "--json", str(file)]) == 2
    assert json.loads(capsys.readouterr().out) == {"file": str(file), "mistakes": lines}


def test_a_file_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["procedures", "check", str(tmp_path / "none.toml")]) == 2
    assert "There is no file" in capsys.readouterr().out
