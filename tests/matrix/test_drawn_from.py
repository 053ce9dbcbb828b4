"""What each copy is drawn from, whether its paper prints it or not: by the same tables, and by kind of entry."""

from collections.abc import Iterator

import pytest

from conference_tui.conference import events as e
from conference_tui.conference.events.roles import Role
from conference_tui.conference.papers import FILE, Copy, Paper
from conference_tui.conference.reading.read import read as read_as
from tests.matrix.family import PROCEDURE
from tests.matrix.planting import Planted, planted_in
from tests.matrix.rooms import ADA, ROOMS, Room
from tests.matrix.test_planted_words import answer, held, is_of

# --- By kind of entry -----------------------------------------------------------------------------------------------

FILE_ALONE = {
    "AdultsKeptApart", "AdviceLeft", "ChecklistTicked", "ComplaintDecided", "ComplaintReceived", "CopyNumbered",
    "EarlierBirthPlanGiven", "EarlierEntryGiven", "EarlierMemberGiven", "FamilyAskedAboutObserver", "NeedNoted",
    "PreMeetingHeld", "ReferrerNoted", "RetentionSet", "StatementSaid", "Struck",
}  # fmt: skip
NOBODYS = {
    "ContributionCorrected",
    "CopyDecided",
    "DocumentMade",
    "EntryChosen",
    "EntryWorded",
    "WordsJudged",
}
"""What was settled about the copies; and a correction stands in the place of what it corrects."""
TREE = {"RelationGiven", "RelativeNamed"}
EXCLUSION = {"ExclusionDecided", "ExclusionEnded"}
OF_ALL = {"AddendumAdded", "FamilyAsked", "PersonIntroduced", "ReportReceived", "SummaryGiven"}
"""What no paper about one child holds."""
ABOUT_BEN_ALONE = {"AbsenceNoted", "ChildBorn", "ChildViewsMissing"}
FRAME = {
    "ConferenceOpened", "ConferenceArranged", "ConferenceResumed", "ConferenceClosed", "ChairChanged", "ChildEntered",
    "ChildBorn", "PersonEntered", "KeyWorkerNamed", "Sealed",
}  # fmt: skip
DATES = {
    "CoreGroupMemberChosen", "CoreGroupMemberRemoved", "CoreGroupBooked", "ReviewBooked", "VisitsAgreed",
    "InNeedMeetingBooked", "DecisionMade", "LastConferenceGiven",
}  # fmt: skip
THERE = ROOMS[0]
EVERY = {type(entry.event).__name__ for _, entry in held(THERE).conference.log}
TOLD = EVERY - FILE_ALONE - NOBODYS
POLICE = "Northmoor Police"


@pytest.mark.parametrize(
    ("reader", "paper", "child", "kinds"),
    [
        (FILE, Paper.MINUTES, "", EVERY - NOBODYS - TREE),
        ("mother", Paper.MINUTES, "", TOLD - TREE - EXCLUSION),
        ("joss", Paper.MINUTES, "", TOLD - TREE - ABOUT_BEN_ALONE),
        (POLICE, Paper.MINUTES, "", TOLD - TREE),
        ("mother", Paper.OUTLINE_PLAN, ADA, TOLD - OF_ALL - EXCLUSION - ABOUT_BEN_ALONE),
        (POLICE, Paper.IN_NEED_OUTLINE, ADA, TOLD - OF_ALL - EXCLUSION - ABOUT_BEN_ALONE),
        (FILE, Paper.OUTLINE_PLAN, ADA, TOLD - OF_ALL - EXCLUSION - ABOUT_BEN_ALONE),
        ("mother", Paper.DECISION_LETTER, ADA, TOLD - OF_ALL - EXCLUSION - ABOUT_BEN_ALONE - TREE),
        ("mother", Paper.DATE_CARD, "", FRAME | DATES),
        ("gran", Paper.ACTION_SHEET, "", FRAME | {"NetworkSupportOffered"}),
        ("aunt", Paper.ACTION_SHEET, "", FRAME - ABOUT_BEN_ALONE | {"ActionAgreed"}),
    ],
)
def test_each_paper_is_drawn_from_its_kinds_of_entries(
    reader: str, paper: Paper, child: str, kinds: set[str]
) -> None:
    read = read_as(held(THERE).conference, PROCEDURE, Copy(paper=paper, reader=reader, child=child))
    assert {type(entry.event).__name__ for _, entry in read.log} == kinds


# --- Word by word ----------------------------------------------------------------------------------------------------

NOT_TOLD_AGAIN = {"ContributionCorrected.why", "ClosedSlotBegan.reason"}
"""Why something was corrected goes with what it replaces; of the closed slot nobody is told more than that it was."""


def texts(event: e.Event) -> Iterator[str]:
    """Every text of an entry."""
    for field, role in event.roles.items():
        value = getattr(event, field)
        if role is Role.ENTRY:
            yield from texts(value)
        else:
            yield from (
                each for each in (value if isinstance(value, tuple) else (value,)) if isinstance(each, str)
            )


def drawn_from(copy: Copy, room: Room) -> frozenset[str]:
    """The planted words of all that a copy is drawn from."""
    read = read_as(held(room).conference, PROCEDURE, copy)
    return planted_in("\n".join(text for _, entry in read.log for text in texts(entry.event)))


def may_be_in(copy: Copy, planted: Planted, room: Room) -> bool:
    """Whether a copy may be drawn from a word: who comes for one child alone is no secret of a paper about the other."""
    told = answer(planted, copy.reader, room)
    is_its = is_of(copy, planted) or planted.row == "professional of one child"
    return told == "-" or (told == "y" and is_its)


def must_be_in(copy: Copy, planted: Planted, room: Room) -> bool:
    """Whether a copy has to be drawn from a word: minutes from all that their reader reads, plans from the family tree.

    Of two sittings nobody is told who was in the other; what is settled about copies is no part of them.
    """
    in_which = Paper.OUTLINE_PLAN if planted.row == "family tree" else Paper.MINUTES
    is_left_aside = planted.row == "file" or planted.place in NOT_TOLD_AGAIN
    is_of_a_sitting = bool(room.sitting) and planted.kind == "PersonIntroduced"
    reads = answer(planted, copy.reader, room) == "y" and is_of(copy, planted)
    return copy.paper is in_which and reads and not is_left_aside and not is_of_a_sitting


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_every_copy_is_drawn_from_what_the_tables_say_whether_its_paper_prints_it_or_not(room: Room) -> None:
    here, lines = held(room), []
    for copy in (copy for copy in here.copies if copy.paper is not Paper.ACTION_SHEET):
        found = drawn_from(copy, room)
        for planted in here.planted:
            which = f"{planted.place} [{planted.row}] {planted.about}: {copy}"
            if planted.word in found and not may_be_in(copy, planted, room):
                lines.append(f"is in, and may not be: {which}")
            if planted.word not in found and must_be_in(copy, planted, room):
                lines.append(f"is not in, and has to be: {which}")
    assert not lines, "\n".join(["", *lines])
