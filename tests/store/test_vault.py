"""The vault: what opens it, what does not, and that no record is touched."""

import re
import subprocess
import sys
import traceback
import unicodedata
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from rich.pretty import pretty_repr

from conference_tui.store import base64_text
from conference_tui.store.drafts import Drafts
from conference_tui.store.errors import (
    Damaged,
    Locked,
    Misread,
    Missing,
    StoreError,
    WeakPassphrase,
    WrongPassphrase,
)
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from conference_tui.store.slots import Cost
from conference_tui.store.vault import weakness

from .vaults import CHEAP, OPEN, OTHER, PASSPHRASE, opened, said, said_closed, with_conference


def bytes_of(folder: Folder) -> dict[str, bytes]:
    """Every file of the folder but the keys and the locks."""
    return {
        path.name: path.read_bytes()
        for path in folder.path.iterdir()
        if not path.name.startswith("keys.") and path.suffix != ".lock"
    }


class TestMaking:
    def test_what_was_there_is_wrapped_and_no_record_is_touched(self, folder: Folder) -> None:
        record_id = with_conference(folder)
        keys = [folder.keys.find(name.file_id) for name in folder.keys.names()]
        before = bytes_of(folder)
        folder.make_vault(PASSPHRASE, cost=CHEAP)
        assert bytes_of(folder) == before
        assert said(folder, record_id) == [OPEN]
        written = (folder.path / "keys.json").read_text()
        assert len(keys) == 2
        for key in keys:
            assert base64_text.write(key.secret) not in written
            assert key.secret.hex() not in written

    def test_a_new_folder_needs_one_and_then_has_one(self, folder: Folder) -> None:
        assert (folder.needs_vault, folder.has_vault, folder.is_locked) == (True, False, False)
        folder.make_vault(PASSPHRASE, cost=CHEAP)
        assert (folder.needs_vault, folder.has_vault, folder.is_locked) == (False, True, False)
        again = Folder.at(folder.path)
        assert (again.needs_vault, again.has_vault, again.is_locked) == (False, True, True)

    def test_a_second_one_is_refused(self, folder: Folder) -> None:
        folder.make_vault(PASSPHRASE, cost=CHEAP)
        before = (folder.path / "keys.json").read_bytes()
        with pytest.raises(StoreError, match="have a passphrase already"):
            folder.make_vault(OTHER, cost=CHEAP)
        assert (folder.path / "keys.json").read_bytes() == before
        assert not folder.is_locked

    def test_the_recovery_key_counts_as_noted_once_somebody_says_so(self, folder: Folder) -> None:
        assert not folder.recovery_is_noted
        folder.make_vault(PASSPHRASE, cost=CHEAP)
        assert not Folder.at(folder.path).recovery_is_noted
        folder.note_recovery()
        assert Folder.at(folder.path).recovery_is_noted
        folder.rotate(PASSPHRASE, cost=CHEAP)
        assert not folder.recovery_is_noted
        folder.lock()
        with pytest.raises(Locked):
            folder.note_recovery()

    @pytest.mark.parametrize(
        "cost",
        [Cost(memory_kib=19 * 1024 - 1), Cost(passes=1), Cost(memory_kib=1 << 20), Cost(lanes=0)],
    )
    def test_a_cost_that_is_too_low_or_that_no_reader_takes_is_refused(
        self, folder: Folder, cost: Cost
    ) -> None:
        with pytest.raises(msgspec.ValidationError):
            folder.make_vault(PASSPHRASE, cost=cost)
        assert not folder.has_vault

    def test_the_programs_own_cost_is_what_was_decided(self, folder: Folder) -> None:
        folder.make_vault(PASSPHRASE)
        made = folder.keys.file().vault
        assert made
        assert made.passphrase.cost == Cost(memory_kib=64 * 1024, passes=3, lanes=4)


class TestThrowAway:
    def test_a_new_folder_can_be_marked_and_stays_so(self, tmp_path: Path) -> None:
        folder = Folder.at(tmp_path / "demo", throw_away=True)
        record_id = with_conference(folder)
        for each in (folder, Folder.at(folder.path), Folder.at(folder.path, throw_away=True)):
            assert each.is_throw_away
            assert not each.needs_vault
            assert said(each, record_id) == [OPEN]

    def test_a_folder_in_use_stays_what_it_is(self, folder: Folder) -> None:
        with_conference(folder)
        again = Folder.at(folder.path, throw_away=True)
        assert not again.is_throw_away
        assert again.needs_vault

    def test_with_a_vault_it_is_no_longer_for_throwing_away(self, tmp_path: Path) -> None:
        folder = Folder.at(tmp_path / "demo", throw_away=True)
        folder.make_vault(PASSPHRASE, cost=CHEAP)
        assert not folder.is_throw_away


class TestUnlocking:
    def test_by_passphrase(self, folder: Folder) -> None:
        record_id = with_conference(folder)
        folder.make_vault(PASSPHRASE, cost=CHEAP)
        again = Folder.at(folder.path)
        for attempt in refused_while_locked(again, record_id):
            with pytest.raises(Locked, match="Unlock them with the passphrase"):
                attempt()
        again.unlock(PASSPHRASE)
        assert said(again, record_id) == [OPEN]
        again.lock()
        assert again.is_locked
        for attempt in refused_while_locked(again, record_id):
            with pytest.raises(Locked):
                attempt()

    def test_while_locked_what_is_here_is_still_known(self, folder: Folder) -> None:
        record_id = with_conference(folder)
        folder.make_vault(PASSPHRASE, cost=CHEAP)
        folder.lock()
        assert folder.conferences() == [record_id]
        assert folder.closed_record_of(record_id)
        assert folder.without_key() == []

    def test_by_recovery_key_however_it_is_typed(self, folder: Folder) -> None:
        record_id = with_conference(folder)
        recovery_key = folder.make_vault(PASSPHRASE, cost=CHEAP)
        for typed in (recovery_key, recovery_key.lower().replace("-", " ")):
            again = Folder.at(folder.path)
            again.unlock_with_recovery(typed)
            assert said(again, record_id) == [OPEN]

    def test_anything_else_does_not_open_it(self, folder: Folder, tmp_path: Path) -> None:
        recovery_key = folder.make_vault(PASSPHRASE, cost=CHEAP)
        of_another = Folder.at(tmp_path / "another").make_vault(PASSPHRASE, cost=CHEAP)
        again = Folder.at(folder.path)
        for wrong in ("", PASSPHRASE.upper(), PASSPHRASE + " ", OTHER, recovery_key, "\ud800", "x" * 100_000):
            with pytest.raises(WrongPassphrase, match="Nothing is damaged"):
                again.unlock(wrong)
        with pytest.raises(WrongPassphrase, match="not of these conferences"):
            again.unlock_with_recovery(of_another)
        with pytest.raises(Misread):
            again.unlock_with_recovery(PASSPHRASE)
        assert again.is_locked

    def test_a_wrong_passphrase_does_not_lock_what_is_unlocked(self, folder: Folder) -> None:
        folder.make_vault(PASSPHRASE, cost=CHEAP)
        with pytest.raises(WrongPassphrase):
            folder.unlock(OTHER)
        assert not folder.is_locked

    def test_letters_with_signs_may_be_typed_composed_or_not(self, folder: Folder) -> None:
        welsh = "tŷ bach yr hêl wrth y môr"
        folder.make_vault(unicodedata.normalize("NFD", welsh), cost=CHEAP)
        opened(folder, unicodedata.normalize("NFC", welsh))
        opened(folder, unicodedata.normalize("NFD", welsh))

    def test_without_a_vault_there_is_nothing_to_unlock(self, folder: Folder) -> None:
        folder.lock()
        assert not folder.is_locked
        attempts: list[Callable[[], object]] = [
            lambda: folder.unlock(PASSPHRASE),
            lambda: folder.unlock_with_recovery("x"),
            lambda: folder.change_passphrase(PASSPHRASE, OTHER),
            lambda: folder.rotate(PASSPHRASE),
        ]
        for attempt in attempts:
            with pytest.raises(Missing, match="no passphrase yet"):
                attempt()

    def test_with_too_little_memory_that_is_said(self, folder: Folder) -> None:
        folder.make_vault(PASSPHRASE, cost=Cost(memory_kib=256 * 1024, passes=2, lanes=1))
        told = subprocess.run(
            [sys.executable, "-c", UNLOCK_WITH_LITTLE_MEMORY, folder.path, PASSPHRASE],
            capture_output=True,
            text=True,
            check=True,
        )
        assert "256 MB are needed" in told.stdout


# A process of its own: in this one memory that an earlier test gave back may still be at hand.
UNLOCK_WITH_LITTLE_MEMORY = """
import resource, sys
from pathlib import Path
from conference_tui.store.errors import StoreError
from conference_tui.store.folder import Folder

folder = Folder.at(Path(sys.argv[1]))
in_use = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (in_use + (64 << 20),) * 2)
try:
    folder.unlock(sys.argv[2])
except StoreError as refused:
    print(refused)
"""


def refused_while_locked(folder: Folder, record_id: str) -> list[Callable[[], object]]:
    return [
        lambda: Record.open(folder, record_id),
        lambda: Record.create(folder),
        lambda: Record.open_closed(folder, record_id),
        lambda: Drafts.open(folder, record_id),
        folder.signing_key,
        lambda: folder.unlock_closed(record_id, PASSPHRASE),
    ]


class TestChangingThePassphrase:
    def test_the_old_one_opens_nothing_any_more_and_the_recovery_key_stays(self, folder: Folder) -> None:
        record_id = with_conference(folder)
        recovery_key = folder.make_vault(PASSPHRASE, cost=CHEAP)
        before = bytes_of(folder)
        folder.change_passphrase(PASSPHRASE, OTHER, cost=CHEAP)
        assert bytes_of(folder) == before
        assert not folder.is_locked
        again = opened(folder, OTHER)
        assert said(again, record_id) == [OPEN]
        with pytest.raises(WrongPassphrase):
            again.unlock(PASSPHRASE)
        again.unlock_with_recovery(recovery_key)

    def test_who_forgot_it_sets_a_new_one_with_the_recovery_key(self, folder: Folder) -> None:
        recovery_key = folder.make_vault(PASSPHRASE, cost=CHEAP)
        locked = Folder.at(folder.path)
        locked.change_passphrase(recovery_key.lower(), OTHER, cost=CHEAP)
        assert locked.is_locked
        opened(folder, OTHER)

    def test_what_opens_nothing_changes_nothing(self, folder: Folder) -> None:
        recovery_key = folder.make_vault(PASSPHRASE, cost=CHEAP)
        before = (folder.path / "keys.json").read_bytes()
        misread = recovery_key[:-1] + ("0" if recovery_key[-1] != "0" else "1")
        with pytest.raises(WrongPassphrase, match="That is not the passphrase"):
            folder.change_passphrase(OTHER, OTHER, cost=CHEAP)
        with pytest.raises(Misread, match="Group 13"):
            folder.change_passphrase(misread, OTHER, cost=CHEAP)
        with pytest.raises(WeakPassphrase):
            folder.change_passphrase(PASSPHRASE, "secret", cost=CHEAP)
        assert (folder.path / "keys.json").read_bytes() == before


class TestRotating:
    def test_everything_is_new_but_the_passphrase_and_no_record_is_touched(self, folder: Folder) -> None:
        record_id = with_conference(folder)
        old_key = folder.make_vault(PASSPHRASE, cost=CHEAP)
        before, keys_before = bytes_of(folder), folder.keys.file()
        new_key = folder.rotate(PASSPHRASE, cost=CHEAP)
        assert bytes_of(folder) == before
        after = folder.keys.file()
        assert after.vault
        assert keys_before.vault
        assert after.vault.public != keys_before.vault.public
        assert after.keys.keys() == keys_before.keys.keys()
        assert all(after.keys[file_id].key != entry.key for file_id, entry in keys_before.keys.items())
        again = opened(folder)
        assert said(again, record_id) == [OPEN]
        again.unlock_closed(record_id, PASSPHRASE)
        assert len(said_closed(again, record_id)) == 1
        again.unlock_with_recovery(new_key)
        with pytest.raises(WrongPassphrase, match="newest recovery sheet"):
            again.unlock_with_recovery(old_key)

    def test_a_window_that_had_it_open_is_locked_then(self, folder: Folder) -> None:
        """What it knows wraps nothing any more: no key is made that the new vault cannot open."""
        record_id = with_conference(folder)
        folder.make_vault(PASSPHRASE, cost=CHEAP)
        other_window = opened(folder)
        folder.rotate(PASSPHRASE, cost=CHEAP)
        assert other_window.is_locked
        with pytest.raises(Locked):
            Record.create(other_window)
        other_window.unlock(PASSPHRASE)
        assert said(other_window, record_id) == [OPEN]

    def test_a_wrong_passphrase_changes_nothing(self, folder: Folder) -> None:
        folder.make_vault(PASSPHRASE, cost=CHEAP)
        before = (folder.path / "keys.json").read_bytes()
        with pytest.raises(WrongPassphrase):
            folder.rotate(OTHER, cost=CHEAP)
        assert (folder.path / "keys.json").read_bytes() == before

    def test_a_key_that_is_damaged_is_not_dropped_on_the_way(self, folder: Folder) -> None:
        record_id = with_conference(folder)
        folder.make_vault(PASSPHRASE, cost=CHEAP)
        keys = folder.path / "keys.json"
        entry = folder.keys.file().keys[record_id]
        keys.write_text(keys.read_text().replace(entry.key, "A" * len(entry.key)))
        before = keys.read_bytes()
        with pytest.raises(Damaged, match=f"key of the record {record_id}"):
            folder.rotate(PASSPHRASE, cost=CHEAP)
        assert keys.read_bytes() == before


@pytest.mark.parametrize(
    ("passphrase", "says"),
    [
        ("", "Take 4 words or more"),
        ("secret", "Take 4 words or more"),
        ("three words only", "Take 4 words or more"),
        ("a b c d e f g h", "Take 4 words or more"),
        ("hunter2hunter2h", "Take 4 words or more"),
        ("password password password password", "same word again"),
        ("Password password PASSWORD password", "same word again"),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", "same few letters"),
        ("abab abab baba baba", "same few letters"),
        ("1111 2222 3333 4444", "same few letters"),
        ("correct horse battery staple", "well-known"),
        ("Correct-Horse-Battery-Staple", "well-known"),
        ("correcthorsebatterystaple", "well-known"),
        ("passwordpassword", "well-known"),
        ("1234567890123456", "well-known"),
        ("qwertyuiopasdfgh", "well-known"),
        ("one two three four", "well-known"),
        ("monday tuesday wednesday thursday", "well-known"),
        ("Thursday, Wednesday, Tuesday, Monday", "well-known"),
        ("november december january february", "well-known"),
        ("qwerty password dragon monkey", "well-known"),
        ("to be or not to be that is the question", "well-known"),
        ("P4ssword1 " * 100, "same word again"),
        ("password letmein " * 100, "well-known"),
        ("four good words\x1b here", "something else"),
        ("four good words\nhere", "something else"),
        ("four good words \ud800", "something else"),
    ],
)
def test_a_weak_passphrase_is_refused_with_the_reason(folder: Folder, passphrase: str, says: str) -> None:
    assert says in weakness(passphrase)
    with pytest.raises(WeakPassphrase, match=says):
        folder.make_vault(passphrase, cost=CHEAP)
    assert not folder.has_vault


@pytest.mark.parametrize(
    "passphrase",
    [
        PASSPHRASE,
        "kettleviaductheronplum",
        "Mae'r tŷ ar lan y môr",
        "xK9#mQ2$vL5!nR8@",
        "a gravel lorry hums beside the orchard " * 20,
        "鷺が橋の下で眠る夜に古い薬缶が鳴った",
    ],
)
def test_a_good_passphrase_is_taken(passphrase: str) -> None:
    assert weakness(passphrase) == ""


def test_nothing_that_can_be_printed_holds_a_key(folder: Folder) -> None:
    record_id = with_conference(folder)
    clear = folder.keys.file()
    recovery_key = folder.make_vault(PASSPHRASE, cost=CHEAP)
    key = folder.keys.find(record_id)
    shown = [folder, folder.keys, folder.keys.unlocked, folder.keys.file(), clear, key, folder.signing_key()]
    shown += list(vars(folder.keys).values())
    words = " ".join(each for value in shown for each in (repr(value), str(value), pretty_repr(value)))
    for form in (repr(key.secret)[2:-1], key.secret.hex(), base64_text.write(key.secret)):
        assert form not in words
    (folder.path / "keys.json").write_text("{")
    attempts: list[Callable[[], None]] = [
        lambda: folder.unlock(PASSPHRASE),
        lambda: folder.unlock_with_recovery(recovery_key),
    ]
    for attempt in attempts:
        with pytest.raises(Damaged) as refusal:
            attempt()
        told = "".join(traceback.format_exception(refusal.value))
        assert PASSPHRASE not in told
        assert not re.search("|".join(recovery_key.split("-")), told)
