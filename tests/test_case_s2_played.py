"""The conference without a quorum, typed through the real screens: going ahead under both models, and adjourned."""

import asyncio
import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from conference_tui import conferences
from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.demo import MeetingClock
from conference_tui.demonstration import INQUORATE, Step
from conference_tui.store.folder import Folder
from screens.hands.strokes import row
from tests import case_s1, case_s2
from tests.case_s2 import A, B
from tests.played import Played, folded, told_of
from tests.screens.driving import at_sheet, conference, meeting, press, running, shows, write

STUCK = 300.0
"""Seconds after which a program that takes no key any more is given up."""
REASON = "Police and health could not come before."
ADJOURNED = e.ConferenceAdjourned(
    at=dt.time(10, 12),
    reason="Health and the police are not here, and neither has written a view.",
    safeguards=case_s2.went_ahead().safeguards,
    until=dt.date(2027, 1, 8),
)
GOES_ON = e.ConferenceResumed(on=dt.date(2027, 1, 8), at=dt.time(10))
CAME = ("shanice", "keely", "ratcliff", "halloran", "pask", "constable", "nurse")


def adjourned() -> Iterator[Step]:
    """Adjourned in the place of going ahead; it goes on on 8 January with everybody, and books later days."""
    for step in case_s2.steps():
        match step.event:
            case e.InquorateProceeded():
                arrivals = [e.PersonArrived(person=someone, at=GOES_ON.at) for someone in CAME]
                happens: list[e.AnyEvent] = [ADJOURNED, GOES_ON, *arrivals]
                yield from (Step(stage=step.stage, event=event) for event in happens)
            case e.ViewGiven(agency="Ashmere Constabulary" | "Ashmere Homes"):
                pass
            case e.CoreGroupBooked():
                yield Step(stage=step.stage, event=e.CoreGroupBooked(on=dt.date(2027, 1, 14)))
            case e.ReviewBooked():
                yield Step(stage=step.stage, event=e.ReviewBooked(on=dt.date(2027, 3, 16)))
            case _:
                yield step


async def play(happens: Iterable[Step], model: str, tmp_path: Path) -> tuple[Played, dict[str, Any]]:
    """Type it to its close and its plans; gives what was seen, and what `conference show --json` would tell."""
    clock = MeetingClock(INQUORATE)
    app = ConferenceApp(Folder.at(tmp_path / "store", throw_away=True), clock=clock)
    played = Played(app, clock, happens, model, REASON)
    try:
        async with asyncio.timeout(STUCK), app.run_test(size=(80, 24), notifications=True):
            await played.to_the_close()
            await played.make_plans(tmp_path / "plans")
            told = told_of(meeting(app).conference, model)
    finally:
        app.close_meeting()
    return played, told


@pytest.mark.parametrize("model", [A, B], ids=["A", "B"])
async def test_the_close_waits_until_both_are_typed(model: str, tmp_path: Path) -> None:
    """BA-4: refused at the screen without them, and again with the reason alone; then it closes."""
    opened, *others = case_s2.events(model)
    assert isinstance(opened, e.ConferenceOpened)
    folder, clock, typed = Folder.at(tmp_path, throw_away=True), MeetingClock(INQUORATE), case_s2.went_ahead()
    before = conferences.start(
        folder, opened.ref, opened.kind, procedure=model, chair=opened.chair, clock=clock
    )
    before.record(
        *(each for each in others if not isinstance(each, e.InquorateProceeded | e.ConferenceClosed))
    )
    before.close()
    async with running(folder, before.record_id) as app:
        await at_sheet(app, "close")
        await press(app, "c", "ctrl+s")
        await shows(app, "Not quorate: missing", "Going ahead needs the chair's reason")
        await press(app, "escape", *row("■ Not quorate"))
        await write(app, typed.reason)
        await press(app, "enter", "ctrl+s")
        await shows(app, "Say what keeps the child safe")
        assert conference(app).inquorate is None
        await write(app, typed.safeguards)
        await press(app, "ctrl+s")
        assert conference(app).inquorate == typed
        await press(app, "c", "ctrl+u")
        await write(app, "11.35")
        await press(app, "enter")
        assert conference(app).closed == e.ConferenceClosed(at=dt.time(11, 35))


@pytest.mark.long
@pytest.mark.parametrize("model", [A, B], ids=["A", "B"])
async def test_going_ahead_is_typed_through_the_real_screens(model: str, tmp_path: Path) -> None:
    """BA-3, BA-4, BA-5, BA-17, BA-22: every figure, with what the chair saw at the moment of choosing."""
    happens = case_s2.steps(model)
    played, told = await play(happens, model, tmp_path)
    case_s2.assert_every_figure(told, model)
    assert case_s1.without_ids(told) == case_s1.without_ids(told_of(folded(happens), model))
    case_s2.assert_the_plan(tmp_path / "plans", model)
    assert played.reasons == []
    apologies = " ".join(played.seen["apologies"].split())
    assert "■ NOT QUORATE" in apologies
    assert case_s2.went_ahead().safeguards in apologies
    assert "An early review is advised" in apologies
    core_group = " ".join(played.seen["core_group"].split())
    assert "The minutes are due on Fri 22 Jan 2027, and the review is on Tue 19 Jan 2027" in core_group
    assert "the limit is Mon 22 Mar 2027" in core_group


@pytest.mark.long
async def test_adjourned_it_goes_on_in_january(tmp_path: Path) -> None:
    """BA-3, BA-4: held on 8 January, working day 21, late by 6, so that the close wants a reason, which is printed."""
    played, told = await play(adjourned(), A, tmp_path)
    held = next(each for each in told["deadlines"] if each["key"] == "conference")
    assert (held["date"], held["booked"], held["working_day"]) == ("2026-12-30", "2027-01-08", 21)
    assert held["standing"]["late_by"] == 6
    assert told["quorum"]["now"]["is_quorate"]
    assert [each.matter for each in played.reasons] == ["late:conference:2027-01-08"]
    [sitting] = told["conference"]["adjournments"]
    assert (sitting["on"], sitting["resumed_on"]) == ("2026-12-22", "2027-01-08")
    assert told["review"]["on"] == "2027-03-16"
