"""Files that are damaged, empty, gone, or another conference's: never another record than was saved."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from tinydb import TinyDB

from conference_tui.store.records import Record
from tests.faults.damage import LARGEST, cuts, damage, flips, others
from tests.faults.judge import Entry, Found, Told, digest_of, judge
from tests.faults.place import record_in, recover, the_folder
from tests.faults.running import Nursery
from tests.faults.writer import Job

Ways = Callable[[bytes], Iterator[tuple[str, bytes]]]


class Saved(NamedTuple):
    store: Path
    told: Told

    @property
    def record(self) -> Path:
        return record_in(self.store)

    @property
    def head(self) -> Path:
        return self.record.with_name(f"{self.record.name}.head")


def saved_in(nursery: Nursery, store: Path, run: str = "a") -> Saved:
    told = Told()
    nursery.run(Job(store=str(store), entries=3, run=run, characters=60), told)
    assert len(told.saved) == 3
    return Saved(store, told)


@pytest.fixture
def saved(nursery: Nursery, tmp_path: Path) -> Saved:
    return saved_in(nursery, tmp_path / "store")


@pytest.mark.parametrize("ways", [cuts, flips, others])
def test_every_file_of_a_folder_damaged_in_every_way_gives_no_other_record(saved: Saved, ways: Ways) -> None:
    small = [path.name for path in saved.store.iterdir() if path.stat().st_size <= LARGEST]
    assert {"keys.json", saved.record.name, saved.head.name} <= set(small)
    for name in small:
        tally = damage(saved.store, saved.told, name, ways)
        assert tally.holds, tally


@pytest.mark.parametrize("ways", [cuts, flips])
def test_a_record_cut_or_altered_anywhere_is_refused(saved: Saved, ways: Ways) -> None:
    tally = damage(saved.store, saved.told, saved.record.name, ways)
    assert tally.holds, tally
    assert tally.notes == {"refused": saved.record.stat().st_size}


def test_whatever_stands_in_the_head_note_the_record_opens_whole(saved: Saved) -> None:
    for ways in (cuts, flips, others):
        tally = damage(saved.store, saved.told, saved.head.name, ways)
        assert tally.holds, tally
        assert set(tally.notes) == {"opened whole"}


def test_without_its_head_note_a_record_opens_whole_and_says_so(saved: Saved) -> None:
    saved.head.unlink()
    folder = the_folder(saved.store)
    with Record.open(folder, folder.conferences()[0], readonly=True) as record:
        assert "missing or unreadable" in record.warning
    assert judge(saved.told, recover(saved.store)) == []


def test_the_head_note_of_another_conference_is_no_note(
    saved: Saved, nursery: Nursery, tmp_path: Path
) -> None:
    other = saved_in(nursery, tmp_path / "other", "b")
    shutil.copy(other.head, saved.head)
    assert judge(saved.told, recover(saved.store)) == []


def test_the_file_of_another_conference_under_this_ones_name_is_refused(
    saved: Saved, nursery: Nursery, tmp_path: Path
) -> None:
    other = saved_in(nursery, tmp_path / "other", "b")
    shutil.copy(other.record, saved.record)
    assert "holds another record than its name says" in recover(saved.store).refusal


def test_with_the_keys_of_another_folder_the_files_are_still_told_of(
    saved: Saved, nursery: Nursery, tmp_path: Path
) -> None:
    other = saved_in(nursery, tmp_path / "other", "b")
    shutil.copy(other.store / "keys.json", saved.store / "keys.json")
    assert saved.record.stem in recover(saved.store).refusal


@pytest.mark.parametrize("which", ["keys.json", "record"])
def test_a_file_that_is_gone_or_empty_is_a_loss_and_no_new_beginning(saved: Saved, which: str) -> None:
    path = saved.record if which == "record" else saved.store / which
    path.write_bytes(b"")
    assert "empty" in recover(saved.store).refusal
    path.unlink()
    assert recover(saved.store).refusal


def test_another_store_is_found_to_open_altered_records(tmp_path: Path) -> None:
    """TinyDB's own storage has no check of any kind: the harness must see what becomes of that."""
    store, told = tmp_path / "store", Told()
    store.mkdir()
    stock = TinyDB(store / "stock.json")
    for number in range(1, 4):
        content = {"name": f"a-{number}", "words": "She said that tea was ready when she came home."}
        told.hear(f"TRY {content['name']} {digest_of(content)}")
        told.hear(f"ACK {content['name']} {stock.insert(content)}")
    stock.close()

    def recovery(path: Path) -> Found:
        try:
            with TinyDB(path / "stock.json") as opened:
                return Found(
                    tuple(Entry(each.doc_id, str(each.get("name")), digest_of(each)) for each in opened)
                )
        except (ValueError, AttributeError, TypeError) as error:
            return Found(refusal=str(error))

    assert judge(told, recovery(store)) == []
    assert damage(store, told, "stock.json", flips, recovery).found["ALTERED"] > 0
    assert damage(store, told, "stock.json", others, recovery).found["LOST"] > 0
