"""What every test here is given."""

from pathlib import Path

import pytest

from conference_tui.commands import place
from conference_tui.store.folder import Folder
from tests import small_conference as small
from tests.shell import Shell


@pytest.fixture(autouse=True)
def away_from_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes in the folders of whoever runs it."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.delenv(place.STORE_VARIABLE, raising=False)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A data folder with the small conference, marked as one that needs no passphrase."""
    small.recorded(Folder.at(tmp_path / "store", throw_away=True))
    return tmp_path / "store"


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A data folder with the small conference, closed."""
    small.closed(Folder.at(tmp_path / "store", throw_away=True))
    return tmp_path / "store"


@pytest.fixture
def conference(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)
