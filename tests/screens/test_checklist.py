"""What is seen to before the start and what comes with a transfer, ticked on screen; and access to the place."""

from datetime import date, time
from pathlib import Path

from msgspec.structs import replace

from conference_tui import authorities
from conference_tui.conference import events as e
from conference_tui.store.folder import Folder
from screens.hands.strokes import row
from tests.screens.driving import (
    at_sheet,
    by_hand,
    conference,
    last,
    press,
    recorded,
    running,
    sheet,
    text_of,
    write,
)

HELD = e.ConferenceArranged(held=date(2026, 12, 1), begins=time(13, 30))
MOVED_HERE = e.ConferenceOpened(ref="TST-1", kind=e.Kind.TRANSFER_IN, procedure="barnsley")
READ = e.ChecklistTicked(checklist="before", item="reports_read", at=time(13, 10), note="Tamsin, with Joss.")
PACK = authorities.load("barnsley").transfer_in.pack
PLAN = e.ChecklistTicked(checklist="transfer pack", item=PACK[0], at=time(13, 5))


async def test_what_is_seen_to_before_the_start_is_ticked_with_time_and_note(tmp_path: Path) -> None:
    """BA-9, BR-3, HV-5, KC-4: every item of the procedure is a row; none is ticked by the program."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, HELD)) as app:
        await at_sheet(app, "before")
        items = authorities.load("barnsley").checklist
        assert all(f"○ {item.text}" in sheet(app) for item in items)
        await by_hand(app, READ)
        assert last(app) == [READ]
        assert (
            "✓ The parents have had every report, and time to read it.\n    13:10 · Tamsin, with Joss."
            in sheet(app)
        )
        assert f"{len(items) - 1} left" in sheet(app)


async def test_a_tick_is_corrected_and_taken_back(tmp_path: Path) -> None:
    """BA-9, BR-3: what was not seen to after all is open again, with the note on it."""
    back = replace(READ, done=False, at=None, note="One report came only now.")
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, HELD, READ)) as app:
        await at_sheet(app, "before")
        await by_hand(app, replace(READ, at=time(13, 20)))
        assert conference(app).checklists["before", "reports_read"].at == time(13, 20)
        await by_hand(app, back)
        assert last(app) == [back]
        assert (
            "○ The parents have had every report, and time to read it.\n    One report came only now."
            in sheet(app)
        )
        await by_hand(app, READ)
        assert conference(app).checklists["before", "reports_read"] == READ


async def test_the_pack_of_a_transfer_stands_before_the_meeting_and_what_is_missing_at_the_reports(
    tmp_path: Path,
) -> None:
    """HF-1: here until it is ticked, and in the margin; another conference has none of it."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, MOVED_HERE, HELD), size=(120, 40)) as app:
        await at_sheet(app, "before")
        assert all(f"○ {item}" in sheet(app) for item in PACK)
        assert "Not here from the other" in text_of(app)
        await by_hand(app, PLAN)
        assert last(app) == [PLAN]
        assert f"✓ {PACK[0]}\n    13:05" in sheet(app)
        await at_sheet(app, "apologies")
        assert PACK[0] not in sheet(app)
        assert all(f"○ {item}" in sheet(app) for item in PACK[1:])
        await by_hand(app, *(replace(PLAN, item=item) for item in PACK[1:]))
        assert "From the other authority" not in sheet(app)
        await at_sheet(app, "set_up")
        assert "From the other authority: 6 of 6" in sheet(app)


async def test_a_conference_on_a_child_who_lives_here_has_no_pack(tmp_path: Path) -> None:
    """HF-1."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, HELD)) as app:
        for stage in ("set_up", "before", "apologies"):
            await at_sheet(app, stage)
            assert "other authority" not in sheet(app)


async def test_the_clock_of_a_transfer_runs_from_the_notification(tmp_path: Path) -> None:
    """HF-1, BA-3: by when it has to be held stands at the set-up with its rule, as soon as its day is known."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, MOVED_HERE, HELD)) as app:
        await at_sheet(app, "set_up")
        assert "Transfer-in conference held" not in sheet(app)
        assert "nothing can be counted from it" in sheet(app)
        await by_hand(app, e.KeyDateGiven(what="transfer", on=date(2026, 11, 12)))
        assert (
            "Thu 3 Dec 2026  Transfer-in conference held · ✓ Tue 1 Dec 2026 (working day 13): in time"
            in sheet(app)
        )
        assert "15 working days after Thu 12 Nov 2026; day 0 Thu 12 Nov 2026" in sheet(app)


async def test_what_is_known_of_access_stands_where_the_place_is_chosen(tmp_path: Path) -> None:
    """HF-7: with every place of the procedure, while one is typed, and afterwards."""
    folder = Folder.at(tmp_path)
    told = "Darton Centre: The guide does not describe access; ask the venue before inviting."
    async with running(folder, recorded(folder, HELD)) as app:
        await at_sheet(app, "set_up")
        assert told not in sheet(app)
        await press(app, *row("no place yet"))
        assert "Town Hall: The guide does not describe access" in text_of(app)
        await press(app, "enter", "enter")
        await write(app, "dart")
        assert (
            text_of(app).count("Darton Centre: The guide") == 1
        )  # where the terminal is low, in place of the list
        await press(app, "ctrl+u")
        await write(app, "Darton Centre, room 2")
        await press(app, "ctrl+s")
        assert told in sheet(app)
        await at_sheet(app, "before")
        assert told in sheet(app)
