from datetime import UTC, datetime, timedelta, timezone

import pytest

from conference_tui.store.errors import Locked
from conference_tui.store.folder import Folder
from conference_tui.store.register import Erasure, Erasures, Incident, Incidents

from .vaults import CHEAP, PASSPHRASE, opened

AT = datetime(2026, 3, 2, 11, 30, tzinfo=timezone(timedelta(hours=1)))
STUB = Erasure(
    ref="CP-2026-014",
    record="0" * 32,
    count=412,
    head="ab" * 32,
    reason="Kept until its day: 75 years after the birth of the youngest",
    by="Ffion Llywelyn",
    at=AT,
)


def test_reports_are_numbered_and_come_back_in_order(folder: Folder) -> None:
    assert Incidents(folder).all() == ()
    assert Incidents(folder).add("Traceback: “Gwenllian”", at=AT) == 1
    assert Incidents(folder).add("Another") == 2
    first, second = Incidents(Folder.at(folder.path)).all()
    assert first == Incident(number=1, at=AT, report="Traceback: “Gwenllian”")
    assert (second.number, second.report) == (2, "Another")
    assert second.at.tzinfo
    assert abs(datetime.now(UTC) - second.at) < timedelta(hours=1)


def test_erasures_come_back_in_order(folder: Folder) -> None:
    assert Erasures(folder).all() == ()
    Erasures(folder).add(STUB)
    Erasures(folder).add(STUB)
    assert Erasures(Folder.at(folder.path)).all() == (STUB, STUB)


def test_a_register_is_sealed_and_under_the_vault(folder: Folder) -> None:
    """A crash report may hold a person's words."""
    folder.make_vault(PASSPHRASE, cost=CHEAP)
    Incidents(folder).add("Gwenllian")
    Erasures(folder).add(STUB)
    for file in folder.path.iterdir():
        assert b"Gwenllian" not in file.read_bytes()
        assert b"CP-2026-014" not in file.read_bytes()
    assert [each.report for each in Incidents(opened(folder)).all()] == ["Gwenllian"]
    folder.lock()
    for attempt in (Incidents(folder).all, lambda: Incidents(folder).add("x"), Erasures(folder).all):
        with pytest.raises(Locked):
            attempt()


def test_a_register_is_no_conference_and_its_files_have_their_keys(folder: Folder) -> None:
    Incidents(folder).add("x")
    Erasures(folder).add(STUB)
    assert folder.conferences() == []
    assert folder.without_key() == []


def test_a_folder_signs_with_one_key(folder: Folder) -> None:
    folder.make_vault(PASSPHRASE, cost=CHEAP)
    signature = folder.signing_key().sign(b"412 heads")
    again = opened(folder)
    again.signing_key().public_key().verify(signature, b"412 heads")
    again.rotate(PASSPHRASE, cost=CHEAP)
    again.signing_key().public_key().verify(signature, b"412 heads")
