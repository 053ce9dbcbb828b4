"""A running conference on a real record, for the tests of each of its subjects."""

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time

from msgspec.structs import replace

from conference_tui.authorities import bank_holidays, load
from conference_tui.conference import events as e
from conference_tui.conference.people import Discipline, Standing
from conference_tui.meeting import Meeting, here
from conference_tui.store.drafts import Drafts
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
DECISION = e.DecisionMade(child="maya", outcome=e.Outcome.NO_PLAN, reason="Nothing else is known.")
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


def typed(event: e.Event) -> e.Event:
    """A decision without what the meeting recorded with it; anything else as it is."""
    if isinstance(event, e.DecisionMade):
        return replace(event, sentence="", quorum="", quorum_before="")
    return event


def is_saved(meeting: Meeting) -> bool:
    return meeting.is_saved


def is_in_slot(meeting: Meeting) -> bool:
    return meeting.in_closed_slot


def words(meeting: Meeting) -> list[str]:
    return [made.words for made in meeting.conference.contributions]


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


def with_vault(meeting: Meeting) -> Folder:
    """The folder of a meeting that is over, as another run of the program has it: unlocked, closed records shut."""
    meeting.close()
    meeting.folder.make_vault(PASSPHRASE, cost=CHEAP)
    return opened(meeting.folder)
