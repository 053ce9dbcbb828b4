"""Opening a review: from the list, with a new conference, from an archive, and with the command."""

from datetime import date, time
from pathlib import Path

from conference_tui import archiving, conferences, reviews
from conference_tui.conference import events as e
from conference_tui.conference.state import Conference
from conference_tui.exchange import sealed
from conference_tui.store.folder import Folder
from screens.hands.playing import strike
from screens.hands.reviewing import open_review
from tests import review_case
from tests import small_conference as small
from tests.on_a_terminal import OnATerminal
from tests.screens.driving import conference, press, said, shows, write
from tests.screens.locked import answer
from tests.screens.test_home import at_the_list, from_palette

LAST = "ASH-2026-1201-OR"
PASSPHRASE = "seven herons under the viaduct"


async def test_a_closed_conference_is_reviewed_with_a_key(tmp_path: Path) -> None:
    """BA-13, HF-1: with its own reference, chair and minute-taker, on the day that was booked, with all of the plan."""
    folder = Folder.at(tmp_path / "store", throw_away=True)
    last = reviews.of_record(folder, review_case.last_recorded(folder)).conference
    opening = e.ConferenceOpened(
        ref="R1", kind=e.Kind.REVIEW, procedure="havering", chair="Bo Lind", minute_taker="Paulo Reed"
    )
    arranged = e.ConferenceArranged(held=review_case.HELD, begins=time(13, 30))
    async with at_the_list(folder) as app:
        await shows(app, LAST)
        await strike(app, open_review(last, opening, arranged))
        await shows(app, "R1 ·", "✓ saved")
        found = conference(app)
        assert (found.opened, found.arranged) == (opening, arranged)
        assert len(found.earlier_actions) == 6
        assert not found.decisions
        await press(app, "ctrl+z")
        assert "There is nothing to undo." in said(app)
        assert conference(app).earlier_scores == found.earlier_scores
        app.close_meeting()


async def test_what_cannot_be_reviewed_says_why_and_makes_nothing(tmp_path: Path) -> None:
    """BA-13: one that is not closed; and a day that no review can have makes nothing half."""
    folder = Folder.at(tmp_path / "store", throw_away=True)
    record = small.recorded(folder)
    async with at_the_list(folder) as app:
        await shows(app, small.REF)
        await press(app, "f4")
        assert "LRK-7 is not closed" in said(app)
    meeting = conferences.open_meeting(folder, record, clock=small.ten_past_two)
    small.close(meeting)
    meeting.close()
    async with at_the_list(folder) as app:
        await shows(app, small.REF)
        await press(app, "f4", *"R1", "enter", "ctrl+u", *"1/12/2026", "ctrl+s")
        await shows(app, "rule 8841")
        assert len(folder.conferences()) == 1
        await press(app, "escape", "f4")
        await shows(app, "1/12/2026")


async def test_a_new_review_says_which_conference_it_reviews_or_none(tmp_path: Path) -> None:
    """BA-13, HF-1: in the form of a new conference; none leaves the last one to be typed in."""
    folder = Folder.at(tmp_path / "store", throw_away=True)
    review_case.last_recorded(folder)
    async with at_the_list(folder) as app:
        await shows(app, LAST)
        await press(app, "f2", *"R1", "enter", *"initial", "enter", *"Barnsley", "enter", "enter", "enter")
        await write(app, f"{LAST.casefold()}x")
        await press(app, "enter")
        await shows(app, "Only a review reviews a conference.")
        await press(app, *["shift+tab"] * 4, *"review", "ctrl+s")
        await shows(app, f"No closed conference here is called {LAST.casefold()}x.")
        await press(app, "ctrl+u")
        await write(app, LAST.casefold())
        await shows(app, f"{LAST}, Tue 1 Dec 2026: Maya")
        await press(app, "enter")
        await shows(app, "R1 ·", "✓ saved")
        assert len(conference(app).earlier_actions) == 6
        app.close_meeting()
    async with at_the_list(folder) as app:
        await shows(app, LAST)
        await press(
            app, "f2", *"R2", "enter", *"review", "enter", *"Barnsley", "enter", "enter", "enter", "enter"
        )
        await shows(app, "R2 ·", "✓ saved")
        assert conference(app).last_conference is None
        app.close_meeting()


async def test_a_review_opens_from_a_file_under_its_passphrase_or_in_clear(tmp_path: Path) -> None:
    """BA-13: of a conference that is not here; what is wrong with the file is said, and nothing is made."""
    there, here = (
        Folder.at(tmp_path / "there", throw_away=True),
        Folder.at(tmp_path / "here", throw_away=True),
    )
    plain = archiving.archive(there, review_case.last_recorded(there))
    (tmp_path / "a.sealed").write_bytes(sealed.encrypt(plain, PASSPHRASE))
    (tmp_path / "a.plain").write_bytes(plain)
    (tmp_path / "a.broken").write_bytes(plain[:-200])
    found: list[Conference] = []
    for name in ("sealed", "plain"):
        async with at_the_list(here) as app:
            await from_palette(app, "Review from a file")
            await write(app, str(tmp_path / f"a.{name}"))
            await press(app, "enter")
            if name == "sealed":
                await answer(app, "eight herons over the viaduct")
                await shows(app, "not the passphrase of the archive")
                await answer(app, PASSPHRASE)
            await shows(app, f"The review of {LAST}")
            await write(app, f"R-{name}")
            await press(app, "ctrl+s")
            await shows(app, f"R-{name} ·", "✓ saved")
            found.append(conference(app))
            app.close_meeting()
    assert found[0].earlier_actions == found[1].earlier_actions
    assert found[0].arranged.held == date(2027, 2, 23)
    async with at_the_list(here) as app:
        await from_palette(app, "Review from a file")
        await write(app, str(tmp_path / "a.broken"))
        await press(app, "enter")
        await shows(app, "nothing was stored")
    assert [each.ref for each in conferences.summaries(here)] == ["R-plain", "R-sealed"]


def test_the_command_opens_the_review_of_a_conference(tmp_path: Path) -> None:
    """BA-13: `conference new --review-of REF`."""
    folder = Folder.at(tmp_path / "store", throw_away=True)
    review_case.last_recorded(folder)
    with OnATerminal.conference("--store", tmp_path / "store", "new", "--review-of", LAST) as terminal:
        terminal.shows(f"The review of {LAST}")
