"""What holds for every test: no clock but the test's, no folder but the test's, and in CI nothing is skipped."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """The person's own folders are never touched."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_DOCUMENTS_DIR"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.delenv("CONFERENCE_STORE", raising=False)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Long tests are for a run in which nothing is left out, and for whoever asks for them by their mark."""
    if os.environ.get("CONFERENCE_NOTHING_SKIPPED") or "long" in config.option.markexpr:
        return
    left_out = [item for item in items if item.get_closest_marker("long")]
    items[:] = [item for item in items if not item.get_closest_marker("long")]
    config.hook.pytest_deselected(items=left_out)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Where nothing may be skipped, a skipped test is a failed one."""
    del item
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]
    if os.environ.get("CONFERENCE_NOTHING_SKIPPED") and report.skipped:
        report.outcome = "failed"


@pytest.fixture
def project() -> Path:
    """The folder of the checkout."""
    return Path(__file__).parent.parent
