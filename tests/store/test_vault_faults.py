"""The keys while the power goes, the disk is full or fails: at each call the old keys count or the new ones."""

from pathlib import Path

import pytest

from conference_tui.store.errors import WrongPassphrase
from conference_tui.store.folder import Folder

from .faults import outcomes
from .vaults import CHEAP, CLOSED, OPEN, OTHER, PASSPHRASE, said, said_closed, with_conference

pytestmark = pytest.mark.long


def opens(folder: Folder, passphrase: str) -> bool:
    try:
        folder.unlock(passphrase)
    except WrongPassphrase:
        return False
    return True


def both_are_readable(folder: Folder, record_id: str, passphrase: str) -> bool:
    folder.unlock_closed(record_id, passphrase)
    return said(folder, record_id) == [OPEN] and said_closed(folder, record_id) == [CLOSED]


def test_while_the_passphrase_changes_the_old_or_the_new_opens_and_the_recovery_key_always(
    folder: Folder, tmp_path: Path
) -> None:
    record_id = with_conference(folder)
    recovery_key = folder.make_vault(PASSPHRASE, cost=CHEAP)
    seen = set()
    for outcome in outcomes(folder, tmp_path / "copies", "change", PASSPHRASE, OTHER):
        old, new = opens(outcome.folder, PASSPHRASE), opens(outcome.folder, OTHER)
        assert old != new, outcome
        seen.add((outcome.ended, new))
        again = outcome.folder
        again.unlock_with_recovery(recovery_key)
        assert both_are_readable(again, record_id, OTHER if new else PASSPHRASE), outcome
        again.change_passphrase(recovery_key, "saddle orbit pickle lantern", cost=CHEAP)
        assert opens(again, "saddle orbit pickle lantern"), outcome
        if outcome.ended in ("NotSaved", "done"):
            assert new == (outcome.ended == "done"), outcome
    assert seen == {
        ("killed", False),
        ("killed", True),
        ("NotSaved", False),
        ("Failed", True),
        ("done", True),
    }


def test_while_the_vault_is_made_the_keys_lie_as_before_or_the_passphrase_opens_them(
    folder: Folder, tmp_path: Path
) -> None:
    record_id = with_conference(folder)
    seen = set()
    for outcome in outcomes(folder, tmp_path / "copies", "make", PASSPHRASE):
        again = outcome.folder
        seen.add((outcome.ended, made := again.has_vault))
        if made:
            assert opens(again, PASSPHRASE), outcome
            assert not again.recovery_is_noted, outcome
            recovery_key = outcome.said if outcome.ended == "done" else again.rotate(PASSPHRASE, cost=CHEAP)
        else:
            assert said(again, record_id) == [OPEN], outcome
            recovery_key = again.make_vault(PASSPHRASE, cost=CHEAP)
        again.unlock_with_recovery(recovery_key)
        assert both_are_readable(again, record_id, PASSPHRASE), outcome
    assert seen == {
        ("killed", False),
        ("killed", True),
        ("NotSaved", False),
        ("Failed", True),
        ("done", True),
    }


def test_while_the_vault_is_replaced_the_passphrase_opens_it_and_one_recovery_key_or_the_other(
    folder: Folder, tmp_path: Path
) -> None:
    record_id = with_conference(folder)
    old_key = folder.make_vault(PASSPHRASE, cost=CHEAP)
    folder.note_recovery()
    for outcome in outcomes(folder, tmp_path / "copies", "rotate", PASSPHRASE):
        again = outcome.folder
        assert opens(again, PASSPHRASE), outcome
        assert both_are_readable(again, record_id, PASSPHRASE), outcome
        if outcome.ended == "done":
            again.unlock_with_recovery(outcome.said)
        elif again.recovery_is_noted:
            again.unlock_with_recovery(old_key)
        else:
            again.unlock_with_recovery(again.rotate(PASSPHRASE, cost=CHEAP))
        assert said(again, record_id) == [OPEN], outcome
