"""Pictures of every stage for docs/pictures: `python -m tests.pictures`. Wants Debian's chromium and fonts-dejavu-core.

Two sizes and two themes of each stage of the demonstration, at the moment at which the stage has something to show.
"""

import asyncio
import re
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from conference_tui import demonstration, reviews
from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.conferences import start
from conference_tui.demo import MeetingClock
from conference_tui.store.folder import Folder
from screens.calm import settle
from screens.hands.playing import strike
from screens.hands.strokes import Text, keys, row
from screens.meeting import MeetingScreen
from screens.recovery_key import RecoveryKey
from tests import review_case

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
SIZES = ((80, 24), (120, 40))
THEMES = {"dark": "conference-dark", "light": "conference-light"}
STAGES = (
    "set_up", "before", "introductions", "apologies", "closed", "reason", "mapping", "child", "summary", "scaling",
    "threshold", "plan", "core_group", "close",
)  # fmt: skip


STROKES = {
    "scaling": (*keys("escape"), *row("1. Harriet"), *keys("v")),
    "timeline": (*keys("ctrl+r", "enter"),),
    "family_tree": (*keys("ctrl+o"),),
    "closing": (*keys("escape", "end"),),
}
"""What is pressed before the picture is taken: the answers to a question, shown together, for instance."""

OF_A_REVIEW = ("progress",)
"""The stages that only a review has."""
HALF_OF_IT = 5
"""Steps of the stage of a review after which its picture is taken."""

SHOWS = {"timeline": "threshold", "family_tree": "before", "closing": "close"}
"""The stage at which a picture is taken that is not of a stage."""

INVENTED_KEY = "-".join(
    f"{letters}{number:02}"
    for number, letters in enumerate(
        ["7QK", "2FM", "XCK", "9H0", "6ZJ", "JG8", "AQY", "9WS", "8RM", "5AY", "DTJ", "8D2", "S3G"]
    )
)
PASSPHRASE = "seven herons under the viaduct"
AT_THE_DOOR = {
    "first_start": (Text("seven herons"),),
    "recovery_key": (),
    "unlock": (Text("seven herons over"),),
}
"""What is typed where nothing of a conference is on the screen."""


AFTERWARDS: tuple[e.AnyEvent, ...] = (
    e.RetentionSet(until=date(2044, 8, 30), why="Children's records, until the youngest is 25"),
    e.AddendumAdded(addendum="a1", words="The bus pass came on Thursday.", by="sloan", on=date(2026, 12, 3)),
    e.ComplaintReceived(
        complaint="c1", person="callum", words="He was not asked about the date.", on=date(2026, 12, 4)
    ),
)
"""What is added to the demonstration once it is closed."""


def record_until(folder: Folder, stage: str, clock: MeetingClock, *, to_the_end: bool = False) -> str:
    """Record the demonstration to the end of a stage's steps, without leaving it; gives the record's id.

    `to_the_end`: with the close, where it is one of these steps.
    """
    opening, *others = demonstration.steps()
    assert isinstance(opening.event, e.ConferenceOpened)
    meeting = start(
        folder,
        opening.event.ref,
        opening.event.kind,
        procedure=opening.event.procedure,
        chair=opening.event.chair,
        minute_taker=opening.event.minute_taker,
        clock=clock,
    )
    seen = False
    for step in others:
        seen = seen or step.stage == stage
        if (seen and step.stage != stage) or (isinstance(step.event, e.ConferenceClosed) and not to_the_end):
            break
        is_end = stage == "closed" and isinstance(step.event, e.ClosedSlotEnded)
        if is_end or (step.stage == stage and isinstance(step.event, e.StageFinished) and not to_the_end):
            break
        clock.turn_to(step.event)
        meeting.record(step.event)
    if to_the_end and meeting.conference.closed:
        meeting.record(*AFTERWARDS)
    meeting.close()
    return meeting.record_id


def review_until(folder: Folder, stage: str, clock: MeetingClock) -> str:
    """Record the first review of the demonstration's family to the middle of a stage; gives the record's id."""
    last = reviews.of_record(folder, review_case.last_recorded(folder))
    meeting = reviews.open_review(folder, review_case.FIRST, last, held=review_case.HELD, clock=clock)
    at_stage = 0
    for step in review_case.first(meeting.procedure, meeting.conference):
        at_stage += step.stage == stage
        if at_stage > HALF_OF_IT:
            break
        clock.turn_to(step.event)
        meeting.record(step.event)
    meeting.close()
    return meeting.record_id


async def take_at_the_door(what: str, size: tuple[int, int], theme: str) -> None:
    """One picture of what stands before the conferences."""
    with tempfile.TemporaryDirectory() as throw_away:
        folder = Folder.at(Path(throw_away) / "store")
        if what == "unlock":
            folder.make_vault(PASSPHRASE)
            folder.lock()
        app = ConferenceApp(folder, makes_vault=True, clock=MeetingClock())
        async with app.run_test(size=size, notifications=True):
            app.theme = THEMES[theme]
            await settle(app)
            if what == "recovery_key":
                app.push_screen(RecoveryKey(INVENTED_KEY, today=lambda: app.clock().date()))
            await settle(app)
            await strike(app, AT_THE_DOOR[what])
            await settle(app)
            svg = app.export_screenshot()
    draw(svg, PICTURES / f"{what}-{size[0]}x{size[1]}-{theme}.png")


async def take(what: str, size: tuple[int, int], theme: str) -> None:
    """One picture."""
    stage = SHOWS.get(what, what)
    is_review = what in OF_A_REVIEW
    with tempfile.TemporaryDirectory() as throw_away:
        folder = Folder.at(Path(throw_away) / "store")
        clock = review_case.Clock(review_case.HELD) if is_review else MeetingClock()
        if is_review:
            record = review_until(folder, stage, clock)
        else:
            record = record_until(folder, stage, clock, to_the_end=what in SHOWS)
        app = ConferenceApp(folder, record_id=record, clock=clock)
        async with app.run_test(size=size, notifications=True):
            while not (isinstance(app.screen, MeetingScreen) and app.screen.stage):
                await asyncio.sleep(0.01)
            app.theme = THEMES[theme]
            app.clear_notifications()
            await strike(app, STROKES.get(what, ()))
            await settle(app)
            await asyncio.sleep(0.3)
            svg = app.export_screenshot()
        app.close_meeting()
    draw(svg, PICTURES / f"{what}-{size[0]}x{size[1]}-{theme}.png")


def draw(svg: str, target: Path) -> None:
    """Let a browser draw it: it keeps the spaces at the beginning of a line."""
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    assert box
    width, height = (round(float(part)) for part in box.groups())
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL).replace("Fira Code", "DejaVu Sans Mono")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "picture.svg"
        page.write_text(svg, encoding="utf-8")
        options = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--disable-background-networking",
        ]
        window = f"--window-size={width},{height}"
        command = [
            "chromium",
            *options,
            f"--user-data-dir={folder}/profile",
            window,
            f"--screenshot={target}",
            page.as_uri(),
        ]
        subprocess.run(command, check=True, capture_output=True)


def main() -> None:
    """Every screen, or those named on the command line."""
    PICTURES.mkdir(exist_ok=True)
    for what in sys.argv[1:] or (*AT_THE_DOOR, *STAGES, *OF_A_REVIEW, *SHOWS):
        for size in SIZES:
            for theme in THEMES:
                picture = take_at_the_door if what in AT_THE_DOOR else take
                asyncio.run(picture(what, size, theme))


if __name__ == "__main__":
    main()
