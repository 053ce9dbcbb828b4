"""The set-up on screen: facts, children and people, entered and corrected, with what cannot be refused."""

from datetime import date, time
from pathlib import Path

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.people import Standing, Whom
from conference_tui.store.folder import Folder
from screens.form import Form
from screens.hands.strokes import row
from screens.widgets.pick import Pick
from tests.screens.driving import (
    at_sheet,
    by_hand,
    conference,
    last,
    meeting,
    press,
    recorded,
    running,
    said,
    sheet,
    shows,
    text_of,
    without_ids,
    write,
)

HOSTILE = "Ash [/ [red]x [@click=app.quit]me 🧸"
FAMILY: tuple[e.AnyEvent, ...] = (
    e.ConferenceArranged(held=date(2026, 12, 1), begins=time(13, 30), venue="Room 2"),
    e.ChildEntered(child="maya", name="Maya Orrell-Pike", born=date(2013, 5, 14), lives_with=("tamsin",)),
    e.PersonEntered(
        person="tamsin",
        name="Tamsin Orrell",
        standing=Standing.PARENT,
        role="mother",
        responsibility_for=("maya",),
        address="8 Tannery Court",
    ),
)


async def test_a_child_whose_birthday_is_not_known_is_said_to_be_so(tmp_path: Path) -> None:
    """HF-1: and an unborn child has the day on which it is expected."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "set_up")
        await by_hand(
            app,
            e.ChildEntered(child="", name=HOSTILE),
            e.ChildEntered(child="", name="Unborn of Tamsin", expected=date(2027, 3, 2)),
        )
        assert f"{HOSTILE} · date of birth not known" in sheet(app)
        assert "Unborn of Tamsin · expected Tue 2 Mar 2027" in sheet(app)
        assert "born Tue 14 May 2013, 13 on the day" in sheet(app)


async def test_correcting_a_child_loses_nothing_of_it(tmp_path: Path) -> None:
    """What is not touched in the form stays as it was, also with whom the child lives."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "set_up")
        before = conference(app).children["maya"]
        await press(app, *row("Maya Orrell-Pike · born"))
        await press(app, "ctrl+s")
        assert conference(app).children["maya"] == before
        assert conference(app).children["maya"].lives_with == ("tamsin",)


async def test_correcting_a_person_loses_nothing_of_them(tmp_path: Path) -> None:
    """BA-6: parental responsibility stays."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "set_up")
        before = conference(app).people["tamsin"]
        await press(app, *row("Tamsin Orrell · mother"))
        await press(app, "ctrl+s")
        assert conference(app).people["tamsin"] == before
        assert "parental responsibility: Maya" in sheet(app)


async def test_two_children_of_one_name_are_refused_and_the_form_keeps_all(tmp_path: Path) -> None:
    """Nothing typed is lost by a refusal."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "set_up")
        await press(app, "c")
        await write(app, "maya orrell-pike")
        await press(app, "ctrl+s")
        assert "already a child called maya orrell-pike" in text_of(app)
        assert isinstance(app.screen, Form)
        assert app.screen.text("name") == "maya orrell-pike"
        assert len(conference(app).children) == 1


async def test_somebody_needs_a_standing_before_anything_is_recorded(tmp_path: Path) -> None:
    """HF-4: how somebody takes part decides what they may hear; it is never assumed."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "set_up")
        await press(app, "p")
        await write(app, "Joss Whelan")
        await press(app, "ctrl+s")
        assert "How do they take part?" in text_of(app)
        await write(app, "supporter")
        await press(app, "ctrl+s")
        entered = last(app)[0]
        assert isinstance(entered, e.PersonEntered)
        assert (entered.name, entered.standing) == ("Joss Whelan", Standing.SUPPORTER)


async def test_a_day_on_which_nobody_meets_is_pointed_out(tmp_path: Path) -> None:
    """BA-3: a bank holiday is recorded, and said."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "set_up")
        await by_hand(app, e.ConferenceArranged(held=date(2026, 12, 28), venue="Room 2"))
        assert "is a bank holiday" in sheet(app)


async def test_a_weekday_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    """BA-3: one of the two is wrong, and the program does not guess which."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "set_up")
        await press(app, "w")
        await write(app, "Monday 1 December 2026")
        await press(app, "ctrl+s")
        assert "Tuesday 1 December 2026 is not a Monday" in text_of(app)
        assert conference(app).arranged == FAMILY[0]


async def test_a_form_in_which_nothing_was_typed_records_nothing_and_says_so(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder)) as app:
        await at_sheet(app, "set_up")
        before = meeting(app).count
        await press(app, "w")
        assert "for example 1/12/2026" in text_of(app)
        await press(app, "enter", "enter", "enter", "enter")
        assert said(app) == "Nothing was typed, so nothing is recorded."
        assert not isinstance(app.screen, Form)
        for opens in (["d"], row("Chair Ines")):
            app.clear_notifications()
            await press(app, *opens, "ctrl+s")
            assert said(app) == "Nothing was typed, so nothing is recorded."
        assert meeting(app).count == before


async def test_a_place_that_was_emptied_is_recorded_as_empty(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "set_up")
        await press(app, "w", "tab", "tab", "ctrl+u", "ctrl+s")
        assert conference(app).arranged.venue == ""


async def test_nobody_is_missed_at_the_set_up_where_nobody_speaks(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    arrived = e.PersonArrived(person="tamsin", at=time(13, 30))
    async with running(folder, recorded(folder, *FAMILY, arrived)) as app:
        await at_sheet(app, "set_up")
        assert "Not heard here" not in sheet(app)


async def test_only_the_date_that_was_typed_is_recorded(tmp_path: Path) -> None:
    """BA-3: saving the form again records nothing twice."""
    given = e.KeyDateGiven(what="section 47", on=date(2026, 11, 12), note="substantiated")
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "set_up")
        await by_hand(app, given)
        assert conference(app).key_dates == {"section 47": given}
        before = meeting(app).count
        await press(app, "d", "ctrl+s")
        assert meeting(app).count == before


async def test_who_chairs_can_be_corrected(tmp_path: Path) -> None:
    """BA-1: the chair is recorded."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "set_up")
        opened = conference(app).opened
        assert opened is not None
        corrected = replace(opened, chair="Ida Marsh", minute_taker="Paulo Reed")
        await by_hand(app, corrected)
        assert last(app) == [corrected]
        assert "Chair Ida Marsh · minutes Paulo Reed" in sheet(app)


async def test_a_transfer_in_is_in_the_list_and_takes_its_day(tmp_path: Path) -> None:
    """BA-3: a transfer-in is counted from the day on which the notification came; other kinds do not ask for it."""
    given = e.KeyDateGiven(what="transfer", on=date(2026, 11, 12))
    folder = Folder.at(tmp_path)
    moved_here = recorded(folder, *FAMILY)
    async with running(folder, moved_here) as app:
        await at_sheet(app, "set_up")
        assert "transfer" not in sheet(app)
        opened = conference(app).opened
        assert opened is not None
        meeting(app).record(replace(opened, kind=e.Kind.TRANSFER_IN))
        await by_hand(app, given)
        assert conference(app).key_dates == {"transfer": given}
        assert "transfer notified Thu 12 Nov 2026" in sheet(app)
        await press(app, "ctrl+w")
        await shows(app, "transfer-in")


BABY = e.ChildEntered(child="otis", name="Otis Quaye", born=date(2026, 10, 9))
SERENA = e.ChildEntered(child="serena", name="Serena Quaye", born=date(2011, 3, 2))


async def test_whom_an_agency_knows_is_all_none_these_or_not_said(tmp_path: Path) -> None:
    """HF-10: four answers, each typed by hand; more than one of them at once is not taken."""
    folder = Folder.at(tmp_path)
    someone = e.PersonEntered(person="", name="", standing=Standing.PROFESSIONAL)
    typed = [
        replace(someone, agency="Ashmere Homes", knows_whom=Whom.NONE),
        replace(someone, agency="Ashmere Constabulary", knows_whom=Whom.ALL),
        replace(someone, agency="Weir Street Surgery", knows=("otis",)),
        replace(someone, agency="Harbour Lantern"),
    ]
    async with running(folder, recorded(folder, *FAMILY[:1], BABY, SERENA)) as app:
        await at_sheet(app, "set_up")
        await by_hand(app, *typed)
        assert without_ids(last(app, 4)) == without_ids(typed)
        await press(app, *row("Ashmere Homes"))
        knows = app.screen.query_one("#field-knows", Pick)
        assert knows.chosen == (Whom.NONE.value,)
        knows.focus()
        await write(app, "otis")
        await press(app, "space", "ctrl+s")
        assert "Choose all of the children, none of them, or those that they know." in text_of(app)


async def test_a_mother_who_is_a_child_of_the_conference_is_entered_as_one_person(tmp_path: Path) -> None:
    """BA-6: chosen where she is entered; then nobody is asked for her name twice, and the form of hers has no such field."""
    folder = Folder.at(tmp_path)
    mother = e.PersonEntered(
        person="serena",
        name="Serena Quaye",
        standing=Standing.PARENT,
        role="mother",
        parent_of=("otis",),
        responsibility_for=("otis",),
    )
    async with running(folder, recorded(folder, *FAMILY[:1], BABY, SERENA)) as app:
        await at_sheet(app, "set_up")
        await press(app, "p")
        assert "Is also the child" in text_of(app)
        assert app.screen.query_one("#field-child", Pick).render().plain == "( ) Serena Quaye"
        await press(app, "enter")
        await write(app, "serena")
        await press(app, "enter")
        await write(app, "parent")
        await press(app, "ctrl+s")
        assert last(app) == [replace(mother, role="", parent_of=(), responsibility_for=())]
        assert "Serena Quaye · child of the conference · parent or carer" in sheet(app)
        await press(app, *row("child of the conference"))
        assert not app.screen.query("#field-child")
        await press(app, "escape", "f6")
        assert text_of(app).count("Serena Quaye") == 1


async def test_hands_type_a_mother_who_is_a_child_of_the_conference(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    mother = e.PersonEntered(
        person="serena",
        name="Serena Quaye",
        standing=Standing.PARENT,
        parent_of=("otis",),
        knows_whom=Whom.ALL,
    )
    async with running(folder, recorded(folder, *FAMILY[:1], BABY, SERENA)) as app:
        await at_sheet(app, "set_up")
        await by_hand(app, mother)
        assert last(app) == [mother]
