import errno
import os
from pathlib import Path

import pytest

from conference_tui.store.drafts import Drafts
from conference_tui.store.errors import Failed, NotSaved, StoreError
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from conference_tui.store.writer import Writer
from tests.no_room import files_may_grow_to


@pytest.mark.parametrize("room", [0, 1, 50, 64, 100, 300])
def test_on_a_full_disk_an_event_is_not_saved_and_with_room_again_the_record_goes_on(
    folder: Folder, room: int
) -> None:
    with Record.create(folder) as record:
        record.append({"n": 1})
        before = folder.file(record.id).read_bytes()
        with files_may_grow_to(len(before) + room):
            for _ in range(3):
                with pytest.raises(NotSaved, match="Everything before it is saved"):
                    record.append({"words": "x" * 300})
        assert folder.file(record.id).read_bytes() == before
        assert record.events() == [{"n": 1}]
        assert record.append({"n": 2}) == 2
    with Record.open(folder, record.id) as again:
        assert again.events() == [{"n": 1}, {"n": 2}]
        assert again.warning == ""


def test_on_a_full_disk_no_half_record_is_made(folder: Folder) -> None:
    Record.create(folder).close()
    keys = (folder.path / "keys.json").read_bytes()
    with files_may_grow_to(10), pytest.raises(NotSaved, match="Make room"):
        Record.create(folder)
    assert (folder.path / "keys.json").read_bytes() == keys
    assert len(folder.conferences()) == 1
    assert list(folder.path.glob("*.tmp")) == []


def test_a_draft_that_found_no_room_is_not_saved_and_the_one_before_stays(folder: Folder) -> None:
    with Record.create(folder) as record, Drafts.open(folder, record.id) as drafts:
        drafts.put("capture", "Mam says")
        with files_may_grow_to(300), pytest.raises(NotSaved):
            drafts.put("capture", "Mam says " + "it was late " * 40)
        assert drafts.all() == {"capture": "Mam says"}


def test_after_the_disk_did_not_confirm_nothing_more_is_written(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Record.create(folder) as record:
        record.append({"n": 1})
        disk_fails_to_confirm(monkeypatch)
        with pytest.raises(Failed, match=r"Input/output error.*is not known") as first:
            record.append({"n": 2})
        monkeypatch.undo()
        size = folder.file(record.id).stat().st_size
        with pytest.raises(Failed) as second:
            record.append({"n": 3})
        assert str(second.value) == str(first.value)
        assert folder.file(record.id).stat().st_size == size
        assert record.events() == [{"n": 1}]
    with Record.open(folder, record.id) as again:
        assert again.events()[0] == {"n": 1}
        assert again.count <= 2
        again.append({"n": 4})


def test_after_a_failure_every_later_submission_fails_with_the_same_sentence(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def failed(error: StoreError) -> None:
        told.append(f"{type(error).__name__} {error}")

    with Record.create(folder) as record:
        writer = Writer(record)
        disk_fails_to_confirm(monkeypatch)
        writer.submit({"n": 1}, lambda saved: told.append(f"saved {saved.number}"), failed)
        writer.flush()
        monkeypatch.undo()
        for n in (2, 3):
            writer.submit({"n": n}, lambda saved: told.append(f"saved {saved.number}"), failed)
        writer.close()
    assert len(told) == 3
    assert len(set(told)) == 1
    assert told[0].startswith("Failed ")


def test_a_disk_that_confirms_nothing_gets_no_new_record(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    Record.create(folder).close()
    disk_fails_to_confirm(monkeypatch)
    with pytest.raises(NotSaved, match="What was there before is unchanged"):
        Record.create(folder)
    monkeypatch.undo()
    assert len(folder.conferences()) == 1


def test_what_a_killed_program_left_unconfirmed_is_confirmed_before_it_counts_as_saved(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Record.create(folder) as record:
        record.append({"n": 1})
    disk_fails_to_confirm(monkeypatch)
    with pytest.raises(NotSaved, match="cannot be opened"):
        Record.open(folder, record.id)
    with Record.open(folder, record.id, readonly=True) as reader:
        assert reader.events() == [{"n": 1}]


def disk_fails_to_confirm(monkeypatch: pytest.MonkeyPatch) -> None:
    def fsync(_: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", fsync)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NotSaved, match="cannot be made"):
        Folder.at(tmp_path / "file" / "store")
