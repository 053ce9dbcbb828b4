"""`conference export`: everybody's copies, and what stops one."""

from pathlib import Path

import pikepdf
import pytest

from conference_tui import conferences
from conference_tui.conference import events as e
from conference_tui.store import vault
from conference_tui.store.folder import Folder
from tests import small_conference as small
from tests.shell import Shell


class TestExport:
    def test_everybodys_copies_are_made_and_recorded(
        self, conference: Shell, closed: Path, tmp_path: Path
    ) -> None:
        """HF-10, BA-20: everything for everyone; what was made is in the record, and the files are their maker's alone."""
        answer = conference("export", "LRK-7", "--to", tmp_path / "plans", "--store", closed)
        assert answer.status == 0
        files = [Path(line) for line in answer.out.splitlines()]
        whose = dict(line.split(": ") for line in answer.err.splitlines())
        assert whose["01"] == "Dell Calloway"
        assert whose["02"] == "Rhys Marden"
        assert {file.name.split("-for-")[1][:2] for file in files} == whose.keys()
        assert {file.read_bytes()[:5] for file in files} == {b"%PDF-"}
        assert {file.stat().st_mode & 0o077 for file in files} == {0}
        assert not [file for file in files if "Calloway" in file.name or "Marden" in file.name]
        made = conference("show", "LRK-7", "--json", "--store", closed).json()["documents"]
        assert [each["file"] for each in made] == [str(file) for file in files]
        assert [each["document"] for each in made if each["reader"] == "rhys"] == [
            "outline_plan",
            "decision_letter",
            "minutes",
        ]
        asked = ("export", "LRK-7", "--to", tmp_path / "again", "--for", "rhys marden", "--store", closed)
        again = [Path(line) for line in conference(*asked).out.splitlines()]
        assert len(again) == 3
        assert all(file.read_bytes() == (tmp_path / "plans" / file.name).read_bytes() for file in again)

    def test_one_persons_copies_in_the_layouts_asked_for(
        self, conference: Shell, closed: Path, tmp_path: Path
    ) -> None:
        """HF-16, HF-10: `--for` a person, in large print and easy words."""
        asked = ("export", "LRK-7", "--to", tmp_path, "--for", "rhys marden", "--large-print", "--easy-read")
        answer = conference(*asked, "--store", closed)
        assert answer.status == 0
        assert sorted(Path(line).name for line in answer.out.splitlines()) == [
            "LRK-7-for-02-letter-child-1-easy-read.pdf",
            "LRK-7-for-02-letter-child-1-large-print.pdf",
            "LRK-7-for-02-minutes-easy-read.pdf",
            "LRK-7-for-02-minutes-large-print.pdf",
            "LRK-7-for-02-plan-child-1-easy-read.pdf",
            "LRK-7-for-02-plan-child-1-large-print.pdf",
        ]
        for name, words in (
            ("Nobody At All", "Nobody called"),
            ("Larkmoor", "may be any of"),
            (" ", "Nobody called"),
        ):
            found = conference("export", "LRK-7", "--to", tmp_path / "x", "--for", name, "--store", closed)
            found.assert_one_line_error(words)
        assert not (tmp_path / "x").exists()

    def test_braille_is_not_said_to_be_under_a_passphrase(
        self, conference: Shell, closed: Path, tmp_path: Path
    ) -> None:
        """HF-10: an embosser reads the file as it is, so it would lie there in clear."""
        asked = ("export", "LRK-7", "--to", tmp_path / "out", "--braille", "--passphrase", "--store", closed)
        conference(*asked).assert_one_line_error("cannot be put under a passphrase", "Nothing was made")
        assert not (tmp_path / "out").exists()

    def test_under_a_passphrase_the_files_open_with_it_alone(
        self, conference: Shell, closed: Path, tmp_path: Path
    ) -> None:
        """HF-10: for sending; the passphrase comes from a file where there is no terminal."""
        secret = tmp_path / "secret"
        secret.write_text("seven quiet herons walk")
        secret.chmod(0o600)
        asked = ("export", "LRK-7", "--to", tmp_path / "out", "--for", "Wren Calloway", "--store", closed)
        answer = conference(*asked, "--documents-passphrase-file", secret)
        (file,) = [Path(line) for line in answer.out.splitlines()]
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(file)
        with pikepdf.open(file, password="seven quiet herons walk") as opened:
            assert opened.encryption.R == 6
        conference(*asked, "--passphrase").assert_one_line_error("--documents-passphrase-file")
        secret.write_text("hunter2")
        asked = ("export", "LRK-7", "--to", tmp_path / "weak", "--for", "Wren Calloway", "--store", closed)
        refused = conference(*asked, "--documents-passphrase-file", secret)
        refused.assert_one_line_error(vault.weakness("hunter2"))
        assert not (tmp_path / "weak").exists()

    def test_a_copy_with_what_its_reader_may_not_have_is_not_made(
        self, conference: Shell, store: Path, tmp_path: Path
    ) -> None:
        """HF-10, BA-11: it is said, without the words, and what to do; the others are made."""
        folder = Folder.at(store)
        meeting = conferences.open_meeting(folder, conferences.find(folder, "LRK-7"))
        meeting.record(e.ChildEntered(child="wren", name="Wren Calloway", authority_id="9 Withy Lane"))
        small.close(meeting)
        meeting.close()
        asked = ("export", "LRK-7", "--to", tmp_path / "out", "--for", "dell calloway", "--store", store)
        answer = conference(*asked)
        assert answer.status == 2
        plan = "Not made: plan of Wren Calloway for Dell Calloway."
        assert f"{plan} On page 1: where Rhys Marden is to be found" in answer.err
        assert "Withy" not in answer.err
        assert "answer under “Hand out” at the close" in answer.err
        assert not [line for line in answer.out.splitlines() if "for-01-plan-child-1" in line]
        assert [line for line in answer.out.splitlines() if "for-01-plan-child-2" in line]

    def test_copies_about_which_the_chair_is_asked_first_are_not_made(
        self, conference: Shell, store: Path, tmp_path: Path
    ) -> None:
        """HF-10: about whom an answer is nobody has said; the copies that may hold it wait, the others are made."""
        folder = Folder.at(store)
        meeting = conferences.open_meeting(folder, conferences.find(folder, "LRK-7"))
        meeting.record(e.FamilyAsked(stage="mapping", person="dell", words="He climbs out of the cot."))
        small.close(meeting)
        meeting.close()
        answer = conference("export", "LRK-7", "--to", tmp_path / "out", "--store", store)
        assert answer.status == 2
        told = "Not made: minutes for Rhys Marden. Of 1 entry it is not known about which children it is"
        assert told in answer.err
        assert "cot" not in answer.err
        assert "answer under “Hand out” at the close" in answer.err
        made = [Path(line).name for line in answer.out.splitlines()]
        assert "LRK-7-for-02-plan-child-1.pdf" in made
        assert "LRK-7-for-02-minutes.pdf" not in made
        assert "LRK-7-for-09-minutes.pdf" in made

    def test_what_was_said_in_the_closed_slot_stops_a_copy(
        self, conference: Shell, store: Path, tmp_path: Path
    ) -> None:
        """BA-11, HF-10: the slot is long over; it is looked for all the same, in the authority's own copy too."""
        folder = Folder.at(store)
        meeting = conferences.open_meeting(folder, conferences.find(folder, "LRK-7"))
        both = ("wren", "ivo")
        words = f"Dell asks for help. {small.SAID_IN_CLOSED_SLOT}"
        meeting.record(e.SummaryGiven(words=words, children=both))
        small.close(meeting)
        meeting.close()
        answer = conference("export", "LRK-7", "--to", tmp_path / "out", "--store", store)
        assert answer.status == 2
        assert "Not made: minutes for The file. On page" in answer.err
        assert "said in the closed slot" in answer.err
        assert "lodger" not in answer.err
        assert not [line for line in answer.out.splitlines() if "minutes" in line]

    def test_a_folder_that_cannot_be_is_told_with_what_to_do(
        self, conference: Shell, closed: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "file").write_text("")
        for to in (tmp_path / "file", tmp_path / "file" / "below"):
            asked = ("export", "LRK-7", "--to", to, "--for", "Wren Calloway", "--store", closed)
            conference(*asked).assert_one_line_error(
                f"The documents could not be written to {to}: ", "Name another folder with --to"
            )
        conference("export", "LRK-7", "--to", " ", "--store", closed).assert_one_line_error("--to is empty")

    def test_what_is_there_already_is_left_as_it_is(
        self, conference: Shell, closed: Path, tmp_path: Path
    ) -> None:
        asked = ("export", "LRK-7", "--to", tmp_path, "--for", "Wren Calloway", "--store", closed)
        (first, *_) = conference(*asked).out.splitlines()
        Path(first).write_text("signed")
        conference(*asked).assert_one_line_error("was left as it is")
        assert Path(first).read_text() == "signed"

    def test_without_a_decision_there_is_no_plan(
        self, conference: Shell, closed: Path, tmp_path: Path
    ) -> None:
        small.started(Folder.at(closed), "LRK-8").close()
        answer = conference("export", "LRK-8", "--to", tmp_path / "plans", "--store", closed)
        answer.assert_one_line_error("No child of LRK-8 has a plan")
        assert not (tmp_path / "plans").exists()

    def test_no_plan_is_made_of_a_conference_that_is_not_closed(
        self, conference: Shell, store: Path, tmp_path: Path
    ) -> None:
        """HF-10: the same rule as on the screen."""
        answer = conference("export", "LRK-7", "--to", tmp_path / "plans", "--store", store)
        answer.assert_one_line_error("Close the conference first", "No document was made.")
        assert not (tmp_path / "plans").exists()

    def test_a_child_without_a_decision_is_said(self, conference: Shell, tmp_path: Path) -> None:
        meeting = small.started(Folder.at(tmp_path / "store", throw_away=True))
        for part in (small.SET_UP, small.ROOM, small.SAID, small.SCALED, small.DECIDED[:5]):
            meeting.record(*part)
        small.close(meeting)
        meeting.close()
        asked = ("export", "LRK-7", "--to", tmp_path / "plans", "--for", "dell calloway")
        answer = conference(*asked, "--store", tmp_path / "store")
        assert answer.status == 2
        assert [line for line in answer.out.splitlines() if "child-1" in line]
        assert not [line for line in answer.out.splitlines() if "child-2" in line]
        assert "There is no plan for Ivo Calloway: no decision has been made." in answer.err

    def test_a_letter_that_no_font_has_is_told_and_stops_the_papers_that_it_stands_in(
        self, conference: Shell, store: Path, tmp_path: Path
    ) -> None:
        folder = Folder.at(store)
        meeting = conferences.open_meeting(folder, conferences.find(folder, "LRK-7"))
        meeting.record(e.BottomLineSet(line="b1", children=("wren",), words="Nobody hits \U00013000."))
        small.close(meeting)
        meeting.close()
        answer = conference("export", "LRK-7", "--to", tmp_path / "plans", "--store", store)
        assert answer.status == 2
        assert "U+13000" in answer.err
        assert "cannot be printed" in answer.err
        assert not list(tmp_path.glob("plans/*-plan-child-1.pdf"))
        assert list(tmp_path.glob("plans/*-plan-child-2.pdf"))

    def test_while_another_window_has_it_open(self, conference: Shell, closed: Path, tmp_path: Path) -> None:
        folder = Folder.at(closed)
        meeting = conferences.open_meeting(folder, conferences.find(folder, "LRK-7"))
        answer = conference("export", "LRK-7", "--to", tmp_path / "plans", "--store", closed)
        meeting.close()
        answer.assert_one_line_error("already open in another window")
