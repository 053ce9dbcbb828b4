"""What must hold of both reference conferences, whatever was typed: N2, N3 and N8 of their global rules, on every paper.

N1 is held by `documents/test_leak_check.py`, N4 by `screens/test_cannot_close.py`, N5 by `documents/test_papers.py`,
N6 by `conference/test_reading.py` and `case_s1.py`, N7 by `screens/test_handing_out.py`.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from conference_tui import demonstration
from conference_tui.authorities import bank_holidays, load
from conference_tui.conference import events as e
from conference_tui.conference.deadlines import due_dates
from conference_tui.conference.folding import apply
from conference_tui.conference.papers import Paper
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_date
from conference_tui.demonstration import INQUORATE, SIBLINGS, Step
from conference_tui.documents.pack import Press, copies_for, make_copies
from conference_tui.overview_text.whole import as_text
from tests.case_s2 import A, B
from tests.documents.pdf_checks import assert_accessible
from tests.played import folded, told_of, under

CALENDAR = bank_holidays()
CASES = [(case, model) for case in (SIBLINGS, INQUORATE) for model in (A, B)]
Texts = dict[tuple[Paper, str, str], str]
"""What is read out of each copy, by its paper, its reader and its child."""


def printed(conference: Conference, model: str, folder: Path) -> Texts:
    """Every copy of every reader, looked through and checked for its tags; its lines joined."""
    rules = load(model)
    press = Press(conference, rules, CALENDAR)
    wanted = copies_for(conference, rules)
    pack = make_copies(press, wanted, lambda ready: folder / press.name(ready))
    handed = [each.copy for each in pack.made] + [each.copy for each in pack.stopped]
    assert {(copy.paper, copy.reader, copy.child) for copy in handed} == {
        (copy.paper, copy.reader, copy.child) for copy in wanted
    }
    return {
        (made.copy.paper, made.copy.reader, made.copy.child): " ".join(
            assert_accessible(made.path).text.split()
        )
        for made in pack.made
        if made.path.suffix == ".pdf"
    }


@pytest.fixture(scope="module", params=CASES, ids=["S1-A", "S1-B", "S2-A", "S2-B"])
def whole(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Conference, str, Texts]]:
    """A reference conference at its end under one model of a quorum, and all that is handed out of it."""
    case, model = request.param
    conference = folded(under(model, demonstration.steps(case)))
    yield conference, model, printed(conference, model, tmp_path_factory.mktemp("papers"))


def test_no_document_says_that_everybody_agreed(whole: tuple[Conference, str, Texts]) -> None:
    """BA-19 (N2): on no paper, and not where the record is told."""
    conference, model, texts = whole
    assert texts
    for which, text in (*texts.items(), ("show", as_text(told_of(conference, model)))):
        assert "unanimous" not in text.casefold(), which


def test_every_printed_deadline_carries_its_rule(whole: tuple[Conference, str, Texts]) -> None:
    """BA-5, BA-22 (N3): where a limit is printed with its day, its rule, its day 0 and the holidays are too."""
    conference, model, texts = whole
    found: set[str] = set()
    for which, text in texts.items():
        for due in due_dates(conference, load(model), CALENDAR):
            limit = due.deadline
            if limit.when in text and (limit.what in text or limit.key == "reports_initial"):
                found.add(limit.key)
                assert limit.sentence in text, (which, limit.key)
                assert say_date(limit.day0) in limit.sentence
                assert all(holiday.title in text for holiday in limit.skipped)
    assert {"first_core_group", "first_review", "minutes"} <= found


def test_every_deadline_that_is_told_carries_its_rule(whole: tuple[Conference, str, Texts]) -> None:
    """BA-22 (N3): and so in `conference show`."""
    conference, model, _ = whole
    told = " ".join(as_text(told_of(conference, model)).split())
    for due in due_dates(conference, load(model), CALENDAR):
        assert due.deadline.sentence in told


# --- Names as they come -------------------------------------------------------------------------------------

LONG = "Anneliese-Wilhelmina Featherstonehaugh-Cholmondeley-Marjorie"
"""A name of sixty characters, no part of which may be cut."""
NAMES = {
    "shanice": "রহিমা খাতুন",
    "keely": "سلمى الحداد",
    "ratcliff": "Zuzanna Łącka-Śródka",
    "halloran": "Nguyễn Thị Hương",
    "pask": "Adékúnlé Ọláìyá",
}
HIDDEN = "address not to be disclosed"


def otherwise(step: Step) -> Step:
    """The same with a child whose birthday is not known, a name of sixty letters, other scripts and no names."""
    event = step.event
    match event:
        case e.ChildEntered():
            event = replace(event, name=LONG, born=None, lives=HIDDEN)
        case e.PersonEntered(person="fenn"):
            event = replace(event, name="name not known")
        case e.PersonEntered() if event.person in NAMES:
            event = replace(event, name=NAMES[event.person], address=HIDDEN if event.address else "")
        case _:
            return step
    return replace(step, event=event)


def test_names_print_as_they_come(tmp_path: Path) -> None:
    """BA-6, HF-16 (N8): blank, sixty characters, Arabic, Bengali, Polish, Vietnamese, Yoruba, none known, no birthday."""
    assert len(LONG) == 60
    conference = folded(map(otherwise, demonstration.steps(INQUORATE)))
    texts = printed(conference, A, tmp_path)
    plan = texts[Paper.OUTLINE_PLAN, "shanice", "lola"]
    assert LONG in plan
    assert "Born" not in plan.partition("What was decided")[0]
    for person in ("keely", "ratcliff", "pask"):
        assert NAMES[person] in plan
    minutes = texts[Paper.MINUTES, "Children's social care", ""]
    for words in (*NAMES.values(), "Landlord, Ashmere Homes: Sent a report.", "Name not known (GP"):
        assert words in minutes, words
    told = " ".join(as_text(told_of(conference, A)).split())
    for words in (LONG, *NAMES.values(), HIDDEN, "Ashmere Constabulary (name not known)"):
        assert words in told


def test_a_child_without_a_name_and_a_person_without_any_print(tmp_path: Path) -> None:
    """HF-1 (N8): “name not known” stands where there is none; nothing on paper is blank."""
    conference = folded(demonstration.steps(INQUORATE))
    nobody = apply(conference, replace(_entered("lola"), name="", born=None))
    texts = printed(nobody, A, tmp_path)
    assert texts[Paper.OUTLINE_PLAN, "shanice", "lola"].startswith(
        "Outline child protection plan for name not known"
    )


def _entered(child: str) -> e.ChildEntered:
    return next(
        step.event
        for step in demonstration.steps(INQUORATE)
        if isinstance(step.event, e.ChildEntered) and step.event.child == child
    )
