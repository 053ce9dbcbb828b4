"""An encrypted archive opens with its passphrase and with no other; damage is told from a wrong passphrase."""

import hashlib
import resource
import struct
import sys
from pathlib import Path

import pytest

from conference_tui.exchange import archive, sealed
from conference_tui.exchange.errors import ArchiveRefused, WrongPassphrase

SAMPLES = Path(__file__).parent / "samples"
PASSPHRASE = "winter tram larder éclair"
SEALED = (SAMPLES / "version_1.sealed").read_bytes()


def resealed(data: bytes) -> bytes:
    """The same with the hash at its end made to fit, as whoever altered it on purpose would."""
    return data[:-32] + hashlib.sha256(data[:-32]).digest()


def refusal(data: bytes) -> str:
    with pytest.raises(ArchiveRefused) as refused:
        sealed.decrypt(data, PASSPHRASE)
    assert not isinstance(refused.value, WrongPassphrase)
    assert "not taken" in str(refused.value)
    return str(refused.value)


def test_a_sealed_archive_of_version_1_opens_for_ever() -> None:
    """A frozen sample: it is never written anew."""
    assert sealed.is_sealed(SEALED)
    clear = sealed.decrypt(SEALED, PASSPHRASE)
    assert clear == (SAMPLES / "version_1.jsonl").read_bytes()
    assert not sealed.is_sealed(clear)


def test_what_is_sealed_opens_again_and_shows_nothing() -> None:
    clear = archive.read((SAMPLES / "version_1.jsonl").read_bytes())
    data = archive.write(clear.entries, clear.about)
    again, other = sealed.encrypt(data, "ä word"), sealed.encrypt(data, "ä word")
    assert sealed.decrypt(again, "a\N{COMBINING DIAERESIS} word") == data, "typed on another keyboard"
    assert again[:20] == other[:20]
    assert again[20:48] != other[20:48]
    assert b"Calloway" not in again
    assert b"LRK" not in again


def test_a_wrong_passphrase_is_told_from_damage() -> None:
    for typed in ("winter tram larder eclair", "", PASSPHRASE + " ", "\ud800"):
        with pytest.raises(WrongPassphrase, match="not damaged"):
            sealed.decrypt(SEALED, typed)


def test_any_bit_flipped_is_told_as_damage() -> None:
    for place in range(len(SEALED)):
        data = bytearray(SEALED)
        data[place] ^= 1 << place % 8
        said = refusal(bytes(data))
        assert "damaged" in said or (place < 5 and "not an encrypted archive" in said)


def test_cut_at_any_byte_is_told_as_damage() -> None:
    for length in range(len(SEALED)):
        assert "damaged" in refusal(SEALED[:length]) or length < 5


def test_alteration_on_purpose_gives_nothing_either() -> None:
    for place in (21, 40, 60, len(SEALED) - 40):
        data = bytearray(SEALED)
        data[place] ^= 1
        with pytest.raises(WrongPassphrase):
            sealed.decrypt(resealed(bytes(data)), PASSPHRASE)


@pytest.mark.parametrize(
    ("memory", "passes", "lanes"),
    [(1 << 30, 3, 4), (1 << 19, 3, 4), (65536, 11, 4), (65536, 0, 4), (65536, 3, 17), (65536, 3, 0), (7, 1, 1), (0, 3, 4)],
)  # fmt: skip
def test_what_asks_for_too_much_of_the_machine_is_refused(memory: int, passes: int, lanes: int) -> None:
    asking = SEALED[:8] + struct.pack("<III", memory, passes, lanes) + SEALED[20:]
    assert "more (or less) than this program gives" in refusal(resealed(asking))


@pytest.mark.skipif(sys.platform != "linux", reason="the limit on memory is Linux's")
def test_with_too_little_memory_that_is_said() -> None:
    in_use = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    asking = resealed(SEALED[:8] + struct.pack("<III", 256 * 1024, 1, 1) + SEALED[20:])
    resource.setrlimit(resource.RLIMIT_AS, (in_use + (64 << 20), hard))
    try:
        with pytest.raises(ArchiveRefused, match="256 MB are needed"):
            sealed.decrypt(asking, PASSPHRASE)
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def test_a_newer_version_is_named() -> None:
    newer = b"CPARC2\n\0" + SEALED[8:]
    assert "damaged or was cut short, or of a newer version" in refusal(newer)
    assert "is of a newer version" in refusal(resealed(newer))
