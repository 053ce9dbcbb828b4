import pytest

from conference_tui.store.drafts import Drafts
from conference_tui.store.errors import InUse, Missing, NotSaved
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record

from .programs import start


@pytest.fixture
def record_id(folder: Folder) -> str:
    with Record.create(folder) as record:
        pass
    return record.id


def test_unfinished_typing_is_there_again_field_by_field(folder: Folder, record_id: str) -> None:
    with Drafts.open(folder, record_id) as drafts:
        drafts.put("capture", "Mam sa")
        drafts.put("capture", "Mam says it was late")
        drafts.put("reason", "because\nof two lines")
        drafts.put("score", "7")
        drafts.clear("score")
        assert drafts.all() == {"capture": "Mam says it was late", "reason": "because\nof two lines"}
    with Drafts.open(folder, record_id) as again:
        assert again.all() == {"capture": "Mam says it was late", "reason": "because\nof two lines"}
        again.put("capture", "")
        assert again.all() == {"reason": "because\nof two lines"}


def test_typing_survives_a_kill(folder: Folder, record_id: str) -> None:
    with start("type_until_killed", folder.path, record_id) as typist:
        assert typist.stdout
        told = [typist.stdout.readline().strip("\n") for _ in range(20)]
        typist.kill()
    with Drafts.open(folder, record_id) as again:
        assert again.all()["capture"].startswith(told[-1])


def test_what_was_typed_and_deleted_leaves_no_file_and_no_key(folder: Folder, record_id: str) -> None:
    with Drafts.open(folder, record_id) as drafts:
        drafts.put("capture", "never said")
        drafts.clear("capture")
    before = folder.drafts_of(record_id)
    assert before
    with Drafts.open(folder, record_id) as again:
        assert again.all() == {}
    after = folder.drafts_of(record_id)
    assert after
    assert after != before
    with pytest.raises(Missing):
        folder.keys.find(before)
    assert list(folder.path.glob(f"{before}*")) == []


def test_discarding_destroys_the_key_and_the_file_for_good(folder: Folder, record_id: str) -> None:
    drafts = Drafts.open(folder, record_id)
    drafts.put("capture", "half a sen")
    file_id = folder.drafts_of(record_id)
    assert file_id
    drafts.discard()
    assert folder.drafts_of(record_id) is None
    assert list(folder.path.glob(f"{file_id}*")) == []
    assert file_id not in (folder.path / "keys.json").read_text()
    with Drafts.open(folder, record_id) as again:
        assert again.all() == {}


def test_typing_that_did_not_change_writes_nothing(folder: Folder, record_id: str) -> None:
    with Drafts.open(folder, record_id) as drafts:
        file_id = folder.drafts_of(record_id)
        assert file_id
        drafts.put("capture", "Mam")
        size = folder.file(file_id).stat().st_size
        drafts.put("capture", "Mam")
        drafts.clear("reason")
        assert folder.file(file_id).stat().st_size == size


def test_a_draft_that_cannot_be_kept_is_told_and_the_last_one_stays(folder: Folder, record_id: str) -> None:
    with Drafts.open(folder, record_id) as drafts:
        drafts.put("capture", "Mam")
        with pytest.raises(NotSaved, match="half a character"):
            drafts.put("capture", "Mam \ud83d")
        assert drafts.all() == {"capture": "Mam"}


def test_drafts_are_of_a_record_that_is_there_and_of_one_program(folder: Folder, record_id: str) -> None:
    with pytest.raises(Missing):
        Drafts.open(folder, "0" * 32)
    with Drafts.open(folder, record_id), pytest.raises(InUse):
        Drafts.open(folder, record_id)


@pytest.mark.parametrize("damaged", ["flipped", "cut", "emptied", "gone"])
def test_a_damaged_file_keeps_what_can_be_read_and_typing_is_kept_again(
    folder: Folder, record_id: str, damaged: str
) -> None:
    with Drafts.open(folder, record_id) as drafts:
        drafts.put("capture", "Mam says")
        whole = folder.file(drafts_id(folder, record_id)).stat().st_size
        drafts.put("reason", "because")
    path = folder.file(drafts_id(folder, record_id))
    data = bytearray(path.read_bytes())
    data[whole + 70] ^= 1
    match damaged:
        case "flipped":
            path.write_bytes(data)
        case "cut":
            path.write_bytes(data[:whole])
        case "emptied":
            path.write_bytes(b"")
        case "gone":
            path.unlink()
    with Drafts.open(folder, record_id) as again:
        assert "damaged" in again.warning
        readable = {"capture": "Mam says"} if damaged in ("flipped", "cut") else {}
        assert again.all() == readable
        again.put("reason", "typed once more")
    with Drafts.open(folder, record_id) as at_last:
        assert at_last.warning == ""
        assert at_last.all() == {**readable, "reason": "typed once more"}
        at_last.discard()
    assert not list(folder.path.glob(f"{path.name}*"))


def drafts_id(folder: Folder, record_id: str) -> str:
    found = folder.drafts_of(record_id)
    assert found
    return found
