"""The command `conference` for tests: in this process, or as a program of its own."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from conference_tui import cli
from conference_tui.commands.place import TRYING_OUT


class Answer:
    """What a command printed, and its exit status.

    Most folders of the tests are marked for throwing away. That each command says so stands in `remarks`, and not
    in `err`.
    """

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out = status, out
        lines = err.splitlines(keepends=True)
        self.remarks = [line for line in lines if line.endswith(f"{TRYING_OUT}\n")]
        self.err = "".join(line for line in lines if line not in self.remarks)

    @property
    def words(self) -> str:
        """The output with its lines joined."""
        return " ".join(self.out.split())

    def json(self) -> Any:  # noqa: ANN401 - whatever the command prints
        return json.loads(self.out)

    def assert_one_line_error(self, *parts: str) -> None:
        """Exit status 2, one line on standard error, nothing else."""
        assert self.status == 2
        assert self.out == ""
        assert self.err.count("\n") == 1
        assert self.err.startswith("conference: ")
        for part in parts:
            assert part in self.err


class Shell:
    """Runs the command in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *arguments: object) -> Answer:
        try:
            status = cli.run([str(each) for each in arguments])
        except SystemExit as left:
            status = int(left.code or 0)
        out, err = self.capsys.readouterr()
        return Answer(status, out, err)


def as_program(*arguments: object, **environment: str) -> Answer:
    """Run it as a program of its own, with nothing on standard input."""
    done = subprocess.run(
        [sys.executable, "-m", "conference_tui", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )
    return Answer(done.returncode, done.stdout, done.stderr)
