"""Every command and every key of its data is documented."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.shell import Shell


class TestDocumentation:
    DOCUMENTED = Path(__file__).parents[2] / "docs" / "commands.md"

    @pytest.mark.parametrize(
        "command",
        [
            ["list"],
            ["show", "LRK-7"],
            ["verify", "LRK-7"],
            ["erased"],
            ["incidents"],
            ["procedures"],
            ["dates", "--type", "initial", "--held", "1 Dec 2026"],
        ],
        ids=lambda command: command[0],
    )
    def test_every_key_is_documented(self, conference: Shell, store: Path, command: list[str]) -> None:
        """The data are built on by others, so that a key that nobody can look up is a mistake."""
        text = self.DOCUMENTED.read_text(encoding="utf-8")
        found = conference(*command, "--json", "--store", store).json()
        assert not {key for key in keys_in(found) if f"`{key}`" not in text}

    def test_every_command_is_documented(self, conference: Shell) -> None:
        text = self.DOCUMENTED.read_text(encoding="utf-8")
        helped = conference("--help").out.partition("commands:")[2]
        commands = re.findall(r"^    ([a-z]+)\b", helped, re.MULTILINE)
        assert len(commands) == 19
        assert not [command for command in commands if f"`conference {command}" not in text]


def keys_in(found: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    """Every key of the data, however deep."""
    if isinstance(found, dict):
        yield from found
        found = list(found.values())
    if isinstance(found, list):
        for each in found:
            yield from keys_in(each)
