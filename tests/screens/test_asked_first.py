"""What the chair is asked before copies are made, on screen: kept apart or not, shown or not, in which words, about whom."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from conference_tui import conferences
from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.conference.moments import Told
from conference_tui.conference.reading.apart import unanswered
from conference_tui.conference.text import DOTS
from conference_tui.store.folder import Folder
from screens.hands.strokes import row
from tests import case_k1
from tests import small_conference as small
from tests.case_k1 import CARYS, HEALTH, RHODRI
from tests.screens.driving import (
    at_sheet,
    by_hand,
    conference,
    last,
    meeting,
    press,
    running,
    said,
    sheet,
    shows,
    ten_past_two,
    text_of,
    write,
)
from tests.screens.test_handing_out import made, rows_of

ASKED = "Are Carys Prosser and Rhodri Vaughan kept apart? Until you say so they count as kept apart."
FOR_HIM = "You do not come to where Nia lives; if you do, the police are rung."
AN_ANSWER = e.FamilyAsked(stage="mapping", person="dell", words="She climbs out of 9 Withy Lane.")
A_SECOND = e.FamilyAsked(stage="mapping", person="ivo", words="I like the dog.")


def kept(folder: Folder, *without: type[e.Event], is_closed: bool = True) -> str:
    """The conference about a child whose parents are kept apart, as it was recorded; gives the id of its record."""
    record = conferences.start(
        folder, "ASH-1", e.Kind.INITIAL, procedure="barnsley", chair="Ingrid Valdes-Moore", clock=ten_past_two
    )
    for _, entry in case_k1.conference().log:
        event, moment = entry.event, entry.moment
        if isinstance(event, (e.ConferenceOpened, *without)) or not moment:
            continue
        if isinstance(event, e.ConferenceClosed):
            if not is_closed:
                break
            small.close(record)
        else:
            record.record(event, told=Told(own_matter_of=moment.own_matter_of or None, heard_by=moment.here))
    record.close()
    return record.record_id


@asynccontextmanager
async def at(
    folder: Path, stage: str, *without: type[e.Event], is_closed: bool = True
) -> AsyncIterator[ConferenceApp]:
    """That conference at a stage."""
    store = Folder.at(folder)
    async with running(store, kept(store, *without, is_closed=is_closed), size=(120, 40)) as app:
        await at_sheet(app, stage)
        yield app


@asynccontextmanager
async def with_two_children(folder: Path, *happened: e.AnyEvent) -> AsyncIterator[ConferenceApp]:
    """A conference about two children, closed, in which this happened, at its close."""
    store = Folder.at(folder)
    record = small.recorded(store)
    opened = conferences.open_meeting(store, record, clock=ten_past_two)
    opened.record(*happened)
    small.close(opened)
    opened.close()
    async with running(store, record, size=(120, 40)) as app:
        await at_sheet(app, "close")
        yield app


class TestKeptApart:
    async def test_it_is_asked_before_the_meeting_and_said_there(self, tmp_path: Path) -> None:
        """HV-3, HF-10: what proposes it is told without an address; the answer stands there, and can be said otherwise."""
        async with at(tmp_path, "before", e.AdultsKeptApart, is_closed=False) as app:
            assert (
                f"○ {ASKED}\n    Asked, as an address is withheld and they sit in different sittings"
                in sheet(app)
            )
            assert "Heron Wharf" not in sheet(app)
            first = e.AdultsKeptApart(one=CARYS, other=RHODRI, why="The order of 2 January.")
            await by_hand(app, first)
            assert last(app) == [first]
            assert "✓ Carys Prosser and Rhodri Vaughan: kept apart\n    The order of 2 January." in sheet(app)
            assert ASKED not in sheet(app)
            then = e.AdultsKeptApart(one=CARYS, other=RHODRI, apart=False, why="It was lifted.")
            await by_hand(app, then)
            assert last(app) == [then]
            assert "✓ Carys Prosser and Rhodri Vaughan: not kept apart" in sheet(app)

    async def test_it_can_be_said_of_any_two_and_needs_a_reason_where_they_are_not(
        self, tmp_path: Path
    ) -> None:
        """HV-3: nothing proposes it of these two."""
        async with at(tmp_path, "before", is_closed=False) as app:
            before = len(meeting(app).entries)
            two = e.AdultsKeptApart(one="mair", other=CARYS, why="They quarrelled.")
            await by_hand(app, two)
            assert last(app) == [two]
            await press(app, *row("Carys Prosser and Rhodri Vaughan"))
            await write(app, "no")
            await press(app, "enter", "ctrl+u", "ctrl+s")
            await shows(app, "Say why they are not kept apart")
            await press(app, "escape")
            assert len(meeting(app).entries) == before + 1

    async def test_it_does_not_hold_up_the_close_and_is_asked_there_and_at_handing_out(
        self, tmp_path: Path
    ) -> None:
        """HF-10: at the close and where copies are made, with the same form; the margin of the stage has it too."""
        async with at(tmp_path, "close", e.AdultsKeptApart) as app:
            assert conference(app).closed is not None
            assert f"To be said before the copies  Enter: say it\n○ {ASKED}" in sheet(app)
            await press(app, "h")
            assert "○ Not said yet: whether 2 pairs of adults are kept apart." in rows_of(app)
            await press(app, *row("Not said yet"))
            await write(app, "yes")
            await press(app, "enter")
            await write(app, "An order.")
            await press(app, "enter")
            assert (CARYS, RHODRI) not in unanswered(conference(app))
            assert ASKED not in rows_of(app)


class TestOneReader:
    async def test_what_is_asked_stands_first_and_those_alike_are_answered_at_once(
        self, tmp_path: Path
    ) -> None:
        """HF-10: an own matter that nobody else reads unasked; words of another sitting are hidden from the room."""
        async with at(tmp_path, "close") as app:
            await press(app, "h")
            listed = rows_of(app).split("Rhodri Vaughan · ")[1].split("\nNia")[0]
            assert "■ 3 questions before the copies are made; 1 of them holds up a copy" in listed
            await press(app, *row("Rhodri Vaughan · "))
            shown = rows_of(app)
            assert shown.startswith("Asked before the copies are made  1 holds up a copy · Enter: answer\n■ ")
            assert "It names somebody from whom they are kept apart: how is it put for them?" in shown
            alone = "It was said in the other sitting, about the child alone."
            assert f"→ All 2 at once: {alone}\n? said in another sitting\n    {alone}" in shown
            assert "reading group" not in text_of(app)
            await press(app, "ctrl+t")
            assert "? She is first in the reading group and stays for choir." in rows_of(app)
            await press(app, "ctrl+t")
            assert "reading group" not in rows_of(app)
            await press(app, *row("All 2 at once"))
            await write(app, "shown")
            await press(app, "enter")
            await write(app, "Nothing of hers is in it.")
            await press(app, "enter")
            (first, second) = last(app, 2)
            for chosen in (first, second):
                assert isinstance(chosen, e.EntryChosen)
                assert (chosen.how, chosen.reader, chosen.why) == (
                    "shown",
                    RHODRI,
                    "Nothing of hers is in it.",
                )
            assert alone not in rows_of(app)

    async def test_a_copy_waits_for_its_wording_and_is_made_with_it(self, tmp_path: Path) -> None:
        """HF-10: the plan names her; the others are made, and his when the chair has said how it is put for him."""
        out = tmp_path / "out"
        async with at(tmp_path / "store", "close") as app:
            await made(app, out, "Rhodri")
            assert "No copy was made. 3 wait for your answers: see above." in said(app)
            assert not conference(app).documents
            await press(app, "escape")
            worded = e.EntryWorded(entry=_contingency(app), reader=RHODRI, words=FOR_HIM)
            await by_hand(app, worded)
            assert last(app) == [worded]
            await press(app, "h")
            assert "holds up" not in rows_of(app).split("Rhodri Vaughan · ")[1].split("\nNia")[0]
            await press(app, "escape")
            await made(app, out, "Rhodri")
            assert "outline_plan" in {document.document for document in conference(app).documents}

    async def test_instead_of_a_wording_it_can_be_left_out_with_a_reason(self, tmp_path: Path) -> None:
        """HF-10: nothing of it is in his copies then, and nothing holds them up."""
        async with at(tmp_path, "close") as app:
            await press(app, "h", *row("Rhodri Vaughan · "), *row("If Rhodri comes"))
            await write(app, "left")
            await press(app, "enter", "enter", "enter")
            await shows(app, "Say why it is left out")
            await write(app, "It is hers.")
            await press(app, "ctrl+s")
            assert last(app) == [
                e.EntryChosen(entry=_contingency(app), how="left out", reader=RHODRI, why="It is hers.")
            ]
            assert "holds up" not in rows_of(app)

    async def test_a_single_entry_that_no_list_has_is_answered_by_hand(self, tmp_path: Path) -> None:
        """HF-10: an addendum that is somebody's own matter goes to nobody unasked."""
        async with at(tmp_path, "close") as app:
            addendum = next(
                key for key, each in conference(app).log if isinstance(each.event, e.AddendumAdded)
            )
            chosen = e.EntryChosen(entry=addendum, how="left out", reader=HEALTH, why="Not theirs to know.")
            await by_hand(app, chosen)
            assert last(app) == [chosen]


class TestAboutWhichChildren:
    async def test_it_is_asked_once_for_all_the_copies_and_holds_them_up(self, tmp_path: Path) -> None:
        """HF-10: about Wren: her father reads it, a service that knows both does; a withheld address is dots."""
        async with with_two_children(tmp_path / "store", AN_ANSWER, A_SECOND) as app:
            told = "Of 2 entries it is not known which children they are about"
            assert told in sheet(app)
            await made(app, tmp_path / "out", "Rhys")
            assert "1 wait for your answers" in said(app)
            assert "minutes" not in {document.document for document in conference(app).documents}
            assert f"■ She climbs out of {DOTS}." in rows_of(app)
            assert "Withy" not in text_of(app)
            await press(app, *row("She climbs out"))
            await write(app, "Wren")
            await press(app, "space", "enter")
            await write(app, "It was asked of her room.")
            await press(app, "enter")
            assert "She climbs" not in rows_of(app)
            assert "Of 1 entry it is not known which children it is about" in sheet(app)
            await press(app, *row("I like the dog."))
            await write(app, "Ivo")
            await press(app, "space", "enter")
            await write(app, "He is asked.")
            await press(app, "enter")
            assert "About which children" not in rows_of(app)
            choices = {
                key[1]: each.how for key, each in conference(app).entry_choices.items() if "dog" in key[0]
            }
            assert choices["rhys"] == "left out"
            assert choices["Larkmoor Health"] == "shown"
            await press(app, "escape")
            await made(app, tmp_path / "out", "Rhys")
            assert "minutes" in {document.document for document in conference(app).documents}

    async def test_all_are_answered_at_once(self, tmp_path: Path) -> None:
        """HF-10: where they are alike."""
        async with with_two_children(tmp_path, AN_ANSWER, A_SECOND) as app:
            await press(app, "h", *row("→ All 2 at once"))
            await write(app, "Wren")
            await press(app, "space", "enter", "ctrl+s")
            await shows(app, "Say how you know")
            await write(app, "The item was about her.")
            await press(app, "enter")
            assert "About which children" not in rows_of(app)


def _contingency(app: ConferenceApp) -> str:
    """The key of the one contingency there is."""
    return next(key for key, each in conference(app).log if isinstance(each.event, e.ContingencySet))
