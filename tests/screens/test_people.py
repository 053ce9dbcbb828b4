"""People on screen: the referrer, roles, whom somebody is there for, what is withheld, observers (HV-1, HF-4, KC-3)."""

import asyncio
from datetime import date, time
from pathlib import Path

import msgspec
from msgspec.structs import replace

from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.conference.people import Discipline, Standing
from conference_tui.store.folder import Folder
from screens.calm import settle
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

FAMILY: tuple[e.AnyEvent, ...] = (
    e.ConferenceArranged(held=date(2026, 12, 1)),
    e.ChildEntered(child="maya", name="Maya Orrell-Pike", born=date(2013, 5, 14)),
    e.PersonEntered(person="tamsin", name="Tamsin Orrell", standing=Standing.PARENT, role="Mother"),
    e.PersonEntered(person="callum", name="Callum Voss", standing=Standing.PARENT, role="Teddy's father"),
)
NAME = "Sue Marlowe"
PUBLIC = e.ReferrerNoted(what="a member of the public", anonymous=True)


def bytes_of(folder: Folder) -> bytes:
    return b"\n".join(path.read_bytes() for path in sorted(folder.path.rglob("*")) if path.is_file())


def everything_known(app: ConferenceApp) -> str:
    """All that the program holds of the conference: its record in clear, and what is kept unfinished."""
    entries = msgspec.json.encode(meeting(app).entries).decode()
    return f"{entries}\n{meeting(app).unfinished()}"


# --- The referrer -------------------------------------------------------------------------------------------


async def test_no_name_can_be_typed_before_it_is_known_that_it_may_be(tmp_path: Path) -> None:
    """HV-1: until the answer there is no field for one, and without an answer nothing is recorded."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "set_up")
        assert "Referred by: not noted" in sheet(app)
        await press(app, "r")
        assert isinstance(app.screen, Form)
        assert not app.screen.query("#field-name")
        await write(app, "a member of the public")
        await press(app, "ctrl+s")
        assert "Did they ask not to be named" in text_of(app)
        assert conference(app).referrer is None
        await press(app, "escape")
        await by_hand(app, PUBLIC)
        assert last(app) == [PUBLIC]
        assert not isinstance(app.screen, Form)


async def test_the_name_of_somebody_who_asked_not_to_be_named_is_nowhere(tmp_path: Path) -> None:
    """HV-1: not in a file, not in the record, not in unfinished typing, though it was typed before they asked."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "set_up")
        await press(app, "r")
        await write(app, "a neighbour")
        await press(app, "enter")
        await write(app, "may")
        await press(app, "ctrl+s")
        assert isinstance(app.screen, Form)
        await write(app, NAME)
        app.screen.keep_typing()
        assert meeting(app).typing_is_kept()
        assert NAME not in everything_known(app)
        await press(app, "escape")
        await by_hand(app, replace(PUBLIC, what="a neighbour"))
        assert conference(app).referrer == replace(PUBLIC, what="a neighbour")
        meeting(app).flush()
        assert NAME not in everything_known(app)
    assert NAME.encode() not in bytes_of(folder)


async def test_a_referrer_who_may_be_named_is(tmp_path: Path) -> None:
    """HV-1: and what was recorded with a name cannot be made anonymous; that is said."""
    named = e.ReferrerNoted(what="the school", name="Owen Farrant")
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "set_up")
        await by_hand(app, named)
        assert last(app) == [named]
        assert "Referred by: the school, Owen Farrant" in sheet(app)
        await press(app, "r", "enter")
        await write(app, "asked")
        await press(app, "ctrl+s")
        await shows(app, "A name was recorded before, and the record keeps it")


# --- Roles --------------------------------------------------------------------------------------------------


async def test_the_procedures_roles_are_offered_in_its_order_and_others_can_be_typed(tmp_path: Path) -> None:
    """HF-4, KC-3: nothing follows from a role: agency and discipline stay empty until somebody says them."""
    folder = Folder.at(tmp_path)
    async with running(
        folder, recorded(folder, *FAMILY, procedure="kensington_chelsea"), size=(120, 40)
    ) as app:
        await at_sheet(app, "set_up")
        await press(app, "p")
        roles = app.screen.query_one("#field-role", Pick)
        assert [words for _, words in roles._options] == list(meeting(app).procedure.roles)
        assert (
            text_of(app).index("( ) Child ")
            < text_of(app).index("( ) Advocate")
            < text_of(app).index("( ) GP")
        )
        await press(app, "escape")
        nurse = e.PersonEntered(
            person="", name="Joanne Tiplady", standing=Standing.PROFESSIONAL, role="School nurse"
        )
        uncle = e.PersonEntered(person="", name="Ray Orrell", standing=Standing.NETWORK, role="Maya's uncle")
        await by_hand(app, nurse, uncle)
        assert without_ids(last(app, 2)) == without_ids([nurse, uncle])


async def test_who_of_those_named_by_the_procedure_is_missing(tmp_path: Path) -> None:
    """HF-4, KC-3: however the role was written; who need not come is not missed."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY, procedure="hammersmith_fulham")) as app:
        await at_sheet(app, "set_up")
        missed = next(line for line in sheet(app).splitlines() if "nobody entered as" in line)
        assert missed.startswith(
            "Named by the procedure, and nobody entered as: Person with parental responsib"
        )
        assert "Police" in missed
        for not_missed in ("Mother", "Father", "Child", "Observer", "Supporter"):
            assert f"{not_missed}," not in missed
        await by_hand(
            app,
            e.PersonEntered(
                person="",
                name="Ruth Amadi",
                standing=Standing.PROFESSIONAL,
                role="detective constable",
                agency="Ashmere Constabulary",
                discipline=Discipline.POLICE,
            ),
        )
        assert "Police" not in next(line for line in sheet(app).splitlines() if "nobody entered as" in line)


async def test_for_whom_and_in_which_language_somebody_is_there(tmp_path: Path) -> None:
    """HV-2, HF-16: an interpreter, and a solicitor beside a parent."""
    interpreter = e.PersonEntered(
        person="", name="Ola Nowak", standing=Standing.INTERPRETER, supports="tamsin", language="Polish"
    )
    solicitor = e.PersonEntered(
        person="", name="Ines Vale", standing=Standing.SUPPORTER, role="solicitor", supports="callum"
    )
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "set_up")
        await by_hand(app, interpreter, solicitor)
        assert without_ids(last(app, 2)) == without_ids([interpreter, solicitor])
        assert "Ola Nowak · interpreter · Polish · with Tamsin Orrell" in sheet(app)
        assert "Ines Vale · solicitor · with Callum Voss" in sheet(app)


# --- What is withheld ---------------------------------------------------------------------------------------

DEAN = e.PersonEntered(
    person="dean",
    name="Dean Pike",
    standing=Standing.PARENT,
    address="14 Quarry Lodge Lane",
    phone="07700 900417",
    withheld_from=("callum",),
)


async def test_a_withheld_address_is_dots_until_a_key_shows_it(tmp_path: Path) -> None:
    """HF-10: the room can see the screen; the key again, or ten seconds, and it is gone."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY, DEAN), size=(120, 40)) as app:
        await at_sheet(app, "set_up")
        assert "Quarry" not in sheet(app)
        assert "Dean Pike · parent or carer · address withheld" in sheet(app)
        await press(app, *row("Dean Pike"))
        assert "Quarry" not in text_of(app)
        assert "900417" not in text_of(app)
        await press(app, "ctrl+t")
        assert "14 Quarry Lodge Lane" in text_of(app)
        assert "07700 900417" in text_of(app)
        await press(app, "ctrl+t")
        assert "Quarry" not in text_of(app)
        await press(app, "ctrl+t")
        form = app.screen
        assert isinstance(form, Form)
        form.SHOWN_FOR = 0.01
        await press(app, "ctrl+t", "ctrl+t")
        for _ in range(200):
            await asyncio.sleep(0.01)
            if not form._masks.are_lifted:
                break
        await settle(app)
        assert "Quarry" not in text_of(app)
        await press(app, "ctrl+s")
        assert conference(app).people["dean"].address == DEAN.address


async def test_what_is_typed_after_whom_it_is_withheld_from_is_dots_at_once(tmp_path: Path) -> None:
    """HF-10: and what is withheld from nobody is not; there the key has nothing to show."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY), size=(120, 40)) as app:
        await at_sheet(app, "set_up")
        await press(app, "p", *["tab"] * 14)
        await write(app, "callum")
        assert "^t Show" not in text_of(app)
        await press(app, "space", "enter")
        await write(app, "14 Quarry")
        assert "Quarry" not in text_of(app)
        assert "•••••••••" in text_of(app)
        assert "^t Show" in text_of(app)
        await press(app, "shift+tab", "space")
        assert "14 Quarry" in text_of(app)


async def test_where_a_child_lives_with_somebody_whose_address_is_withheld_is_dots(tmp_path: Path) -> None:
    """HF-10."""
    lives = e.ChildEntered(
        child="maya", name="Maya Orrell-Pike", lives="14 Quarry Lodge Lane", lives_with=("dean",)
    )
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY, DEAN, lives), size=(120, 40)) as app:
        await at_sheet(app, "set_up")
        await press(app, *row("Maya Orrell-Pike"))
        assert "Quarry" not in text_of(app)


# --- Observers ----------------------------------------------------------------------------------------------


async def test_the_family_is_asked_about_an_observer(tmp_path: Path) -> None:
    """HF-4: recorded with what they said; against their word the observer who is here is pointed out."""
    vera = e.PersonEntered(person="vera", name="Vera Moss", standing=Standing.OBSERVER)
    came = e.PersonArrived(person="vera", at=time(13, 30))
    refused = e.FamilyAskedAboutObserver(person="vera", agrees="no", words="Tamsin: not today [/")
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY, vera, came)) as app:
        await at_sheet(app, "introductions")
        assert "○ Vera Moss observes: the family is not asked yet" in sheet(app)
        await press(app, *row("Vera Moss observes"), "ctrl+s")
        assert "Does the family agree?" in text_of(app)
        await press(app, "escape")
        await by_hand(app, refused)
        assert last(app) == [refused]
        assert "■ Vera Moss observes: the family does not agree\n    Tamsin: not today [/" in sheet(app)
        assert "The family does not agree that Vera Moss observes, who is recorded as here." in sheet(app)
        await by_hand(app, replace(refused, agrees="yes", words=""))
        assert "✓ Vera Moss observes: the family agrees" in sheet(app)
        assert said(app) == ""
