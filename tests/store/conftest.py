from pathlib import Path

import pytest

from conference_tui.store.folder import Folder


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder.at(tmp_path / "store")
