"""docs/security.md: what is promised names the tests that prove it, and the commands and keys that there are."""

import re
from pathlib import Path

import pytest

from tests.shell import as_program

TESTS = Path(__file__).parent
PAGE = (TESTS.parent / "docs" / "security.md").read_text(encoding="utf-8")
PROMISED = PAGE.partition("## What is promised")[2].partition("## What is not promised")[0]


def test_every_promise_names_tests_that_are_there() -> None:
    rows = [line for line in PROMISED.splitlines() if line.startswith("| ") and "proved in" not in line]
    assert len(rows) > 12
    every = {path.name for path in TESTS.rglob("test_*.py")}
    for row in rows:
        proofs = re.findall(r"`(?:tests/)?([\w/]+(?:\.py|/))`", row.rstrip(" |").rpartition("|")[2])
        assert proofs, row
        assert not [name for name in proofs if not (Path(name).name in every or (TESTS / name).is_dir())], row


@pytest.mark.parametrize(
    "command", sorted(set(re.findall(r"`conference ([a-z]+(?: (?!REF|NUMBER)[a-z]+)?)", PAGE)))
)
def test_every_command_that_is_named_is_there(command: str) -> None:
    answer = as_program(*command.split(), "--help")
    assert (answer.status, answer.out.startswith(f"usage: conference {command}")) == (0, True)
