"""The family tree in letters: every frame is whole, whatever stands in it (KC-4)."""

from rich.cells import cell_len

from conference_tui.conference import events as e
from conference_tui.conference import family_tree
from conference_tui.conference.people import Relation, Standing
from screens.widgets.tree_letters import drawn
from tests.conference.building import ARRANGED, MAYA, OPENED, build

NAMES = (
    "Tamsin Orrell",
    "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh",
    "李 小龍 陳 大文",
    "[red]x[/",
    "Zoë Ọlá",
)


def cells(line: str) -> dict[int, str]:
    """What begins in each column of a line; a wide letter takes two."""
    found, at = {}, 0
    for letter in line:
        found[at] = letter
        at += cell_len(letter)
    return found


def test_every_frame_is_whole_and_every_name_is_in_it() -> None:
    """KC-4: long names are in several lines, wide letters take two columns, nothing runs over a frame."""
    people = [
        e.PersonEntered(
            person=f"p{number}", name=name, standing=Standing.PARENT, parent_of=("maya",) * (number < 2)
        )
        for number, name in enumerate(NAMES)
    ]
    mothers = [e.RelationGiven(person=f"p{n}", of="p0", relation=Relation.PARENT) for n in (2, 3)]
    tree = family_tree.tree(build(OPENED, ARRANGED, MAYA, *people, *mothers))
    letters = drawn(tree)
    rows = [cells(line) for line in letters.lines]
    for member in tree.members:
        x, y, width, height = letters.places[member.id]
        for row in range(y, y + height):
            assert rows[row].get(x, "") in "┌│└╔║╚├╠", (member.name, row)
            assert rows[row].get(x + width - 1, "") in "┐│┘╗║╝┤", (member.name, row)
        inside = " ".join(
            "".join(sign for at, sign in rows[row].items() if x < at < x + width - 1).strip()
            for row in range(y + 1, y + height - 1)
        )
        assert member.name.replace(" ", "") in inside.replace(" ", "")


def test_nobody_is_drawn_as_nothing() -> None:
    """KC-4: before anybody is entered there is no tree, and no mistake."""
    assert drawn(family_tree.tree(build(OPENED))).lines == ()
