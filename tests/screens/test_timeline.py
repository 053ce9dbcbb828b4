"""The timeline: everything recorded, filtered, searched, struck with who and why, and restored."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.store.folder import Folder
from screens.calm import settle
from screens.form import Form
from screens.hands.strokes import say
from screens.timeline import Timeline
from screens.widgets.long_list import LongList
from tests.screens.driving import (
    at_sheet,
    by_hand,
    conference,
    last,
    meeting,
    meeting_screen,
    press,
    recorded,
    running,
    said,
    shows,
    text_of,
    write,
)
from tests.screens.late_stages import HOSTILE, at_stage, of, unwrapped
from tests.screens.test_closed_slot import BEGAN, ENDED, ROOM, SAID, SECRET


@asynccontextmanager
async def in_timeline(tmp_path: Path, *happened: e.AnyEvent) -> AsyncIterator[tuple[ConferenceApp, Timeline]]:
    """The program with the timeline of a small conference open."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *ROOM, *happened)) as app:
        yield app, await opened(app)


async def opened(app: ConferenceApp) -> Timeline:
    """Open the timeline and wait until it is read."""
    await press(app, "ctrl+r")
    await shows(app, "entries")
    assert isinstance(app.screen, Timeline)
    return app.screen


def contribution(
    words: str, stage: str = "mapping", speaker: str = "tamsin", **more: object
) -> e.ContributionMade:
    return e.ContributionMade(contribution=words[:8], stage=stage, speaker=speaker, words=words, **more)  # type: ignore[arg-type]


async def test_everything_recorded_is_there_and_the_newest_comes_last(tmp_path: Path) -> None:
    async with in_timeline(tmp_path, contribution("he slept at his aunt's")) as (app, timeline):
        entries = timeline.query_one(LongList)
        assert entries.count == meeting(app).count
        assert entries.at == entries.count - 1
        assert "he slept at his aunt's" in text_of(app)
        assert "Not sealed yet" in text_of(app)
        assert "TST-1" in text_of(app)


async def test_it_is_searched_as_it_is_typed(tmp_path: Path) -> None:
    words = (contribution("he slept at his aunt's"), contribution("she likes school"))
    async with in_timeline(tmp_path, *words) as (app, timeline):
        await write(app, "AUNT")
        assert timeline.query_one(LongList).count == 1
        assert "he slept" in text_of(app)
        assert "likes school" not in text_of(app)
        await press(app, "f3")
        assert timeline.query_one(LongList).count == meeting(app).count
        await write(app, "nothing like it")
        assert "Nothing fits" in text_of(app)


async def test_it_is_filtered_by_stage_person_and_child(tmp_path: Path) -> None:
    words = (
        contribution("he slept at his aunt's", children=("maya",)),
        contribution("she was told on Monday", stage="reason", speaker="amadi"),
    )
    async with in_timeline(tmp_path, *words) as (app, timeline):
        entries = timeline.query_one(LongList)
        await press(app, "f2")
        await write(app, "map")
        await press(app, "ctrl+s")
        assert "he slept" in text_of(app)
        assert "told on Monday" not in text_of(app)
        await press(app, "f3", "f2", "tab")
        await write(app, "dc")
        await press(app, "ctrl+s")
        assert "told on Monday" in text_of(app)
        assert "he slept" not in text_of(app)
        await press(app, "f3", "f2", "tab", "tab")
        await write(app, "maya")
        await press(app, "ctrl+s")
        assert "he slept" in text_of(app)
        assert entries.count < meeting(app).count


async def test_an_entry_is_struck_with_who_and_why_and_restored(tmp_path: Path) -> None:
    async with in_timeline(tmp_path, contribution("he slept at his aunt's")) as (app, _):
        await write(app, "aunt")
        await press(app, "enter", "enter")
        assert isinstance(app.screen, Form)
        await press(app, "ctrl+s")
        assert "Why is it struck?" in text_of(app)
        await write(app, "said of another child")
        await press(app, "enter")
        await write(app, "min")
        await press(app, "ctrl+s")
        assert isinstance(last(app)[0], e.Struck)
        assert meeting(app).entries[-1].by == "minute-taker"
        assert not conference(app).contributions
        await shows(app, "Struck by the minute-taker", "said of another child")
        await press(app, "enter")
        assert "Restore entry" in text_of(app)
        await press(app, "ctrl+s")
        assert conference(app).contributions
        assert isinstance(last(app)[0], e.Restored)
        assert meeting(app).entries[-1].by == "minute-taker"


async def test_what_cannot_be_struck_says_why(tmp_path: Path) -> None:
    async with in_timeline(tmp_path) as (app, _):
        await press(app, "enter", "home", "enter")
        assert not isinstance(app.screen, Form)
        assert "That stands" in said(app)


async def test_after_the_close_nobody_is_asked_why_a_thing_is_struck_that_stands(tmp_path: Path) -> None:
    """HF-10: what was added since can be struck, and nothing else."""
    async with at_stage(tmp_path, "close", *of("close", e.ConferenceClosed)) as (app, _):
        meeting(app).record(
            e.AddendumAdded(addendum="a", on=date(2026, 12, 2), by="Ines Corrigan", words="More.")
        )
        await opened(app)
        await press(app, "enter", "end", "enter")
        assert [type(screen) for screen in app.screen_stack][-1] is Form
        await press(app, "escape", "home", "down", "enter")
        assert Form not in [type(screen) for screen in app.screen_stack]
        assert "what is recorded stands" in said(app)


async def test_the_seal_of_a_decision_is_named(tmp_path: Path) -> None:
    async with at_stage(tmp_path, "plan") as (app, _):
        await opened(app)
        seal = conference(app).seals[-1]
        text = await shows(app, "Last seal: Record")
        assert f"Record {seal.count}, seal" in text


async def test_nothing_of_a_closed_slot_is_in_it(tmp_path: Path) -> None:
    """BA-11: neither while the slot is open nor afterwards."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *ROOM)) as app:
        await at_sheet(app, "closed")
        await by_hand(app, BEGAN, SAID)
        for _ in range(2):
            timeline = await opened(app)
            await write(app, "Harkaway")
            assert timeline.query_one(LongList).count == 0
            assert SECRET not in text_of(app)
            await press(app, "escape")
            if meeting(app).in_closed_slot:
                await by_hand(app, ENDED)


async def test_hostile_words_are_only_words(tmp_path: Path) -> None:
    async with in_timeline(tmp_path, contribution(HOSTILE)) as (app, _):
        await write(app, "[@click")
        assert "[/ [red]x [@click=app.quit]me" in unwrapped(text_of(app))


async def test_new_entries_come_in_while_it_is_open(tmp_path: Path) -> None:
    async with in_timeline(tmp_path) as (app, timeline):
        before = timeline.query_one(LongList).count
        meeting(app).record(contribution("he came at last"))
        await shows(app, "he came at last")
        assert timeline.query_one(LongList).count == before + 1


async def test_thousands_of_entries_are_gone_through_with_the_keys(tmp_path: Path) -> None:
    """Only what is in sight is drawn: no widget and no line is made for what is not."""
    many = [contribution(f"{number} times seven") for number in range(3000)]
    async with in_timeline(tmp_path, *many) as (app, timeline):
        entries = timeline.query_one(LongList)
        drawn: list[int] = []
        line = timeline._line
        entries.show(entries.count, lambda place: drawn.append(place) or line(place), 0)  # type: ignore[func-returns-value]
        await press(app, "down", "home", "pagedown", "end", "up")
        assert entries.at == entries.count - 2
        assert "2998 times seven" in text_of(app)
        assert len(set(drawn)) < 100
        assert not list(entries.children)


async def test_who_is_at_the_keyboard_stands_in_every_entry(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *ROOM)) as app:
        await press(app, "ctrl+p")
        await write(app, "At the keyboard")
        await shows(app, "stands in every entry")
        await press(app, "enter")
        await write(app, "min")
        await press(app, "ctrl+s")
        await press(app, "escape", *say("tamsin: I was not there"))
        await settle(app)
        assert meeting(app).entries[-1].by == "minute-taker"
        assert "not there" not in said(app)
        assert meeting_screen(app).is_current
