"""Handing out, through the real screens: who gets what and why, made at once, stopped, answered, printed."""

import asyncio
import hashlib
import stat
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
import pikepdf
import pytest

from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.conference.papers import Copy, Layout, Paper, whereabouts_of
from conference_tui.documents import pack
from conference_tui.documents.draw import Order
from conference_tui.documents.pack import Press
from conference_tui.store import vault
from conference_tui.store.register import Incidents
from screens.calm import settle
from screens.form import Form
from screens.handing_out import HandingOut
from screens.hands.strokes import row
from screens.one_reader import OneReader
from screens.secret_box import SecretBox
from screens.sheet_box import SheetBox
from tests.documents.scheduler import running_scheduler
from tests.screens.driving import (
    at_sheet,
    by_hand,
    conference,
    last,
    meeting,
    press,
    said,
    shows,
    text_of,
    write,
)
from tests.screens.late_stages import TEN_TO_FOUR, at_stage, before, unwrapped
from tests.screens.locked import PASSPHRASE, answer, at_the_door, unlocked, vaulted

CLOSED = e.ConferenceClosed(at=TEN_TO_FOUR)
TODAY = date(2026, 12, 3)
HEALTH = "Tamsin's low mood; prescribed treatment since spring."
VENUE = e.WordsJudged(reader="callum", words="Wexcombe High", stays=True, why="He is to come there.")


def rows_of(app: ConferenceApp) -> str:
    """Everything in the rows of the box that is open, also what is out of sight."""
    assert isinstance(app.screen, SheetBox)
    return "\n".join(each.text.plain for each in app.screen.sheet.rows)


async def made(app: ConferenceApp, folder: Path, reader: str = "") -> None:
    """Make everybody's copies, or one reader's, from the close."""
    await asked_for(app, folder, reader)
    for _ in range(2):  # what is asked first, and what is made then
        await asyncio.wait_for(app.workers.wait_for_complete(), 120)
        await settle(app)


async def asked_for(app: ConferenceApp, folder: Path, reader: str = "") -> None:
    """Ask for everybody's copies, or one reader's, and wait for nothing."""
    await press(app, "h", "m", "ctrl+u")
    await write(app, str(folder))
    if reader:
        await press(app, "enter", "enter")
        await write(app, reader)
    await press(app, "ctrl+s")


async def test_one_key_shows_for_every_person_what_they_get(tmp_path: Path) -> None:
    """BA-20, HF-10: at the close, what each gets; one of them opened: why not, and what is left out."""
    async with at_stage(tmp_path, "close", CLOSED) as (app, _):
        await press(app, "h")
        assert isinstance(app.screen, HandingOut)
        shown = rows_of(app)
        assert (
            "Callum Voss · Teddy's father\n    Teddy Voss: plan, decision letter · action sheet · minutes"
            in shown
        )
        assert "Joss Whelan · Tamsin's friend\n    nothing" in shown
        assert "Thistlewick Primary · agency\n    Teddy Voss: plan, decision letter · minutes" in shown
        await press(app, *row("Callum Voss · "))
        assert isinstance(app.screen, OneReader)
        shown = rows_of(app)
        assert "× plan of Maya Orrell-Pike\n    Is a parent of other children only" in shown
        assert "○ date card\n    Is kept apart from Dean Pike" in shown
        assert "· Where Dean Pike lives, and how to ring: withheld from Callum Voss." in shown
        assert "It tells of another child." in shown


async def test_the_chairs_word_is_typed_by_hand(tmp_path: Path) -> None:
    """HF-10: a cell, an entry, words, an address: each with a reason, each recorded as the hands type it."""
    happened = (
        e.CopyDecided(
            reader="Wexcombe High", paper=Paper.OUTLINE_PLAN, child="teddy", gets=True, why="Both walk home."
        ),
        e.CopyDecided(reader="tamsin", paper=Paper.MINUTES, gets=False, why="She asked for a talk."),
        e.EntryChosen(entry="c-cable", how="named"),
        e.EntryChosen(entry="a1", how="shown", reader="dean", why="It protects Maya."),
        e.EntryChosen(
            entry="summary:maya:teddy:jared",
            how="shown",
            reader="dean",
            why="Nothing of Teddy's is new to him.",
        ),
        e.WordsJudged(reader="dean", words="5 Ropewalk", stays=True, why="He fetches Maya there."),
        e.WordsJudged(reader="tamsin", words=whereabouts_of("dean"), stays=True, why="She has it."),
        e.WordsJudged(reader="bridie", words="Calmer Ground", stays=False, why="Not hers to know."),
        e.WordsJudged(reader="", words="Larkspur House", stays=False, why=""),
    )
    async with at_stage(tmp_path, "close", CLOSED) as (app, _):
        for event in happened:
            await by_hand(app, event)
            assert last(app) == [event]
        await press(app, "h")
        assert "1 entry of words is looked for in every copy" in rows_of(app)
        assert "Larkspur" not in rows_of(app)
        assert "Teddy Voss: plan" in rows_of(app).split("Wexcombe High · agency\n")[1].splitlines()[0]


async def test_what_is_never_handed_out_has_no_key_for_it(tmp_path: Path) -> None:
    """HF-10: the row of another child's plan does nothing, and says why."""
    async with at_stage(tmp_path, "close", CLOSED) as (app, _):
        await press(app, "h", *row("Callum Voss · "))
        assert isinstance(app.screen, OneReader)
        never = [each for each in app.screen.sheet.rows if each.text.plain.startswith("× ")]
        assert never
        assert not [each for each in never if each.act]


@pytest.mark.long
async def test_everybodys_copies_are_made_what_is_doubtful_is_asked_and_then_made(tmp_path: Path) -> None:
    """BA-20, HF-10: the files exist, are the user's alone, and the record holds who has which version; a mother's health is asked about first."""
    out = tmp_path / "handed out"
    async with at_stage(tmp_path / "store", "close", CLOSED, VENUE) as (app, _):
        await made(app, out)
        documents = conference(app).documents
        assert len(documents) == len(list(out.iterdir())) == 61
        for document in documents:
            data = Path(document.file).read_bytes()
            assert hashlib.sha256(data).hexdigest() == document.sha256
            assert stat.S_IMODE(Path(document.file).stat().st_mode) == 0o600
            assert (document.version, document.reader) != (0, "")
        assert not [
            path for path in out.iterdir() if any(name in path.name.casefold() for name in ("maya", "voss"))
        ]
        assert "■ Callum Voss: not made. One thing found in it that may not be there." in rows_of(app)
        assert "5 were stopped" in said(app)
        for reader in ("Callum Voss",):
            await press(app, *row(f"■ {reader}"))
            await press(app, *row("? Plan of Teddy Voss, page"))
            await press(app, "enter", "enter")
            await write(app, "they may stand")
            await press(app, "enter")
            await write(app, "They know of it.")
            await press(app, "enter", "escape")
        (judged,) = last(app)
        assert judged == e.WordsJudged(reader="callum", words=HEALTH, stays=True, why="They know of it.")
        assert "■ Callum" not in rows_of(app)
        assert "■ Dean" in rows_of(app)
        assert "○ 2 of 4 made" in rows_of(app)
        await press(app, "escape")
        await made(app, out, "callum")
        assert len(list(out.iterdir())) == 63
        assert "✓ 4 made" in rows_of(app)


async def test_what_the_check_has_found_is_dots_until_a_key_shows_it(tmp_path: Path) -> None:
    """HF-10: the room may see the screen; the key again, or ten seconds, and it is gone. The paper is named."""
    async with at_stage(tmp_path / "store", "close", CLOSED, VENUE) as (app, _):
        await made(app, tmp_path / "out", "callum")
        await press(app, *row("■ Callum Voss"))
        box = app.screen
        assert isinstance(box, OneReader)
        assert "? Plan of Teddy Voss, page 2; minutes, page " in rows_of(app)
        assert "low mood" not in rows_of(app)
        assert "… •••••••• …" in rows_of(app)
        assert "^t Show" in text_of(app)
        await press(app, "ctrl+t")
        assert HEALTH in rows_of(app)
        await press(app, "ctrl+t")
        assert "low mood" not in rows_of(app)
        box.SHOWN_FOR = 0.01
        await press(app, "ctrl+t")
        await until(app, lambda: "low mood" not in rows_of(app))
        await press(app, *row("? Plan of Teddy Voss, page"))
        assert "low mood" not in text_of(app)
        assert "••••••••" in text_of(app)
        await press(app, "ctrl+t")
        assert "low mood" in text_of(app)


async def test_a_fact_that_changes_afterwards_makes_a_new_version_and_says_who_holds_the_old(
    tmp_path: Path,
) -> None:
    """HF-10: M20, N7: an addendum: every holder is listed, the old papers stay, the next is version 2."""
    async with at_stage(tmp_path / "store", "close", CLOSED) as (app, _):
        meeting(app).record(VENUE)
        for reader in ("callum", "dean"):
            meeting(app).record(e.WordsJudged(reader=reader, words=HEALTH, stays=True, why="They know."))
        await made(app, tmp_path / "first", "callum")
        first = {path.name: path.read_bytes() for path in (tmp_path / "first").iterdir()}
        await press(app, "escape")
        added = e.AddendumAdded(
            addendum="v",
            words="The meeting was in room 4.",
            by="Ines Corrigan",
            on=TODAY,
            children=("maya", "teddy", "jared"),
        )
        meeting(app).record(added)
        await settle(app)
        await press(app, "h")
        shown = rows_of(app)
        assert "Out of date, held by Callum Voss. m makes the next version." in shown
        await press(app, "escape")
        await made(app, tmp_path / "second", "callum")
        again = [path.name for path in (tmp_path / "second").iterdir()]
        assert any("version-2" in name for name in again)
        assert {path.name: path.read_bytes() for path in (tmp_path / "first").iterdir()} == first
        assert "Out of date" not in rows_of(app)


async def test_before_the_close_nothing_is_made(tmp_path: Path) -> None:
    """BA-20: but who would get what is seen already."""
    async with at_stage(tmp_path, "close") as (app, _):
        await press(app, "h", "m")
        assert "Close the conference first" in said(app)
        assert "Tamsin Orrell · mother" in rows_of(app)


async def under_the_cursor(app: ConferenceApp, words: str) -> None:
    """Put the cursor on a reader."""
    await press(app, "slash")
    await write(app, words)
    await press(app, "escape")


async def until(app: ConferenceApp, happened: Callable[[], bool]) -> None:
    """Wait until something has happened, and say what was told where it does not."""
    try:
        async with asyncio.timeout(60):
            while not happened():
                await asyncio.sleep(0.02)
    except TimeoutError:
        pytest.fail(f"{said(app)}\n{rows_of(app) if isinstance(app.screen, SheetBox) else text_of(app)}")
    await settle(app)


async def printed_on(app: ConferenceApp, queue: str, *, told: str) -> None:
    """Print for the reader under the cursor on a printer, until the row tells of it."""
    await press(app, "p")
    await until(app, lambda: isinstance(app.screen, Form))
    await write(app, queue)
    await press(app, "enter")
    await until(app, lambda: told in rows_of(app))


def queued(queue: str) -> list[str]:
    """The jobs that wait for a printer."""
    told = subprocess.run(["lpstat", "-o", queue], capture_output=True, text=True, check=False).stdout
    return [line.split()[0] for line in told.splitlines()]


async def test_printing_for_a_reader_tells_what_became_of_it(tmp_path: Path) -> None:
    """BA-20, HF-10: one job with all papers, both sides, no name; a dead, a paused and a missing printer told as they are; cancelled, and again."""
    with running_scheduler() as kept:
        async with at_stage(tmp_path / "store", "close", CLOSED) as (app, _):
            await made(app, tmp_path / "out", "bridie")
            await under_the_cursor(app, "Bridie Orrell · ")
            await printed_on(app, "takes", told="Printed: the printer takes has taken the whole document.")
            (sent,) = kept.glob("*.pdf")
            papers = sorted((tmp_path / "out").iterdir())
            assert len(papers) == 2
            with pikepdf.open(sent) as job:
                pages = [len(pdf.pages) for pdf in map(pikepdf.open, papers)]
                assert len(job.pages) == sum(count + count % 2 for count in pages)
            options = sent.with_suffix(".txt").read_text()
            assert options.splitlines()[0] == "Document"
            assert "sides=two-sided-long-edge" in options
            assert not [name for name in ("Orrell", "bridie", "ASH-", "plan") if name in options]
            await press(app, "x")
            assert "Nothing is being printed for them now." in said(app)

            await printed_on(app, "refuses", told="Not printed: refuses gave up.")
            await printed_on(app, "paused", told="Not printed yet: the document waits for paused.")
            (waiting,) = queued("paused")
            await press(app, "x")
            await until(app, lambda: "Cancelled: nothing more of it is printed" in rows_of(app))
            assert waiting not in queued("paused")
            await printed_on(app, "takes", told="Printed: the printer takes has taken the whole document.")
            assert len(list(kept.glob("*.pdf"))) == 2

            await press(app, "p")
            await until(app, lambda: isinstance(app.screen, Form))
            subprocess.run(["lpadmin", "-x", "paused"], check=True, capture_output=True)
            await write(app, "paused")
            await press(app, "enter")
            await until(
                app, lambda: "Nothing was printed: the printer paused did not take it." in rows_of(app)
            )


async def test_copies_for_sending_go_under_a_passphrase_that_is_kept_nowhere(tmp_path: Path) -> None:
    """HF-10: typed unseen, twice; a weak one is refused as everywhere; in no record and in no draft; not for braille, not for a printer."""
    chosen = "seven quiet herons walk"
    async with at_stage(tmp_path / "store", "close", CLOSED) as (app, _):
        await press(app, "h", "m", "ctrl+u")
        await write(app, str(tmp_path / "out"))
        await press(app, "enter", "enter")
        await write(app, "bridie")
        await press(app, "enter")
        await write(app, "hunter2")
        assert "hunter2" not in text_of(app)
        await press(app, "ctrl+s")
        assert vault.weakness("hunter2").split(",")[0] in unwrapped(text_of(app))
        await press(app, "ctrl+u")
        await write(app, chosen)
        await press(app, "ctrl+s")
        assert "The two are not the same." in text_of(app)
        await write(app, chosen)
        meeting(app).flush()
        assert not [field for field in meeting(app).unfinished() if "passphrase" in field or "again" in field]
        assert not [typed for typed in meeting(app).unfinished().values() if "herons" in typed]
        await press(app, "ctrl+s")
        await settle(app)
        described = [worker.description for worker in app.workers]
        await asyncio.wait_for(app.workers.wait_for_complete(), 60)
        await settle(app)
        assert not [words for words in described if "herons" in words or "neighbour" in words]
        files = sorted((tmp_path / "out").iterdir())
        assert len(files) == 2
        for file in files:
            with pytest.raises(pikepdf.PasswordError):
                pikepdf.open(file)
            pikepdf.open(file, password=chosen).close()
        assert b"herons" not in msgspec.json.encode(meeting(app).entries)
        assert {document.file for document in conference(app).documents} == {str(file) for file in files}
        with running_scheduler() as kept:
            await under_the_cursor(app, "Bridie Orrell · ")
            await printed_on(
                app, "takes", told="Nothing was printed: the last copies were made under a passphrase"
            )
            assert not list(kept.iterdir())


async def test_the_closed_slots_words_are_looked_for_with_the_passphrase_and_shown_nowhere(
    tmp_path: Path,
) -> None:
    """BA-11, HF-10: N1: they are sealed by then; without the passphrase no copy is made, with it a leak is found."""
    leaked = e.ContributionMade(
        contribution="leak",
        stage="close",
        speaker="amadi",
        words="Noted here: a neighbour heard the shouting on 11 November and has asked something of us.",
    )
    path, record, _ = vaulted(tmp_path / "store", *before("close"), leaked, CLOSED)
    async with at_the_door(path, record) as app:
        await unlocked(app)
        await at_sheet(app, "close")
        await asked_for(app, tmp_path / "out", "callum")
        await shows(app, "Before the papers are made")
        assert isinstance(app.screen, SecretBox)
        await press(app, "escape")
        assert "No copy was made." in said(app)
        assert not (tmp_path / "out").exists()
        await press(app, "escape")
        await asked_for(app, tmp_path / "out", "callum")
        await shows(app, "Before the papers are made")
        await answer(app, PASSPHRASE)
        await asyncio.wait_for(app.workers.wait_for_complete(), 120)
        await settle(app)
        await press(app, *row("■ Callum Voss"))
        assert "said in the closed slot" in rows_of(app)
        assert "learns who rang" not in rows_of(app)
        (made,) = (tmp_path / "out").iterdir()
        assert "actions" in made.name  # the others hold what the chair is asked about first


async def test_a_lock_waits_for_copies_that_are_being_made(tmp_path: Path) -> None:
    """HF-10: what lies in the folder stands in the record, also where the chair locks while it is made."""
    path, record, _ = vaulted(tmp_path / "store", *before("close"), CLOSED)
    async with at_the_door(path, record) as app:
        await unlocked(app)
        await at_sheet(app, "close")
        await asked_for(app, tmp_path / "out", "callum")
        await shows(app, "Before the papers are made")
        await answer(app, PASSPHRASE)
        await press(app, "ctrl+l")
        await shows(app, "Type your passphrase")
        await unlocked(app)
        written = {str(file) for file in (tmp_path / "out").iterdir()}
        assert written
        assert {made.file for made in conference(app).documents} == written


async def test_copies_are_made_to_the_end_when_the_box_is_left_and_nobody_leaves_before(
    tmp_path: Path,
) -> None:
    """HF-10: what lies in the folder stands in the record: Escape ends no making, Ctrl+W and Ctrl+Q wait for it."""
    async with at_stage(tmp_path / "store", "close", CLOSED) as (app, _):
        await asked_for(app, tmp_path / "out", "callum")
        await shows(app, "The copies are drawn")
        await press(app, "escape", "ctrl+w", "ctrl+q")
        assert "Papers are being made" in said(app)
        await asyncio.wait_for(app.workers.wait_for_complete(), 120)
        await settle(app)
        written = {str(file) for file in (tmp_path / "out").iterdir()}
        assert written
        assert {made.file for made in conference(app).documents} == written
        assert "copies, " in said(app)
        await press(app, "h")
        assert "The copies are" not in rows_of(app)


async def test_it_fits_a_small_terminal(tmp_path: Path) -> None:
    """HF-10: at 80×24 the reader, the papers and the keys can be read."""
    async with at_stage(tmp_path, "close", CLOSED) as (app, _):
        await press(app, "h")
        shown = text_of(app)
        for part in ("Hand out: who gets what", "Tamsin Orrell · mother", "m Make all", "p Print"):
            assert part in shown


async def test_a_mistake_in_one_copy_is_told_kept_and_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """HF-10: the making comes to its end; the row names the copy, the report has no word of anybody's."""
    order = Press._order

    def breaks(press_: Press, copy: Copy, layout: Layout) -> Order:
        if copy.paper is Paper.MINUTES:
            raise KeyError("Harkaway")
        return order(press_, copy, layout)

    monkeypatch.setattr(Press, "_order", breaks)
    async with at_stage(tmp_path / "store", "close", CLOSED) as (app, _):
        await made(app, tmp_path / "out", "tamsin")
        shown = rows_of(app)
        assert "■ minutes for Tamsin Orrell: not made. The program made a mistake" in shown
        assert "The copies are" not in shown
        assert "This is incident 1" in said(app)
        assert len(conference(app).documents) == len(list((tmp_path / "out").iterdir())) > 3
        (incident,) = Incidents(meeting(app).folder).all()
        assert incident.report.startswith("KeyError in ")
        assert "Harkaway" not in f"{incident.report}{shown}{said(app)}"
        monkeypatch.setattr(Press, "_order", order)
        await press(app, "escape")
        await made(app, tmp_path / "out", "tamsin")
        assert "not made" not in rows_of(app)


async def test_a_making_that_ends_in_a_mistake_is_over_and_said_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """HF-10: a thread that ended left it at 0 % for ever."""

    def breaks(*_: object, **__: object) -> None:
        raise KeyError("Harkaway")

    monkeypatch.setattr(pack, "make_copies", breaks)
    async with at_stage(tmp_path / "store", "close", CLOSED) as (app, _):
        await made(app, tmp_path / "out", "tamsin")
        assert "The copies are" not in rows_of(app)
        assert "the copies were not made" in said(app)
        assert "This is incident 1" in said(app)
        assert "Harkaway" not in said(app)
