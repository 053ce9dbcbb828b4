"""Files of every format that was ever written open for ever, by this program and by the lines in the docs."""

import json
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from conference_tui.store.drafts import Drafts
from conference_tui.store.errors import Locked
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from conference_tui.store.register import Erasures, Incidents

from .vaults import CHEAP, PASSPHRASE

SAMPLES = Path(__file__).parent / "samples"
DOCS = Path(__file__).parents[2] / "docs" / "record.md"
EVENTS: list[dict[str, Any]] = [
    {"type": "ConferenceOpened", "ref": "CP-2026-014", "at": "2026-03-02T10:00:00+00:00"},
    {"type": "ContributionMade", "by": "p-2", "words": "Nain yn dweud: “ŵyr” – it was late. 👩‍👧"},
    {"type": "ScoreGiven", "by": "p-3", "score": 4, "half": 4.5, "final": False, "rationale": None},
    {"type": "StageOpened", "stage": "quorum"},
]
CLOSED = [{"type": "ContributionMade", "words": "Said in the closed slot."}]
NEXT = {"type": "StageOpened", "stage": "plan"}

PASSPHRASE_OF_2 = "Tŷ haf wrth yr hen bont"
RECOVERY_KEY_OF_2 = "N9PX9-KVMKP-M4PQ1-4DJF9-DY7XS-GMD8J-V586J-RT7NV-2939K-DWVPK-P4CET-ZXZJJ-ZN1GZ"
SIGNS_AS_2 = "a0015c846a289a72973da7cd55fe5d23648854d776a9c7311137888a70d9fb8d"


def sample(number: int, tmp_path: Path) -> Folder:
    """A copy of the folder that the first version of that format wrote."""
    return Folder.at(shutil.copytree(SAMPLES / f"format_{number}", tmp_path / "sample"))


class TestFormat1:
    """Every key in clear."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Folder:
        return sample(1, tmp_path)

    def test_it_opens_and_goes_on(self, folder: Folder) -> None:
        (record_id,) = folder.conferences()
        before = (folder.path / "keys.json").read_bytes()
        with Record.open(folder, record_id) as record:
            assert record.events() == EVENTS
            assert record.warning == ""
            assert record.append(NEXT) == 5
        with Record.open_closed(folder, record_id) as closed:
            assert closed.events() == CLOSED
        with Drafts.open(folder, record_id) as drafts:
            assert drafts.all() == {"capture": "Mam says"}
        assert (folder.path / "keys.json").read_bytes() == before

    def test_the_next_key_makes_it_format_2_in_clear(self, folder: Folder) -> None:
        (record_id,) = folder.conferences()
        Record.create(folder).close()
        written = json.loads((folder.path / "keys.json").read_text())
        assert (written["format"], written["throw_away"], written["vault"]) == (2, False, None)
        assert folder.needs_vault
        with Record.open(folder, record_id, readonly=True) as record:
            assert record.events() == EVENTS

    def test_it_is_wrapped_when_a_vault_is_made(self, folder: Folder) -> None:
        (record_id,) = folder.conferences()
        old = [entry["key"] for entry in json.loads((folder.path / "keys.json").read_text())["keys"].values()]
        folder.make_vault(PASSPHRASE, cost=CHEAP)
        written = (folder.path / "keys.json").read_text()
        assert len(old) == 3
        assert not any(key in written for key in old)
        with Record.open(folder, record_id, readonly=True) as record:
            assert record.events() == EVENTS
        with Drafts.open(folder, record_id) as drafts:
            assert drafts.all() == {"capture": "Mam says"}
        with pytest.raises(Locked):
            Record.open_closed(folder, record_id)


class TestFormat2:
    """A vault; opened as somebody types its passphrase, or reads its recovery key from paper."""

    @pytest.fixture(params=["passphrase", "recovery key"])
    def folder(self, request: pytest.FixtureRequest, tmp_path: Path) -> Folder:
        folder = sample(2, tmp_path)
        if request.param == "passphrase":
            folder.unlock(PASSPHRASE_OF_2)
        else:
            folder.unlock_with_recovery(RECOVERY_KEY_OF_2)
        return folder

    def test_it_opens_and_goes_on(self, folder: Folder) -> None:
        (record_id,) = folder.conferences()
        with Record.open(folder, record_id) as record:
            assert record.events() == EVENTS
            assert record.warning == ""
            assert record.append(NEXT) == 5
        with Drafts.open(folder, record_id) as drafts:
            assert drafts.all() == {"capture": "Mam says"}

    def test_the_closed_record_opens_with_the_passphrase(self, folder: Folder) -> None:
        (record_id,) = folder.conferences()
        with pytest.raises(Locked):
            Record.open_closed(folder, record_id)
        folder.unlock_closed(record_id, PASSPHRASE_OF_2)
        with Record.open_closed(folder, record_id) as closed:
            assert closed.events() == CLOSED
        with Drafts.open(folder, closed.id) as drafts:
            assert drafts.all() == {"capture": "She is afraid"}

    def test_its_registers_and_its_signing_key_are_there(self, folder: Folder) -> None:
        (stub,) = Erasures(folder).all()
        (incident,) = Incidents(folder).all()
        assert (stub.ref, stub.count, stub.head, stub.reason, stub.by) == (
            "CP-2026-013",
            1,
            "ab" * 32,
            "Opened by mistake",
            "Ffion Llywelyn",
        )
        at = datetime(2026, 3, 2, 11, 30, tzinfo=UTC)
        assert stub.at == at
        assert (incident.number, incident.at, incident.report) == (1, at, "Nothing happened")
        assert folder.signing_key().public_key().public_bytes_raw().hex() == SIGNS_AS_2
        assert folder.recovery_is_noted


@pytest.fixture
def reader(tmp_path: Path) -> Path:
    """The lines in the docs, as a program."""
    path = tmp_path / "reader.py"
    lines = DOCS.read_text(encoding="utf-8").split("```python\n")[1].split("```")[0]
    path.write_text(lines, encoding="utf-8")
    return path


def test_the_reader_in_the_docs_reads_what_the_program_writes(reader: Path, tmp_path: Path) -> None:
    folder = sample(1, tmp_path)
    (record_id,) = folder.conferences()
    with Record.open(folder, record_id) as record:
        record.append(NEXT)
    closed_id = folder.closed_record_of(record_id)
    assert closed_id
    assert events_by(reader, folder, record_id) == [*EVENTS, NEXT]
    assert events_by(reader, folder, closed_id) == CLOSED
    Record.create(folder).close()
    assert events_by(reader, folder, record_id) == [*EVENTS, NEXT]


@pytest.mark.parametrize("typed", [PASSPHRASE_OF_2, RECOVERY_KEY_OF_2, RECOVERY_KEY_OF_2.lower()])
def test_the_reader_in_the_docs_opens_a_vault(reader: Path, tmp_path: Path, typed: str) -> None:
    folder = sample(2, tmp_path)
    (record_id,) = folder.conferences()
    closed_id = folder.closed_record_of(record_id)
    assert closed_id
    assert events_by(reader, folder, record_id, typed) == EVENTS
    assert events_by(reader, folder, closed_id, typed) == CLOSED


def test_the_reader_in_the_docs_opens_what_the_program_wraps_today(
    reader: Path, folder: Folder, tmp_path: Path
) -> None:
    recovery_key = folder.make_vault(PASSPHRASE, cost=CHEAP)
    with Record.create(folder) as record:
        record.append(NEXT)
    with Record.create(folder, kind="closed", of=record.id) as closed:
        closed.append(CLOSED[0])
    for typed in (PASSPHRASE, recovery_key):
        assert events_by(reader, folder, record.id, typed) == [NEXT]
        assert events_by(reader, folder, closed.id, typed) == CLOSED


def events_by(reader: Path, folder: Folder, record_id: str, typed: str = "") -> list[dict[str, Any]]:
    run = [sys.executable, "-X", "utf8", "-W", "ignore", str(reader), str(folder.path), record_id]
    # In a session of its own it has no terminal to ask at, and reads what is typed from standard input.
    done = subprocess.run(
        run, check=True, capture_output=True, encoding="utf-8", input=typed, start_new_session=True
    )
    return [event for line in done.stdout.splitlines() for _, _, _, event in json.loads(line)]
