"""Whether a record is what it was, and its end."""

from pathlib import Path

import pytest

from conference_tui import conferences
from conference_tui.conference import seal
from conference_tui.store.folder import Folder
from tests import small_conference as small
from tests.commands.conftest import PASSPHRASE
from tests.on_a_terminal import OnATerminal
from tests.shell import Shell, as_program


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A folder with the small conference, closed by the chair."""
    folder = Folder.at(tmp_path / "closed", throw_away=True)
    small.closed(folder)
    return folder.path


class TestVerify:
    def sheet(self, store: Path) -> str:
        folder = Folder.at(store)
        last = conferences.read(folder, conferences.find(folder, "LRK-7")).conference.seals[-1]
        return seal.line(last.count, last.head)

    def test_an_intact_record(self, conference: Shell, closed: Path) -> None:
        answer = conference("verify", "LRK-7", "--store", closed)
        assert (answer.status, answer.err) == (0, "")
        assert answer.out.startswith("- ")

    def test_as_data(self, conference: Shell, closed: Path) -> None:
        found = conference("verify", "LRK-7", "--json", "--store", closed).json()
        assert (found["intact"], len(found["sentences"]) > 0) == (True, True)

    def test_a_sheet_of_it(self, conference: Shell, closed: Path) -> None:
        assert conference("verify", "LRK-7", "--sheet", self.sheet(closed), "--store", closed).status == 0

    def test_a_sheet_of_another_one(self, conference: Shell, closed: Path) -> None:
        sheet = self.sheet(closed)
        other = sheet[:-1] + ("A" if sheet[-1] != "A" else "B")
        answer = conference("verify", "LRK-7", "--sheet", other, "--store", closed)
        assert (answer.status, answer.out.startswith("- ")) == (2, True)

    def test_what_is_no_seal(self, conference: Shell, closed: Path) -> None:
        assert conference("verify", "LRK-7", "--sheet", "soon", "--store", closed).status == 2

    def test_a_changed_record(self, conference: Shell, closed: Path) -> None:
        folder = Folder.at(closed)
        path = folder.file(conferences.find(folder, "LRK-7"))
        data = bytearray(path.read_bytes())
        data[-10] ^= 1
        path.write_bytes(data)
        answer = conference("verify", "LRK-7", "--store", closed)
        assert (answer.status, "Nothing has been changed" in answer.words) == (2, True), answer.out


class TestErase:
    WHY = ("--reason", "Kept for long enough", "--by", "Ines Corrigan")

    def test_the_reference_is_typed_and_the_stub_is_kept(
        self, conference: Shell, store: Path, secret: Path
    ) -> None:
        with OnATerminal.conference("erase", "LRK-7", *self.WHY, "--store", store) as terminal:
            terminal.answers("The passphrase:", PASSPHRASE)
            terminal.answers("Type LRK-7 to go on:", "lrk-7")
            assert terminal.ended() == 0
            assert b"out of reach for ever" in terminal.sent
        options = ["--store", store, "--passphrase-file", secret]
        assert "no conferences" in conference("list", *options).words
        answer = conference("erased", *options)
        assert "LRK-7: erased" in answer.words
        assert "by Ines Corrigan. Reason: Kept for long enough." in answer.words
        (stub,) = conference("erased", "--json", *options).json()["erased"]
        assert (stub["ref"], stub["by"], stub["reason"]) == ("LRK-7", "Ines Corrigan", "Kept for long enough")
        assert seal.read(stub["seal"])[0] == stub["entries"] > 0

    def test_something_else_typed_erases_nothing(self, store: Path) -> None:
        with OnATerminal.conference("erase", "LRK-7", *self.WHY, "--store", store) as terminal:
            terminal.answers("The passphrase:", PASSPHRASE)
            terminal.answers("Type LRK-7 to go on:", "yes")
            assert terminal.ended() == 2
        assert len(Folder.at(store).conferences()) == 1

    def test_without_a_terminal_only_where_it_is_said_to_be_meant(
        self, conference: Shell, store: Path, secret: Path
    ) -> None:
        options = ["--store", store, "--passphrase-file", secret]
        as_program("erase", "LRK-7", *self.WHY, *options).assert_one_line_error("for ever", "--yes")
        assert len(Folder.at(store).conferences()) == 1
        assert conference("erase", "LRK-7", "--yes", *self.WHY, *options).status == 0
        assert Folder.at(store).conferences() == []

    def test_no_file_of_it_stays(self, conference: Shell, store: Path, secret: Path) -> None:
        folder = Folder.at(store)
        folder.unlock(PASSPHRASE)
        record = conferences.find(folder, "LRK-7")
        its = {record, folder.closed_record_of(record), folder.drafts_of(record)} - {None}
        options = ["--store", store, "--passphrase-file", secret]
        assert conference("erase", "LRK-7", "--yes", *self.WHY, *options).status == 0
        left = [path.name for path in store.iterdir() for file_id in its if file_id and file_id in path.name]
        assert [name for name in left if not name.endswith(".lock")] == []
        assert not [file_id for file_id in its if file_id and file_id in (store / "keys.json").read_text()]

    def test_a_reason_and_a_name_are_needed(self, conference: Shell, store: Path) -> None:
        for why in (["--reason", "x"], ["--by", "x"], ["--reason", " ", "--by", "x"]):
            answer = conference("erase", "LRK-7", *why, "--store", store)
            answer.assert_one_line_error("--")

    def test_while_it_is_open_it_stays(self, conference: Shell, closed: Path) -> None:
        folder = Folder.at(closed)
        meeting = conferences.open_meeting(folder, conferences.find(folder, "LRK-7"))
        answer = conference("erase", "LRK-7", "--yes", *self.WHY, "--store", closed)
        meeting.close()
        answer.assert_one_line_error("already open in another window")
        assert len(folder.conferences()) == 1


def test_nothing_was_erased_yet(conference: Shell, closed: Path) -> None:
    assert "No conference" in conference("erased", "--store", closed).words
