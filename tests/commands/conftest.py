"""A data folder with a passphrase, and the command that works on it."""

from pathlib import Path

import pytest

from conference_tui.commands import place
from conference_tui.store.folder import Folder
from conference_tui.store.slots import Cost
from tests import small_conference as small
from tests.shell import Shell

QUICK = Cost(memory_kib=19 * 1024, passes=2, lanes=1)
"""The least that a vault may cost; the program's own cost is proved in tests/store/."""

PASSPHRASE = "copper kettle on the stile"


@pytest.fixture(autouse=True)
def nothing_of_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests take nothing from whoever runs them."""
    for name in (place.STORE_VARIABLE, place.PASSPHRASE_VARIABLE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def conference(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """The small conference under the passphrase."""
    folder = Folder.at(tmp_path / "store")
    small.recorded(folder)
    folder.make_vault(PASSPHRASE, cost=QUICK)
    return folder.path


@pytest.fixture
def unprotected(tmp_path: Path) -> Path:
    """The small conference with its keys beside it."""
    folder = Folder.at(tmp_path / "unprotected")
    small.recorded(folder)
    return folder.path


def file_of(folder: Path, words: str, name: str = "secret") -> Path:
    """A file of its owner alone with one line in it."""
    path = folder / name
    path.touch(mode=0o600)
    path.write_text(f"{words}\n", encoding="utf-8")
    return path


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file with the passphrase."""
    return file_of(tmp_path, PASSPHRASE)
