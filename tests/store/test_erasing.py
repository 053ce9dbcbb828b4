from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from conference_tui.store import base64_text
from conference_tui.store.drafts import Drafts
from conference_tui.store.errors import InUse, Locked, Missing
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from conference_tui.store.register import Erasure, Erasures

from .faults import outcomes
from .vaults import CHEAP, OPEN, PASSPHRASE, opened, said, with_conference

AT = datetime(2026, 3, 2, 11, 30, tzinfo=UTC)


def with_drafts(folder: Folder) -> str:
    """A conference with a closed slot, and unfinished typing in both."""
    record_id = with_conference(folder)
    closed_id = folder.closed_record_of(record_id)
    assert closed_id
    for each in (record_id, closed_id):
        with Drafts.open(folder, each) as drafts:
            drafts.put("capture", "half a sentence")
    return record_id


def erase(folder: Folder, record_id: str, reason: str = "its day has come") -> Erasure:
    return folder.erase(
        record_id, ref="CP-1", count=1, head="ab" * 32, reason=reason, by="Ffion Llywelyn", at=AT
    )


def is_gone(folder: Folder, file_ids: tuple[str, ...]) -> bool:
    """Whether neither a file nor a key of them is there."""
    names = " ".join(path.name for path in folder.path.iterdir())
    keys = (folder.path / "keys.json").read_text()
    return not any(file_id in names or file_id in keys for file_id in file_ids)


def test_what_is_kept_is_that_it_was_erased(folder: Folder) -> None:
    record_id, another = with_drafts(folder), with_conference(folder)
    family = folder.keys.family(record_id)
    assert len(family) == 4
    stub = erase(folder, record_id)
    assert Erasures(folder).all() == (stub,)
    assert (stub.ref, stub.record, stub.count, stub.head) == ("CP-1", record_id, 1, "ab" * 32)
    assert (stub.reason, stub.by, stub.at) == ("its day has come", "Ffion Llywelyn", AT)
    assert set(stub.files) == set(family)
    assert is_gone(folder, family)
    assert folder.conferences() == [another]
    assert folder.without_key() == []
    assert said(folder, another) == [OPEN]
    with pytest.raises(Missing):
        Record.open(folder, record_id)


@pytest.mark.parametrize("has_vault", [False, True])
def test_the_bytes_of_its_keys_are_in_no_file_of_the_folder(folder: Folder, has_vault: bool) -> None:
    """Without them what copies and backups of the files hold can never be read again."""
    if has_vault:
        folder.make_vault(PASSPHRASE, cost=CHEAP)
    record_id = with_drafts(folder)
    file = folder.keys.file()
    traces = [file.keys[file_id].key.encode() for file_id in folder.keys.family(record_id)]
    for file_id in folder.keys.family(record_id):
        secret = folder.keys.find(file_id).secret
        traces += [secret, secret.hex().encode(), base64_text.write(secret).encode()]
    everything = b"".join(path.read_bytes() for path in folder.path.iterdir())
    assert sum(trace in everything for trace in traces) >= 4
    erase(folder, record_id)
    for path in folder.path.iterdir():
        assert not any(trace in path.read_bytes() for trace in traces), path


def test_a_conference_that_is_open_is_not_erased(folder: Folder) -> None:
    record_id = with_drafts(folder)
    with Record.open(folder, record_id), pytest.raises(InUse, match="Nothing has been changed"):
        erase(folder, record_id)
    assert Erasures(folder).all() == ()
    assert said(folder, record_id) == [OPEN]


def test_a_damaged_one_can_be_erased(folder: Folder) -> None:
    record_id = with_drafts(folder)
    folder.file(record_id).write_bytes(b"")
    erase(folder, record_id)
    assert is_gone(folder, (record_id,))


def test_while_locked_nothing_is_erased(folder: Folder) -> None:
    record_id = with_drafts(folder)
    folder.make_vault(PASSPHRASE, cost=CHEAP)
    folder.lock()
    with pytest.raises(Locked):
        erase(folder, record_id)
    assert said(opened(folder), record_id) == [OPEN]


def test_what_is_not_there_is_not_erased(folder: Folder) -> None:
    for not_there in ("0" * 32, "../../etc/passwd"):
        with pytest.raises(Missing, match="Nothing has been changed"):
            erase(folder, not_there)
    assert Erasures(folder).all() == ()


def test_a_second_time_the_first_stub_stands(folder: Folder) -> None:
    record_id = with_drafts(folder)
    first = erase(folder, record_id)
    assert erase(folder, record_id, "another reason") == first
    assert Erasures(folder).all() == (first,)


def test_what_was_begun_before_there_was_a_vault_is_finished_when_one_is_made(folder: Folder) -> None:
    record_id = with_drafts(folder)
    family = folder.keys.family(record_id)
    stub = Erasure(ref="CP-1", record=record_id, count=1, head="ab", reason="x", by="me", at=AT, files=family)
    Erasures(folder).add(stub)
    assert not is_gone(folder, family)
    folder.make_vault(PASSPHRASE, cost=CHEAP)
    assert is_gone(folder, family)
    assert Erasures(folder).all() == (stub,)


def again(folder: Folder, record_id: str) -> None:
    erase(folder, record_id, "again")


def by_unlocking(folder: Folder, record_id: str) -> None:
    folder.unlock(PASSPHRASE)
    if not Erasures(folder).all():
        erase(folder, record_id, "again")


@pytest.mark.parametrize(
    ("has_vault", "finish"), [(False, again), pytest.param(True, by_unlocking, marks=pytest.mark.long)]
)
def test_what_a_crash_left_undone_is_finished(
    folder: Folder, tmp_path: Path, has_vault: bool, finish: Callable[[Folder, str], None]
) -> None:
    """At every step: the conference is there as it was, or is gone; erasing again, or unlocking, does the rest."""
    words = [PASSPHRASE] if has_vault else []
    if has_vault:
        folder.make_vault(PASSPHRASE, cost=CHEAP)
    record_id, another = with_drafts(folder), with_conference(folder)
    family = folder.keys.family(record_id)
    reasons = set()
    for outcome in outcomes(folder, tmp_path / "copies", "erase", record_id, *words):
        left = Folder.at(outcome.copy)
        finish(left, record_id)
        (stub,) = Erasures(left).all()
        reasons.add(stub.reason)
        assert stub.reason == "the first time" or outcome.ended != "done", outcome
        assert is_gone(left, family), outcome
        assert left.conferences() == [another], outcome
        assert left.without_key() == [], outcome
        assert said(left, another) == [OPEN], outcome
    assert reasons == {"the first time", "again"}
