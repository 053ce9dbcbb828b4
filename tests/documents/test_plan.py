"""The plan on paper: one child, in reading order, with nothing that nobody typed."""

import datetime as dt
import io
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from conference_tui import authorities
from conference_tui.conference import events as e
from conference_tui.documents.pack import Made, children_with_plans, make_plans
from conference_tui.documents.plan import NoPlan, draw_plan
from tests.conference.building import view_of
from tests.documents import siblings
from tests.documents.pdf_checks import Reading, assert_accessible, found_in
from tests.documents.siblings import JARED, MAYA, TEDDY

PROCEDURE, CALENDAR = authorities.load("plain"), authorities.bank_holidays()


def plan_of(child: str, folder: Path, *more: e.Event) -> Path:
    out = folder / f"{child}.pdf"
    with out.open("wb") as file:
        draw_plan(view_of(siblings.conference(*more), PROCEDURE, CALENDAR, child), PROCEDURE, file)
    return out


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("plans")
    return {child: plan_of(child, folder) for child in (MAYA, TEDDY, JARED)}


@pytest.fixture(scope="module")
def maya(plans: dict[str, Path]) -> Reading:
    return assert_accessible(plans[MAYA])


@pytest.mark.parametrize(
    ("child", "nowhere"),
    [
        (MAYA, ["Teddy", "Jared", "emotional abuse", "Thistlewick", "Nandra", "drawing and talking", "wets"]),
        (TEDDY, ["Maya", "Jared", "Orrell-Pike", "physical abuse", "Dean", "Simone", "Farrant", "forearm"]),
        (JARED, ["Maya", "Teddy", "Voss", "Callum", "emotional abuse", "Ropewalk", "forearm", "Nandra"]),
    ],
)
def test_a_plan_holds_its_child_and_no_other(plans: dict[str, Path], child: str, nowhere: list[str]) -> None:
    """BA-17: nothing of a sibling anywhere in the file, metadata and descriptions included."""
    assert found_in(plans[child], [*nowhere, *siblings.WITHHELD]) == []
    assert assert_accessible(plans[child]).title.endswith(siblings.conference().name(child))


def test_the_parts_stand_in_the_order_of_reading(maya: Reading) -> None:
    """BA-20, HV-11, KC-7"""
    assert maya.of("H1")[0].text == "Outline child protection plan for Maya Orrell-Pike"
    assert [node.text.strip() for node in maya.of("H2")] == [
        "Who this plan is for",
        "What was decided",
        "What each agency said",
        "The family",
        "What we are worried about",
        "What is working well",
        "What could happen, and what we want to see",
        "How safe, from 0 to 10",
        "What will happen",
        "Bottom lines",
        "If the plan does not work",
        "Family and friends",
        "Recommendations",
        "Lead social worker and visits",
        "The core group",
        "Dates, and how each is counted",
        "If you are unhappy",
    ]
    assert maya.bookmarks == [node.text.strip() for node in maya.of("H2")]


def test_each_action_says_who_and_by_when(maya: Reading) -> None:
    """BA-20, BR-5"""
    columns = ["No.", "What", "Why", "Who", "When", "How we will know"]
    (table,) = [number for number in range(len(maya.of("Table"))) if maya.rows(number)[0] == columns]
    assert maya.rows(table)[1] == [
        "1",
        "Callum is not alone with Maya.",
        "Danger statement 1",
        "Callum Voss",
        "from 1 December",
        "Callum says so at the core group.",
    ]
    assert len(maya.rows(table)) == 5


def test_the_decision_is_the_sentence_that_the_views_make(maya: Reading) -> None:
    """BA-19"""
    assert "All 4 agencies giving a view considered that a child protection plan is needed" in maya.text
    assert "unanimous" not in maya.text.casefold()


def test_the_picture_of_the_scale_is_told_in_words(maya: Reading) -> None:
    """BA-16: spread, never a mean"""
    (picture,) = (figure for figure in maya.of("Figure") if figure.spoken.startswith("A line from"))
    for told in ("DC Ruth Amadi: 2", "Callum Voss: 8", "Maya Orrell-Pike: 4", "From 2 to 8."):
        assert told in picture.spoken
    assert "4.6" not in maya.text
    assert "Callum stays at 5 Ropewalk tonight." in maya.text


def test_key_worker_visits_and_who_chairs_are_told(maya: Reading) -> None:
    """HF-14"""
    for told in (
        "Lead social worker: Harriet Sloan.",
        "Visits every 10 working days: alone, bedroom seen.",
        "The core group first meets on Thursday 10 December 2026 at 10:00, Wexcombe High.",
        "Bernard Quill chairs the first meeting.",
        "Harriet Sloan chairs the later ones.",
    ):
        assert told in maya.text


def test_each_date_stands_with_its_rule_and_its_holidays(maya: Reading) -> None:
    """BA-22"""
    (dates,) = [n for n in range(len(maya.of("Table"))) if maya.rows(n)[0][-1] == "How it is counted"]
    rows = {row[0]: row[1:] for row in maya.rows(dates)}
    assert rows["First core group"] == [
        "Thu 10 Dec 2026; limit: Tue 15 Dec 2026",
        "10 working days after Tue 1 Dec 2026",
    ]
    assert rows["First review conference"][0] == "Tue 23 Feb 2027; limit: Mon 1 Mar 2027"
    assert rows["Minutes sent"][0] == "by Thu 31 Dec 2026"
    for holiday in ("Fri 25 Dec 2026 (Christmas Day)", "Mon 28 Dec 2026 (Boxing Day)"):
        assert holiday in rows["Minutes sent"][1]


def test_how_to_complain_is_in_the_plan(maya: Reading) -> None:
    """BA-27, KC-11"""
    assert " ".join(PROCEDURE.complaints.text.split()) in maya.text


def test_a_child_in_need_plan_says_so(plans: dict[str, Path]) -> None:
    jared = Reading(plans[JARED])
    assert jared.of("H1")[0].text == "Outline child in need plan for Jared Orrell-Pike"
    assert "The first child in need meeting is on Tuesday 15 December 2026." in jared.text
    assert "The core group" not in [node.text.strip() for node in jared.of("H2")]


def test_a_disagreement_is_printed_with_its_reason(plans: dict[str, Path]) -> None:
    teddy = Reading(plans[TEDDY])
    assert "Teddy is settled in class" in teddy.text
    assert "It asked for its disagreement to be noted." in teddy.text


def test_no_type_is_smaller_than_12_points(plans: dict[str, Path]) -> None:
    assert all(min(Reading(path).sizes) >= 12 for path in plans.values())


def test_the_chairs_reasons_and_an_inquorate_decision_are_printed(tmp_path: Path) -> None:
    """BA-4, BA-18"""
    more = [
        *(e.PersonLeft(person=p, at=dt.time(14)) for p in ("amadi", "tiplady", "farrant", "nandra")),
        e.InquorateProceeded(reason="A delay would harm her.", safeguards="Bridie stays with her."),
        e.DecisionMade(child=MAYA, outcome=siblings.CP, category=e.Category.NEGLECT, reason="Left alone."),
        e.ReasonGiven(matter=f"views:{MAYA}", reason="She was asleep."),
    ]
    text = assert_accessible(plan_of(MAYA, tmp_path, *more)).text
    for told in (
        "This conference was not quorate: missing",
        "Why the chair went ahead: A delay would harm her.",
        "Bridie stays with her.",
        "The chair's reason: Left alone.",
        "She was asleep.",
    ):
        assert told in text


def test_long_actions_become_cards(tmp_path: Path) -> None:
    """RNIB Clear Print: no word is cut, no column is a ribbon."""
    long = e.ActionAgreed(
        action="long",
        children=(MAYA,),
        what="Meet at the Llanfairpwllgwyngyllgogerychwyrndrobwll centre " * 40,
        who=("sloan",),
        when="by 5 January 2027",
        need="Rest",
    )
    reading = assert_accessible(plan_of(MAYA, tmp_path, long))
    assert "Llanfairpwllgwyngyllgogerychwyrndrobwll" in reading.text
    assert [node.text for node in reading.of("H3")][-5:] == [f"Action {number}" for number in range(1, 6)]


def test_what_is_typed_cannot_be_markup(tmp_path: Path) -> None:
    typed = 'He said <b>no</b> & <img src="file:///etc/hostname"/> {name}'
    leak = siblings._said("m", "sloan", e.Column.HARM, (MAYA,), typed)
    assert typed in assert_accessible(plan_of(MAYA, tmp_path, leak)).text


def test_the_same_record_gives_the_same_bytes(plans: dict[str, Path], tmp_path: Path) -> None:
    assert plan_of(MAYA, tmp_path).read_bytes() == plans[MAYA].read_bytes()


def test_a_child_without_a_plan_has_none_drawn() -> None:
    no_plan = e.DecisionMade(child=MAYA, outcome=e.Outcome.NO_PLAN)
    view = view_of(siblings.conference(no_plan), PROCEDURE, CALENDAR, MAYA)
    with pytest.raises(NoPlan, match="Maya Orrell-Pike"):
        draw_plan(view, PROCEDURE, io.BytesIO())


def test_the_plans_of_a_conference_have_neutral_names_and_are_private(tmp_path: Path) -> None:
    """HF-10"""
    seen: list[tuple[int, int]] = []
    made = make_plans(
        siblings.conference(),
        PROCEDURE,
        CALENDAR,
        tmp_path / "out",
        lambda done, of: seen.append((done, of)),
    ).made
    assert [(plan.child, plan.path.name) for plan in made] == [
        (MAYA, "ASH-2026-1201-OR-child-1-plan.pdf"),
        (TEDDY, "ASH-2026-1201-OR-child-2-plan.pdf"),
        (JARED, "ASH-2026-1201-OR-child-3-plan.pdf"),
    ]
    assert seen == [(done, 6) for done in (0, 1, 2, 3, 4, 5, 6)]
    for plan in made:
        assert stat.S_IMODE(plan.path.stat().st_mode) == 0o600
        assert isinstance(plan, Made)
        assert Reading(plan.path).pages == plan.pages
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [plan.path.name for plan in made]


def test_a_plan_bears_the_seals_of_its_own_decision_and_of_the_close(tmp_path: Path) -> None:
    """HF-10: long after, the paper can be held against the record; nothing of a sibling's decision stands in it."""
    sealed = [
        e.Sealed(count=count, head=f"{count:064x}", child=child) for count, child in ((7, MAYA), (9, TEDDY))
    ]
    ended = (e.ConferenceClosed(at=dt.time(15, 50)), e.Sealed(count=412, head="f" * 64))
    plan = plan_of(MAYA, tmp_path, *sealed, *ended)
    read = assert_accessible(plan)
    assert [" ".join(node.text.split()) for node in read.of("P")][-3:] == [
        "Whether this paper says what the record says can be checked with these numbers:",
        "The decision: Record 7, seal 0000-0000-0000-0000-0000.",
        "The close of the conference: Record 412, seal ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ.",
    ]
    assert "Record 9," not in read.text
    assert plan_of(MAYA, tmp_path, *sealed, *ended).read_bytes() == plan.read_bytes()
    without = assert_accessible(plan_of(MAYA, tmp_path, sealed[1]))
    assert "seal" not in without.text


def test_a_name_that_cannot_be_printed_stops_that_childs_plan_and_no_other(tmp_path: Path) -> None:
    """HF-10: the others are not held up by one character."""
    renamed = e.ChildEntered(child=JARED, name="Jared 王芳")
    pack = make_plans(siblings.conference(renamed), PROCEDURE, CALENDAR, tmp_path / "out")
    assert [(failed.copy.child, failed.is_mistake) for failed in pack.failed] == [(JARED, False)]
    assert "Jared" in pack.failed[0].why
    assert [plan.child for plan in pack.made] == [MAYA, TEDDY]
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_children_without_a_decision_are_left_for_later() -> None:
    undecided = siblings.conference(e.ChildEntered(child="new", name="Baby Orrell"))
    assert children_with_plans(undecided) == (MAYA, TEDDY, JARED)


def test_nothing_of_reportlab_is_loaded_before_a_document_is_made() -> None:
    program = (
        "import sys, conference_tui.documents.pack, conference_tui.documents.printing;"
        "sys.exit('reportlab' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_supporter_who_was_asked_and_what_was_sent_in_are_marked(tmp_path: Path) -> None:
    """HV-2, HF-5: the number of somebody whom the chair asked says so, and words that nobody spoke here say that."""
    plan = plan_of(
        MAYA,
        tmp_path,
        e.SupporterAskedToScore(person="simone"),
        e.ScoreGiven(person="simone", question="ds1", score=4, rationale="As she tells me."),
        e.ContributionMade(
            contribution="sent",
            stage="mapping",
            speaker="simone",
            words="She writes every week.",
            column=e.Column.STRENGTH,
            children=(MAYA,),
            in_writing=True,
        ),
    )
    text = " ".join(Reading(plan).text.split())
    assert "Simone Achter, asked by the chair: 4" in text
    assert "She writes every week. (Simone Achter, in writing)" in text
