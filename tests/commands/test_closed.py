"""The closed slot's record from a shell: the passphrase every time, and every copy counted (BA-11)."""

from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from conference_tui import closed_record, conferences
from conference_tui.commands import place
from conference_tui.conference import events as e
from conference_tui.meeting import Refused
from conference_tui.store.errors import Locked, WrongPassphrase
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from tests import small_conference as small
from tests.commands.conftest import PASSPHRASE, file_of
from tests.on_a_terminal import OnATerminal
from tests.shell import Shell, as_program


def closed(conference: Shell, store: Path, secret: Path, *more: str) -> str:
    answer = conference("closed", "LRK-7", "--store", store, "--passphrase-file", secret, *more)
    assert (answer.status, answer.err) == (0, "")
    return answer.words


class TestReading:
    def test_with_the_passphrase_it_is_printed(self, conference: Shell, store: Path, secret: Path) -> None:
        words = closed(conference, store, secret)
        assert words.startswith("# Closed slot of conference LRK-7 - 1. ")
        assert f"Omar Bly: {small.SAID_IN_CLOSED_SLOT}" in words
        assert "No copy has been numbered." in words

    def test_typed_once_it_opens_the_folder_and_the_record(self, store: Path) -> None:
        with OnATerminal.conference("closed", "LRK-7", "--store", store) as terminal:
            terminal.answers("The passphrase:", PASSPHRASE)
            assert terminal.ended() == 0
            assert b"lodger" in terminal.sent
            assert b"This window keeps what it showed" in terminal.sent
            assert terminal.sent.count(b"The passphrase:") == 1

    def test_the_file_of_the_variable_does_not_open_it(self, store: Path, secret: Path) -> None:
        """BA-11: that somebody opens this record must be somebody's own act."""
        answer = as_program("closed", "LRK-7", "--store", store, **{place.PASSPHRASE_VARIABLE: str(secret)})
        answer.assert_one_line_error("passphrase is needed")

    def test_another_passphrase_shows_nothing(self, conference: Shell, store: Path, tmp_path: Path) -> None:
        wrong = file_of(tmp_path, "another line of four words", "wrong")
        conference("closed", "LRK-7", "--store", store, "--passphrase-file", wrong).assert_one_line_error(
            "not the passphrase"
        )

    def test_an_unlocked_folder_alone_does_not_open_it(self, store: Path) -> None:
        folder = Folder.at(store)
        folder.unlock(PASSPHRASE)
        record = conferences.find(folder, "LRK-7")
        with pytest.raises(Locked):
            Record.open_closed(folder, record, readonly=True)
        with pytest.raises(WrongPassphrase):
            closed_record.read(folder, record, "another line of four words")

    def test_after_reading_it_is_shut_again(self, store: Path) -> None:
        folder = Folder.at(store)
        folder.unlock(PASSPHRASE)
        record = conferences.find(folder, "LRK-7")
        assert closed_record.read(folder, record, PASSPHRASE).said
        with pytest.raises(Locked):
            Record.open_closed(folder, record, readonly=True)

    def test_a_conference_without_a_closed_slot_says_so(self, conference: Shell, tmp_path: Path) -> None:
        small.started(Folder.at(tmp_path / "other", throw_away=True), "LRK-8").close()
        conference("closed", "LRK-8", "--store", tmp_path / "other").assert_one_line_error(
            "no record of a closed slot", "stays in the folder where the slot was held"
        )

    def test_what_was_taken_back_is_said_to_be(self, conference: Shell, tmp_path: Path) -> None:
        meeting = small.started(Folder.at(tmp_path / "other", throw_away=True))
        meeting.record(*small.SET_UP, *small.ROOM)
        meeting.record(
            e.ClosedSlotBegan(at=time(14, 40), left=("dell",), stayed=("ada", "omar"), reason="third party")
        )
        meeting.record(e.ContributionMade(contribution="x", stage="closed", speaker="omar", words="A slip."))
        meeting.undo()
        meeting.record(e.ClosedSlotEnded(at=time(14, 45)))
        meeting.close()
        answer = conference("closed", "LRK-7", "--store", tmp_path / "other")
        assert "Omar Bly (taken back): A slip." in answer.words

    def test_of_a_damaged_one_what_is_whole(self, conference: Shell, store: Path, secret: Path) -> None:
        for name in ("Ines", "Omar"):
            closed(conference, store, secret, "--copy-for", name)
        folder = Folder.at(store)
        folder.unlock(PASSPHRASE)
        closed_id = folder.closed_record_of(conferences.find(folder, "LRK-7"))
        assert closed_id
        path = folder.file(closed_id)
        data = bytearray(path.read_bytes())
        data[-1] ^= 1
        path.write_bytes(data)
        answer = conference("closed", "LRK-7", "--store", store, "--passphrase-file", secret)
        assert (answer.status, answer.err.count("\n")) == (2, 1)
        assert small.SAID_IN_CLOSED_SLOT in answer.words
        assert "Copy 1: Ines" in answer.words
        assert "Copy 2" not in answer.words


class TestCopies:
    def test_each_has_its_number_and_its_holder(self, conference: Shell, store: Path, secret: Path) -> None:
        """BA-11: copies of the closed part are numbered, and who holds one is recorded in it."""
        assert "Copy 1, for Omar Bly, " in closed(conference, store, secret, "--copy-for", "Omar  Bly")
        words = closed(conference, store, secret, "--copy-for", "Legal team")
        assert "Copy 2, for Legal team, " in words
        assert "## Copies - Copy 1: Omar Bly, " in words

    def test_the_open_record_learns_nothing_of_it(self, conference: Shell, store: Path, secret: Path) -> None:
        folder = Folder.at(store)
        folder.unlock(PASSPHRASE)
        before = conferences.read(folder, conferences.find(folder, "LRK-7")).entries
        closed(conference, store, secret, "--copy-for", "Omar Bly")
        assert conferences.read(folder, conferences.find(folder, "LRK-7")).entries == before

    def test_in_the_open_record_it_is_refused(self, store: Path) -> None:
        folder = Folder.at(store)
        folder.unlock(PASSPHRASE)
        meeting = conferences.open_meeting(folder, conferences.find(folder, "LRK-7"))
        numbered = e.CopyNumbered(copy=1, holder="Omar", on=datetime(2026, 12, 2, tzinfo=UTC).date())
        with pytest.raises(Refused, match="closed slot's own record"):
            meeting.record(numbered)
        meeting.close()

    def test_without_a_holder_nothing_is_recorded(self, conference: Shell, store: Path, secret: Path) -> None:
        conference(
            "closed", "LRK-7", "--store", store, "--passphrase-file", secret, "--copy-for", " "
        ).assert_one_line_error("--copy-for is empty")

    def test_a_copy_that_cannot_be_recorded_is_not_printed(
        self, conference: Shell, store: Path, secret: Path
    ) -> None:
        folder = Folder.at(store)
        folder.unlock(PASSPHRASE)
        record = conferences.find(folder, "LRK-7")
        folder.unlock_closed(record, PASSPHRASE)
        with Record.open_closed(folder, record):
            conference(
                "closed", "LRK-7", "--store", store, "--passphrase-file", secret, "--copy-for", "Omar"
            ).assert_one_line_error("already open in another window")
