"""A running conference on a real record: the one door, undo and redo, and the closed slot."""

import itertools
import os
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from conference_tui.authorities import bank_holidays, load
from conference_tui.conference import events as e
from conference_tui.conference.people import Discipline, Standing
from conference_tui.meeting import ClosedLocked, Meeting, Refused, here
from conference_tui.store import ballast, signatures
from conference_tui.store.drafts import Drafts
from conference_tui.store.errors import Locked, NotSaved
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from tests.store.vaults import CHEAP, PASSPHRASE, opened

NOW = datetime(2026, 12, 1, 13, 30, tzinfo=UTC)
SECRET = "the neighbour who rang us must never be known"
SECRET_TYPING = "half a sentence about the neighbour"
SLOAN = e.PersonEntered(
    person="sloan",
    name="Harriet Sloan",
    standing=Standing.PROFESSIONAL,
    agency="Children's social care",
    discipline=Discipline.SOCIAL_CARE,
)
TAMSIN = e.PersonEntered(person="tamsin", name="Tamsin Orrell", standing=Standing.PARENT)
SET_UP = (
    e.ConferenceOpened(ref="ASH-1", kind=e.Kind.INITIAL, procedure="plain"),
    e.ChildEntered(child="maya", name="Maya Orrell-Pike"),
    SLOAN,
    TAMSIN,
    e.PersonArrived(person="sloan", at=time(13, 30)),
    e.PersonArrived(person="tamsin", at=time(13, 30)),
)
SLOT = e.ClosedSlotBegan(at=time(13, 42), left=("tamsin",), stayed=("sloan",))
NOTHING_OPEN = (
    e.InquorateProceeded(reason="School closes today.", safeguards="Bridie stays."),
    e.ReasonGiven(matter="views:maya", reason="She is asleep."),
    e.ReasonGiven(matter="decision:maya", reason="It is made tomorrow."),
)
"""What lets the chair close: a reason for everything that is wanting."""
CLOSED = e.ConferenceClosed(at=time(15, 50))
ADDENDUM = e.AddendumAdded(addendum="a", words="The bus pass came.", by="sloan", on=date(2026, 12, 3))
SLOT_ENDED = e.ClosedSlotEnded(at=time(13, 48))


def said(number: int, words: str = "words") -> e.ContributionMade:
    return e.ContributionMade(contribution=f"c{number}", stage="mapping", speaker="sloan", words=words)


def meeting_on(folder: Folder, record: Record, post: Callable[[Callable[[], None]], None] = here) -> Meeting:
    ids = itertools.count(1)
    return Meeting(
        folder,
        record,
        load("plain"),
        bank_holidays(),
        clock=lambda: NOW,
        post=post,
        new_id=lambda: f"id{next(ids)}",
    )


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder.at(tmp_path / "store")


@pytest.fixture
def meeting(folder: Folder) -> Iterator[Meeting]:
    meeting = meeting_on(folder, Record.create(folder))
    meeting.record(*SET_UP)
    yield meeting
    meeting.close()


def again(meeting: Meeting) -> Meeting:
    """The same conference, closed and opened as another run of the program would."""
    meeting.close()
    return meeting_on(meeting.folder, Record.open(meeting.folder, meeting.record_id))


@contextmanager
def another_run(meeting: Meeting) -> Iterator[Meeting]:
    reopened = again(meeting)
    try:
        yield reopened
    finally:
        reopened.close()


def is_saved(meeting: Meeting) -> bool:
    return meeting.is_saved


def is_in_slot(meeting: Meeting) -> bool:
    return meeting.in_closed_slot


def words(meeting: Meeting) -> list[str]:
    return [made.words for made in meeting.conference.contributions]


# --- Saving -------------------------------------------------------------------------------------------------


def test_saved_is_said_only_after_it_is_on_the_disk(folder: Folder) -> None:
    """The screen shows at once what was typed; "saved" waits for the disk, and for the program to hear of it."""
    waiting: list[Callable[[], None]] = []
    on_disk: list[int] = []
    record = Record.create(folder)

    def post(call: Callable[[], None]) -> None:
        with Record.open(folder, record.id, readonly=True) as other:
            on_disk.append(other.count)
        waiting.append(call)

    meeting = meeting_on(folder, record, post)
    meeting.record(*SET_UP)
    assert meeting.conference.ref == "ASH-1"
    assert not is_saved(meeting)
    meeting.flush()
    assert [count >= number for number, count in enumerate(on_disk, start=1)] == [True] * len(SET_UP)
    assert not is_saved(meeting)
    for call in waiting:
        call()
    assert is_saved(meeting)
    meeting.close()


def test_opened_again_it_is_as_it_was_shown(meeting: Meeting) -> None:
    meeting.record(said(1), said(2, "Łódź, İzmir, Nguyễn, ŵy, שלום, 👩‍👧"), by="minute-taker")
    meeting.record(e.ContributionCorrected(correct=said(1, "better words"), why="misheard"))
    meeting.undo()
    shown, entries = meeting.conference, meeting.entries
    with another_run(meeting) as reopened:
        assert reopened.conference == shown
        assert reopened.entries == entries
        assert reopened.is_saved
        assert reopened.warning == ""
        assert reopened.count == len(entries)


def test_every_entry_says_when_and_by_whom(meeting: Meeting) -> None:
    """Order is the number; the clock with its offset and who typed it stand beside it."""
    meeting.record(said(1), by="minute-taker")
    last = meeting.entries[-1]
    assert (last.seq, last.at, last.by) == (7, "2026-12-01T13:30:00+00:00", "minute-taker")
    assert [entry.seq for entry in meeting.entries] == [1, 2, 3, 4, 5, 6, 7]


def test_who_is_at_the_keyboard_stands_in_each_entry(meeting: Meeting) -> None:
    meeting.by = "chair"
    meeting.record(said(1))
    meeting.undo()
    meeting.record(said(2), by="minute-taker")
    assert [entry.by for entry in meeting.entries[-3:]] == ["chair", "chair", "minute-taker"]


def test_a_clock_that_went_back_is_recorded_first(meeting: Meeting) -> None:
    """Order is the number; but who reads the times later must know that they cannot be trusted here."""
    times = [NOW - timedelta(seconds=60), NOW - timedelta(seconds=61), NOW - timedelta(seconds=61), NOW]
    meeting.clock = lambda: times.pop(0)
    meeting.record(said(1), said(2), said(3), said(4))
    assert [type(entry.event).__name__ for entry in meeting.entries[6:]] == [
        *("ContributionMade", "ContributionMade", "ContributionMade", "ContributionMade")
    ]
    meeting.clock = lambda: NOW - timedelta(seconds=61)
    meeting.record(said(5))
    went_back = e.ClockWentBack(was="2026-12-01T13:30:00+00:00", now="2026-12-01T13:28:59+00:00")
    assert [entry.event for entry in meeting.entries[-2:]] == [went_back, said(5)]
    meeting.record(said(6))
    assert [entry.event for entry in meeting.entries[-2:]] == [said(5), said(6)]
    assert meeting.undo() == said(6)
    assert meeting.undo() == said(5)
    assert meeting.undo() == said(4)
    with another_run(meeting) as reopened:
        assert [type(entry.event) for entry in reopened.entries].count(e.ClockWentBack) == 1


def test_summer_time_is_no_clock_that_went_back(meeting: Meeting) -> None:
    meeting.clock = lambda: NOW.astimezone(timezone(timedelta(hours=-1)))
    meeting.record(said(1))
    assert type(meeting.entries[-2].event) is e.PersonArrived


# --- Seals --------------------------------------------------------------------------------------------------


DECISION = e.DecisionMade(child="maya", outcome=e.Outcome.NO_PLAN, reason="Nothing else is known.")


def seals_of(meeting: Meeting) -> list[e.Sealed]:
    meeting.settle()
    return list(meeting.conference.seals)


def test_a_decision_is_followed_by_its_seal_with_the_true_hash(meeting: Meeting) -> None:
    """The number and the hash are those of the decision's own entry on the disk, whatever is recorded meanwhile."""
    meeting.record(DECISION, said(1))
    (sealed,) = seals_of(meeting)
    assert (sealed.count, sealed.child, sealed.signature) == (7, "maya", "")
    assert [type(entry.event) for entry in meeting.entries[6:]] == [
        e.DecisionMade,
        e.Sealed,
        e.ContributionMade,
    ]
    assert [entry.seq for entry in meeting.entries] == list(range(1, 10))
    assert is_saved(meeting)
    with another_run(meeting) as reopened:
        assert reopened.entries == meeting.entries
        assert reopened.conference == meeting.conference
        reopened.flush()
        with Record.open(meeting.folder, meeting.record_id, readonly=True) as record:
            assert record.hash_of(7) == sealed.head


def test_until_it_is_on_the_disk_there_is_no_seal(folder: Folder) -> None:
    """What cannot be known yet is not shown: neither a hash nor a number that may still change."""
    waiting: list[Callable[[], None]] = []
    meeting = meeting_on(folder, Record.create(folder), waiting.append)
    meeting.record(*SET_UP, DECISION)
    assert meeting.entries[-1].event == e.Sealed(count=7, head="", child="maya")
    meeting.flush()
    assert not meeting.conference.seals
    while waiting:
        waiting.pop(0)()
    (sealed,) = seals_of(meeting)
    assert meeting.entries[-1].event == sealed
    assert is_saved(meeting)
    meeting.close()


def test_the_key_that_signs_is_made_by_the_writer(meeting: Meeting) -> None:
    """Its lock and the disk are waited for where no screen waits."""
    asked: list[threading.Thread] = []
    make = meeting.folder.signing_key

    def noted() -> Ed25519PrivateKey:
        asked.append(threading.current_thread())
        return make()

    meeting.folder.signing_key = noted  # type: ignore[method-assign]
    meeting.record(*NOTHING_OPEN, CLOSED)
    meeting.flush()
    assert asked
    assert threading.current_thread() not in asked


def test_the_close_is_sealed_and_signed(meeting: Meeting) -> None:
    """HF-10: with the folder's own key, over this record, this number and this hash."""
    meeting.record(*NOTHING_OPEN, CLOSED)
    (sealed,) = seals_of(meeting)
    assert (sealed.count, sealed.child) == (10, "")
    assert sealed.key == signatures.public(meeting.folder.signing_key())
    signed = sealed.signature, meeting.record_id, sealed.count, sealed.head
    assert signatures.is_good(sealed.key, *signed)
    assert not signatures.is_good(sealed.key, *signed[:2], 9, sealed.head)
    assert meeting.conference.close_seal == sealed


def test_undo_and_redo_pass_over_a_seal(meeting: Meeting) -> None:
    meeting.record(said(1), DECISION)
    (sealed,) = seals_of(meeting)
    assert meeting.undo() == DECISION
    assert seals_of(meeting) == []
    assert meeting.redo() == DECISION
    assert seals_of(meeting) == [sealed]
    assert meeting.undo() == DECISION
    assert meeting.undo() == said(1)


def test_the_seal_is_that_of_the_decision_that_counts(folder: Folder) -> None:
    """A second decision taken back, even before its seal is known: on paper stands the seal of the first."""
    waiting: list[Callable[[], None]] = []
    meeting = meeting_on(folder, Record.create(folder), waiting.append)
    meeting.record(*SET_UP, DECISION, replace(DECISION, reason="Another reason."))
    meeting.undo()
    meeting.flush()
    while waiting:
        waiting.pop(0)()
    (sealed,) = seals_of(meeting)
    assert sealed.count == 7
    assert meeting.conference.decisions["maya"].made == DECISION
    assert [type(entry.event) for entry in meeting.entries].count(e.Sealed) == 2
    with another_run(meeting) as reopened:
        assert reopened.conference == meeting.conference


def test_a_decision_that_could_not_be_saved_is_not_sealed(folder: Folder) -> None:
    """It is told once, and nothing stays behind: neither the decision nor a seal of something else."""
    waiting: list[Callable[[], None]] = []
    told: list[e.Event] = []
    meeting = meeting_on(folder, Record.create(folder), waiting.append)
    meeting.troubles.append(lambda entry, _: told.append(entry.event))
    unsaved = replace(DECISION, reason="half \ud800")
    meeting.record(*SET_UP, unsaved, said(1))
    meeting.flush()
    while waiting:
        waiting.pop(0)()
    assert told == [unsaved]
    assert meeting.conference.seals == ()
    assert [type(entry.event) for entry in meeting.entries[6:]] == [e.ContributionMade]
    assert is_saved(meeting)
    meeting.record(DECISION)
    (sealed,) = seals_of(meeting)
    with Record.open(folder, meeting.record_id, readonly=True) as record:
        assert sealed.count == 8
        assert record.hash_of(8) == sealed.head
    meeting.close()


def test_a_seal_that_could_not_be_saved_leaves_the_decision(meeting: Meeting) -> None:
    """The decision is on the disk: what was typed for it does not come back, and the trouble is told."""
    told: list[e.Event] = []
    meeting.troubles.append(lambda entry, _: told.append(entry.event))
    meeting.record(DECISION, by="chair")
    seals_of(meeting)
    shown = meeting.count
    full = itertools.chain([False], itertools.repeat(True))
    append = meeting._books.open.record.append

    def filling(event: Mapping[str, object]) -> int:
        if next(full):
            raise NotSaved("The disk is full.")
        return append(event)

    meeting._books.open.record.append = filling  # type: ignore[method-assign,assignment]
    second = replace(DECISION, reason="Another reason.")
    meeting.record(second)
    meeting.was_typed({"decision/reason": "Another reason."}, since=shown)
    meeting.settle()
    assert [type(event) for event in told] == [e.Sealed]
    assert meeting.conference.decisions["maya"].made == second
    assert len(meeting.conference.seals) == 1
    assert meeting.unfinished() == {}


def test_a_crash_between_the_close_and_its_seal(meeting: Meeting) -> None:
    """Opened again, the close that was the last entry is sealed and signed."""
    meeting.record(*NOTHING_OPEN)
    meeting.close()
    with Record.open(meeting.folder, meeting.record_id) as record:
        entry = e.Recorded(seq=record.count + 1, at=meeting.entries[-1].at, event=CLOSED)
        number = record.append(msgspec.to_builtins(entry))
    reopened = meeting_on(meeting.folder, Record.open(meeting.folder, meeting.record_id))
    (sealed,) = seals_of(reopened)
    assert (sealed.count, bool(sealed.signature)) == (number, True)
    with another_run(reopened) as third:
        assert seals_of(third) == [sealed]


def test_a_refused_event_records_nothing_of_itself_and_what_follows(meeting: Meeting) -> None:
    before = meeting.entries
    with pytest.raises(Refused, match="Nothing was typed"):
        meeting.record(said(1), said(2, "\x07"), said(3))
    assert words(meeting) == ["words"]
    assert len(meeting.entries) == len(before) + 1
    meeting.flush()
    with Record.open(meeting.folder, meeting.record_id, readonly=True) as other:
        assert other.count == len(before) + 1


def test_what_cannot_be_saved_is_taken_back_and_told(meeting: Meeting) -> None:
    """Half a character, which no file can hold: the sentence comes, and nothing is shown that is not there."""
    told: list[tuple[e.Recorded, str]] = []
    meeting.troubles.append(lambda entry, sentence: told.append((entry, sentence)))
    meeting.record(said(1), said(2, "half \ud800"), said(3))
    meeting.flush()
    assert words(meeting) == ["words", "words"]
    assert [entry.event for entry, _ in told] == [said(2, "half \ud800")]
    assert "not saved" in told[0][1]
    with another_run(meeting) as reopened:
        assert words(reopened) == ["words", "words"]
        assert reopened.is_saved
        reopened.record(said(4))
        reopened.flush()
        assert reopened.is_saved


def test_bad_news_is_heard_although_nothing_brings_it_any_more(folder: Folder) -> None:
    """The program ends, and with it the loop that would have told: the words must not go without a sound."""
    meeting = meeting_on(folder, Record.create(folder), lambda _: None)
    told: list[e.Event] = []
    meeting.troubles.append(lambda entry, _: told.append(entry.event))
    meeting.record(*SET_UP)
    assert meeting.settle()
    assert is_saved(meeting)
    meeting.record(said(1), by="half \ud800")
    assert not meeting.settle()
    assert told == [said(1)]
    meeting.record(said(2), by="half \ud800")
    meeting.close()
    assert told == [said(1), said(2)]


def test_whoever_watches_hears_of_every_change(meeting: Meeting) -> None:
    meeting.flush()
    heard: list[int] = []
    meeting.listeners.append(lambda: heard.append(len(meeting.conference.contributions)))
    meeting.record(said(1))
    meeting.flush()
    assert heard == [1, 1]


# --- Undo and redo ------------------------------------------------------------------------------------------


def test_undo_and_redo_go_back_and_forth(meeting: Meeting) -> None:
    meeting.record(said(1, "one"), said(2, "two"), said(3, "three"))
    assert meeting.undo() == said(3, "three")
    assert meeting.undo() == said(2, "two")
    assert words(meeting) == ["one"]
    assert meeting.redo() == said(2, "two")
    assert meeting.redo() == said(3, "three")
    assert words(meeting) == ["one", "two", "three"]
    with pytest.raises(Refused, match="nothing to redo"):
        meeting.redo()
    meeting.undo()
    meeting.record(said(4, "four"))
    with pytest.raises(Refused, match="nothing to redo"):
        meeting.redo()
    assert words(meeting) == ["one", "two", "four"]


def test_undo_erases_nothing(meeting: Meeting) -> None:
    """What was struck stays in the record, with the strike behind it."""
    meeting.record(said(1))
    meeting.undo()
    assert [entry.event for entry in meeting.entries][-2:] == [said(1), e.Struck(seq=7, why="undo")]


def test_undo_passes_over_moves_and_stops_at_the_conference_itself(meeting: Meeting) -> None:
    meeting.record(said(1), e.StageOpened(stage="plan"))
    assert meeting.undo() == said(1)
    assert meeting.conference.stage == "plan"
    for _ in SET_UP[1:]:
        meeting.undo()
    with pytest.raises(Refused, match="nothing to undo"):
        meeting.undo()
    assert meeting.conference.ref == "ASH-1"


def test_nothing_closes_over_an_open_question(meeting: Meeting) -> None:
    """Global rule 4: each is settled or has the chair's typed reason, whoever asks for the close."""
    meeting.record(*NOTHING_OPEN[:-1])
    with pytest.raises(Refused, match=r"No decision on Maya Orrell-Pike\. Settle it, or type your reason"):
        meeting.record(CLOSED)
    assert meeting.conference.closed is None


def test_the_close_is_not_undone_nor_anything_before_it(meeting: Meeting) -> None:
    """HF-10: what was signed and handed out stands."""
    meeting.record(said(1), *NOTHING_OPEN, CLOSED)
    before = meeting.conference.contributions
    for refused in (
        lambda: meeting.record(said(2)),
        meeting.undo,
        meeting.redo,
        lambda: meeting.strike_entry(7, "a slip"),
        lambda: meeting.strike(CLOSED, "a slip"),
    ):
        with pytest.raises(Refused, match=r"The conference is closed|nothing to redo"):
            refused()
    assert meeting.conference.closed == CLOSED
    assert meeting.conference.contributions == before
    with another_run(meeting) as reopened, pytest.raises(Refused, match="The conference is closed"):
        reopened.undo()


def test_what_is_added_after_the_close_can_be_taken_back(meeting: Meeting) -> None:
    """M20: an addendum is appended; struck, it stays in the record with the reason."""
    meeting.record(*NOTHING_OPEN, CLOSED, ADDENDUM)
    assert meeting.undo() == ADDENDUM
    assert not meeting.conference.addenda
    assert meeting.redo() == ADDENDUM
    meeting.strike(ADDENDUM, "of another family")
    assert not meeting.conference.addenda
    assert meeting.conference.closed == CLOSED
    meeting.record(
        e.ComplaintReceived(complaint="k", person="tamsin", words="Too fast.", on=date(2026, 12, 4)),
        e.ComplaintDecided(complaint="k", outcome="not upheld", on=date(2026, 12, 18)),
        e.RetentionSet(until=date(2044, 8, 30), why="Children's records"),
    )
    with another_run(meeting) as reopened:
        assert reopened.conference.complaints["k"].decided
        assert reopened.conference.retention
        assert not reopened.conference.addenda


def test_what_could_not_be_saved_is_not_struck_either(folder: Folder) -> None:
    """Undone before it was known that the disk had refused it: no strike of nothing, or of what has its number next."""
    waiting: list[Callable[[], None]] = []
    told: list[e.Event] = []
    meeting = meeting_on(folder, Record.create(folder), waiting.append)
    meeting.troubles.append(lambda entry, _: told.append(entry.event))
    meeting.record(*SET_UP, said(1, "half \ud800"))
    meeting.undo()
    meeting.flush()
    while waiting:
        waiting.pop(0)()
    assert told == [said(1, "half \ud800")]
    meeting.record(said(2))
    assert meeting.entries[-1].seq == 7
    assert meeting.undo() == said(2)
    meeting.settle()
    assert words(meeting) == []
    with another_run(meeting) as reopened:
        assert [type(entry.event) for entry in reopened.entries[6:]] == [e.ContributionMade, e.Struck]
        assert words(reopened) == []


def test_undo_goes_on_in_another_run(meeting: Meeting) -> None:
    meeting.record(said(1))
    with another_run(meeting) as reopened:
        assert reopened.undo() == said(1)
        with another_run(reopened) as third:
            assert third.redo() == said(1)


def test_one_thing_can_be_struck_with_its_reason(meeting: Meeting) -> None:
    meeting.record(said(1, "one"), said(2, "two"))
    meeting.strike(said(1, "one"), "said of somebody else")
    assert words(meeting) == ["two"]
    assert meeting.entries[-1].event == e.Struck(seq=7, why="said of somebody else")
    with pytest.raises(Refused, match="no longer in the record"):
        meeting.strike(said(1, "one"), "again")


def test_an_entry_is_struck_by_its_number_with_who_and_why(meeting: Meeting) -> None:
    meeting.by = "chair"
    meeting.record(said(1, "one"), said(2, "two"))
    meeting.strike_entry(7, "said of somebody else", by="minute-taker")
    assert words(meeting) == ["two"]
    last = meeting.entries[-1]
    assert (last.event, last.by) == (e.Struck(seq=7, why="said of somebody else"), "minute-taker")


@pytest.mark.parametrize(
    ("seq", "why", "sentence"),
    [
        (7, "again", "no longer in the record"),
        (99, "why", "no longer in the record"),
        (8, "", "Say why"),
        (8, "\x07", "Say why"),
        (8, "x" * 20_001, "longer than"),
        (1, "why", "That stands"),
        (9, "why", "That stands"),
        (10, "why", "That stands"),
    ],
)
def test_what_is_not_struck(meeting: Meeting, seq: int, why: str, sentence: str) -> None:
    meeting.record(said(1), said(2), e.StageOpened(stage="plan"))
    meeting.strike_entry(7, "said of somebody else")
    with pytest.raises(Refused, match=sentence):
        meeting.strike_entry(seq, why)
    assert words(meeting) == ["words"]


def test_nothing_of_the_open_record_is_struck_while_the_closed_slot_is_open(meeting: Meeting) -> None:
    """BA-11."""
    in_slot(meeting)
    with pytest.raises(Refused, match="The closed slot is open"):
        meeting.strike_entry(7, "why")


def test_undo_takes_a_strike_back_and_redo_does_not(meeting: Meeting) -> None:
    """What was done last is undone, and that was the strike; its reason was no slip of the hand to be redone."""
    meeting.record(said(1, "one"), said(2, "two"))
    meeting.strike(said(1, "one"), "said of somebody else")
    with pytest.raises(Refused, match="nothing to redo"):
        meeting.redo()
    assert meeting.undo() == e.Struck(seq=7, why="said of somebody else")
    assert words(meeting) == ["one", "two"]
    assert meeting.undo() == said(2, "two")
    meeting.redo()
    assert words(meeting) == ["one", "two"]


def test_a_correction_of_the_names_can_be_undone(meeting: Meeting) -> None:
    meeting.record(e.ConferenceOpened(ref="ASH-2", kind=e.Kind.INITIAL, procedure="plain"))
    meeting.undo()
    assert meeting.conference.ref == "ASH-1"
    meeting.redo()
    assert meeting.conference.ref == "ASH-2"


@settings(max_examples=20, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(["say", "decide", "undo", "redo", "stage", "strike"]), max_size=20))
def test_whatever_was_done_and_undone_is_there_again(actions: list[str]) -> None:
    """Opened again, the record adds up to what stood on the screen."""
    with tempfile.TemporaryDirectory() as place:
        folder = Folder.at(Path(place) / "store")
        meeting = meeting_on(folder, Record.create(folder))
        meeting.record(*SET_UP)
        for number, action in enumerate(actions):
            try:
                if action == "say":
                    meeting.record(said(number, f"{number}"))
                elif action == "decide":
                    meeting.record(replace(DECISION, reason=f"{number}"))
                elif action == "stage":
                    meeting.record(e.StageOpened(stage=f"{number}"))
                elif action == "strike":
                    meeting.strike(meeting.entries[number % len(meeting.entries)].event, "why")
                else:
                    getattr(meeting, action)()
            except Refused as refused:
                assert str(refused)
        meeting.settle()
        shown = meeting.conference
        with another_run(meeting) as reopened:
            assert reopened.conference == shown
            assert reopened.is_saved


def test_while_the_reserve_for_a_full_disk_is_in_use_it_is_said(meeting: Meeting) -> None:
    """And no longer once there is room: the next save fills it again."""
    meeting.record(said(1))
    meeting.flush()
    assert not meeting.reserve_warning
    os.truncate(meeting.folder.path / ballast.NAME, ballast.BYTES // 2)
    assert meeting.reserve_warning.startswith("The disk is full or nearly full.")
    meeting.record(said(2))
    meeting.flush()
    assert not meeting.reserve_warning


# --- The closed slot ----------------------------------------------------------------------------------------


def in_slot(meeting: Meeting) -> None:
    meeting.record(said(1, "open words"), SLOT)
    meeting.typing("capture", SECRET_TYPING)
    meeting.record(said(2, SECRET))


def everything_open(meeting: Meeting) -> str:
    """All that the open record, its state, its unfinished typing and the files' own bytes hold; closes it."""
    shown = repr(meeting.conference) + repr(meeting.entries)
    meeting.close()
    with Record.open(meeting.folder, meeting.record_id, readonly=True) as record:
        saved = repr(record.events())
    with Drafts.open(meeting.folder, meeting.record_id) as drafts:
        typed = repr(drafts.all())
    files = b"".join(path.read_bytes() for path in meeting.folder.path.rglob("*") if path.is_file())
    return shown + saved + typed + files.decode("latin-1")


def test_what_is_said_in_the_closed_slot_lies_in_its_own_record(meeting: Meeting) -> None:
    """BA-11: a file, key and numbering of its own; the open record learns when, and who left."""
    in_slot(meeting)
    assert is_in_slot(meeting)
    assert [made.words for made in meeting.said_in_closed_slot] == [SECRET]
    meeting.record(SLOT_ENDED)
    assert not is_in_slot(meeting)
    assert meeting.said_in_closed_slot == ()
    assert words(meeting) == ["open words"]
    assert meeting.conference.closed_slots[0].left == ("tamsin",)
    with Record.open_closed(meeting.folder, meeting.record_id, readonly=True) as closed:
        assert closed.count == 1
        assert SECRET in repr(closed.events())


@pytest.mark.parametrize("ended", [True, False], ids=["slot ended", "slot still open"])
def test_nothing_of_the_closed_slot_is_in_the_open_record(meeting: Meeting, ended: bool) -> None:
    """BA-11: not in its entries, its state, its unfinished typing, or the bytes of any file."""
    in_slot(meeting)
    if ended:
        meeting.record(SLOT_ENDED, said(3, "open again"))
    found = everything_open(meeting)
    assert "open words" in found
    for phrase in ("neighbour", SECRET, SECRET_TYPING):
        assert phrase not in found


def test_the_closed_slot_survives_the_end_of_the_program(meeting: Meeting) -> None:
    """BA-11: a new day, a crash or a restart changes nothing of it; what was being typed is there too."""
    in_slot(meeting)
    with another_run(meeting) as reopened:
        assert reopened.in_closed_slot
        assert [made.words for made in reopened.said_in_closed_slot] == [SECRET]
        assert reopened.unfinished() == {"capture": SECRET_TYPING}
        with pytest.raises(Refused, match="The closed slot is open"):
            reopened.record(e.SummaryGiven(words="x"))
        reopened.record(said(3, "more of it"), SLOT_ENDED)
        assert reopened.unfinished() == {}
        assert words(reopened) == ["open words"]
        with another_run(reopened) as third:
            assert not third.in_closed_slot
            assert third.said_in_closed_slot == ()


def test_a_second_slot_goes_to_the_same_closed_record(meeting: Meeting) -> None:
    """BA-11: one closed record for a conference."""
    in_slot(meeting)
    meeting.record(SLOT_ENDED, e.ClosedSlotBegan(at=time(14, 0), left=("tamsin",), stayed=("sloan",)))
    meeting.record(said(3, "the second time"))
    assert len(meeting.conference.closed_slots) == 2
    meeting.flush()
    with Record.open_closed(meeting.folder, meeting.record_id, readonly=True) as closed:
        assert SECRET in repr(closed.events())
        assert "the second time" in repr(closed.events())


def words_in_slot(meeting: Meeting) -> list[str]:
    return [made.words for made in meeting.said_in_closed_slot]


@pytest.mark.parametrize("restarted", [False, True], ids=["", "program ended in between"])
def test_a_second_slot_shows_nothing_of_the_first(meeting: Meeting, restarted: bool) -> None:
    """BA-11: others may sit in it; also of what was said again, and of what was taken back."""
    in_slot(meeting)
    meeting.record(SLOT_ENDED, SECOND_SLOT)
    with another_run(meeting) if restarted else nullcontext(meeting) as second:
        assert words_in_slot(second) == []
        second.record(said(3, "the second time"), said(4, "taken back"))
        second.undo()
        assert words_in_slot(second) == ["the second time"]


def test_undo_in_the_closed_slot_stays_in_it(meeting: Meeting) -> None:
    """BA-11: it never reaches for what was said before in the open, and is not seen there afterwards."""
    in_slot(meeting)
    entries = meeting.entries
    assert meeting.undo() == said(2, SECRET)
    assert meeting.said_in_closed_slot == ()
    with pytest.raises(Refused, match="nothing to undo"):
        meeting.undo()
    assert meeting.redo() == said(2, SECRET)
    assert meeting.entries == entries
    meeting.record(SLOT_ENDED)
    assert meeting.undo() == said(1, "open words")


SECOND_SLOT = e.ClosedSlotBegan(at=time(14, 0), left=("tamsin",), stayed=("sloan",))


@pytest.mark.parametrize("restarted", [False, True], ids=["", "program ended in between"])
def test_undo_and_redo_in_a_second_slot_do_not_reach_the_first(meeting: Meeting, restarted: bool) -> None:
    """BA-11: what was said in the first, perhaps before others, is neither taken back there nor brought back."""
    in_slot(meeting)
    meeting.record(said(3, "taken back in the first"))
    meeting.undo()
    meeting.record(SLOT_ENDED, SECOND_SLOT)
    with another_run(meeting) if restarted else nullcontext(meeting) as second:
        with pytest.raises(Refused, match="nothing to redo"):
            second.redo()
        with pytest.raises(Refused, match="nothing to undo"):
            second.undo()
        second.record(said(4, "in the second"))
        assert second.undo() == said(4, "in the second")
        with pytest.raises(Refused, match="nothing to undo"):
            second.undo()
        assert second.redo() == said(4, "in the second")
        assert [made.words for made in second.said_in_closed_slot] == ["in the second"]


def test_a_second_slot_begins_with_a_line_in_the_closed_record(meeting: Meeting) -> None:
    """Its numbers go on without a gap."""
    in_slot(meeting)
    meeting.record(SLOT_ENDED, SECOND_SLOT, said(3, "in the second"))
    meeting.close()
    with Record.open_closed(meeting.folder, meeting.record_id, readonly=True) as closed:
        entries = msgspec.convert(closed.events(), list[e.Recorded])
    assert [(entry.seq, entry.event) for entry in entries] == [
        (1, said(2, SECRET)),
        (2, SECOND_SLOT),
        (3, said(3, "in the second")),
    ]


def test_a_second_slot_that_the_closed_record_cannot_take_does_not_begin(meeting: Meeting) -> None:
    in_slot(meeting)
    meeting.record(SLOT_ENDED)
    with pytest.raises(Refused, match="not saved"):
        meeting.record(replace(SECOND_SLOT, reason="half \ud800"))
    assert not is_in_slot(meeting)
    meeting.record(SECOND_SLOT)
    assert is_in_slot(meeting)


def test_the_closed_slot_takes_no_empty_and_no_endless_entry(meeting: Meeting) -> None:
    in_slot(meeting)
    with pytest.raises(Refused, match="Nothing was typed"):
        meeting.record(said(3, ""))
    with pytest.raises(Refused, match="longer than"):
        meeting.record(said(3, "x" * 20_001))


def test_the_slot_does_not_begin_while_family_is_here_or_stays(meeting: Meeting) -> None:
    """BA-11: nobody but professionals."""
    for wrong in (
        e.ClosedSlotBegan(at=time(13, 42), left=(), stayed=("sloan",)),
        e.ClosedSlotBegan(at=time(13, 42), left=("tamsin",), stayed=("sloan", "tamsin")),
    ):
        with pytest.raises(Refused, match="Tamsin Orrell"):
            meeting.record(wrong)
    assert not is_in_slot(meeting)
    assert meeting.folder.closed_record_of(meeting.record_id) is None


def test_a_slot_whose_beginning_could_not_be_saved_has_not_begun(folder: Folder) -> None:
    """BA-11: nobody is left in a slot that the record knows nothing of; what was typed meanwhile stays closed."""
    waiting: list[Callable[[], None]] = []
    meeting = meeting_on(folder, Record.create(folder), waiting.append)
    meeting.record(*SET_UP)
    meeting.record(e.ClosedSlotBegan(at=time(13, 42), left=("tamsin",), stayed=("sloan",), reason="\ud800"))
    meeting.record(said(1, SECRET))
    meeting.flush()
    while waiting:
        waiting.pop(0)()
    assert not is_in_slot(meeting)
    assert meeting.conference.closed_slots == ()
    meeting.record(said(2, "open words"))
    assert words(meeting) == ["open words"]
    meeting.close()
    with Record.open_closed(folder, meeting.record_id, readonly=True) as closed:
        assert SECRET in repr(closed.events())


def test_a_slot_whose_end_could_not_be_saved_goes_on(folder: Folder) -> None:
    """BA-11: the record says that it is open, so nothing goes into the open record until its end is saved."""
    waiting: list[Callable[[], None]] = []
    meeting = meeting_on(folder, Record.create(folder), waiting.append)
    meeting.record(*SET_UP)
    in_slot(meeting)
    meeting.record(SLOT_ENDED, by="half \ud800")
    meeting.flush()
    assert not is_in_slot(meeting)
    while waiting:
        waiting.pop(0)()
    assert is_in_slot(meeting)
    assert [made.words for made in meeting.said_in_closed_slot] == [SECRET]
    with pytest.raises(Refused, match="The closed slot is open"):
        meeting.record(e.SummaryGiven(words="x"))
    meeting.record(SLOT_ENDED)
    assert not is_in_slot(meeting)
    meeting.close()


def test_the_slot_does_not_end_before_it_is_known_what_became_of_its_words(folder: Folder) -> None:
    """BA-11: words that could not be saved come back while the slot is open, and not in the open record's line."""
    waiting: list[Callable[[], None]] = []
    meeting = meeting_on(folder, Record.create(folder), waiting.append)
    told_in_slot: list[bool] = []
    meeting.troubles.append(lambda *_: told_in_slot.append(meeting.in_closed_slot))
    meeting.record(*SET_UP, SLOT)
    meeting.record(said(1, SECRET), by="half \ud800")
    with pytest.raises(Refused, match="could not be saved"):
        meeting.record(SLOT_ENDED)
    assert told_in_slot == [True]
    meeting.record(SLOT_ENDED)
    while waiting:
        waiting.pop(0)()
    assert not is_in_slot(meeting)
    assert told_in_slot == [True]
    meeting.close()


def test_words_of_a_slot_that_never_began_do_not_come_back(folder: Folder) -> None:
    """BA-11: neither the slot nor what was said in it could be saved; the open record's line stays as it is."""
    waiting: list[Callable[[], None]] = []
    meeting = meeting_on(folder, Record.create(folder), waiting.append)
    told: list[e.Event] = []
    meeting.troubles.append(lambda entry, _: told.append(entry.event))
    meeting.record(*SET_UP)
    meeting.typing("line", "open words")
    beginning = e.ClosedSlotBegan(at=time(13, 42), left=("tamsin",), stayed=("sloan",), reason="\ud800")
    meeting.record(beginning)
    meeting.record(said(1, SECRET), by="half \ud800")
    meeting.flush()
    while waiting:
        waiting.pop(0)()
    assert told == [beginning]
    assert meeting.unfinished() == {"line": "open words"}
    meeting.close()


def test_what_is_said_in_the_closed_slot_is_flushed_with_the_rest(meeting: Meeting) -> None:
    in_slot(meeting)
    meeting.flush()
    with Record.open_closed(meeting.folder, meeting.record_id, readonly=True) as closed:
        assert closed.count == 1
    assert is_saved(meeting)


def test_bad_news_after_the_end_opens_nothing_again(folder: Folder) -> None:
    """BA-11: the program hears too late that an entry was not saved; the closed record stays let go of."""
    waiting: list[Callable[[], None]] = []
    meeting = meeting_on(folder, Record.create(folder), waiting.append)
    meeting.record(*SET_UP, SLOT, e.StageOpened(stage="half \ud800"))
    meeting.close()
    for call in waiting:
        call()
    assert not is_in_slot(meeting)
    reopened = meeting_on(folder, Record.open(folder, meeting.record_id))
    assert is_in_slot(reopened)
    reopened.close()


def test_the_closed_record_alone_is_no_conference(meeting: Meeting) -> None:
    """BA-11: it is not in the list of conferences."""
    in_slot(meeting)
    assert meeting.folder.conferences() == [meeting.record_id]


# --- The closed slot in a folder with a vault ---------------------------------------------------------------


def with_vault(meeting: Meeting) -> Folder:
    """The folder of a meeting that is over, as another run of the program has it: unlocked, closed records shut."""
    meeting.close()
    meeting.folder.make_vault(PASSPHRASE, cost=CHEAP)
    return opened(meeting.folder)


def test_a_first_slot_needs_no_passphrase_and_its_key_is_gone_at_its_end(meeting: Meeting) -> None:
    """BA-11: nobody waits for a passphrase when the family is already at the door."""
    folder = with_vault(meeting)
    running = meeting_on(folder, Record.open(folder, meeting.record_id))
    in_slot(running)
    assert [made.words for made in running.said_in_closed_slot] == [SECRET]
    running.record(SLOT_ENDED)
    running.settle()
    with pytest.raises(Locked):
        Record.open_closed(folder, running.record_id, readonly=True)
    running.close()


def test_a_second_slot_asks_for_the_passphrase(meeting: Meeting) -> None:
    """BA-11: refused with nothing changed; once the passphrase was typed it goes on in the same record."""
    folder = with_vault(meeting)
    running = meeting_on(folder, Record.open(folder, meeting.record_id))
    in_slot(running)
    running.record(SLOT_ENDED)
    running.settle()
    before = running.entries
    with pytest.raises(ClosedLocked, match="passphrase"):
        running.record(SLOT)
    assert (running.entries, running.in_closed_slot) == (before, False)
    folder.unlock_closed(running.record_id, PASSPHRASE)
    running.record(SLOT, said(3, "the second time"))
    assert [made.words for made in running.said_in_closed_slot] == ["the second time"]
    running.close()


def test_a_slot_that_a_crash_left_open_is_opened_again_with_the_passphrase_only(meeting: Meeting) -> None:
    """BA-11: until then nothing opens, and nothing stays open behind it."""
    folder = with_vault(meeting)
    running = meeting_on(folder, Record.open(folder, meeting.record_id))
    in_slot(running)
    running.close()
    for place in (folder, opened(folder)):
        record = Record.open(place, running.record_id)
        with pytest.raises(ClosedLocked):
            meeting_on(place, record)
        with pytest.raises(Locked):
            Drafts.open(place, folder.closed_record_of(running.record_id) or "")
    again = opened(folder)
    again.unlock_closed(running.record_id, PASSPHRASE)
    reopened = meeting_on(again, Record.open(again, running.record_id))
    assert [made.words for made in reopened.said_in_closed_slot] == [SECRET]
    assert reopened.unfinished() == {"capture": SECRET_TYPING}
    reopened.close()


def test_the_keys_stay_while_it_is_not_known_that_the_slot_is_over(meeting: Meeting) -> None:
    """BA-11: an end that could not be saved opens the slot again, without asking."""
    folder = with_vault(meeting)
    waiting: list[Callable[[], None]] = []
    running = meeting_on(folder, Record.open(folder, meeting.record_id), waiting.append)
    in_slot(running)
    running.record(SLOT_ENDED, by="half \ud800")
    running.flush()
    while waiting:
        waiting.pop(0)()
    assert is_in_slot(running)
    assert [made.words for made in running.said_in_closed_slot] == [SECRET]
    running.close()


def test_what_is_typed_in_the_slot_goes_nowhere_else(meeting: Meeting) -> None:
    """BA-11: in no file of the folder in clear, and not among the open record's unfinished typing."""
    folder = with_vault(meeting)
    running = meeting_on(folder, Record.open(folder, meeting.record_id))
    running.typing("line", "open typing")
    in_slot(running)
    before = running.count
    running.record(e.PersonLeft(person="sloan", at=time(13, 44)))
    running.was_typed({"line": SECRET_TYPING}, since=before)
    running.record(SLOT_ENDED)
    assert running.unfinished() == {"line": "open typing"}
    running.settle()
    assert folder.drafts_of(folder.closed_record_of(running.record_id) or "") is None
    assert SECRET not in everything_open(running)
    assert SECRET_TYPING not in everything_open(running)


# --- Unfinished typing --------------------------------------------------------------------------------------


def test_unfinished_typing_is_there_next_time(meeting: Meeting) -> None:
    meeting.typing("capture", "sloan - maya: she")
    meeting.typing("summary", "gone")
    meeting.typing("summary", "")
    with another_run(meeting) as reopened:
        assert reopened.unfinished() == {"capture": "sloan - maya: she"}


def test_unfinished_typing_is_destroyed_when_the_conference_is_closed(meeting: Meeting) -> None:
    """HF-10: what was deleted or never recorded was never said."""
    meeting.typing("capture", "never said")
    assert meeting.folder.drafts_of(meeting.record_id) is not None
    meeting.record(*NOTHING_OPEN, CLOSED)
    meeting.close()
    assert meeting.folder.drafts_of(meeting.record_id) is None


def test_unfinished_typing_of_a_closed_slot_is_destroyed_at_its_end(meeting: Meeting) -> None:
    """BA-11: while the slot is open it is kept; then its file is gone."""
    in_slot(meeting)
    closed = meeting.folder.closed_record_of(meeting.record_id)
    assert closed is not None
    assert meeting.folder.drafts_of(closed) is not None
    meeting.record(SLOT_ENDED)
    assert meeting.folder.drafts_of(closed) is None
