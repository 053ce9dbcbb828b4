"""A conference leaves as an archive, and comes in as one."""

from datetime import date, time
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from conference_tui import archiving, conferences
from conference_tui.conference import events as e
from conference_tui.conference.folding import fold
from conference_tui.conference.papers import Paper
from conference_tui.conference.people import Standing
from conference_tui.exchange import archive as archives
from conference_tui.exchange.errors import ArchiveRefused
from conference_tui.store.errors import Missing
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from tests import small_conference as small

DELL = e.PersonEntered(person="dell", name="Dell Calloway", standing=Standing.PARENT)
OPENED = e.ConferenceOpened(ref="LRK-9", kind=e.Kind.INITIAL, procedure="plain")
WREN = e.ChildEntered(child="wren", name="Wren Calloway")
SAID = e.ContributionMade(contribution="c1", stage="mapping", speaker="dell", words="I am tired.")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder.at(tmp_path / "store")


def by_hand(*events: e.AnyEvent) -> archives.Archive:
    """An archive as another program writes it: without a closing line."""
    heading = {"format": "conference-archive", "version": 1, "ref": "LRK-9"}
    entries = (
        e.Recorded(seq=seq, at="2026-12-01T13:30:00+00:00", event=event)
        for seq, event in enumerate(events, start=1)
    )
    return archives.read(b"\n".join(map(msgspec.json.encode, (heading, *entries))))


def archived(folder: Folder, record_id: str) -> archives.Archive:
    return archives.read(archiving.archive(folder, record_id, at=small.ten_past_two()))


class TestArchive:
    def test_what_comes_back_is_what_went(self, folder: Folder, tmp_path: Path) -> None:
        """Entry for entry, with the numbers, times and names; and one more that says where they came from."""
        record = small.closed(folder)
        found = archived(folder, record)
        elsewhere = Folder.at(tmp_path / "elsewhere")
        made = archiving.import_archive(elsewhere, found, at=small.ten_past_two())
        meeting = conferences.open_meeting(elsewhere, made, clock=small.ten_past_two)
        assert meeting.entries[:-1] == found.entries
        assert meeting.entries[-1].event == e.RecordImported(
            count=len(found.entries),
            head=found.about.head,
            record=record,
            exported="2026-12-01T14:10:00+00:00",
        )
        assert replace(meeting.conference, imported=None) == conferences.read(folder, record).conference
        meeting.close()

    def test_nothing_of_the_closed_slot_is_in_it(self, folder: Folder) -> None:
        """BA-11."""
        content = archiving.archive(folder, small.recorded(folder))
        assert small.SAID_IN_CLOSED_SLOT.encode() not in content
        assert b"ClosedSlotBegan" in content

    def test_an_entry_that_the_disk_refused_leaves_no_gap(self, folder: Folder) -> None:
        """What struck an entry strikes the same one under its new number."""
        meeting = small.started(folder)
        meeting.record(*small.SET_UP[:2])
        meeting.record(e.SummaryGiven(words="half \ud800"))
        meeting.record(e.SummaryGiven(words="one"), e.SummaryGiven(words="two"))
        meeting.strike(e.SummaryGiven(words="two"), "a slip of the hand")
        meeting.close()
        found = archived(folder, meeting.record_id)
        assert [entry.seq for entry in found.entries] == [1, 2, 3, 4, 5, 6]
        assert found.entries[-1].event == e.Struck(seq=5, why="a slip of the hand")
        assert [each.words for each in fold(found.entries).summaries.values()] == ["one"]

    def test_what_was_never_set_up_is_no_conference(self, folder: Folder) -> None:
        record = Record.create(folder)
        record.close()
        with pytest.raises(Missing, match="nothing to archive"):
            archiving.archive(folder, record.id)


class TestPreview:
    def test_says_what_it_is_and_stores_nothing(self, folder: Folder, tmp_path: Path) -> None:
        found = archived(folder, small.closed(folder))
        elsewhere = Folder.at(tmp_path / "elsewhere")
        seen = archiving.preview(elsewhere, found)
        assert (seen.ref, seen.kind, seen.children) == (
            "LRK-7",
            e.Kind.INITIAL,
            ("Wren Calloway", "Ivo Calloway"),
        )
        assert (seen.held, seen.chair, seen.procedure) == (date(2026, 12, 1), "Ines Corrigan", "plain")
        assert (seen.entries, seen.is_closed, seen.is_closed_off) == (len(found.entries), True, True)
        assert (seen.first_at, seen.exported) == ("2026-12-01T14:10:00+00:00", "2026-12-01T14:10:00+00:00")
        assert seen.warnings == ()
        assert elsewhere.conferences() == []

    def test_the_same_reference_and_the_same_record_are_told(self, folder: Folder) -> None:
        found = archived(folder, small.recorded(folder))
        warnings = archiving.preview(folder, found).warnings
        assert warnings[0].startswith("There is already a conference LRK-7 here.")
        assert warnings[1] == "It is an archive of a record that is still here."
        archiving.import_archive(folder, found)
        assert len(folder.conferences()) == 2

    def test_what_the_rules_would_not_have_let_be_recorded_is_told(self, folder: Folder) -> None:
        """A hand-written archive is taken as it is, with its doubts."""
        opened = e.ConferenceOpened(ref="LRK-9", kind=e.Kind.REVIEW, procedure="atlantis")
        wrong = e.PersonLeft(person="dell", at=time(14, 0))
        slot = e.ClosedSlotBegan(at=time(14, 0), left=(), stayed=())
        seen = archiving.preview(folder, by_hand(opened, DELL, wrong, slot))
        assert [each.split(":")[0] for each in seen.warnings] == [
            "Its procedure “atlantis” is not on this computer",
            "Its closed slot had not ended. What was said in the slot is in no archive.",
            "Entry 3 (PersonLeft) would not be recorded here",
        ]
        assert not seen.is_closed_off

    def test_nothing_is_stored_of_what_cannot_be_shown(
        self, folder: Folder, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*_: object) -> None:
            raise IndexError("A word of the conference")

        found = by_hand(e.ConferenceOpened(ref="LRK-9", kind=e.Kind.REVIEW, procedure="plain"))
        monkeypatch.setattr("conference_tui.archiving.lines", broken)
        for take in (archiving.preview, archiving.import_archive):
            with pytest.raises(ArchiveRefused, match=r"cannot be shown \(IndexError\). Nothing was stored"):
                take(folder, found)
        assert folder.conferences() == []


DAY = date(2026, 12, 3)
OF_NOTHING: dict[str, tuple[e.AnyEvent, ...]] = {
    "stage “no_such”": (e.StageOpened(stage="no_such"), replace(SAID, stage="no_such")),
    "child “no_such”": (
        replace(SAID, children=("wren", "no_such")),
        e.DecisionMade(child="no_such", outcome=e.Outcome.NO_PLAN),
        e.ContributionCorrected(correct=replace(SAID, children=("no_such",))),
    ),
    "person “no_such”": (
        e.PersonArrived(person="no_such", at=time(14)),
        replace(SAID, speaker="no_such"),
        e.FamilyAsked(stage="mapping", person="no_such"),
        e.CopyDecided(reader="no_such", paper=Paper.MINUTES, gets=False, why="x"),
    ),
    "agency “no_such”": (e.ViewGiven(child="wren", agency="no_such", by="dell"),),
    "statement “no_such”": (
        e.SafetyGoalSet(goal="g", statement="no_such", words="x"),
        e.ScoreGiven(person="dell", question="no_such", score=1, rationale="x"),
    ),
    "contribution “no_such”": (
        e.ContributionCorrected(correct=replace(SAID, contribution="no_such")),
        e.ActionAgreed(action="a", children=(), what="x", who=(), when="now", worry="no_such"),
    ),
    "decision “wren”": (e.DissentDeclared(child="wren", agency="", dissent=e.Dissent.NOTED, reason="x"),),
    "entry “no_such”": (e.EntryChosen(entry="no_such", how="themed"),),
}
CASES = [(what, event) for what, events in OF_NOTHING.items() for event in events]


@pytest.mark.parametrize(("what", "event"), CASES)
def test_what_names_something_that_is_not_there_is_not_taken(
    folder: Folder, what: str, event: e.AnyEvent
) -> None:
    found = by_hand(OPENED, WREN, DELL, SAID, event)
    for take in (archiving.preview, archiving.import_archive):
        with pytest.raises(ArchiveRefused, match=f"^Line 6 names the {what}, which is not there") as refused:
            take(folder, found)
        assert refused.value.line == 6
    assert folder.conferences() == []


@pytest.mark.parametrize(("what", "event"), CASES)
def test_a_record_that_has_such_an_entry_opens_without_it_and_says_so(
    folder: Folder, what: str, event: e.AnyEvent
) -> None:
    """Nothing is taken out of the record."""
    fit = by_hand(OPENED, WREN, DELL, SAID).entries
    entries = by_hand(OPENED, WREN, DELL, SAID, event).entries
    with Record.create(folder, entries=map(msgspec.to_builtins, entries)) as record:
        made = record.id
    meeting = conferences.open_meeting(folder, made, clock=small.ten_past_two)
    assert meeting.conference == fold(fit)
    assert meeting.entries == entries
    assert f"Entry 5 names the {what}, which is not there: it is set aside" in meeting.warning
    meeting.record(e.StageOpened(stage="mapping"))
    meeting.close()
    read = conferences.read(folder, made)
    assert f"Entry 5 names the {what}" in read.warning
    assert read.conference.stage == "mapping"


def test_somebody_without_an_id_may_stand_in_words(folder: Folder) -> None:
    """And what comes later, or was struck, is there."""
    found = by_hand(
        OPENED,
        replace(WREN, lives_with=("dell",)),
        DELL,
        SAID,
        e.Struck(seq=4, why="said by another"),
        e.ContributionCorrected(correct=SAID),
        e.AddendumAdded(addendum="a", words="x", by="Mr Orrell", on=DAY),
        e.ComplaintReceived(complaint="k", person="a neighbour", words="x", on=DAY),
        e.FamilyAsked(stage="mapping", person="dell", by="his solicitor"),
    )
    assert archiving.import_archive(folder, found)


def test_a_moment_that_names_nobody_is_not_taken(folder: Folder) -> None:
    entries = by_hand(OPENED, WREN, DELL, SAID).entries
    for moment in (
        e.Moment(here=("no_such",)),
        e.Moment(kept_out=("no_such",)),
        e.Moment(about=("no_such",)),
        e.Moment(own_matter_of="no_such"),
        e.Moment(sitting="no_such"),
    ):
        last = replace(entries[-1], moment=moment)
        found = archives.read(archives.write((*entries[:-1], last), archives.About(ref="LRK-9")))
        with pytest.raises(ArchiveRefused, match=r"^Line 5 names the .* “no_such”"):
            archiving.import_archive(folder, found)


def test_what_is_about_an_entry_that_is_set_aside_is_set_aside_with_it(folder: Folder) -> None:
    gone = replace(SAID, contribution="c2", speaker="no_such")
    entries = by_hand(OPENED, WREN, DELL, SAID, gone, e.ContributionCorrected(correct=gone)).entries
    with Record.create(folder, entries=map(msgspec.to_builtins, entries)) as record:
        made = record.id
    read = conferences.read(folder, made)
    assert read.conference.contributions == (SAID,)
    assert "So is 1 more." in read.warning
