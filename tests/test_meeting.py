"""A running conference on a real record: the one door, undo and redo, and the closed slot."""

import itertools
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conference_tui.authorities import bank_holidays, load
from conference_tui.conference import events as e
from conference_tui.conference.people import Discipline, Standing
from conference_tui.meeting import Meeting, Refused, here
from conference_tui.store.drafts import Drafts
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record

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


def test_undo_takes_the_close_back(meeting: Meeting) -> None:
    meeting.record(*NOTHING_OPEN, CLOSED)
    with pytest.raises(Refused, match="The conference is closed"):
        meeting.record(said(1))
    meeting.undo()
    meeting.record(said(1))
    assert words(meeting) == ["words"]


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
@given(st.lists(st.sampled_from(["say", "undo", "redo", "stage", "strike"]), max_size=20))
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
                elif action == "stage":
                    meeting.record(e.StageOpened(stage=f"{number}"))
                elif action == "strike":
                    meeting.strike(meeting.entries[number % len(meeting.entries)].event, "why")
                else:
                    getattr(meeting, action)()
            except Refused as refused:
                assert str(refused)
        shown = meeting.conference
        with another_run(meeting) as reopened:
            assert reopened.conference == shown
            assert reopened.is_saved


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
    assert [made.words for made in meeting.said_in_closed_slot] == [SECRET, "the second time"]
    assert len(meeting.conference.closed_slots) == 2


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
