import pytest

from conference_tui.store.errors import InUse
from conference_tui.store.folder import Folder
from conference_tui.store.lock import Lock
from conference_tui.store.records import Record

from .programs import start


def test_a_second_program_is_refused_and_told_who_has_the_record(folder: Folder) -> None:
    with Record.create(folder) as record:
        record.append({"n": 1})
    with start("hold_open", folder.path, record.id) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(
            InUse, match=rf"process {holder.pid}, since \d\d:\d\d on .*Nothing has been changed"
        ):
            Record.open(folder, record.id)
        with Record.open(folder, record.id, readonly=True) as reader:
            assert reader.events() == [{"n": 1}]
        holder.communicate("")
    with Record.open(folder, record.id) as again:
        assert again.append({"n": 2}) == 2


def test_after_a_kill_the_next_program_opens_at_once(folder: Folder) -> None:
    with Record.create(folder) as record:
        pass
    for _ in range(3):
        with start("hold_open", folder.path, record.id) as holder:
            assert holder.stdout
            assert holder.stdout.readline() == "open\n"
            holder.kill()
        with Record.open(folder, record.id) as again:
            again.append({"n": 1})


def test_the_same_program_cannot_open_a_record_twice_to_write(folder: Folder) -> None:
    with Record.create(folder) as record:
        with pytest.raises(InUse):
            Record.open(folder, record.id)
        assert record.append({"n": 1}) == 1


def test_a_note_of_the_holder_that_cannot_be_read_is_said_to_be_unknown(folder: Folder) -> None:
    path = folder.path / "some.lock"
    with Lock(path, "This record"):
        for note in (
            b"",
            b"{",
            b'{"pid": "x"}',
            b'{"pid": 1, "since": "\xff"}',
            b'{"pid": 1, "since": "0001-01-01T00:00:00+14:00"}',
        ):
            path.write_bytes(note)
            with pytest.raises(InUse, match="which one is not known"):
                Lock(path, "This record")
    Lock(path, "This record").release()
