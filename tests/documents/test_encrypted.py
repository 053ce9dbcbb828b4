"""A finished paper under a passphrase."""

import io
from pathlib import Path

import page as page_validation
import pikepdf
import pytest

from conference_tui.conference.papers import Layout
from conference_tui.documents.draw import draw
from conference_tui.documents.encrypted import NoPassphrase, encrypted
from tests.documents.pdf_checks import Reading
from tests.documents.test_papers import CALENDAR, CASE, PROCEDURE, copy

PASSPHRASE = "seven wet żółw under Ọlá's table"


@pytest.fixture(scope="module")
def letter() -> bytes:
    return draw(copy("decision_letter", "maya", "tamsin"), CASE, PROCEDURE, CALENDAR, Layout.STANDARD).data


def test_it_is_aes_256_of_revision_6_and_opens_with_the_passphrase_alone(letter: bytes) -> None:
    """HF-10: on paper and on screen only for whom it is meant."""
    sealed = encrypted(letter, PASSPHRASE)
    with pikepdf.open(io.BytesIO(sealed), password=PASSPHRASE) as opened:
        assert opened.encryption.R == 6
        assert opened.encryption.bits == 256
        assert str(opened.encryption.stream_method).endswith("aesv3")
        assert str(opened.encryption.string_method).endswith("aesv3")
        assert opened.allow.accessibility
        assert len(opened.pages) >= 3
    for wrong in ("", PASSPHRASE.upper(), PASSPHRASE[:-1]):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(io.BytesIO(sealed), password=wrong)


def test_nothing_of_it_can_be_read_without(letter: bytes) -> None:
    sealed = encrypted(letter, PASSPHRASE)
    for told in (b"Maya", b"What was decided", b"ASH-2026", "Maya".encode("utf-16-be")):
        assert told not in sealed


def test_the_file_inside_is_the_accessible_one(letter: bytes, tmp_path: Path) -> None:
    """The tags, the language and the title stay: PDF/UA-1 holds for what the passphrase opens."""
    inside, before = tmp_path / "inside.pdf", tmp_path / "before.pdf"
    before.write_bytes(letter)
    with pikepdf.open(io.BytesIO(encrypted(letter, PASSPHRASE)), password=PASSPHRASE) as opened:
        opened.save(inside)
    report = page_validation.validate_pdf(inside, profile="ua1")
    assert report.is_compliant, [str(failure) for failure in report.failures][:5]
    assert Reading(inside).text == Reading(before).text


@pytest.mark.parametrize("passphrase", ["", "   ", "\n"])
def test_an_empty_passphrase_is_refused(letter: bytes, passphrase: str) -> None:
    with pytest.raises(NoPassphrase):
        encrypted(letter, passphrase)
