from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from conference_tui.store import frames
from conference_tui.store.errors import Damaged, Missing, NotSaved, StoreError, WrongKey
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from conference_tui.store.seals import seal_of

EVENTS: list[dict[str, Any]] = [{"n": 1}, {"n": 2, "words": "Nain reads with them."}, {"n": 3}]


class Saved(NamedTuple):
    folder: Folder
    record_id: str
    path: Path
    head: Path
    log: bytes

    def frames(self) -> list[bytes]:
        blob, start, found = memoryview(self.log), frames.HEADER_BYTES, []
        for frame in seal_of(self.folder.keys.find(self.record_id)).read_frames(blob):
            found.append(self.log[start : frame.end])
            start = frame.end
        return found

    def tails(self) -> list[Path]:
        return list(self.path.parent.glob("*.torn-*"))


@pytest.fixture
def saved(folder: Folder) -> Saved:
    with Record.create(folder) as record:
        for event in EVENTS:
            record.append(event)
    path = folder.file(record.id)
    return Saved(folder, record.id, path, path.with_name(f"{path.name}.head"), path.read_bytes())


def flips(data: bytes) -> Iterator[bytes]:
    for at in range(len(data)):
        yield data[:at] + bytes([data[at] ^ 1 << at % 8]) + data[at + 1 :]


def test_a_log_cut_at_any_byte_is_refused_and_left_as_it_is(saved: Saved) -> None:
    for length in range(len(saved.log)):
        saved.path.write_bytes(saved.log[:length])
        with pytest.raises(Damaged, match="Nothing has been changed"):
            Record.open(saved.folder, saved.record_id)
        assert saved.path.read_bytes() == saved.log[:length]


def test_a_flip_in_any_byte_is_refused_and_left_as_it_is(saved: Saved) -> None:
    for altered in flips(saved.log):
        saved.path.write_bytes(altered)
        with pytest.raises(Damaged, match="Nothing has been changed"):
            Record.open(saved.folder, saved.record_id)
        assert saved.path.read_bytes() == altered


def test_without_its_head_file_a_cut_or_flipped_log_gives_a_warned_beginning_or_is_refused(
    saved: Saved,
) -> None:
    cuts = (saved.log[:length] for length in range(len(saved.log)))
    for altered in (*cuts, *flips(saved.log)):
        saved.path.write_bytes(altered)
        saved.head.unlink(missing_ok=True)
        try:
            with Record.open(saved.folder, saved.record_id, readonly=True) as record:
                found, warning = record.events(), record.warning
        except Damaged:
            continue
        assert found == EVENTS[: len(found)]
        assert warning or len(found) == 0


def test_whatever_happens_to_the_head_file_the_record_opens_whole(saved: Saved) -> None:
    note = saved.head.read_bytes()
    for altered in (*flips(note), *(note[:length] for length in range(len(note))), note + b"x"):
        saved.head.write_bytes(altered)
        with Record.open(saved.folder, saved.record_id, readonly=True) as record:
            assert record.events() == EVENTS
            assert "whether there had been more cannot be told" in record.warning
    with Record.open(saved.folder, saved.record_id) as record:
        assert record.events() == EVENTS
    with Record.open(saved.folder, saved.record_id) as record:
        assert record.warning == ""


def test_an_unfinished_last_frame_is_kept_aside_and_the_record_goes_on(saved: Saved) -> None:
    unfinished = saved.frames()[0][:-1]
    saved.path.write_bytes(saved.log + unfinished)
    with Record.open(saved.folder, saved.record_id, readonly=True) as record:
        assert "had not been finished" in record.warning
    assert saved.path.read_bytes() == saved.log + unfinished
    with Record.open(saved.folder, saved.record_id) as record:
        assert "had not been finished" in record.warning
        assert record.events() == EVENTS
        assert record.append({"n": 4}) == 4
    assert [tail.read_bytes() for tail in saved.tails()] == [unfinished]
    with Record.open(saved.folder, saved.record_id) as record:
        assert record.events() == [*EVENTS, {"n": 4}]
        assert record.warning == ""


@pytest.mark.parametrize("order", [[1, 0, 2], [0, 2], [1, 2], [0, 0, 1, 2], [0, 1, 1], [0, 1, 2, 0], [2]])
def test_a_frame_moved_copied_or_taken_out_is_refused(saved: Saved, order: list[int]) -> None:
    whole = saved.frames()
    saved.path.write_bytes(saved.log[: frames.HEADER_BYTES] + b"".join(whole[i] for i in order))
    try:
        with Record.open(saved.folder, saved.record_id) as record:
            assert record.events() == EVENTS
            assert record.warning
    except Damaged as refusal:
        assert "Nothing has been changed" in str(refusal)
        assert refusal.intact == sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], enumerate(order)))


def test_a_frame_of_another_record_is_refused(saved: Saved) -> None:
    with Record.create(saved.folder) as other:
        other.append(EVENTS[0])
    foreign = saved.folder.file(other.id).read_bytes()[frames.HEADER_BYTES :]
    whole = saved.frames()
    saved.path.write_bytes(saved.log[: frames.HEADER_BYTES] + foreign + whole[1] + whole[2])
    with pytest.raises(Damaged, match="Entry 1"):
        Record.open(saved.folder, saved.record_id)


def test_a_history_that_was_written_otherwise_is_refused(saved: Saved) -> None:
    """An older copy of the file, continued differently, has as many frames but not the one that was saved."""
    saved.path.write_bytes(saved.log[: -len(saved.frames()[2])])
    head = saved.head.read_bytes()
    saved.head.unlink()
    with Record.open(saved.folder, saved.record_id) as record:
        record.append({"n": 33})
    saved.head.write_bytes(head)
    with pytest.raises(Damaged, match="not the one that had been saved"):
        Record.open(saved.folder, saved.record_id)


def test_what_is_whole_before_the_damage_can_still_be_read(saved: Saved) -> None:
    whole = saved.frames()
    altered = saved.log[: frames.HEADER_BYTES] + whole[0] + next(flips(whole[1])) + whole[2]
    saved.path.write_bytes(altered)
    with pytest.raises(Damaged, match=r"Entry 2 .* the 1 before it are whole, and about 1 after it"):
        Record.open(saved.folder, saved.record_id)
    with Record.open(saved.folder, saved.record_id, rescue=True) as record:
        assert record.events() == EVENTS[:1]
        assert "Entry 2" in record.warning
        with pytest.raises(NotSaved):
            record.append({"n": 4})
    assert saved.path.read_bytes() == altered


@pytest.mark.parametrize("readonly", [False, True])
def test_an_empty_or_vanished_log_beside_its_head_file_is_a_loss_not_a_new_record(
    saved: Saved, readonly: bool
) -> None:
    saved.path.write_bytes(b"")
    with pytest.raises(Damaged, match="is empty"):
        Record.open(saved.folder, saved.record_id, readonly=readonly)
    saved.path.unlink()
    with pytest.raises(Damaged, match="is gone"):
        Record.open(saved.folder, saved.record_id, readonly=readonly)
    assert saved.folder.conferences() == [saved.record_id]
    saved.head.unlink()
    with pytest.raises(Missing):
        Record.open(saved.folder, saved.record_id, readonly=readonly)


def test_a_wrong_key_is_told_from_damage(saved: Saved) -> None:
    keys = saved.folder.path / "keys.json"
    mine = keys.read_bytes()
    secret = saved.folder.keys.find(saved.record_id)
    other = saved.folder.keys.make("conference")
    swapped = keys.read_text().replace(_encoded(secret.secret), _encoded(other.secret))
    keys.write_text(swapped)
    with pytest.raises(WrongKey, match="file itself is not damaged"):
        Record.open(saved.folder, saved.record_id)
    assert saved.path.read_bytes() == saved.log
    keys.write_bytes(mine)
    with Record.open(saved.folder, saved.record_id) as record:
        assert record.events() == EVENTS


def test_a_record_under_another_name_is_refused(saved: Saved) -> None:
    with Record.create(saved.folder) as other:
        pass
    saved.path.write_bytes(saved.folder.file(other.id).read_bytes())
    with pytest.raises(Damaged, match="holds another record than its name says"):
        Record.open(saved.folder, saved.record_id)


def test_a_file_of_something_else_is_refused(saved: Saved) -> None:
    for content in (b"%PDF-1.7\n" * 50, b"\0" * 500, b'{"events": {}}'):
        saved.path.write_bytes(content)
        with pytest.raises(StoreError, match="Nothing has been changed"):
            Record.open(saved.folder, saved.record_id)
        assert saved.path.read_bytes() == content


def _encoded(secret: bytes) -> str:
    import base64

    return base64.b64encode(secret).decode()
