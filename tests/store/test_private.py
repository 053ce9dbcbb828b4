import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from conference_tui.store.drafts import Drafts
from conference_tui.store.errors import NotSaved, StoreError
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record

from .programs import start

NOBODY = 65534
WORDS = [
    "Gwenllian",
    "Pryderi",
    "bruising",
    "Aelwyd",
    "closed-words",
    "draft-words",
    "worries",
    "CP-2026-014",
]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def fill(folder: Folder) -> str:
    """A conference with a closed slot, drafts and an unfinished frame; gives the conference's id."""
    with Record.create(folder) as record:
        record.append({"ref": "CP-2026-014", "child": "Gwenllian", "column": "worries", "words": "bruising"})
        record.append_many([{"child": "Pryderi"}, {"place": "Aelwyd"}])
    with Record.create(folder, kind="closed", of=record.id) as closed:
        closed.append({"words": "closed-words"})
        with Drafts.open(folder, closed.id) as drafts:
            drafts.put("closed-words", "draft-words")
    path = folder.file(record.id)
    path.write_bytes(path.read_bytes() + b"\xf5REC unfinished")
    Record.open(folder, record.id).close()
    return record.id


def test_no_word_of_a_conference_stands_in_any_file_or_name(folder: Folder) -> None:
    """HF-10: information is kept confidentially; what lies on the disk tells nothing."""
    fill(folder)
    files = list(folder.path.iterdir())
    assert len(files) > 8
    for word in WORDS:
        for file in files:
            assert word.lower() not in file.name.lower()
            assert word.encode().lower() not in file.read_bytes().lower()


def test_every_file_is_its_owners_alone_whatever_the_umask(tmp_path: Path) -> None:
    """HF-10."""
    before = os.umask(0)
    try:
        folder = Folder.at(tmp_path / "new" / "store")
        fill(folder)
    finally:
        os.umask(before)
    assert mode(folder.path) == 0o700
    assert {mode(file) for file in folder.path.iterdir()} == {0o600}


@pytest.mark.skipif(os.name == "nt", reason="links and rights are other things there")
def test_what_lies_in_the_way_gives_a_file_neither_its_rights_nor_its_place(
    folder: Folder, tmp_path: Path
) -> None:
    """Left by a crash, restored by a backup, or put there: the keys go nowhere else, and nobody else reads them."""
    keys, in_the_way = folder.path / "keys.json", folder.path / "keys.json.tmp"
    in_the_way.symlink_to(tmp_path / "elsewhere")
    folder.keys.make("conference")
    assert not keys.is_symlink()
    assert not (tmp_path / "elsewhere").exists()
    in_the_way.write_text("half of an older one")
    in_the_way.chmod(0o644)
    folder.keys.make("conference")
    assert mode(keys) == 0o600
    assert len(folder.keys.names()) == 2


def test_rights_of_others_are_taken_from_a_folder_that_is_ours(folder: Folder, tmp_path: Path) -> None:
    fill(folder)
    folder.path.chmod(0o755)
    Folder.at(folder.path)
    assert mode(folder.path) == 0o700
    for name, left in (("empty", []), ("begun", ["keys.lock", "keys.json.tmp"])):
        path = tmp_path / name
        path.mkdir(mode=0o755)
        for file in left:
            (path / file).write_text("")
        Folder.at(path)
        assert mode(path) == 0o700


def test_a_folder_of_other_things_that_others_may_see_is_refused_and_left_alone(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    theirs.chmod(0o755)
    (theirs / "letter.txt").write_text("")
    with pytest.raises(NotSaved, match="Choose an empty or a new folder"):
        Folder.at(theirs)
    assert mode(theirs) == 0o755


@pytest.fixture
def reachable_by_nobody() -> Iterator[Path]:
    path = Path(tempfile.mkdtemp())
    yield path
    path.chmod(0o700)
    shutil.rmtree(path)


def test_in_a_folder_that_cannot_be_written_to_a_record_opens_for_reading_only(
    reachable_by_nobody: Path,
) -> None:
    folder = Folder.at(reachable_by_nobody)
    with Record.create(folder) as record:
        record.append({"n": 1})
    if os.geteuid() == 0:
        for path in (folder.path, *folder.path.iterdir()):
            os.chown(path, NOBODY, NOBODY)
    for path in folder.path.iterdir():
        path.chmod(0o400)
    folder.path.chmod(0o500)
    with start("open_as_nobody", folder.path, record.id, str(NOBODY)) as program:
        said, _ = program.communicate()
    opened, created, events = said.splitlines()
    for sentence in (opened, created):
        assert sentence.startswith("NotSaved: ")
        assert "Permission denied" in sentence
        assert "Nothing has been changed" in sentence
    assert events == "[{'n': 1}]"


def test_a_sentence_about_a_failure_holds_no_key(folder: Folder) -> None:
    record_id = fill(folder)
    key = folder.keys.find(record_id)
    assert key.secret.hex() not in repr(key)
    assert repr(key.secret) not in repr(key)
    folder.file(record_id).write_bytes(b"")
    with pytest.raises(StoreError) as refusal:
        Record.open(folder, record_id)
    assert repr(key.secret) not in str(refusal.value)
