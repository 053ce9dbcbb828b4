"""Finding, making and opening the conferences of a folder."""

import os
from datetime import date, time
from pathlib import Path

import pytest

from conference_tui import authorities, conferences
from conference_tui.conference import events as e
from conference_tui.meeting import ClosedLocked, Refused
from conference_tui.store.errors import Damaged, InUse, Missing
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from conference_tui.store.register import Erasures
from tests import small_conference as small
from tests.store.vaults import CHEAP, PASSPHRASE, opened


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder.at(tmp_path / "store")


class TestStart:
    def test_a_new_conference_is_open_and_on_the_disk(self, folder: Folder) -> None:
        meeting = small.started(folder)
        assert (meeting.conference.ref, meeting.procedure.name) == ("LRK-7", "plain")
        meeting.close()
        (summary,) = conferences.summaries(folder)
        assert (summary.ref, summary.record, summary.entries) == ("LRK-7", meeting.record_id, 1)

    @pytest.mark.parametrize(
        ("ref", "says"), [("", "reference"), (" \x1b ", "reference"), ("lrk-7", "already")]
    )
    def test_no_reference_or_one_that_is_taken_makes_nothing(
        self, folder: Folder, ref: str, says: str
    ) -> None:
        small.started(folder).close()
        with pytest.raises(Refused, match=says):
            small.started(folder, ref)
        assert len(conferences.summaries(folder)) == 1

    def test_a_procedure_that_is_not_there_makes_nothing(self, folder: Folder) -> None:
        with pytest.raises(authorities.UnknownProcedureError):
            conferences.start(folder, "LRK-7", e.Kind.INITIAL, procedure="atlantis")
        assert conferences.summaries(folder) == ()


def recorded_at(seq: int, event: dict[str, str]) -> dict[str, object]:
    return {"seq": seq, "at": "2026-12-01T13:05:00+00:00", "event": event}


def test_a_record_of_a_newer_version_is_not_opened_and_no_word_of_it_is_said(folder: Folder) -> None:
    opening = {"type": "ConferenceOpened", "ref": "LRK-9", "kind": "initial", "procedure": "plain"}
    newer = {"type": "the neighbour rang", "words": "x"}
    with Record.create(folder, entries=[recorded_at(1, opening), recorded_at(2, newer)]) as record:
        pass
    with pytest.raises(Damaged, match="this version does not understand") as told:
        conferences.open_meeting(folder, record.id)
    assert "neighbour" not in str(told.value)
    with Record.open(folder, record.id):
        """It was let go of."""


class TestFind:
    def test_an_id_names_its_record_also_where_another_is_called_so(self, folder: Folder) -> None:
        """Else an archive whose reference is somebody's record id would keep that from ever being named."""
        with Record.create(folder) as record:
            pass
        small.started(folder, record.id).close()
        assert conferences.find(folder, record.id) == record.id

    def test_by_reference_in_capitals_or_not_and_by_record(self, folder: Folder) -> None:
        record = small.recorded(folder)
        small.started(folder, "LRK-70").close()
        assert conferences.find(folder, " lrk-7 ") == record
        assert conferences.find(folder, record) == record

    @pytest.mark.parametrize("ref", ["LRK", "LRK-77", "", " "])
    def test_nothing_is_guessed(self, folder: Folder, ref: str) -> None:
        small.started(folder).close()
        with pytest.raises(conferences.UnknownConference, match="There is no conference"):
            conferences.find(folder, ref)

    def test_a_record_that_was_never_set_up_is_found_by_its_id_alone(self, folder: Folder) -> None:
        record = Record.create(folder)
        record.close()
        (summary,) = conferences.summaries(folder)
        assert (summary.ref, summary.kind, summary.entries) == ("", None, 0)
        with pytest.raises(conferences.UnknownConference):
            conferences.find(folder, "")
        assert conferences.find(folder, record.id) == record.id

    def test_a_closed_record_is_not_found(self, folder: Folder) -> None:
        """BA-11: the closed slot's record is out of reach of every search."""
        closed = folder.closed_record_of(small.recorded(folder))
        assert closed
        with pytest.raises(conferences.UnknownConference):
            conferences.find(folder, closed)
        with pytest.raises(Missing):
            conferences.open_meeting(folder, closed)
        with pytest.raises(Missing):
            conferences.read(folder, closed)

    def test_the_reference_is_the_one_that_counts_now(self, folder: Folder) -> None:
        """A correction of the reference counts, and so does taking it back."""
        meeting = small.started(folder)
        slip = e.ConferenceOpened(ref="LRK-8", kind=e.Kind.INITIAL, procedure="plain")
        meeting.record(slip)
        meeting.flush()
        assert conferences.find(folder, "LRK-8") == meeting.record_id
        meeting.strike(slip, "a slip of the hand")
        meeting.close()
        assert conferences.find(folder, "LRK-7") == meeting.record_id


class TestOpen:
    def test_everything_recorded_is_there_again_by_the_same_rules(self, folder: Folder) -> None:
        meeting = conferences.start(folder, "LRK-7", e.Kind.INITIAL, procedure="barnsley")
        meeting.record(*small.SET_UP)
        before = meeting.conference
        meeting.close()
        again = conferences.open_meeting(folder, meeting.record_id, clock=small.ten_past_two)
        assert (again.conference, again.procedure.name) == (before, "barnsley")
        assert again.clock is small.ten_past_two
        again.close()

    def test_a_second_window_is_refused_and_the_list_says_why(self, folder: Folder) -> None:
        meeting = small.started(folder)
        with pytest.raises(InUse):
            conferences.open_meeting(folder, meeting.record_id)
        (summary,) = conferences.summaries(folder)
        assert (summary.ref, "already open in another window" in summary.trouble) == ("LRK-7", True)
        meeting.close()
        assert conferences.summaries(folder)[0].trouble == ""

    def test_a_procedure_that_has_gone_leaves_nothing_open(
        self, folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
        own = tmp_path / "conference-tui" / "procedures" / "ours.toml"
        own.parent.mkdir(parents=True)
        own.write_text('title = "Ours"\n')
        record = conferences.start(folder, "LRK-7", e.Kind.INITIAL, procedure="ours")
        record.close()
        own.unlink()
        with pytest.raises(authorities.UnknownProcedureError, match="ours"):
            conferences.open_meeting(folder, record.record_id)
        own.write_text('title = "Ours"\n')
        conferences.open_meeting(folder, record.record_id).close()

    def test_a_slot_that_is_open_wants_the_passphrase_and_leaves_nothing_open(self, folder: Folder) -> None:
        """BA-11: refused, told why, and not in use: with the passphrase it opens at once."""
        small.recorded(folder)
        folder.make_vault(PASSPHRASE, cost=CHEAP)
        record = folder.conferences()[0]
        folder.unlock_closed(record, PASSPHRASE)
        meeting = conferences.open_meeting(folder, record, clock=small.ten_past_two)
        meeting.record(e.ClosedSlotBegan(at=time(15, 0), left=("dell",), stayed=("ada", "omar")))
        said = e.ContributionMade(contribution="x", stage="closed", speaker="ada", words="in this slot")
        meeting.record(said)
        meeting.close()
        again = opened(folder)
        for _ in range(2):
            with pytest.raises(ClosedLocked, match="passphrase"):
                conferences.open_meeting(again, record)
        again.unlock_closed(record, PASSPHRASE)
        meeting = conferences.open_meeting(again, record, clock=small.ten_past_two)
        assert meeting.said_in_closed_slot == (said,)
        meeting.close()


class TestSummaries:
    def test_the_last_changed_is_the_first(self, folder: Folder) -> None:
        first, second = small.started(folder, "A-1"), small.started(folder, "A-2")
        for meeting, changed in ((first, 2_000_000_000), (second, 1_900_000_000)):
            meeting.close()
            stamp(folder.file(meeting.record_id), changed)
        assert [each.ref for each in conferences.summaries(folder)] == ["A-1", "A-2"]

    def test_what_no_version_of_this_program_wrote_is_said_in_its_place(self, folder: Folder) -> None:
        small.started(folder).close()
        with Record.create(folder) as record:
            record.append(
                {"seq": 1, "at": "2026-12-01T14:10:00+00:00", "event": {"type": "ConferenceOpened"}}
            )
            record.append({"something": "else"})
        found = {each.record: each for each in conferences.summaries(folder)}
        assert "does not understand" in found.pop(record.id).trouble
        assert [each.trouble for each in found.values()] == [""]

    def test_a_record_whose_file_is_cut_at_its_beginning_is_said_in_its_place(self, folder: Folder) -> None:
        meeting = small.started(folder)
        meeting.close()
        folder.file(meeting.record_id).write_bytes(b"")
        (summary,) = conferences.summaries(folder)
        assert (summary.record, summary.ref, summary.trouble != "") == (meeting.record_id, "", True)

    def test_until_when_it_is_kept_is_in_the_list(self, folder: Folder) -> None:
        meeting = small.started(folder)
        meeting.record(e.RetentionSet(until=date(2044, 8, 30), why="Children's records"))
        meeting.close()
        assert conferences.summaries(folder)[0].keep_until == date(2044, 8, 30)


class TestErase:
    def test_the_record_is_gone_and_the_stub_says_what_it_was(self, folder: Folder) -> None:
        record = small.closed(folder)
        with Record.open(folder, record, readonly=True) as before:
            count, head = before.count, before.head
        stub = conferences.erase(folder, record, reason="Kept long enough.", by="Ines Corrigan")
        assert (stub.ref, stub.count, stub.head) == ("LRK-7", count, head)
        assert Erasures(folder).all() == (stub,)
        assert conferences.summaries(folder) == ()
        assert folder.closed_record_of(record) is None

    @pytest.mark.parametrize(("reason", "by"), [("", "Ines"), ("Kept long enough.", " "), ("\x07", "Ines")])
    def test_without_a_reason_or_a_name_nothing_is_erased(self, folder: Folder, reason: str, by: str) -> None:
        record = small.recorded(folder)
        with pytest.raises(Refused, match="Nothing has been erased"):
            conferences.erase(folder, record, reason=reason, by=by)
        assert folder.conferences() == [record]

    def test_a_damaged_record_is_erased_too(self, folder: Folder) -> None:
        record = small.recorded(folder)
        file = folder.file(record)
        file.write_bytes(file.read_bytes()[:-40])
        stub = conferences.erase(folder, record, reason="Kept long enough.", by="Ines Corrigan")
        assert stub.ref == "LRK-7"
        assert folder.conferences() == []

    def test_what_another_window_has_open_is_not_erased(self, folder: Folder) -> None:
        meeting = small.started(folder)
        with pytest.raises(InUse):
            conferences.erase(folder, meeting.record_id, reason="Kept long enough.", by="Ines Corrigan")
        meeting.close()
        assert folder.conferences() == [meeting.record_id]


def stamp(file: Path, seconds: int) -> None:
    os.utime(file, (seconds, seconds))
