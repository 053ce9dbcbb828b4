"""What every test here is given."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from conference_tui.meeting import Meeting
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from tests.meeting.running import SET_UP, meeting_on


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder.at(tmp_path / "store")


@pytest.fixture
def meeting(folder: Folder) -> Iterator[Meeting]:
    meeting = meeting_on(folder, Record.create(folder))
    meeting.record(*SET_UP)
    yield meeting
    meeting.close()
