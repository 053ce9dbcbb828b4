"""A mother of 15 who is a child of the conference herself, and her baby: one person, who reads as each of the two."""

from datetime import date, time

import pytest
from msgspec.structs import replace

from conference_tui.conference import agenda, family_tree, hearing, scaling, split
from conference_tui.conference import events as e
from conference_tui.conference.capture import read
from conference_tui.conference.carried_over import carried_over
from conference_tui.conference.family_ties import kept_for
from conference_tui.conference.folding import apply
from conference_tui.conference.left_out import ANOTHER_CHILD, leaving_out
from conference_tui.conference.papers import Copy, Paper
from conference_tui.conference.people import Standing
from conference_tui.conference.reading.apart import other_parents
from conference_tui.conference.reading.read import read as as_reader
from conference_tui.conference.recipients import children_read_of, copies, rows, waiting
from conference_tui.conference.rules import refusal
from conference_tui.conference.second_opinion import SecondOpinion
from conference_tui.conference.state import Conference
from conference_tui.conference.strangers import other_children
from conference_tui.overview.attendance import attendance_data
from screens.meeting import names_of
from tests.conference.building import (
    AMADI,
    ARRANGED,
    CP,
    NEG,
    OPENED,
    PLAIN,
    SLOAN,
    SOCIAL_CARE,
    TIPLADY,
    arrive,
    build,
)

SERENA = e.ChildEntered(
    child="serena", name="Serena Quaye", born=date(2011, 3, 2), lives="5 Tallow Court", lives_with=("gran",)
)
BABY = e.ChildEntered(child="otis", name="Otis Quaye", born=date(2026, 10, 9), lives_with=("serena", "gran"))
KAI = e.ChildEntered(child="kai", name="Kai Quaye", born=date(2016, 6, 1), lives_with=("gran",))
MOTHER = e.PersonEntered(
    person="serena",
    name="",
    standing=Standing.PARENT,
    role="mother",
    parent_of=("otis",),
    responsibility_for=("otis",),
)
GRAN = e.PersonEntered(
    person="gran",
    name="Ama Quaye",
    standing=Standing.PARENT,
    role="grandmother",
    parent_of=("serena", "kai"),
    responsibility_for=("serena", "kai"),
)
FRIEND = e.PersonEntered(person="friend", name="Bo Lind", standing=Standing.SUPPORTER, supports="serena")
DECIDED = tuple(
    e.DecisionMade(child=child, outcome=CP, category=NEG, reason="The chair's.")
    for child in ("serena", "otis", "kai")
)
INVITED = build(OPENED, ARRANGED, SERENA, BABY, KAI, SLOAN, AMADI, TIPLADY, MOTHER, GRAN, FRIEND)
HERE = build(*arrive("sloan", "amadi", "tiplady", "serena", "gran", "friend"), on=INVITED)
AFTER = build(*DECIDED, on=HERE)


def copy(paper: Paper, child: str = "", reader: str = "serena") -> Copy:
    return Copy(paper=paper, reader=reader, child=child)


def test_the_same_one_is_let_through_and_another_of_that_name_is_not() -> None:
    """BA-6: a name tells one human being from another; the id says that two entries are of one."""
    before = build(OPENED, ARRANGED, SERENA, BABY)
    assert not refusal(before, MOTHER, PLAIN)
    assert not refusal(before, replace(MOTHER, name="Serena Quaye"), PLAIN)
    namesake = replace(MOTHER, person="other", name="serena quaye")
    assert "already a child called serena quaye" in refusal(before, namesake, PLAIN)
    assert "already somebody called Ama Quaye" in refusal(
        INVITED, replace(KAI, child="new", name="Ama Quaye"), PLAIN
    )


@pytest.mark.parametrize(
    ("entered", "why"),
    [
        (replace(MOTHER, standing=Standing.PROFESSIONAL), "takes part besides as a parent"),
        (replace(MOTHER, parent_of=("serena",)), "nobody's own parent"),
    ],
)
def test_what_a_child_of_the_conference_cannot_be_besides(entered: e.PersonEntered, why: str) -> None:
    assert why in refusal(build(OPENED, SERENA, BABY), entered, PLAIN)


def test_an_unborn_child_is_nobody_elses_parent() -> None:
    unborn = e.ChildEntered(child="unborn", name="Baby Quaye", expected=date(2027, 2, 1))
    assert "not born yet" in refusal(build(OPENED, unborn), replace(MOTHER, person="unborn"), PLAIN)


def test_name_date_of_birth_and_address_are_kept_in_step() -> None:
    """Whichever of the two entries is corrected, and in whatever order they came."""
    assert INVITED.people["serena"].name == "Serena Quaye"
    assert INVITED.people["serena"].born == date(2011, 3, 2)
    assert INVITED.people["serena"].address == "5 Tallow Court"
    renamed = build(replace(MOTHER, name="Serena Quaye-Lind", born=date(2011, 3, 4)), on=INVITED)
    assert renamed.children["serena"].name == "Serena Quaye-Lind"
    assert renamed.children["serena"].born == date(2011, 3, 4)
    moved = build(replace(SERENA, name="Serena Lind", lives="8 Weir Street"), on=renamed)
    assert (moved.people["serena"].name, moved.people["serena"].address) == ("Serena Lind", "8 Weir Street")
    parent_first = build(OPENED, replace(MOTHER, name="Serena Quaye"), SERENA)
    assert parent_first.people["serena"].born == date(2011, 3, 2)


def test_her_withheld_address_is_withheld_as_a_childs_too() -> None:
    """HF-10: it is one home."""
    assert not INVITED.is_withheld("serena")
    withheld = build(replace(MOTHER, withheld_from=("gran",)), on=INVITED)
    assert withheld.is_withheld("serena")
    assert withheld.is_withheld("otis")


def test_she_is_one_wherever_people_are_counted() -> None:
    """HV-7, HV-8, BA-16: one in the room, one voice, one score, one word of the family, one line of attendance."""
    spoke = e.ContributionMade(contribution="c1", stage="mapping", speaker="serena", words="He sleeps.")
    for those in (
        agenda.heard(build(spoke, on=HERE), "mapping").spoke,
        HERE.everybody(),
        HERE.everybody_born(),
        HERE.family(),
        scaling.asked(HERE),
        agenda.heard(HERE, "mapping").silent,
        agenda.family_to_ask(HERE, agenda.find_stage(PLAIN, "mapping")),
        tuple(each["id"] for each in attendance_data(HERE)),
    ):
        assert list(those).count("serena") == 1
    voices = [voice for voice in hearing.board(HERE, PLAIN).voices if voice.who == "Serena Quaye"]
    assert len(voices) == 1
    planned = build(e.SplitSittingPlanned(sitting="b", title="Gran", people=("gran",)), on=HERE)
    planned = build(e.SplitSittingPlanned(sitting="a", title="Serena", people=("serena",)), on=planned)
    assert split.change_to(planned, "b").leave.count("serena") == 1


def test_she_is_missed_where_a_child_is_and_where_a_parent_is() -> None:
    """HF-6, HV-8: the child's item asks the child, an item that asks the family asks her too."""
    board = hearing.board(HERE, PLAIN)
    marks = next(voice.marks for voice in board.voices if voice.who == "Serena Quaye")
    by_stage = {item.stage.id: mark for item, mark in zip(board.items, marks, strict=True)}
    assert by_stage["child"] is not hearing.Mark.NOT_MEANT
    assert by_stage["mapping"] is not hearing.Mark.NOT_MEANT
    silent = replace(PLAIN, stages=tuple(replace(stage, asks_family=False) for stage in PLAIN.stages))
    marks = next(voice.marks for voice in hearing.board(HERE, silent).voices if voice.who == "Serena Quaye")
    by_stage = {item.stage.id: mark for item, mark in zip(board.items, marks, strict=True)}
    assert by_stage["child"] is not hearing.Mark.NOT_MEANT
    assert by_stage["mapping"] is hearing.Mark.NOT_MEANT


def test_the_capture_line_finds_one_person() -> None:
    captured = read("serena - otis: I cannot feed him at night", names_of(HERE))
    assert (captured.speaker, captured.children) == ("serena", ("otis",))


def test_the_closed_slot_puts_her_out() -> None:
    """BA-11: whatever else she is, she is no professional."""
    began = e.ClosedSlotBegan(at=time(14, 0), left=("gran", "friend"), stayed=("sloan", "amadi", "tiplady"))
    assert refusal(HERE, began, PLAIN).startswith("Serena Quaye is still here")
    assert not refusal(HERE, replace(began, left=("gran", "friend", "serena")), PLAIN)
    stays = replace(began, stayed=("sloan", "serena"))
    assert refusal(HERE, stays, PLAIN).startswith("Serena Quaye cannot stay")


def test_the_tree_draws_her_once_between_her_mother_and_her_baby() -> None:
    """KC-4: with what she is as a child and as a mother."""
    drawn = family_tree.tree(INVITED)
    assert [member.id for member in drawn.members].count("serena") == 1
    row = {member.id: n for n, generation in enumerate(drawn.generations) for member in generation}
    assert row["gran"] < row["serena"] < row["otis"]
    assert row["kai"] == row["serena"]
    facts = next(member.facts for member in drawn.members if member.id == "serena")
    assert {"aged 15", "mother", "responsible for Otis"} <= {*facts}
    one_home = family_tree.tree(build(replace(BABY, lives="5 Tallow Court"), on=INVITED))
    homes = [sentence for sentence in one_home.sentences if sentence.startswith("Home ")]
    assert homes[0] == "Home 1: Serena Quaye, Otis Quaye and Ama Quaye live together."
    assert {"serena", "gran"} <= kept_for(INVITED, "otis").members
    assert "kai" not in kept_for(INVITED, "otis").members


def test_she_has_one_row_with_the_childs_letter_and_her_babys_papers() -> None:
    """HF-10: what a child is handed of its own, and what a parent is of hers; of her brother nothing."""
    assert [row.reader for row in rows(AFTER, PLAIN)].count("serena") == 1
    part = next(row.part for row in rows(AFTER, PLAIN) if row.reader == "serena")
    assert part == "child, aged 15, and mother"
    got = {(each.paper, each.child) for each in copies(AFTER, PLAIN) if each.reader == "serena"}
    assert got == {
        (Paper.CHILD_LETTER, "serena"),
        (Paper.OUTLINE_PLAN, "otis"),
        (Paper.DECISION_LETTER, "otis"),
        (Paper.MINUTES, ""),
        (Paper.DATE_CARD, ""),
    }
    assert children_read_of(AFTER, PLAIN, copy(Paper.MINUTES)) == {"otis"}
    elsewhere = replace(BABY, lives_with=())
    assert not waiting(build(elsewhere, replace(MOTHER, responsibility_for=()), *DECIDED, on=INVITED))


def drawn_from(conference: Conference, of: Copy) -> Conference:
    return as_reader(conference, PLAIN, of)


def test_her_name_stands_in_her_babys_papers_and_in_her_own_and_not_in_her_brothers() -> None:
    """HF-10: a mother is named where her child is; a sister is another child."""
    said = e.ContributionMade(
        contribution="c1",
        stage="mapping",
        speaker="sloan",
        words="Serena gets up to Otis.",
        children=("otis",),
    )
    after = build(said, on=AFTER)
    for of in (
        copy(Paper.OUTLINE_PLAN, "otis"),
        copy(Paper.MINUTES),
        copy(Paper.OUTLINE_PLAN, "otis", "sloan"),
    ):
        if of.reader == "sloan":
            continue
        left = drawn_from(after, of)
        assert left.people["serena"].name == "Serena Quaye"
        assert "serena" in left.presence
        assert left.contributions[0].words == "Serena gets up to Otis."
    assert (
        leaving_out(after, "kai")("Serena gets up to Otis.") == f"{ANOTHER_CHILD} gets up to {ANOTHER_CHILD}."
    )
    assert leaving_out(after, "serena")("Serena gets up to Otis.") == f"Serena gets up to {ANOTHER_CHILD}."
    of_serena = drawn_from(after, copy(Paper.OUTLINE_PLAN, "serena", SOCIAL_CARE))
    assert "serena" in {*of_serena.presence} & {*of_serena.people} & {*of_serena.children}
    of_kai = drawn_from(after, copy(Paper.OUTLINE_PLAN, "kai", "gran"))
    assert "serena" not in {*of_kai.people, *of_kai.children, *of_kai.presence}
    assert drawn_from(after, copy(Paper.CHILD_LETTER, "serena")).children["serena"].name == "Serena Quaye"


def test_a_sister_who_is_there_for_the_family_is_another_child_all_the_same() -> None:
    """HF-10: taking part besides lets her be named in her own children's papers only, and of these there are none."""
    sister = replace(MOTHER, standing=Standing.NETWORK, role="sister", parent_of=(), responsibility_for=())
    of_kai = drawn_from(build(sister, on=AFTER), copy(Paper.OUTLINE_PLAN, "kai", "gran"))
    assert "serena" not in {*of_kai.people, *of_kai.children, *of_kai.presence}


def test_the_leak_check_does_not_stop_a_paper_for_the_name_of_the_babys_mother() -> None:
    restricted = SecondOpinion(AFTER, PLAIN)
    names = {term.words for term in restricted.terms(copy(Paper.OUTLINE_PLAN, "otis"))}
    assert "Serena Quaye" not in names
    assert "Kai Quaye" in names
    assert "Serena Quaye" in {t.words for t in restricted.terms(copy(Paper.OUTLINE_PLAN, "kai", "gran"))}


def test_who_came_with_her_belongs_to_her_baby_too() -> None:
    assert other_children(AFTER, "otis") == ("kai",)
    assert other_children(AFTER, "kai") == ("serena", "otis")
    assert "friend" in drawn_from(AFTER, copy(Paper.OUTLINE_PLAN, "otis")).people
    assert "friend" not in drawn_from(AFTER, copy(Paper.OUTLINE_PLAN, "kai", "gran")).people


def test_a_mother_and_her_own_mother_are_not_parents_of_other_children() -> None:
    apart = build(replace(BABY, lives_with=()), on=AFTER)
    assert other_parents(apart, "serena") == frozenset()
    assert other_parents(apart, "gran") == frozenset()


def test_a_review_of_the_baby_alone_takes_her_along_as_its_mother() -> None:
    """BA-13: of a plan for her alone she comes along as the child that she is."""
    of_otis = carried_over(build(DECIDED[1], on=HERE), "")
    assert [each.child for each in of_otis if isinstance(each, e.ChildEntered)] == ["otis"]
    mother = next(each for each in of_otis if isinstance(each, e.PersonEntered) and each.person == "serena")
    assert (mother.name, mother.parent_of) == ("Serena Quaye", ("otis",))
    of_serena = carried_over(build(DECIDED[0], on=HERE), "")
    assert "serena" not in [each.person for each in of_serena if isinstance(each, e.PersonEntered)]
    both = carried_over(AFTER, "")
    assert build(*both).people["serena"].own_children == {"otis"}


def test_who_is_kept_apart_from_her_is_kept_apart_in_her_copies_too() -> None:
    """HF-10, HV-3: she is one of the children, and a parent like another; his matters are not hers to read."""
    father = replace(MOTHER, person="jay", name="Jay Orme", role="father")
    full = build(father, e.AdultsKeptApart(one="jay", other="serena"), on=INVITED)
    for key, own in (("c1", "jay"), ("c2", "")):
        said = e.ContributionMade(
            contribution=key, stage="mapping", speaker="jay", words=f"Of {key} he told.", children=("otis",)
        )
        moment = e.Moment(here=("jay", "sloan"), about=("otis",), own_matter_of=own)
        full = apply(full, e.Recorded(seq=0, at="", event=said, moment=moment))

    def read_by(reader: str) -> list[str]:
        left = as_reader(full, PLAIN, copy(Paper.MINUTES, reader=reader))
        return [made.contribution for made in left.contributions]

    assert read_by("jay") == ["c1", "c2"]
    assert read_by("serena") == []
