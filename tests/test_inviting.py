"""An invitation list: read strictly, entered whole or not at all, from the screen and from a shell (HF-8)."""

from datetime import date
from pathlib import Path

import pytest

from conference_tui.conference import events as e
from conference_tui.conference.people import Discipline, Standing, Whom
from conference_tui.exchange.errors import ListRefused
from conference_tui.exchange.invitation_list import read
from conference_tui.store.folder import Folder
from screens.form import Form
from tests.conference.building import INVITED
from tests.screens.driving import (
    at_sheet,
    conference,
    meeting,
    press,
    recorded,
    running,
    said,
    shows,
    text_of,
    write,
)
from tests.shell import Shell

HEAD = "name,takes part as,role,agency,discipline,telephone,address,born,knows,supports,withheld from\n"
LIST = (
    HEAD
    + 'Owen Pryce,professional,"school nurse, Year 6",Ashmere Health,health,01632 960111,,,Maya; Teddy Voss,,\n'
    "\n"
    'Dean "D" Pike,Parent or carer,father,,,07700 900417,14 Quarry Lodge Lane,3/4/1988,,,Callum Voss\n'
    "Callum Voss,parent,,,,,,,,,\n"
    "Ines Vale,supporter,solicitor,,,,,,,callum voss,\n"
)


def ids() -> object:
    numbers = iter(range(1000))
    return lambda: f"new{next(numbers)}"


def mistakes(content: str | bytes) -> list[str]:
    with pytest.raises(ListRefused) as refused:
        read(content if isinstance(content, bytes) else content.encode(), INVITED, ids())  # type: ignore[arg-type]
    return refused.value.mistakes


def test_everybody_of_the_list_with_who_belongs_to_whom() -> None:
    """HF-8: names of the list and of the conference, in any capitals, wherever they stand."""
    found = read(b"\xef\xbb\xbf" + LIST.encode(), INVITED, ids())  # type: ignore[arg-type]
    assert [line for line, _ in found] == [2, 4, 5, 6]
    nurse, dean, callum, ines = (entered for _, entered in found)
    assert nurse == e.PersonEntered(
        person="new0",
        name="Owen Pryce",
        standing=Standing.PROFESSIONAL,
        role="school nurse, Year 6",
        agency="Ashmere Health",
        discipline=Discipline.HEALTH,
        phone="01632 960111",
        knows=("maya", "teddy"),
    )
    assert (dean.name, dean.born, dean.withheld_from) == ('Dean "D" Pike', date(1988, 4, 3), (callum.person,))
    assert ines.supports == callum.person


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("name;takes part as\nA;parent\n", "Line 1: the columns have semicolons between them."),
        ("name,role\nA,b\n", "Line 1: there is no column “takes part as”."),
        ("name,takes part as,Títle\nA,parent,b\n", "Line 1: “Títle” is no column"),
        ("name,takes part as,name\nA,parent,b\n", "Line 1: the column “name” is there twice."),
        ("name,takes part as\nA\n", "Line 2: it has 1 cells, and there are 2 columns."),
        ('name,takes part as\n"A"x,parent\n', "Line 2: it is not CSV"),
        ("name,takes part as\n\nA,visitor\n", "Line 3: “visitor” is no way to take part."),
        ("name,takes part as,discipline\nA,professional,nursing\n", "Line 2: “nursing” is no discipline."),
        ("name,takes part as,born\nA,parent,31/2/1990\n", "Line 2: "),
        (
            "name,takes part as,knows\nA,professional,Mia\n",
            "Line 2: no child of the conference is called “Mia”.",
        ),
        ("name,takes part as,supports\nA,supporter,Bo\n", "Line 2: no person of the list or the conference"),
        (b"name,takes part as\nA,parent\n" + b"\xff,parent\n", "Line 3: it is not UTF-8."),
        ("", "Line 1: there is no column “name”."),
        ("name,takes part as\n" + "A,parent\n" * 501, "Line 502: more than 500 people."),
    ],
)
def test_what_is_wrong_is_told_with_its_line(content: str | bytes, sentence: str) -> None:
    """HF-8: strictly; nothing is guessed."""
    assert mistakes(content)[0].startswith(sentence)


def test_a_heading_is_found_however_it_is_written() -> None:
    """HF-8: with its accents and capitals or without."""
    found = read("Name,TAKES PART AS,rôle\nA B,parent,mother\n".encode(), INVITED, ids())  # type: ignore[arg-type]
    assert [(entered.name, entered.role) for _, entered in found] == [("A B", "mother")]


def test_whether_a_parent_has_parental_responsibility_is_not_known_until_the_list_says_so() -> None:
    """BA-6: an empty cell is no word about it, so nobody is left without papers for a column that was not filled in."""
    lines = "name,takes part as,parent of,responsibility for\nA B,parent,Maya; Teddy,\nC D,parent,Maya,nobody\nE F,parent,Maya,Maya\n"
    first, second, third = (entered for _, entered in read(lines.encode(), INVITED, ids()))  # type: ignore[arg-type]
    assert (first.responsibility_for, first.responsibility_unknown) == ((), ("maya", "teddy"))
    assert (second.responsibility_for, second.responsibility_unknown) == ((), ())
    assert (third.responsibility_for, third.responsibility_unknown) == (("maya",), ())


def test_which_children_somebody_knows_is_all_none_these_or_not_said() -> None:
    """HF-10."""
    lines = "name,takes part as,knows\nA,professional,All\nB,professional,none\nC,professional,Maya\nD,professional,\n"
    found = [(entered.knows, entered.knows_whom) for _, entered in read(lines.encode(), INVITED, ids())]  # type: ignore[arg-type]
    assert found == [((), Whom.ALL), ((), Whom.NONE), (("maya",), Whom.NOT_SAID), ((), Whom.NOT_SAID)]


def test_a_line_may_be_of_a_child_of_the_conference() -> None:
    """BA-6: by what that child is called; the two are one, and others of the list may be there for her."""
    head = "name,takes part as,is the child,parent of,supports\n"
    lines = head + ",parent,Maya,Teddy,\nBo Lind,supporter,,,Maya Orrell-Pike\n"
    mother, friend = (entered for _, entered in read(lines.encode(), INVITED, ids()))  # type: ignore[arg-type]
    assert (mother.person, mother.parent_of, friend.supports) == ("maya", ("teddy",), "maya")
    assert mistakes(f"{head}Ann Dell,parent,Maya,,\n") == [
        "Line 2: “Ann Dell” is not the name of the child Maya Orrell-Pike."
    ]
    assert mistakes(f"{head}Ann,parent,Mia,,\n")[0].endswith("no child of the conference is called “Mia”.")


def test_every_wrong_line_is_told_and_a_long_list_of_them_is_cut() -> None:
    """HF-8."""
    found = mistakes("name,takes part as\n" + "A,visitor\n" * 12)
    assert len(found) == 12
    told = str(ListRefused(found))
    assert told.startswith("Nobody of the list was entered.\nLine 2: ")
    assert told.endswith("\nAnd 4 more.")


async def test_it_comes_in_at_the_set_up_and_a_wrong_line_stops_all_of_it(tmp_path: Path) -> None:
    """HF-8: the form says which line, and stays; what a rule refuses is told with the line too."""
    file, folder = tmp_path / "invited.csv", Folder.at(tmp_path / "data")
    maya = e.ChildEntered(child="maya", name="Maya Orrell-Pike")
    teddy = e.ChildEntered(child="teddy", name="Teddy Voss")
    async with running(folder, recorded(folder, maya, teddy), size=(120, 40)) as app:
        await at_sheet(app, "set_up")
        before = meeting(app).count
        await press(app, "i")
        await write(app, str(file))
        await press(app, "enter")
        await shows(app, "cannot be read: No such file or directory. Nobody was entered.")
        file.write_text(LIST + "Callum Voss,observer,,,,,,,,,\n", encoding="utf-8")
        await press(app, "ctrl+s")
        await shows(
            app, "Line 7: There is already somebody called Callum Voss.", "Nobody of the list was entered."
        )
        assert isinstance(app.screen, Form)
        assert meeting(app).count == before
        file.write_text(LIST, encoding="utf-8")
        await press(app, "ctrl+s")
        assert [each.label for each in conference(app).people.values()] == [
            "Owen Pryce",
            'Dean "D" Pike',
            "Callum Voss",
            "Ines Vale",
        ]
        assert "4 people are entered." in said(app)
        assert "Quarry" not in text_of(app)


def test_it_comes_in_from_a_shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """HF-8: shown and asked first; --yes for a script; a wrong line is told, and nobody is entered."""
    data, file, shell = tmp_path / "data", tmp_path / "invited.csv", Shell(capsys)
    recorded(Folder.at(data), e.ChildEntered(child="maya", name="Maya Orrell-Pike"))
    file.write_text(LIST.replace("; Teddy Voss", ""), encoding="utf-8")
    invite = ("--store", data, "invite", "TST-1", file)
    asked = shell(*invite)
    assert asked.status == 2
    assert "Nothing has been done. Without a terminal it needs --yes." in asked.err
    done = shell(*invite, "--yes")
    assert done.status == 0
    assert "- Owen Pryce, school nurse, Year 6, Ashmere Health." in done.words
    assert "4 people are entered." in done.words
    assert "Quarry" not in done.out
    again = shell(*invite, "--yes")
    assert again.status == 2
    assert "Line 2: There is already somebody called Owen Pryce" in again.err
    assert "Nobody of the list was entered." in again.err
    assert "Ines Vale, solicitor" in shell("--store", data, "show", "TST-1").words
