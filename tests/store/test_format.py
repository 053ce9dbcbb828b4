"""Files of every format that was ever written open for ever, by this program and by the lines in the docs."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from conference_tui.store.drafts import Drafts
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record

SAMPLE = Path(__file__).parent / "samples" / "format_1"
DOCS = Path(__file__).parents[2] / "docs" / "record.md"
EVENTS: list[dict[str, Any]] = [
    {"type": "ConferenceOpened", "ref": "CP-2026-014", "at": "2026-03-02T10:00:00+00:00"},
    {"type": "ContributionMade", "by": "p-2", "words": "Nain yn dweud: “ŵyr” – it was late. 👩‍👧"},
    {"type": "ScoreGiven", "by": "p-3", "score": 4, "half": 4.5, "final": False, "rationale": None},
    {"type": "StageOpened", "stage": "quorum"},
]
CLOSED = [{"type": "ContributionMade", "words": "Said in the closed slot."}]


@pytest.fixture
def sample(tmp_path: Path) -> Folder:
    return Folder.at(shutil.copytree(SAMPLE, tmp_path / "sample"))


def test_a_folder_of_format_1_opens_and_goes_on(sample: Folder) -> None:
    (record_id,) = sample.conferences()
    with Record.open(sample, record_id) as record:
        assert record.events() == EVENTS
        assert record.warning == ""
        assert record.append({"type": "StageOpened", "stage": "plan"}) == 5
    with Record.open_closed(sample, record_id) as closed:
        assert closed.events() == CLOSED
    with Drafts.open(sample, record_id) as drafts:
        assert drafts.all() == {"capture": "Mam says"}


def test_the_reader_in_the_docs_reads_what_the_program_writes(sample: Folder, tmp_path: Path) -> None:
    reader = tmp_path / "reader.py"
    reader.write_text(
        DOCS.read_text(encoding="utf-8").split("```python\n")[1].split("```")[0], encoding="utf-8"
    )
    (record_id,) = sample.conferences()
    with Record.open(sample, record_id) as record:
        record.append({"type": "StageOpened", "stage": "plan"})
    closed_id = sample.closed_record_of(record_id)
    assert closed_id
    assert events_by(reader, sample, record_id) == [*EVENTS, {"type": "StageOpened", "stage": "plan"}]
    assert events_by(reader, sample, closed_id) == CLOSED


def events_by(reader: Path, folder: Folder, record_id: str) -> list[dict[str, Any]]:
    run = [sys.executable, "-X", "utf8", str(reader), str(folder.path), record_id]
    lines = subprocess.run(run, check=True, capture_output=True, encoding="utf-8").stdout.splitlines()
    return [event for line in lines for _, _, _, event in json.loads(line)]
