import hashlib
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conference_tui.store import frames
from conference_tui.store.errors import Missing, NotSaved
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record

text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3),
    max_leaves=8,
)
events = st.lists(st.dictionaries(text, plain, max_size=4), max_size=8)


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(given_events=events)
def test_what_is_read_again_is_what_was_appended(folder: Folder, given_events: list[dict[str, Any]]) -> None:
    with Record.create(folder) as record:
        numbers = [record.append(event) for event in given_events]
        head = record.head
        assert record.events() == given_events
    with Record.open(folder, record.id) as again:
        assert again.events() == given_events
        assert (again.count, again.head, again.warning) == (len(given_events), head, "")
    assert numbers == list(range(1, len(given_events) + 1))


def test_an_event_may_be_given_as_the_bytes_of_its_json(folder: Folder) -> None:
    with Record.create(folder) as record:
        record.append(b'{"type": "StageOpened", "stage": "quorum"}')
        assert record.events() == [{"type": "StageOpened", "stage": "quorum"}]


@pytest.mark.parametrize("event", [b"[1]", b"{", b"\xff", b""])
def test_bytes_that_are_no_json_object_are_not_saved(folder: Folder, event: bytes) -> None:
    with Record.create(folder) as record:
        with pytest.raises(NotSaved, match="everything before it is"):
            record.append(event)
        assert record.append({"n": 1}) == 1


def test_several_events_in_one_frame_are_there_together_or_not_at_all(folder: Folder) -> None:
    with Record.create(folder) as record:
        assert record.append_many([{"n": 1}, {"n": 2}, {"n": 3}]) == [1, 2, 3]
        assert record.append_many([]) == []
        with pytest.raises(NotSaved):
            record.append_many([{"n": 4}, {"n": float("nan")}])
        assert record.append({"n": 5}) == 4
    path = folder.file(record.id)
    path.write_bytes(path.read_bytes()[:-1])
    (path.parent / f"{path.name}.head").unlink()
    with Record.open(folder, record.id) as again:
        assert [event["n"] for event in again.events()] == [1, 2, 3]
    path.write_bytes(path.read_bytes()[:-1])
    (path.parent / f"{path.name}.head").unlink()
    with Record.open(folder, record.id) as again:
        assert again.events() == []


def test_changing_what_was_given_or_got_changes_nothing_in_the_record(folder: Folder) -> None:
    children = ["Bryn"]
    with Record.create(folder) as record:
        record.append({"children": children})
        children.append("Carys")
        record.events()[0]["children"].append("Dewi")
        assert record.events() == [{"children": ["Bryn"]}]


def test_the_head_changes_with_every_event_and_is_no_secret_of_the_session(folder: Folder) -> None:
    with Record.create(folder) as record:
        heads = [record.head]
        for n in range(5):
            record.append({"n": n})
            heads.append(record.head)
    assert len(set(heads)) == 6
    with Record.open(folder, record.id, readonly=True) as again:
        assert again.head == heads[-1]


def test_the_hash_of_an_earlier_count_is_told_from_the_file(folder: Folder) -> None:
    with Record.create(folder) as record:
        heads: dict[int, str | None] = {}
        for n in range(1, 4):
            record.append({"n": n})
            heads[n] = record.head
        record.append_many([{"n": 4}, {"n": 5}])
        heads |= {0: None, 4: None, 5: record.head, 6: None}
        assert {count: record.hash_of(count) for count in heads} == heads
    with Record.open(folder, record.id, readonly=True) as again:
        assert {count: again.hash_of(count) for count in heads} == heads
        frame = folder.file(record.id).read_bytes()[frames.HEADER_BYTES :]
        length = int.from_bytes(frame[4:8], "little")
        assert heads[1] == hashlib.sha256(frame[: 64 + length]).hexdigest()


def test_a_record_made_whole_is_as_one_that_grew(folder: Folder) -> None:
    given_events: list[dict[str, Any]] = [{"n": 1}, {"words": "Mam"}, {"n": 3}]
    with Record.create(folder, entries=[*given_events[:2], b'{"n": 3}']) as record:
        assert record.events() == given_events
        assert record.append({"n": 4}) == 4
        assert len({record.hash_of(count) for count in range(1, 5)}) == 4
    with Record.open(folder, record.id) as again:
        assert (again.count, again.warning) == (4, "")


@pytest.mark.parametrize("bad", [{"words": "\ud800"}, {"words": "x" * 17_000_000}, b"[]"])
def test_a_record_with_an_entry_that_cannot_be_kept_is_not_made_at_all(
    folder: Folder, bad: bytes | dict[str, Any]
) -> None:
    with pytest.raises(NotSaved):
        Record.create(folder, entries=[{"n": 1}, bad])
    assert folder.conferences() == []
    assert list(folder.path.glob("*.record*")) == []


def test_reading_does_not_disturb_the_one_who_writes(folder: Folder) -> None:
    with Record.create(folder) as record:
        for n in range(3):
            record.append({"n": n})
            with Record.open(folder, record.id, readonly=True) as reader:
                assert reader.count == n + 1
                with pytest.raises(NotSaved, match="reading only"):
                    reader.append({"n": 99})


@pytest.fixture
def threads_take_turns_often() -> Iterator[None]:
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)


@pytest.mark.usefixtures("threads_take_turns_often")
def test_events_of_several_threads_are_all_kept_and_numbered_once(folder: Folder) -> None:
    numbers: list[int] = []
    with Record.create(folder) as record:
        threads = [
            threading.Thread(
                target=lambda who=who: numbers.extend(record.append({"who": who}) for _ in range(25))
            )
            for who in range(4)
        ]
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            assert len(record.events()) <= 100
        for thread in threads:
            thread.join()
    assert sorted(numbers) == list(range(1, 101))
    with Record.open(folder, record.id) as again:
        assert sorted(event["who"] for event in again.events()) == sorted(list(range(4)) * 25)


def test_a_closed_record_takes_nothing_more(folder: Folder) -> None:
    record = Record.create(folder)
    record.append({"n": 1})
    record.close()
    record.close()
    with pytest.raises(NotSaved, match="Open the conference again"):
        record.append({"n": 2})
    with Record.open(folder, record.id) as again:
        assert again.events() == [{"n": 1}]


@pytest.mark.parametrize("record_id", ["0" * 32, "../keys", "", "a" * 31])
def test_a_record_that_is_not_there_is_said_to_be_missing(folder: Folder, record_id: str) -> None:
    with pytest.raises(Missing, match="Nothing has been changed"):
        Record.open(folder, record_id)
