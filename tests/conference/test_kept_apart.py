"""Who reads what where two parents of one child are kept apart, entry by entry (HF-10, HV-3)."""

from functools import cache

import pytest

from conference_tui.conference import events as e
from conference_tui.conference.folding import apply
from conference_tui.conference.moments import Told, moment_of
from conference_tui.conference.papers import FILE, Copy, Paper
from conference_tui.conference.reading.hiding import Hiding
from conference_tui.conference.reading.questions import asked, left_out
from conference_tui.conference.reading.read import read
from conference_tui.conference.reading.reader import Reader
from conference_tui.conference.reading.rule import may_read
from conference_tui.conference.state import Conference
from conference_tui.documents.draw import write
from tests import case_k1
from tests.case_k1 import CARYS, HEALTH, LANTERN, MAIR, NIA, POLICE, RHODRI, SCHOOL, SOCIAL_CARE
from tests.conference.building import CALENDAR, build
from tests.conference.cases import BARNSLEY
from tests.documents.texts import texts_of

PAPERS = {
    CARYS: (Paper.MINUTES, Paper.OUTLINE_PLAN, Paper.DECISION_LETTER),
    RHODRI: (Paper.MINUTES, Paper.OUTLINE_PLAN, Paper.DECISION_LETTER),
    NIA: (Paper.CHILD_LETTER,),
    MAIR: (Paper.ACTION_SHEET,),
    POLICE: (Paper.MINUTES, Paper.OUTLINE_PLAN),
    HEALTH: (Paper.MINUTES, Paper.OUTLINE_PLAN),
    SCHOOL: (Paper.MINUTES, Paper.OUTLINE_PLAN),
    SOCIAL_CARE: (Paper.MINUTES, Paper.OUTLINE_PLAN),
    LANTERN: (Paper.MINUTES, Paper.OUTLINE_PLAN),
    FILE: (Paper.MINUTES, Paper.OUTLINE_PLAN),
}
OF_A_CHILD = (Paper.OUTLINE_PLAN, Paper.DECISION_LETTER, Paper.CHILD_LETTER)
P = (POLICE, HEALTH, SCHOOL, SOCIAL_CARE)

READS, NOT, ASKED, PARTLY = "●", "–", "▲", "◐"
# By entry: its words, then the mother, the father, the child, the professionals, the adviser's service, the file.
TABLE = {
    "c1": ("pushed Carys against the cooker", "●––●●●"),
    "c2": ("I see Dr Amin for panic attacks", "●––●●●"),
    "c3": ("six of ten sessions", "●––●●●"),
    "c4": ("first in the reading group", "●▲–●●●"),
    "c5": ("I want to see Nia on Sundays", "●●–●●●"),
    "v6": ("I want Dad to stop shouting", "●▲●●●●"),
    "c7": ("I have moved to my brother's", "–●–●–●"),
    "c8": ("Nia saw you push her mother", "–●–●–●"),
    "asked": ("I am ashamed of it", "–●–●–●"),
    "summary": ("Nia has seen violence and is afraid", "●●–●●●"),
    "evidence": ("a call on 2 January from the refuge", "–––––●"),
    "note": ("fears the car park", "–––––●"),
    "a13": ("does not come to Coedlan's gate; Mr Bevan rings the police", "●●–●●●"),
    "a14": ("Steps Forward until March", "●––●●●"),
    "a15": ("Dilys sees Nia each week", "●●–●●●"),
    "a15 place": ("each week at Heron Wharf", "●––●●●"),
    "k16": ("rings 999 and goes to", "●▲–●●●"),
    "core group": ("28 January 2027", "●––●●●"),
    "a18": ("meets Dilys on Fri 29 Jan", "–●–●–●"),
    "her score": ("I lock the door now", "●––●●●"),
    "his score": ("I have stopped drinking", "–●–●–●"),
    "sentence": ("All 5 agencies giving a view", "●●–●●●"),
    "his view": ("Two calls in a month", "●●–●●●"),
    "her adviser's view": ("The danger is high", "●––●●●"),
    "a21": ("Her new number reached me", "▲–▲▲▲●"),
}
NOT_PRINTED = {"evidence", "note"}
"""Kept in the record and printed in no paper, the file's neither."""
ASKED_ABOUT = {
    "c4": "c4", "v6": "ChildViewsGiven:v6", "k16": "ContingencySet:k16", "a21": "AddendumAdded:a21",
}  # fmt: skip
NEVER_HIS = (
    "Heron Wharf", "07700 900311", "3 Mill Lane", "Lena", "Harbour Lantern", "Steps Forward", "refuge", "Efa Lloyd",
    "sixteen",
)  # fmt: skip


@cache
def case(*, kept_apart: bool = True) -> Conference:
    return case_k1.conference(kept_apart=kept_apart)


def copies(reader: str) -> list[Copy]:
    return [
        Copy(paper=paper, reader=reader, child=NIA if paper in OF_A_CHILD else "", reader_name=reader)
        for paper in PAPERS[reader]
    ]


@cache
def told(reader: str, *, kept_apart: bool = True) -> str:
    """Every word of all the papers of a reader."""
    conference = case(kept_apart=kept_apart)
    written = (write(copy, read(conference, BARNSLEY, copy), BARNSLEY, CALENDAR) for copy in copies(reader))
    return "\n".join(text for each in written for text in texts_of(each))


@cache
def keys_asked(reader: str, *, kept_apart: bool = True) -> frozenset[str]:
    conference = case(kept_apart=kept_apart)
    return frozenset(each.entry for copy in copies(reader) for each in asked(conference, BARNSLEY, copy))


def columns() -> list[tuple[str, str, str]]:
    readers = ((CARYS,), (RHODRI,), (NIA,), P, (LANTERN,), (FILE,))
    return [
        (entry, reader, verdict)
        for entry, (_, verdicts) in TABLE.items()
        for whose, verdict in zip(readers, verdicts, strict=True)
        for reader in whose
    ]


@pytest.mark.parametrize(("entry", "reader", "verdict"), columns())
def test_each_reader_reads_what_is_theirs(entry: str, reader: str, verdict: str) -> None:
    """HF-10, HV-3: and of what the chair is asked about nothing stands there until she has answered."""
    stands = TABLE[entry][0] in told(reader)
    assert stands == (verdict == READS and entry not in NOT_PRINTED)
    if entry in ASKED_ABOUT and reader != NIA:
        assert (ASKED_ABOUT[entry] in keys_asked(reader)) == (verdict == ASKED)


@pytest.mark.parametrize("words", NEVER_HIS)
def test_nothing_of_her_side_is_in_any_paper_of_his(words: str) -> None:
    """HF-10: not where she is, not who stands by her, not what she goes to."""
    assert words not in told(RHODRI)


def test_what_the_chair_worded_for_him_stands_in_the_place_of_what_was_typed() -> None:
    """HF-10: and in nobody else's copy."""
    worded = e.EntryWorded(entry="ContingencySet:k16", reader=RHODRI, words="You keep away.")
    full = build(worded, on=case())
    for reader, stands in ((RHODRI, True), (CARYS, False)):
        left = read(full, BARNSLEY, copies(reader)[1])
        words = [each.event.words for _, each in left.log if isinstance(each.event, e.ContingencySet)]
        assert ("You keep away." in words) is stands


def test_why_her_adviser_is_not_named_to_him_is_said() -> None:
    """HF-10: not that she belongs to other children."""
    reader = Reader(case(), BARNSLEY, copies(RHODRI)[0])
    (lena,) = (each for each in reader.entries if getattr(each.event, "name", "") == "Lena Marsh")
    why = "It is of somebody on the side of an adult from whom they are kept apart."
    assert may_read(lena, reader, Hiding(reader)).because == why


def test_she_reads_nowhere_where_he_lives() -> None:
    """HF-10"""
    assert not [place for place in ("22 Foundry Row", "4 Quarry Lane") if place in told(CARYS)]


@pytest.mark.parametrize("entry", ["c2", "c3", "a14"])
def test_of_parents_who_are_not_kept_apart_the_chair_is_asked(entry: str) -> None:
    """HF-10: another adult's own matter, said before both."""
    assert entry in keys_asked(RHODRI, kept_apart=False)
    assert TABLE[entry][0] not in told(RHODRI, kept_apart=False)


@pytest.mark.parametrize("entry", ["c1", "c4", "c8", "asked", "summary", "v6", "a13", "k16", "her score"])
def test_all_else_that_was_said_aloud_is_read_by_both(entry: str) -> None:
    """HV-3"""
    assert TABLE[entry][0] in told(RHODRI, kept_apart=False)
    assert TABLE[entry][0] in told(CARYS, kept_apart=False)


@pytest.mark.parametrize("kept_apart", [True, False])
def test_what_the_chair_is_offered_to_show_is_read_once_it_is_shown(kept_apart: bool) -> None:
    """HF-10: nothing is offered that the rule would not let through all the same."""
    full, offered = case(kept_apart=kept_apart), 0
    for copy in (copy for reader in PAPERS for copy in copies(reader)):
        for each in left_out(full, BARNSLEY, copy):
            shown = e.EntryChosen(entry=each.entry, how="shown", reader=copy.reader, why="They may.")
            still = [left.entry for left in left_out(build(shown, on=full), BARNSLEY, copy)]
            assert each.entry not in still, (copy, each.event, each.why)
            offered += 1
    assert offered > 10


def test_what_is_corrected_to_be_nobodys_matter_is_asked_about_no_more() -> None:
    """HF-10: the last word on whose matter it is counts, in copies as on the screen."""
    full = case(kept_apart=False)
    made = next(each for each in full.contributions if each.contribution == "c2")
    assert "c2" in {each.entry for each in asked(full, BARNSLEY, copies(RHODRI)[0])}
    event = e.ContributionCorrected(correct=made)
    moment = moment_of(full, event, Told(own_matter_of=""))
    corrected = apply(full, e.Recorded(seq=0, at="", event=event, moment=moment))
    assert "c2" not in {each.entry for each in asked(corrected, BARNSLEY, copies(RHODRI)[0])}


def test_the_quorum_is_not_reckoned_from_those_alone_whom_a_reader_is_told_of() -> None:
    """M14: it was quorate, whoever of it stands in his copy."""
    assert "Whether enough agencies were there" in told(RHODRI)
    assert "Not quorate" not in told(RHODRI)


@pytest.mark.parametrize(
    ("event", "again"),
    [
        (e.SummaryGiven(words="As it was.", children=(NIA,)), e.SummaryGiven(words="Anew.", children=(NIA,))),
        (
            e.FutureRiskDiscussed(child=NIA, words="As it was."),
            e.FutureRiskDiscussed(child=NIA, words="Anew."),
        ),
        (
            e.LowScoreAnswered(question=NIA, answer="As it was."),
            e.LowScoreAnswered(question=NIA, answer="Anew."),
        ),
    ],
    ids=lambda event: type(event).__name__,
)
def test_what_was_given_anew_while_somebody_was_away_is_not_read_as_it_was(
    event: e.Event, again: e.Event
) -> None:
    """HF-10, HV-3: what an entry said before it was put otherwise is nobody's to read."""
    full = case()
    first = e.Moment(here=(RHODRI, CARYS), sitting=full.split_begun[-1].sitting, about=(NIA,))
    then = e.Moment(here=(CARYS,), sitting=full.split_begun[0].sitting, about=(NIA,))
    for happened, moment in ((event, first), (again, then)):
        full = apply(full, e.Recorded(seq=0, at="", event=happened, moment=moment))
    left = read(full, BARNSLEY, Copy(paper=Paper.MINUTES, reader=RHODRI))
    assert not [entry for _, entry in left.log if entry.event in (event, again)]
