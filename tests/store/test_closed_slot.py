import pytest

from conference_tui.store.drafts import Drafts
from conference_tui.store.errors import Missing, NotSaved, WrongKey
from conference_tui.store.folder import Folder
from conference_tui.store.log import Log
from conference_tui.store.records import Record
from conference_tui.store.seals import seal_of


@pytest.fixture
def conference(folder: Folder) -> str:
    """A conference with one open event and one of its closed slot."""
    with Record.create(folder) as record:
        record.append({"words": "said before everyone"})
    with Record.create(folder, kind="closed", of=record.id) as closed:
        assert closed.append({"words": "said in the closed slot"}) == 1
    return record.id


def test_a_closed_slot_is_no_conference_of_the_folder_and_is_found_only_when_asked_for(
    folder: Folder, conference: str
) -> None:
    """BA-11."""
    assert folder.conferences() == [conference]
    closed_id = folder.closed_record_of(conference)
    assert closed_id
    assert closed_id != conference
    with Record.open(folder, conference) as record:
        assert record.events() == [{"words": "said before everyone"}]


def test_opening_a_closed_slot_is_a_call_of_its_own(folder: Folder, conference: str) -> None:
    """BA-11: a crash or a restart changes nothing of it."""
    closed_id = folder.closed_record_of(conference)
    assert closed_id
    with pytest.raises(Missing, match="There is no conference"):
        Record.open(folder, closed_id)
    with Record.open_closed(folder, conference) as closed:
        assert (closed.kind, closed.of, closed.id) == ("closed", conference, closed_id)
        assert closed.events() == [{"words": "said in the closed slot"}]
        assert closed.append({"words": "more"}) == 2


def test_the_key_of_the_conference_does_not_open_its_closed_slot(folder: Folder, conference: str) -> None:
    """BA-11: whoever has the open record's key has nothing of the closed one."""
    closed_id = folder.closed_record_of(conference)
    assert closed_id
    open_key, closed_key = folder.keys.find(conference), folder.keys.find(closed_id)
    assert open_key.secret != closed_key.secret
    wrong = type(closed_key)(file_id=closed_id, kind="closed", of=conference, secret=open_key.secret)
    with pytest.raises(WrongKey):
        Log.open(folder.file(closed_id), seal_of(wrong), readonly=True)


def test_a_closed_slot_passed_off_as_a_conference_does_not_open(folder: Folder, conference: str) -> None:
    """BA-11: what a file is for is sealed into it, not only noted beside it."""
    keys = folder.path / "keys.json"
    keys.write_text(keys.read_text().replace('"closed"', '"conference"'))
    closed_id = next(file_id for file_id in folder.conferences() if file_id != conference)
    with pytest.raises(WrongKey):
        Record.open(folder, closed_id)


def test_a_conference_has_one_closed_record(folder: Folder, conference: str) -> None:
    with pytest.raises(NotSaved, match="is there already"):
        Record.create(folder, kind="closed", of=conference)
    with Record.open_closed(folder, conference) as closed:
        assert closed.count == 1


def test_a_conference_without_a_closed_slot_says_so(folder: Folder) -> None:
    with Record.create(folder) as record:
        pass
    assert folder.closed_record_of(record.id) is None
    with pytest.raises(Missing, match="no record of a closed slot"):
        Record.open_closed(folder, record.id)


def test_only_a_conference_has_a_closed_slot(folder: Folder, conference: str) -> None:
    closed_id = folder.closed_record_of(conference)
    with pytest.raises(Missing):
        Record.create(folder, kind="closed", of=closed_id)
    with pytest.raises(Missing):
        Record.create(folder, kind="closed", of="0" * 32)
    with pytest.raises(ValueError, match="only that"):
        Record.create(folder, kind="closed")


def test_a_slot_whose_making_was_cut_short_can_be_made(folder: Folder) -> None:
    with Record.create(folder) as record:
        pass
    key = folder.keys.make("closed", record.id)
    assert folder.closed_record_of(record.id) is None
    with Record.create(folder, kind="closed", of=record.id) as closed:
        assert closed.id == key.file_id


def test_typing_in_the_closed_slot_is_kept_apart_too(folder: Folder, conference: str) -> None:
    """BA-11."""
    closed_id = folder.closed_record_of(conference)
    assert closed_id
    with Drafts.open(folder, conference) as outside, Drafts.open(folder, closed_id) as inside:
        inside.put("capture", "half a sentence")
        assert outside.all() == {}
    with Drafts.open(folder, conference) as outside:
        assert outside.all() == {}
    assert folder.drafts_of(conference) != folder.drafts_of(closed_id)
    assert folder.conferences() == [conference]
