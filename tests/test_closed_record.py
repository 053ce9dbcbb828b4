"""A closed slot's record after its slot."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from conference_tui import closed_record
from conference_tui.conference import events as e
from conference_tui.store.errors import Locked, WrongPassphrase
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from tests.store.vaults import CHEAP, PASSPHRASE, opened

NOW = datetime(2026, 12, 2, 9, 0, tzinfo=UTC)


def test_a_copy_is_numbered_behind_an_entry_that_was_refused(tmp_path: Path) -> None:
    """BA-11: what the disk refused left its number out; two entries of one number could not be told apart."""
    folder = Folder.at(tmp_path / "store")
    with Record.create(folder) as record, Record.create(folder, kind="closed", of=record.id) as closed:
        for seq in (1, 3):
            words = e.ContributionMade(contribution=f"c{seq}", stage="mapping", speaker="ada", words="words")
            entry = e.Recorded(seq=seq, at="2026-12-01T13:42:00+00:00", event=words)
            closed.append(msgspec.to_builtins(entry))
    numbered = closed_record.number_copy(folder, record.id, "", "The police", lambda: NOW)
    assert numbered.copy == 1
    with Record.open_closed(folder, record.id, readonly=True) as closed:
        assert [entry["seq"] for entry in closed.events()] == [1, 3, 4]


def test_reading_one_shuts_it_again_and_no_other(tmp_path: Path) -> None:
    """BA-11: the record of a slot that is open elsewhere in the folder goes on being written."""
    folder = Folder.at(tmp_path / "store")
    folder.make_vault(PASSPHRASE, cost=CHEAP)
    with Record.create(folder) as one, Record.create(folder, kind="closed", of=one.id):
        pass
    folder = opened(folder)
    with Record.create(folder) as other, Record.create(folder, kind="closed", of=other.id):
        assert closed_record.read(folder, one.id, PASSPHRASE).said == ()
        closed_record.number_copy(folder, one.id, PASSPHRASE, "The police", lambda: NOW)
        with pytest.raises(WrongPassphrase):
            closed_record.read(folder, one.id, "not this one at all")
        with pytest.raises(Locked):
            Record.open_closed(folder, one.id, readonly=True)
        Record.open_closed(folder, other.id, readonly=True).close()
        assert closed_record.read(folder, other.id, PASSPHRASE).said == ()
        Record.open_closed(folder, other.id, readonly=True).close()
