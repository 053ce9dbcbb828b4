import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from conference_tui.store.errors import Damaged, Missing
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record


def test_the_last_changed_conference_comes_first(folder: Folder) -> None:
    ids = []
    for changed in (300.0, 100.0, 200.0):
        with Record.create(folder) as record:
            pass
        os.utime(folder.file(record.id), (changed, changed))
        ids.append(record.id)
    assert folder.conferences() == [ids[0], ids[2], ids[1]]
    assert Folder.at(folder.path).conferences() == folder.conferences()


def test_an_empty_folder_lists_nothing_and_makes_nothing(folder: Folder) -> None:
    assert folder.conferences() == []
    assert list(folder.path.iterdir()) == []


def test_without_a_folder_given_the_platforms_own_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    assert tmp_path in Folder.at().path.parents
    assert Folder.at(None).path.is_dir()
    assert Folder.at("~/mine").path == tmp_path / "mine"


def test_a_key_whose_record_was_never_made_is_not_listed(folder: Folder) -> None:
    folder.keys.make("conference")
    assert folder.conferences() == []


def test_a_record_that_no_key_opens_is_not_hidden(folder: Folder) -> None:
    with Record.create(folder) as record:
        pass
    folder.keys.forget(record.id)
    assert folder.conferences() == []
    assert folder.without_key() == [record.id]
    with pytest.raises(Missing, match=r"no key for the record.*from a backup"):
        Record.open(folder, record.id)


@pytest.mark.parametrize(
    "content", [None, b"", b"{", b'{"format":2,"keys":{}}', b'{"format":1,"keys":[]}', b"\xff"]
)
def test_lost_or_damaged_keys_are_told_and_never_replaced(folder: Folder, content: bytes | None) -> None:
    Record.create(folder).close()
    keys = folder.path / "keys.json"
    if content is None:
        keys.unlink()
    else:
        keys.write_bytes(content)
    for attempt in (folder.conferences, lambda: Record.create(folder)):
        with pytest.raises(Damaged, match="Nothing has been changed") as told:
            attempt()
        assert content or "1 file here opens only with its keys" in str(told.value)
    assert (keys.read_bytes() if keys.exists() else None) == content


@pytest.mark.parametrize("key", ["", "AAAA", "not base64", "A" * 43])
def test_a_damaged_key_is_told(folder: Folder, key: str) -> None:
    (folder.path / "keys.json").write_text(
        json.dumps({"format": 1, "keys": {"0" * 32: {"kind": "conference", "wrap": "none", "key": key}}})
    )
    with pytest.raises(Damaged, match="key of the record 0000"):
        folder.conferences()


def test_keys_made_at_the_same_time_are_all_kept(folder: Folder) -> None:
    with ThreadPoolExecutor(8) as people:
        made = {key.file_id for key in people.map(lambda _: folder.keys.make("conference"), range(24))}
    assert {name.file_id for name in folder.keys.names()} == made
    assert len({folder.keys.find(file_id).secret for file_id in made}) == 24
