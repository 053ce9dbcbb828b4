"""A numbered copy of the closed slot's record as a file: one holder, one passphrase, nothing in clear (BA-11)."""

import io
from pathlib import Path

import pikepdf
import pytest

from conference_tui import closed_record, conferences
from conference_tui.store.folder import Folder
from tests import small_conference as small
from tests.commands.conftest import PASSPHRASE, file_of
from tests.documents.pdf_checks import assert_accessible
from tests.on_a_terminal import OnATerminal
from tests.shell import Shell

FOR_THE_FILE = "nine plum kites over Wenlow"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "copy.pdf"


@pytest.fixture
def under(tmp_path: Path) -> Path:
    return file_of(tmp_path, FOR_THE_FILE, "for-the-file")


def asked(store: Path, secret: Path, copy: Path, under: Path, holder: str = "Omar Bly") -> list[str | Path]:
    return [
        "closed",
        "LRK-7",
        "--store",
        store,
        "--passphrase-file",
        secret,
        "--copy-for",
        holder,
        "--pdf",
        copy,
        "--pdf-passphrase-file",
        under,
    ]


def copies(store: Path) -> list[str]:
    folder = Folder.at(store)
    folder.unlock(PASSPHRASE)
    read = closed_record.read(folder, conferences.find(folder, "LRK-7"), PASSPHRASE)
    return [each.holder for each in read.copies]


def test_it_is_one_numbered_copy_under_a_passphrase_of_its_own(
    conference: Shell, store: Path, secret: Path, copy: Path, under: Path, tmp_path: Path
) -> None:
    answer = conference(*asked(store, secret, copy, under))
    assert (answer.status, answer.err) == (0, "")
    assert "Copy 1, for Omar Bly, is in" in answer.words
    assert small.SAID_IN_CLOSED_SLOT not in answer.words
    assert copy.stat().st_mode & 0o777 == 0o600
    for told in (small.SAID_IN_CLOSED_SLOT, "Omar", "closed session"):
        assert told.encode() not in copy.read_bytes()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(copy)
    with pikepdf.open(copy, password=FOR_THE_FILE) as opened:
        assert opened.encryption.R == 6
        opened.save(tmp_path / "opened.pdf")
    words = " ".join(assert_accessible(tmp_path / "opened.pdf").text.split())
    for told in (
        "Restricted record of the closed session",
        "Copy 1, for Omar Bly, ",
        small.SAID_IN_CLOSED_SLOT,
        "Copy 1: Omar Bly, ",
    ):
        assert told in words
    assert copies(store) == ["Omar Bly"]


def test_a_second_copy_has_the_next_number(
    conference: Shell, store: Path, secret: Path, copy: Path, under: Path
) -> None:
    conference(*asked(store, secret, copy, under))
    second = copy.with_name("second.pdf")
    assert "Copy 2, for Legal team, " in conference(*asked(store, secret, second, under, "Legal team")).words


def test_what_cannot_be_written_numbers_nothing(
    conference: Shell, store: Path, secret: Path, copy: Path, under: Path, tmp_path: Path
) -> None:
    copy.write_bytes(b"there already")
    conference(*asked(store, secret, copy, under)).assert_one_line_error("is there already")
    away = tmp_path / "nowhere" / "copy.pdf"
    conference(*asked(store, secret, away, under)).assert_one_line_error("There is no folder")
    weak = file_of(tmp_path, "password1", "weak")
    conference(*asked(store, secret, tmp_path / "a.pdf", weak)).assert_one_line_error()
    conference(*asked(store, secret, tmp_path / "a.pdf", secret)).assert_one_line_error(
        "the passphrase of the folder"
    )
    unprintable = conference(*asked(store, secret, tmp_path / "a.pdf", under, "Omar 王芳"))
    unprintable.assert_one_line_error("cannot be printed")
    assert copies(store) == []
    assert copy.read_bytes() == b"there already"


def test_a_file_is_always_for_somebody(conference: Shell, store: Path, secret: Path, copy: Path) -> None:
    conference(
        "closed", "LRK-7", "--store", store, "--passphrase-file", secret, "--pdf", copy
    ).assert_one_line_error("say who with --copy-for")
    assert not copy.exists()


def test_typed_at_a_terminal_its_passphrase_is_typed_twice(store: Path, copy: Path) -> None:
    with OnATerminal.conference(
        "closed", "LRK-7", "--store", store, "--copy-for", "Omar Bly", "--pdf", copy
    ) as terminal:
        terminal.answers("The passphrase:", PASSPHRASE)
        terminal.answers("The passphrase of the file:", FOR_THE_FILE)
        terminal.answers("The passphrase of the file once more:", FOR_THE_FILE)
        assert terminal.ended() == 0
        assert FOR_THE_FILE.encode() not in terminal.sent
    with pikepdf.open(io.BytesIO(copy.read_bytes()), password=FOR_THE_FILE) as opened:
        assert len(opened.pages) == 1


def test_it_can_be_had_in_large_print(
    conference: Shell, store: Path, secret: Path, copy: Path, under: Path, tmp_path: Path
) -> None:
    """HF-16, BA-11: the same words, none of them smaller than 18 points; without a file there is no size."""
    answer = conference(*asked(store, secret, copy, under), "--large-print")
    assert (answer.status, answer.err) == (0, "")
    with pikepdf.open(copy, password=FOR_THE_FILE) as opened:
        opened.save(tmp_path / "opened.pdf")
    reading = assert_accessible(tmp_path / "opened.pdf")
    assert min(reading.sizes) >= 18
    told = " ".join(reading.text.split())
    assert small.SAID_IN_CLOSED_SLOT in told
    assert "Entry 1 When: " in told
    conference(
        "closed", "LRK-7", "--store", store, "--passphrase-file", secret, "--large-print"
    ).assert_one_line_error("--large-print goes with --pdf")
