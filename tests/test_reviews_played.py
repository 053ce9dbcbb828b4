"""The reviews of the demonstration's family, typed through the real screens to their close and their plans."""

import asyncio
import json
from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from conference_tui import authorities, conferences, reviews
from conference_tui.app import ConferenceApp
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.demonstration import Step
from conference_tui.overview.whole import overview
from conference_tui.store.folder import Folder
from screens.calm import settle
from screens.hands.playing import strike
from screens.hands.reviewing import open_review
from screens.hands.strokes import keys
from screens.meeting import MeetingScreen
from tests import case_s1, review_case
from tests.documents.pdf_checks import Reading, found_in
from tests.played import Played
from tests.screens.driving import meeting, meeting_screen, shows

STUCK = 300.0
"""Seconds after which a program that takes no key any more is given up."""
Happens = Callable[[Procedure, Conference], Iterator[Step]]


async def typed(folder: Folder, record: str, ref: str, held: date, happens: Happens, out: Path) -> Played:
    """Open the review of a record from the list, type everything of it, and make its plans."""
    last = reviews.of_record(folder, record)
    clock = review_case.Clock(held)
    app = ConferenceApp(folder, clock=clock)
    procedure = authorities.load("barnsley")
    booked = last.conference.review_booked
    assert booked is not None
    expected = review_case.opened(last, ref, held, booked.at or time(13, 30))
    played = Played(app, clock, happens(procedure, expected), procedure.name, review_case.REASON)
    played.expected = expected
    try:
        async with asyncio.timeout(STUCK), app.run_test(size=(120, 40), notifications=True):
            await shows(app, last.conference.ref)
            opened = played.expected.opened
            assert opened is not None
            await strike(app, open_review(last.conference, opened, played.expected.arranged))
            await begun(app)
            await played.to_the_close()
            await played.make_plans(out)
            assert told(meeting(app).conference) == told(played.expected)
    finally:
        app.close_meeting()
    return played


async def begun(app: ConferenceApp) -> None:
    """Wait until the review is on the screen, then go from its capture line to the sheet."""
    while not (isinstance(app.screen, MeetingScreen) and app.screen.line.has_focus):
        await asyncio.sleep(0)
        await settle(app)
    await strike(app, keys("escape"))


def told(conference: Conference) -> object:
    """A review as `conference show --json` tells it, without what the typing made up."""
    rules, calendar = authorities.load("barnsley"), authorities.bank_holidays()
    found: dict[str, Any] = json.loads(json.dumps(overview(conference, rules, calendar)))
    return case_s1.without_ids(found)


@pytest.mark.long
async def test_two_reviews_are_run_to_their_close_and_their_plans(tmp_path: Path) -> None:
    """The first: BA-13, BA-24, BA-26, HF-1, HV-15. The second, without progress: BA-25."""
    folder = Folder.at(tmp_path / "store", throw_away=True)
    record, out = review_case.last_recorded(folder), tmp_path / "first"
    played = await typed(folder, record, review_case.FIRST, review_case.HELD, review_case.first, out)
    progress, threshold = played.seen["progress"], played.seen["threshold"]
    assert "6 of 6 gone through" in progress
    assert "~ partly · Callum starts the “Calmer Ground” programme." in progress
    assert "✓ Maya: What stood in the way" in progress
    assert "Asked about Teddy Voss" in threshold
    assert "Everything agreed for him is done." in threshold
    assert "Child in need meeting for Teddy Voss · Tue 9 Mar 2027" in played.seen["core_group"]
    assert sorted(path.name.partition("-child-")[2] for path in out.iterdir()) == ["1-plan.pdf", "2-plan.pdf"]
    maya, teddy = sorted(out.iterdir())
    text = " ".join(Reading(maya).text.split())
    assert "Six of ten sessions; the trainer rang on 19 February." in text
    assert "Something has got better. She sleeps at home again." in text
    assert found_in(maya, ["Teddy", "Dry since January"]) == []
    assert "Everything agreed for him is done." in " ".join(Reading(teddy).text.split())

    again = conferences.find(folder, review_case.FIRST)
    out = tmp_path / "second"
    played = await typed(folder, again, review_case.SECOND, review_case.SECOND_HELD, review_case.second, out)
    progress = played.seen["progress"]
    assert "Nothing has got better: The calls go on." in progress
    assert "legal advice is usually sought" in progress
    assert "A legal meeting on 24 August." in progress
    assert "Offered: Bridie comes." in progress
    assert played.expected.last_conference is not None
    assert played.expected.last_conference.review == 2
    assert list(played.expected.children) == ["maya"]
    assert len(list(out.iterdir())) == 1


@pytest.mark.long
@pytest.mark.parametrize("name", authorities.names())
async def test_every_procedure_goes_through_its_own_order_with_the_progress(
    name: str, tmp_path: Path
) -> None:
    """BA-13, KC-6: F3 goes from the set-up to the close of a review, in the order of each procedure."""
    folder = Folder.at(tmp_path / "store", throw_away=True)
    last = reviews.of_record(folder, review_case.last_recorded(folder))
    clock = review_case.Clock(review_case.HELD)
    made = reviews.open_review(folder, "R1", last, procedure=name, held=review_case.HELD, clock=clock)
    made.close()
    app = ConferenceApp(folder, record_id=made.record_id, clock=clock)
    expected = ["set_up", *(stage.id for stage in authorities.load(name).stages)]
    visited = []
    try:
        async with asyncio.timeout(STUCK), app.run_test(size=(80, 24)):
            await begun(app)
            for _ in expected:
                stage = meeting_screen(app).stage
                assert stage is not None
                visited.append(stage.ID)
                await strike(app, keys("f3"))
    finally:
        app.close_meeting()
    assert visited == expected
    assert "progress" in visited
