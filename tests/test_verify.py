"""Whether a record is what it was: chain, seals, signatures and a sheet of paper."""

import hashlib
from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from msgspec.structs import replace

from conference_tui import archiving, conferences
from conference_tui.conference import events as e
from conference_tui.conference import seal
from conference_tui.exchange import archive as archives
from conference_tui.store import signatures
from conference_tui.store.errors import Missing
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from conference_tui.verify import verify
from tests import small_conference as small


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder.at(tmp_path / "store")


@pytest.fixture
def closed(folder: Folder) -> str:
    """A conference with two decisions, closed."""
    return small.closed(folder)


def entries_of(folder: Folder, record_id: str) -> list[e.Recorded]:
    with Record.open(folder, record_id, readonly=True) as record:
        return msgspec.convert(record.events(), list[e.Recorded])


def seals_of(folder: Folder, record_id: str) -> list[e.Sealed]:
    return [entry.event for entry in entries_of(folder, record_id) if isinstance(entry.event, e.Sealed)]


def with_more(folder: Folder, record_id: str, *events: e.AnyEvent) -> None:
    """Entries that somebody with the keys wrote, past the program's door."""
    with Record.open(folder, record_id) as record:
        for event in events:
            record.append(msgspec.to_builtins(e.Recorded(seq=record.count + 1, at="", event=event)))


def test_an_untouched_record_is_intact(folder: Folder, closed: str) -> None:
    """HF-10: the chain, every seal, and the signature of the close."""
    count = len(entries_of(folder, closed))
    assert verify(folder, closed).sentences == (
        f"All {count} entries are whole, in their order, and as they were saved.",
        "All 3 seals fit the entries before.",
        (
            "The closed slot's record is here; what is in it was not looked at. "
            "“conference closed”, with the passphrase, checks it and prints it."
        ),
        "The close is signed with the key of this folder.",
    )
    assert verify(folder, closed).intact


def test_before_the_first_decision_there_is_no_seal(folder: Folder) -> None:
    meeting = small.started(folder)
    meeting.close()
    verdict = verify(folder, meeting.record_id)
    assert verdict.intact
    assert verdict.sentences[-1] == "There is no seal yet: the first follows the first decision."


def test_every_seal_on_paper_fits(folder: Folder, closed: str) -> None:
    for sealed in seals_of(folder, closed):
        for sheet in (seal.line(sealed.count, sealed.head), seal.words(sealed).lower()):
            verdict = verify(folder, closed, sheet)
            assert verdict.intact
            assert verdict.sentences[-1].startswith("The sheet fits: entry ")


@pytest.mark.parametrize(
    ("sheet", "sentence"),
    [
        ("5 0000-0000-0000-0000-0000", "The sheet does not fit: the record has 5 "),
        ("9,999 0000-0000-0000-0000-0000", "what came after is not in it"),
        ("5 0000", "The sheet was not compared. A seal has 20 letters and digits; 4 were typed."),
        ("nonsense", "The sheet was not compared. A seal begins with the number"),
        ("0 0000-0000-0000-0000-0000", "The sheet was not compared. A seal begins with the number"),
    ],
)
def test_a_sheet_that_does_not_fit_is_said(folder: Folder, closed: str, sheet: str, sentence: str) -> None:
    verdict = verify(folder, closed, sheet)
    assert not verdict.intact
    assert sentence in verdict.sentences[-1]


def test_a_record_that_was_put_back_to_an_older_copy_is_told_by_its_sheet(folder: Folder) -> None:
    """Nothing inside the folder can tell; what left the machine can."""
    record = small.recorded(folder)
    older = {path: path.read_bytes() for path in folder.path.glob(f"{record}*")}
    meeting = conferences.open_meeting(folder, record, clock=small.ten_past_two)
    small.close(meeting)
    meeting.close()
    sheet = seal.line(seals_of(folder, record)[-1].count, seals_of(folder, record)[-1].head)
    for path, content in older.items():
        path.write_bytes(content)
    assert verify(folder, record).intact
    verdict = verify(folder, record, sheet)
    assert not verdict.intact
    assert "what came after is not in it" in verdict.sentences[-1]


def test_a_new_history_does_not_fit_the_old_seals(folder: Folder, closed: str) -> None:
    """Somebody with the keys wrote the record anew, one word changed, and copied the seals."""
    entries = entries_of(folder, closed)
    first = entries[0].event
    assert isinstance(first, e.ConferenceOpened)
    entries[0] = replace(entries[0], event=replace(first, chair="Somebody Else"))
    with Record.create(folder, entries=map(msgspec.to_builtins, entries)) as forged:
        pass
    verdict = verify(folder, forged.id)
    assert not verdict.intact
    assert sum("does not fit the record" in each for each in verdict.sentences) == 3
    assert sum("The signature of the close does not fit" in each for each in verdict.sentences) == 1


def test_a_seal_of_what_is_not_before_it_does_not_fit(folder: Folder, closed: str) -> None:
    """It would name a hash that nobody could know."""
    count = len(entries_of(folder, closed))
    with_more(folder, closed, e.Sealed(count=count + 1, head="0" * 64))
    assert not verify(folder, closed).intact


def test_a_signature_of_something_else_is_said(folder: Folder, closed: str) -> None:
    (*_, sealed) = seals_of(folder, closed)
    other = signatures.sign(folder.signing_key(), closed, sealed.count, "0" * 64)
    with_more(folder, closed, replace(sealed, signature=other))
    verdict = verify(folder, closed)
    assert not verdict.intact
    assert verdict.sentences[-1].startswith("The signature of the close does not fit.")


def test_a_close_signed_elsewhere_is_told_as_that(folder: Folder, closed: str, tmp_path: Path) -> None:
    (*_, sealed) = seals_of(folder, closed)
    key = Folder.at(tmp_path / "other").signing_key()
    signature = signatures.sign(key, closed, sealed.count, sealed.head)
    with_more(folder, closed, replace(sealed, key=signatures.public(key), signature=signature))
    verdict = verify(folder, closed)
    assert verdict.intact
    assert "with the key of another folder" in verdict.sentences[-1]


def test_a_seal_is_checked_without_this_program(folder: Folder, closed: str) -> None:
    """By docs/record.md alone: the hash of the frame, the letters of it, and what was signed."""
    (*_, sealed) = seals_of(folder, closed)
    data, at = folder.file(closed).read_bytes(), 44
    for _ in range(sealed.count):
        frame = data[at : at + 64 + int.from_bytes(data[at + 4 : at + 8], "little")]
        at += len(frame)
    digest = hashlib.sha256(frame).digest()
    assert sealed.head == digest.hex()
    assert data[at + 28 : at + 60] == digest
    bits = f"{int.from_bytes(digest):0256b}"[:100]
    letters = ["0123456789ABCDEFGHJKMNPQRSTVWXYZ"[int(bits[at : at + 5], 2)] for at in range(0, 100, 5)]
    assert seal.short(sealed.head).replace("-", "") == "".join(letters)
    signed = "\n".join(["conference seal 1", closed, str(sealed.count), digest.hex()]).encode()
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(sealed.key))
    key.verify(bytes.fromhex(sealed.signature), signed)


def test_damage_is_told_with_what_is_whole(folder: Folder, closed: str) -> None:
    file = folder.file(closed)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    verdict = verify(folder, closed, "5 0000-0000-0000-0000-0000")
    assert not verdict.intact
    assert "damaged" in verdict.sentences[0]
    assert verdict.sentences[-1] == "The sheet was not compared."


def test_a_record_that_is_not_there_is_no_verdict(folder: Folder, closed: str) -> None:
    with pytest.raises(Missing):
        verify(folder, "0" * 32)
    assert folder.conferences() == [closed]


def test_a_closed_slot_whose_record_is_gone_is_said(folder: Folder, closed: str) -> None:
    """BA-11: it is read by nobody who verifies, and missed by whoever does."""
    of_slot = folder.closed_record_of(closed)
    assert of_slot
    for file in folder.path.glob(f"{of_slot}*"):
        file.unlink()
    verdict = verify(folder, closed)
    assert not verdict.intact
    assert "A closed slot was held, and its record is not here. Look for it in a backup." in verdict.sentences


def test_a_seal_without_a_hash_fits_nothing(folder: Folder, closed: str) -> None:
    with_more(folder, closed, e.Sealed(count=1, head=""))
    verdict = verify(folder, closed)
    assert not verdict.intact
    assert "The seal of entry 1 (without letters) does not fit the record." in verdict.sentences[1]


@pytest.mark.parametrize("event", [{"type": "Sealed", "count": "1", "head": ""}, {"type": "Sealed"}])
def test_a_seal_that_cannot_be_read_is_said(folder: Folder, closed: str, event: dict[str, object]) -> None:
    with Record.open(folder, closed) as record:
        record.append({"seq": record.count + 1, "at": "", "event": event})
    verdict = verify(folder, closed)
    assert not verdict.intact
    assert "An entry of the kind Sealed is not as this version writes it." in verdict.sentences[0]


def test_nothing_is_written_by_looking(folder: Folder, closed: str) -> None:
    """So a copy on a medium that cannot be written to is verified too."""
    locks = [folder.path / "keys.lock", folder.path / f"{closed}.record.lock"]
    for lock in locks:
        lock.unlink()
    before = {file.name: file.read_bytes() for file in folder.path.iterdir()}
    assert verify(folder, closed).intact
    assert {file.name: file.read_bytes() for file in folder.path.iterdir()} == before


# --- After an import ----------------------------------------------------------------------------------------


def imported(folder: Folder, record_id: str, into: Folder) -> str:
    return archiving.import_archive(into, archives.read(archiving.archive(folder, record_id)))


def test_seals_from_before_an_import_are_told_as_not_comparable(
    folder: Folder, closed: str, tmp_path: Path
) -> None:
    """Its entries lie in another file now; the signature over the record that they came from still holds."""
    elsewhere = Folder.at(tmp_path / "elsewhere")
    record = imported(folder, closed, elsewhere)
    verdict = verify(elsewhere, record)
    assert verdict.intact
    count = len(entries_of(folder, closed))
    with Record.open(folder, closed, readonly=True) as before:
        letters = seal.line(count, before.head)
    assert (
        f"The first {count} entries came out of an archive. Its seal was {letters}." in verdict.sentences[1]
    )
    assert "with the key of another folder" in verdict.sentences[-1]
    assert "fit the entries" not in " ".join(verdict.sentences)


def test_the_seal_that_verify_shows_can_be_typed_as_a_sheet(folder: Folder, closed: str) -> None:
    sealed = seals_of(folder, closed)[-1]
    other = verify(folder, closed, seal.line(sealed.count, "0" * 64)).sentences[-1]
    shown = other.partition("the record has ")[2].partition(". ")[0]
    assert verify(folder, closed, shown).intact


def test_a_sheet_from_before_an_import_is_held_against_the_seals_that_came_along(
    folder: Folder, closed: str, tmp_path: Path
) -> None:
    elsewhere = Folder.at(tmp_path / "elsewhere")
    record = imported(folder, closed, elsewhere)
    sealed = seals_of(folder, closed)[0]
    named = verify(elsewhere, record, seal.line(sealed.count, sealed.head))
    assert not named.intact, "whoever alters an archive leaves its seals as they are"
    assert "names the seal of entry" in named.sentences[-1]
    assert "only the record that they came from can tell" in named.sentences[-1]
    for sheet, says in (
        (seal.line(sealed.count, "0" * 64), "does not fit the seal"),
        (seal.line(sealed.count - 1, sealed.head), "no seal of it came along"),
    ):
        verdict = verify(elsewhere, record, sheet)
        assert not verdict.intact
        assert says in verdict.sentences[-1]


def test_what_is_recorded_after_an_import_is_sealed_as_ever(folder: Folder, tmp_path: Path) -> None:
    elsewhere = Folder.at(tmp_path / "elsewhere")
    record = imported(folder, small.recorded(folder), elsewhere)
    meeting = conferences.open_meeting(elsewhere, record, clock=small.ten_past_two)
    small.close(meeting)
    meeting.close()
    verdict = verify(elsewhere, record)
    assert verdict.intact
    assert "The seal fits the entries before." in verdict.sentences
    assert verdict.sentences[-1] == "The close is signed with the key of this folder."


def test_signatures_hold_over_a_second_import(folder: Folder, closed: str, tmp_path: Path) -> None:
    """Each names the record that it was made in."""
    second, third = Folder.at(tmp_path / "second"), Folder.at(tmp_path / "third")
    once = imported(folder, closed, second)
    verdict = verify(third, imported(second, once, third))
    assert verdict.intact
    assert "with the key of another folder" in verdict.sentences[-1]


def test_an_import_that_is_none_hides_no_seal(folder: Folder, closed: str) -> None:
    """An entry that says that everything came out of an archive counts only where that can be."""
    with_more(folder, closed, e.RecordImported(count=10**9), e.Sealed(count=1, head="0" * 64))
    verdict = verify(folder, closed)
    assert not verdict.intact
    assert "The seal of entry 1 (1 0000-0000-0000-0000-0000) does not fit the record." in verdict.sentences[1]
    assert verdict.sentences[-1] == "The close is signed with the key of this folder."


def test_a_seal_without_a_hash_in_an_archive_is_no_seal(folder: Folder) -> None:
    opened = e.ConferenceOpened(ref="LRK-9", kind=e.Kind.INITIAL, procedure="plain")
    events: tuple[e.AnyEvent, ...] = (opened, e.Sealed(count=1, head=""))
    entries = [
        e.Recorded(seq=seq, at="2026-12-01T13:05:00+00:00", event=event)
        for seq, event in enumerate(events, start=1)
    ]
    record = archiving.import_archive(
        folder, archives.read(archives.write(entries, archives.About(ref="LRK-9")))
    )
    verdict = verify(folder, record, "1 0000-0000-0000-0000-0000")
    assert not verdict.intact
    assert "no seal of it came along" in verdict.sentences[-1]


def test_a_closed_slot_from_before_an_import_has_no_record_here(
    folder: Folder, closed: str, tmp_path: Path
) -> None:
    """It stayed where it was, as it should."""
    elsewhere = Folder.at(tmp_path / "elsewhere")
    verdict = verify(elsewhere, imported(folder, closed, elsewhere))
    assert verdict.intact
    (told,) = [each for each in verdict.sentences if "closed slot" in each]
    assert "stays in the folder where the slot was held" in told
