"""Each test gets terminal windows of its own; without tmux the tests here are skipped, and say what brings it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.terminal.tmux import HAS_TMUX, Terminal

Windows = Callable[..., Terminal]
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder."""
    without = pytest.mark.skip(reason="tmux is not installed: Debian's package tmux brings it")
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.terminal)
            if not HAS_TMUX:
                item.add_marker(without)


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Windows]:
    """Makes terminal windows, and closes them all at the end."""
    made: list[Terminal] = []

    def make(size: tuple[int, int] = (80, 24)) -> Terminal:
        folder = tmp_path / f"window-{len(made)}"
        folder.mkdir()
        made.append(Terminal(folder, size=size))
        return made[-1]

    yield make
    for terminal in made:
        terminal.end()
