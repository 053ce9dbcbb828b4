"""The family tree on screen: drawn, gone about in, corrected with the family beside (KC-4)."""

from datetime import date
from pathlib import Path

import pytest
from textual.binding import Binding

from conference_tui.conference import events as e
from conference_tui.conference.people import Relation, Standing
from conference_tui.store.folder import Folder
from screens.family_tree import FamilyTree
from screens.hands.strokes import row
from screens.meeting import MeetingScreen
from screens.widgets.tree_view import TreeView
from tests.screens.driving import (
    at_sheet,
    by_hand,
    conference,
    last,
    press,
    recorded,
    running,
    said,
    shows,
    text_of,
    write,
)

FAMILY: tuple[e.AnyEvent, ...] = (
    e.ConferenceArranged(held=date(2026, 12, 1)),
    e.ChildEntered(child="maya", name="Maya Orrell-Pike", born=date(2013, 5, 14), lives="8 Tannery Court"),
    e.ChildEntered(child="teddy", name="Teddy Voss", born=date(2021, 8, 30)),
    e.PersonEntered(
        person="tamsin", name="Tamsin Orrell", standing=Standing.PARENT, parent_of=("maya", "teddy")
    ),
    e.PersonEntered(person="callum", name="Callum Voss", standing=Standing.PARENT, parent_of=("teddy",)),
    e.PersonEntered(
        person="dean",
        name="Dean Pike",
        standing=Standing.PARENT,
        parent_of=("maya",),
        address="14 Quarry Lodge Lane",
        phone="07700 900417",
        withheld_from=("callum",),
    ),
    e.PersonEntered(person="bridie", name="Bridie Orrell", standing=Standing.NETWORK, role="grandmother"),
    e.PersonEntered(
        person="sloan", name="Harriet Sloan", standing=Standing.PROFESSIONAL, agency="Children's social care"
    ),
)


@pytest.mark.parametrize("stage", ["set_up", "before", "introductions"])
async def test_it_is_one_key_away_where_the_family_is_met(tmp_path: Path, stage: str) -> None:
    """KC-4: from the set-up, before the meeting and at the introductions; from elsewhere with Ctrl+O."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, stage)
        assert "t Tree" in text_of(app)
        await press(app, "t")
        assert isinstance(app.screen, FamilyTree)
        shown = text_of(app)
        for name in ("Tamsin Orrell", "Callum Voss", "Dean Pike", "Maya Orrell-Pike", "Teddy Voss"):
            assert name in shown
        await press(app, "escape", "escape", "ctrl+o")
        assert isinstance(app.screen, FamilyTree)


async def test_nothing_that_the_family_must_not_see_is_on_it(tmp_path: Path) -> None:
    """KC-4, HF-10: no address and no telephone number, in the tree, in the sentences or in a form."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY), size=(120, 40)) as app:
        await at_sheet(app, "before")
        await press(app, "t")
        seen = text_of(app)
        await press(app, "t")
        seen += text_of(app)
        await press(app, "t", *row("Dean"))
        seen += text_of(app)
        assert "Parental" in seen
        for private in ("Quarry", "07700", "Tannery", "Sloan"):
            assert private not in seen


async def test_a_grandmother_is_joined_and_a_grandfather_drawn_in(tmp_path: Path) -> None:
    """KC-4: as a hand types it; the line stands at once, and undo takes it back."""
    mother = e.RelationGiven(person="bridie", of="tamsin", relation=Relation.PARENT, note="her mum")
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY), size=(120, 40)) as app:
        await at_sheet(app, "before")
        await press(app, "t")
        assert "Of the family, and not joined to anybody yet" in text_of(app)
        await press(app, "escape")
        await by_hand(app, mother)
        assert last(app) == [mother]
        await by_hand(
            app, e.RelativeNamed(relative="", name="Walter [/ Orrell", role="grandfather", died="2019")
        )
        (walter,) = conference(app).relatives.values()
        assert (walter.name, walter.role, walter.died) == ("Walter [/ Orrell", "grandfather", "2019")
        married = e.RelationGiven(person=walter.id, of="bridie", relation=Relation.MARRIED)
        await by_hand(app, married)
        assert last(app) == [married]
        await press(app, "t")
        shown = text_of(app)
        assert "not joined to anybody yet" not in shown
        assert "Walter [/ Orrell" in shown
        assert "died 2019" in shown
        await press(app, "ctrl+z", "ctrl+z")
        assert "Walter" not in text_of(app)


async def test_somebody_drawn_by_mistake_is_taken_out_and_nobody_else(tmp_path: Path) -> None:
    """KC-4: those of the conference stay; the program says where they are corrected."""
    folder = Folder.at(tmp_path)
    moira = e.RelativeNamed(relative="moira", name="Moira Pike")
    async with running(folder, recorded(folder, *FAMILY, moira)) as app:
        await at_sheet(app, "before")
        changed = e.RelativeNamed(relative="moira", name="Moira Pike", role="Dean's mother")
        await by_hand(app, changed)
        assert last(app) == [changed]
        await by_hand(app, e.RelativeNamed(relative="moira", in_tree=False))
        assert conference(app).relatives == {}
        before = len(conference(app).people)
        await press(app, "t", "x")
        assert "stays in the tree" in said(app)
        assert len(conference(app).people) == before


async def test_parenthood_responsibility_and_home_are_corrected_with_the_family(tmp_path: Path) -> None:
    """KC-4, BA-6: it stands with the person and the child, and nothing else of them is lost."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "before")
        await press(app, "t", *row("Dean"), "tab", "tab", "tab")
        await write(app, "maya")
        await press(app, "space", "ctrl+s")
        assert conference(app).people["dean"].responsibility_for == ("maya",)
        assert conference(app).people["dean"].withheld_from == ("callum",)
        await press(app, *row("Maya"), "tab", "tab", "tab")
        await write(app, "tamsin")
        await press(app, "space", "ctrl+s")
        assert conference(app).children["maya"].lives_with == ("tamsin",)
        assert conference(app).children["maya"].lives == "8 Tannery Court"
        await press(app, *row("Callum"))
        await write(app, "parent")
        await press(app, "tab")
        await write(app, "maya")
        await press(app, "ctrl+s")
        assert conference(app).people["callum"].parent_of == ("teddy", "maya")
        assert conference(app).relations == {}


async def test_half_a_relation_is_asked_for_and_nothing_is_recorded(tmp_path: Path) -> None:
    """KC-4: what is wanting is said in the form; what was typed stays."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "before")
        count = len(app.meeting.entries) if app.meeting else 0
        await press(app, "t", *row("Bridie"), "tab", "tab")
        await write(app, "mum of mum")
        await press(app, "ctrl+s")
        assert "What are they of each other?" in text_of(app)
        assert "mum of mum" in text_of(app)
        assert app.meeting is not None
        assert len(app.meeting.entries) == count


async def test_the_arrows_go_from_box_to_box_and_the_picture_follows(tmp_path: Path) -> None:
    """KC-4: at 60 by 20 too, both ways; the mark in the frame tells where the cursor is."""
    mother = e.RelationGiven(person="bridie", of="tamsin", relation=Relation.PARENT)
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY, mother), size=(60, 20)) as app:
        await at_sheet(app, "before")
        await press(app, "t")
        tree = app.screen.query_one(TreeView)
        places = []
        for key in ("up", "left", "left", "right", "up", "down", "down"):
            await press(app, key)
            places.append(tree.at)
            assert "▶" in text_of(app)
            assert conference(app).name(tree.at)[:12] in text_of(app)
        assert {"bridie", "tamsin"} <= set(places)
        assert len(set(places)) >= 4


async def test_it_is_read_in_plain_sentences(tmp_path: Path) -> None:
    """KC-4: one key away, the same in words."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "before")
        await press(app, "t", "t")
        text = " ".join(text_of(app).split())
        assert "Teddy Voss, aged 5: child of Tamsin Orrell and Callum Voss." in text
        await press(app, "t")
        assert "╔" in text_of(app)


async def test_the_chair_says_whether_the_plans_show_it(tmp_path: Path) -> None:
    """KC-4: they do unless the chair says otherwise; it is seen under the tree, and can be changed back."""
    hidden, shown = e.TreeInPlansChosen(shown=False), e.TreeInPlansChosen(shown=True)
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "before")
        assert conference(app).tree_in_plans
        await by_hand(app, hidden)
        assert last(app) == [hidden]
        await press(app, "t")
        await shows(app, "Each child's plan does not show that child's own family.")
        await press(app, "escape")
        await by_hand(app, shown)
        assert conference(app).tree_in_plans


def test_no_key_of_the_meeting_means_two_things() -> None:
    """A second command on a key would take the first one away without a word."""
    keys = [binding.key for binding in MeetingScreen.BINDINGS if isinstance(binding, Binding)]
    assert sorted(keys) == sorted(set(keys))
