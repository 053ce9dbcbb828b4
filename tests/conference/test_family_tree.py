"""The family tree: generations, lines and sentences from what is recorded, and nothing beyond it (KC-4)."""

from datetime import date

import pytest

from conference_tui.conference import events as e
from conference_tui.conference import family_tree
from conference_tui.conference.family_layout import Layout, Measure, lay_out
from conference_tui.conference.family_ties import relations_of
from conference_tui.conference.papers import Copy, Paper
from conference_tui.conference.people import Relation, Standing
from conference_tui.conference.reading.read import read as as_reader
from conference_tui.conference.relating import joined
from conference_tui.conference.rules import refusal
from conference_tui.conference.second_opinion import SecondOpinion
from conference_tui.conference.state import Conference
from tests.conference.building import ARRANGED, OPENED, PLAIN, SLOAN, build

MAYA = e.ChildEntered(
    child="maya",
    name="Maya Orrell-Pike",
    born=date(2013, 5, 14),
    lives="8 Tannery Court",
    lives_with=("tamsin",),
)
TEDDY = e.ChildEntered(
    child="teddy",
    name="Teddy Voss",
    born=date(2021, 8, 30),
    lives="8 Tannery Court",
    lives_with=("tamsin", "callum"),
)
JARED = e.ChildEntered(child="jared", name="Jared Orrell-Pike", born=date(2010, 3, 2), lives_with=("bridie",))
TAMSIN = e.PersonEntered(
    person="tamsin",
    name="Tamsin Orrell",
    standing=Standing.PARENT,
    role="mother",
    parent_of=("maya", "teddy", "jared"),
    responsibility_for=("maya", "teddy", "jared"),
)
CALLUM = e.PersonEntered(
    person="callum",
    name="Callum Voss",
    standing=Standing.PARENT,
    parent_of=("teddy",),
    responsibility_for=("teddy",),
    address="5 Ropewalk",
)
DEAN = e.PersonEntered(
    person="dean",
    name="Dean Pike",
    standing=Standing.PARENT,
    parent_of=("maya", "jared"),
    responsibility_for=("maya", "jared"),
    address="14 Quarry Lodge Lane, Wenlow",
    phone="07700 900417",
    withheld_from=("callum",),
)
BRIDIE = e.PersonEntered(person="bridie", name="Bridie Orrell", standing=Standing.NETWORK, role="grandmother")
TWO_FATHERS = build(OPENED, ARRANGED, MAYA, TEDDY, JARED, SLOAN, TAMSIN, CALLUM, DEAN, BRIDIE)
MOTHERS_MOTHER = e.RelationGiven(person="bridie", of="tamsin", relation=Relation.PARENT)


def rows(tree: family_tree.Tree) -> list[set[str]]:
    return [{member.id for member in generation} for generation in tree.generations]


def laid_out(tree: family_tree.Tree) -> Layout:
    return lay_out(tree, Measure(size=lambda _: (20, 4), between=2, track=1, nearest=1))


def test_siblings_with_two_fathers_hang_on_two_lines_of_one_mother() -> None:
    """KC-4: the mother stands between the fathers, the grandmother above, whose line goes to the mother alone."""
    tree = family_tree.tree(build(MOTHERS_MOTHER, on=TWO_FATHERS))
    assert rows(tree) == [{"bridie"}, {"tamsin", "callum", "dean"}, {"maya", "teddy", "jared"}]
    lines = {line.parents: line.children for line in tree.lines}
    assert lines == {
        ("tamsin", "dean"): ("jared", "maya"),
        ("tamsin", "callum"): ("teddy",),
        ("bridie",): ("tamsin",),
    }
    assert tree.apart == ()
    places = {box.member.id: box for box in laid_out(tree).boxes}
    assert min(places["callum"].x, places["dean"].x) < places["tamsin"].x
    assert places["tamsin"].x < max(places["callum"].x, places["dean"].x)
    assert abs(places["bridie"].x - places["tamsin"].x) <= 1
    assert places["bridie"].y < places["tamsin"].y < places["teddy"].y


def test_no_box_lies_on_another_and_no_line_on_another_familys() -> None:
    """KC-4: also in a large family, so that nobody reads a line that is not there."""
    more: list[e.Event] = [MOTHERS_MOTHER]
    for number in range(6):
        more += [
            e.RelativeNamed(relative=f"partner{number}", name=f"Partner {number}"),
            e.RelativeNamed(relative=f"child{number}", name=f"Child {number}"),
            e.RelationGiven(person=f"partner{number}", of=f"child{number}", relation=Relation.PARENT),
            e.RelationGiven(
                person=("dean", "tamsin", "callum")[number % 3], of=f"child{number}", relation=Relation.PARENT
            ),
        ]
    found = laid_out(family_tree.tree(build(*more, on=TWO_FATHERS)))
    for one in found.boxes:
        for other in found.boxes:
            apart = one.x + one.width < other.x or other.x + other.width < one.x or one.y != other.y
            assert one is other or apart
    for number, bus in enumerate(found.buses):
        for other_bus in found.buses[:number]:
            if bus.y == other_bus.y:
                assert bus.ends[1] < other_bus.ends[0] or other_bus.ends[1] < bus.ends[0]
        for x, _ in bus.to_below:
            others = [top for other in found.buses if other is not bus for top, _ in other.from_above]
            assert x not in others or bus.y > 5


def test_it_says_who_has_parental_responsibility_and_who_lives_together() -> None:
    """KC-4, BA-6: in words, in the box and in the sentences."""
    tree = family_tree.tree(TWO_FATHERS)
    facts = {member.id: member.facts for member in tree.members}
    assert "responsible for Maya, Teddy and Jared" in facts["tamsin"]
    assert "responsible for Teddy" in facts["callum"]
    assert ("home 1" in facts["maya"], "home 1" in facts["teddy"], "home 2" in facts["jared"]) == (True,) * 3
    assert "Tamsin Orrell and Dean Pike have parental responsibility for Maya Orrell-Pike." in tree.sentences
    assert "Maya Orrell-Pike and Teddy Voss have one parent in common: Tamsin Orrell." in tree.sentences
    assert "Maya Orrell-Pike and Jared Orrell-Pike have the same parents." in tree.sentences
    assert (
        "Home 1: Maya Orrell-Pike, Teddy Voss, Tamsin Orrell and Callum Voss live together." in tree.sentences
    )
    assert "Of the family, and not joined to anybody yet: Bridie Orrell." in tree.sentences


def test_no_address_and_no_telephone_number_is_in_it() -> None:
    """KC-4, HF-10: the family looks at it together; nobody of the agencies stands in it either."""
    tree = family_tree.tree(TWO_FATHERS)
    everything = f"{tree.sentences} {tree.members}"
    for private in ("Quarry", "Ropewalk", "Tannery", "07700", "Sloan"):
        assert private not in everything


def test_what_is_not_known_is_said_to_be_so() -> None:
    """KC-4: a father whom nobody knows, parents nobody recorded, a home nobody recorded."""
    conference = build(
        OPENED,
        ARRANGED,
        e.ChildEntered(child="lola", name="Lola-May Brindle"),
        e.ChildEntered(child="baby", name="", expected=date(2027, 3, 3)),
        e.PersonEntered(
            person="shanice", name="Shanice Brindle", standing=Standing.PARENT, parent_of=("lola",)
        ),
    )
    carer = e.PersonEntered(
        person="shanice", name="Shanice Brindle", standing=Standing.PARENT, responsibility_for=("baby",)
    )
    named = e.ChildEntered(child="baby", name="Baby Brindle", expected=date(2027, 3, 3))
    members = family_tree.tree(build(named, carer, on=conference)).members
    assert "responsible for Baby Brindle" in {member.id: member.facts for member in members}["shanice"]
    told = family_tree.tree(conference).sentences
    assert (
        "Lola-May Brindle, age not known: child of Shanice Brindle; the other parent is not recorded." in told
    )
    assert "Unborn baby, expected Wed 3 Mar 2027: parents not recorded." in told
    assert "Nobody is recorded as having parental responsibility for Unborn baby." in told
    assert "With whom Lola-May Brindle lives is not recorded." in told
    unknown = build(
        e.RelativeNamed(relative="father", role="Lola's father"),
        *joined(conference, "father", "lola", Relation.PARENT),
        on=conference,
    )
    drawn = family_tree.tree(unknown)
    assert ("shanice", "father") in {line.parents for line in drawn.lines}
    assert {m.name for m in drawn.members} >= {"Lola's father (name not known)"}


def test_what_no_line_can_say_stands_in_words() -> None:
    """KC-4: step-parents, former partners, who has died; an adoption is a line of its own."""
    conference = build(
        MOTHERS_MOTHER,
        e.RelativeNamed(relative="walter", name="Walter Orrell", role="grandfather", died="2019"),
        e.RelationGiven(person="walter", of="tamsin", relation=Relation.ADOPTIVE),
        e.RelationGiven(person="callum", of="maya", relation=Relation.STEP),
        e.RelationGiven(person="dean", of="tamsin", relation=Relation.SEPARATED, note="since 2018"),
        on=TWO_FATHERS,
    )
    tree = family_tree.tree(conference)
    facts = {member.id: member.facts for member in tree.members}
    assert facts["walter"] == ("grandfather", "died 2019", "adoptive parent of Tamsin Orrell")
    assert "step-parent of Maya" in facts["callum"]
    assert "former partner of Tamsin Orrell (since 2018)" in facts["dean"]
    assert [line.parents for line in tree.lines if line.is_adoptive] == [("walter",)]
    assert "Callum Voss is a step-parent of Maya Orrell-Pike." in tree.sentences


@pytest.mark.parametrize("relation", Relation)
def test_every_relation_is_said(relation: Relation) -> None:
    """KC-4: whatever two are to each other, it can be read."""
    given = e.RelationGiven(person="callum", of="maya", relation=relation, note="so they say")
    told = " ".join(family_tree.tree(build(given, on=TWO_FATHERS)).sentences)
    assert "so they say" in told
    assert relations_of(build(given, on=TWO_FATHERS), "maya")[-1].endswith("(so they say).")


def test_in_one_childs_paper_stands_this_childs_family_alone() -> None:
    """KC-4: no other child, no other child's father although he was the mother's partner, nobody he leads to."""
    more = build(
        MOTHERS_MOTHER,
        e.RelationGiven(person="dean", of="tamsin", relation=Relation.SEPARATED, note="since 2018"),
        e.RelativeNamed(relative="moira", name="Moira Pike"),
        e.RelationGiven(person="moira", of="dean", relation=Relation.PARENT),
        on=TWO_FATHERS,
    )
    teddys = family_tree.tree_of(more, "teddy")
    assert {member.id for member in teddys.members} == {"teddy", "tamsin", "callum", "bridie"}
    everything = f"{teddys}"
    for other in ("Maya", "Jared", "Dean", "Pike", "Moira"):
        assert other not in everything
    mayas = family_tree.tree_of(more, "maya")
    assert {member.id for member in mayas.members} >= {"maya", "tamsin", "dean", "bridie", "moira"}
    assert "Teddy" not in f"{mayas}"
    assert "callum" not in {member.id for member in mayas.members}
    with pytest.raises(KeyError):
        family_tree.tree_of(more, "nobody")


def test_in_a_paper_a_home_is_left_out_where_somebody_of_it_withholds_the_address() -> None:
    """KC-4, HF-10: with whom a child lives would tell where that is."""
    withheld = e.PersonEntered(
        person="bridie", name="Bridie Orrell", standing=Standing.NETWORK, withheld_from=("dean",)
    )
    assert any("live together" in told for told in family_tree.tree_of(TWO_FATHERS, "jared").sentences)
    told = family_tree.tree_of(build(withheld, on=TWO_FATHERS), "jared").sentences
    assert not any("live" in sentence for sentence in told)


def test_parenthood_stands_with_the_person_and_is_taken_back_there() -> None:
    """KC-4: what the whole program reads is corrected, and nothing is recorded in two places."""
    made = joined(TWO_FATHERS, "callum", "maya", Relation.PARENT)
    assert [type(event) for event in made] == [e.PersonEntered]
    after = build(*made, on=TWO_FATHERS)
    assert after.people["callum"].parent_of == ("teddy", "maya")
    assert after.people["callum"].address == "5 Ropewalk"
    back = build(*joined(after, "callum", "maya", Relation.STEP), on=after)
    assert back.people["callum"].parent_of == ("teddy",)
    assert [given.relation for given in back.relations.values()] == [Relation.STEP]
    gone = build(*joined(back, "maya", "callum", None), on=back)
    assert gone.relations == {}
    assert joined(gone, "callum", "maya", None) == ()
    noted = build(*joined(gone, "dean", "maya", Relation.PARENT, "so she says"), on=gone)
    assert "Dean Pike is a parent of Maya Orrell-Pike (so she says)." in relations_of(noted, "maya")


def test_a_readers_plan_is_drawn_from_this_childs_family_alone() -> None:
    """KC-4, HF-10: what a copy is drawn from has the grandmother and the home, and nothing of another's family."""
    more = build(
        MOTHERS_MOTHER,
        e.RelativeNamed(relative="moira", name="Moira Pike"),
        e.RelationGiven(person="moira", of="dean", relation=Relation.PARENT, note="so Dean says"),
        on=TWO_FATHERS,
    )
    teddys = as_reader(more, PLAIN, Copy(paper=Paper.OUTLINE_PLAN, reader="callum", child="teddy"))
    assert (teddys.relatives, list(teddys.relations)) == ({}, [("bridie", "tamsin")])
    assert family_tree.tree_of(teddys, "teddy") == family_tree.tree_of(more, "teddy")
    mayas = as_reader(more, PLAIN, Copy(paper=Paper.OUTLINE_PLAN, reader="dean", child="maya"))
    assert "moira" in mayas.relatives
    assert family_tree.tree_of(mayas, "maya") == family_tree.tree_of(more, "maya")
    sheet = as_reader(more, PLAIN, Copy(paper=Paper.ACTION_SHEET, reader="callum"))
    assert (sheet.relatives, sheet.relations) == ({}, {})
    looked_for = {
        each.words
        for each in SecondOpinion(more, PLAIN).terms(
            Copy(paper=Paper.OUTLINE_PLAN, reader="callum", child="teddy")
        )
    }
    assert "Moira Pike" in looked_for


def refused(conference: Conference, event: e.Event) -> str:
    return refusal(conference, event, PLAIN)


def test_what_cannot_be_drawn_is_refused() -> None:
    """KC-4: nobody is joined with themselves, with somebody unknown, or twice under one name."""
    assert refused(TWO_FATHERS, e.RelationGiven(person="dean", of="dean", relation=Relation.PARTNER))
    assert refused(TWO_FATHERS, e.RelationGiven(person="dean", of="ghost", relation=Relation.PARTNER))
    assert refused(TWO_FATHERS, e.RelationGiven(person="dean", of="maya", relation=Relation.OTHER))
    assert refused(TWO_FATHERS, e.RelativeNamed(relative="x"))
    assert refused(TWO_FATHERS, e.RelativeNamed(relative="x", name="dean pike"))
    assert refused(TWO_FATHERS, e.RelativeNamed(relative="dean", in_tree=False))
    assert not refused(TWO_FATHERS, e.RelativeNamed(relative="x", role="Dean's brother"))


def test_who_is_taken_out_leaves_no_line() -> None:
    """KC-4: drawn by mistake, and gone with everything that was joined to it."""
    conference = build(
        e.RelativeNamed(relative="moira", name="Moira Pike"),
        e.RelationGiven(person="moira", of="dean", relation=Relation.PARENT),
        e.RelativeNamed(relative="moira", in_tree=False),
        on=TWO_FATHERS,
    )
    assert (conference.relatives, conference.relations) == ({}, {})
