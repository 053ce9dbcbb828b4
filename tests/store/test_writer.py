import threading

import pytest

from conference_tui.store.errors import Failed, NotSaved, StoreError
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from conference_tui.store.writer import Saved, Writer

from .programs import start


def never(saved: Saved) -> None:
    raise AssertionError(saved)


def unexpected(error: StoreError) -> None:
    raise error


def test_everything_is_saved_in_the_order_of_submission_and_told_after_it_is_on_the_disk(
    folder: Folder,
) -> None:
    told: list[tuple[int, int]] = []
    with Record.create(folder) as record:

        def saved(event: Saved) -> None:
            with Record.open(folder, record.id, readonly=True) as reader:
                assert reader.hash_of(event.number) == event.head
                told.append((event.number, reader.events()[event.number - 1]["n"]))

        writer = Writer(record)
        for n in range(50):
            writer.submit({"n": n}, saved, unexpected)
        writer.flush()
        assert told == [(n + 1, n) for n in range(50)]
        writer.close()


def test_submitting_does_not_wait_for_the_disk_and_callbacks_come_on_the_writers_thread(
    folder: Folder,
) -> None:
    go_on, threads = threading.Event(), set()
    with Record.create(folder) as record:
        writer = Writer(record)

        def hold(_: Saved) -> None:
            threads.add(threading.current_thread())
            go_on.wait()

        for n in range(3):
            writer.submit({"n": n}, hold, unexpected)
        assert record.count <= 1
        go_on.set()
        writer.close()
        assert record.count == 3
    assert threading.current_thread() not in threads
    assert len(threads) == 1


def test_closing_saves_what_is_queued_and_then_takes_nothing_more(folder: Folder) -> None:
    saved: list[Saved] = []
    with Record.create(folder) as record:
        writer = Writer(record)
        for n in range(30):
            writer.submit({"n": n}, saved.append, unexpected)
        writer.close()
        writer.close()
        assert [event.number for event in saved] == list(range(1, 31))
        with pytest.raises(NotSaved, match="Open the conference again"):
            writer.submit({"n": 31}, saved.append, unexpected)
        assert record.count == 30


def test_one_event_that_cannot_be_saved_does_not_stop_the_others(folder: Folder) -> None:
    told: list[int | str] = []
    with Record.create(folder) as record:
        writer = Writer(record)
        for event in ({"n": 1}, {"words": "\ud800"}, {"words": "x" * 17_000_000}, {"n": 2}):
            writer.submit(
                event, lambda saved: told.append(saved.number), lambda error: told.append(str(error))
            )
        writer.close()
    assert told[0] == 1
    assert "half a character" in str(told[1])
    assert "one entry may have 16,777,200" in str(told[2])
    assert told[3] == 2


def test_an_event_can_be_made_in_its_turn_of_the_hash_of_the_one_before(folder: Folder) -> None:
    """Issue 3.6: a seal names the true hash, whatever was still waiting when it was submitted."""
    saved: list[Saved] = []
    with Record.create(folder) as record:
        empty = record.head
        writer = Writer(record)
        writer.submit(lambda head: {"after": head}, saved.append, unexpected)
        writer.submit({"n": 2}, saved.append, unexpected)
        writer.submit({"words": "\ud800"}, never, lambda _: None)
        writer.submit(lambda head: {"after": head}, saved.append, unexpected)
        writer.close()
        assert record.events() == [{"after": empty}, {"n": 2}, {"after": saved[1].head}]
        assert [event.number for event in saved] == [1, 2, 3]
        assert [record.hash_of(event.number) for event in saved] == [event.head for event in saved]


def test_an_error_of_the_program_itself_is_told_and_stops_the_saving(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[StoreError] = []
    with Record.create(folder) as record:
        writer = Writer(record)
        monkeypatch.delattr(Record, "append")
        writer.submit({"n": 1}, never, told.append)
        writer.flush()
        monkeypatch.undo()
        writer.submit({"n": 2}, never, told.append)
        writer.close()
    assert [type(error) for error in told] == [Failed, Failed]
    assert str(told[0]) == str(told[1])


def test_a_callback_that_raises_is_reported_and_the_next_event_is_saved(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", reported.append)
    saved: list[Saved] = []

    def clumsy(saved: Saved) -> None:
        raise RuntimeError(saved)

    with Record.create(folder) as record:
        writer = Writer(record)
        writer.submit({"n": 1}, clumsy, unexpected)
        writer.submit({"n": 2}, saved.append, unexpected)
        writer.close()
    assert [event.number for event in saved] == [2]
    assert [report.exc_type for report in reported] == [RuntimeError]


def test_a_program_that_ends_without_closing_saves_what_it_submitted(folder: Folder) -> None:
    with Record.create(folder) as record:
        pass
    with start("submit_and_end", folder.path, record.id) as program:
        program.communicate()
    assert program.returncode == 0
    with Record.open(folder, record.id) as again:
        assert [event["n"] for event in again.events()] == list(range(200))
