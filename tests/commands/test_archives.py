"""Out of a folder into one file, and out of a file into a folder."""

import json
import os
import stat
from pathlib import Path

import pytest

from conference_tui.store.folder import Folder
from tests import small_conference as small
from tests.commands.conftest import PASSPHRASE, file_of
from tests.on_a_terminal import OnATerminal
from tests.shell import Shell, as_program

OF_ARCHIVE = "nine herons under the weir"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A file with the archive's own passphrase."""
    return file_of(tmp_path, OF_ARCHIVE, "own")


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """Another folder, of another computer so to speak."""
    return Folder.at(tmp_path / "there", throw_away=True).path


@pytest.fixture
def sealed(conference: Shell, store: Path, secret: Path, own: Path, tmp_path: Path) -> Path:
    """An archive of the small conference under its passphrase."""
    answer = conference(
        "archive", "LRK-7", tmp_path / "sealed", "--store", store,
        "--passphrase-file", secret, "--archive-passphrase-file", own,
    )  # fmt: skip
    assert (answer.status, answer.err) == (0, "")
    return tmp_path / "sealed"


@pytest.fixture
def plain(conference: Shell, store: Path, secret: Path, tmp_path: Path) -> Path:
    options = ["--store", store, "--passphrase-file", secret]
    assert (
        conference("archive", "LRK-7", tmp_path / "plain", "--plain", "--yes-in-clear", *options).status == 0
    )
    return tmp_path / "plain"


class TestArchive:
    def test_it_is_sealed_and_its_makers_alone(self, sealed: Path) -> None:
        assert stat.S_IMODE(sealed.stat().st_mode) == 0o600
        data = sealed.read_bytes()
        assert not [word for word in (b"Calloway", b"LRK-7", b"ConferenceOpened") if word in data]

    def test_it_is_on_the_disk_with_its_name(
        self,
        conference: Shell,
        store: Path,
        secret: Path,
        own: Path,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """What is said to be in a file is there after a power cut: the file's bytes first, then its folder."""
        synced: list[tuple[int, int]] = []
        system = os.fsync

        def fsync(fd: int) -> None:
            system(fd)
            found = os.fstat(fd)
            synced.append((found.st_ino, found.st_size))

        monkeypatch.setattr(os, "fsync", fsync)
        to = tmp_path / "out" / "sealed"
        to.parent.mkdir()
        answer = conference(
            "archive", "LRK-7", to, "--store", store,
            "--passphrase-file", secret, "--archive-passphrase-file", own,
        )  # fmt: skip
        assert answer.status == 0
        whole = (to.stat().st_ino, to.stat().st_size)
        assert to.parent.stat().st_ino in [inode for inode, _ in synced[synced.index(whole) + 1 :]]

    def test_its_passphrase_is_typed_twice_and_the_folders_once(self, store: Path, tmp_path: Path) -> None:
        command = ("archive", "LRK-7", tmp_path / "typed", "--store", store)
        with OnATerminal.conference(*command) as terminal:
            terminal.answers("The passphrase:", PASSPHRASE)
            terminal.answers("The passphrase of the archive:", OF_ARCHIVE)
            terminal.answers("The passphrase of the archive once more:", OF_ARCHIVE)
            assert terminal.ended() == 0
            assert OF_ARCHIVE.encode() not in terminal.sent
        assert (tmp_path / "typed").exists()

    def test_a_weak_one_is_refused_and_no_file_is_made(
        self, conference: Shell, store: Path, secret: Path, tmp_path: Path
    ) -> None:
        weak = file_of(tmp_path, "1234", "weak")
        conference(
            "archive", "LRK-7", tmp_path / "file", "--store", store,
            "--passphrase-file", secret, "--archive-passphrase-file", weak,
        ).assert_one_line_error("4 words or more")  # fmt: skip
        assert not (tmp_path / "file").exists()

    def test_in_clear_only_after_the_warning_and_the_reference(self, store: Path, tmp_path: Path) -> None:
        command = ("archive", "LRK-7", tmp_path / "clear", "--plain", "--store", store)
        for typed, status in (("yes", 2), ("lrk-7", 0)):
            with OnATerminal.conference(*command) as terminal:
                terminal.answers("The passphrase:", PASSPHRASE)
                terminal.answers("Type LRK-7 to go on:", typed)
                assert terminal.ended() == status
                assert b"every name, every word, and every address" in terminal.sent
            assert (tmp_path / "clear").exists() == (status == 0)

    def test_in_clear_without_a_terminal_only_where_it_is_said_to_be_meant(
        self, store: Path, secret: Path, tmp_path: Path
    ) -> None:
        command = ["archive", "LRK-7", tmp_path / "clear", "--plain"]
        options = ["--store", store, "--passphrase-file", secret]
        as_program(*command, *options).assert_one_line_error("for anybody", "--yes-in-clear")
        assert not (tmp_path / "clear").exists()
        assert as_program(*command, "--yes-in-clear", *options).status == 0

    def test_nothing_of_the_closed_slot_is_in_it(self, plain: Path) -> None:
        """BA-11: no export reaches the closed record."""
        text = plain.read_text(encoding="utf-8")
        assert "Wren Calloway" in text
        assert small.SAID_IN_CLOSED_SLOT not in text

    def test_a_file_that_is_there_is_left_as_it_is(
        self, conference: Shell, store: Path, secret: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "file").write_text("mine")
        conference(
            "archive", "LRK-7", tmp_path / "file", "--store", store, "--passphrase-file", secret
        ).assert_one_line_error("left as it is")
        assert (tmp_path / "file").read_text() == "mine"

    def test_a_folder_that_is_not_there_is_said_before_anything_is_asked(
        self, conference: Shell, store: Path, tmp_path: Path
    ) -> None:
        conference("archive", "LRK-7", tmp_path / "nowhere" / "file", "--store", store).assert_one_line_error(
            "There is no folder"
        )

    def test_the_option_for_clear_goes_with_plain_only(
        self, conference: Shell, store: Path, tmp_path: Path
    ) -> None:
        conference(
            "archive", "LRK-7", tmp_path / "file", "--yes-in-clear", "--store", store
        ).assert_one_line_error("--plain")


class TestImport:
    def test_it_is_shown_and_taken_in_whole(
        self, conference: Shell, sealed: Path, own: Path, there: Path
    ) -> None:
        answer = conference("import", sealed, "--yes", "--store", there, "--archive-passphrase-file", own)
        assert (answer.status, answer.err) == (0, "")
        assert answer.words.startswith("- Archive of the conference LRK-7: initial, held Tue 1 Dec 2026;")
        assert "Children: Wren Calloway and Ivo Calloway." in answer.words
        assert "Came to school with a bruise" in conference("show", "LRK-7", "--store", there).words

    def test_on_a_terminal_it_is_asked_after_it_was_shown(self, plain: Path, there: Path) -> None:
        for typed, status, count in (("no", 2, 0), ("yes", 0, 1)):
            with OnATerminal.conference("import", plain, "--store", there) as terminal:
                terminal.answers("Type yes to go on:", typed)
                assert terminal.ended() == status
                shown, _, _ = terminal.sent.partition(b"Type yes")
                assert b"Archive of the conference LRK-7" in shown
            assert len(Folder.at(there).conferences()) == count

    def test_without_a_terminal_it_is_shown_and_not_taken_in_unless_that_is_said(
        self, plain: Path, there: Path
    ) -> None:
        answer = as_program("import", plain, "--store", there)
        assert (answer.status, answer.err.count("\n")) == (2, 1)
        assert "Archive of the conference LRK-7" in answer.words
        assert "--yes" in answer.err
        assert Folder.at(there).conferences() == []

    def test_into_a_folder_with_a_passphrase_it_lies_under_it(
        self, conference: Shell, plain: Path, there: Path, secret: Path
    ) -> None:
        assert conference("vault", "new", "--store", there, "--passphrase-file", secret).status == 0
        options = ["--store", there, "--passphrase-file", secret]
        assert conference("import", plain, "--yes", *options).status == 0
        assert b"Calloway" not in b"".join(path.read_bytes() for path in there.iterdir())
        assert "LRK-7" in conference("list", *options).out

    def test_a_wrong_passphrase_is_told_from_damage(
        self, conference: Shell, sealed: Path, secret: Path, there: Path
    ) -> None:
        command = ["import", sealed, "--yes", "--store", there, "--archive-passphrase-file", secret]
        conference(*command).assert_one_line_error("not the passphrase of the archive")
        sealed.write_bytes(sealed.read_bytes()[:-40])
        conference(*command).assert_one_line_error("damaged or was cut short")

    def test_one_wrong_line_and_nothing_is_taken_in(
        self, conference: Shell, plain: Path, there: Path
    ) -> None:
        lines = plain.read_text(encoding="utf-8").splitlines()
        entry = json.loads(lines[5])
        entry["event"]["nickname"] = "x"
        lines[5] = json.dumps(entry)
        plain.write_text("\n".join(lines), encoding="utf-8")
        conference("import", plain, "--yes", "--store", there).assert_one_line_error("Line 6", "nickname")
        assert Folder.at(there).conferences() == []
        assert not list(there.glob("*.record"))

    @pytest.mark.parametrize("content", [b"", b"{}\n", b"%PDF-1.7", b"\x00" * 100])
    def test_another_sort_of_file(
        self, conference: Shell, tmp_path: Path, there: Path, content: bytes
    ) -> None:
        (tmp_path / "file").write_bytes(content)
        conference("import", tmp_path / "file", "--yes", "--store", there).assert_one_line_error(
            "nothing was stored"
        )

    def test_a_file_without_end_is_not_read_to_its_end(self, conference: Shell, there: Path) -> None:
        conference("import", "/dev/zero", "--yes", "--store", there).assert_one_line_error("no archive has")

    def test_a_file_that_is_not_there(self, conference: Shell, tmp_path: Path, there: Path) -> None:
        conference("import", tmp_path / "no", "--store", there).assert_one_line_error("cannot be read")


def test_the_schema_is_printed(conference: Shell) -> None:
    found = conference("schema").json()
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "ContributionMade" in found["$defs"]
