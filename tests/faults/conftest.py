"""Everything here is marked `faults`; what wants a program of the system is skipped without it, and says what brings it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.running import Nursery
from tests.faults.strace import HAS_STRACE, WANTS_STRACE

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.faults)
            if item.get_closest_marker("strace") and not HAS_STRACE:
                item.add_marker(pytest.mark.skip(reason=WANTS_STRACE))


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Makes writers."""
    with Nursery() as made:
        yield made
