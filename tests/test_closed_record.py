"""A closed slot's record after its slot."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec

from conference_tui import closed_record
from conference_tui.conference import events as e
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record

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
