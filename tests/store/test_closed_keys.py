"""The key of a closed slot's record is in memory only from its beginning, or the passphrase, to `forget_closed`."""

import pytest

from conference_tui.store.drafts import Drafts
from conference_tui.store.errors import Locked, WrongPassphrase
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record

from .vaults import CHEAP, CLOSED, OPEN, OTHER, PASSPHRASE, opened, said, said_closed, with_conference


@pytest.fixture
def conference(folder: Folder) -> str:
    """A conference with an open event and one of its closed slot, begun in a folder with a vault."""
    folder.make_vault(PASSPHRASE, cost=CHEAP)
    return with_conference(folder)


def test_a_closed_record_is_begun_and_gone_on_with_without_typing_the_passphrase_again(
    folder: Folder, conference: str
) -> None:
    """BA-11: the slot may begin at any moment of the meeting."""
    with Record.open_closed(folder, conference) as closed:
        assert closed.append({"words": "more"}) == 2
        with Drafts.open(folder, closed.id) as drafts:
            drafts.put("capture", "half a sentence")
        with Drafts.open(folder, closed.id) as drafts:
            assert drafts.all() == {"capture": "half a sentence"}


@pytest.mark.parametrize("how", ["forgotten", "locked", "started anew", "by recovery key"])
def test_it_is_not_read_again_without_the_passphrase(folder: Folder, conference: str, how: str) -> None:
    """BA-11: neither what was said in it nor what was being typed."""
    closed_id = folder.closed_record_of(conference)
    assert closed_id
    Drafts.open(folder, closed_id).close()
    if how == "forgotten":
        folder.forget_closed()
    elif how == "locked":
        folder.lock()
        folder.unlock(PASSPHRASE)
    elif how == "started anew":
        folder = opened(folder)
    else:
        recovery_key = folder.rotate(PASSPHRASE, cost=CHEAP)
        folder.unlock_with_recovery(recovery_key)
    assert said(folder, conference) == [OPEN]
    assert folder.closed_record_of(conference) == closed_id
    for attempt in (
        lambda: Record.open_closed(folder, conference),
        lambda: Record.create(folder, kind="closed", of=conference),
        lambda: Drafts.open(folder, closed_id),
    ):
        with pytest.raises(Locked, match="opens only with the passphrase"):
            attempt()
    folder.unlock_closed(conference, PASSPHRASE)
    assert said_closed(folder, conference) == [CLOSED]
    Drafts.open(folder, closed_id).close()
    folder.forget_closed()
    with pytest.raises(Locked):
        Record.open_closed(folder, conference)


def test_a_wrong_passphrase_opens_nothing_and_locks_nothing(folder: Folder, conference: str) -> None:
    """BA-11."""
    folder.forget_closed()
    with pytest.raises(WrongPassphrase):
        folder.unlock_closed(conference, OTHER)
    with pytest.raises(Locked):
        Record.open_closed(folder, conference)
    assert said(folder, conference) == [OPEN]


def test_one_conferences_closed_record_is_opened_and_no_others(folder: Folder, conference: str) -> None:
    """BA-11."""
    another = with_conference(folder)
    folder.forget_closed()
    folder.unlock_closed(another, PASSPHRASE)
    assert said_closed(folder, another) == [CLOSED]
    with pytest.raises(Locked):
        Record.open_closed(folder, conference)


def test_what_memory_holds_while_unlocked_does_not_open_it(folder: Folder, conference: str) -> None:
    """BA-11: neither the closed record's key nor the private key that opens it is among it."""
    closed_id = folder.closed_record_of(conference)
    assert closed_id
    secret = folder.keys.find(closed_id).secret
    memory = opened(folder).keys.unlocked
    assert memory
    entry = folder.keys.file().keys[closed_id]
    held = [value for value in vars(memory).values() if isinstance(value, bytes)]
    assert len(held) == 1
    assert held[0] != secret
    with pytest.raises(Locked):
        memory.unwrap(closed_id, entry)


def test_a_closed_record_that_a_crash_kept_from_being_made_can_be_begun_without_the_passphrase(
    folder: Folder,
) -> None:
    """BA-11: its key was on the disk, its file never; nothing was said in it yet."""
    folder.make_vault(PASSPHRASE, cost=CHEAP)
    with Record.create(folder) as record:
        pass
    lost = folder.keys.make("closed", record.id)
    folder = opened(folder)
    with Record.create(folder, kind="closed", of=record.id) as closed:
        assert closed.id != lost.file_id
        closed.append(CLOSED)
    assert [name.file_id for name in folder.keys.names()] == [record.id, closed.id]
    assert said_closed(folder, record.id) == [CLOSED]


def test_the_drafts_of_the_open_record_need_no_passphrase(folder: Folder, conference: str) -> None:
    with Drafts.open(folder, conference) as drafts:
        drafts.put("capture", "Mam says")
    with Drafts.open(opened(folder), conference) as drafts:
        assert drafts.all() == {"capture": "Mam says"}


def test_a_folder_without_a_vault_asks_for_no_passphrase(folder: Folder) -> None:
    record_id = with_conference(folder)
    folder.unlock_closed(record_id, "")
    folder.forget_closed()
    assert said_closed(folder, record_id) == [CLOSED]


def test_what_was_closed_before_there_was_a_vault_is_shut_once_there_is_one(folder: Folder) -> None:
    """BA-11."""
    record_id = with_conference(folder)
    folder.make_vault(PASSPHRASE, cost=CHEAP)
    with pytest.raises(Locked):
        Record.open_closed(folder, record_id)
    folder.unlock_closed(record_id, PASSPHRASE)
    assert said_closed(folder, record_id) == [CLOSED]
